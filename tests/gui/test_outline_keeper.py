"""Nothing that was typed is lost where a text is left while it waits: for a writing, for a decision, for its place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.outline import Node
from clesidra_desktop.gui import outline_keeper
from clesidra_desktop.services.agenda import remove_item
from clesidra_desktop.services.answers import find_notes, record_notes
from clesidra_desktop.storage.database import open_database
from tests.helpers.room import Room
from tests.helpers.window import show, type_text

KEY = "talk"


def quit_program(room: Room) -> None:
    room.program.close()


def close_workshop(room: Room) -> None:
    room.program.window._close_workshop()
    room.settle()


def open_next_item(room: Room) -> None:
    room.page.timeline.choose("report")
    room.settle()


WAYS_OUT = (quit_program, close_workshop, open_next_item)


def type_notes(room: Room, text: str) -> None:
    """Type into the notes of an item, and let the text be handed in."""
    room.page.notes.text.setFocus()
    type_text(room.page.notes.text, text)
    room.page.notes.commit()


@pytest.fixture(autouse=True)
def _at_the_talk(room: Room) -> None:
    room.page.timeline.choose(KEY)
    room.settle()


@pytest.fixture
def other(room: Room, tmp_path: Path) -> Callable[[str], None]:
    """Type the notes on another computer."""
    workshop_id = room.workshop.id

    def write(text: str) -> None:
        with open_database(tmp_path / "clesidra.db") as database:
            version = find_notes(database, workshop_id, KEY).version
            record_notes(database, workshop_id, KEY, (Node(text),), version=version, who="Other")

    return write


@pytest.fixture
def stored(room: Room, tmp_path: Path) -> Callable[[], list[str]]:
    """The notes as the database has them, also after the program was closed."""
    workshop_id = room.workshop.id

    def read() -> list[str]:
        with open_database(tmp_path / "clesidra.db") as database:
            return [node.text for node in find_notes(database, workshop_id, KEY).outline]

    return read


@pytest.mark.parametrize("leave", WAYS_OUT)
def test_both_texts_are_kept_where_nobody_decides(
    room: Room, other: Callable[[str], None], stored: Callable[[], list[str]], leave: Callable[[Room], None]
) -> None:
    other("theirs")
    type_notes(room, "mine")
    room.settle()
    assert room.page.keeper.is_in_conflict
    leave(room)

    assert stored() == ["theirs", "mine"]


def test_both_texts_are_kept_of_a_page_that_is_not_shown(
    room: Room, other: Callable[[str], None], stored: Callable[[], list[str]]
) -> None:
    other("theirs")
    type_notes(room, "mine")
    show(room.qtbot, room.program, "register")
    close_workshop(room)

    assert stored() == ["theirs", "mine"]


@pytest.mark.parametrize("leave", WAYS_OUT)
def test_what_was_typed_during_a_writing_is_written_behind_it(
    room: Room, stored: Callable[[], list[str]], leave: Callable[[Room], None]
) -> None:
    type_notes(room, "first ")
    type_text(room.page.notes.text, "second")
    leave(room)

    assert stored() == ["first second"]


@pytest.mark.parametrize("leave", WAYS_OUT)
def test_a_disagreement_that_is_not_known_yet_is_joined_with_the_newest_text(
    room: Room, other: Callable[[str], None], stored: Callable[[], list[str]], leave: Callable[[Room], None]
) -> None:
    other("theirs")
    type_notes(room, "first ")
    type_text(room.page.notes.text, "second")
    leave(room)

    assert stored() == ["theirs", "first second"]


def test_a_text_that_was_left_is_tried_again_after_the_workshop_was_closed(
    room: Room, stored: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> object:
        raise UserError("The disk is full.")

    monkeypatch.setattr(outline_keeper, "TRY_AGAIN", 1)
    with monkeypatch.context() as patch:
        patch.setattr("clesidra_desktop.storage.answers.save_notes", full)
        type_notes(room, "typed")
        room.program.window._close_workshop()
        room.qtbot.waitUntil(lambda: "The disk is full." in said(room))
    room.qtbot.waitUntil(lambda: stored() == ["typed"])
    room.settle()


def said(room: Room) -> str:
    return " ".join(label.text() for label in room.program.window.strip.findChildren(QLabel))


def test_a_text_whose_place_is_gone_is_offered_for_copying_and_not_tried_again(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outline_keeper, "TRY_AGAIN", 1)
    with open_database(tmp_path / "clesidra.db") as database:
        remove_item(database, room.workshop.id, KEY, who="Other")
    texts: list[str] = []
    room.program.window.context.messages.said.connect(lambda _kind, text, *_: texts.append(text))
    type_notes(room, "long text")
    room.qtbot.waitUntil(lambda: bool(texts))
    room.program.window.context.open._look()
    room.settle()

    assert len(texts) == 1
    assert "is not there any more" in said(room)
    assert "What you typed was not saved." in said(room)
    assert room.page.keeper.source != outline_keeper.OutlineSource.notes(KEY)
    buttons = room.program.window.strip.findChildren(QPushButton)
    next(one for one in buttons if one.text() == "Copy my text").click()
    assert QGuiApplication.clipboard().text() == "long text"
