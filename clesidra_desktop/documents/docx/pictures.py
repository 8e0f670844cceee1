"""Pictures in the text and in cells: each is one part of the package, however often it is shown."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from clesidra_desktop.documents.annexes.model import PreparedAnnex, PreparedAnnexes
from clesidra_desktop.documents.annexes.raster import page_images
from clesidra_desktop.documents.blocks import Document, Enclosed, Image, Paragraph, Picture, Section
from clesidra_desktop.documents.docx.look import EMU_A_TWIP
from clesidra_desktop.documents.docx.text import escape
from clesidra_desktop.documents.numbering import Digits

_TWIPS_A_PIXEL: Final = 15
"""Of a picture that is not made smaller: 96 pixels an inch, as screens show it."""

_SIGNATURE_HEIGHT: Final = 400
"""In a cell, in twips: about as high as people sign."""

_DPI: Final = 120


@dataclass(frozen=True, slots=True)
class Merged:
    """An annex that is merged as text: where it is, its number, and whether its last pages lie across."""

    path: Path
    number: int
    landscape: bool

    @property
    def mark(self) -> str:
        """The text of the paragraph in whose place it comes: a sign that is nobody's, and its number."""
        return f"\uf8ff{self.number}"


NO_MERGED: Final[Mapping[str, Merged]] = MappingProxyType({})
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"


class Pictures:
    """Draws pictures; `add` takes an image and returns the relationship of its part. Every drawing has a number."""

    def __init__(self, add: Callable[[Image], str], number: Callable[[], int]) -> None:
        self._add = add
        self._number = number
        self._known: dict[bytes, str] = {}

    def in_text(self, picture: Picture, width: int, height: int) -> str:
        """Return the run of a picture that is at most so wide and high, in twips."""
        image = picture.image
        part = min(width / image.width, height / image.height, _TWIPS_A_PIXEL)
        return self._run(picture, part)

    def in_cell(self, picture: Picture, width: int) -> str:
        """Return the run of a picture in a cell that leaves it a width in twips."""
        image = picture.image
        return self._run(picture, min(width / image.width, _SIGNATURE_HEIGHT / image.height))

    def _run(self, picture: Picture, twips: float) -> str:
        image = picture.image
        relationship = self._known.get(image.content)
        if relationship is None:
            relationship = self._known[image.content] = self._add(image)
        number = self._number()
        size = f'cx="{round(image.width * twips * EMU_A_TWIP)}" cy="{round(image.height * twips * EMU_A_TWIP)}"'
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" '
            f'distR="0"><wp:extent {size}/><wp:docPr id="{number}" name="Picture {number}" '
            f'descr="{escape(picture.alt)}"/><a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData '
            f'uri="{_DRAWING}/picture"><pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr>'
            f'<pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
            f'<a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
            f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )


def with_pages(
    document: Document, annexes: PreparedAnnexes, merged: Mapping[str, Merged] = NO_MERGED
) -> Iterator[Section]:
    """Yield the sections of a document, and behind each the pages of its annex as pictures, upright or across.

    Instead of pages, an annex that is `merged` has its mark below its heading; what is said of its file is left out.
    """
    for section in document.sections:
        if one := merged.get(section.annex):
            headings = (block for block in section.blocks if not isinstance(block, Paragraph | Enclosed))
            yield replace(section, blocks=(*headings, Paragraph(one.mark)), landscape=one.landscape)
            continue
        yield section
        annex = annexes.get(section.annex)
        if annex and annex.pages:
            yield from _pages(section.name, annex, document)


def _pages(name: str, annex: PreparedAnnex, document: Document) -> Iterator[Section]:
    digits = Digits(document.digits)
    images = page_images(annex.printable, range(len(annex.pages)), _DPI) if annex.printable else iter(())
    pages = digits.write(len(annex.pages))
    gathered: list[Picture] = []
    across = False
    for number, (page, image) in enumerate(zip(annex.pages, images, strict=False), start=1):
        caption = document.annex_page.format(annex=name, page=digits.write(number), pages=pages)
        if gathered and across != (page.width > page.height):
            yield Section(tuple(gathered), landscape=across)
            gathered = []
        across = page.width > page.height
        gathered.append(Picture(image, f"{caption}: {page.text}" if page.text else caption))
    if gathered:
        yield Section(tuple(gathered), landscape=across)
