"""The Minutes page: sections are switched off, re-titled and framed by texts, annexes arranged; the pages follow."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.domain.outline import Node
from clesidra_desktop.domain.workshop import MinutesSection, Workshop
from clesidra_desktop.exchange.workshop_file.reading import read_workshop_file
from clesidra_desktop.gui.dialogs.publish import PublishDialog
from clesidra_desktop.gui.dialogs.text_history import TextHistoryDialog
from clesidra_desktop.gui.pages import minutes_writing
from clesidra_desktop.gui.pages.minutes import MinutesPage
from clesidra_desktop.gui.pages.minutes_sections import HAS_TEXT, TEXTS, TITLE, SectionsPanel
from clesidra_desktop.services.prepare_rows import Part, edit_row, remove_rows
from tests.helpers.window import settle, show, type_text


class Writer:
    """Somebody at the page."""

    def __init__(self, qtbot: QtBot, program: Program, page: MinutesPage) -> None:
        self.qtbot, self.program, self.page = qtbot, program, page

    @property
    def panel(self) -> SectionsPanel:
        """The panel of the sections."""
        return self.page.sections

    @property
    def workshop(self) -> Workshop:
        """The workshop as the database has it."""
        settle(self.qtbot, self.program)
        workshop = self.program.window.context.open.workshop
        assert workshop is not None
        return workshop

    def section(self, key: str) -> MinutesSection | None:
        """Return what is said of a section."""
        return next((one for one in self.workshop.minutes if one.key == key), None)

    def choose(self, key: str) -> QTreeWidgetItem:
        """Choose a section."""
        self.page.ui.tabs.setCurrentWidget(self.page.ui.sections_tab)
        self.panel.choose(key)
        settle(self.qtbot, self.program)
        return self.panel._items[key]

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        self.qtbot.keyClick(widget, key, modifier)
        settle(self.qtbot, self.program)

    def do(self, deed: object, *arguments: object) -> None:
        """Do something elsewhere."""
        self.program.window.context.open.do(deed, *arguments)  # type: ignore[arg-type]
        settle(self.qtbot, self.program)

    def undo(self) -> None:
        """Undo the last deed."""
        self.program.window.context.open.undo()
        settle(self.qtbot, self.program)

    def findings(self) -> list[str]:
        """Return the sentences of the findings."""
        shown = self.page.ui.findings
        return [shown.item(place).text() for place in range(shown.count())]


@pytest.fixture
def writer(qtbot: QtBot, opened: Program) -> Writer:
    with qtbot.waitActive(opened.window):
        opened.window.activateWindow()
    shown = show(qtbot, opened, "minutes")
    assert isinstance(shown, MinutesPage)
    qtbot.waitUntil(lambda: shown.pages.drawn_pages != (), timeout=20_000)
    return Writer(qtbot, opened, shown)


def test_space_switches_a_section_off_and_the_pages_follow(writer: Writer) -> None:
    pages, before = writer.page.pages.page_count, writer.page.preview.pictures
    first = next(one.key for one in writer.workshop.annexes if one.source.value == "attendants")
    writer.choose(f"annex:{first}")
    writer.press(Qt.Key.Key_Space)
    section = writer.section(f"annex:{first}")
    assert section is not None
    assert not section.shown
    writer.qtbot.waitUntil(lambda: writer.page.preview.pictures is not before, timeout=20_000)
    settle(writer.qtbot, writer.program)
    assert writer.page.pages.page_count < pages
    writer.undo()
    assert writer.workshop.minutes == ()
    assert writer.panel._items[f"annex:{first}"].checkState(TITLE) is Qt.CheckState.Checked


def test_what_is_below_a_section_that_is_off_is_grey_and_a_finding_says_so(writer: Writer) -> None:
    item = writer.choose("result")
    usual = item.foreground(TITLE).color()
    writer.press(Qt.Key.Key_Space)
    assert item.child(0).foreground(TITLE).color() != usual
    (said,) = [one for one in writer.findings() if "switched off" in one]
    writer.choose("objectives")
    place = writer.findings().index(said)
    writer.page.ui.findings.itemActivated.emit(writer.page.ui.findings.item(place))
    settle(writer.qtbot, writer.program)
    assert writer.panel.current is not None
    assert writer.panel.current.key == "result"
    assert writer.panel.tree.hasFocus()


def rename(writer: Writer, key: str, text: str) -> None:
    writer.choose(key)
    writer.press(Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    if text:
        type_text(editor, text)
    else:
        editor.clear()
    writer.press(Qt.Key.Key_Return)


def test_f2_gives_another_heading_and_an_empty_one_is_the_usual(writer: Writer) -> None:
    rename(writer, "objectives", "What we wanted")
    assert writer.section("objectives") == MinutesSection(key="objectives", title="What we wanted")
    assert "Objectives" in writer.panel._items["objectives"].toolTip(TITLE)
    rename(writer, "objectives", "")
    assert writer.workshop.minutes == ()
    assert writer.panel._items["objectives"].text(TITLE) == "Objectives"


def test_headings_follow_the_language_of_the_minutes(writer: Writer) -> None:
    writer.page.ui.language.setCurrentIndex(1)
    assert writer.panel._items["objectives"].text(TITLE) == "គោលបំណង"


def test_texts_are_typed_at_both_ends_and_kept_by_themselves(writer: Writer) -> None:
    item = writer.choose("objectives")
    writer.press(Qt.Key.Key_Return)
    assert writer.panel.editor.text.hasFocus()
    type_text(writer.panel.editor.text, "We met in the rain.")
    writer.panel.places["after"].click()
    settle(writer.qtbot, writer.program)
    type_text(writer.panel.editor.text, "So it was.")
    writer.page.commit()
    section = writer.section("objectives")
    assert section is not None
    assert (section.before, section.after) == ((Node("We met in the rain."),), (Node("So it was."),))
    assert item.text(TEXTS) == HAS_TEXT
    writer.press(Qt.Key.Key_Escape)
    assert writer.panel.tree.hasFocus()


@pytest.mark.parametrize("action", ["publish", "write_pack"])
def test_what_was_typed_a_moment_ago_is_in_what_is_written(
    writer: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    """A key begins the writing, and the field that was typed in keeps the keys."""
    monkeypatch.setattr(minutes_writing, "ask_for_folder", lambda *_: str(tmp_path))
    writer.choose("objectives")
    writer.press(Qt.Key.Key_Return)
    type_text(writer.panel.editor.text, "We met in the rain.")
    writer.program.window.context.actions[action].trigger()
    settle(writer.qtbot, writer.program)
    if action == "publish":
        (dialog,) = writer.program.window.findChildren(PublishDialog)
        assert dialog._proposal is not None
        written = dialog._proposal.read.workshop
    else:
        (path,) = tmp_path.rglob("*.clesidra")
        written = read_workshop_file(path).workshop
    assert [one.before for one in written.minutes if one.key == "objectives"] == [(Node("We met in the rain."),)]


def test_a_text_outlives_the_item_and_is_removed_by_hand_only(writer: Writer) -> None:
    agenda = next(one.key for one in writer.workshop.agenda if not one.internal)
    writer.choose(f"item:{agenda}")
    type_text(writer.panel.editor.text, "A word of thanks.")
    writer.page.commit()
    settle(writer.qtbot, writer.program)
    writer.do(edit_row, Part.AGENDA_ITEM, agenda, {"title": "Another name"})
    assert writer.panel._items[f"item:{agenda}"].text(TITLE) == "Another name"
    writer.do(remove_rows, Part.AGENDA_ITEM, [agenda])
    (said,) = [one for one in writer.findings() if "A word of thanks." in one]
    place = writer.findings().index(said)
    writer.page.ui.findings.itemClicked.emit(writer.page.ui.findings.item(place))
    settle(writer.qtbot, writer.program)
    assert writer.panel.remove.isVisible()
    assert writer.panel.editor.lines[0].text == "A word of thanks."
    writer.press(Qt.Key.Key_Delete)
    assert writer.workshop.minutes == ()
    assert not writer.panel.remove.isVisible()
    writer.undo()
    assert writer.section(f"item:{agenda}") is not None


def test_what_a_text_said_before_is_shown_by_ctrl_h(writer: Writer) -> None:
    writer.choose("objectives")
    type_text(writer.panel.editor.text, "Too early.")
    writer.page.commit()
    settle(writer.qtbot, writer.program)
    writer.panel.editor.setFocus()
    writer.press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TextHistoryDialog)
    assert "Objectives" in dialog.windowTitle() + "".join(one.text() for one in dialog.findChildren(QLabel))
    dialog.close()


@pytest.mark.parametrize(("action", "tab"), [("minutes_sections", "sections"), ("minutes_annexes", "annexes")])
def test_a_tab_is_shown_by_its_action(writer: Writer, action: str, tab: str) -> None:
    writer.program.window.context.actions[action].trigger()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert getattr(writer.page.ui, f"{tab}_tab").isAncestorOf(focused)


def test_another_heading_and_the_choice_stay_when_data_changes(writer: Writer) -> None:
    rename(writer, "objectives", "What we wanted")
    writer.choose("annexes")
    writer.do(remove_rows, Part.AGENDA_ITEM, [writer.workshop.agenda[1].key])
    assert writer.panel.current is not None
    assert writer.panel.current.key == "annexes"
    assert writer.panel._items["objectives"].text(TITLE) == "What we wanted"


def annex_keys(writer: Writer) -> list[str]:
    return [one.key for one in writer.workshop.annexes]


def test_annexes_are_ordered_by_keys(writer: Writer) -> None:
    before = annex_keys(writer)
    writer.page.ui.tabs.setCurrentWidget(writer.page.ui.annexes_tab)
    writer.page.annexes.rows.rows[0].first().setFocus()
    writer.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert annex_keys(writer)[:2] == before[:2][::-1]
    writer.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert annex_keys(writer) == before


def test_annexes_are_ordered_by_dragging_their_numbers(writer: Writer) -> None:
    before = annex_keys(writer)
    writer.page.ui.tabs.setCurrentWidget(writer.page.ui.annexes_tab)
    settle(writer.qtbot, writer.program)
    rows = writer.page.annexes.rows
    drag(rows.rows[0]._number, rows.rows[1].mapToGlobal(QPoint(4, rows.rows[1].height() - 2)), rows._line)
    assert annex_keys(writer)[:2] == before[:2][::-1]
    drag(rows.rows[-1]._number, rows.mapToGlobal(QPoint(4, -20)), rows._line)
    settle(writer.qtbot, writer.program)
    assert annex_keys(writer)[0] == before[-1]
    assert not rows._line.isVisible()
    writer.undo()
    writer.undo()
    assert annex_keys(writer) == before


def drag(handle: object, to: QPoint, line: object) -> None:
    """Press on a handle, move, see the line that shows where it goes, and let go."""
    none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    no_key = Qt.KeyboardModifier.NoModifier
    for kind, button, held in (
        (QEvent.Type.MouseButtonPress, left, left),
        (QEvent.Type.MouseMove, none, left),
        (QEvent.Type.MouseButtonRelease, left, none),
    ):
        if kind is QEvent.Type.MouseButtonRelease:
            assert line.isVisible()  # type: ignore[attr-defined]
        place = handle.rect().center() if kind is QEvent.Type.MouseButtonPress else handle.mapFromGlobal(to)  # type: ignore[attr-defined]
        event = QMouseEvent(kind, QPointF(place), QPointF(handle.mapToGlobal(place)), button, held, no_key)  # type: ignore[attr-defined]
        QApplication.sendEvent(handle, event)  # type: ignore[call-overload]


def test_a_file_dropped_anywhere_becomes_an_annex(writer: Writer, tmp_path: Path) -> None:
    before = len(writer.workshop.annexes)
    (tmp_path / "Map.pdf").write_bytes(b"%PDF-1.7")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "Map.pdf"))])
    no_button, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    writer.page.dropEvent(QDropEvent(QPointF(400, 300), Qt.DropAction.CopyAction, data, no_button, no_key))
    assert [one.title for one in writer.workshop.annexes[before:]] == ["Map"]
    assert writer.page.ui.tabs.currentWidget() is writer.page.ui.annexes_tab
    writer.undo()
    assert len(writer.workshop.annexes) == before
