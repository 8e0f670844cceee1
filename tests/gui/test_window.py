"""The shell: pages, language, light, type, palette, help, undo, files, and what is kept."""

from collections.abc import Callable
from datetime import timedelta, timezone
from pathlib import Path
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program, open_database_of, show_uncaught
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.gui.dialogs.command_palette import CommandPalette
from clesidra_desktop.gui.dialogs.crash import show_crash
from clesidra_desktop.gui.page import PAGES, PageSpec
from clesidra_desktop.gui.pages.prepare import PreparePage
from clesidra_desktop.services.attendants import edit_attendants
from clesidra_desktop.services.prepare import describe_workshop
from clesidra_desktop.settings import FONT_SIZE, GEOMETRY, LANGUAGE, LAST_WORKSHOP, THEME, Settings
from tests.helpers.window import SAMPLE, settle, show


def header(program: Program, name: str) -> str:
    label = program.window.header.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def test_the_window_takes_typing_before_there_is_a_database(qtbot: QtBot, make_program: Callable[..., Program]) -> None:
    program = make_program(database=False)
    search = program.window.page.first_field()
    assert isinstance(search, QLineEdit)

    qtbot.keyClicks(search, "kratie")

    assert search.text() == "kratie"


def make_by_keys(qtbot: QtBot, program: Program, title: str) -> None:
    """Make a new workshop from the first template."""
    program.window.context.actions["new_workshop"].trigger()
    dialog = program.window.findChild(QDialog, "new_workshop")
    assert dialog is not None
    field = dialog.findChild(QLineEdit, "title")
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, title)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_what_is_asked_for_before_there_is_a_database_waits_for_it(
    qtbot: QtBot, make_program: Callable[..., Program], tmp_path: Path
) -> None:
    program = make_program(database=False)
    make_by_keys(qtbot, program, "Harvest meeting")
    open_database_of(program, str(tmp_path / "clesidra.db"), program.window.database_opened)
    settle(qtbot, program)

    workshop = program.window.context.open.workshop
    assert workshop is not None
    assert workshop.title == "Harvest meeting"


def test_a_mistake_of_the_program_is_shown_over_an_open_dialog(qtbot: QtBot, program: Program) -> None:
    program.window.context.actions["new_workshop"].trigger()
    settle(qtbot, program)

    crash = show_crash(program.window, ValueError("an example"))

    assert crash.parentWidget() is program.window.findChild(QDialog, "new_workshop")


def test_an_empty_database_says_what_to_do(program: Program) -> None:
    texts = {label.text() for label in program.window.page.findChildren(QLabel) if label.isVisible()}

    assert "Welcome to Clesidra" in texts


def test_steps_can_be_taken_only_in_a_workshop(program: Program) -> None:
    assert not program.window.rail.button("register").isEnabled()
    assert not program.window.context.actions["go_register"].isEnabled()
    assert program.window.rail.button("settings").isEnabled()


def test_a_file_is_opened_and_the_header_shows_it(opened: Program) -> None:
    workshop = opened.window.context.open.workshop
    assert workshop is not None

    assert workshop.title in opened.window.windowTitle()
    assert header(opened, "people_here").endswith(f"of {len(workshop.attendants)} here")
    assert header(opened, "saved_state").startswith("Saved ")


def test_a_message_lies_over_the_page_which_does_not_move(qtbot: QtBot, opened: Program) -> None:
    window = opened.window
    show(qtbot, opened, "register")
    window.page.first_field().setFocus()

    def places() -> list[QRect]:
        return [QRect(one.mapTo(window, QPoint()), one.size()) for one in (window.page, window.page.first_field())]

    before = places()
    window.context.messages.warn("The file could not be written. " * 8)
    settle(qtbot, opened)
    assert places() == before
    assert window.focusWidget() is window.page.first_field()
    for width in (1280, 1000):
        window.resize(width, 720)
        settle(qtbot, opened)
        strip, lies, pages = window.strip, window.strip.geometry(), window.ui.pages.geometry()
        assert pages.united(window.ui.foot.geometry()).contains(lies)
        assert 0 <= window.ui.foot.geometry().bottom() - lies.bottom() < 5
        words = strip.findChildren(QLabel)[0]
        assert words.height() >= words.heightForWidth(words.width()) > 2 * words.fontMetrics().height()
        assert strip.mapTo(window, QPoint()).y() > places()[1].bottom()
    show(qtbot, opened, "groups")
    child = window.childAt(strip.mapTo(window, strip.rect().center()))
    assert child is not None
    assert strip.isAncestorOf(child)


def test_the_header_has_one_clock_that_of_the_workshop(qtbot: QtBot, opened: Program) -> None:
    for zone, offset in (("Pacific/Kiritimati", 14), ("Pacific/Honolulu", -10)):
        opened.window.context.open.do(describe_workshop, {"timezone": zone})
        settle(qtbot, opened)
        there = timezone(timedelta(hours=offset))
        saved = opened.window.context.open.last_saved
        assert saved is not None
        assert header(opened, "saved_state") == f"Saved {saved.at.astimezone(there):%H:%M:%S}"
        assert header(opened, "clock") == f"{opened.window.context.clock().astimezone(there):%H:%M}"


def test_the_rail_calls_prepared_what_lacks_nothing_on_its_page(qtbot: QtBot, opened: Program) -> None:
    rail = opened.window.rail.button("prepare")
    page = show(qtbot, opened, "prepare")
    assert isinstance(page, PreparePage)
    for venue, said in (("", "Something is still missing"), ("Lakeside Hall", "Prepared")):
        opened.window.context.open.do(describe_workshop, {"venue": venue})
        settle(qtbot, opened)
        assert rail.accessibleDescription() == said
        assert ("·" in page.ui.sections.tabText(0)) == (not venue)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("spec", PAGES, ids=lambda spec: spec.key)
def test_every_page_is_shown(
    qtbot: QtBot, make_program: Callable[..., Program], spec: object, language: Language
) -> None:
    program = make_program(str(language))
    program.window.open_file(SAMPLE)
    settle(qtbot, program)

    page = show(qtbot, program, spec.key)  # type: ignore[attr-defined]

    assert page.isVisible()
    assert program.window.rail.button(spec.key).isChecked()  # type: ignore[attr-defined]


@pytest.mark.parametrize("spec", PAGES, ids=lambda spec: spec.key)
def test_everything_that_can_be_pressed_or_filled_has_a_name(qtbot: QtBot, opened: Program, spec: object) -> None:
    page = show(qtbot, opened, spec.key)  # type: ignore[attr-defined]
    nameless = [
        widget.objectName() or type(widget).__name__
        for widget in [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit)]
        if not (widget.accessibleName() or widget.toolTip() or labelled(widget) or getattr(widget, "text", str)())
        and not widget.objectName().startswith("qt_")
        and widget.isVisible()
    ]

    assert nameless == []


def labelled(widget: QWidget) -> bool:
    return any(label.buddy() in (widget, widget.parentWidget()) for label in widget.window().findChildren(QLabel))


def test_the_language_changes_at_once(qtbot: QtBot, opened: Program) -> None:
    before = opened.window.rail.button("register").text()

    opened.window.context.actions["language_km"].trigger()
    settle(qtbot, opened)

    assert opened.window.rail.button("register").text() != before
    assert opened.window.menuBar().actions()[0].text() != "&Workshop"
    assert opened.settings.get(LANGUAGE) == "km"
    opened.window.set_language(Language.ENGLISH)
    settle(qtbot, opened)
    assert opened.window.rail.button("register").text() == before


def test_the_light_and_the_type_change_at_once(qtbot: QtBot, opened: Program) -> None:
    opened.window.context.actions["dark"].trigger()
    size = opened.settings.get(FONT_SIZE)
    for _ in range(3):
        opened.window.context.actions["larger"].trigger()
    settle(qtbot, opened)

    assert opened.window.context.theme.name == opened.settings.get(THEME) == "dark"
    assert QApplication.font().pixelSize() == opened.settings.get(FONT_SIZE) == size + 3


def test_a_command_is_found_by_typing(qtbot: QtBot, opened: Program) -> None:
    opened.window.context.actions["find_command"].trigger()
    palette = opened.window.findChild(CommandPalette)
    assert palette is not None

    qtbot.keyClicks(palette.field, "sett")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    settle(qtbot, opened)

    assert opened.window.page.objectName() == "page_settings"


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    ("typed", "key"), [("khmer", "language_km"), ("engl", "language_en"), ("next item", "start_next")]
)
def test_a_command_is_found_by_its_english_name_too(
    qtbot: QtBot, make_program: Callable[..., Program], language: Language, typed: str, key: str
) -> None:
    program = make_program(str(language))
    program.window.open_file(SAMPLE)
    settle(qtbot, program)
    show(qtbot, program, "agenda")
    program.window.context.actions["find_command"].trigger()
    palette = program.window.findChild(CommandPalette)
    assert palette is not None
    qtbot.keyClicks(palette.field, typed)

    command = palette.list.item(0).data(Qt.ItemDataRole.UserRole)
    assert command.action.objectName() == key


def test_the_palette_walks_by_arrows_and_survives_nothing_found(qtbot: QtBot, opened: Program) -> None:
    opened.window.context.actions["find_command"].trigger()
    palette = opened.window.findChild(CommandPalette)
    assert palette is not None
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentRow() == 1

    qtbot.keyClicks(palette.field, "no such command")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)

    assert palette.isVisible()
    assert palette.list.count() == 1  # which says that nothing fits


def test_no_two_actions_answer_to_the_same_keys(opened: Program) -> None:
    keys = [keys.toString() for action in opened.window.context.actions for keys in action.shortcuts()]

    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("spec", PAGES, ids=lambda spec: spec.key)
def test_no_keys_of_a_page_are_those_of_an_action(qtbot: QtBot, opened: Program, spec: PageSpec) -> None:
    """Where two answer to the same keys, Qt lets neither."""
    page = show(qtbot, opened, spec.key)
    of_actions = {
        keys.toString() for action in opened.window.context.actions if action.isEnabled() for keys in action.shortcuts()
    }
    of_widgets = {shortcut.key().toString() for shortcut in page.findChildren(QShortcut)}
    of_widgets |= {button.shortcut().toString() for button in page.findChildren(QAbstractButton)} - {""}

    assert of_widgets & of_actions == set()


def test_every_action_is_in_a_menu_and_has_a_shortcut(qtbot: QtBot, opened: Program) -> None:
    in_menus: set[QAction] = set()
    for spec in PAGES:
        show(qtbot, opened, spec.key)
        in_menus.update(*(menu.actions() for menu in opened.window._menus.values()))

    assert {action.objectName() for action in opened.window.context.actions if action not in in_menus} == set()
    assert [action.objectName() for action in opened.window.context.actions if not action.shortcuts()] == []


@pytest.mark.parametrize("spec", PAGES, ids=lambda spec: spec.key)
@pytest.mark.parametrize("language", list(Language))
def test_every_page_has_help(
    qtbot: QtBot, make_program: Callable[..., Program], spec: object, language: Language
) -> None:
    program = make_program(str(language))
    program.window.open_file(SAMPLE)
    settle(qtbot, program)
    show(qtbot, program, spec.key)  # type: ignore[attr-defined]
    program.window.context.actions["help"].trigger()
    browser = program.window.findChild(QTextBrowser, "help_text")

    assert isinstance(browser, QTextBrowser)
    assert len(browser.toPlainText()) > 100
    assert any("\u1780" <= letter <= "\u17ff" for letter in browser.toPlainText()) is (language is Language.KHMER)


def test_a_refused_deed_is_said_in_the_window(qtbot: QtBot, opened: Program) -> None:
    workshop = opened.window.context.open.workshop
    assert workshop is not None
    opened.window.context.open.do(edit_attendants, [workshop.attendants[0].id], {"name": ""})
    settle(qtbot, opened)

    strip = opened.window.strip
    assert strip.isVisible()
    assert any("needs a name" in label.text() for label in strip.findChildren(QLabel))


def test_what_another_computer_writes_is_shown(qtbot: QtBot, opened: Program, tmp_path: Path) -> None:
    from clesidra_desktop.storage.database import open_database  # noqa: PLC0415

    workshop = opened.window.context.open.workshop
    assert workshop is not None
    with open_database(tmp_path / "clesidra.db") as other:
        edit_attendants(other, workshop.id, [workshop.attendants[0].id], {"name": "Chan Thy"}, who="Somebody else")
    opened.window.context.open._look()
    settle(qtbot, opened)

    assert opened.window.context.open.workshop is not None
    assert opened.window.context.open.workshop.attendants[0].name == "Chan Thy"


def test_a_dropped_file_is_opened(qtbot: QtBot, program: Program) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(SAMPLE))])
    event = QDropEvent(
        QPointF(QPoint(50, 50)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    program.window.dropEvent(event)
    settle(qtbot, program)

    assert program.window.context.open.workshop is not None


def test_a_file_that_is_no_workshop_is_refused_by_name(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text("{", encoding="utf-8")
    program.window.open_file(wrong)
    settle(qtbot, program)

    assert any("wrong.json" in label.text() for label in program.window.strip.findChildren(QLabel))


def test_the_choices_are_kept(opened: Program, tmp_path: Path) -> None:
    opened.window.close()
    kept = Settings(tmp_path / "settings.json")
    workshop = opened.window.context.open.workshop
    assert workshop is not None

    assert kept.get(LAST_WORKSHOP) == str(workshop.id)
    assert kept.get(GEOMETRY)


def test_the_workshop_that_was_open_is_opened_again(
    qtbot: QtBot, opened: Program, make_program: Callable[..., Program]
) -> None:
    opened.window.close()
    again = make_program()
    again.window.open_last()
    settle(qtbot, again)

    assert again.window.page.objectName() == "page_overview"
    assert isinstance(again.window.findChild(QListWidget, "findings"), QListWidget)


def test_a_new_workshop_is_made_from_a_template_by_keys(qtbot: QtBot, program: Program) -> None:
    make_by_keys(qtbot, program, "Harvest meeting")
    settle(qtbot, program)

    workshop = program.window.context.open.workshop
    assert workshop is not None
    assert workshop.title == "Harvest meeting"
    assert len(workshop.sectors) == 5
    assert program.window.page.objectName() == "page_prepare"


def test_a_new_workshop_begins_at_basics(qtbot: QtBot, opened: Program) -> None:
    page = cast("PreparePage", show(qtbot, opened, "prepare"))
    page.ui.sections.setCurrentIndex(4)
    make_by_keys(qtbot, opened, "Harvest meeting")
    settle(qtbot, opened)

    assert page.ui.sections.currentIndex() == 0
    assert opened.window.focusWidget() is page.section.first_field()


def test_enter_pressed_twice_makes_one_workshop(qtbot: QtBot, program: Program) -> None:
    program.window.context.actions["new_workshop"].trigger()
    dialog = program.window.findChild(QDialog, "new_workshop")
    assert dialog is not None
    title = dialog.findChild(QLineEdit, "title")
    assert isinstance(title, QLineEdit)
    qtbot.keyClicks(title, "Harvest meeting")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    qtbot.keyClick(title, Qt.Key.Key_Return)
    dialog.accept()
    settle(qtbot, program)
    page = show(qtbot, program, "workshops")

    assert [one.title for one in page._listed] == ["Harvest meeting"]  # type: ignore[attr-defined]


def test_a_dialog_that_is_closed_before_its_answer_comes_is_left_alone(qtbot: QtBot, program: Program) -> None:
    program.window.context.actions["new_workshop"].trigger()
    dialog = program.window.findChild(QDialog, "new_workshop")
    assert dialog is not None
    dialog.reject()
    settle(qtbot, program)

    assert program.window.findChild(QDialog, "new_workshop") is None


def test_the_list_is_read_also_where_another_page_was_shown_meanwhile(
    qtbot: QtBot, make_program: Callable[..., Program], tmp_path: Path
) -> None:
    first = make_program()
    first.window.open_file(SAMPLE)
    settle(qtbot, first)
    again = make_program(database=False)
    show(qtbot, again, "settings")
    open_database_of(again, str(tmp_path / "clesidra.db"), again.window.database_opened)
    settle(qtbot, again)

    page = show(qtbot, again, "workshops")

    assert len(page._listed) == 1  # type: ignore[attr-defined]


def test_a_choice_that_cannot_be_written_is_no_mistake_of_the_program(opened: Program) -> None:
    show_uncaught(opened, UserError("The disk is full."))

    assert opened.window.findChild(QDialog, "crash") is None
    assert any(label.text() == "The disk is full." for label in opened.window.strip.findChildren(QLabel))
    show_uncaught(opened, ZeroDivisionError())
    assert opened.window.findChild(QDialog, "crash") is not None


@pytest.mark.parametrize("spec", PAGES, ids=lambda spec: spec.key)
def test_on_a_small_screen_a_page_scrolls_before_its_parts_lie_over_each_other(
    qtbot: QtBot, make_program: Callable[..., Program], spec: PageSpec
) -> None:
    program = make_program()
    program.window.open_file(SAMPLE)
    settle(qtbot, program)
    program.window.resize(800, 480)

    page = show(qtbot, program, spec.key)

    wanted = page.minimumSizeHint()
    assert (page.width(), page.height()) >= (wanted.width(), wanted.height())
    program.window.resize(1280, 720)
    settle(qtbot, program)
    frame = program.window._frames[spec.key]
    assert (frame.verticalScrollBar().maximum(), frame.horizontalScrollBar().maximum()) == (0, 0)


def test_in_a_narrow_window_the_rail_shows_signs_and_tells_the_names(make_program: Callable[..., Program]) -> None:
    program = make_program()
    button = program.window.rail.button("settings")

    program.window.resize(960, 540)
    folded = (button.text(), button.toolTip(), button.accessibleName())
    program.window.resize(1280, 720)

    assert folded == ("", "Settings", "Settings")
    assert (button.text(), button.toolTip()) == (" Settings", "")


def test_a_last_workshop_that_this_database_has_not_got_is_forgotten(
    qtbot: QtBot, make_program: Callable[..., Program]
) -> None:
    program = make_program()
    program.settings.set(LAST_WORKSHOP, str(UUID(int=77)))
    program.window.open_last()
    settle(qtbot, program)

    assert program.window.page.objectName() == "page_workshops"
    assert not program.window.strip.isVisible()
    assert program.settings.get(LAST_WORKSHOP) == ""


def test_what_was_said_of_one_workshop_goes_with_it(qtbot: QtBot, opened: Program) -> None:
    opened.window.context.messages.error(UserError("The day is over."))
    assert not opened.window.strip.isHidden()
    make_by_keys(qtbot, opened, "Harvest meeting")
    settle(qtbot, opened)

    assert opened.window.strip.isHidden()


def test_the_palette_shows_no_keys_of_menus_and_says_that_nothing_fits(qtbot: QtBot, opened: Program) -> None:
    opened.window.set_language(Language.KHMER)
    opened.window.context.actions["find_command"].trigger()
    palette = opened.window.findChild(CommandPalette)
    assert palette is not None
    names = [palette.list.item(row).text() for row in range(palette.list.count())]
    assert not [name for name in names if "(" in name and name.rstrip().endswith(")")]
    qtbot.keyClicks(palette.field, "zzzz")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)

    assert palette.isVisible()
    assert palette.list.count() == 1
    assert "គ្មានពាក្យបញ្ជា" in palette.list.item(0).text()


def test_the_title_bar_follows_the_title_of_the_workshop(qtbot: QtBot, opened: Program) -> None:
    opened.window.context.open.do(describe_workshop, {"title": "Another title"})
    settle(qtbot, opened)

    assert opened.window.windowTitle() == "Another title – Clesidra"
