"""The published schema and the reader say the same, with an independent program as judge."""

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.exchange.workshop_file import encode_workshop, workshop_file_schema
from tests.exchange.workshop_file.samples import decoded, place_of, put, sample
from tests.helpers.strategies import workshops

SCHEMA = workshop_file_schema()
JUDGE = jsonschema.Draft202012Validator(SCHEMA)


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


@given(workshops())
@settings(deadline=None, max_examples=30)
def test_it_accepts_what_the_writer_writes(workshop: Workshop) -> None:
    JUDGE.validate(json.loads(encode_workshop(workshop)))


def test_it_accepts_the_sample_and_null_for_what_is_optional() -> None:
    JUDGE.validate(sample())
    required = {key: sample()[key] for key in ("format", "id", "language", "title")}
    JUDGE.validate({**dict.fromkeys(sample()), **required})


def objects() -> list[dict[str, Any]]:
    return [definition for definition in SCHEMA["$defs"].values() if definition.get("type") == "object"]


def test_every_object_is_strict_and_every_key_described() -> None:
    assert len(objects()) > 15
    for definition in objects():
        assert definition["additionalProperties"] is False
        assert definition["description"]
        assert definition.get("patternProperties", {}) == {"^x-": {}}
        for key, described in definition["properties"].items():
            assert described.get("description"), f"{definition['title']}.{key}"


PLACES = (
    "",
    "programme",
    "team",
    "categories.0",
    "attendants.0",
    "quotas.0",
    "sectors.0",
    "questions.0",
    "groups.0",
    "split",
    "split.attributes.0",
    "split.wishes.0",
    "answers.0",
    "answers.0.items.0",
    "answers.0.items.0.children.0",
    "agenda.0",
    "polls.0",
    "polls.0.options.0",
    "ways_forward.0",
    "annexes.0",
)


@pytest.mark.parametrize("place", PLACES)
def test_foreign_keys_are_kept_everywhere(place: str) -> None:
    data = sample()
    place_of(data, place)["x-"] = {"any": ["thing", None]}
    JUDGE.validate(data)
    assert json.loads(encode_workshop(decoded(data))) == data


VALUES: tuple[object, ...] = (
    *(True, -7, 0.5, "no such", "../x", "", None),
    *([], ["no such"], [None], [{}], [[]], {}, {"a": 1}),
)


@pytest.mark.parametrize("place", [*PLACES, "attendants.0.stays.0"])
def test_reader_and_schema_agree_on_every_key(place: str) -> None:
    """Put values of every type below every key; whether they fit is the same for both."""
    compared = 0
    for key in place_of(sample(), place):
        if key.startswith("x-"):
            continue
        for value in VALUES:
            data = put(sample(), f"{place}.{key}" if place else key, value)
            assert reads(data) in ({True, "beyond"} if JUDGE.is_valid(data) else {False}), (place, key, value)
            compared += 1
    assert compared


def reads(data: dict[str, Any]) -> bool | str:
    """Whether the reader takes the data; "beyond" where it refuses what a schema cannot see."""
    try:
        decoded(data)
    except UserError as error:
        expected = str(error.values["expected"])
        beyond = ("of this workshop", "does not have", "one of the two forms")
        return "beyond" if expected.endswith(beyond) else False
    return True


@pytest.mark.parametrize("place", PLACES)
def test_both_refuse_unknown_and_missing_keys(place: str) -> None:
    data = sample()
    place_of(data, place)["unknown"] = 1
    assert not JUDGE.is_valid(data)
    assert reads(data) is False
    for key in [key for key in place_of(sample(), place) if not key.startswith("x-")]:
        data = sample()
        del place_of(data, place)[key]
        assert reads(data) in ({True, "beyond"} if JUDGE.is_valid(data) else {False}), key
