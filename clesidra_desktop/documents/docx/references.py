"""Where headings stand: bookmarks, the table of contents, references with their pages.

The page numbers are those of the PDF. Word counts its own when somebody updates the fields; it is not asked to do so
when the document is opened, because it would ask the reader in turn.
"""

from collections.abc import Sequence
from typing import Final

from clesidra_desktop.documents.blocks import Contents, Document, ReferenceTable
from clesidra_desktop.documents.docx.styles import KEY_TABLE_STYLE
from clesidra_desktop.documents.docx.tables import cell, table_head
from clesidra_desktop.documents.docx.text import Runs, paragraph
from clesidra_desktop.documents.numbering import Digits, numbered_headings

_WITH_LABELS: Final = 'w:val="0080" w:firstRow="0" w:firstColumn="1"'
_LABEL_WIDTH: Final = 1700
_PAGE_WIDTH: Final = 800
_MARGIN: Final = 100
_WHOLE: Final = "<w:trPr><w:cantSplit/></w:trPr>"
_RIGHT: Final = '<w:jc w:val="right"/>'


class References:
    """The headings of a document in printing order, and the pages on which they stand, where these are known."""

    def __init__(self, document: Document, pages: Sequence[int]) -> None:
        self._headings = tuple(numbered_headings(document))
        self._pages = pages
        self._digits = Digits(document.digits)
        self._met = 0

    def marked(self, runs: str) -> str:
        """Return the runs of the next heading within a bookmark, to which references lead."""
        place, self._met = self._met, self._met + 1
        name = _name(place)
        return f'<w:bookmarkStart w:id="{place}" w:name="{name}"/>{runs}<w:bookmarkEnd w:id="{place}"/>'

    def contents(self, block: Contents, width: int, runs: Runs) -> str:
        """Return the table of contents as a field with its entries in it."""
        tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{width}"/></w:tabs>'
        listed = [(place, one) for place, one in enumerate(self._headings) if one.heading.level <= block.deepest]
        entries = []
        for index, (place, one) in enumerate(listed):
            text = runs[f"{one.number} {one.heading.text}".strip()]
            start = _begin(f'TOC \\o "1-{block.deepest}" \\h \\z \\u', dirty=True) if index == 0 else ""
            end = _END if index == len(listed) - 1 else ""
            link = self._link(place, f"{text}<w:r><w:tab/></w:r>{self._page(place, runs)}")
            entries.append(paragraph(f"TOC{one.heading.level}", f"{start}{link}{end}", tab))
        title = paragraph("TOCHeading", runs[block.title])
        return title + "".join(entries) if entries else ""

    def table(self, block: ReferenceTable, width: int, runs: Runs) -> str:
        """Return references as a table: label, text, page."""
        widths = [_LABEL_WIDTH, width - _LABEL_WIDTH - _PAGE_WIDTH, _PAGE_WIDTH]
        places = {one.heading.key: place for place, one in enumerate(self._headings) if one.heading.key}
        title = paragraph("TableText", runs[block.page_title], f"<w:keepNext/>{_RIGHT}")
        blank = paragraph("TableText", "", "<w:keepNext/>")
        rows = [f"<w:tr>{_WHOLE}{cell(widths[0], blank)}{cell(widths[1], blank)}{cell(widths[2], title)}</w:tr>"]
        for one in block.rows:
            place = places[one.key]
            page = self._link(place, self._page(place, runs))
            rows.append(
                f"<w:tr>{_WHOLE}{cell(widths[0], paragraph('TableLabel', runs[one.label]))}"
                f"{cell(widths[1], paragraph('TableText', runs[one.text]))}"
                f"{cell(widths[2], paragraph('TableText', page, _RIGHT))}</w:tr>"
            )
        return f"{table_head(KEY_TABLE_STYLE, widths, _MARGIN, block.summary, _WITH_LABELS)}{''.join(rows)}</w:tbl>"

    def _link(self, place: int, content: str) -> str:
        return f'<w:hyperlink w:anchor="{_name(place)}" w:history="1">{content}</w:hyperlink>'

    def _page(self, place: int, runs: Runs) -> str:
        number = self._digits.write(self._pages[place]) if self._pages else ""
        return _begin(f"PAGEREF {_name(place)} \\h") + runs[number] + _END


_END: Final = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _begin(instruction: str, *, dirty: bool = False) -> str:
    flag = ' w:dirty="true"' if dirty else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"{flag}/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction.replace(chr(34), "&quot;")} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _name(place: int) -> str:
    """Return the name of a heading's bookmark, which Word hides because of how it begins."""
    return f"_Toc{place + 1:06d}"
