"""Rows on paper, found again by what is typed."""

import pytest

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.paper_rows import PaperRowKind, PaperRows
from clesidra_desktop.domain.row_codes import answer_codes, attendant_codes, empty_row_code
from tests.helpers.builders import at, attendant, attendants, identity, workshop

MADE = workshop()
ROWS = PaperRows(MADE)
CODE = attendant_codes([one.id for one in MADE.attendants])[identity(2)]
ANSWER = answer_codes(MADE)["s1", "q2"]


def test_every_row_on_paper_is_found() -> None:
    row = ROWS.find(CODE)
    assert (row.kind, row.attendant, row.name) == (PaperRowKind.ATTENDANT, MADE.attendants[1], "Attendant 2")
    row = ROWS.find(f" {ANSWER[:2].lower()}-{ANSWER[2:]}")
    assert (row.kind, row.name) == (PaperRowKind.ANSWER, "Sector 1 · Question 2?")
    row = ROWS.find(empty_row_code(17, 0, MADE.id))
    assert (row.kind, row.row, row.day, row.name) == (PaperRowKind.EMPTY_ROW, 17, 0, "")


def test_a_sheet_of_another_workshop_is_not_taken_and_one_of_older_days_is() -> None:
    """The first sheets had codes that were the same in every workshop; they are still understood, but not offered."""
    with pytest.raises(UserError, match="on no paper of this workshop"):
        ROWS.find(empty_row_code(17, 0, identity(5)))
    older = ROWS.find(empty_row_code(17))
    assert (older.kind, older.row, older.code) == (PaperRowKind.EMPTY_ROW, 17, empty_row_code(17))
    assert [row.code for row in ROWS.beginning("N17")] == [empty_row_code(17, 0, MADE.id)]


def test_empty_rows_are_told_by_the_day() -> None:
    rows = PaperRows(workshop(ends=at(12, day=7)))
    for named in (None, MADE.id):
        found = [rows.find(empty_row_code(3, day, named)) for day in (2, 1)]
        assert [(row.row, row.day) for row in found] == [(3, 2), (3, 1)]
    with pytest.raises(UserError, match="on no paper of this workshop"):
        rows.find(empty_row_code(3, 5))


@pytest.mark.parametrize(
    "typed",
    [
        CODE[:-1] + ("2" if CODE[-1] != "2" else "3"),
        CODE[1] + CODE[0] + CODE[2:],
        CODE[:-1],
        CODE + "7",
    ],
)
def test_typing_errors_are_shown_with_what_may_be_meant(typed: str) -> None:
    with pytest.raises(UserError, match=rf"Did you mean {CODE} \(Attendant 2\)"):
        ROWS.find(typed)


def test_what_is_no_code_or_of_another_workshop_is_said() -> None:
    with pytest.raises(UserError, match=r"“\?\?\?” is no row code"):
        ROWS.find("???")
    (other,) = attendant_codes([attendant(77).id]).values()
    with pytest.raises(UserError, match=f"The row code {other} is on no paper of this workshop"):
        ROWS.find(other)


def test_rows_are_offered_while_a_code_is_typed() -> None:
    many = PaperRows(workshop(attendants=attendants(300), groups=()))
    assert ROWS.beginning("") == ()
    assert [row.code for row in ROWS.beginning(CODE[:3].lower())] == [CODE]
    assert len(many.beginning(CODE[0])) == 8
    assert {row.kind for row in many.beginning("A")} == {PaperRowKind.ANSWER}
    assert [row.row for row in many.beginning("n0", 2)] == [1, 2]
