"""The words in the file of an annex, so that it is found again: of PDF, DOCX and plain text, and of no other kind."""

import io
import zipfile
from collections.abc import Iterator

import pypdfium2 as pdfium
from lxml import etree

from clesidra_desktop.documents.annexes.kinds import MEDIA_TYPES, Kind, kind_in
from clesidra_desktop.documents.pdfium_turn import PDFIUM

MOST = 400_000
"""Characters that are read of a file: some 150 pages."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LINE_ENDS = frozenset({f"{_WORD}p", f"{_WORD}br", f"{_WORD}tab"})
_LARGEST_PART = 64 * 1024**2
"""Bytes of the text of a DOCX, unpacked, that are taken: a larger one was made to fill the memory."""

_BROKEN = (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, etree.XMLSyntaxError)


def words_in(content: bytes) -> str:
    """Return the text of a file; empty for pictures, scans, other kinds, and files that are locked or broken."""
    kind, media_type = kind_in(io.BytesIO(content), "")
    match kind:
        case Kind.PDF:
            return _limited(_of_pdf(content))
        case Kind.OFFICE if media_type == MEDIA_TYPES[".docx"]:
            return _limited(_of_docx(content))
        case Kind.OTHER:
            return _limited(_of_text(content))
    return ""


def _limited(parts: Iterator[str]) -> str:
    found, length = [], 0
    for part in parts:
        found.append(part)
        length += len(part)
        if length >= MOST:
            break
    return "".join(found)[:MOST].replace("\0", "")


def text_of_pdf(content: bytes) -> str:
    """Return the whole text of a PDF, a line a page; nothing of one that cannot be opened."""
    return "\n".join(" ".join(page.split()) for page in _of_pdf(content))


def _of_pdf(content: bytes) -> Iterator[str]:
    with PDFIUM:
        try:
            document = pdfium.PdfDocument(content)
        except pdfium.PdfiumError:
            return
        count = len(document)
    try:
        for place in range(count):
            yield _of_page(document, place)
    finally:
        with PDFIUM:
            document.close()


def _of_page(document: pdfium.PdfDocument, place: int) -> str:
    with PDFIUM:
        try:
            page = document[place]
        except pdfium.PdfiumError:
            return ""
        try:
            text = page.get_textpage()
            try:
                return str(text.get_text_bounded()) + "\n"
            finally:
                text.close()
        finally:
            page.close()


def _of_docx(content: bytes) -> Iterator[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            if opened.getinfo("word/document.xml").file_size > _LARGEST_PART:
                return
            xml = opened.read("word/document.xml")
        root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    except _BROKEN:
        return
    for element in root.iter():
        if element.tag == f"{_WORD}t":
            yield element.text or ""
        elif element.tag in _LINE_ENDS:
            yield "\n"


def _of_text(content: bytes) -> Iterator[str]:
    for encoding in ("utf-8-sig", "utf-16") if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            yield text
        return
