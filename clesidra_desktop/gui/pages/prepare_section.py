"""What the sections of the page Prepare have in common."""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QWidget

from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.gui.widgets.checked_field import CheckedField, Done, Failed, HandIn
from clesidra_desktop.services.prepare import describe_workshop

Hints = Mapping[str, str]
"""What is missing or wrong, in words, by JSON path."""


class Section(QWidget):
    """A part of the page: it shows a workshop, and what is changed in it commits itself."""

    KEY: ClassVar[str]
    TITLE: ClassVar[str]
    PLACES: ClassVar[tuple[str, ...]]
    """The beginnings of the JSON paths that are mended here."""

    recounted = Signal()
    """Something is missing, or missing no longer, that is not in the workshop itself."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName(f"prepare_{self.KEY}")
        self.context = context

    def show_workshop(self, workshop: Workshop, hints: Hints) -> None:
        """Show a workshop; `hints` say what is missing where."""
        raise NotImplementedError

    @property
    def missing(self) -> tuple[str, ...]:
        """What is missing that is not in the workshop itself, in words: what is typed and cannot be kept."""
        drafts = (field.draft for field in self.findChildren(CheckedField))
        return tuple(draft[1] for draft in drafts if draft)

    def watch(self, fields: Mapping[str, CheckedField]) -> None:
        """Count anew when one of the fields has become wrong, or is right again."""
        for field in fields.values():
            field.judged.connect(self.recounted)

    def turn_away(self) -> None:
        """Give up what belongs to the workshop before: another one is shown."""

    def commit(self) -> None:
        """Hand in what was typed and is still waiting."""

    def retranslate(self) -> None:
        """Show all words in the language of the screens."""

    def first_field(self) -> QWidget:
        """Return what takes the keys first."""
        raise NotImplementedError

    def go_to(self, where: str) -> None:  # noqa: ARG002
        """Let the field that mends a JSON path take the keys."""
        self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    # Rows, where the section has some

    def add_row(self) -> None:
        """Add a row behind the current one."""

    def duplicate_row(self) -> None:
        """Add a row that is like the current one."""

    def move_row(self, by: int) -> None:
        """Move the current row down by so many places, or up."""

    def remove_row(self) -> None:
        """Remove the current rows."""

    # For those that have fields

    def saving(self, name: str) -> HandIn:
        """Return what hands a field of the workshop in."""

        def hand_in(text: str, done: Done, failed: Failed) -> None:
            self.context.open.do(describe_workshop, {name: text}, done=done, failed=failed)

        return hand_in


def commit_all(fields: Mapping[str, CheckedField]) -> None:
    """Hand in what is waiting in fields."""
    for field in fields.values():
        field.commit()


def turn_all(fields: Mapping[str, CheckedField]) -> None:
    """Let fields be those of another workshop."""
    for field in fields.values():
        field.turn_to()


def scrolling(section: QWidget) -> QScrollArea:
    """Return an area in which a section scrolls up and down where the window is low, and never sideways."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
    area.setWidget(section)
    return area


def bring_into_sight(widget: QWidget | None) -> None:
    """Scroll to a widget where it stands in an area that scrolls."""
    inner = widget
    while inner is not None:
        inner = inner.parentWidget()
        if isinstance(inner, QScrollArea) and widget:
            inner.ensureWidgetVisible(widget)


def index_in(where: str) -> int:
    """Return the first index in a JSON path, such as 3 of $.agenda[3].title; -1 where there is none."""
    _, _, rest = where.partition("[")
    number, _, _ = rest.partition("]")
    return int(number) if number.isdecimal() else -1


def quoted(text: str) -> str:
    """Return what a row is called in a sentence."""
    return f"“{text}”" if text.strip() else tr("without a title")
