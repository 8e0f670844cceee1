"""Blocks to PDF: shaped text, a flow of strips, tagged pages, a file for the archive."""

from clesidra_desktop.documents.pdf.archive import Attachment
from clesidra_desktop.documents.pdf.fonts import FontBook
from clesidra_desktop.documents.pdf.text import unprintable
from clesidra_desktop.documents.pdf.writer import page_numbers, save_pdf

__all__ = ["Attachment", "FontBook", "page_numbers", "save_pdf", "unprintable"]
