"""What the keys do in an outline editor, as pure functions on its lines.

Each takes the lines and what is selected, and returns an `Edit`: which lines are replaced by which, and what is
selected then. So an editor touches only the lines concerned, however many there are. `None` means that nothing is to
be done.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from clesidra_desktop.domain.outline import OutlineStyle
from clesidra_desktop.domain.outline_lines import DEEPEST, Lines, OutlineLine, subtree_end

ZERO_WIDTH_SPACE = "\u200b"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place between two characters: the line, and how many characters of its text are before it."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected, from one place to a later one; the same place twice is the cursor."""

    first: Place
    last: Place

    @classmethod
    def cursor(cls, line: int, column: int) -> "Selection":
        """Return a cursor."""
        return cls(Place(line, column), Place(line, column))


@dataclass(frozen=True, slots=True)
class Edit:
    """Lines to put in place of `removed` lines from `at` on, and what is selected then."""

    at: int
    removed: int
    lines: tuple[OutlineLine, ...]
    selection: Selection

    def apply(self, lines: Lines) -> tuple[OutlineLine, ...]:
        """Return all lines after the edit."""
        return (*lines[: self.at], *self.lines, *lines[self.at + self.removed :])


EMPTY = (OutlineLine(0, ""),)
"""What an editor shows of an empty outline."""


def delete(lines: Lines, selection: Selection) -> Edit | None:
    """Delete what is selected; the rest of the last line follows the rest of the first one."""
    first, last = selection.first, selection.last
    if first == last:
        return None
    head, tail = lines[first.line], lines[last.line]
    joined = replace(head, text=head.text[: first.column] + tail.text[last.column :])
    return _levelled(lines, first.line, last.line + 1, [joined], Selection(first, first))


def split(lines: Lines, selection: Selection) -> Edit | None:
    """Enter: break the line in two. An empty point goes up a level instead and, at the top, becomes a paragraph.

    Behind a line that has others below it the new one is the first of these.
    """
    deleted = delete(lines, selection)
    if deleted:
        after = split(deleted.apply(lines), deleted.selection)
        return _joined(lines, deleted, after) if after else deleted
    place = selection.first
    line = lines[place.line]
    if not line.text and (line.level or line.style is not OutlineStyle.PARAGRAPH):
        return outdent(lines, selection) or set_style(lines, selection, OutlineStyle.PARAGRAPH)
    before, behind = line.text[: place.column], line.text[place.column :]
    new = OutlineLine(line.level, behind, line.style)
    below = place.line + 1
    if not behind and below < len(lines) and lines[below].level > line.level:
        new = OutlineLine(lines[below].level, "", lines[below].style)
    if not before and behind:  # what is below the line stays with its text
        parts = (replace(line, text="", extensions={}), line)
    else:
        parts = (replace(line, text=before), new)
    return Edit(place.line, 1, parts, Selection.cursor(place.line + 1, 0))


def join_back(lines: Lines, selection: Selection) -> Edit | None:
    """Backspace: delete what is selected or, at the beginning of a line, take it a step back.

    A point goes up a level, at the top it becomes a paragraph, and a paragraph follows the line before it.
    """
    deleted = delete(lines, selection)
    place = selection.first
    if deleted or place.column:
        return deleted
    line = lines[place.line]
    if line.level or line.style is not OutlineStyle.PARAGRAPH:
        return outdent(lines, selection) or set_style(lines, selection, OutlineStyle.PARAGRAPH)
    if place.line == 0:
        return None
    end = Place(place.line - 1, len(lines[place.line - 1].text))
    return delete(lines, Selection(end, place))


def join_next(lines: Lines, selection: Selection) -> Edit | None:
    """Delete: delete what is selected or, at the end of a line, let the next one follow."""
    deleted = delete(lines, selection)
    place = selection.first
    if deleted or place.column < len(lines[place.line].text) or place.line + 1 == len(lines):
        return deleted
    return delete(lines, Selection(place, Place(place.line + 1, 0)))


def indent(lines: Lines, selection: Selection) -> Edit | None:
    """Tab: put the lines that are selected, and what is below them, one level down, below the line before them."""
    start, end = _block(lines, selection)
    if start == 0 or lines[start].level > lines[start - 1].level:
        return None
    if max(line.level for line in lines[start:end]) >= DEEPEST:
        return None
    return Edit(start, end - start, _shifted(lines[start:end], 1), selection)


def outdent(lines: Lines, selection: Selection) -> Edit | None:
    """Shift+Tab: put the lines that are selected, and what is below them, one level up."""
    start, end = _block(lines, selection)
    if lines[start].level == 0:
        return None
    return Edit(start, end - start, _shifted(lines[start:end], -1), selection)


def move_up(lines: Lines, selection: Selection) -> Edit | None:
    """Alt+Up: put the lines that are selected, and what is below them, before the sibling that is above them."""
    start, end = _block(lines, selection)
    before = start - 1
    while before >= 0 and lines[before].level > lines[start].level:
        before -= 1
    if before < 0 or lines[before].level < lines[start].level or _reaches_above(lines[start:end]):
        return None
    return Edit(before, end - before, (*lines[start:end], *lines[before:start]), _moved(selection, before - start))


def move_down(lines: Lines, selection: Selection) -> Edit | None:
    """Alt+Down: put the lines that are selected, and what is below them, behind the sibling that is below them."""
    start, end = _block(lines, selection)
    if end == len(lines) or lines[end].level < lines[start].level or _reaches_above(lines[start:end]):
        return None
    after = subtree_end(lines, end)
    return Edit(start, after - start, (*lines[end:after], *lines[start:end]), _moved(selection, after - end))


def set_style(lines: Lines, selection: Selection, style: OutlineStyle) -> Edit | None:
    """Make the lines that are selected paragraphs, bullets or numbers."""
    start, end = selection.first.line, selection.last.line + 1
    if all(line.style is style for line in lines[start:end]):
        return None
    return Edit(start, end - start, tuple(replace(line, style=style) for line in lines[start:end]), selection)


def insert(lines: Lines, selection: Selection, pasted: Lines) -> Edit | None:
    """Paste lines in place of what is selected.

    A single paragraph is put into the line. Others become lines of their own, below the part of the line before the
    cursor and on its level; what was behind the cursor follows them. An empty line is replaced.
    """
    if not pasted:
        return delete(lines, selection)
    deleted = delete(lines, selection)
    if deleted:
        after = insert(deleted.apply(lines), deleted.selection, pasted)
        return _joined(lines, deleted, after) if after else deleted
    place = selection.first
    line = lines[place.line]
    before, behind = line.text[: place.column], line.text[place.column :]
    if len(pasted) == 1 and (pasted[0].style is OutlineStyle.PARAGRAPH or line.text):
        text = before + pasted[0].text
        return Edit(place.line, 1, (replace(line, text=text + behind),), Selection.cursor(place.line, len(text)))
    first = [replace(line, text=before)] if before else []
    middle = _shifted(pasted, line.level)
    rest = [replace(line, text=behind, extensions={} if before else line.extensions)] if behind else []
    end = place.line + len(first) + len(middle) - 1
    cursor = Selection.cursor(end, len(middle[-1].text))
    return _levelled(lines, place.line, place.line + 1, [*first, *middle, *rest], cursor)


def find(lines: Lines, text: str) -> Iterator[Selection]:
    """Yield every occurrence of a text: in capital or small letters, and in Khmer with or without zero-width spaces."""
    wanted = text.replace(ZERO_WIDTH_SPACE, "")
    if not wanted:
        return
    pattern = re.compile(f"{ZERO_WIDTH_SPACE}*".join(map(re.escape, wanted)), re.IGNORECASE)
    for number, line in enumerate(lines):
        for found in pattern.finditer(line.text):
            yield Selection(Place(number, found.start()), Place(number, found.end()))


def _block(lines: Lines, selection: Selection) -> tuple[int, int]:
    """Return from where to where the lines go that are selected, with everything below them."""
    start, end = selection.first.line, selection.last.line + 1
    lowest = min(line.level for line in lines[start:end])
    while end < len(lines) and lines[end].level > lowest:
        end += 1
    return start, end


def _reaches_above(block: Lines) -> bool:
    """Whether lines do not belong together: one of them is on a higher level than the first."""
    return any(line.level < block[0].level for line in block)


def _shifted(lines: Lines, by: int) -> tuple[OutlineLine, ...]:
    return tuple(replace(line, level=max(0, line.level + by)) for line in lines)


def _moved(selection: Selection, by: int) -> Selection:
    first, last = selection.first, selection.last
    return Selection(Place(first.line + by, first.column), Place(last.line + by, last.column))


def _levelled(lines: Lines, at: int, end: int, new: list[OutlineLine], selection: Selection) -> Edit:
    """Return an edit after which no line is more than one level below the one before it."""
    level = lines[at - 1].level if at else -1
    fitted: list[OutlineLine] = []
    for line in (*new, *lines[end:]):
        is_new = len(fitted) < len(new)
        if not is_new and line.level <= level + 1:
            break
        fitted.append(replace(line, level=min(line.level, level + 1)))
        level = fitted[-1].level
    return Edit(at, end - at + len(fitted) - len(new), tuple(fitted), selection)


def _joined(lines: Lines, first: Edit, second: Edit) -> Edit:
    """Return two edits that follow one another as one."""
    at = min(first.at, second.at)
    grown = len(first.lines) - first.removed
    end = max(first.at + first.removed, second.at + second.removed - grown)
    after = second.apply(first.apply(lines))
    return Edit(at, end - at, after[at : len(after) - (len(lines) - end)], second.selection)
