"""What was written on paper is typed in by its codes, on both engines."""

from datetime import time

import pytest

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.outline_lines import OutlineLine
from clesidra_desktop.domain.paper_arrivals import ROW_KEY
from clesidra_desktop.domain.row_codes import answer_codes, attendant_codes, empty_row_code
from clesidra_desktop.domain.workshop import Stay
from clesidra_desktop.exchange.pasting import read_plain
from clesidra_desktop.services.answers import find_answer
from clesidra_desktop.services.attendants import mark_arrived
from clesidra_desktop.services.history import read_back, redo, undo
from clesidra_desktop.services.paper_twin import (
    add_to_answer,
    enter_attendant,
    enter_new_attendant,
    find_entered,
    find_paper_rows,
    find_taken_back,
)
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.storage import Database
from tests.helpers.builders import at, points, workshop

MADE = workshop()


@pytest.fixture
def filled(database: Database) -> Database:
    """A database with a workshop whose laptop died."""
    import_workshop(database, MADE, {}, who="Bopha")
    return database


def test_a_sheet_is_typed_in_by_codes(filled: Database) -> None:
    rows = find_paper_rows(filled, MADE.id)
    for code in attendant_codes([one.id for one in MADE.attendants]).values():
        attendant = rows.find(code).attendant
        assert attendant
        mark_arrived(filled, MADE.id, [attendant.id], at(8, 10), who="Bopha")
    again = find_paper_rows(filled, MADE.id)
    assert again.find(code).attendant == export_workshop(filled, MADE.id)[0].attendants[-1]
    assert {one.arrived for one in export_workshop(filled, MADE.id)[0].attendants} == {at(8, 10)}


def test_lines_from_paper_come_behind_what_is_there(filled: Database) -> None:
    row = find_paper_rows(filled, MADE.id).find(answer_codes(MADE)["s2", "q1"])
    assert row.sector
    assert row.question
    before = find_answer(filled, MADE.id, "s2", "q1").outline
    add_to_answer(filled, MADE.id, row.sector.key, row.question.key, read_plain("• wells\n• pumps"), who="Bopha")
    assert find_answer(filled, MADE.id, "s2", "q1").outline == (*before, *points("wells", "pumps"))
    add_to_answer(filled, MADE.id, "s2", "q1", [OutlineLine(0, "a\x00 line")], who="Dara")
    assert find_answer(filled, MADE.id, "s2", "q1").outline[-1].text == "a line"
    undo(filled, MADE.id, who="Dara")
    undo(filled, MADE.id, who="Bopha")
    assert export_workshop(filled, MADE.id)[0] == MADE


def test_a_row_that_was_signed_is_typed_in_as_one_deed(filled: Database) -> None:
    id_ = MADE.attendants[0].id
    details = {"phone": "012 345 678", "organization": "Koh Trong\u0000 Fishery"}
    enter_attendant(filled, MADE.id, id_, details, signed=True, day=at(8).date(), at=time(8, 5), who="Bopha")
    entered = export_workshop(filled, MADE.id)[0].attendants[0]
    assert (entered.phone, entered.organization, entered.arrived) == ("012 345 678", "Koh Trong Fishery", at(8, 5))
    enter_attendant(filled, MADE.id, id_, {"phone": "099"}, signed=False, who="Bopha")
    assert export_workshop(filled, MADE.id)[0].attendants[0].stays == entered.stays
    undo(filled, MADE.id, who="Bopha")
    undo(filled, MADE.id, who="Bopha")
    assert export_workshop(filled, MADE.id)[0] == MADE


def test_an_empty_row_becomes_an_attendant_who_knows_it(filled: Database) -> None:
    code = empty_row_code(3)
    id_, _ = enter_new_attendant(filled, MADE.id, code, {"name": "Sok Dara"}, who="Bopha")
    made = next(one for one in export_workshop(filled, MADE.id)[0].attendants if one.id == id_)
    assert (made.name, made.stays, made.extensions) == ("Sok Dara", (Stay(),), {ROW_KEY: code})
    with pytest.raises(UserError, match="needs a name"):
        enter_new_attendant(filled, MADE.id, code, {"name": " "}, who="Bopha")


def test_what_is_undone_is_known(filled: Database) -> None:
    sequences = []
    for phone in ("1", "2"):
        enter_attendant(filled, MADE.id, MADE.attendants[0].id, {"phone": phone}, signed=False, who="Bopha")
        saved = read_back(filled, MADE.id, who="Bopha").saved
        assert saved
        sequences.append(saved.sequence)
    first, second = sequences
    assert find_taken_back(filled, MADE.id, ()) == frozenset()
    for deed, gone in ((undo, {second}), (undo, {first, second}), (redo, {second}), (undo, {first, second})):
        deed(filled, MADE.id, who="Bopha")
        assert find_taken_back(filled, MADE.id, sequences) == gone


def test_what_was_entered_is_read_back_from_the_journal(filled: Database) -> None:
    known = MADE.attendants[0]
    enter_attendant(filled, MADE.id, known.id, {}, signed=True, at=time(7, 5), who="Bopha")
    new, _ = enter_new_attendant(filled, MADE.id, empty_row_code(1, 0), {"name": "Chea Vanna"}, who="Bopha")
    add_to_answer(filled, MADE.id, "s2", "q1", [OutlineLine(0, "wells")], who="Dara")
    mark_arrived(filled, MADE.id, [MADE.attendants[1].id], at(8, 10), who="Bopha")
    found = find_entered(filled, MADE.id)

    assert [(one.attendant, one.answer) for one in found] == [(None, ("s2", "q1")), (new, None), (known.id, None)]
    undo(filled, MADE.id, who="Dara")
    assert [one.sequence for one in find_entered(filled, MADE.id)][-2:] == [one.sequence for one in found][-2:]
