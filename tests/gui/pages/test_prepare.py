"""The page Prepare: its sections, the way through them, and where findings lead."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.domain.workshop import Question
from clesidra_desktop.gui.pages.prepare import PreparePage
from clesidra_desktop.gui.pages.prepare_basics import BasicsSection
from clesidra_desktop.gui.words import DEED_WORDS
from clesidra_desktop.services.prepare_rows import Part, add_row
from tests.helpers.preparing import Person, basics, counted
from tests.helpers.window import SAMPLE, is_shown_at_all, settle, show, type_text


@pytest.mark.parametrize(
    ("where", "accessible"),
    [
        ("$.title", "title"),
        ("$.venue", "venue"),
        ("$.ends", "ends_day"),
        ("$.timezone", ""),
        ("$.programme", "programme_name"),
        ("$.language", "language"),
        ("$.team.minute_taker", "minute_taker"),
        ("$.objectives", "objectives"),
        ("$.agenda[3].title", "item_title"),
        ("$.agenda[3].minutes", "minutes"),
        ("$.agenda", "table"),
    ],
)
def test_a_finding_leads_to_the_field_that_mends_it(person: Person, where: str, accessible: str) -> None:
    person.program.window.show_page("overview")
    person.program.window.show_page("prepare", where)
    settle(person.qtbot, person.program)

    if accessible:
        assert person.focused.objectName() == accessible
    else:
        assert isinstance(person.page.section, BasicsSection)
        assert person.focused in (person.page.section.ui.timezone, person.page.section.ui.timezone.lineEdit())


@pytest.mark.parametrize("where", ["$.categories[1].label", "$.quotas[0]", "$.sectors[2].title", "$.questions[1].text"])
def test_a_finding_leads_to_the_row_that_mends_it(person: Person, where: str) -> None:
    person.page.go_to(where)
    section = person.page.section
    name = where.removeprefix("$.").split("[")[0]
    index = int(where.split("[")[1][0])
    assert person.focused is getattr(section, name).rows.rows[index].field_of(where.rpartition(".")[2])


def test_a_finding_about_a_file_leads_to_the_button_that_chooses_it(person: Person) -> None:
    place = next(place for place, one in enumerate(person.workshop.annexes) if one.file)
    person.page.go_to(f"$.annexes[{place}].file")
    assert isinstance(person.focused, QPushButton)
    assert person.focused.text() == "Other file…"


def test_keys_and_the_button_lead_through_the_sections(person: Person) -> None:
    page, actions = person.page, person.program.window.context.actions
    titles = [page.ui.sections.tabText(place).split(" · ")[0] for place in range(6)]
    assert titles == [
        "Basics", "Team and aims", "Categories and quotas", "Sectors and questions", "Agenda", "Annexes",
    ]  # fmt: skip
    person.press("PageDown", Qt.KeyboardModifier.ControlModifier)
    assert page.ui.sections.currentIndex() == 1
    person.press("PageUp", Qt.KeyboardModifier.ControlModifier)
    person.press("PageUp", Qt.KeyboardModifier.ControlModifier)
    assert page.ui.sections.currentIndex() == 5
    assert page.ui.next.text() == "Next: Register"
    page.ui.next.click()
    settle(person.qtbot, person.program)
    assert person.program.window.page is not page
    assert not actions["prepare_add"].isEnabled()


def test_what_is_waiting_is_kept_when_the_page_is_left(person: Person) -> None:
    field = basics(person).ui.venue
    field.setFocus()
    field.selectAll()
    type_text(field, "The last word")
    person.program.window.show_page("overview")
    assert person.workshop.venue == "The last word"


def test_every_deed_has_words() -> None:
    extra = {"describe_programme", "name_team", "add_annexes", "replace_annex_file"}
    rows = {f"{verb}_{part.name.lower()}" for verb in ("add", "edit", "move", "remove") for part in Part}
    assert rows | extra <= DEED_WORDS.keys()


@pytest.mark.parametrize("language", ["en", "km"])
def test_nothing_is_wider_than_a_small_screen(
    qtbot: QtBot, make_program: Callable[..., Program], language: str
) -> None:
    program = make_program(language)
    program.window.open_file(SAMPLE)
    settle(qtbot, program)
    page = show(qtbot, program, "prepare")
    assert isinstance(page, PreparePage)
    for place, section in enumerate(page.sections):
        page.ui.sections.setCurrentIndex(place)
        settle(qtbot, program)
        assert section.minimumSizeHint().width() <= page.ui.sections.width(), section.KEY
        assert all(field.width() >= 40 for field in section.findChildren(QLineEdit) if field.isVisible())
    assert program.window.width() == 1280


def test_everything_that_is_typed_or_pressed_has_a_name(person: Person) -> None:
    nameless = []
    for place, section in enumerate(person.page.sections):
        person.page.ui.sections.setCurrentIndex(place)
        settle(person.qtbot, person.program)
        buddies = {label.buddy() for label in section.findChildren(QLabel)}
        kinds = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton)
        widgets = [one for kind in kinds for one in section.findChildren(kind) if one.isVisible()]
        nameless += [
            f"{section.KEY}: {type(one).__name__} {one.objectName()}"
            for one in widgets
            if not (
                one.accessibleName() or one in buddies or one.parentWidget() in buddies or getattr(one, "text", str)()
            )
        ]
    assert nameless == []


def test_tab_goes_through_the_basics_in_the_order_of_reading(person: Person) -> None:
    basics(person).ui.title.setFocus()
    passed = []
    for _ in range(11):
        passed.append(person.focused.objectName())
        person.press("Tab")
    assert passed == [
        *("title", "starts_day", "starts_time", "ends_day", "ends_time", "timezone", "venue", "place", "language"),
        *("programme_name", "programme_funder"),
    ]


def test_tab_goes_through_rows_in_their_order_also_after_they_moved(person: Person) -> None:
    section = counted(person)
    section.categories.rows.rows[0].first().setFocus()
    person.do("prepare_down")
    rows = section.categories.rows.rows
    rows[0].first().setFocus()
    passed = []
    for _ in range(6):
        passed.append(person.focused)
        person.press("Tab")
    assert passed == [field.field for row in rows[:3] for field in row.fields()]


def test_a_place_that_is_out_of_sight_is_scrolled_to(person: Person) -> None:
    for _ in range(12):
        person.program.window.context.open.do(add_row, Part.QUESTION, Question(key="", text="Why?"))
    settle(person.qtbot, person.program)
    last = len(person.workshop.questions) - 1
    person.page.go_to(f"$.questions[{last}].text")
    settle(person.qtbot, person.program)

    assert is_shown_at_all(person.focused)
    bottom = person.focused.mapTo(person.page, person.focused.rect().bottomLeft()).y()
    assert bottom <= person.page.ui.sections.geometry().bottom()
