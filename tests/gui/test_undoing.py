"""What is said of undo and redo."""

from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.domain.language import Language
from clesidra_desktop.services.agenda import edit_agenda_item, start_agenda_item
from clesidra_desktop.services.attendants import edit_attendants
from tests.helpers.window import settle, show


def test_undo_says_what_it_has_taken_back_and_offers_redo(qtbot: QtBot, opened: Program) -> None:
    """The key reaches what was done on other pages, which nobody sees."""
    window = opened.window
    workshop = window.context.open.workshop
    assert workshop is not None
    name = workshop.attendants[0].name
    window.context.open.do(edit_attendants, [workshop.attendants[0].id], {"organization": "Forest group"})
    settle(qtbot, opened)
    undo, redo = window.context.actions["undo"], window.context.actions["redo"]
    assert undo.text() == f"&Undo: edited attendants: “{name}”"
    show(qtbot, opened, "groups")
    undo.trigger()
    settle(qtbot, opened)

    assert window.strip._text.text() == f"Taken back: edited attendants: “{name}”"
    assert redo.text() == f"&Redo: edited attendants: “{name}”"
    assert undo.text() == "&Undo"
    window.strip._answer.click()
    settle(qtbot, opened)
    assert window.context.open.workshop.attendants[0].organization == "Forest group"
    undo.trigger()
    redo.trigger()
    settle(qtbot, opened)
    assert window.strip._text.text() == f"Done again: edited attendants: “{name}”"
    window.set_language(Language.KHMER)
    assert undo.text().startswith("មិនធ្វើវិញ (&U)៖ ")


def test_what_starts_an_item_is_named_by_that_item(qtbot: QtBot, opened: Program) -> None:
    workshop = opened.window.context.open.workshop
    assert workshop is not None
    first, last = workshop.agenda[0], workshop.agenda[-1]
    at = opened.window.context.open.now()
    for one in (first, last):
        opened.window.context.open.do(edit_agenda_item, one.key, {"started": None, "ended": None})
        opened.window.context.open.do(start_agenda_item, one.key, at)
    settle(qtbot, opened)
    opened.window.context.actions["undo"].trigger()
    settle(qtbot, opened)

    assert last.title[:20] in opened.window.strip._text.text()


def test_a_deed_is_undone_and_done_again_by_keys(qtbot: QtBot, opened: Program) -> None:
    def name() -> str:
        assert opened.window.context.open.workshop is not None
        return opened.window.context.open.workshop.attendants[0].name

    workshop = opened.window.context.open.workshop
    assert workshop is not None
    before = name()
    opened.window.context.open.do(edit_attendants, [workshop.attendants[0].id], {"name": "Sok Dara"})
    settle(qtbot, opened)
    assert name() == "Sok Dara"

    opened.window.context.actions["undo"].trigger()
    settle(qtbot, opened)
    assert name() == before
    opened.window.context.actions["redo"].trigger()
    settle(qtbot, opened)
    assert name() == "Sok Dara"


def test_redo_has_both_keys_that_people_know(opened: Program) -> None:
    keys = {keys.toString() for keys in opened.window.context.actions["redo"].shortcuts()}

    assert keys == {"Ctrl+Y", "Ctrl+Shift+Z"}
