"""Plain text from the clipboard: levels are told by indents, cells by tabs.

Lines that are indented alike are on one level, whatever they begin with. Only Word copies levels without indents; it
puts a tab behind each mark, which nobody types there, and gives each level marks of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from clesidra_desktop.domain.outline_lines import OutlineLine
from clesidra_desktop.exchange.pasting.markers import Marked, read_mark, styled
from clesidra_desktop.exchange.text import clean_text

TAB = 4
"""How many spaces a tab at the beginning of a line stands for."""

SPACE = " \t\u00a0\ufeff"

CELLS = " | "
"""What stands between the cells of a row."""


@dataclass(frozen=True, slots=True)
class _Open:
    """A line above: how far it is indented, the form of its mark if Word wrote it, and where its text begins."""

    indent: int
    form: str
    hanging: int


def read_plain(text: str) -> tuple[OutlineLine, ...]:
    """Return the lines of plain text. Cells that are separated by tabs stand in one line."""
    clean, _ = clean_text(text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\v", "\n").replace("\f", "\n"))
    return tuple(styled(_marked(clean)))


def _marked(text: str) -> Iterator[Marked]:
    """Yield the lines with their marks and levels; a line that is indented like the text above it belongs to it."""
    above: list[_Open] = []
    waiting: Marked | None = None
    is_gap = False
    for raw in text.split("\n"):
        stripped = raw.strip(SPACE)
        if not stripped:
            is_gap = True
            continue
        indent = _width(raw[: len(raw) - len(raw.lstrip(SPACE))])
        line = read_mark(stripped)
        if waiting and waiting.form and not line.form and indent and abs(indent - above[-1].hanging) <= 1:
            waiting = replace(waiting, text=f"{waiting.text}\n{_cells(stripped)}")
            continue
        if waiting:
            yield waiting
        hanging = len(stripped) - len(line.text)
        form = line.form if "\t" in stripped[:hanging] else ""
        above = _above(above, indent, form, is_gap=is_gap)
        waiting = replace(line, level=len(above), text=_cells(line.text))
        above.append(_Open(indent, form, indent + hanging))
        is_gap = False
    if waiting:
        yield waiting


def _above(lines: list[_Open], indent: int, form: str, *, is_gap: bool) -> list[_Open]:
    """Return the lines above a line: those that are indented less, and points of Word with other marks beside it."""
    around = [one for one in lines if one.indent < indent or (one.indent == indent and one.form and form)]
    for place, one in enumerate(around):
        if one.indent == indent and (one.form == form or is_gap):
            return around[:place]
    return around


def _width(space: str) -> int:
    return sum(TAB if character == "\t" else 1 for character in space)


def _cells(text: str) -> str:
    return CELLS.join(cell.strip() for cell in text.split("\t")) if "\t" in text.strip() else text.strip()
