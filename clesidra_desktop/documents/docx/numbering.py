"""The numbering part: multi-level lists that Word counts itself, and the restarts that make its count ours.

Word has no number format in Khmer digits, so numbers that Word makes are printed in European digits (or letters and
Roman numerals) in every language.
"""

from collections.abc import Sequence
from typing import Final

from clesidra_desktop.documents.docx.look import BULLET_FONT, INDENT
from clesidra_desktop.documents.numbering import DEEPEST_LEVEL

NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

HEADINGS: Final = 0
NUMBERS: Final = 1
BULLETS: Final = 2
SILENT: Final = 3
"""For a heading without a number: it leaves the list of the headings, so that it is not counted."""

HEADING_NUM: Final = 1
NUMBER_NUM: Final = 2
BULLET_NUM: Final = 3
SILENT_NUM: Final = 4
"""The instances that are always there; others are added as the document needs them."""

_LEVELS: Final = DEEPEST_LEVEL + 1
_NUMBER_FORMATS: Final = ("decimal", "lowerLetter", "lowerRoman")
_BULLETS: Final = ("•", "○", "▪")


def numbered(num: int, level: int) -> str:
    """Return the paragraph property that makes an item of a level, counted from 0, in an instance of a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


class Numbering:
    """The numbering part as it is filled."""

    def __init__(self) -> None:
        self._nums: list[str] = []
        for kind in (HEADINGS, NUMBERS, BULLETS, SILENT):
            self.add(kind)

    def add(self, kind: int, starts: Sequence[int] = (), *, alone: bool = False) -> int:
        """Add an instance of a kind of list and return its id.

        `starts` are the numbers at which its levels begin, each time they begin. `alone` prints a heading of level 4
        without the number of its level 3.
        """
        overrides = ""
        for level, start in enumerate(starts):
            overrides += f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/>'
            if alone and level == 3:
                overrides += _level(3, "decimal", "%4.", 620, start=start, style="Heading4")
            overrides += "</w:lvlOverride>"
        num = len(self._nums) + 1
        self._nums.append(f'<w:num w:numId="{num}"><w:abstractNumId w:val="{kind}"/>{overrides}</w:num>')
        return num

    def xml(self) -> str:
        """Return the part."""
        kinds = _headings() + _numbers() + _bullets() + _silent()
        return f'<w:numbering xmlns:w="{NAMESPACE}">{kinds}{"".join(self._nums)}</w:numbering>'


class Count:
    """One numbered list, counted along as Word counts it, so that a number which does not follow gets a restart.

    A level goes on from its last number; after a higher level it begins again at its start (ECMA-376 part 1, 17.9.26).
    """

    def __init__(self, numbering: Numbering, kind: int, num: int = 0) -> None:
        self._numbering = numbering
        self._kind = kind
        self._num = num
        self._alone = False
        self._first = 0
        self._starts = [1] * _LEVELS
        self._last: list[int | None] = [None] * _LEVELS

    def place(self, level: int, number: int, above: int | None = None) -> int:
        """Count an item of a level in and return the id of the instance under which Word prints `number`.

        A number below 1 is whatever follows. `above` is the number that must be printed for the level above, 0 for
        none; None where the list does not print it.
        """
        following = self._next(level)
        number = number if number > 0 else following
        alone = above == 0 if above is not None else self._alone
        wrong_above = above not in {None, 0} and above != (self._last[level - 1] or self._starts[level - 1])
        # Some programs count an item of the level above into a list that began below it, so that one begins anew.
        begins_above = level < self._first
        if not self._num or number != following or wrong_above or alone != self._alone or begins_above:
            self._restart(level, number, above or 0, alone)
        self._last[level] = number
        self._last[level + 1 :] = [None] * (DEEPEST_LEVEL - level)
        return self._num

    def pass_by(self, level: int) -> int:
        """Count an item in whose level prints no number, and return the id of its instance."""
        self._last[level + 1 :] = [None] * (DEEPEST_LEVEL - level)
        return self._num

    def _next(self, level: int) -> int:
        last = self._last[level]
        return self._starts[level] if last is None else last + 1

    def _restart(self, level: int, number: int, above: int, alone: bool) -> None:
        """Go on with a new instance, in which every level has a start.

        Its higher levels start at the number that they have, because programs that count each instance on its own
        print that one for the level above.
        """
        starts = [last or start for last, start in zip(self._last, self._starts, strict=True)]
        starts[level:] = [number] + [1] * (DEEPEST_LEVEL - level)
        if above:
            starts[level - 1] = above
        self._starts = starts
        self._last = [None] * _LEVELS
        self._first = level
        self._alone = alone
        self._num = self._numbering.add(self._kind, starts, alone=alone)


def _level(level: int, form: str, text: str, hanging: int, *, left: int = 0, start: int = 1, style: str = "") -> str:
    """Return a level whose number hangs before a text that begins `hanging` from the edge, or `left`."""
    bullet = f'<w:rPr><w:rFonts w:ascii="{BULLET_FONT}" w:hAnsi="{BULLET_FONT}" w:cs="{BULLET_FONT}"/></w:rPr>'
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        + (f'<w:pStyle w:val="{style}"/>' if style else "")
        + ('<w:suff w:val="nothing"/>' if form == "none" else "")
        + f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        + f'<w:pPr><w:ind w:left="{left or hanging}" w:hanging="{hanging}"/></w:pPr>'
        + (bullet if form == "bullet" else "")
        + "</w:lvl>"
    )


def _abstract(kind: int, levels: str) -> str:
    """Return a kind of list. Word tells lists apart by `nsid`, so each has a fixed one of its own."""
    return (
        f'<w:abstractNum w:abstractNumId="{kind}"><w:nsid w:val="5C1E51D{kind}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def _headings() -> str:
    numbered = (
        _level(0, "upperRoman", "%1.", 680, style="Heading1"),
        _level(1, "none", "", 0, style="Heading2"),
        _level(2, "decimal", "%3.", 480, style="Heading3"),
        _level(3, "decimal", "%3.%4.", 620, style="Heading4"),
    )
    return _abstract(HEADINGS, "".join(numbered) + "".join(_level(i, "none", "", 0) for i in range(4, _LEVELS)))


def _numbers() -> str:
    return _abstract(
        NUMBERS, "".join(_list_level(i, _NUMBER_FORMATS[i % 3], f"%{i + 1}.", "ListNumber") for i in range(_LEVELS))
    )


def _bullets() -> str:
    return _abstract(BULLETS, "".join(_list_level(i, "bullet", _BULLETS[i % 3], "ListBullet") for i in range(_LEVELS)))


def _silent() -> str:
    return _abstract(SILENT, "".join(_level(i, "none", "", 0) for i in range(_LEVELS)))


def _list_level(level: int, form: str, text: str, style: str) -> str:
    return _level(level, form, text, INDENT, left=(level + 1) * INDENT, style=style if level == 0 else "")
