"""What does not fit is refused with its place, what was found and what was expected."""

import json
import string
from typing import Any

import pytest

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.exchange.workshop_file import decode_workshop
from clesidra_desktop.exchange.workshop_file.tree import MAX_DEPTH
from tests.exchange.workshop_file.samples import ATTENDANTS, decoded, encoded, place_of, put, sample

MISSING = object()
STRANGE_ID = "0a1b7c1e-7d0f-4b57-8a27-2f6f7f0f4cff"


def refused(data: Any) -> dict[str, Any]:
    """Return the values of the refusal, after a look at its sentence."""
    with pytest.raises(UserError) as caught:
        decode_workshop(data if isinstance(data, bytes) else encoded(data), "field.json")
    sentence = str(caught.value)
    assert "field.json" in sentence
    for name in {name for _, name, _, _ in string.Formatter().parse(caught.value.template) if name}:
        assert str(caught.value.values[name]) in sentence
    return caught.value.values


def broken(path: str, value: object) -> dict[str, Any]:
    if value is not MISSING:
        return put(sample(), path, value)
    data = put(sample(), path, None)
    above, _, last = path.rpartition(".")
    del place_of(data, above)[last]
    return data


@pytest.mark.parametrize(
    ("path", "value", "where", "found", "expected"),
    [
        ("id", None, "$.id", "null", "a UUID"),
        ("id", "07fd7f25", "$.id", '"07fd7f25"', "a UUID"),
        ("id", MISSING, "$.id", "nothing", "a UUID"),
        ("title", MISSING, "$.title", "nothing", "text"),
        ("title", 5, "$.title", "5", "text"),
        ("language", "fr", "$.language", '"fr"', "en or km"),
        ("programme", {}, "$.programme.name", "nothing", "text"),
        ("programme", [], "$.programme", "a list", "an object with the keys name, funder, activity"),
        ("starts", "2026-11-03T08:00Z", "$.starts", '"2026-11-03T08:00Z"', "without offset"),
        ("starts", "2026-11-03T08:00+07:00", "$.starts", '"2026-11-03T08:00+07:00"', "without offset"),
        ("starts", "2026-11-03", "$.starts", '"2026-11-03"', "date and time"),
        ("starts", "2026-11-03 08:00", "$.starts", '"2026-11-03 08:00"', "2017-11-01T08:00"),
        ("starts", "2026-11-03T08:00\n", "$.starts", '"2026-11-03T08:00\\n"', "date and a time"),
        ("starts", "២០២៦-១១-០៣T០៨:០០", "$.starts", '"២០២៦-១១-០៣T០៨:០០"', "date and time"),
        ("starts", 1509494400, "$.starts", "1509494400", "date and time"),
        ("ends", "2026-02-30T08:00", "$.ends", '"2026-02-30T08:00"', "that exist"),
        ("ends", "0026-02-03T08:00", "$.ends", '"0026-02-03T08:00"', "date and time"),
        ("team", [], "$.team", "a list", "an object with the keys facilitator, mc, minute_taker"),
        ("team.mc", "Dara", "$.team.mc", '"Dara"', "a list of names"),
        ("team.mc", ["Dara", None], "$.team.mc[1]", "null", "text"),
        ("objectives", [["x"]], "$.objectives[0]", "a list", "text"),
        ("categories.1.code", "", "$.categories[1].code", '""', "not empty"),
        ("categories.0.label", MISSING, "$.categories[0].label", "nothing", "text"),
        ("attendants", {}, "$.attendants", "an object", "a list of attendants"),
        ("attendants.1", "Dara", "$.attendants[1]", '"Dara"', "an object with the keys id, name"),
        ("attendants.1.name", MISSING, "$.attendants[1].name", "nothing", "text"),
        ("attendants.1.name", None, "$.attendants[1].name", "null", "text"),
        ("attendants.1.category", MISSING, "$.attendants[1].category", "nothing", "category"),
        ("attendants.1.sex", "f", "$.attendants[1].sex", '"f"', "F, M, X, or null"),
        ("attendants.1.sex", "", "$.attendants[1].sex", '""', "F, M, X, or null"),
        ("attendants.1.birth_year", 1799, "$.attendants[1].birth_year", "1799", "1800 to 2700"),
        ("attendants.1.birth_year", 10**30, "$.attendants[1].birth_year", "1" + "0" * 30, "1800 to 2700"),
        ("attendants.1.birth_year", "1980", "$.attendants[1].birth_year", '"1980"', "whole number"),
        ("attendants.1.birth_year", True, "$.attendants[1].birth_year", "true", "whole number"),
        ("attendants.0.flags", ["youth", "old"], "$.attendants[0].flags[1]", '"old"', "youth, indigenous or"),
        ("attendants.0.flags", ["youth", "youth"], "$.attendants[0].flags[1]", '"youth"', "flags[0] does not have"),
        ("attendants.1.consent", "yes", "$.attendants[1].consent", '"yes"', "true or false"),
        ("attendants.1.consent", 1, "$.attendants[1].consent", "1", "true or false"),
        ("attendants.0.arrived", "2026-11-03T08:00", "$.attendants[0].stays", "stays beside arrived", "one of the two"),
        ("attendants.0.left", "2026-11-03T08:00", "$.attendants[0].stays", "stays beside arrived", "one of the two"),
        ("attendants.0.stays.1.left", "noon", "$.attendants[0].stays[1].left", '"noon"', "date and time"),
        ("attendants.0.stays.1.left", "2026-11-31T12:00", "$.attendants[0].stays[1].left", '"2026-11-31', "that exist"),
        ("attendants.0.stays.1.gate", 1, "$.attendants[0].stays[1].gate", "not known", "the keys arrived, left"),
        ("quotas.0.share", 0, "$.quotas[0].share", "0", "above 0"),
        ("quotas.0.share", 1.01, "$.quotas[0].share", "1.01", "not above 1"),
        ("quotas.0.attribute", "name", "$.quotas[0].attribute", '"name"', "sex, category, age_group"),
        ("quotas.0.value", MISSING, "$.quotas[0].value", "nothing", "text"),
        ("groups.0.sector", MISSING, "$.groups[0].sector", "nothing", "the key of a sector"),
        ("groups.0.members", ["Dara"], "$.groups[0].members[0]", '"Dara"', "a UUID"),
        ("groups.0.locked", "Dara", "$.groups[0].locked", '"Dara"', "a list of attendant ids"),
        ("split", [], "$.split", "a list", "an object with the keys seed, balance, attributes"),
        ("split.seed", -1, "$.split.seed", "-1", "a whole number from 0"),
        ("split.balance", 101, "$.split.balance", "101", "from 100, balance before wishes, to 0"),
        ("split.attributes.0.attribute", "age", "$.split.attributes[0].attribute", '"age"', "one of sex, category"),
        ("split.attributes.0.weight", 10, "$.split.attributes[0].weight", "10", "from 0, not at all, to 9"),
        ("split.apart", [ATTENDANTS[0]], "$.split.apart[0]", f'"{ATTENDANTS[0]}"', "a list of attendant ids"),
        ("split.wishes.0.attendant", MISSING, "$.split.wishes[0].attendant", "nothing", "a UUID"),
        ("split.rounds", [[]], "$.split.rounds[0]", "a list", "not empty"),
        ("answers.0.question", None, "$.answers[0].question", "null", "the key of a question"),
        ("answers.0.items.0.text", MISSING, "$.answers[0].items[0].text", "nothing", "text"),
        ("answers.0.items.0.style", "dash", "$.answers[0].items[0].style", '"dash"', "paragraph, bullet or number"),
        ("answers.0.items.0.children.0.text", 1, "$.answers[0].items[0].children[0].text", "1", "text"),
        ("agenda.1.key", MISSING, "$.agenda[1].key", "nothing", "not empty"),
        ("agenda.1.title", MISSING, "$.agenda[1].title", "nothing", "text"),
        ("agenda.1.kind", "lunch", "$.agenda[1].kind", '"lunch"', "talk, breakout, answers, ways-forward"),
        ("agenda.1.minutes", -1, "$.agenda[1].minutes", "-1", "minutes from 0"),
        ("agenda.1.minutes", 1.5, "$.agenda[1].minutes", "1.5", "whole number"),
        ("agenda.1.minutes", 10**9, "$.agenda[1].minutes", "1000000000", "to 44640"),
        ("agenda.1.fixed_start", "8:00", "$.agenda[1].fixed_start", '"8:00"', "08:00"),
        ("agenda.1.fixed_start", "24:00", "$.agenda[1].fixed_start", '"24:00"', "time of the day"),
        ("agenda.1.fixed_start", "08:00\n", "$.agenda[1].fixed_start", '"08:00\\n"', "time of the day that exists"),
        ("agenda.1.started", "08:00", "$.agenda[1].started", '"08:00"', "date and time"),
        ("polls.0.respondents", -1, "$.polls[0].respondents", "-1", "0 or more"),
        ("polls.0.options.1.count", "two", "$.polls[0].options[1].count", '"two"', "whole number"),
        ("ways_forward.0.due", 2026, "$.ways_forward[0].due", "2026", "text"),
        ("annexes.1.source", "slides", "$.annexes[1].source", '"slides"', "attendants, agenda, file"),
    ],
)
def test_values(path: str, value: object, where: str, found: str, expected: str) -> None:
    values = refused(broken(path, value))
    assert values["path"] == where
    assert found in str(values["found"])
    assert expected in str(values["expected"])


@pytest.mark.parametrize("place", ["annexes.1.file", "attendants.0.signature"])
@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "../slides.pdf",
        "annexes/../../slides.pdf",
        "annexes/..",
        "./slides.pdf",
        "annexes//slides.pdf",
        "annexes/",
        "annexes\\slides.pdf",
        "C:/slides.pdf",
        "c:slides.pdf",
        "annexes/.. /slides.pdf",
        "annexes/a\n/../slides.pdf",
        "slides.pdf\n",
        "workshop.json",
        "//server/share",
    ],
)
def test_paths_that_leave_the_workshop_file(place: str, name: str) -> None:
    values = refused(put(sample(), place, name))
    assert values["path"] == "$." + place.replace(".1.", "[1].").replace(".0.", "[0].")
    assert values["found"] == json.dumps(name)
    assert "such as annexes/slides.pdf" in values["expected"]


@pytest.mark.parametrize(
    ("above", "key", "where", "suggestion"),
    [
        ("", "tite", "$.tite", "title, or another of the keys format, id,"),
        ("", "extensions", "$.extensions", "the keys format, id,"),
        ("attendants.1", "sexx", "$.attendants[1].sexx", "sex, or another of"),
        ("attendants.1", "zzz", "$.attendants[1].zzz", "one of the keys id, name,"),
        ("attendants.1", "X-card", '$.attendants[1]["X-card"]', "a key that begins with x-"),
        ("team", "ឈ្មោះ", '$.team["ឈ្មោះ"]', "one of the keys facilitator"),
        ("answers.0.items.0.children.0", "child", "$.answers[0].items[0].children[0].child", "children, or another"),
        ("polls.0.options.0", "` - at `$.x", '$.polls[0].options[0]["` - at `$.x"]', "one of the keys text, count"),
    ],
)
def test_unknown_keys(above: str, key: str, where: str, suggestion: str) -> None:
    data = sample()
    place_of(data, above)[key] = None
    values = refused(data)
    assert values["path"] == where
    assert suggestion in values["expected"]


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("attendants.1.id", ATTENDANTS[0], "$.attendants[1].id"),
        ("attendants.1.id", ATTENDANTS[0].upper(), "$.attendants[1].id"),
        ("categories.1.code", "CBO", "$.categories[1].code"),
        ("sectors.1.key", "water", "$.sectors[1].key"),
        ("questions", [{"key": "q", "text": "a"}, {"key": "q", "text": "b"}], "$.questions[1].key"),
        ("agenda.1.key", "opening", "$.agenda[1].key"),
        ("annexes.1.key", "list", "$.annexes[1].key"),
        ("polls", [{"key": "dates", "question": "a"}, {"key": "dates", "question": "b"}], "$.polls[1].key"),
        ("ways_forward", [{"id": STRANGE_ID, "text": "a"}, {"id": STRANGE_ID, "text": "b"}], "$.ways_forward[1].id"),
        ("groups", [{"sector": "water"}, {"sector": "land"}, {"sector": "water"}], "$.groups[2].sector"),
        ("groups.0.members", [ATTENDANTS[1], ATTENDANTS[1]], "$.groups[0].members[1]"),
        ("groups.0.locked", [ATTENDANTS[1], ATTENDANTS[1]], "$.groups[0].locked[1]"),
        ("split.attributes", [{"attribute": "sex"}, {"attribute": "sex"}], "$.split.attributes[1].attribute"),
        ("split.facilitators", [ATTENDANTS[1], ATTENDANTS[1]], "$.split.facilitators[1]"),
        ("split.apart", [[], [ATTENDANTS[1], ATTENDANTS[1]]], "$.split.apart[1][1]"),
        ("split.wishes", [{"attendant": ATTENDANTS[1]}] * 2, "$.split.wishes[1].attendant"),
        ("split.wishes.0.sectors", ["land", "land"], "$.split.wishes[0].sectors[1]"),
        ("answers", [{"sector": "water", "question": "needs"}] * 2, "$.answers[1]"),
    ],
)
def test_what_may_stand_only_once(path: str, value: object, where: str) -> None:
    values = refused(put(sample(), path, value))
    assert values["path"] == where
    assert "does not have" in values["expected"]


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("groups.0.members.1", STRANGE_ID, "the id of an attendant"),
        ("groups.0.locked.0", STRANGE_ID, "the id of an attendant"),
        ("split.facilitators.0", STRANGE_ID, "the id of an attendant"),
        ("split.left_out.0", STRANGE_ID, "the id of an attendant"),
        ("split.apart.0.1", STRANGE_ID, "the id of an attendant"),
        ("split.together.0.1", STRANGE_ID, "the id of an attendant"),
        ("split.wishes.0.attendant", STRANGE_ID, "the id of an attendant"),
        ("split.wishes.0.sectors.1", "air", "the key of a sector"),
        ("split.rounds.1.0.1", STRANGE_ID, "the id of an attendant"),
        ("groups.0.sector", "air", "the key of a sector"),
        ("answers.0.sector", "air", "the key of a sector"),
        ("answers.0.question", "", "the key of a question"),
        ("agenda.0.annex", "slides", "the key of an annex"),
        ("agenda.1.poll", "days", "the key of a poll"),
    ],
)
def test_what_is_named_but_missing(path: str, value: str, expected: str) -> None:
    values = refused(put(sample(), path, value))
    assert str(values["path"]).replace("[", ".").replace("]", "") == f"$.{path}"
    assert values["found"] == json.dumps(value)
    assert expected in values["expected"]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("attendants.1.category", "NGO"),
        ("ends", "2026-11-01T08:00"),
        ("timezone", "Mars/Olympus"),
        ("attendants.1.birth_year", 2560),
        ("annexes.1.file", "annexes/missing.pdf"),
        ("attendants.0.signature", ""),
        ("title", ""),
        ("agenda.1.annex", ""),
    ],
)
def test_what_the_checks_report_is_not_refused(path: str, value: object) -> None:
    assert decoded(put(sample(), path, value)) is not None


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        ("clesidra-workshop/2", "newer version"),
        ("clesidra-workshop/17", "Update the program"),
        ("clesidra-workshop/0", "not a workshop file"),
        ("clesidra-workshop/1.1", "not a workshop file"),
        ("clesidra-minutes/1", "not a workshop file"),
        (1, "not a workshop file"),
        (None, "not a workshop file"),
        (MISSING, "not a workshop file"),
    ],
)
def test_formats(found: object, sentence: str) -> None:
    data = broken("format", found)
    with pytest.raises(UserError, match=sentence) as caught:
        decoded(data)
    assert caught.value.values["path"] == "$.format"
    assert caught.value.values["expected"] == '"clesidra-workshop/1"'


@pytest.mark.parametrize("data", [b"[]", b"null", b'"x"', b"3", b"{}"])
def test_json_that_is_no_workshop(data: bytes) -> None:
    assert refused(data)["path"] == "$.format"


@pytest.mark.parametrize(
    ("data", "places"),
    [
        (b"", {(1, 1)}),
        (b'{\n "a": 1,\n}', {(3, 1), (2, 8)}),  # from Python 3.13 on the comma, before it the bracket
        (b'{"a": "\n"}', {(1, 8)}),
        (b'\xef\xbb\xbf{"a" 1}', {(1, 6)}),
        (b"{} {}", {(1, 4)}),
    ],
)
def test_json_that_is_not_well_formed(data: bytes, places: set[tuple[int, int]]) -> None:
    values = refused(data)
    assert (values["line"], values["column"]) in places


@pytest.mark.parametrize(
    ("data", "offset"),
    [(b'{"title": "\xe9"}', 11), (b'\xef\xbb\xbf{"title": "\xff"}', 14), ('{"a": 1}'.encode("utf-16"), 0)],
)
def test_text_that_is_not_utf_8(data: bytes, offset: int) -> None:
    assert refused(data)["offset"] == offset


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        (b'"title": "Water us', b'"title": "a", "title": "Water us', "$.title"),
        (b'"mc": ', b'"mc": [], "mc": ', "$.team.mc"),
        (b'"text": "one', b'"text": "a", "text": "one', "$.answers[0].items[0].children[0].text"),
        (b'"x-nested": ', b'"x-nested": 1, "x-nested": ', '$.attendants[0]["x-card"][2]["x-nested"]'),
        (b'"team": {', b'"team": {"mc": [], "mc": []}, "team": {', "$.team"),
    ],
)
def test_a_key_that_stands_twice(old: bytes, new: bytes, where: str) -> None:
    data = encoded(sample())
    assert data.count(old) == 1
    values = refused(data.replace(old, new))
    assert values["path"] == where
    assert "twice" in values["found"]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e400", "9" * 5000, "-" + "9" * 5000])
@pytest.mark.parametrize(
    ("old", "where"), [('"share": 0.4', "$.quotas[0].share"), ('"version": 3', '$["x-office"].version')]
)
def test_numbers_that_are_not_finite(old: str, where: str, number: str) -> None:
    text = json.dumps(sample())
    assert text.count(old) == 1
    assert refused(text.replace(old, f"{old.partition(':')[0]}: {number}").encode())["path"] == where


@pytest.mark.parametrize("key", ["x-\ud800", "x-\0", "\udfff", "a\0"])
def test_keys_that_cannot_be_kept(key: str) -> None:
    values = refused({**sample(), key: 1})
    assert values["path"] == f"$[{json.dumps(key)}]"


def nested(levels: int) -> dict[str, Any]:
    data = sample()
    node: dict[str, Any] = {"text": "the end"}
    for _ in range(levels - 1):
        node = {"text": "down", "children": [node]}
    data["answers"][0]["items"] = [node]
    return data


def test_an_outline_of_a_hundred_levels_is_read() -> None:
    node = decoded(nested(100)).answers[0].items[0]
    for _ in range(99):
        (node,) = node.children
    assert node.text == "the end"


@pytest.mark.parametrize("levels", [MAX_DEPTH // 2, 200, 400])
def test_deeper_outlines_are_refused(levels: int) -> None:
    values = refused(nested(levels))
    assert values["path"] == "$.answers[0].items[0].children[0].children[0]…"
    assert str(MAX_DEPTH) in values["expected"]


@pytest.mark.parametrize("data", [b"[" * 100_000, b'{"a":' * 100_000, b"[" * 5_000 + b"]" * 5_000])
def test_bottomless_nesting_is_refused(data: bytes) -> None:
    assert refused(data)["path"] == "$"


def test_deep_foreign_data_is_refused() -> None:
    data = sample()
    value: Any = []
    for _ in range(MAX_DEPTH):
        value = [value]
    data["x-deep"] = value
    assert refused(data)["path"].startswith('$["x-deep"][0]')


def test_long_values_are_shortened() -> None:
    assert len(refused(put(sample(), "language", "x" * 10_000))["found"]) < 80
