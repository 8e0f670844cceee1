"""The agenda as a list."""

from PySide6.QtCore import QMimeData, Qt
from pytestqt.modeltest import ModelTester

from clesidra_desktop.domain.agenda_clock import agenda_clock
from clesidra_desktop.domain.agenda_run import moved, started
from clesidra_desktop.gui.models.timeline import AgendaModel
from tests.helpers.builders import at, item, workshop

ITEMS = (item("one", minutes=30, speaker="Sok"), item("two", minutes=30, internal=True), item("three", minutes=30))


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    model = AgendaModel()
    model.show_clock(agenda_clock(workshop(agenda=ITEMS), at(8)))

    qtmodeltester.check(model)


def test_what_stays_is_not_reset_and_what_moved_is() -> None:
    model = AgendaModel()
    told: list[str] = []
    model.modelReset.connect(lambda: told.append("reset"))
    model.dataChanged.connect(lambda first, _last: told.append(str(first.row())))
    model.show_clock(agenda_clock(workshop(agenda=ITEMS), at(8)))
    model.show_clock(agenda_clock(workshop(agenda=ITEMS), at(8)))
    assert told == ["reset"]

    model.show_clock(agenda_clock(workshop(agenda=started(ITEMS, "one", at(8))), at(8)))
    assert told == ["reset", "0"]
    model.show_clock(agenda_clock(workshop(agenda=moved(ITEMS, "three", None)), at(8)))
    assert told[-1] == "reset"


def test_a_row_is_said_in_words() -> None:
    model = AgendaModel()
    model.show_clock(agenda_clock(workshop(agenda=ITEMS), at(8)))

    said = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "internal: the audience never sees it" in said
    assert "planned 08:30" in said


def test_a_row_is_dropped_between_others_and_nothing_else_is_taken() -> None:
    model = AgendaModel()
    model.show_clock(agenda_clock(workshop(agenda=ITEMS), at(8)))
    asked: list[tuple[str, object]] = []
    model.moved.connect(lambda key, after: asked.append((key, after)))
    move, none = Qt.DropAction.MoveAction, model.index(-1)

    model.dropMimeData(model.mimeData([model.index(2)]), move, 0, 0, none)
    model.dropMimeData(model.mimeData([model.index(0)]), move, -1, -1, model.index(1))
    model.dropMimeData(model.mimeData([model.index(0)]), move, -1, -1, none)
    assert asked == [("three", None), ("one", "two"), ("one", "three")]
    assert not model.canDropMimeData(QMimeData(), move, 0, 0, none)
    assert not model.dropMimeData(QMimeData(), move, 0, 0, none)
