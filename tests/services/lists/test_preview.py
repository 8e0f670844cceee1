"""A list looked at before anything is taken."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest

from clesidra_desktop.domain.people import Person
from clesidra_desktop.domain.workshop import Attendant, Sex, Stay
from clesidra_desktop.exchange.lists.grid import Grid, ListFile
from clesidra_desktop.services.lists.fields import Field
from clesidra_desktop.services.lists.plan import Decision, Status, Why
from clesidra_desktop.services.lists.preview import ImportPreview, sheet_names
from clesidra_desktop.services.lists.remembered import Remembered
from tests.helpers.lists import grid
from tests.services.lists.samples import DARA, basis, preview, sentences, statuses

HEADER = ["Name", "Sex", "Organization", "Phone", "Category"]


def test_rows_are_new_there_completing_or_perhaps_somebody() -> None:
    shown = preview(
        HEADER,
        ["Chan Thy", "F", "Network", "", "CBO"],
        ["Sok Dara", "M", "NGO Forum", "12345678", "CBO"],
        ["Sok Dara", "", "", "012345678", ""],
        ["Sok Dara", "M", "Ministry", "", ""],
        ["Kim Bopha", "F", "NGO Forum", "012 345 678", ""],
        against=basis(replace(DARA, sex=None)),
    )
    assert statuses(shown) == {2: "new", 3: "completes", 4: "there", 5: "undecided", 6: "new"}
    completes, there, perhaps = shown.row(3).match, shown.row(4).match, shown.row(5).match
    assert completes
    assert there
    assert perhaps
    assert (completes.who, completes.certain, completes.gains) == (DARA.id, True, {"sex": Sex.MALE})
    assert there.gains == {}
    assert (perhaps.certain, perhaps.differs) == (False, ("organization",))
    assert perhaps.other.sex is Sex.MALE  # with what an earlier row has completed


def test_the_second_of_two_rows_completes_the_first() -> None:
    shown = preview(HEADER, ["Chan Thy", "", "Network", "", ""], ["Chan Thy", "F", "network", "012345678", "GOV"])
    assert statuses(shown) == {2: "new", 3: "completes"}
    match = shown.row(3).match
    assert match
    assert (match.who, match.gains) == (2, {"sex": Sex.FEMALE, "phone": "012 345 678", "category": "GOV"})


def test_a_decision_makes_a_row_new_or_the_same() -> None:
    shown = preview(HEADER, ["Sok Dara", "", "Ministry", "", "GOV"], against=basis(replace(DARA, category="")))
    assert statuses(shown) == {2: "undecided"}
    assert shown.decide([2], Decision.DIFFERENT) == {2}
    assert statuses(shown) == {2: "new"}
    shown.decide([2], None)
    assert statuses(shown) == {2: "undecided"}
    shown.decide([2], Decision.SAME)
    assert statuses(shown) == {2: "completes"}
    match = shown.row(2).match
    assert match
    assert match.gains == {"category": "GOV"}


def test_who_is_not_the_one_may_be_the_other() -> None:
    other = replace(DARA, id=UUID(int=2), organization="Network", phone="")
    shown = preview(HEADER, ["Sok Dara", "", "Ministry", "", ""], against=basis(DARA, other))
    shown.decide([2], Decision.DIFFERENT)
    match = shown.row(2).match
    assert match
    assert match.who == other.id
    shown.decide([2], Decision.DIFFERENT)
    assert statuses(shown) == {2: "new"}


def test_all_are_decided_at_once() -> None:
    others = [replace(DARA, id=UUID(int=number), organization=f"Office {number}", phone="") for number in range(2, 5)]
    rows = [["Sok Dara", "", "Ministry", "", ""], ["Sok Dara", "", "Temple", "", ""], ["Kim Bopha", "", "", "", ""]]
    shown = preview(HEADER, *rows, against=basis(DARA, *others))
    assert shown.decide_all(Decision.DIFFERENT) == {2, 3}
    assert statuses(shown) == {2: "new", 3: "new", 4: "new"}
    same = preview(HEADER, *rows, against=basis(DARA, *others))
    same.decide_all(Decision.SAME)
    assert statuses(same) == {2: "there", 3: "there", 4: "new"}


def test_a_cell_is_mended_and_the_row_read_again() -> None:
    shown = preview(HEADER, ["Chan Thy", "k", "", "", ""], ["Kim Bopha", "F", "", "12", "zz"])
    sex, phone, category = sentences(shown)
    assert sex == "Row 2, Sex: “k” cannot be taken. Type F, M or X; ស្រី or ប្រុស."
    assert phone.startswith("Row 3, Phone: “12” cannot be taken. Type 9 or 10 digits with the zero")
    assert category == "Row 3, Category: “zz” cannot be taken. Type one of CBO, GOV."
    assert shown.mend(2, 1, "ស្រី") == {2}
    assert (shown.row(2).status, shown.row(2).attendant.sex) == (Status.NEW, Sex.FEMALE)
    assert shown.row(2).texts[1] == "ស្រី"
    assert shown.mend(3, 3, "012 345 678") == {3}
    assert shown.row(3).status is Status.FAULTY
    shown.mend(3, 4, "cbo")
    assert shown.faults == ()
    assert statuses(shown) == {2: "new", 3: "new"}


def test_mending_one_row_tells_of_others_that_follow() -> None:
    shown = preview(HEADER, ["Chan Thi", "F", "Network", "", ""], ["Chan Thy", "F", "Network", "", "CBO"])
    assert statuses(shown) == {2: "new", 3: "undecided"}
    assert shown.mend(2, 0, "Chan Thy") == {2, 3}
    assert statuses(shown) == {2: "new", 3: "completes"}


def test_the_same_word_is_mended_everywhere_and_remembered() -> None:
    rows = [["Chan Thy", "", "", "", "Communal"], ["Kim Bopha", "", "", "", "communal "], ["A", "", "", "", "x y"]]
    shown = preview(HEADER, *rows)
    assert shown.mend_alike(4, "Communal", "GOV") == {2, 3}
    assert [row.attendant.category for row in shown.rows] == ["GOV", "GOV", ""]
    again = preview(HEADER, *rows, remembered=Remembered.from_data(shown.remembered.as_data()))
    assert [fault.row for fault in again.faults] == [4]
    shown.mend_alike(0, "A", "B")
    assert "name" not in shown.remembered.words  # names are of persons, and nobody's to keep


def test_faults_are_emptied_except_missing_names() -> None:
    shown = preview(HEADER, ["Chan Thy", "k", "", "12", "zz"], ["", "F", "", "", ""])
    shown.empty_faults()
    assert statuses(shown) == {2: "new", 3: "faulty"}
    assert [fault.row for fault in shown.faults] == [3]


def test_rows_are_left_out_and_taken_in_again() -> None:
    shown = preview(
        HEADER, ["Chan Thy", "F", "Network", "", ""], ["Chan Thy", "F", "Network", "", ""], ["", "k", "", "", ""]
    )
    assert shown.leave_out([2, 4]) == {2, 3, 4}
    assert statuses(shown) == {2: "left_out", 3: "new", 4: "left_out"}
    assert shown.faults == ()
    shown.leave_out([2], False)
    assert statuses(shown) == {2: "new", 3: "there", 4: "left_out"}
    assert shown.count() == {Status.NEW: 1, Status.THERE: 1, Status.LEFT_OUT: 1}


def test_headings_totals_and_headers_between_the_rows_are_left_out_and_blank_rows_not_shown() -> None:
    shown = preview(
        HEADER,
        ["CBOs", "", "", "", ""],
        ["Chan Thy", "F", "", "", ""],
        ["", "", "", "", ""],
        ["II. Government", "", "", "", ""],
        HEADER,
        ["Kim", "", "", "", ""],
        ["សរុប", "២", "", "", ""],
    )
    assert {row.number: row.why for row in shown.rows} == {
        2: Why.HEADING,
        3: None,
        5: Why.HEADING,
        6: Why.HEADER,
        7: None,
        8: Why.TOTAL,
    }
    assert statuses(shown) == {2: "left_out", 3: "new", 5: "left_out", 6: "left_out", 7: "new", 8: "left_out"}
    shown.leave_out([5], False)
    assert shown.row(5).status is Status.NEW


def test_a_merged_heading_is_no_person() -> None:
    cells = Grid("", (("Name", "Sex", "Age"), ("Women of Kratie", "", ""), ("Chan Thy", "F", "30")), frozenset({1}))
    assert statuses(ImportPreview(ListFile("a.xlsx", (cells,)), basis())) == {2: "left_out", 3: "new"}


def test_a_column_is_taken_for_something_else_and_remembered() -> None:
    rows = [["Name", "Nickname", "Town"], ["Chan Thy", "Thy", "Kratie"]]
    shown = preview(*rows)
    assert set(shown.columns.values()) == {Field.NAME}
    assert shown.use_column(2, Field.PROVINCE) == {2}
    assert shown.row(2).attendant.province == "Kratie"
    shown.use_column(1, Field.NAME)
    assert shown.columns == {1: Field.NAME, 2: Field.PROVINCE}
    shown.use_column(2, None)
    assert shown.columns == {1: Field.NAME}
    assert shown.remembered.columns == {"town": "", "nickname": "name"}
    again = preview(*rows, remembered=shown.remembered)
    assert again.columns == {1: Field.NAME}


def test_mended_cells_survive_another_matching_of_columns() -> None:
    shown = preview(["Name", "Town"], ["Chan Thy", "Kratie"])
    shown.mend(2, 0, "Chan Thi")
    shown.use_column(1, Field.PROVINCE)
    assert shown.row(2).attendant.name == "Chan Thi"


def test_another_header_or_sheet() -> None:
    first = grid(["Name", "Sex"], ["Full name", "Gender"], ["Chan Thy", "F"])
    second = grid(["Kim Bopha", "F"], ["Heng Vichet", "M"])
    shown = ImportPreview(ListFile("list.xlsx", (first, replace(second, name="Day 2"))), basis())
    assert statuses(shown) == {3: "new"}
    shown.use_header(0, 1)
    assert shown.row(2).attendant.name == "Full name"
    shown.use_sheet(1)
    assert (shown.sheet, [row.attendant.name for row in shown.rows]) == (1, ["Kim Bopha", "Heng Vichet"])
    assert sheet_names(shown.file) == ["list.xlsx", "Day 2"]


def test_people_of_the_directory_are_known_again() -> None:
    people = (
        Person(id=UUID(int=7), name="Chan Thy", phone="012 345 678"),
        Person(id=UUID(int=8), name="Chan Thy", organization="Network"),
        Person(id=UUID(int=9), name="Kim Bopha"),
    )
    shown = preview(
        HEADER,
        ["Ms Chan Thy", "", "network", "", ""],
        ["Chan Thy", "", "", "12345678", ""],
        ["Kim Bopha", "", "Network", "", ""],
        against=basis(people=people),
    )
    assert [row.person_id for row in shown.rows] == [UUID(int=8), UUID(int=7), None]


def test_a_person_who_is_in_the_workshop_under_another_name_is_there() -> None:
    person = Person(id=UUID(int=7), name="Chan Thy", phone="012 345 678")
    renamed = Attendant(id=UUID(int=1), name="Madam Chan")
    shown = preview(
        HEADER, ["Chan Thy", "", "", "12345678", ""], against=basis(renamed, people=(person,), chan=person.id)
    )
    assert statuses(shown) == {2: "completes"}
    match = shown.row(2).match
    assert match
    assert match.who == renamed.id


def test_a_row_with_our_own_id_is_there_whatever_else_it_says() -> None:
    shown = preview(["Name", "ID"], ["Somebody else", str(DARA.id)], ["Nobody", str(UUID(int=99))], against=basis(DARA))
    assert statuses(shown) == {2: "there", 3: "new"}


def test_an_arrival_is_gained_once_and_never_doubled() -> None:
    there = replace(DARA, stays=(Stay(arrived=datetime(2026, 5, 6, 7, 30)),))
    rows = [["Name", "Phone", "Arrived"], ["Sok Dara", "012345678", "08:05"]]
    assert statuses(preview(*rows, against=basis(there))) == {2: "there"}
    assert statuses(preview(*rows, against=basis(DARA))) == {2: "completes"}


class Stopped(Exception):  # noqa: N818 - not an error
    """Raised by a person who does not want to wait."""


def test_progress_and_stopping() -> None:
    rows = [HEADER, *([f"Person {number}", "F", "", "", ""] for number in range(120))]
    told: list[tuple[int, int]] = []
    shown = preview(*rows, progress=lambda done, total: told.append((done, total)))
    assert told == [(50, 120), (100, 120), (120, 120)]
    before = shown.rows, dict(shown.columns), shown.remembered

    def stop(_: int, __: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        shown.use_column(1, Field.POSITION, stop)
    assert (shown.rows, dict(shown.columns), shown.remembered) == before


def test_what_was_remembered_wrongly_is_left_out() -> None:
    for data in (None, 5, [], {"columns": []}, {"words": {"category": 5}}, {"columns": {"a": "nonsense", 5: "name"}}):
        assert Remembered.from_data(data).columns == {}
    kept = Remembered({"town": "province", "no": ""}, {"category": {"communal": "GOV"}})
    assert Remembered.from_data(kept.as_data()) == kept


def test_a_name_is_no_total_and_a_remark_says_nothing_of_the_row() -> None:
    shown = preview(
        ["Family name", "Given name", "Sex", "Remarks"],
        ["Sum", "Dara", "F", ""],
        ["Keo", "Sum", "M", ""],
        ["Chan", "Thy", "F", "Total"],
        ["Total", "", "3", ""],
        ["", "", "3", "Total"],
    )
    assert {row.number: row.why for row in shown.rows} == {2: None, 3: None, 4: None, 5: Why.TOTAL, 6: Why.TOTAL}
    assert [row.attendant.name for row in shown.rows][:3] == ["Sum Dara", "Keo Sum", "Chan Thy"]
    alone = preview(["Name", "Sex", "Category"], ["Sum", "F", "CBO"], ["Sum", "2", ""])
    assert {row.number: row.why for row in alone.rows} == {2: None, 3: Why.TOTAL}


@pytest.mark.parametrize("more", [[], ["F"]])
def test_numbers_before_names_count_people(more: list[str]) -> None:
    shown = preview(["Name", "Sex"][: 1 + len(more)], ["1. Sok Dara", *more], ["២. Chan Thy", *more], ["Keo Na", *more])
    assert [(row.attendant.name, row.why) for row in shown.rows] == [
        ("Sok Dara", None),
        ("Chan Thy", None),
        ("Keo Na", None),
    ]
    headed = preview(["Name"], ["1. Networks"], ["Sok Dara"], ["Chan Thy"], ["2. Government"], ["Keo Na"], ["Kim"])
    assert [row.number for row in headed.rows if row.why is Why.HEADING] == [2, 5]
