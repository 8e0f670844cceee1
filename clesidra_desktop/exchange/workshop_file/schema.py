"""The JSON Schema of the workshop file, made from the classes that decode it."""

from typing import Any

import msgspec

from clesidra_desktop.exchange.workshop_file import model


def workshop_file_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of `workshop.json`.

    Keys that begin with x- are allowed in every object that keeps them. What a schema cannot say is only in the
    reader: keys and ids stand once, what is named exists, days exist in the calendar.
    """
    schema = msgspec.json.schema(model.Workshop)
    definitions = schema.pop("$defs")
    for definition in definitions.values():
        properties = definition.get("properties", {})
        if properties.pop(model.EXTENSIONS_KEY, None):
            definition["patternProperties"] = {f"^{model.EXTENSION_PREFIX}": {}}
        for key in properties.values():
            key.pop("default", None)  # missing and null mean the same, so a default of null says nothing
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Workshop file, version 1",
        **schema,
        "$defs": definitions,
    }
