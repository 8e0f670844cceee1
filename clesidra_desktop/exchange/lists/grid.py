"""The cells of a list as texts, where they stand in the file."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from clesidra_desktop.exchange.text import clean_text

MAX_ROWS: Final = 50_000
MAX_COLUMNS: Final = 200
"""What a list has at the most; a larger one is not a list of attendants."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet of a list. Row 1 of the file is `rows[0]`; all rows are equally long, empty cells are empty texts.

    `headings` are indexes of rows in which a text stands across three columns or more, merged.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    headings: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class ListFile:
    """A list that was read: the name of its file and its sheets, those that are shown first.

    `encoding` and `delimiter` are those of a text file, empty for a spreadsheet.
    """

    name: str
    grids: tuple[Grid, ...]
    encoding: str = ""
    delimiter: str = ""


def even(rows: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    """Return rows of the same length, without the empty ones at the end."""
    while rows and not any(rows[-1]):
        rows.pop()
    width = max((max((place for place, text in enumerate(row, start=1) if text), default=0) for row in rows), default=0)
    return tuple((*row[:width], *[""] * (width - len(row))) for row in rows)


def cell_text(value: object) -> str:
    """Return a cell as text: numbers without a needless fraction, dates as YYYY-MM-DD, times as HH:MM.

    Characters that nothing can hold are left out; spaces around the text as well.
    """
    if isinstance(value, str):
        return clean_text(value)[0].replace("\u00a0", " ").strip()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes" if value.second == 0 else "seconds")
    if isinstance(value, timedelta):
        return _moment(datetime(1, 1, 1) + value)[11:] if value.days == 0 else str(value)
    return str(value)


def _moment(moment: datetime) -> str:
    """Return a moment to the second: spreadsheets keep days as fractions, which are off by some microseconds."""
    rounded = moment.replace(microsecond=0) + timedelta(seconds=round(moment.microsecond / 1_000_000))
    return rounded.isoformat(" ", "minutes" if rounded.second == 0 else "seconds")
