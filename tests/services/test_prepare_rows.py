"""The rows that are prepared, one deed a step, on both engines."""

from dataclasses import replace

import pytest

from clesidra_desktop.documents.compose.annexes import number_annexes
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.workshop import (
    AgendaItem,
    Annex,
    AnnexSource,
    Category,
    Quota,
    QuotaAttribute,
    Sector,
    Workshop,
)
from clesidra_desktop.exchange.workshop_file import decode_workshop, encode_workshop
from clesidra_desktop.services.attendants import edit_attendants
from clesidra_desktop.services.history import undo
from clesidra_desktop.services.prepare import describe_programme, describe_workshop, name_team
from clesidra_desktop.services.prepare_rows import (
    LONGEST,
    Part,
    add_row,
    edit_row,
    key_of,
    move_row,
    remove_rows,
    rows_of,
)
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.storage import Database
from tests.storage.samples import FILES, full_workshop

WORKSHOP = full_workshop().id


@pytest.fixture
def filled(database: Database) -> Database:
    """A database with the full workshop in it."""
    import_workshop(database, full_workshop(), FILES, who="Bopha")
    return database


def now(database: Database) -> Workshop:
    return export_workshop(database, WORKSHOP)[0]


def keys(database: Database, part: Part) -> list[str]:
    return [key_of(row) for row in rows_of(now(database), part)]


@pytest.mark.parametrize(
    ("part", "row"),
    [
        (Part.CATEGORY, Category(code="", label="Private sector")),
        (Part.QUOTA, Quota(attribute=QuotaAttribute.PROVINCE, value="Kampot", share=0.25)),
        (Part.SECTOR, Sector(key="", title="Water")),
        (Part.AGENDA_ITEM, AgendaItem(key="", title="Lunch")),
    ],
)
def test_a_row_is_added_behind_another_and_taken_back(filled: Database, part: Part, row: object) -> None:
    before = keys(filled, part)
    key, changes = add_row(filled, WORKSHOP, part, row, who="Bopha", after=before[0])  # type: ignore[arg-type]

    assert changes.added
    assert keys(filled, part) == [before[0], key, *before[1:]]
    undo(filled, WORKSHOP, who="Bopha")
    assert now(filled) == full_workshop()


def test_new_rows_get_keys_that_nobody_has(filled: Database) -> None:
    added = [add_row(filled, WORKSHOP, Part.SECTOR, Sector(key="", title=""), who="Bopha")[0] for _ in range(3)]
    remove_rows(filled, WORKSHOP, Part.SECTOR, [added[0]], who="Bopha")
    added.append(add_row(filled, WORKSHOP, Part.SECTOR, Sector(key="", title=""), who="Bopha")[0])

    assert len(keys(filled, Part.SECTOR)) == len(set(keys(filled, Part.SECTOR)))
    assert added[-1] not in added[1:-1]


def test_two_computers_edit_rows_of_one_list(filled: Database) -> None:
    first, second, *_ = keys(filled, Part.AGENDA_ITEM)
    edit_row(filled, WORKSHOP, Part.AGENDA_ITEM, first, {"title": " Opening  words "}, who="Bopha")
    edit_row(filled, WORKSHOP, Part.AGENDA_ITEM, second, {"minutes": 7}, who="Dara")
    undo(filled, WORKSHOP, who="Bopha")

    before = full_workshop().agenda
    assert now(filled).agenda == (before[0], replace(before[1], minutes=7), *before[2:])


def test_a_row_that_is_gone_is_not_edited(filled: Database) -> None:
    with pytest.raises(UserError, match="there no longer"):
        edit_row(filled, WORKSHOP, Part.SECTOR, "nowhere", {"title": "Water"}, who="Bopha")
    with pytest.raises(UserError, match="there no longer"):
        move_row(filled, WORKSHOP, Part.SECTOR, "nowhere", 0, who="Bopha")
    assert not remove_rows(filled, WORKSHOP, Part.SECTOR, ["nowhere"], who="Bopha")


def test_rows_move_but_not_beyond_the_ends(filled: Database) -> None:
    before = keys(filled, Part.AGENDA_ITEM)
    move_row(filled, WORKSHOP, Part.AGENDA_ITEM, before[0], 99, who="Bopha")
    assert keys(filled, Part.AGENDA_ITEM) == [*before[1:], before[0]]
    move_row(filled, WORKSHOP, Part.AGENDA_ITEM, before[0], -5, who="Bopha")
    assert now(filled) == full_workshop()


def test_a_renamed_category_takes_attendants_and_quotas_along(filled: Database) -> None:
    before = now(filled)
    old = before.categories[0].code
    quota = Quota(attribute=QuotaAttribute.CATEGORY, value=old, share=0.5)
    add_row(filled, WORKSHOP, Part.QUOTA, quota, who="Bopha")
    edit_row(filled, WORKSHOP, Part.CATEGORY, old, {"code": "Local"}, who="Bopha")

    assert [one.category for one in now(filled).attendants] == [
        "Local" if one.category == old else one.category for one in before.attendants
    ]
    assert replace(quota, value="Local") in now(filled).quotas
    undo(filled, WORKSHOP, who="Bopha")
    assert now(filled).attendants == before.attendants


def test_a_sector_goes_with_its_group_and_answers_and_comes_back(filled: Database) -> None:
    before = now(filled)
    sector = before.answers[0].sector
    remove_rows(filled, WORKSHOP, Part.SECTOR, [sector], who="Bopha")

    assert sector not in {one.sector for one in (*now(filled).answers, *now(filled).groups)}
    undo(filled, WORKSHOP, who="Bopha")
    assert now(filled) == before


def test_a_question_goes_with_its_answers_and_comes_back(filled: Database) -> None:
    before = now(filled)
    question = before.answers[0].question
    remove_rows(filled, WORKSHOP, Part.QUESTION, [question], who="Bopha")

    assert question not in {one.question for one in now(filled).answers}
    undo(filled, WORKSHOP, who="Bopha")
    assert now(filled) == before


def test_an_annex_that_is_made_by_itself_is_switched_off_when_it_is_removed(filled: Database) -> None:
    before = export_workshop(filled, WORKSHOP)[0]
    listed = replace(
        before, annexes=(Annex(key="people", title="Who came", source=AnnexSource.ATTENDANTS),), minutes=()
    )
    import_workshop(filled, listed, {}, who="Bopha", replace=True)
    remove_rows(filled, WORKSHOP, Part.ANNEX, ["people"], who="Bopha")

    after = now(filled)
    assert after.annexes == ()
    printed = number_annexes(after, Labels(Language.ENGLISH))
    assert {one.annex.source for one in printed} == {AnnexSource.AGENDA}
    undo(filled, WORKSHOP, who="Bopha")
    assert [one.annex.title for one in number_annexes(now(filled), Labels(Language.ENGLISH))][-1] == "Who came"


def test_an_annex_goes_with_its_file_and_comes_back(filled: Database) -> None:
    before = export_workshop(filled, WORKSHOP)
    annex = next(one for one in before[0].annexes if one.file in before[1])
    remove_rows(filled, WORKSHOP, Part.ANNEX, [annex.key], who="Bopha")

    assert annex.file not in export_workshop(filled, WORKSHOP)[1]
    assert annex.key not in {one.annex for one in now(filled).agenda}
    undo(filled, WORKSHOP, who="Bopha")
    assert export_workshop(filled, WORKSHOP) == before


@pytest.mark.parametrize(
    ("part", "details", "says"),
    [
        (Part.CATEGORY, {"code": " "}, "needs a code"),
        (Part.QUOTA, {"share": 0.0}, "more than 0 %"),
        (Part.QUOTA, {"share": 1.01}, "more than 0 %"),
        (Part.AGENDA_ITEM, {"minutes": -1}, "no length"),
        (Part.AGENDA_ITEM, {"minutes": LONGEST + 1}, "no length"),
    ],
)
def test_what_cannot_be_is_refused(filled: Database, part: Part, details: dict[str, object], says: str) -> None:
    with pytest.raises(UserError, match=says):
        edit_row(filled, WORKSHOP, part, keys(filled, part)[0], details, who="Bopha")
    assert now(filled) == full_workshop()


def test_a_row_without_a_key_gets_one_when_it_is_edited(filled: Database) -> None:
    without = [category.code for category in now(filled).categories].index("")
    edit_attendants(filled, WORKSHOP, [now(filled).attendants[0].id], {"category": ""}, who="Bopha")
    people = [one.category for one in now(filled).attendants]
    edit_row(filled, WORKSHOP, Part.CATEGORY, "", {"label": "Farmers"}, who="Bopha")
    changed = now(filled).categories[without]
    assert changed.label == "Farmers"
    assert changed.code
    assert [one.category for one in now(filled).attendants] == people

    first = keys(filled, Part.AGENDA_ITEM)[0]
    edit_row(filled, WORKSHOP, Part.AGENDA_ITEM, first, {"key": "", "title": "Tea"}, who="Bopha")
    assert keys(filled, Part.AGENDA_ITEM)[0] == first


def test_what_a_database_holds_can_be_written_and_read_again(filled: Database) -> None:
    assert "" in keys(filled, Part.CATEGORY)
    again, _ = decode_workshop(encode_workshop(now(filled)), "workshop.json")
    assert all(one.code for one in again.categories)
    assert [one.label for one in again.categories] == [one.label for one in now(filled).categories]


def test_rows_that_cannot_be_told_apart_are_refused(filled: Database) -> None:
    first, second, *_ = keys(filled, Part.CATEGORY)
    with pytest.raises(UserError, match="Another category has the code"):
        edit_row(filled, WORKSHOP, Part.CATEGORY, second, {"code": first}, who="Bopha")
    with pytest.raises(UserError, match="a quota for this already"):
        add_row(filled, WORKSHOP, Part.QUOTA, full_workshop().quotas[0], who="Bopha")


def test_the_programme_is_described_bit_by_bit_and_taken_away(filled: Database) -> None:
    before = now(filled).programme
    assert before is not None
    describe_programme(filled, WORKSHOP, {"activity": " 2.1 "}, who="Bopha")
    assert now(filled).programme == replace(before, activity="2.1")
    describe_workshop(filled, WORKSHOP, {"programme": None}, who="Bopha")
    assert not describe_programme(filled, WORKSHOP, {"name": " ", "funder": "", "activity": ""}, who="Bopha")
    assert now(filled).programme is None
    describe_programme(filled, WORKSHOP, {"name": "Good practices"}, who="Bopha")
    assert now(filled).programme is not None


def test_the_team_is_named_part_by_part(filled: Database) -> None:
    before = now(filled).team
    name_team(filled, WORKSHOP, {"mc": ("Ms  Sok Dara ", " ", "Mr Chan")}, who="Bopha")
    assert now(filled).team == replace(before, mc=("Ms Sok Dara", "Mr Chan"))
