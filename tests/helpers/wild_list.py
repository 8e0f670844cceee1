"""A list of attendants as somebody else would have made it."""

from pathlib import Path

import openpyxl

ROWS = (
    ["បញ្ជីវត្តមាន"],
    [],
    ["ល.រ", "ឈ្មោះ", "ភេទ", "អាយុ", "ប្រភេទ", "ស្ថាប័ន", "លេខទូរស័ព្ទ"],
    [1, "Rorn Sovann", "ស", "៣៤", "CBO", "Fishery", "12345678"],
    [2, "Im Rachana", "ប", 2530, "Village group", "Network", "092 111 222"],
    [3, "Oum Bopha", "girl?", 28, "CBO", "Fishery", "+855 92 333 444"],
    [4, "Sam Rithy", "ប", 29, "Village group", "Network", "097 888 777"],
    ["", "សរុប", "", "", "", "", ""],
)
"""A title row, Khmer headers and digits, a category that nobody knows, a doubtful sex, lost zeros, a total."""


def write_wild_list(path: Path) -> Path:
    """Write it as XLSX."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ROWS:
        sheet.append(row)
    book.save(path)
    return path
