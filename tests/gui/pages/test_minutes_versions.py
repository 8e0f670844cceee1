"""Publishing in the window: reasons are asked for, versions are listed, opened, packed, compared, printed and sent."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.finding import Finding, Severity
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.gui import mailing, printing
from clesidra_desktop.gui.dialogs.publish import PublishDialog
from clesidra_desktop.gui.dialogs.what_changed import NOW, WhatChangedDialog
from clesidra_desktop.gui.pages import minutes_versions
from clesidra_desktop.gui.pages.minutes import MinutesPage
from clesidra_desktop.gui.publishing_words import ENTRY_WORDS
from clesidra_desktop.gui.widgets.finding_reason import FindingReason
from clesidra_desktop.services.anonymize import anonymize_person
from clesidra_desktop.services.directory import list_people
from clesidra_desktop.services.prepare import describe_workshop
from clesidra_desktop.services.workshops import import_workshop
from clesidra_desktop.storage.database import Database
from tests.helpers.window import settle, show


@pytest.fixture
def page(qtbot: QtBot, opened: Program) -> MinutesPage:
    """The page with the sample workshop, the versions in front."""
    shown = show(qtbot, opened, "minutes")
    assert isinstance(shown, MinutesPage)
    shown.ui.tabs.setCurrentWidget(shown.ui.versions_tab)
    return shown


def dialog_of(qtbot: QtBot, opened: Program, page: MinutesPage) -> PublishDialog:
    """Open the dialog by its button and wait until it knows what is to mend."""
    qtbot.mouseClick(page.ui.publish, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)
    dialogs = opened.window.findChildren(PublishDialog)
    return dialogs[-1]


def give_reasons(dialog: PublishDialog) -> None:
    """Type why everything stays."""
    for row in dialog.reasons:
        if row.is_needed:
            row.reason.setText("It was so on the day.")


def publish(qtbot: QtBot, opened: Program, page: MinutesPage, reason: str = "") -> None:
    """Publish what there is."""
    dialog = dialog_of(qtbot, opened, page)
    give_reasons(dialog)
    dialog.ui.reason.setPlainText(reason)
    qtbot.mouseClick(dialog.ui.publish, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)


def version_count(page: MinutesPage) -> int:
    return page.versions.ui.versions.count()


def workshop_of(opened: Program) -> Workshop:
    workshop = opened.window.context.open.workshop
    assert workshop is not None
    return workshop


def test_before_the_first_version_the_page_says_what_publishing_is_for(page: MinutesPage) -> None:
    assert page.ui.publish.text() == "Publish version 1…"
    assert page.versions.ui.nothing.isVisible()
    assert not page.versions.ui.versions.isVisible()


def test_a_version_is_published_and_listed(qtbot: QtBot, opened: Program, page: MinutesPage) -> None:
    publish(qtbot, opened, page)

    assert version_count(page) == 1
    assert page.versions.ui.versions.item(0).text().startswith("Version 1, ")
    assert "Minute taker · English · full edition" in page.versions.ui.versions.item(0).text()
    assert page.ui.publish.text() == "Publish version 2…"
    files = [page.versions.ui.files.item(row).text().split("  ")[0] for row in range(page.versions.ui.files.count())]
    assert files[:4] == ["Minutes, PDF", "Minutes, Word", "Register, spreadsheet", "Workshop file"]
    state = opened.window.context.open.state
    assert state is not None
    assert state.saved is not None
    assert state.saved.deed == "publish_minutes"
    assert state.undo is None, "publishing is not undone"


def test_a_correction_asks_for_its_reason(qtbot: QtBot, opened: Program, page: MinutesPage) -> None:
    publish(qtbot, opened, page)
    dialog = dialog_of(qtbot, opened, page)
    give_reasons(dialog)
    assert dialog.ui.reason.isVisible()
    assert "It replaces version 1 of " in dialog.ui.reason_label.text()
    qtbot.mouseClick(dialog.ui.publish, Qt.MouseButton.LeftButton)
    assert dialog.ui.error.text() == "Type why the version before had to be corrected."
    assert dialog.ui.reason.hasFocus() or not dialog.isActiveWindow()

    dialog.ui.language.setCurrentIndex(1)
    assert not dialog.ui.reason.isVisible(), "in Khmer it replaces nothing"
    dialog.ui.language.setCurrentIndex(0)
    dialog.ui.reason.setPlainText("The title was wrong.")
    qtbot.mouseClick(dialog.ui.publish, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)

    assert version_count(page) == 2
    assert "Replaces version 1: The title was wrong." in page.versions.ui.about.text()


def test_an_error_needs_a_reason_or_leads_to_where_it_is_mended(
    qtbot: QtBot, opened: Program, page: MinutesPage
) -> None:
    opened.window.context.open.do(describe_workshop, {"ends": workshop_of(opened).starts})
    settle(qtbot, opened)
    dialog = dialog_of(qtbot, opened, page)
    row = next(one for one in dialog.reasons if one.findings[0].code == "ends-before-start")
    assert row.is_missing
    qtbot.mouseClick(dialog.ui.publish, Qt.MouseButton.LeftButton)
    assert dialog.ui.error.text() == "Type why it stays, or mend it."
    row.mend.emit(row.findings[0].where)
    settle(qtbot, opened)

    assert opened.window.page.objectName() == "page_prepare"
    assert version_count(page) == 0


def test_a_reason_that_was_typed_before_stands_there_again(qtbot: QtBot, opened: Program, page: MinutesPage) -> None:
    opened.window.context.open.do(describe_workshop, {"ends": workshop_of(opened).starts})
    settle(qtbot, opened)
    publish(qtbot, opened, page)
    dialog = dialog_of(qtbot, opened, page)

    needed = [row for row in dialog.reasons if row.is_needed]
    assert needed
    assert {row.reason.text() for row in needed} == {"It was so on the day."}
    dialog.reject()


def test_publishing_can_be_stopped(qtbot: QtBot, opened: Program, page: MinutesPage) -> None:
    dialog = dialog_of(qtbot, opened, page)
    give_reasons(dialog)
    dialog.publish()
    assert dialog.ui.progress.isVisible()
    dialog.reject()
    settle(qtbot, opened)

    assert dialog.isVisible()
    assert dialog.ui.publish.isEnabled()
    assert version_count(page) == 0


def test_what_was_changed_meanwhile_is_looked_at_again_and_then_published(
    qtbot: QtBot, opened: Program, page: MinutesPage
) -> None:
    dialog = dialog_of(qtbot, opened, page)
    give_reasons(dialog)
    opened.window.context.open.do(describe_workshop, {"venue": ""})
    settle(qtbot, opened)
    before = len(dialog.reasons)
    qtbot.mouseClick(dialog.ui.publish, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)
    assert version_count(page) == 0
    assert "was changed while its minutes were made" in dialog.ui.error.text()
    assert dialog.ui.error.isVisible()
    assert len(dialog.reasons) == before + 1
    assert not [one for one in dialog.reasons if one.is_missing]
    qtbot.mouseClick(dialog.ui.publish, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)
    assert version_count(page) == 1


def test_what_changed_since_is_shown(qtbot: QtBot, opened: Program, page: MinutesPage) -> None:
    publish(qtbot, opened, page)
    opened.window.context.open.do(describe_workshop, {"venue": "Another hall"})
    settle(qtbot, opened)
    qtbot.mouseClick(page.versions.ui.changed, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)
    (dialog,) = opened.window.findChildren(WhatChangedDialog)
    text = dialog.ui.changes.toPlainText()
    assert (dialog.ui.before.currentData(), dialog.ui.after.currentData()) == (1, NOW)
    assert "Title and dates" in text
    assert "Venue" in text
    assert "Another" in text
    assert dialog.ui.about.text().startswith("1 thing changed")
    dialog.ui.after.setCurrentIndex(0)
    settle(qtbot, opened)
    assert dialog.ui.about.text() == "Nothing has changed."
    dialog.close()


def test_everything_that_is_compared_has_a_name(opened: Program) -> None:
    from clesidra_desktop.domain import what_changed  # noqa: PLC0415

    entries = what_changed._entries(workshop_of(opened), {})
    assert {entry.name for part in entries.values() for entry in part} - {""} <= set(ENTRY_WORDS)


def test_a_file_is_opened_as_a_copy_that_nobody_changes(
    qtbot: QtBot, opened: Program, page: MinutesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(qtbot, opened, page)
    seen: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: seen.append(Path(url.toLocalFile())) or True)
    qtbot.mouseClick(page.versions.ui.open_file, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)

    (path,) = seen
    assert path.read_bytes().startswith(b"%PDF")
    assert not path.stat().st_mode & 0o222
    qtbot.mouseClick(page.versions.ui.open_file, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)
    assert seen == [path, path], "it opens again"
    path.chmod(0o644)
    path.write_bytes(b"changed")
    qtbot.mouseClick(page.versions.ui.open_file, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)
    assert path.read_bytes().startswith(b"%PDF"), "what is opened or sent is what was published"
    page.versions.shut()
    assert not path.exists()


def test_a_copy_of_what_is_withdrawn_goes(
    qtbot: QtBot, opened: Program, page: MinutesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(qtbot, opened, page)
    seen: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: seen.append(Path(url.toLocalFile())) or True)
    qtbot.mouseClick(page.versions.ui.open_file, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)
    name = workshop_of(opened).attendants[0].name

    def forget(database: Database) -> object:
        person = next(one.id for one in list_people(database).people if one.name == name)
        return anonymize_person(database, person, who="Bopha")

    opened.window.context.open.ask(forget, done=lambda _: page.versions.refresh())
    settle(qtbot, opened)
    assert not page.versions.ui.open_file.isEnabled()
    assert not seen[0].exists()


def test_the_pack_of_a_version_is_saved(
    qtbot: QtBot, opened: Program, page: MinutesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(qtbot, opened, page)
    monkeypatch.setattr(minutes_versions, "ask_for_folder", lambda *_: str(tmp_path))
    qtbot.mouseClick(page.versions.ui.save_pack, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)

    assert len(list(tmp_path.glob("*-v1-full-en/bagit.txt"))) == 1


def test_a_pack_that_is_there_is_replaced_from_its_message(
    qtbot: QtBot, opened: Program, page: MinutesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(qtbot, opened, page)
    monkeypatch.setattr(minutes_versions, "ask_for_folder", lambda *_: str(tmp_path))
    strip = opened.window.strip
    for _ in range(2):
        qtbot.mouseClick(page.versions.ui.save_pack, Qt.MouseButton.LeftButton)
        settle(qtbot, opened)
    assert "There is a pack in" in strip._text.text()
    assert "--replace" not in strip._text.text()
    (info,) = tmp_path.glob("*/bag-info.txt")
    info.unlink()
    info.with_name("bag-info.txt").write_text("Bag-Software-Agent: Clesidra Desktop\n")
    qtbot.mouseClick(strip._answer, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)
    assert strip._text.text().startswith("Written: ")
    assert "Minutes-Version: 1" in info.read_text()


def test_where_no_program_opens_a_file_it_is_said_where_it_is(
    qtbot: QtBot, opened: Program, page: MinutesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(qtbot, opened, page)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    qtbot.mouseClick(page.versions.ui.open_file, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)
    strip = opened.window.strip
    said = strip._text.text()
    assert said.startswith("This computer has no program for ")
    assert list(Path(said.split("folder ")[1].removesuffix(".")).glob("*.pdf"))
    qtbot.mouseClick(strip._answer, Qt.MouseButton.LeftButton)
    assert strip._text.text().startswith("This computer has no program that shows folders. It is ")


def chosen(page: MinutesPage) -> tuple[str, str]:
    choices = page.choices.chosen()
    return choices.language, choices.edition


def test_the_edition_offered_is_that_of_the_last_version_of_this_workshop(
    qtbot: QtBot, opened: Program, page: MinutesPage
) -> None:
    first = workshop_of(opened)
    dialog = dialog_of(qtbot, opened, page)
    give_reasons(dialog)
    dialog.ui.language.setCurrentIndex(dialog.ui.language.findData(Language.KHMER))
    dialog.ui.edition.setCurrentIndex(dialog.ui.edition.findData(Edition.PUBLIC))
    qtbot.mouseClick(dialog.ui.publish, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)
    assert chosen(page) == ("km", "public")

    other = replace(first, id=UUID(int=77), attendants=(), groups=(), ways_forward=(), split=type(first.split)())
    context = opened.window.context
    context.open.ask(lambda database: import_workshop(database, other, {}, who="Bopha"), done=lambda _: None)
    settle(qtbot, opened)
    context.open_workshop(other.id, "minutes")
    settle(qtbot, opened)
    assert chosen(page) == ("en", "full"), "nothing of this workshop was published"
    page.choices.choose(Language.ENGLISH, Edition.PUBLIC)
    context.open_workshop(first.id, "minutes")
    settle(qtbot, opened)
    assert chosen(page) == ("km", "public")


def test_the_dialog_says_who_publishes_and_which_version_stays_valid(
    qtbot: QtBot, opened: Program, page: MinutesPage
) -> None:
    dialog = dialog_of(qtbot, opened, page)
    assert dialog.ui.who.text().startswith("It is published by Minute taker.")
    assert not dialog.ui.beside.isVisible()
    dialog.reject()
    publish(qtbot, opened, page)
    dialog = dialog_of(qtbot, opened, page)
    assert not dialog.ui.beside.isVisible()
    dialog.ui.edition.setCurrentIndex(dialog.ui.edition.findData(Edition.PUBLIC))
    assert dialog.ui.beside.text() == "Version 1 (English · full edition) stays valid beside it."
    dialog.reject()


def test_the_icon_of_one_line_stands_beside_its_middle(qtbot: QtBot, opened: Program) -> None:
    row = FindingReason(opened.window.context.theme, [Finding("code", Severity.WARNING, "$", "One line.", {})], {})
    qtbot.addWidget(row)
    row.resize(600, 60)
    row.show()
    icon = next(one for one in row.findChildren(QLabel) if not one.pixmap().isNull())
    assert abs(icon.geometry().center().y() - row.said.geometry().center().y()) <= 1


def printed(
    qtbot: QtBot, opened: Program, page: MinutesPage, target: Path, pages: tuple[int, int] | None = None
) -> int:
    """Print the chosen version into a file; return how many of its pages lie."""
    qtbot.mouseClick(page.versions.ui.print_it, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)
    (dialog,) = opened.window.findChildren(QPrintDialog)
    printer = dialog.printer()
    printer.setOutputFileName(str(target))
    printer.setResolution(50)
    if pages:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(*pages)
    dialog.accepted.emit(printer)
    dialog.close()
    settle(qtbot, opened)
    with pypdfium2.PdfDocument(target) as document:
        sizes = [document.get_page_size(place) for place in range(len(document))]
        assert len(sizes) == (pages[1] - pages[0] + 1 if pages else page.pages.page_count)
    return sum(width > height for width, height in sizes)


def test_a_version_is_printed(qtbot: QtBot, opened: Program, page: MinutesPage, tmp_path: Path) -> None:
    publish(qtbot, opened, page)

    assert printed(qtbot, opened, page, tmp_path / "all.pdf") > 0, "the pages of wide tables are turned"


def test_some_pages_of_a_version_are_printed(qtbot: QtBot, opened: Program, page: MinutesPage, tmp_path: Path) -> None:
    publish(qtbot, opened, page)

    assert printed(qtbot, opened, page, tmp_path / "some.pdf", (2, 3)) == 0


def test_only_the_pages_that_were_asked_for_are_printed(opened: Program) -> None:
    assert opened
    printer = QPrinter()
    assert printing.places_of(printer, 3) == [0, 1, 2]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 9)
    assert printing.places_of(printer, 3) == [1, 2]


def test_a_page_stands_in_the_middle_of_the_paper() -> None:
    where = printing.fitted((1000, 2000), (100, 100))
    assert (where.x(), where.y(), where.width(), where.height()) == (0, 500, 1000, 1000)


@pytest.fixture
def opened_addresses(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """What the system was asked to open."""
    seen: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: seen.append(url) or True)
    return seen


def start_nothing(seen: list[list[str]]) -> Callable[[str, list[str]], bool]:
    return lambda program, arguments: seen.append([program, *arguments]) or True


def test_a_file_goes_into_the_mail_program(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened_addresses: list[QUrl]
) -> None:
    assert program
    monkeypatch.setattr(mailing.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(mailing.sys, "platform", "linux")
    seen: list[list[str]] = []
    said = mailing.send_by_mail(tmp_path / "a.pdf", "Minutes", "Dear all", start_nothing(seen))
    assert seen[0][:6] == ["/usr/bin/xdg-email", "--utf8", "--subject", "Minutes", "--body", "Dear all"]
    assert seen[0][6:] == ["--attach", str(tmp_path / "a.pdf")]
    assert "opens with a.pdf" in said
    assert opened_addresses == []


def test_where_no_file_can_be_handed_over_that_is_said(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened_addresses: list[QUrl]
) -> None:
    assert program
    monkeypatch.setattr(mailing.sys, "platform", "win32")
    said = mailing.send_by_mail(tmp_path / "a.pdf", "Minutes & more", "Dear all")
    assert [url.scheme() for url in opened_addresses] == ["file", "mailto"]
    assert "subject=Minutes%20%26%20more" in opened_addresses[1].toString(QUrl.ComponentFormattingOption.FullyEncoded)
    assert "drag a.pdf out of the folder" in said
