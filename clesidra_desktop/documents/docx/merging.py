"""DOCX annexes as text: their pages flow on in the minutes, with their own look and numbering.

An annex keeps its styles under names of their own, so that it neither takes the look of the minutes nor joins their
headings and contents. Header and footer are those of the minutes. Comments are left out; tracked changes stay.
"""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docxcompose.composer import Composer
from lxml import etree

from clesidra_desktop.documents.docx.pictures import Merged
from clesidra_desktop.documents.docx.template import LARGEST

nsmap["cp"] = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
"""The library that merges gives this prefix, by which python-docx writes core properties, another meaning."""

_NOT_KEPT: Final = ("endnoteReference", "altChunk", "subDoc", "control")
"""What the merged document would lose; a file with any of these is shown as pages instead."""

_LEFT_OUT: Final = (
    "commentRangeStart", "commentRangeEnd", "commentReference", "dataBinding", "headerReference", "footerReference",
    "titlePg", "pgNumType", "outlineLvl",
)  # fmt: skip
_STYLE_REFERENCES: Final = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink", "numStyleLink")
_THEME_FONTS: Final = {"asciiTheme": "ascii", "hAnsiTheme": "hAnsi", "eastAsiaTheme": "eastAsia", "cstheme": "cs"}
_THEME_COLOURS: Final = ("themeColor", "themeTint", "themeShade", "themeFill", "themeFillTint", "themeFillShade")
_BEHIND_SIZE: Final = (
    "w:highlight", "w:u", "w:effect", "w:bdr", "w:shd", "w:fitText", "w:vertAlign", "w:rtl", "w:cs", "w:em", "w:lang",
    "w:eastAsianLayout", "w:specVanish", "w:oMath",
)  # fmt: skip
_BEHIND_NUMBERS: Final = (
    "w:suppressLineNumbers", "w:pBdr", "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap",
    "w:overflowPunct", "w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd",
    "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc",
    "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr",
    "w:sectPr", "w:pPrChange",
)  # fmt: skip
_BEHIND_SPACING: Final = (
    "w:ind", "w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection",
    "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr",
)  # fmt: skip
_FAULTS: Final = (
    AttributeError, KeyError, IndexError, NotImplementedError, OSError, PackageNotFoundError, TypeError, ValueError,
    etree.XMLSyntaxError, zipfile.BadZipFile,
)  # fmt: skip
"""What the libraries raise for files that are broken or hold what they do not know."""


class UnmergeableError(Exception):
    """An annex that cannot be merged."""

    def __init__(self, annex: Merged) -> None:
        super().__init__(annex)
        self.annex = annex


class _Composer(Composer):  # type: ignore[misc]  # the library has no types
    """Merges with all styles that a style stands on, the same way each time, and leaves our sections alone."""

    def add_linked_styles(self, doc: Any, element: Any) -> None:
        ours = {style.styleId for style in self.doc.styles.element.style_lst}
        for reference in element.iter(qn("w:basedOn"), qn("w:link"), qn("w:next")):
            wanted = reference.get(qn("w:val"))
            style = doc.styles.element.get_by_id(wanted)
            if style is not None and wanted not in ours:
                copy = parse_xml(etree.tostring(style))
                self.doc.styles.element.append(copy)
                self.add_numberings(doc, copy)
                self.add_linked_styles(doc, copy)
                ours = {one.styleId for one in self.doc.styles.element.style_lst}

    def _insert_abstract_num(self, element: Any) -> None:
        nsid = element.find(qn("w:nsid"))
        if nsid is not None:
            nsid.set(qn("w:val"), f"{0x0A000000 + int(element.get(qn('w:abstractNumId'))):08X}")
        super()._insert_abstract_num(element)

    def restart_first_numbering(self, doc: Any, element: Any) -> None:
        super().restart_first_numbering(doc, element)
        for properties in element.iter(qn("w:pPr")):
            if (numbers := properties.find(qn("w:numPr"))) is not None:  # it was put at the end, which is not its place
                properties.remove(numbers)
                properties.insert_element_before(numbers, *_BEHIND_NUMBERS)

    def renumber_bookmarks(self) -> None:
        known: dict[str, str] = {}
        marks = self.doc.element.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))
        for number, mark in enumerate(marks):
            old = mark.get(qn("w:id"))
            if mark.tag == qn("w:bookmarkStart"):
                known[old] = str(number)
            mark.set(qn("w:id"), known.get(old, str(number)))

    def fix_section_types(self, doc: Any) -> None:
        """Leave them: every annex has a section of its own already."""

    def fix_header_and_footers(self, doc: Any) -> None:
        """Leave them: those of the minutes go on."""


def write_merged(write: Callable[[Mapping[str, Merged]], bytes], papers: Mapping[str, Path]) -> bytes:
    """Write a document with DOCX annexes merged into it, `papers` being their paths by their files.

    `write` writes it with the marks of those that are merged. One that cannot be read or merged is not.
    """
    merged: dict[str, Merged] = {}
    opened: dict[Merged, Any] = {}
    for number, (file, path) in enumerate(papers.items(), start=1):
        with suppress(ValueError):
            annex = _open(path)
            merged[file] = Merged(path, number, _is_landscape(annex))
            opened[merged[file]] = annex
    while merged:
        packed = write(merged)
        try:
            return _repacked(_merge(packed, merged.values(), opened))
        except UnmergeableError as error:
            merged = {file: one for file, one in merged.items() if one != error.annex}
    return write(merged)


def _is_landscape(annex: Any) -> bool:
    size = annex.element.body.find(f"{qn('w:sectPr')}/{qn('w:pgSz')}")
    return size is not None and size.get(qn("w:orient")) == "landscape"


def _merge(packed: bytes, annexes: Iterable[Merged], opened: dict[Merged, Any]) -> bytes:
    """Return a document with annexes in the place of their marks, using up those that are opened already.

    Raises UnmergeableError for the first that fails.
    """
    minutes = docx.Document(io.BytesIO(packed))
    composer = _Composer(minutes)
    body = minutes.element.body
    marks = {one.text: one for one in body.iterchildren(qn("w:p"))}
    for one in annexes:
        mark = marks[one.mark]
        try:
            annex = opened.pop(one, None) or _open(one.path)
            _make_own(annex, one.number)
            composer.insert(body.index(mark), annex)
        except _FAULTS as error:
            raise UnmergeableError(one) from error
        body.remove(mark)
    stream = io.BytesIO()
    minutes.save(stream)
    return stream.getvalue()


def _repacked(content: bytes) -> bytes:
    """Return a package whose entries all bear the first time that a zip can name."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in parts.namelist():
            with target.open(name, "w") as entry:
                entry.write(parts.read(name))
    return packed.getvalue()


def _open(path: Path) -> Any:
    """Open a file. Raises ValueError where it is too large, broken, or none."""
    try:
        with zipfile.ZipFile(path) as opened:
            if sum(entry.file_size for entry in opened.infolist()) > LARGEST:
                raise ValueError("larger than anything that is written by hand")
        return docx.Document(str(path))
    except _FAULTS as error:
        raise ValueError(str(error)) from error


def _make_own(annex: Any, number: int) -> None:
    """Make all that an annex refers to its own. Raises ValueError where it holds what would be lost."""
    roots = [annex.element, annex.styles.element]
    if _has(annex, RELATIONSHIP_TYPE.NUMBERING):
        roots.append(annex.part.numbering_part.element)
    notes = (
        annex.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES) if _has(annex, RELATIONSHIP_TYPE.FOOTNOTES) else None
    )
    if notes is not None:
        roots.append(parse_xml(notes.blob))
    if next(annex.element.body.iter(*(qn(f"w:{name}") for name in _NOT_KEPT)), None) is not None:
        raise ValueError("it holds what would be lost")
    for root in roots:
        for one in list(root.iter(*(qn(f"w:{name}") for name in _LEFT_OUT))):
            one.getparent().remove(one)
    _resolve_theme(annex, roots)
    default = annex.styles.element.default_for(1)  # WD_STYLE_TYPE.PARAGRAPH
    _say_default(roots, "" if default is None else default.styleId)
    _base_on_defaults(annex.styles.element)
    _rename(annex.styles.element, roots, number)
    if notes is not None:
        notes._blob = etree.tostring(roots[-1])  # noqa: SLF001 - the library has no other way


def _has(annex: Any, kind: str) -> bool:
    return any(relation.reltype == kind for relation in annex.part.rels.values())


def _say_default(roots: list[Any], default: str) -> None:
    """Let every paragraph say its style, as the default one will be another."""
    for root in (root for root in roots if default and root.tag != qn("w:styles")):
        for one in root.iter(qn("w:p")):
            if one.style is None:
                one.style = default


def _base_on_defaults(styles: Any) -> None:
    """Put the defaults of an annex into a style on which all others stand; ours would show through otherwise."""
    base = OxmlElement("w:style")
    base.set(qn("w:type"), "paragraph")
    base.set(qn("w:styleId"), "Defaults")
    name = OxmlElement("w:name")
    name.set(qn("w:val"), "Defaults")
    base.append(name)
    paragraphs = styles.find(f"{qn('w:docDefaults')}/{qn('w:pPrDefault')}/{qn('w:pPr')}")
    runs = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    paragraphs = OxmlElement("w:pPr") if paragraphs is None else parse_xml(etree.tostring(paragraphs))
    runs = OxmlElement("w:rPr") if runs is None else parse_xml(etree.tostring(runs))
    _default(paragraphs, "w:spacing", {"before": "0", "after": "0", "line": "240", "lineRule": "auto"}, _BEHIND_SPACING)
    if runs.find(qn("w:rFonts")) is None:
        fonts = OxmlElement("w:rFonts")
        for one in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{one}"), "Times New Roman")
        runs.insert(0, fonts)
    _default(runs, "w:sz", {"val": "20"}, ("w:szCs", *_BEHIND_SIZE))
    _default(runs, "w:szCs", {"val": "20"}, _BEHIND_SIZE)
    base.extend([paragraphs, runs])
    for style in styles.style_lst:
        if style.get(qn("w:type")) == "paragraph" and style.find(qn("w:basedOn")) is None:
            style.insert_element_before(_reference("w:basedOn", "Defaults"), *_behind_based_on())
    styles.append(base)


def _behind_based_on() -> tuple[str, ...]:
    return (
        "w:next", "w:link", "w:autoRedefine", "w:hidden", "w:uiPriority", "w:semiHidden", "w:unhideWhenUsed",
        "w:qFormat", "w:locked", "w:personal", "w:personalCompose", "w:personalReply", "w:rsid", "w:pPr", "w:rPr",
        "w:tblPr", "w:trPr", "w:tcPr", "w:tblStylePr",
    )  # fmt: skip


def _reference(tag: str, value: str) -> Any:
    made = OxmlElement(tag)
    made.set(qn("w:val"), value)
    return made


def _default(properties: Any, tag: str, values: Mapping[str, str], behind: tuple[str, ...]) -> None:
    """Give properties an element that they lack, or the attributes that it lacks."""
    element = properties.find(qn(tag))
    if element is None:
        element = OxmlElement(tag)
        properties.insert_element_before(element, *behind)
    for key, value in values.items():
        if element.get(qn(f"w:{key}")) is None:
            element.set(qn(f"w:{key}"), value)


def _rename(styles: Any, roots: list[Any], number: int) -> None:
    """Give the styles of an annex ids and names that no other document has."""
    known = {style.styleId: f"Annex{number}{style.styleId}" for style in styles.style_lst}
    for style in styles.style_lst:
        style.styleId = known[style.styleId]
        style.set(qn("w:customStyle"), "1")
        style.attrib.pop(qn("w:default"), None)
        name = style.find(qn("w:name"))
        if name is not None:
            name.set(qn("w:val"), f"Annex {number} {name.get(qn('w:val'))}")
    for root in roots:
        for reference in root.iter(*(qn(f"w:{name}") for name in _STYLE_REFERENCES)):
            value = reference.get(qn("w:val"))
            reference.set(qn("w:val"), known.get(value, value))


def _resolve_theme(annex: Any, roots: list[Any]) -> None:
    """Replace fonts and colours of the annex's theme by what they are: the theme of the minutes is another."""
    faces = _theme_faces(annex)
    for root in roots:
        for fonts in root.iter(qn("w:rFonts")):
            for themed, plain in _THEME_FONTS.items():
                value = fonts.attrib.pop(qn(f"w:{themed}"), "")
                if face := faces.get(value):
                    fonts.set(qn(f"w:{plain}"), face)
        for element in root.iter(etree.Element):
            for name in _THEME_COLOURS:
                element.attrib.pop(qn(f"w:{name}"), None)


def _theme_faces(annex: Any) -> dict[str, str]:
    """Return the fonts of a theme by the names by which text refers to them, such as minorHAnsi."""
    if not _has(annex, RELATIONSHIP_TYPE.THEME):
        return {}
    theme = etree.fromstring(annex.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    faces: dict[str, str] = {}
    for kind in ("major", "minor"):
        for script, names in (("latin", ("Ascii", "HAnsi")), ("ea", ("EastAsia",)), ("cs", ("Bidi",))):
            found = theme.find(f".//{{*}}{kind}Font/{{*}}{script}")
            face = "" if found is None else found.get("typeface", "")
            faces.update({f"{kind}{name}": face for name in names})
    return faces
