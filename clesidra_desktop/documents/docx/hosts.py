"""What the body stands in: a package of our own, or an office's template."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, Protocol

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from lxml import etree

from clesidra_desktop.documents.blocks import Document
from clesidra_desktop.documents.docx import grafting, placeholders
from clesidra_desktop.documents.docx.embedded_fonts import embed_khmer, say_embedded
from clesidra_desktop.documents.docx.frame import FrameIds, footer_part, header_part, mark_paragraph, section_properties
from clesidra_desktop.documents.docx.look import A4, KHMER_FONT, KHMER_TAG, LATIN_FONT, Paper, language_tag
from clesidra_desktop.documents.docx.numbering import NAMESPACE, Numbering
from clesidra_desktop.documents.docx.placeholders import W
from clesidra_desktop.documents.docx.styles import styles_part
from clesidra_desktop.documents.docx.template import Template, content_of, put_content, texts_of
from clesidra_desktop.documents.docx.theme import theme_part

_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MARK: Final = "the minutes"
_PROPERTIES: Final = ("category", "comments", "content_status", "identifier", "version")
_ID: Final = re.compile("[0-9]{1,9}")


class Host(Protocol):
    """A package with a body to be filled. `numbers` are the ids of pictures that are taken already."""

    package: OpcPackage
    main: Part
    paper: Paper
    explicit: bool
    numbers: int

    def close(self, landscape: bool, index: int, *, last: bool) -> tuple[str, bool]:
        """Return the properties that end a section of ours, and whether the body ends with it."""

    def finish(self, numbering: Numbering) -> None:
        """Add what the whole body needs."""

    def wrap(self, pieces: Iterable[str]) -> Iterator[str]:
        """Yield the main part with the pieces of the body in it."""


class OwnHost:
    """A new package with our styles, header and footer."""

    paper = A4
    explicit = False
    numbers = 0

    def __init__(self, document: Document, *, embed_fonts: bool = False) -> None:
        self._document = document
        self._embed_fonts = embed_fonts
        self.package = OpcPackage()
        self.main = Part(PackURI("/word/document.xml"), CONTENT_TYPE.WML_DOCUMENT_MAIN, b"", None)
        self.package.relate_to(self.main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
        self._ids = _add_frame(self.main, document)

    def close(self, landscape: bool, index: int, *, last: bool) -> tuple[str, bool]:
        """See `Host`."""
        return section_properties(landscape, index == 0, self._ids), last

    def finish(self, numbering: Numbering) -> None:
        """See `Host`."""
        language = self._document.language
        main, relations, kinds = self.main, RELATIONSHIP_TYPE, CONTENT_TYPE
        _add_part(main, "styles", relations.STYLES, kinds.WML_STYLES, styles_part(language))
        _add_part(main, "numbering", relations.NUMBERING, kinds.WML_NUMBERING, numbering.xml())
        _add_part(main, "settings", relations.SETTINGS, kinds.WML_SETTINGS, _settings(language))
        _add_part(main, "fontTable", relations.FONT_TABLE, kinds.WML_FONT_TABLE, _font_table())
        _add_part(main, "theme/theme1", relations.THEME, kinds.OFC_THEME, theme_part())
        if self._embed_fonts:
            _embed_fonts(main)

    def wrap(self, pieces: Iterable[str]) -> Iterator[str]:
        """See `Host`."""
        yield f'{_XML}<w:document xmlns:w="{NAMESPACE}" xmlns:r="{_RELATIONSHIPS}"><w:body>'
        yield from pieces
        yield "</w:body></w:document>"


class TemplateHost:
    """A template with its placeholders filled; the body comes where it says, or behind everything in it."""

    explicit = True

    def __init__(self, document: Document, template: Template, *, embed_fonts: bool = False) -> None:
        self._document = document
        self._embed_fonts = embed_fonts
        self.package = template.open()
        self.main = self.package.main_document_part
        self._root = _with_prefixes(content_of(self.main))
        body = self._root.find(f"{W}body")
        if body is None:
            raise ValueError("a template without a body is not read")
        self._governing = _place(body, placeholders.find_body(body, template.name))
        placeholders.fill(self._root, document.fields, template.name)
        roots = [self._root]
        for part in texts_of(self.main):
            roots.append(content_of(part))
            placeholders.fill(roots[-1], document.fields, template.name)
            if document.mark and roots[-1].tag == f"{W}hdr":
                roots[-1].insert(0, parse_xml(mark_paragraph(document)))
            put_content(part, roots[-1])
        self._fill_properties(template.name)
        self._pages = grafting.Pages(self._governing)
        self.paper = self._pages.paper
        self.numbers = max(_largest(root.iter("{*}docPr"), "id") for root in roots)
        self._bookmarks = _largest(self._root.iter(f"{W}bookmarkStart"), f"{W}id") + 1
        self._styles: dict[str, str] = {}
        self._shift = 0

    def _fill_properties(self, name: str) -> None:
        properties = self.package.core_properties
        for key in _PROPERTIES:
            if "{{" in (text := getattr(properties, key)):
                setattr(properties, key, placeholders.fill_text(text, self._document.fields, name))

    def close(self, landscape: bool, index: int, *, last: bool) -> tuple[str, bool]:
        """See `Host`. The last section goes on into what follows in the template, unless its pages lie otherwise."""
        turned = landscape and self.paper.turned() != self.paper
        if not last or (turned and self._goes_on()):
            return self._pages.of(landscape, index == 0), False
        if index > 0:
            grafting.follow(self._governing)
        if turned:
            grafting.turn(self._governing, self.paper)
        return "", True

    def _goes_on(self) -> bool:
        """Whether anything follows the minutes."""
        body = self._root.find(f"{W}body")
        mark = next(self._root.iter(etree.Comment), None) if body is not None else None
        return mark is not None and any(one is not self._governing for one in mark.itersiblings())

    def finish(self, numbering: Numbering) -> None:
        """See `Host`."""
        ours = parse_xml(styles_part(self._document.language))
        if (part := _related(self.main, RELATIONSHIP_TYPE.STYLES)) is not None:
            theirs = content_of(part)
            self._styles = grafting.merge_styles(theirs, ours)
            put_content(part, theirs)
        else:
            xml = styles_part(self._document.language)
            _add_part(self.main, "styles", RELATIONSHIP_TYPE.STYLES, CONTENT_TYPE.WML_STYLES, xml)
        if (part := _related(self.main, RELATIONSHIP_TYPE.NUMBERING)) is not None:
            theirs = content_of(part)
            self._shift = grafting.merge_numbering(theirs, parse_xml(numbering.xml()))
            put_content(part, theirs)
        else:
            _add_part(self.main, "numbering", RELATIONSHIP_TYPE.NUMBERING, CONTENT_TYPE.WML_NUMBERING, numbering.xml())
        if self._embed_fonts:
            _embed_fonts(self.main)

    def wrap(self, pieces: Iterable[str]) -> Iterator[str]:
        """See `Host`."""
        whole = etree.tostring(self._root, encoding="unicode")
        before, _, after = whole.partition(f"<!--{_MARK}-->")
        yield f"{_XML}{before}"
        yield from grafting.adapted(pieces, self._styles, self._shift, self._bookmarks)
        yield after


def _related(main: Part, kind: str) -> Part | None:
    return next((one.target_part for one in main.rels.values() if one.reltype == kind), None)


def _embed_fonts(main: Part) -> None:
    """Embed the Khmer font; what a template does not have for it is added."""
    for kind, name, content_type, xml in (
        (RELATIONSHIP_TYPE.FONT_TABLE, "fontTable", CONTENT_TYPE.WML_FONT_TABLE, _font_table()),
        (RELATIONSHIP_TYPE.SETTINGS, "settings", CONTENT_TYPE.WML_SETTINGS, f'<w:settings xmlns:w="{NAMESPACE}"/>'),
    ):
        if _related(main, kind) is None:
            _add_part(main, name, kind, content_type, xml)
        part = _related(main, kind)
        if part is None:
            raise ValueError("a part that was added is not there")
        root = _with_prefixes(content_of(part))
        if kind == RELATIONSHIP_TYPE.FONT_TABLE:
            embed_khmer(part, root)
        else:
            say_embedded(root)
        put_content(part, root)


def _place(body: etree._Element, paragraph: etree._Element | None) -> etree._Element:
    """Mark the place of the minutes in a body; return the properties of the section in which it is."""
    mark = etree.Comment(_MARK)
    for other in list(body.iter(etree.Comment)):
        parent = other.getparent()
        if parent is not None:
            parent.remove(other)
    ends = body.findall(f"{W}sectPr")
    end = ends[-1] if ends else etree.SubElement(body, f"{W}sectPr")
    if paragraph is None:
        for one in list(body) if not _has_content(body) else []:
            if one is not end:
                body.remove(one)
        end.addprevious(mark)
        return end
    paragraph.addprevious(mark)
    if paragraph.find(f"{W}pPr/{W}sectPr") is None:
        body.remove(paragraph)
    else:
        for child in list(paragraph):
            if child.tag != f"{W}pPr":
                paragraph.remove(child)
    following = (one.find(f"{W}pPr/{W}sectPr") for one in mark.itersiblings())
    return next((one for one in following if one is not None), end)


def _has_content(body: etree._Element) -> bool:
    shown = {f"{W}{name}" for name in ("tbl", "drawing", "pict", "object", "sdt", "sectPr")}
    return any(
        (one.tag == f"{W}t" and (one.text or "").strip())
        or (one.tag in shown and one.getparent() is not body)
        or (one.tag in shown - {f"{W}sectPr"})
        for one in body.iter()
    )


def _with_prefixes(root: etree._Element) -> etree._Element:
    """Return a root under which our pieces may say `w:` and `r:`."""
    wanted = {"w": NAMESPACE, "r": _RELATIONSHIPS}
    if all(root.nsmap.get(prefix) == uri for prefix, uri in wanted.items()):
        return root
    made = etree.Element(root.tag, nsmap={prefix: uri for prefix, uri in root.nsmap.items() if prefix} | wanted)
    for name, value in root.attrib.items():
        made.set(name, value)
    made.extend(list(root))
    return made


def _largest(elements: Iterable[etree._Element], name: str) -> int:
    ids = (one.get(name, "") for one in elements)
    return max((int(one) for one in ids if _ID.fullmatch(one)), default=0)


def _add_part(main: Part, name: str, relation: str, content_type: str, xml: str) -> str:
    part = Part(PackURI(f"/word/{name}.xml"), content_type, f"{_XML}{xml}".encode())
    return main.relate_to(part, relation)


def _add_frame(main: Part, document: Document) -> FrameIds:
    def add(name: str, xml: str) -> str:
        if name.startswith("header"):
            return _add_part(main, name, RELATIONSHIP_TYPE.HEADER, CONTENT_TYPE.WML_HEADER, xml)
        return _add_part(main, name, RELATIONSHIP_TYPE.FOOTER, CONTENT_TYPE.WML_FOOTER, xml)

    starts_landscape = bool(document.sections) and document.sections[0].landscape
    return FrameIds(
        first_header=add("header1", header_part("", document)),
        header=add("header2", header_part(document.running_title, document)),
        first_footer=add("footer1", footer_part(document, starts_landscape)),
        portrait_footer=add("footer2", footer_part(document, landscape=False)),
        landscape_footer=add("footer3", footer_part(document, landscape=True)),
    )


def _settings(language: str) -> str:
    """Return the settings: the layout rules of Word 2013 and later, which want no other switches."""
    return (
        f'<w:settings xmlns:w="{NAMESPACE}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{language_tag(language)}" w:bidi="{KHMER_TAG}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _font_table() -> str:
    """Return the fonts, with what Windows has instead where they are not installed."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{instead}"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for name, instead in ((LATIN_FONT, "Segoe UI"), (KHMER_FONT, "Leelawadee UI"))
    )
    return f'<w:fonts xmlns:w="{NAMESPACE}">{fonts}</w:fonts>'
