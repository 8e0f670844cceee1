"""Prepare: what is typed is kept, what is wrong is said and stays; then a look at the database."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from clesidra_desktop.services.prepare import describe_workshop
from tests.helpers.preparing import Person, basics, team
from tests.helpers.window import settle, show, type_text


def test_what_is_typed_is_kept_by_itself_and_undone(person: Person) -> None:
    before = person.workshop
    person.type_over(basics(person).ui.venue, "  ស្ត្រី  ក្រុម ")

    assert person.workshop.venue == "ស្ត្រី ក្រុម"
    assert basics(person).ui.venue.text() == "ស្ត្រី ក្រុម"
    person.undo()
    assert person.workshop == before
    assert basics(person).ui.venue.text() == before.venue


def test_a_pause_keeps_what_is_typed_and_leaves_the_blank_at_the_cursor(person: Person) -> None:
    field = basics(person).ui.place
    field.setFocus()
    field.clear()
    type_text(field, "Kampong ")
    person.qtbot.waitUntil(lambda: person.workshop.place == "Kampong", timeout=3000)
    type_text(field, "Cham")
    person.leave(field)

    assert person.workshop.place == "Kampong Cham"


def test_the_programme_is_described_bit_by_bit(person: Person) -> None:
    ui = basics(person).ui
    for field in (ui.programme_name, ui.programme_funder, ui.programme_activity):
        person.type_over(field, "")
    assert person.workshop.programme is None
    person.type_over(ui.programme_activity, "2.1")
    programme = person.workshop.programme
    assert programme is not None
    assert (programme.name, programme.activity) == ("", "2.1")


def test_days_and_hours_are_read_as_people_type_them(person: Person) -> None:
    ui = basics(person).ui
    person.type_over(ui.ends_day, "")
    person.type_over(ui.starts_day, "3/12/2026")
    person.type_over(ui.starts_time, "8.30")
    assert person.workshop.starts == datetime(2026, 12, 3, 8, 30)
    person.type_over(ui.ends_time, "៤ ល្ងាច")
    assert person.workshop.ends == datetime(2026, 12, 3, 16)
    person.type_over(ui.ends_day, "4 dec 2026")
    assert person.workshop.ends == datetime(2026, 12, 4, 16)
    assert (ui.starts_day.text(), ui.starts_time.text(), ui.ends_day.text()) == ("2026-12-03", "08:30", "2026-12-04")
    assert ui.days.text().endswith("2 days")


def test_the_end_goes_along_with_the_day_of_the_start(person: Person) -> None:
    before = person.workshop
    assert before.starts is not None
    assert before.ends is not None
    person.type_over(basics(person).ui.starts_day, "2027-02-01")
    after = person.workshop

    assert after.starts == datetime.combine(datetime(2027, 2, 1), before.starts.time())
    assert after.ends is not None
    assert after.ends - after.starts == before.ends - before.starts


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("starts_day", "31/2/2026", "This is no day"),
        ("starts_time", "25:00", "This is no time"),
        ("starts_time", "", "Type a time"),
        ("ends_day", "2001-01-01", "ends before it starts"),
        ("title", "", "needs a title"),
        ("timezone", "Mars/Base", "not known"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_stays(person: Person, name: str, text: str, says: str) -> None:
    before = person.workshop
    ui = basics(person).ui
    field = ui.timezone.lineEdit() if name == "timezone" else getattr(ui, name)
    note = getattr(ui, f"{name}_note")
    person.type_over(field, text)

    assert person.workshop == before
    assert (field.text(), field.property("wrong"), note.property("level")) == (text, True, "error")
    assert says in note.text()
    person.type_over(ui.venue, "Elsewhere")
    assert field.text() == text
    person.program.window.show_page("overview")
    show(person.qtbot, person.program, "prepare")
    assert field.text() == text


def test_a_wrong_value_that_is_mended_is_taken(person: Person) -> None:
    ui = basics(person).ui
    person.type_over(ui.starts_day, "soon")
    person.type_over(ui.starts_day, "2026-12-03")

    assert not ui.starts_day.property("wrong")
    assert ui.starts_day_note.text() == ""
    assert person.workshop.starts is not None
    assert person.workshop.starts.date() == datetime(2026, 12, 3).date()


def test_what_another_computer_changes_is_shown_unless_somebody_types_there(person: Person) -> None:
    ui = basics(person).ui
    ui.venue.setFocus()
    type_text(ui.venue, "!")
    person.program.window.context.open.do(describe_workshop, {"venue": "Hall", "place": "Takeo"})
    settle(person.qtbot, person.program)
    assert ui.place.text() == "Takeo"
    assert ui.venue.text().startswith("!")


def test_the_language_of_the_minutes_is_chosen(person: Person) -> None:
    box = basics(person).ui.language
    box.setFocus()
    person.press("Down")
    assert person.workshop.language == box.currentData() == "km"


def test_a_day_is_chosen_in_the_calendar(person: Person) -> None:
    ui = basics(person).ui
    person.qtbot.mouseClick(ui.starts_calendar, Qt.MouseButton.LeftButton)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    before = person.workshop.starts
    assert before is not None
    view = QApplication.focusWidget()
    assert view is not None
    person.qtbot.keyClick(view, Qt.Key.Key_Right)
    person.qtbot.keyClick(view, Qt.Key.Key_Return)
    after = person.workshop.starts
    assert after is not None
    assert (after - before).days == 1


def test_what_is_missing_is_said_quietly(person: Person) -> None:
    section = basics(person)
    assert "missing" not in person.page.ui.missing.text().replace("Nothing is missing", "")
    person.type_over(section.ui.venue, "")
    assert section.ui.venue_note.text().startswith("No venue is given")
    assert section.ui.venue_note.property("level") == "small"
    assert person.page.ui.sections.tabText(0) == "Basics · 1"
    assert person.page.ui.missing.text().startswith("1 thing is missing here. No venue is given.")
    assert "No venue is given" in person.page.ui.sections.tabToolTip(0)


def test_what_is_wrong_and_not_kept_counts_as_missing(person: Person) -> None:
    section = basics(person)
    line = section._fields["timezone"].field
    person.type_over(line, "Asia/Nowhere")
    assert person.page.ui.sections.tabText(0) == "Basics · 1"
    assert person.page.ui.missing.text().startswith("1 thing is missing here. This time zone is not known.")
    person.type_over(line, "Asia/Bangkok")
    person.page.commit()
    settle(person.qtbot, person.program)
    assert person.page.ui.sections.tabText(0) == "Basics"
    assert person.page.ui.missing.text().startswith("Nothing is missing here.")


def test_names_and_objectives_stand_one_on_a_line(person: Person) -> None:
    ui = team(person).ui
    person.type_over(ui.mc, "Ms Sok Dara\n\n Mr  Chan ")
    person.type_over(ui.objectives, "ស្វែងយល់\nAgree")

    assert person.workshop.team.mc == ("Ms Sok Dara", "Mr Chan")
    assert person.workshop.objectives == ("ស្វែងយល់", "Agree")
    assert ui.mc.toPlainText() == "Ms Sok Dara\nMr Chan"


def test_text_that_grows_makes_its_field_grow(person: Person) -> None:
    field = team(person).ui.objectives
    before = field.height()
    person.type_over(field, "\n".join(f"Objective {number}" for number in range(12)))
    assert field.height() > before
    assert len(person.workshop.objectives) == 12


def test_an_error_goes_when_the_other_field_of_its_rule_is_mended(person: Person) -> None:
    ui = basics(person).ui
    person.type_over(ui.starts_day, "2026-11-30")
    person.type_over(ui.ends_day, "30 nov 2026")
    person.type_over(ui.ends_time, "17:00")
    person.type_over(ui.starts_time, "16:00")
    person.type_over(ui.ends_time, "15:00")
    assert "ends before it starts" in ui.ends_time_note.text()
    person.type_over(ui.starts_time, "08:00")

    assert ui.ends_time_note.text() == ""
    assert person.workshop.ends == datetime(2026, 11, 30, 15)
