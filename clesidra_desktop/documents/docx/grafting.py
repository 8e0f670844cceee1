"""The minutes grown into a template: its styles by their names, its numbering, its pages."""

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from itertools import chain, count
from typing import Final

from lxml import etree

from clesidra_desktop.documents.docx.look import DARK_TEAL, KHMER_FONT, PALE_TEAL, Paper
from clesidra_desktop.documents.docx.placeholders import W

_UNUSED: Final = frozenset({"header", "footer"})
"""Styles of ours for pages that the template rules."""

_STYLE_USE: Final = re.compile('<w:(pStyle|tblStyle|rStyle) w:val="([^"]+)"')
_LIST_USE: Final = re.compile('<w:numId w:val="([1-9][0-9]*)"')
_BOOKMARK: Final = re.compile('<w:bookmark(Start|End) w:id="([0-9]+)"')
_NEUTRAL: Final = {PALE_TEAL: "F2F2F2"}
_BEFORE_NUMS: Final = frozenset({f"{W}numPicBullet", f"{W}abstractNum"})
_US_LETTER: Final = Paper(12240, 15840, 1440, 1440, 1440, 1440)
"""What Word takes where a section says nothing (ECMA-376 part 1, 17.6.13, leaves it to the program)."""


def merge_styles(theirs: etree._Element, ours: etree._Element) -> dict[str, str]:
    """Add those of our styles that a template lacks; return the id there of each of ours, by its id here.

    Styles are the same if they are of one type and have one name, whatever their id and the case of its letters.
    Those that are added take their fonts and the colour of headings from the template.
    """
    there = {_known_as(style): style.get(f"{W}styleId", "") for style in theirs.findall(f"{W}style")}
    taken = set(there.values())
    ids: dict[str, str] = {}
    missing = []
    for style in ours.findall(f"{W}style"):
        own = style.get(f"{W}styleId", "")
        if _known_as(style) in there:
            ids[own] = there[_known_as(style)]
        elif _known_as(style)[1] not in _UNUSED:
            ids[own] = next(name for name in chain([own], (f"{own}{n}" for n in count(2))) if name not in taken)
            taken.add(ids[own])
            missing.append(style)
    for style in missing:
        theirs.append(_adapted(style, ids))
    _give_khmer_font(theirs)
    return ids


def _known_as(style: etree._Element) -> tuple[str, str]:
    name = style.find(f"{W}name")
    return style.get(f"{W}type", "paragraph"), (name.get(f"{W}val", "") if name is not None else "").casefold()


def _adapted(style: etree._Element, ids: Mapping[str, str]) -> etree._Element:
    made = deepcopy(style)
    made.set(f"{W}styleId", ids[style.get(f"{W}styleId", "")])
    made.attrib.pop(f"{W}default", "")
    for tag in ("basedOn", "next", "link"):
        for link in made.findall(f"{W}{tag}"):
            link.set(f"{W}val", ids.get(link.get(f"{W}val", ""), link.get(f"{W}val", "")))
    for unwanted in [*made.iter(f"{W}rFonts", f"{W}lang", f"{W}numPr"), *_coloured(made)]:
        parent = unwanted.getparent()
        if parent is not None:
            parent.remove(unwanted)
    for shade in made.iter(f"{W}shd"):
        shade.set(f"{W}fill", _NEUTRAL.get(shade.get(f"{W}fill", ""), shade.get(f"{W}fill", "")))
    for edge in made.iter():
        if edge.get(f"{W}color") == DARK_TEAL:
            edge.set(f"{W}color", "auto")
    return made


def _coloured(style: etree._Element) -> list[etree._Element]:
    return [colour for colour in style.iter(f"{W}color") if colour.get(f"{W}val") == DARK_TEAL]


def _give_khmer_font(styles: etree._Element) -> None:
    """Name a font for complex scripts where the template names none: Khmer would be boxes."""
    fonts = [*styles.iterfind(f"{W}docDefaults//{W}rFonts"), *styles.iterfind(f"{W}style[@{W}default='1']//{W}rFonts")]
    if any(font.get(f"{W}cs") or font.get(f"{W}cstheme") for font in fonts):
        return
    defaults = styles.find(f"{W}docDefaults")
    if defaults is None:
        defaults = etree.Element(f"{W}docDefaults")
        styles.insert(0, defaults)
    properties = _child(_child(defaults, "rPrDefault", first=True), "rPr", first=True)
    _child(properties, "rFonts", first=True).set(f"{W}cs", KHMER_FONT)


def _child(parent: etree._Element, name: str, *, first: bool = False) -> etree._Element:
    found = parent.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        parent.insert(0 if first else len(parent), found)
    return found


def merge_numbering(theirs: etree._Element, ours: etree._Element) -> int:
    """Add our lists to those of a template, under fresh ids; return what is added to the id of each of ours."""
    shift = _largest(theirs, "num", "numId")
    kinds = _largest(theirs, "abstractNum", "abstractNumId") + 1
    place = sum(1 for child in theirs if child.tag in _BEFORE_NUMS)
    for number, kind in enumerate(ours.findall(f"{W}abstractNum")):
        kind.set(f"{W}abstractNumId", str(int(kind.get(f"{W}abstractNumId", "0")) + kinds))
        theirs.insert(place + number, _without_styles(kind))
    last = max((index for index, child in enumerate(theirs) if child.tag == f"{W}num"), default=len(theirs) - 1)
    last = max(last, place + len(ours.findall(f"{W}abstractNum")) - 1)
    for number, one in enumerate(ours.findall(f"{W}num"), start=1):
        one.set(f"{W}numId", str(int(one.get(f"{W}numId", "0")) + shift))
        kind = _child(one, "abstractNumId")
        kind.set(f"{W}val", str(int(kind.get(f"{W}val", "0")) + kinds))
        theirs.insert(last + number, _without_styles(one))
    return shift


def _without_styles(numbering: etree._Element) -> etree._Element:
    """Return a list without its ties to styles: in the template these may belong to a list of its own."""
    for tie in list(numbering.iter(f"{W}pStyle")):
        parent = tie.getparent()
        if parent is not None:
            parent.remove(tie)
    return numbering


def _largest(numbering: etree._Element, tag: str, attribute: str) -> int:
    return max((int(one.get(f"{W}{attribute}", "0")) for one in numbering.findall(f"{W}{tag}")), default=0)


def adapted(pieces: Iterable[str], styles: Mapping[str, str], shift: int, bookmarks: int) -> Iterator[str]:
    """Yield pieces of our body with the ids of styles, lists and bookmarks that they have in a template."""

    def style(match: re.Match[str]) -> str:
        return f'<w:{match[1]} w:val="{styles.get(match[2], match[2])}"'

    def number(match: re.Match[str]) -> str:
        return f'<w:numId w:val="{int(match[1]) + shift}"'

    def bookmark(match: re.Match[str]) -> str:
        return f'<w:bookmark{match[1]} w:id="{int(match[2]) + bookmarks}"'

    for piece in pieces:
        yield _BOOKMARK.sub(bookmark, _LIST_USE.sub(number, _STYLE_USE.sub(style, piece)))


@dataclass(frozen=True, slots=True)
class Pages:
    """The section of a template into which minutes come."""

    properties: etree._Element

    @property
    def paper(self) -> Paper:
        """Its page and margins."""
        size, margins = self.properties.find(f"{W}pgSz"), self.properties.find(f"{W}pgMar")
        columns = self.properties.find(f"{W}cols")
        gutter = _length(margins, "gutter", 0)
        return Paper(
            width=_length(size, "w", _US_LETTER.width),
            height=_length(size, "h", _US_LETTER.height),
            left=_length(margins, "left", _US_LETTER.left) + gutter,
            right=_length(margins, "right", _US_LETTER.right),
            top=_length(margins, "top", _US_LETTER.top),
            bottom=_length(margins, "bottom", _US_LETTER.bottom),
            columns=max(_length(columns, "num", 1), 1),
            gap=_length(columns, "space", 720),
        )

    def of(self, landscape: bool, first: bool) -> str:
        """Return the properties of one of our sections, which begins on a new page, as XML."""
        made = deepcopy(self.properties)
        if not first:
            follow(made)
        _begin_on_new_page(made)
        if landscape:
            turn(made, self.paper)
        return etree.tostring(made, encoding="unicode")


_BEFORE_TYPE: Final = frozenset(f"{W}{n}" for n in ("headerReference", "footerReference", "footnotePr", "endnotePr"))


def _begin_on_new_page(properties: etree._Element) -> None:
    kind = properties.find(f"{W}type")
    if kind is None:
        kind = etree.Element(f"{W}type")
        properties.insert(sum(1 for child in properties if child.tag in _BEFORE_TYPE), kind)
    kind.set(f"{W}val", "nextPage")


def follow(properties: etree._Element) -> None:
    """Let a section follow another of ours: on a new page, without a first page and a count of its own."""
    _begin_on_new_page(properties)
    for title in properties.findall(f"{W}titlePg"):
        properties.remove(title)
    for numbers in properties.findall(f"{W}pgNumType"):
        numbers.attrib.pop(f"{W}start", "")


def turn(properties: etree._Element, paper: Paper) -> None:
    """Lay the pages of a section on their long side."""
    turned = paper.turned()
    if turned == paper:
        return
    size = _child(properties, "pgSz")
    for name, value in (("w", turned.width), ("h", turned.height), ("orient", "landscape")):
        size.set(f"{W}{name}", str(value))
    margins = properties.find(f"{W}pgMar")
    if margins is not None:
        for name in ("left", "right", "top", "bottom"):
            margins.set(f"{W}{name}", str(getattr(turned, name)))
        margins.set(f"{W}gutter", "0")


def _length(element: etree._Element | None, name: str, default: int) -> int:
    value = element.get(f"{W}{name}") if element is not None else None
    return abs(round(float(value))) if value and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value) else default
