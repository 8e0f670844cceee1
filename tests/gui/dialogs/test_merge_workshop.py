"""Two versions of a workshop in the window: seen side by side, decided by keys, merged in one deed, undone."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.domain.merge import Choice
from clesidra_desktop.domain.outline_lines import to_lines
from clesidra_desktop.domain.workshop import AgendaItem
from clesidra_desktop.gui.dialogs.arrivals import ArrivalsDialog
from clesidra_desktop.gui.dialogs.diagnosis import DiagnosisDialog
from clesidra_desktop.gui.dialogs.merge_workshop import MergeWorkshopDialog
from clesidra_desktop.gui.merge_words import place_words
from clesidra_desktop.gui.moving import examine, examine_folder, save_workshop_file, write_whole_archive
from clesidra_desktop.services.importing import Outcome
from clesidra_desktop.services.workshops import export_workshop, import_workshop, list_workshops
from clesidra_desktop.storage.database import Database
from tests.helpers.travelling import add_item_there, edit_here, edit_there, replace_here, sent_file, workshop_of
from tests.helpers.window import settle


@pytest.fixture
def sent(qtbot: QtBot, opened: Program, tmp_path: Path) -> Path:
    """The workshop as a file that was edited on another computer, while it was edited here, too."""
    path = sent_file(opened, tmp_path, lambda program: settle(qtbot, program))
    edit_there(path)
    edit_here(opened, lambda program: settle(qtbot, program))
    return path


@pytest.fixture
def dialog(qtbot: QtBot, opened: Program, sent: Path) -> MergeWorkshopDialog:
    opened.window.open_file(sent)
    settle(qtbot, opened)
    found = opened.window.findChild(MergeWorkshopDialog)
    assert found is not None
    return found


def rows(dialog: MergeWorkshopDialog) -> list[tuple[str, str]]:
    return [(row.subject, row.one.place.field) for row in dialog.model.shown_rows]


def test_the_sections_say_what_is_taken_kept_and_to_decide(dialog: MergeWorkshopDialog) -> None:
    tabs = [dialog.ui.sections.tabText(place) for place in range(3)]
    assert tabs == ["To decide (3)", "Taken from the file (2)", "Kept from here (1)"]
    assert [field for _, field in rows(dialog)] == ["phone", "email", "items"]
    assert "3 are yours to decide." in dialog.ui.summary.text()
    assert (dialog.ours.toPlainText().strip(), dialog.theirs.toPlainText().strip()) == ("012 111 111", "012 222 222")
    dialog.ui.places.setCurrentIndex(dialog.model.index(2, 0))
    marked = [line for line in dialog.theirs.toPlainText().split("\n") if line.startswith("+")]
    assert [line.split("\t")[-1][-25:] for line in marked] == [", in Khmer and in Tampuan"]
    assert dialog.ui.all_ours.isVisible()
    dialog.ui.sections.setCurrentIndex(1)
    assert ("Rocham Sreymom", "") in rows(dialog)
    assert not dialog.ui.keep_ours.isVisible()
    assert not dialog.ui.all_ours.isVisible()
    dialog.ui.sections.setCurrentIndex(2)
    assert rows(dialog) == [("Workshop", "venue")]


def test_it_is_decided_by_keys_and_merged_in_one_deed(
    qtbot: QtBot, opened: Program, dialog: MergeWorkshopDialog
) -> None:
    before = workshop_of(opened)
    places = dialog.ui.places
    assert not dialog.ui.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    dialog.accept()
    settle(qtbot, opened)
    assert workshop_of(opened) == before  # nothing is merged while something is open
    qtbot.waitUntil(places.hasFocus)
    assert places.currentIndex().row() == 0
    for key in (Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_3):
        qtbot.keyClick(places, key)
    assert [row.choice for row in dialog.model.shown_rows] == [Choice.THEIRS, Choice.OURS, Choice.BOTH]
    settle(qtbot, opened)
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog.ui.buttons.button(QDialogButtonBox.StandardButton.Ok), Qt.Key.Key_Return)
    settle(qtbot, opened)
    after = workshop_of(opened)
    first, second, third, *_ = after.attendants
    assert (first.phone, second.position, third.email) == ("012 222 222", "Village chief", "here@example.org")
    assert after.attendants[-1].name == "Rocham Sreymom"
    assert after.venue == "Riverside hall"
    texts = [line.text for line in to_lines(after.answers[0].items)]
    assert [text.split(", ")[-1] for text in texts if text.startswith("Rules are written")] == [
        "at the meeting house",
        "in Khmer and in Tampuan",
    ]
    assert texts[-1] == "The committee meets every month"
    opened.window.context.open.undo()
    settle(qtbot, opened)
    assert workshop_of(opened) == before


def test_everything_can_be_decided_at_once_and_given_up(
    qtbot: QtBot, opened: Program, dialog: MergeWorkshopDialog
) -> None:
    before = workshop_of(opened)
    qtbot.mouseClick(dialog.ui.all_theirs, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)
    assert {row.choice for row in dialog.model.shown_rows} == {Choice.THEIRS}
    assert dialog.ui.buttons.button(QDialogButtonBox.StandardButton.Ok).hasFocus()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    settle(qtbot, opened)
    assert workshop_of(opened) == before


def test_what_changes_meanwhile_is_said_and_shown(qtbot: QtBot, opened: Program, dialog: MergeWorkshopDialog) -> None:
    dialog.decide_all(Choice.OURS)
    settle(qtbot, opened)
    before = workshop_of(opened)

    def edit(database: Database) -> None:
        files = export_workshop(database, before.id)[1]
        import_workshop(database, replace(before, place="Kratie"), files, who="Somebody", replace=True)

    opened.window.context.open.ask(edit, done=lambda _: None)
    settle(qtbot, opened)
    dialog.accept()
    settle(qtbot, opened)
    assert "was changed here while you looked" in dialog.ui.error.text()
    assert dialog.ui.sections.tabText(2) == "Kept from here (2)"
    assert not dialog.ui.error.isHidden()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.accept()
    settle(qtbot, opened)
    assert workshop_of(opened).place == "Kratie"


def test_what_was_merged_is_said_with_a_way_back(qtbot: QtBot, opened: Program, dialog: MergeWorkshopDialog) -> None:
    before = workshop_of(opened)
    dialog.decide_all(Choice.THEIRS)
    settle(qtbot, opened)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.accept()
    settle(qtbot, opened)
    strip = opened.window.strip
    qtbot.waitUntil(strip.isVisible)
    said = f"“{before.title}” was merged; 2 differences came from the file. 3 were decided by you."
    assert strip._text.text() == said
    assert workshop_of(opened) != before
    qtbot.mouseClick(strip._answer, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)
    assert workshop_of(opened) == before


def test_items_that_both_added_are_both_there(qtbot: QtBot, opened: Program, tmp_path: Path) -> None:
    """Files of older releases have keys that were counted, so that both are called the same."""

    def wait(program: Program) -> None:
        settle(qtbot, program)

    path = sent_file(opened, tmp_path, wait)
    before = workshop_of(opened)
    added = AgendaItem(key=f"item-{len(before.agenda) + 1}", title="Closing A", minutes=10, speaker="Speaker A")
    replace_here(opened, replace(before, agenda=(*before.agenda[1:], added)), wait)
    add_item_there(path, "Closing B", longer=5)
    opened.window.open_file(path)
    settle(qtbot, opened)
    dialog = opened.window.findChild(MergeWorkshopDialog)
    assert dialog is not None
    first = before.agenda[0]
    assert [(row.subject, place_words(row.one)) for row in dialog.model.shown_rows] == [
        (first.title, "Removed here, changed in the file")
    ]
    assert dialog.ours.toPlainText().strip() == "–"
    assert (
        dialog.theirs.toPlainText().split("\n")[-1].strip() == f"Minutes planned: {first.minutes} → {first.minutes + 5}"
    )
    dialog.decide_all(Choice.OURS)
    settle(qtbot, opened)
    seen = {}
    for section in (1, 2):
        dialog.ui.sections.setCurrentIndex(section)
        seen |= {row.subject: place_words(row.one) for row in dialog.model.shown_rows}
        if section == 1:
            dialog.ui.places.setCurrentIndex(dialog.model.index(0, 0))
            assert "Speaker: Speaker of Closing B" in dialog.theirs.toPlainText()
    assert seen == {"Closing A": "Added here", "Closing B": "Added in the file"}
    with qtbot.waitSignal(dialog.destroyed):
        dialog.accept()
    settle(qtbot, opened)
    ends = [(one.title, one.minutes, one.speaker) for one in workshop_of(opened).agenda[-2:]]
    assert sorted(ends) == [("Closing A", 10, "Speaker A"), ("Closing B", 15, "Speaker of Closing B")]


def drop(program: Program, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    program.window.dropEvent(QDropEvent(QPointF(500, 300), action, data, buttons, keys))


def test_dropped_files_are_reported_and_decided_from_the_report(qtbot: QtBot, opened: Program, sent: Path) -> None:
    new = sent.with_name("new.json")
    data = json.loads(sent.read_text(encoding="utf-8"))
    other = {
        "format": data["format"],
        "id": "0b1e5f3a-0000-4000-8000-000000000009",
        "language": "en",
        "title": "Kratie",
    }
    new.write_text(json.dumps(other), encoding="utf-8")
    broken = sent.with_name("broken.clesidra")
    broken.write_bytes(b"PK cut")
    drop(opened, sent, new, broken)
    settle(qtbot, opened)
    report = opened.window.findChild(ArrivalsDialog)
    assert report is not None
    assert [row.one.outcome for row in report.model.shown_rows] == [Outcome.REFUSED, Outcome.OPEN, Outcome.TAKEN]
    assert report.ui.summary.text() == "refused: 1 · to decide: 1 · taken in: 1"
    assert not report.ui.decide.isVisible()
    report.ui.files.setCurrentIndex(report.model.index(1, 0))
    qtbot.mouseClick(report.ui.decide, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)
    dialog = opened.window.findChild(MergeWorkshopDialog)
    assert dialog is not None
    dialog.decide_all(Choice.THEIRS)
    settle(qtbot, opened)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.accept()
    settle(qtbot, opened)
    assert report.model.data(report.model.index(1, 1)) == "merged"
    assert not report.ui.decide.isVisible()
    assert workshop_of(opened).attendants[0].phone == "012 222 222"
    report.accept()


def test_a_workshop_is_saved_and_all_are_archived_and_looked_at(
    qtbot: QtBot, opened: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, context = opened.window, opened.window.context
    target = tmp_path / "out"
    target.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target / "mine"), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(target))
    save_workshop_file(context, window)
    settle(qtbot, opened)
    assert (target / "mine.clesidra").is_file()
    write_whole_archive(context, window)
    settle(qtbot, opened)
    assert (target / "clesidra-archive-2017-11-01" / "data" / "index.csv").is_file()
    for look in (examine, examine_folder):
        look(context, window)
        settle(qtbot, opened)
        found = window.findChild(DiagnosisDialog)
        assert found is not None
        assert found.ui.summary.text() == "Everything is whole."
        with qtbot.waitSignal(found.destroyed):
            found.accept()
    (target / "clesidra-archive-2017-11-01" / "data" / "index.csv").write_bytes(b"")
    examine_folder(context, window)
    settle(qtbot, opened)
    found = window.findChild(DiagnosisDialog)
    assert found is not None
    qtbot.mouseClick(found.ui.copy, Qt.MouseButton.LeftButton)
    assert "index.csv is not as it was packed" in QApplication.clipboard().text()
    found.accept()


def test_a_folder_is_taken_in_from_the_page(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(folder))
    page = program.window.page
    action = page.ui.take_in.menu().actions()[1]
    action.trigger()
    settle(qtbot, program)
    assert "neither a workshop file nor a pack" in program.window.strip._text.text()
    other = {"format": "clesidra-workshop/1", "id": "0b1e5f3a-0000-4000-8000-000000000009", "language": "en"}
    (folder / "workshop.json").write_text(json.dumps({**other, "title": "Kratie"}), encoding="utf-8")
    action.trigger()
    settle(qtbot, program)
    listed: list[int] = []
    program.window.context.open.ask(lambda database: len(list_workshops(database)), done=listed.append)
    settle(qtbot, program)
    assert listed == [1]
    assert page.list is not None
    assert page.list.first_shown() is not None
    report = program.window.findChild(ArrivalsDialog)
    assert report is not None
    report.accept()
