"""What stands around the text: page sizes, sections, headers and footers."""

import re
from dataclasses import dataclass
from typing import Final

from clesidra_desktop.documents.blocks import Document
from clesidra_desktop.documents.docx.look import A4, AMBER, HEADER_DISTANCE, MARGIN
from clesidra_desktop.documents.docx.numbering import NAMESPACE
from clesidra_desktop.documents.docx.tables import cell, table_head
from clesidra_desktop.documents.docx.text import paragraph, runs

_FIELDS: Final = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_LABEL_WIDTH: Final = 1900


@dataclass(frozen=True, slots=True)
class FrameIds:
    """The relationships of the header and footer parts: for the first page, and for the pages of a section."""

    first_header: str
    header: str
    first_footer: str
    portrait_footer: str
    landscape_footer: str


def header_part(text: str, document: Document) -> str:
    """Return a header with what standing the document has and a text; without either, an empty one."""
    content = mark_runs(document, " · " if text else "") + (runs(text) if text else "")
    return _part("hdr", paragraph("Header", content) if content else paragraph("Normal", ""))


def mark_runs(document: Document, end: str = "") -> str:
    """Return the runs that say what standing a document has, and what ends them; none where nothing is said."""
    if not document.mark:
        return ""
    look = f'<w:b/><w:bCs/><w:color w:val="{AMBER}"/>' if document.is_draft else ""
    return runs(document.mark, look) + (runs(end) if end else "")


def mark_paragraph(document: Document) -> str:
    """Return a paragraph for the headers of an office's template, which have styles of their own."""
    return f'<w:p xmlns:w="{NAMESPACE}">{mark_runs(document)}</w:p>'


def footer_part(document: Document, landscape: bool) -> str:
    """Return a footer: its text on the left, the page label on the right, in two cells so that a long text wraps."""
    widths = (A4.text_width(landscape) - _LABEL_WIDTH, _LABEL_WIDTH)
    text = paragraph("Footer", runs(document.footer))
    label = paragraph("Footer", _page_label(document.page_label), '<w:jc w:val="right"/>')
    table = (
        f"{table_head('TableNormal', widths, 0)}<w:tr>{cell(widths[0], text)}{cell(widths[1], label)}</w:tr></w:tbl>"
    )
    return _part("ftr", table + paragraph("Spacer", ""))


def section_properties(landscape: bool, first: bool, ids: FrameIds) -> str:
    """Return the properties of a section, which begins on a new page."""
    paper = A4.turned() if landscape else A4
    size = f'w:w="{paper.width}" w:h="{paper.height}"' + (' w:orient="landscape"' if landscape else "")
    footer = ids.landscape_footer if landscape else ids.portrait_footer
    references = _reference("header", "default", ids.header) + _reference("footer", "default", footer)
    if first:
        references += _reference("header", "first", ids.first_header) + _reference("footer", "first", ids.first_footer)
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz {size}/>'
        f'<w:pgMar w:top="{MARGIN}" w:right="{MARGIN}" w:bottom="{MARGIN}" w:left="{MARGIN}" '
        f'w:header="{HEADER_DISTANCE}" w:footer="{HEADER_DISTANCE}" w:gutter="0"/>'
        f"{'<w:titlePg/>' if first else ''}</w:sectPr>"
    )


def _reference(kind: str, pages: str, relationship: str) -> str:
    return f'<w:{kind}Reference w:type="{pages}" r:id="{relationship}"/>'


def _page_label(label: str) -> str:
    """Return the label's runs, with fields in the place of `{page}` and `{pages}`, in whatever order they come."""
    pieces = re.split(r"(\{pages?\})", label)
    return "".join(_field(_FIELDS[piece]) if piece in _FIELDS else runs(piece) for piece in pieces)


def _field(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _part(tag: str, content: str) -> str:
    return f'<w:{tag} xmlns:w="{NAMESPACE}">{content}</w:{tag}>'
