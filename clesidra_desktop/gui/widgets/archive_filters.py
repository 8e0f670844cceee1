"""What narrows the archive: year, place, programme, sector and question, each a choice with “all” at its top."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from clesidra_desktop.domain.archive import Filters, Topic
from clesidra_desktop.gui.i18n import mark, tr
from clesidra_desktop.gui.widgets.calm_combo import CalmComboBox

if TYPE_CHECKING:
    from clesidra_desktop.services.archive import ArchiveChoices

NAMES = {
    "year": (mark("Year"), mark("All years")),
    "place": (mark("Place"), mark("All places")),
    "programme": (mark("Programme"), mark("All programmes")),
    "sector": (mark("Sector"), mark("All sectors")),
    "question": (mark("Question"), mark("All questions")),
}
"""What each choice is called, and what it says where nothing is left out."""

WEIGHTS = {"year": 4, "place": 5, "programme": 6, "sector": 7, "question": 8}
"""The part of the width that each choice gets."""


class ArchiveFilters(QWidget):
    """The choices that a tab has. `changed` is emitted when somebody chooses, not when the choices are shown anew."""

    changed = Signal()

    def __init__(self, wanted: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, CalmComboBox] = {}
        self._choices: ArchiveChoices | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for name in wanted:
            box = self._boxes[name] = CalmComboBox()
            box.setObjectName(name)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.currentIndexChanged.connect(lambda _: self._tell())
            row.addWidget(box, WEIGHTS[name])
        self.retranslate()

    def box(self, name: str) -> CalmComboBox:
        """Return a choice by its name."""
        return self._boxes[name]

    def filters(self, *, people: bool = True) -> Filters:
        """Return what is chosen."""
        chosen = {name: box.currentData() for name, box in self._boxes.items()}
        return Filters(
            year=chosen.get("year"),
            place=chosen.get("place") or "",
            programme=chosen.get("programme") or "",
            sector=chosen.get("sector"),
            question=chosen.get("question"),
            people=people,
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is left out."""
        return any(box.currentIndex() > 0 for box in self._boxes.values())

    def clear(self) -> None:
        """Leave nothing out."""
        for box in self._boxes.values():
            box.blockSignals(True)
            box.setCurrentIndex(0)
            box.blockSignals(False)
        self._tell()

    def choose_first(self, name: str) -> None:
        """Choose the first that there is; nobody is told."""
        box = self._boxes[name]
        if box.count() > 1:
            box.blockSignals(True)
            box.setCurrentIndex(1)
            box.blockSignals(False)
            self._show_whole(box)

    def show_choices(self, choices: "ArchiveChoices") -> None:
        """Offer what the archive has; what was chosen stays chosen where it is still there."""
        self._choices = choices
        values = choices.values
        offered: dict[str, list[tuple[str, object]]] = {
            "year": [(str(year), year) for year in values.years],
            "place": [(place, place) for place in values.places],
            "programme": [(name, name) for name in values.programmes],
            "sector": [(topic.title, topic) for topic in choices.sectors],
            "question": [(topic.title, topic) for topic in choices.questions],
        }
        for name, box in self._boxes.items():
            every: list[tuple[str, object]] = [(tr(NAMES[name][1]), None)]
            box.fill([*every, *offered[name]], _still(box.currentData(), offered[name]))
            if box.currentIndex() < 0:
                box.setCurrentIndex(0)
            self._show_whole(box)

    def retranslate(self) -> None:
        """Follow the language."""
        for name, box in self._boxes.items():
            title, every = (tr(text) for text in NAMES[name])
            box.setAccessibleName(title)
            if box.count():
                box.setItemText(0, every)
            else:
                box.addItem(every, None)
            self._show_whole(box)

    def _tell(self) -> None:
        for box in self._boxes.values():
            self._show_whole(box)
        self.changed.emit()

    @staticmethod
    def _show_whole(box: CalmComboBox) -> None:
        """Say what is chosen in a tool tip, too: it may be longer than the box."""
        box.setToolTip(box.currentText())


def _still(chosen: object, offered: Sequence[tuple[str, object]]) -> object:
    """Return what was chosen as it is offered now: a topic may have got another title, or more workshops."""
    if not isinstance(chosen, Topic):
        return chosen if any(value == chosen for _, value in offered) else None
    topics = (value for _, value in offered if isinstance(value, Topic))
    return next((one for one in topics if one.keys & chosen.keys or one.titles & chosen.titles), None)
