"""Signatures: a picture in the workshop file, or a row of the sheet that was signed on paper.

Version 1 of the workshop file has a place for the picture alone. The row is an extension, which every program that
reads the file keeps, and which the public edition leaves out.
"""

from dataclasses import replace

from clesidra_desktop.domain.workshop import Attendant

ON_PAPER = "x-signed-on-paper"
"""The extension of an attendant that holds the row code of the signature on paper."""


def row_signed(attendant: Attendant) -> str:
    """Return the code of the row that an attendant has signed on paper; empty where there is none."""
    code = attendant.extensions.get(ON_PAPER)
    return code if isinstance(code, str) else ""


def has_signed(attendant: Attendant) -> bool:
    """Whether there is a signature, as a picture or on paper."""
    return bool(attendant.signature or row_signed(attendant))


def sign_on_paper(attendant: Attendant, code: str) -> Attendant:
    """Return the attendant with the row that was signed on paper."""
    return replace(attendant, extensions={**attendant.extensions, ON_PAPER: code})


def without_signature(attendant: Attendant) -> Attendant:
    """Return the attendant as one who has not signed."""
    kept = {name: value for name, value in attendant.extensions.items() if name != ON_PAPER}
    return replace(attendant, signature="", extensions=kept)
