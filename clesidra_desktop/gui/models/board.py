"""The groups as a table: a group a column, a person a cell; before them who has no seat, behind them who gets none."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from clesidra_desktop.domain.language import Language
from clesidra_desktop.gui.i18n import own_letters, tr, tr_count
from clesidra_desktop.gui.split_words import own_name
from clesidra_desktop.gui.words import SEX_WORDS, shown_name
from clesidra_desktop.services.groups_page import GroupCard, GroupsView

Index = QModelIndex | QPersistentModelIndex

CARD_ROLE = int(Qt.ItemDataRole.UserRole)
"""The card of a cell."""


class Kind(StrEnum):
    """What a column is."""

    GROUP = "group"
    NEWCOMERS = "newcomers"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """A column; only groups have a sector, a room and a rapporteur."""

    kind: Kind
    title: str
    cards: tuple[GroupCard, ...]
    sector: str = ""
    room: str = ""
    rapporteur: str = ""


class BoardModel(QAbstractTableModel):
    """The columns of a view of the groups."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[BoardColumn, ...] = ()
        self.labels: dict[str, str] = {}
        self.places: dict[str, int] = {}
        self.absent: frozenset[UUID] = frozenset()
        self.waiting: frozenset[UUID] = frozenset()
        self._letters: dict[str, str] = {}
        self._longest = 0
        self.language = Language.ENGLISH

    def show_view(self, view: GroupsView, categories: Iterable[tuple[str, str]], language: Language) -> None:
        """Show a view; `categories` are their codes and labels in order."""
        listed = list(categories)
        self.beginResetModel()
        self.language = language
        self.labels = dict(listed)
        self.places = {code: place for place, (code, _) in enumerate(listed)}
        self._letters = _short_codes({*self.labels, *(card.category for card in _cards(view))})
        self.absent, self.waiting = frozenset(view.absent), frozenset(view.waiting)
        self.columns = tuple(_columns(view))
        self._longest = max((len(column.cards) for column in self.columns), default=0)
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self.columns, self._longest = (), 0
        self.endResetModel()

    def card(self, index: Index) -> GroupCard | None:
        """Return the card of a cell, None where there is none."""
        if not index.isValid():
            return None
        cards = self.columns[index.column()].cards
        return cards[index.row()] if index.row() < len(cards) else None

    def name(self, card: GroupCard) -> str:
        """Return the name on a card."""
        return shown_name(own_name(card.name, card.name_km, self.language))

    def code(self, card: GroupCard, *, short: bool) -> str:
        """Return the code of a category, or the first letters of it that no other one begins with."""
        return self._letters[card.category] if short else card.category

    def index_of(self, attendant: UUID) -> QModelIndex:
        """Return the cell of an attendant; an invalid index where there is none."""
        for place, column in enumerate(self.columns):
            for row, card in enumerate(column.cards):
                if card.id == attendant:
                    return self.index(row, place)
        return QModelIndex()

    def groups(self) -> Sequence[int]:
        """Return the places of the columns that are groups."""
        return [place for place, column in enumerate(self.columns) if column.kind is Kind.GROUP]

    def is_pale(self, index: Index) -> bool:
        """Whether somebody is not in the room, or gets no seat."""
        card = self.card(index)
        away = self.absent | self.waiting
        return self.columns[index.column()].kind is Kind.LEFT_OUT or (card is not None and card.id in away)

    # What views call

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """As many as the longest column has cards."""
        return 0 if parent.isValid() else self._longest

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cards can be chosen and dragged."""
        if self.card(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        card = self.card(index)
        if card is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.name(card)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._about(index, card)
            case role if role == CARD_ROLE:
                return card
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title and the rest of a column."""
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            column = self.columns[section]
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                said = (column.title, _people(column.cards), column.room, _reports(column))
                return "\n".join(part for part in said if part)
        return None

    def _about(self, index: Index, card: GroupCard) -> str:
        said = [self.name(card), self.labels.get(card.category) or card.category, tr(SEX_WORDS[card.sex])]
        if card.locked:
            said.append(tr("locked"))
        if card.facilitator:
            said.append(tr("facilitator"))
        if card.together:
            said.append(tr("is to sit together with others"))
        if card.apart:
            said.append(tr("is to sit apart from others"))
        if card.wish is not None:
            said.append(tr("got wish {number}", number=card.wish + 1))
        if self.columns[index.column()].kind is Kind.LEFT_OUT:
            said.append(tr("left out of the groups"))
        elif card.id in self.absent:
            said.append(tr("not in the room"))
        elif card.id in self.waiting:
            said.append(tr("has not come"))
        return " · ".join(part for part in said if part)


def _columns(view: GroupsView) -> Iterable[BoardColumn]:
    if view.newcomers:
        yield BoardColumn(Kind.NEWCOMERS, tr("Not seated yet"), view.newcomers)
    for column in view.columns:
        yield BoardColumn(
            Kind.GROUP, column.title, column.cards, column.sector, column.room, own_letters(column.rapporteur)
        )
    if view.left_out:
        yield BoardColumn(Kind.LEFT_OUT, tr("Left out"), view.left_out)


def _cards(view: GroupsView) -> Iterable[GroupCard]:
    for column in view.columns:
        yield from column.cards
    yield from view.newcomers
    yield from view.left_out


def _short_codes(codes: Collection[str]) -> dict[str, str]:
    """Return for each code the shortest beginning that tells it from all others; the whole where there is none."""
    return {
        code: next(
            (
                code[:length]
                for length in range(1, len(code))
                if not any(other.startswith(code[:length]) for other in codes if other != code)
            ),
            code,
        )
        for code in codes
    }


def _reports(column: BoardColumn) -> str:
    return tr("Rapporteur: {name}", name=column.rapporteur) if column.rapporteur else ""


def _people(cards: Sequence[GroupCard]) -> str:
    return tr_count("{count} person", "{count} people", len(cards))
