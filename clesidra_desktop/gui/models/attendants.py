"""The attendants of a workshop as rows of a table."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from clesidra_desktop.domain.attendance import arrival_on, is_here
from clesidra_desktop.domain.names import folded, phone_digits
from clesidra_desktop.domain.signatures import row_signed
from clesidra_desktop.domain.workshop import Attendant, Flag
from clesidra_desktop.gui.i18n import mark, time_text, tr
from clesidra_desktop.gui.models.rows import Column, Index, RowsModel
from clesidra_desktop.gui.theme import Theme
from clesidra_desktop.gui.words import CONSENT_WORDS, FLAG_WORDS, SEX_LETTERS, shown_name

WANTED = ("category", "sex", "organization", "province")
"""What the minutes print of everybody, besides the name; who has it not has data missing."""

LATEST = datetime(9999, 12, 31)
"""Sorts those who have not come behind the others."""


@dataclass(frozen=True, slots=True)
class Row:
    """An attendant with the number under which he or she is listed.

    `day` is the one of which times are shown without a date, `today` that whose attendance counts.
    """

    number: int
    attendant: Attendant
    day: datetime | None = None
    today: date | None = None

    @property
    def arrived(self) -> datetime | None:
        """The arrival that is shown: the first one of the day, or of all."""
        stay = arrival_on(self.attendant, self.today)
        return stay.arrived if stay else None


def lacks_data(attendant: Attendant) -> bool:
    """Whether something is missing that the minutes print."""
    return not all(getattr(attendant, name) for name in WANTED)


def words_of(attendant: Attendant) -> str:
    """Return all by which an attendant is found in the list."""
    texts = (attendant.name, attendant.name_km, attendant.organization, attendant.position, attendant.province)
    return folded(" ".join((*texts, attendant.category, phone_digits(attendant.phone), attendant.email)))


def signature_words(attendant: Attendant) -> str:
    """Return how an attendant has signed."""
    row = row_signed(attendant)
    return tr("paper {row}", row=row) if row else "✓" if attendant.signature else ""


def _text(key: str, title: str, edit: Callable[[Row, Any], object]) -> Column[Row]:
    return Column(
        key,
        title,
        lambda row: getattr(row.attendant, key),
        sort=lambda row: (not getattr(row.attendant, key), folded(getattr(row.attendant, key))),
        edit=edit,
    )


def _shown_name(row: Row) -> str:
    return shown_name(row.attendant.name)


def _moment(moment: datetime | None, row: Row) -> str:
    if moment is None:
        return ""
    return time_text(moment) if row.day is None or moment.date() == row.day.date() else f"{moment:%H:%M %d.%m.}"


def _year(attendant: Attendant) -> str:
    return str(attendant.birth_year) if attendant.birth_year else ""


def _consent(row: Row) -> str:
    return "" if row.attendant.consent is None else tr(CONSENT_WORDS[row.attendant.consent])


def flag_words(flags: tuple[Flag, ...]) -> str:
    """Return flags in words."""
    return ", ".join(tr(FLAG_WORDS[flag]) for flag in flags)


def attendant_columns(hand_in: Callable[[str, Row, Any], object]) -> tuple[Column[Row], ...]:
    """Return the columns. `hand_in` takes the key of a field, a row, and what was typed or chosen."""

    def edit(key: str) -> Callable[[Row, Any], object]:
        return lambda row, value: hand_in(key, row, value)

    return (
        Column("number", mark("No."), lambda row: str(row.number), lambda row: row.number, is_number=True),
        replace(_text("name", mark("Name"), edit("name")), text=_shown_name, value=lambda row: row.attendant.name),
        _text("name_km", mark("Name in Khmer"), edit("name_km")),
        *_counted_columns(edit),
        _text("organization", mark("Organization"), edit("organization")),
        _text("position", mark("Position"), edit("position")),
        _text("province", mark("Province"), edit("province")),
        _text("phone", mark("Phone"), edit("phone")),
        _text("email", mark("E-mail"), edit("email")),
        Column(
            "birth_year",
            mark("Born"),
            lambda row: _year(row.attendant),
            sort=lambda row: row.attendant.birth_year or LATEST.year,
            edit=edit("birth_year"),
            is_number=True,
        ),
        _text("age_group", mark("Age group"), edit("age_group")),
        Column("flags", mark("Flags"), lambda row: flag_words(row.attendant.flags)),
        *_moment_columns(edit),
        Column("signature", mark("Signed"), lambda row: signature_words(row.attendant)),
        Column("consent", mark("Consent"), _consent),
    )


Edit = Callable[[str], Callable[[Row, Any], object]]


def _counted_columns(edit: Edit) -> tuple[Column[Row], ...]:
    """Return the columns of what attendants are counted by."""
    return (
        Column(
            "sex",
            mark("Sex"),
            lambda row: tr(SEX_LETTERS[row.attendant.sex]),
            sort=lambda row: row.attendant.sex or "~",
            edit=edit("sex"),
            value=lambda row: row.attendant.sex,
        ),
        Column(
            "category",
            mark("Category"),
            lambda row: row.attendant.category or "–",
            sort=lambda row: row.attendant.category or "~",
            edit=edit("category"),
            value=lambda row: row.attendant.category,
        ),
    )


def _moment_columns(edit: Edit) -> tuple[Column[Row], ...]:
    """Return the columns of arrivals and departures."""
    return (
        Column(
            "arrived",
            mark("Arrived"),
            lambda row: _moment(row.arrived, row),
            sort=lambda row: row.arrived or LATEST,
            edit=edit("arrived"),
        ),
        Column(
            "left",
            mark("Left"),
            lambda row: _moment(row.attendant.left, row),
            sort=lambda row: row.attendant.left or LATEST,
            edit=edit("left"),
        ),
    )


class AttendantsModel(RowsModel[Row]):
    """The table of attendants. What is missing is marked, and who has left is greyed."""

    def __init__(self, theme: Theme, hand_in: Callable[[str, Row, Any], object], parent: QObject | None = None) -> None:
        super().__init__(attendant_columns(hand_in), lambda row: row.attendant.id.int, parent)
        self._theme = theme

    def show_attendants(
        self, attendants: tuple[Attendant, ...], day: datetime | None, today: date | None = None
    ) -> None:
        """Show attendants in their order. `day` is the first one of the workshop, as planned, `today` the present one.

        Times of that day need no date; where nobody came on the planned one, the day on which most came is meant.
        """
        if day and today and today > day.date():
            day = datetime.combine(today, time())
        came = Counter(stay.arrived.date() for one in attendants for stay in one.stays if stay.arrived)
        if came and (day is None or day.date() not in came):
            day = datetime.combine(came.most_common(1)[0][0], time())
        self.show_rows(Row(number, one, day, today) for number, one in enumerate(attendants, start=1))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if role == Qt.ItemDataRole.DisplayRole and index.isValid():
            key = self.columns[index.column()].key
            return super().data(index, role) or ("–" if key in WANTED else "")
        if role == Qt.ItemDataRole.ForegroundRole and index.isValid():
            return self._colour(index)
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            key = self.columns[index.column()].key
            missing = key in WANTED and not getattr(self.row_at(index).attendant, key)
            return tr("This is missing in the minutes.") if missing else super().data(index)
        return super().data(index, role)

    def _colour(self, index: Index) -> QColor | None:
        row, key = self.row_at(index), self.columns[index.column()].key
        attendant = row.attendant
        if key in WANTED and not getattr(attendant, key):
            return self._theme.colour("amber")
        return None if is_here(attendant, row.today) else self._theme.colour("muted")
