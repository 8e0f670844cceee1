"""The list of attendants alone, for other programs: as a spreadsheet or as text with commas."""

import csv
import io
from datetime import datetime

from clesidra_desktop.domain.editions import Edition, edition_of
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.exchange.lists.guards import COMPUTED, is_guarded
from clesidra_desktop.exchange.register import Words, attendants_sheet
from clesidra_desktop.exchange.spreadsheet import CellValue, write_spreadsheet


def write_xlsx(workshop: Workshop, words: Words, *, edition: Edition, created: datetime) -> bytes:
    """Return the attendants as XLSX; the columns are those of the register. Phone numbers are text, times are dates.

    `created` is as in `write_spreadsheet`.
    """
    sheet = attendants_sheet(edition_of(workshop, edition), words, edition)
    return write_spreadsheet([sheet], title=workshop.title, language=words.language, created=created)


def write_csv(workshop: Workshop, words: Words, *, edition: Edition) -> bytes:
    """Return the attendants as CSV: UTF-8 with a mark at the beginning, without which Excel shows no Khmer.

    Texts that would be computed have an apostrophe before them. Times are written as YYYY-MM-DD HH:MM.
    """
    sheet = attendants_sheet(edition_of(workshop, edition), words, edition)
    stream = io.StringIO(newline="")
    rows = csv.writer(stream)
    rows.writerow([_plain(title) for title in sheet.header])
    rows.writerows([_plain(value) for value in row] for row in sheet.rows)
    return stream.getvalue().encode("utf-8-sig")


def _plain(value: CellValue) -> str:
    if isinstance(value, datetime):
        return value.isoformat(" ", "auto" if value.second or value.microsecond else "minutes")
    text = "" if value is None else str(value)
    return f"'{text}" if is_guarded(text) or text.startswith(COMPUTED) else text
