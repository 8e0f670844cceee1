"""The list of the workshops that are in an archive, as a spreadsheet and as plain text."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from clesidra_desktop.exchange.register import Words
from clesidra_desktop.exchange.spreadsheet import CellValue, Sheet, write_spreadsheet

COLUMNS = (
    "archive_folder",
    "archive_title",
    "archive_starts",
    "archive_ends",
    "location",
    "archive_programme",
    "archive_attendants",
    "archive_versions",
    "attendant_id",
)


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A workshop of an archive, and the folder in which it is."""

    folder: str
    title: str
    starts: datetime | None
    ends: datetime | None
    place: str
    programme: str
    attendants: int
    versions: int
    id: str

    @property
    def cells(self) -> tuple[CellValue, ...]:
        """What stands in its row."""
        own = (self.folder, self.title, self.starts, self.ends, self.place, self.programme)
        return (*own, self.attendants, self.versions, self.id)


def index_spreadsheet(rows: Sequence[IndexRow], words: Words, created: datetime) -> bytes:
    """Return the list as XLSX."""
    sheet = Sheet(title=words("archive_sheet"), header=tuple(map(words, COLUMNS)), rows=[row.cells for row in rows])
    return write_spreadsheet([sheet], title=words("archive_sheet"), language=words.language, created=created)


def index_text(rows: Sequence[IndexRow], words: Words) -> bytes:
    """Return the list as CSV, with the mark by which office programs know UTF-8."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(map(words, COLUMNS))
    for row in rows:
        writer.writerow(_plain(value) for value in row.cells)
    return stream.getvalue().encode("utf-8-sig")


def _plain(value: CellValue) -> CellValue:
    """Return a value as text; one that an office program would take for a formula has an apostrophe before it."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
