"""The text of a PDF, as far as it is text and no picture."""

import pypdfium2 as pdfium

from clesidra_desktop.documents.pdfium_turn import PDFIUM


def text_of_pdf(content: bytes) -> str:
    """Return the text of a PDF, a line a page; nothing of one that cannot be opened."""
    with PDFIUM:
        try:
            document = pdfium.PdfDocument(content)
        except pdfium.PdfiumError:
            return ""
        try:
            return "\n".join(_text(document, number) for number in range(len(document)))
        finally:
            document.close()


def _text(document: pdfium.PdfDocument, number: int) -> str:
    page = document[number]
    text = page.get_textpage()
    try:
        return " ".join(text.get_text_range().split())
    finally:
        text.close()
        page.close()
