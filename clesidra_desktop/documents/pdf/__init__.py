"""Blocks to PDF: shaped text, a flow of strips, pages on ReportLab's canvas."""

from clesidra_desktop.documents.pdf.fonts import FontBook
from clesidra_desktop.documents.pdf.text import unprintable
from clesidra_desktop.documents.pdf.writer import write_pdf

__all__ = ["FontBook", "unprintable", "write_pdf"]
