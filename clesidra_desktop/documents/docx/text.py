"""Text into runs of WordprocessingML: escaped, and split where the script changes.

Word draws a run in its complex-script font only where the run says so, so Khmer gets runs of its own.
"""

import re
from typing import Final

from clesidra_desktop.documents.docx.look import KHMER_TAG

_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold, even escaped: all but its production 2, Char."""

_KHMER: Final = "\u1780-\u17ff\u19e0-\u19ff"
_JOINERS: Final = "\u200b-\u200d"
_KHMER_TEXT: Final = f"[{_KHMER}](?:[{_KHMER}{_JOINERS} ]*[{_KHMER}{_JOINERS}])?"
"""Khmer with the spaces and the invisible break marks within it, but no space at its end."""

_PIECES: Final = re.compile(f"(\n|\t|{_KHMER_TEXT})")
_KHMER_START: Final = re.compile(f"[{_KHMER}]")
_KHMER_SIGNS: Final = f'<w:cs/><w:lang w:bidi="{KHMER_TAG}"/>'
_KHMER_PROPERTIES: Final = f"<w:rPr>{_KHMER_SIGNS}</w:rPr>"
_LONGEST_KEPT: Final = 80


def clean(text: str) -> str:
    """Return the text without characters that XML cannot hold, and with line feeds as the only line ends."""
    if text.isprintable():  # true for nearly all text, and no illegal character is printable
        return text
    return _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def escape(text: str) -> str:
    """Return the text ready to stand in an element or in an attribute. All text of the document passes here."""
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def runs(text: str, look: str = "") -> str:
    """Return the runs of a text: one for each stretch of a script, and one for each line break and tab.

    `look` are properties of every run that the schema wants before those of a script.
    """
    return "".join(_run(piece, look) for piece in _PIECES.split(clean(text)) if piece)


def _run(piece: str, look: str = "") -> str:
    if piece == "\n":
        return "<w:r><w:br/></w:r>"
    if piece == "\t":
        return "<w:r><w:tab/></w:r>"
    properties = _KHMER_PROPERTIES if _KHMER_START.match(piece) else ""
    if look:
        properties = f"<w:rPr>{look}{_KHMER_SIGNS if properties else ''}</w:rPr>"
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'


class Runs(dict[str, str]):
    """The runs of texts, kept for the ones that come again: provinces, categories and times of an attendant list."""

    def __missing__(self, text: str) -> str:
        made = runs(text)
        if len(text) <= _LONGEST_KEPT:
            self[text] = made
        return made


def paragraph(style: str, content: str, properties: str = "") -> str:
    """Return a paragraph of a style id; `properties` follow the style in the order that the schema asks for."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'
