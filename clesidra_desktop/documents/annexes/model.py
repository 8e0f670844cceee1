"""What becomes of the file of an annex before it is printed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from clesidra_desktop.documents.blocks import Image

if TYPE_CHECKING:  # composing a document needs no library for PDF
    import pikepdf


class Level(StrEnum):
    """The highest level of PDF/A-3 that pages admit: A, or B without text that can be read out.

    Nothing lowers it further: a page that B does not admit is printed as a picture.
    """

    A = "A"
    B = "B"


@dataclass(frozen=True, slots=True)
class Remark:
    """What a person should know about the file of an annex: a code, and a sentence as a template with its values.

    `unshown` says that the annex has no pages in the documents because of it.
    """

    code: str
    template: str
    values: Mapping[str, object]
    unshown: bool = False

    @property
    def sentence(self) -> str:
        """The whole sentence."""
        return self.template.format(**self.values)


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text on a page that is printed as a picture, by which it can still be found.

    `x` and `y` are its lower left corner from that of the upright page, with its width and height, in points.
    """

    text: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page as a person sees it, upright and cropped: width and height in points, and the text on it.

    A page that cannot be taken over as it is has a picture of itself, as large as the page, and lines.
    """

    width: float
    height: float
    text: str = ""
    picture: Image | None = None
    lines: tuple[TextLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the file's own outline: its level and its page, both from 0."""

    title: str
    level: int
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedAnnex:
    """The file of an annex, made ready.

    `path` is the original on disk. An annex of pages has `pages`, a `pdf` whose pages are the same ones in the same
    order, each ready to be taken over where it has no picture (no form fields, no marks of another structure, boxes
    that say what is seen), and `printable`, a PDF on disk that opens without a password. An annex that is a picture
    has `images`: one, or the sheets of a scan. One that cannot be shown has neither, and a remark that says why.
    """

    path: Path
    media_type: str
    pages: tuple[SourcePage, ...] = ()
    pdf: "pikepdf.Pdf | None" = field(default=None, repr=False)
    printable: Path | None = None
    images: tuple[Image, ...] = field(default=(), repr=False)
    bookmarks: tuple[Bookmark, ...] = ()
    level: Level = Level.A
    remarks: tuple[Remark, ...] = ()


PreparedAnnexes: TypeAlias = Mapping[str, PreparedAnnex]
"""Prepared annexes by their paths inside the workshop file."""

NO_ANNEXES: PreparedAnnexes = MappingProxyType({})
