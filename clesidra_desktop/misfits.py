"""What does not fit in a file of ours: where it stands, what is there and what was expected."""

import json
import re
from difflib import get_close_matches
from typing import Any, TypeAlias

import msgspec

from clesidra_desktop.domain.errors import UserError

Path: TypeAlias = tuple[str | int, ...]

_PLAIN_KEY = re.compile(r"[A-Za-z_]\w*")
_LONGEST_FOUND = 60


class Misfit(Exception):  # noqa: N818 -- no error of the program: `refusal` makes a UserError of it
    """Something that does not fit, before it is known in which file."""

    def __init__(self, path: str, found: str, expected: str) -> None:
        super().__init__(path, found, expected)
        self.path = path
        self.found = found
        self.expected = expected

    def refusal(self, sentence: str, source: str) -> UserError:
        """Return the error for the person: a sentence with {file}, {path}, {found} and {expected} in it.

        `source` names the file.
        """
        return UserError(sentence, file=source, path=self.path, found=self.found, expected=self.expected)


def json_path(path: Path) -> str:
    """Return a path as it is printed, such as `$.attendants[3].sex`."""
    parts = ["$"]
    for segment in path:
        if isinstance(segment, str) and _PLAIN_KEY.fullmatch(segment):
            parts.append(f".{segment}")
        else:
            parts.append(f"[{_quoted(segment)}]")
    return "".join(parts)


def describe(value: object) -> str:
    """Return a value as it stands in the file, shortened where it is long."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    text = _quoted(value)
    return text if len(text) <= _LONGEST_FOUND else f"{text[:_LONGEST_FOUND]}…"


def _quoted(value: object) -> str:
    """Return a plain value as JSON that can be printed: readable in every script, halves of surrogates escaped."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace").decode("utf-8")


def from_validation(
    error: msgspec.ValidationError, tree: object, whole: dict[str, Any], extensions: str = ""
) -> Misfit:
    """Return where the decoder stopped in the tree that it was given.

    The decoder names the path; what is found there comes from the tree, what was expected from the `whole` schema.
    `extensions` is the key below which a tree may hold what the schema does not know.
    """
    path = _path_of(str(error))
    value = tree
    for segment in path:
        value = value[segment]  # type: ignore[index]  # the decoder has just walked this way
    schema = _schema_at(path, whole)
    if isinstance(value, dict):
        return _misfit_of_keys(path, value, schema, extensions)
    return Misfit(json_path(path), describe(value), _expectation(schema, extensions))


def _path_of(message: str) -> Path:
    """Read the path at the end of the decoder's message; it holds known keys and positions only."""
    _, marked, place = message.rpartition(" - at `")
    if not marked:
        return ()
    return tuple(int(digits) if digits else key for key, digits in re.findall(r"\.(\w+)|\[(\d+)\]", place))


def _schema_at(path: Path, whole: dict[str, Any]) -> dict[str, Any]:
    definitions: dict[str, Any] = whole["$defs"]
    schema = whole
    for segment in path:
        schema = _resolved(schema, definitions)
        schema = schema["items"] if isinstance(segment, int) else schema["properties"][segment]
    return {**_resolved(schema, definitions), **{key: schema[key] for key in ("description",) if key in schema}}


def _resolved(schema: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    if "anyOf" in schema:
        return _resolved(schema["anyOf"][0], definitions)
    if "$ref" in schema:
        target: dict[str, Any] = definitions[schema["$ref"].rpartition("/")[2]]
        return target
    return schema


def _expectation(schema: dict[str, Any], extensions: str) -> str:
    if schema.get("type") == "object":
        return f"an object with the keys {', '.join(_known_keys(schema, extensions))}"
    description: str = schema["description"]
    return description


def _known_keys(schema: dict[str, Any], extensions: str) -> list[str]:
    return [key for key in schema["properties"] if key != extensions]


def _misfit_of_keys(path: Path, value: dict[str, Any], schema: dict[str, Any], extensions: str) -> Misfit:
    """Return the misfit of an object where a list or a plain value belongs, or one with a wrong or missing key."""
    if schema.get("type") != "object":
        return Misfit(json_path(path), describe(value), _expectation(schema, extensions))
    known = _known_keys(schema, extensions)
    unknown = next((key for key in value if key not in schema["properties"]), None)
    if extensions and unknown == extensions:
        unknown = next(iter(value[unknown]))
    if unknown is not None:
        near = get_close_matches(unknown, known, n=1)
        hint = f"{near[0]}, or another of" if near else "one of"
        free = " or a key that begins with x-" if extensions in schema["properties"] else ""
        return Misfit(
            json_path((*path, unknown)), "a key that is not known", f"{hint} the keys {', '.join(known)}{free}"
        )
    missing = next(key for key in schema["required"] if key not in value)
    return Misfit(json_path((*path, missing)), "nothing", _expectation(schema["properties"][missing], extensions))
