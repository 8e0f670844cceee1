"""Nothing changes on the way out and in again."""

import json
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid5

from hypothesis import given, settings
from hypothesis import strategies as st

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.outline import Node
from clesidra_desktop.domain.row_keys import with_keys
from clesidra_desktop.domain.workshop import Stay, Workshop
from clesidra_desktop.exchange.workshop_file import decode_workshop, encode_workshop
from tests.exchange.workshop_file.samples import decoded, sample
from tests.helpers.strategies import workshops


@given(workshops())
@settings(deadline=None)
def test_every_workshop_comes_back_equal(workshop: Workshop) -> None:
    data = encode_workshop(workshop)
    again, notes = decode_workshop(data, "workshop.json")
    assert again == workshop
    assert notes == ()
    assert encode_workshop(again) == data


KEYED = ("categories", "sectors", "questions", "agenda", "polls", "annexes", "minutes")


@given(data=st.data(), workshop=workshops())
@settings(deadline=None)
def test_rows_without_a_key_or_with_that_of_another_are_written_so_that_they_can_be_read(
    data: st.DataObject, workshop: Workshop
) -> None:
    """As databases may hold them: nothing is lost, and every row has a key of its own from then on."""
    damaged = workshop
    for field in KEYED:
        rows = list(getattr(workshop, field))
        for place, row in enumerate(rows):
            name = "code" if field == "categories" else "key"
            known = st.sampled_from([getattr(one, name) for one in rows])
            rows[place] = replace(row, **{name: data.draw(st.sampled_from(("", getattr(row, name))) | known)})
        damaged = replace(damaged, **{field: tuple(rows)})
    named = {
        "sectors": {new.key: old.key for new, old in zip(damaged.sectors, workshop.sectors, strict=True)},
        "questions": {new.key: old.key for new, old in zip(damaged.questions, workshop.questions, strict=True)},
    }
    known = {old: new for new, old in named["sectors"].items()}
    asked = {old: new for new, old in named["questions"].items()}
    damaged = replace(
        damaged,
        groups=tuple(replace(one, sector=known[one.sector]) for one in workshop.groups if one.sector in known),
        answers=tuple(
            replace(one, sector=known[one.sector], question=asked[one.question])
            for one in workshop.answers
            if one.sector in known and one.question in asked
        ),
        split=replace(
            workshop.split,
            wishes=tuple(
                replace(wish, sectors=tuple(known[one] for one in wish.sectors if one in known))
                for wish in workshop.split.wishes
            ),
        ),
        agenda=tuple(replace(one, annex="", poll="") for one in damaged.agenda),
    )

    again, notes = decode_workshop(encode_workshop(damaged), "workshop.json")

    assert notes == ()
    assert again == with_keys(damaged)
    for field in KEYED:
        before, after = getattr(damaged, field), getattr(again, field)
        name = "code" if field == "categories" else "key"
        assert [replace(one, **{name: ""}) for one in before] == [replace(one, **{name: ""}) for one in after]
    assert [one.items for one in again.answers] == [one.items for one in damaged.answers]
    assert with_keys(again) == again


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda below: st.lists(below, max_size=2) | st.dictionaries(st.sampled_from(("text", "x-a", "id")), below),
    max_leaves=3,
)


@given(data=st.data(), value=JSON)
@settings(deadline=None)
def test_whatever_is_read_is_written_and_read_again(data: st.DataObject, value: object) -> None:
    """Put any value anywhere: it is refused with a sentence, or it can be kept."""
    tree = sample()
    place: Any = tree
    key: Any = data.draw(st.sampled_from(sorted(tree)))
    while isinstance(place[key], dict | list) and place[key] and data.draw(st.booleans()):
        place = place[key]
        key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
    place[key] = value
    try:
        workshop = decoded(tree)
    except UserError:
        return
    assert decode_workshop(encode_workshop(workshop), "again.json") == (workshop, ())


def test_a_file_in_canonical_form_comes_back_equal() -> None:
    assert json.loads(encode_workshop(decoded(sample()))) == sample()


def test_keys_stand_in_the_published_order_and_foreign_ones_last() -> None:
    written = json.loads(encode_workshop(decoded(dict(reversed(sample().items())))))
    assert list(written) == list(sample())
    assert list(written["attendants"][0]) == list(sample()["attendants"][0])


def test_bytes_are_utf_8_with_line_feeds_and_indented_by_one() -> None:
    data = encode_workshop(decoded(sample()))
    assert data.startswith(b'{\n "format": "clesidra-workshop/1",\n "id": ')
    assert data.endswith(b"\n}\n")
    assert "សុខ វិបុល".encode() in data
    assert b"\r" not in data


def test_all_that_is_optional_may_be_missing_or_null() -> None:
    required = {key: sample()[key] for key in ("format", "id", "language", "title")}
    bare = decoded(required)
    assert bare == Workshop(id=bare.id, language=bare.language, title=bare.title)
    assert decoded({**dict.fromkeys(sample()), **required, "x-office": {}}) == replace(
        bare, extensions={"x-office": {}}
    )
    assert json.loads(encode_workshop(bare)) == required


def test_rows_with_nothing_but_what_is_required() -> None:
    rows = {
        "attendants": [{"id": sample()["id"], "name": "Dara", "category": None}],
        "programme": {"name": "Fair water", "funder": None},
        "team": {"mc": None},
        "sectors": [{"key": "s", "title": "S"}],
        "questions": [{"key": "q", "text": "Q"}],
        "groups": [{"sector": "s", "members": None}],
        "answers": [{"sector": "s", "question": "q", "items": [{"text": "t", "style": None, "children": None}]}],
        "agenda": [{"key": "a", "title": "A", "kind": None, "internal": None, "notes": None, "annex": None}],
        "polls": [{"key": "p", "question": "P", "options": [{"text": "yes"}]}],
        "ways_forward": [{"text": "w"}],
        "annexes": [{"key": "x", "title": "X"}],
    }
    required = {key: sample()[key] for key in ("format", "id", "language", "title")}
    workshop = decoded({**required, **rows})
    assert workshop.attendants[0].category == ""
    assert workshop.answers[0].items == (Node("t"),)
    assert workshop.agenda[0].notes == ()
    assert workshop.polls[0].options[0].count == 0
    assert decode_workshop(encode_workshop(workshop), "again.json")[0] == workshop


def test_one_stay_is_written_plainly_and_several_as_a_list() -> None:
    workshop = decoded(sample())
    several, plain = workshop.attendants
    assert len(several.stays) == 2
    assert len(plain.stays) == 1
    for stays, keys in (
        ((), set()),
        ((Stay(),), {"stays"}),
        ((Stay(left=several.left, arrived=several.arrived),), {"arrived"}),
        ((Stay(), Stay()), {"stays"}),
    ):
        changed = replace(workshop, attendants=(replace(plain, stays=stays), several))
        written = json.loads(encode_workshop(changed))["attendants"][0]
        assert {"arrived", "left", "stays"} & written.keys() == keys
        assert decoded(json.loads(encode_workshop(changed))) == changed


def test_ids_of_ways_forward_hold_when_they_are_moved() -> None:
    workshop = decoded(sample())
    repair, meet = workshop.ways_forward
    assert repair.id == uuid5(workshop.id, "way-forward:0")
    moved = replace(workshop, ways_forward=(meet, repair))
    written = json.loads(encode_workshop(moved))["ways_forward"]
    assert [way.get("id") for way in written] == [str(meet.id), str(repair.id)]
    assert decoded(json.loads(encode_workshop(moved))) == moved


def test_a_way_forward_added_by_hand_never_takes_the_id_of_one_that_was_moved() -> None:
    data = sample()
    moved = str(uuid5(UUID(data["id"]), "way-forward:1"))
    data["ways_forward"] = [{"id": moved, "text": "moved up"}, {"text": "new"}]
    workshop = decoded(data)
    first, second = workshop.ways_forward
    assert str(first.id) == moved
    assert second.id != first.id
    assert decoded(json.loads(encode_workshop(workshop))) == workshop


def test_a_key_that_no_file_may_have_is_written_so_that_it_can_be_read() -> None:
    one, *others = decoded(sample()).attendants
    workshop = replace(decoded(sample()), attendants=(replace(one, extensions={"row": "N01X"}), *others))
    again, _ = decode_workshop(encode_workshop(workshop), "again.json")
    assert again.attendants[0].extensions == {"x-row": "N01X"}
