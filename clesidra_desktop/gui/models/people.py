"""The people of the directory, of whom there may be 100,000: a page is read when a row of it is painted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, QTimer, Signal

from clesidra_desktop.gui.i18n import date_text, mark, tr
from clesidra_desktop.gui.models.rows import LEFT, Column, Index
from clesidra_desktop.services.directory import PAGE, Page

if TYPE_CHECKING:
    from clesidra_desktop.services.register_search import Hit
    from clesidra_desktop.storage.directory import Known

Listed: TypeAlias = "Known | Hit"
"""Somebody of the list: as read for it, or as found for what was typed."""

MOMENT = 30
"""Milliseconds in which painted rows ask for their pages together; who only scrolls past is not read."""

KEPT = 40
"""Pages that are kept; those read first are let go of."""


def _last(one: Listed) -> str:
    return date_text(one.last.starts.date()) if one.last and one.last.starts else ""


class PeopleModel(QAbstractTableModel):
    """People by name, or those found. `wanted` carries the offset of a page that is to be read."""

    wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[Column[Listed], ...] = (
            Column("name", mark("Name"), lambda one: one.name),
            Column("organization", mark("Organization"), lambda one: one.organization),
            Column("name_km", mark("Name in Khmer"), lambda one: one.name_km),
            Column("category", mark("Category"), lambda one: one.category),
            Column("phone", mark("Phone"), lambda one: one.phone),
            Column("last", mark("Came last"), _last),
        )
        self._total = 0
        self._pages: dict[int, Sequence[Listed]] = {}
        self._asked: set[int] = set()
        self._painted: set[int] = set()
        self._timer = QTimer(self, singleShot=True, interval=MOMENT)
        self._timer.timeout.connect(self._ask)

    # What a page calls

    @property
    def total(self) -> int:
        """How many rows there are."""
        return self._total

    def show_page(self, page: Page) -> None:
        """Take a page that was read; where the list is longer or shorter than before, all others are read again."""
        self._asked.discard(page.offset)
        if page.total != self._total:
            self.read_again()
            self._resize(page.total)
        self._pages[page.offset] = page.people
        while len(self._pages) > KEPT:
            del self._pages[next(iter(self._pages))]
        self._tell(page.offset, page.offset + len(page.people) - 1)

    def show_found(self, hits: Sequence[Listed]) -> None:
        """Show those who were found in the place of the list, in their order."""
        self._forget()
        self._resize(len(hits))
        self._pages = {offset: hits[offset : offset + PAGE] for offset in range(0, len(hits), PAGE)}
        self._tell(0, len(hits) - 1)

    def read_again(self) -> None:
        """Let every page be read again when it is painted."""
        self._forget()
        self._tell(0, self._total - 1)

    def person_at(self, row: int) -> "Listed | None":
        """Return who is in a row, None where it was not read yet."""
        page = self._pages.get(row - row % PAGE, ())
        return page[row % PAGE] if 0 <= row % PAGE < len(page) and row >= 0 else None

    def row_of(self, person_id: UUID) -> int | None:
        """Return the row of a person among those that were read."""
        rows = ((offset + n, one) for offset, page in self._pages.items() for n, one in enumerate(page))
        return next((row for row, one in rows if one.id == person_id), None)

    def column_of(self, key: str) -> int:
        """Return the place of a column."""
        return next(place for place, column in enumerate(self.columns) if column.key == key)

    def stop(self) -> None:
        """Ask for no more pages."""
        self._timer.stop()

    def retranslate(self) -> None:
        """Name the columns and cells in the language of the screens."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self._tell(0, self._total - 1)

    # What views call

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many rows there are, also of pages that were not read."""
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows; a row whose page was not read shows dots, and lets it be read."""
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        one = self.person_at(index.row())
        if one is not None:
            return self.columns[index.column()].text(one)
        offset = index.row() - index.row() % PAGE
        if offset not in self._asked:
            self._painted.add(offset)
            if not self._timer.isActive():
                self._timer.start()
        return "…" if index.column() == 0 else ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return tr(self.columns[section].title)
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return int(LEFT)
        return None

    # How

    def _forget(self) -> None:
        self._pages.clear()
        self._asked.clear()
        self._painted.clear()

    def _ask(self) -> None:
        offsets, self._painted = sorted(self._painted - self._pages.keys()), set()
        for offset in offsets:
            self._asked.add(offset)
            self.wanted.emit(offset)

    def _resize(self, total: int) -> None:
        before = self._total
        if total > before:
            self.beginInsertRows(QModelIndex(), before, total - 1)
            self._total = total
            self.endInsertRows()
        elif total < before:
            self.beginRemoveRows(QModelIndex(), total, before - 1)
            self._total = total
            self.endRemoveRows()

    def _tell(self, first: int, last: int) -> None:
        if last >= first >= 0 and last < self._total:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
