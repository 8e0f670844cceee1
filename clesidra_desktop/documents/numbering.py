"""Numbers as documents print them: Roman parts, numbered lists, the digits of a language."""

from collections.abc import Iterator
from dataclasses import dataclass

from clesidra_desktop.documents.blocks import Document, Heading, ListItem

ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
LETTERS = 26
DEEPEST_LEVEL = 8
"""Levels count from 0; all deeper ones are numbered like this one."""


def roman(number: int) -> str:
    """Write a number from 1 upwards in Roman numerals."""
    text = ""
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def letters(number: int) -> str:
    """Write a number from 1 upwards as word processors letter their lists: a to z, then aa to zz."""
    count, index = divmod(number - 1, LETTERS)
    return chr(ord("a") + index) * (count + 1)


@dataclass(frozen=True, slots=True)
class Digits:
    """The ten digits of a language, from zero."""

    ten: str = "0123456789"

    def write(self, number: int) -> str:
        """Write a whole number."""
        return self.translate(str(number))

    def translate(self, text: str) -> str:
        """Replace the European digits in a text that the program has made."""
        return text.translate(str.maketrans("0123456789", self.ten))


def heading_number(heading: Heading, above: int, digits: Digits) -> str:
    """Return the number before a heading; `above` is the number of the level 3 that a level 4 stands under."""
    if not heading.number:
        return ""
    if heading.level == 1:
        return f"{roman(heading.number)}."
    number = digits.write(heading.number)
    return f"{digits.write(above)}.{number}." if heading.level == 4 and above else f"{number}."


@dataclass(frozen=True, slots=True)
class NumberedHeading:
    """A heading with the number that is printed before it, empty where there is none."""

    heading: Heading
    number: str


def numbered_headings(document: Document) -> Iterator[NumberedHeading]:
    """Yield all headings of a document in printing order."""
    digits = Digits(document.digits)
    for section in document.sections:
        above = 0
        for block in section.blocks:
            if isinstance(block, Heading):
                above = block.number if block.level == 3 else above
                yield NumberedHeading(block, heading_number(block, above, digits))


def item_number(item: ListItem, digits: Digits) -> str:
    """Return the number before an item: 1. a. i. by level, and so on again down to the ninth, as Word has no more."""
    match min(item.level, DEEPEST_LEVEL) % 3:
        case 0:
            return f"{digits.write(item.ordinal)}."
        case 1:
            return f"{letters(item.ordinal)}."
        case _:
            return f"{roman(item.ordinal).lower()}."
