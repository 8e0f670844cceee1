"""Reads a DOCX back with nothing but zip and XML: its parts, its texts, and the numbers that Word would print."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from clesidra_desktop.documents.blocks import Block, Heading, KeyTable, List, Paragraph, Table, Title

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LAYOUT_STYLES = {"AfterTable", "Spacer"}


def parts(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def paragraphs(docx: bytes) -> list[etree._Element]:
    """Return the paragraphs of the body, in order, without the empty ones that only keep a distance."""
    body = etree.fromstring(parts(docx)["word/document.xml"])
    return [paragraph for paragraph in body.iter(f"{W}p") if style_of(paragraph) not in _LAYOUT_STYLES]


def style_of(paragraph: etree._Element) -> str:
    return paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")


def text_of(element: etree._Element) -> str:
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        marks.get(node.tag, node.text) for run in element.iter(f"{W}r") for node in run if node.tag in {f"{W}t", *marks}
    )


def strings(block: Block) -> Iterator[str]:
    """Yield the texts of a block as its paragraphs hold them; a chart has its own in its part."""
    match block:
        case Title(text) | Heading(_, text) | Paragraph(text):
            yield text
        case List(items):
            yield from (item.text for item in items)
        case Table(columns, rows):
            yield from (column.title for column in columns)
            yield from (text for row in rows for text in row)
        case KeyTable(rows):
            for label, lines in rows:
                yield from (label, *(lines or ("",)))


@dataclass
class _List:
    """The numbering part as Word reads it."""

    formats: dict[tuple[str, int], tuple[str, str]] = field(default_factory=dict)
    starts: dict[tuple[str, int], int] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)


def _read_numbering(xml: bytes) -> _List:
    found = _List()
    root = etree.fromstring(xml)
    abstract = {}
    for kind in root.iter(f"{W}abstractNum"):
        for level in kind.iter(f"{W}lvl"):
            abstract[kind.get(f"{W}abstractNumId"), int(level.get(f"{W}ilvl"))] = _form(level)
    for num in root.iter(f"{W}num"):
        name = num.get(f"{W}numId")
        found.kinds[name] = num.find(f"{W}abstractNumId").get(f"{W}val")
        for level in range(9):
            found.formats[name, level] = abstract[found.kinds[name], level]
        for override in num.iter(f"{W}lvlOverride"):
            level = int(override.get(f"{W}ilvl"))
            found.starts[name, level] = int(override.find(f"{W}startOverride").get(f"{W}val"))
            if (lvl := override.find(f"{W}lvl")) is not None:
                found.formats[name, level] = _form(lvl)
    return found


def _form(level: etree._Element) -> tuple[str, str]:
    return level.find(f"{W}numFmt").get(f"{W}val"), level.find(f"{W}lvlText").get(f"{W}val")


def printed_numbers(docx: bytes, *, counts_shared: bool) -> Iterator[str]:
    """Yield what is printed before each paragraph of a list.

    With `counts_shared` the instances of one kind of list go on from each other and an override acts at the first use
    of its level, as in Word; without it each instance is a list of its own, as in other programs.
    """
    package = parts(docx)
    lists = _read_numbering(package["word/numbering.xml"])
    styles = {
        style.get(f"{W}styleId"): style.find(f"{W}pPr/{W}numPr")
        for style in etree.fromstring(package["word/styles.xml"]).iter(f"{W}style")
    }
    counts: dict[str, list[int | None]] = {}
    begun: set[tuple[str, int]] = set()
    for paragraph in paragraphs(docx):
        numbering = paragraph.find(f"{W}pPr/{W}numPr")
        numbering = styles[style_of(paragraph)] if numbering is None else numbering
        if numbering is None:
            continue
        num = numbering.find(f"{W}numId").get(f"{W}val")
        level = int(numbering.find(f"{W}ilvl").get(f"{W}val"))
        count = counts.setdefault(lists.kinds[num] if counts_shared else num, [None] * 9)
        last, start = count[level], lists.starts.get((num, level), 1)
        restarts = last is None or ((num, level) in lists.starts and (num, level) not in begun)
        count[level] = start if restarts or last is None else last + 1
        begun.add((num, level))
        count[level + 1 :] = [None] * (8 - level)
        yield _label(lists, num, level, count)


def _label(lists: _List, num: str, level: int, count: list[int | None]) -> str:
    label = lists.formats[num, level][1]
    for place in range(level + 1):
        number = count[place] or lists.starts.get((num, place), 1)
        label = label.replace(f"%{place + 1}", written(number, lists.formats[num, place][0]))
    return label


def written(number: int, form: str) -> str:
    """Return a number below 40 in a format of Word."""
    if form == "lowerLetter":
        return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    if form in {"lowerRoman", "upperRoman"}:
        ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
        roman = "X" * (number // 10) + ones[number % 10]
        return roman.lower() if form == "lowerRoman" else roman
    return "" if form == "none" else str(number)
