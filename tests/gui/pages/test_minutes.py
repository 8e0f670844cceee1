"""The Minutes page: the preview follows what is typed, and files are written into a folder."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.domain.language import Language
from clesidra_desktop.gui.pages import minutes_preview, minutes_writing
from clesidra_desktop.gui.pages.minutes import MinutesPage
from clesidra_desktop.services.prepare import describe_workshop
from clesidra_desktop.services.written import Preview
from tests.helpers.annex_files import protected
from tests.helpers.window import settle, show


@pytest.fixture
def page(qtbot: QtBot, opened: Program) -> MinutesPage:
    shown = show(qtbot, opened, "minutes")
    assert isinstance(shown, MinutesPage)
    qtbot.waitUntil(lambda: shown.pages.drawn_pages != (), timeout=20_000)
    return shown


def chosen(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(minutes_writing, "ask_for_folder", lambda *_: str(folder))


def strip_says(program: Program, text: str) -> bool:
    return any(text in label.text() for label in program.window.strip.findChildren(QLabel))


def test_the_pages_are_drawn(page: MinutesPage) -> None:
    assert page.pages.page_count > 3
    assert page.ui.state.text() == f"{page.pages.page_count} pages"


def test_the_preview_follows_what_is_typed(qtbot: QtBot, opened: Program, page: MinutesPage) -> None:
    before = page.preview.pictures
    place = page.pages.verticalScrollBar().maximum() // 2
    page.pages.verticalScrollBar().setValue(place)
    opened.window.context.open.do(describe_workshop, {"objectives": ("Another aim",)})

    qtbot.waitUntil(lambda: page.preview.pictures is not before, timeout=20_000)
    settle(qtbot, opened)

    assert page.pages.verticalScrollBar().value() == place


def test_who_comes_back_sees_the_old_pages_at_once_and_the_new_ones_in_the_same_place(
    qtbot: QtBot, opened: Program, page: MinutesPage
) -> None:
    bar = page.pages.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    settle(qtbot, opened)
    place, before, drawn = bar.value(), page.preview.pictures, page.pages.drawn_pages
    show(qtbot, opened, "prepare")
    opened.window.context.open.do(describe_workshop, {"venue": "The new hall"})
    settle(qtbot, opened)
    assert page.preview.pictures is before

    opened.window.show_page("minutes")
    assert page.pages.drawn_pages == drawn
    qtbot.waitUntil(lambda: page.preview.pictures is not before, timeout=20_000)
    assert set(drawn) <= set(page.pages.drawn_pages)
    settle(qtbot, opened)

    assert bar.value() == place


def test_a_page_never_turns_white_while_it_is_drawn_anew(qtbot: QtBot, opened: Program, page: MinutesPage) -> None:
    """Until the new picture is there, the old one is painted."""
    painted: list[bool] = []
    draw = page.preview._draw

    def look(place: int, width: int, take: object) -> None:
        painted.append(place in page.pages.drawn_pages)
        draw(place, width, take)  # type: ignore[arg-type]

    page.preview._draw = look  # type: ignore[method-assign]
    page.preview.make()
    settle(qtbot, opened)

    assert painted
    assert all(painted)


def test_an_annex_that_cannot_be_shown_is_among_the_findings(
    qtbot: QtBot, opened: Program, page: MinutesPage, tmp_path: Path
) -> None:
    (tmp_path / "secret.pdf").write_bytes(protected(user="secret"))

    page.annexes.take([tmp_path / "secret.pdf"])
    qtbot.waitUntil(lambda: bool(page.preview.findings), timeout=20_000)
    settle(qtbot, opened)

    items = [page.ui.findings.item(row) for row in range(page.ui.findings.count())]
    assert [finding.code for finding in page.preview.findings] == ["annex-password"]
    assert any("secret.pdf" in item.text() for item in items)


def test_only_the_newest_request_counts(qtbot: QtBot, opened: Program, page: MinutesPage) -> None:
    shown: list[tuple[tuple[float, float], ...]] = []
    show_pages = page.pages.show_pages

    def count(sizes: tuple[tuple[float, float], ...], draw: object) -> None:
        shown.append(sizes)
        show_pages(sizes, draw)  # type: ignore[arg-type]

    page.pages.show_pages = count  # type: ignore[method-assign]
    for _ in range(5):
        page.preview.make()
    settle(qtbot, opened)

    assert len(shown) == 1


def test_pages_of_a_workshop_that_was_closed_meanwhile_are_not_shown(
    qtbot: QtBot, opened: Program, page: MinutesPage
) -> None:
    page.preview.make()
    opened.window.context.open.close()
    settle(qtbot, opened)

    assert page.pages.page_count == 0


def test_the_language_is_that_of_the_workshop_until_another_is_chosen(page: MinutesPage) -> None:
    assert page.choices.chosen().language is Language.ENGLISH
    page.ui.language.setCurrentIndex(1)
    assert page.choices.chosen().language is Language.KHMER


def test_minutes_are_written_into_a_folder(
    qtbot: QtBot, opened: Program, page: MinutesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    chosen(monkeypatch, folder)
    qtbot.mouseClick(page.ui.write, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)

    assert sorted(path.suffix for path in folder.iterdir()) == [".docx", ".pdf"]
    assert strip_says(opened, "Written: ")


def test_papers_and_the_pack_are_written(
    qtbot: QtBot, opened: Program, page: MinutesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    chosen(monkeypatch, folder)
    qtbot.mouseClick(page.ui.papers, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)
    assert len(list(folder.glob("*.pdf"))) == 4

    qtbot.mouseClick(page.ui.pack, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)
    assert len(list(folder.glob("*-pack-full-en/bagit.txt"))) == 1

    qtbot.mouseClick(page.ui.pack, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)
    assert not strip_says(opened, "Written: ")
    assert strip_says(opened, "There is a pack in")
    qtbot.mouseClick(opened.window.strip._answer, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)
    assert strip_says(opened, "Written: ")


def test_pages_that_take_long_are_announced_until_they_come(
    qtbot: QtBot, opened: Program, page: MinutesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(qtbot, opened)
    may_end, preview = Event(), minutes_preview.preview

    def wait(*arguments: object) -> Preview:
        assert may_end.wait(20)
        return preview(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(minutes_preview, "preview", wait)
    page.preview._patience.setInterval(0)
    page.preview.make()
    qtbot.waitUntil(lambda: page.ui.state.text() == "New pages are being made…")
    may_end.set()
    settle(qtbot, opened)
    assert page.ui.state.text() == f"{page.pages.page_count} pages"


def test_what_cannot_be_written_is_said(
    qtbot: QtBot, opened: Program, page: MinutesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen(monkeypatch, tmp_path / "file" / "missing")
    (tmp_path / "file").write_text("")
    qtbot.mouseClick(page.ui.write, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)

    assert opened.window.strip.isVisible()
    assert not strip_says(opened, "Written: ")


def test_a_finding_leads_to_its_page(qtbot: QtBot, opened: Program, page: MinutesPage) -> None:
    item = page.ui.findings.item(0)
    page.ui.findings.itemActivated.emit(item)
    settle(qtbot, opened)

    assert opened.window.page.objectName() == "page_register"
