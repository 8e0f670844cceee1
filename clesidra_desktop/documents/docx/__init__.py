"""DOCX: blocks as a Word document with real styles and real numbering.

Word has no number format in Khmer digits, so what Word counts itself (headings, list items, pages) is printed in
European digits in every language; all other numbers come as text from the blocks.
"""

from clesidra_desktop.documents.docx.template import Template, read_template
from clesidra_desktop.documents.docx.writer import write_docx

__all__ = ["Template", "read_template", "write_docx"]
