"""The directory, by keys and clicks as an office clerk uses it; then the database is looked at."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.domain.people import Person
from clesidra_desktop.domain.workshop import Sex
from clesidra_desktop.gui.dialogs.anonymize import AnonymizeDialog
from clesidra_desktop.gui.dialogs.people_doubles import PeopleDoublesDialog
from clesidra_desktop.gui.models.people import PeopleModel
from clesidra_desktop.gui.pages.directory import DirectoryPage
from clesidra_desktop.gui.pages.register import RegisterPage
from clesidra_desktop.services.anonymize import Anonymized
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.services.directory import PAGE, edit_person, find_person, list_people
from clesidra_desktop.services.history import read_back
from clesidra_desktop.storage import open_database
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.directory import Known
from clesidra_desktop.storage.people import save_people
from tests.helpers.window import settle

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """The database of the program, opened a second time as on another computer."""
    opened = open_database(tmp_path / "clesidra.db")
    yield opened
    opened.close()


def fill(database: Database, *people: Person) -> None:
    with database.transaction(deed="test", who="Another") as session:
        save_people(session, people)


def person(number: int, name: str, **details: object) -> Person:
    return replace(Person(id=UUID(int=number), name=name), **details)  # type: ignore[arg-type]


class Clerk:
    """Looks at the page and presses keys."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self.qtbot, self.program = qtbot, program
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow, timeout=10_000)
        program.window.show_page("directory")
        page = program.window.page
        assert isinstance(page, DirectoryPage)
        self.page, self.card = page, page.card
        self.settle()

    @property
    def focused(self) -> QWidget:
        """What has the keys."""
        found = self.program.window.focusWidget()
        assert found is not None
        return found

    def settle(self) -> None:
        """Wait until nothing more comes."""
        settle(self.qtbot, self.program)
        timers = (self.page.list._timer, self.page._quiet)
        self.qtbot.waitUntil(lambda: not any(timer.isActive() for timer in timers) and self.program.tasks.is_idle)
        settle(self.qtbot, self.program)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        self.qtbot.keyClick(self.focused, key, modifier)
        self.settle()

    def enter(self, text: str) -> None:
        """Type where the focus is."""
        self.qtbot.keyClicks(self.focused, text)
        self.settle()

    def write(self, field: QLineEdit, text: str) -> None:
        """Type into a field in the place of what stands there, and leave it."""
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClicks(field, text)
        self.qtbot.keyClick(field, Qt.Key.Key_Tab)
        self.settle()

    def choose(self, name: str) -> None:
        """Search a person and go to the fields."""
        self.press(Qt.Key.Key_F, CONTROL)
        self.enter(name)
        self.press(Qt.Key.Key_Return)

    def close(self, dialog: QWidget) -> None:
        """Close a dialog; the window has the keys again."""
        dialog.close()
        self.program.window.activateWindow()
        self.qtbot.waitUntil(self.program.window.isActiveWindow, timeout=10_000)
        self.settle()

    def dialog(self, kind: type[QWidget]) -> QWidget:
        """Return a dialog that is open."""
        return next(
            one for one in self.program.application.topLevelWidgets() if isinstance(one, kind) and one.isVisible()
        )


@pytest.fixture
def clerk(qtbot: QtBot, program: Program) -> Clerk:
    """The page with an empty directory and without a workshop."""
    return Clerk(qtbot, program)


@pytest.fixture
def with_people(qtbot: QtBot, program: Program, database: Database) -> Clerk:
    """The page with three people, two of whom may be one, in organizations spelled in two ways."""
    fill(
        database,
        person(1, "Sok Dara", phone="012 345 678", organization="Koh Trong Fishery"),
        person(2, "Sok Dara", phone="012345678", organization="Koh Trong Fishry", position="Chief", sex=Sex.FEMALE),
        person(3, "Chan Thida", organization="Koh Trong Fishery"),
    )
    return Clerk(qtbot, program)


@pytest.fixture
def with_workshop(qtbot: QtBot, opened: Program) -> Clerk:
    """The page with the sample workshop open."""
    return Clerk(qtbot, opened)


def names(database: Database) -> list[str]:
    return [one.name for one in list_people(database).people]


def test_an_empty_directory_says_what_it_is_for_and_takes_the_first(clerk: Clerk, database: Database) -> None:
    assert clerk.page.ui.people_body.currentWidget() is not clerk.page.ui.people_page
    assert not clerk.card.ui.name.isEnabled()
    clerk.press(Qt.Key.Key_N, CONTROL | SHIFT)
    clerk.enter("Keo Maly")
    assert names(database) == []
    clerk.press(Qt.Key.Key_Return)
    assert names(database) == ["Keo Maly"]
    assert clerk.page.ui.people_body.currentWidget() is clerk.page.ui.people_page
    clerk.write(clerk.card.ui.phone, "012 999 888")
    (id_,) = [one.id for one in list_people(database).people]
    assert find_person(database, id_).person.phone == "012 999 888"
    assert "edited" in clerk.program.window.ui.undo_hint.text()
    clerk.press(Qt.Key.Key_Z, CONTROL)
    assert find_person(database, id_).person.phone == ""
    assert clerk.card.ui.phone.text() == ""
    clerk.press(Qt.Key.Key_Z, CONTROL)
    assert names(database) == []
    clerk.press(Qt.Key.Key_Y, CONTROL)
    assert names(database) == ["Keo Maly"]


def test_what_was_typed_before_the_name_is_kept(clerk: Clerk, database: Database) -> None:
    clerk.page.ui.new_person.click()
    clerk.card.ui.phone.setFocus()
    clerk.enter("011 222 333")
    clerk.card.ui.youth.click()
    clerk.card.ui.name.setFocus()
    clerk.enter("Keo Maly")
    clerk.press(Qt.Key.Key_Tab)
    (known,) = list_people(database).people
    assert find_person(database, known.id).person.phone == "011 222 333"
    assert find_person(database, known.id).person.flags == ("youth",)
    assert clerk.page.list.wanted == known.id


def test_people_are_found_while_typing_and_edited(with_people: Clerk, database: Database) -> None:
    clerk = with_people
    clerk.choose("thid")
    assert clerk.page.ui.count.text() == "1 person found"
    assert clerk.card.person
    assert clerk.card.person.name == "Chan Thida"
    assert clerk.focused is clerk.card.ui.name
    clerk.write(clerk.card.ui.birth_year, "2533")
    clerk.card.ui.sex.setFocus()
    clerk.press(Qt.Key.Key_F)
    edited = find_person(database, UUID(int=3)).person
    assert (edited.birth_year, edited.sex) == (1990, Sex.FEMALE)
    clerk.write(clerk.card.ui.email, "nobody")
    assert "no e-mail address" in clerk.card.ui.error.text()
    assert clerk.card.ui.email.property("wrong")
    clerk.write(clerk.card.ui.email, "thida@example.org")
    assert not clerk.card.ui.error.isVisible()
    assert find_person(database, UUID(int=3)).person.email == "thida@example.org"


def test_typing_on_a_card_is_neither_joined_nor_lost(with_people: Clerk, database: Database) -> None:
    clerk, ui = with_people, with_people.card.ui
    table = clerk.page.ui.people
    table.setCurrentIndex(table.model().index(0, 0))
    clerk.settle()
    shown = clerk.card.person
    assert shown
    ui.organization.setFocus()
    ui.organization.selectAll()
    for text in ("Koh ", "Trong"):
        clerk.qtbot.keyClicks(ui.organization, text)
        clerk.card.commit()
        clerk.settle()
    assert find_person(database, shown.id).person.organization == "Koh Trong"
    clerk.write(ui.email, "nobody")
    table.setCurrentIndex(table.model().index(1, 0))
    clerk.settle()
    assert ui.email.text() != "nobody"
    assert not ui.error.isVisible()
    table.setCurrentIndex(table.model().index(0, 0))
    clerk.settle()
    assert ui.email.text() == "nobody"
    assert "no e-mail address" in ui.error.text()


def test_nobody_found_offers_a_new_person_of_this_name(with_people: Clerk, database: Database) -> None:
    with_people.press(Qt.Key.Key_F, CONTROL)
    with_people.enter("Xyzzy Qqq")
    with_people.press(Qt.Key.Key_Return)
    assert with_people.card.ui.name.text() == "Xyzzy Qqq"
    with_people.press(Qt.Key.Key_Return)
    assert "Xyzzy Qqq" in names(database)
    assert with_people.page.ui.search.text() == ""


def test_what_another_computer_writes_is_shown(with_people: Clerk, database: Database) -> None:
    fill(database, person(9, "Aaa First"))
    with_people.page._follow_others()
    with_people.settle()
    assert with_people.page.list.model.total == 4
    first = with_people.page.list.model.person_at(0)
    assert first
    assert first.name == "Aaa First"
    with_people.press(Qt.Key.Key_F, CONTROL)
    with_people.enter("aaa")
    assert with_people.page.list.model.total == 1


def test_doubles_are_merged_with_what_was_chosen_and_taken_apart(with_people: Clerk, database: Database) -> None:
    clerk = with_people
    assert clerk.page.ui.doubles.text() == "1 probable double"
    clerk.press(Qt.Key.Key_F9)
    dialog = clerk.dialog(PeopleDoublesDialog)
    assert isinstance(dialog, PeopleDoublesDialog)
    kept = dialog._shown
    assert kept
    dialog.choices["organization"][1].click()
    wanted = kept[1].person.organization
    dialog.ui.merge.click()
    clerk.settle()
    assert list_people(database).total == 2
    merged = find_person(database, UUID(int=2))
    assert (merged.person.organization, merged.person.position, len(merged.doubles)) == (wanted, "Chief", 1)
    assert dialog.ui.title.text() == "No probable doubles"
    dialog.ui.merged.findChild(QPushButton).click()
    clerk.settle()
    assert list_people(database).total == 3
    assert {find_person(database, UUID(int=n)).person.organization for n in (1, 2)} == {
        "Koh Trong Fishery",
        "Koh Trong Fishry",
    }
    dialog.ui.apart.click()
    clerk.settle()
    clerk.close(dialog)
    assert clerk.page.ui.doubles.isHidden()
    clerk.press(Qt.Key.Key_Z, CONTROL)
    assert clerk.page.ui.doubles.text() == "1 probable double"


def test_all_merges_are_reached_some_at_a_time(with_people: Clerk) -> None:
    with_people.press(Qt.Key.Key_F9)
    dialog = with_people.dialog(PeopleDoublesDialog)
    assert isinstance(dialog, PeopleDoublesDialog)
    merges = [(datetime(2026, 5, 6, 8, tzinfo=UTC), f"Merge {number}", UUID(int=number)) for number in range(6)]
    dialog.show_merges(merges)

    def said() -> list[str]:
        labels = dialog.ui.merged.findChildren(QLabel)
        return [one.text()[-1] for one in labels if "· Merge " in one.text() and one.isVisibleTo(dialog)]

    def turn() -> None:
        dialog.ui.merged.findChildren(QPushButton, "turn_merges")[-1].click()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        with_people.settle()

    assert said() == ["0", "1", "2", "3"]
    turn()
    assert said() == ["4", "5"]
    dialog.show_merges(merges)  # read again, as after every change
    assert said() == ["4", "5"]
    turn()
    assert said() == ["0", "1", "2", "3"]
    with_people.close(dialog)


def test_a_merged_person_is_taken_apart_beside_the_list(with_people: Clerk, database: Database) -> None:
    with_people.press(Qt.Key.Key_F9)
    dialog = with_people.dialog(PeopleDoublesDialog)
    assert isinstance(dialog, PeopleDoublesDialog)
    dialog.ui.merge.click()
    with_people.settle()
    with_people.close(dialog)
    with_people.choose("sok dara")
    button = next(one for one in with_people.card.findChildren(QPushButton) if one.text() == "Take apart")
    button.click()
    with_people.settle()
    assert list_people(database).total == 3


def test_attendants_of_a_file_are_in_the_directory_with_their_workshop(
    with_workshop: Clerk, database: Database
) -> None:
    clerk = with_workshop
    workshop = clerk.page.context.open.workshop
    assert workshop
    assert list_people(database).total == len(workshop.attendants)
    wanted = workshop.attendants[4]
    clerk.choose(wanted.name)
    (attended,) = clerk.card.model.shown_rows
    assert (attended.title, attended.attendant_id) == (workshop.title, wanted.id)
    clerk.page.context.open.close()
    clerk.card.ui.history.selectRow(0)
    clerk.card.ui.history.setFocus()
    clerk.press(Qt.Key.Key_Return)
    register = clerk.program.window.page
    assert isinstance(register, RegisterPage)
    assert [one.id for one in register.list.selected()] == [wanted.id]


def test_undo_is_of_the_page_that_is_shown(with_workshop: Clerk, database: Database) -> None:
    clerk, window = with_workshop, with_workshop.program.window
    workshop = clerk.page.context.open.workshop
    assert workshop
    clerk.choose(workshop.attendants[0].name)
    clerk.write(clerk.card.ui.position, "Chair")
    window.show_page("register")
    assert "directory" not in window.ui.undo_hint.text()
    assert not window.context.actions["undo"].isEnabled()
    window.show_page("directory")
    assert "directory" in window.ui.undo_hint.text()
    window.context.actions["undo"].trigger()
    clerk.settle()
    assert read_back(database, None, who="Minute taker").undo is None
    assert clerk.card.ui.position.text() == workshop.attendants[0].position


def test_spellings_are_brought_together_by_one_key(with_people: Clerk, database: Database) -> None:
    clerk, organizations = with_people, with_people.page.organizations
    clerk.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert clerk.focused is clerk.page.ui.organization_search
    clerk.press(Qt.Key.Key_F9)
    assert [button.text() for button in clerk.page.ui.suggested.buttons] == [
        "1   Koh Trong Fishery · 2 times",
        "2   Koh Trong Fishry · 1 time",
    ]
    clerk.press(Qt.Key.Key_2)
    assert {find_person(database, UUID(int=n)).person.organization for n in (1, 2, 3)} == {"Koh Trong Fishry"}
    assert clerk.page.ui.suggested.isHidden()
    (line,) = organizations.model.all_rows
    assert (line.name, line.spellings, line.use.people) == ("Koh Trong Fishry", ("Koh Trong Fishery",), 3)
    clerk.write(organizations.card.ui.name, "Fishery of Koh Trong")
    organizations.card.ui.rename.click()
    clerk.settle()
    assert find_person(database, UUID(int=3)).person.organization == "Fishery of Koh Trong"
    part = next(one for one in organizations.card.findChildren(QPushButton) if one.text() == "Part")
    part.click()
    clerk.settle()
    assert len(organizations.model.all_rows[0].spellings) == 1
    for _ in range(3):
        clerk.press(Qt.Key.Key_Z, CONTROL)
    assert {line.name for line in organizations.model.all_rows} == {"Koh Trong Fishery", "Koh Trong Fishry"}
    assert organizations.model.all_rows[0].id is None


def test_what_was_done_after_spellings_were_joined_is_not_taken_back(with_people: Clerk, database: Database) -> None:
    clerk = with_people
    clerk.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    clerk.press(Qt.Key.Key_F9)
    clerk.press(Qt.Key.Key_2)
    clerk.page.context.open.do_in_directory(edit_person, UUID(int=1), {"position": "Chief"})
    clerk.settle()
    strip = clerk.program.window.strip
    next(one for one in strip.findChildren(QPushButton) if one.text() == "Undo").click()
    clerk.settle()

    assert find_person(database, UUID(int=1)).person.position == "Chief"


def test_the_open_workshop_follows_a_name_that_was_chosen(with_workshop: Clerk) -> None:
    clerk, organizations = with_workshop, with_workshop.page.organizations
    workshop = clerk.page.context.open.workshop
    assert workshop
    chosen = [line for line in organizations.model.all_rows if line.use.attendants][:2]
    clerk.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    model, table = organizations.model, clerk.page.ui.organizations
    for line in chosen:
        table.selectionModel().select(
            model.index_of(line.name),
            table.selectionModel().SelectionFlag.Select | table.selectionModel().SelectionFlag.Rows,
        )
    organizations.several.other.setFocus()
    clerk.enter("All in one")
    clerk.press(Qt.Key.Key_Return)
    now = clerk.page.context.open.workshop
    assert now
    before = {line.name for line in chosen}
    assert [one.organization for one in now.attendants] == [
        "All in one" if one.organization in before else one.organization for one in workshop.attendants
    ]


def test_a_loose_name_is_renamed_in_the_table_and_a_taken_one_is_refused(
    with_people: Clerk, database: Database
) -> None:
    clerk, organizations = with_people, with_people.page.organizations
    fishery, fishry = organizations.model.all_rows
    organizations.model.setData(organizations.model.index_of(fishry.name), "Women's Network")
    clerk.settle()
    assert find_person(database, UUID(int=2)).person.organization == "Women's Network"
    organizations.rename(fishery, "Fishery")
    clerk.settle()
    clerk.page.ui.tabs.setCurrentIndex(1)
    known = next(line for line in organizations.model.all_rows if line.name == "Fishery")
    organizations.rename(known, "women's network")
    clerk.settle()
    assert "stands for the organization" in organizations.card.ui.error.text()


def test_clusters_are_put_off(with_people: Clerk, database: Database) -> None:
    fill(
        database,
        person(4, "A", organization="Women Network Kratie"),
        person(5, "B", organization="Women Netwrok Kratie"),
    )
    with_people.page._follow_others()
    with_people.settle()
    suggested = with_people.page.ui.suggested
    assert suggested.title.text().endswith("1 of 2")
    first = [button.text() for button in suggested.buttons]
    suggested.later.click()
    second = [button.text() for button in suggested.buttons]
    assert first != second
    with_people.page.organizations.read()
    with_people.settle()
    assert [button.text() for button in suggested.buttons] == second


def test_a_person_is_anonymized_after_one_question(with_workshop: Clerk, database: Database) -> None:
    clerk = with_workshop
    workshop = clerk.page.context.open.workshop
    assert workshop
    wanted = workshop.attendants[2]
    clerk.choose(wanted.name)
    clerk.card.ui.anonymize.click()
    dialog = clerk.dialog(AnonymizeDialog)
    assert isinstance(dialog, AnonymizeDialog)
    assert wanted.name in dialog.ui.title.text()
    assert "1 workshop" in dialog.ui.stays.text()
    clerk.qtbot.keyClick(dialog.ui.cancel, Qt.Key.Key_Return)
    clerk.settle()
    assert wanted.name in names(database)
    clerk.card.ui.anonymize.click()
    dialog = clerk.dialog(AnonymizeDialog)
    assert isinstance(dialog, AnonymizeDialog)
    dialog.ui.anonymize.click()
    clerk.settle()
    assert "1 attendant" in dialog.ui.said.text()
    assert clerk.card.ui.title.text() == "The person is anonymized"
    dialog.ui.close_button.click()
    clerk.settle()
    assert wanted.name not in names(database)
    now = clerk.page.context.open.workshop
    assert now
    assert now.attendants[2].name != wanted.name
    assert now.attendants[2].sex == wanted.sex
    assert not clerk.card.ui.anonymize.isVisible()


def test_copies_and_a_file_that_was_not_cleaned_are_told(with_people: Clerk, tmp_path: Path) -> None:
    clerk = with_people
    clerk.choose("thida")
    clerk.card.ui.anonymize.click()
    dialog = clerk.dialog(AnonymizeDialog)
    assert isinstance(dialog, AnonymizeDialog)
    dialog._tell(Anonymized(Changes(), 0, 0, (tmp_path / "clesidra.db.before-0005.bak",), is_swept=False))
    assert "before-0005.bak" in dialog.ui.not_reached.text()
    assert dialog.ui.sweep.isVisible()
    assert "could not be cleaned" in dialog.ui.error.text()
    dialog.close()


def test_only_what_is_painted_is_read(
    qtbot: QtBot, program: Program, database: Database, qtmodeltester: ModelTester
) -> None:
    fill(database, *(person(number, f"Person {number:04}") for number in range(1, 1501)))
    clerk = Clerk(qtbot, program)
    model = clerk.page.list.model
    assert model.rowCount() == 1500
    assert model.person_at(0) is not None
    assert model.person_at(1400) is None
    clerk.page.ui.people.scrollToBottom()
    qtbot.waitUntil(lambda: model.person_at(1499) is not None)
    last = model.person_at(1499)
    assert last
    assert last.name == "Person 1500"
    assert model.person_at(700) is None
    clerk.settle()
    qtmodeltester.check(model)
    clerk.press(Qt.Key.Key_F, CONTROL)
    clerk.enter("person 0777")
    found = model.person_at(0)
    assert found
    assert found.name == "Person 0777"
    clerk.qtbot.keyClick(clerk.page.ui.search, Qt.Key.Key_Escape)
    clerk.page.ui.search.clear()
    clerk.settle()
    assert clerk.page.ui.people.currentIndex().row() == 776


def known(number: int) -> Known:
    return Known(UUID(int=number), f"Person {number}", "", "", "", "", (), "", None, 0)


def test_those_found_stand_in_the_place_of_the_list(qtmodeltester: ModelTester) -> None:
    model = PeopleModel()
    model.show_found([known(number) for number in range(1, PAGE + 6)])
    assert model.person_at(PAGE + 4)
    assert model.person_at(PAGE + 5) is None
    assert model.row_of(UUID(int=3)) == 2
    qtmodeltester.check(model)
    model.show_found([known(1), known(2)])
    assert (model.total, model.person_at(2)) == (2, None)
    qtmodeltester.check(model)


@pytest.mark.parametrize("language", ["km"])
def test_the_language_changes_at_run_time(with_people: Clerk, language: str) -> None:
    window = with_people.program.window
    with_people.choose("thida")
    window.context.actions[f"language_{language}"].trigger()
    with_people.settle()
    assert with_people.page.ui.tabs.tabText(0) == "មនុស្ស"
    assert with_people.card.ui.title.text() == "Chan Thida"
    window.context.actions["language_en"].trigger()
    with_people.settle()
    assert with_people.page.ui.tabs.tabText(0) == "People"
