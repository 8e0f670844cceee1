"""What a file is, by what is in it: names lie."""

import zipfile
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO


class Kind(StrEnum):
    """The kinds of files that are told apart, by what can be done with them."""

    PDF = "pdf"
    IMAGE = "image"
    HEIC = "heic"
    OFFICE = "office"
    EMPTY = "empty"
    OTHER = "other"


MEDIA_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".doc": "application/msword",
    ".ppt": "application/vnd.ms-powerpoint",
    ".xls": "application/vnd.ms-excel",
    ".rtf": "application/rtf",
}
PDF = "application/pdf"
UNKNOWN = "application/octet-stream"

IMAGES = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"GIF8": "image/gif",
    b"BM": "image/bmp",
    b"II*\0": "image/tiff",
    b"MM\0*": "image/tiff",
}
HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif"}
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAIN_PARTS = {"word/": ".docx", "ppt/": ".pptx", "xl/": ".xlsx"}
PDF_WITHIN = 1024
"""Readers look for the header of a PDF within so many bytes (ISO 32000-1, annex H, note 13)."""


def kind_of(path: Path) -> tuple[Kind, str]:
    """Return the kind of a file and its media type. Raises OSError where it cannot be read."""
    with path.open("rb") as stream:
        return kind_in(stream, path.suffix)


def kind_in(stream: BinaryIO, ending: str) -> tuple[Kind, str]:
    """Return the kind of what a stream holds from its start, and its media type; old office files need the ending."""
    head = stream.read(PDF_WITHIN)
    if not head:
        return Kind.EMPTY, UNKNOWN
    if b"%PDF-" in head:
        return Kind.PDF, PDF
    for start, media_type in IMAGES.items():
        if head.startswith(start):
            return Kind.IMAGE, media_type
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Kind.IMAGE, "image/webp"
    if head[4:8] == b"ftyp" and head[8:12] in HEIC_BRANDS:
        return Kind.HEIC, "image/heic"
    suffix = _office_suffix(stream, head, ending.lower())
    return (Kind.OFFICE, MEDIA_TYPES[suffix]) if suffix else (Kind.OTHER, UNKNOWN)


def _office_suffix(stream: BinaryIO, head: bytes, ending: str) -> str:
    """Return the usual ending of the office format that a file has, or nothing."""
    if head.startswith(b"{\\rtf"):
        return ".rtf"
    if head.startswith(COMPOUND):
        return ending if ending in {".doc", ".ppt", ".xls"} else ""
    if not head.startswith(b"PK"):
        return ""
    try:
        with zipfile.ZipFile(stream) as opened:
            names = opened.namelist()
            stated = opened.read("mimetype").decode("ascii", "replace").strip() if "mimetype" in names else ""
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return ""
    for suffix, media_type in MEDIA_TYPES.items():
        if stated == media_type:
            return suffix
    return next((suffix for part, suffix in MAIN_PARTS.items() if any(name.startswith(part) for name in names)), "")
