"""The pages of a finished PDF as pictures, for a screen."""

from dataclasses import dataclass
from typing import Self

import pypdfium2 as pdfium

from clesidra_desktop.documents.pdfium_turn import PDFIUM


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as pixels: rows of `stride` bytes from the top, three bytes a pixel in the order blue, green, red."""

    width: int
    height: int
    stride: int
    pixels: bytes


class PagePictures:
    """The pages of one PDF, drawn when they are wanted. To be used and closed on one thread: PDFium knows no more."""

    def __init__(self, pdf: bytes) -> None:
        with PDFIUM:
            self._document = pdfium.PdfDocument(pdf)
            sizes = [self._document.get_page_size(place) for place in range(len(self._document))]
        self.sizes: tuple[tuple[float, float], ...] = tuple(sizes)
        """Width and height of each page in points."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def draw(self, place: int, width: int) -> PagePicture:
        """Return a page, counted from 0, as wide as asked for in pixels."""
        with PDFIUM:
            page = self._document[place]
            bitmap = page.render(scale=width / self.sizes[place][0], rev_byteorder=False)
            try:
                return PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            finally:
                bitmap.close()
                page.close()

    def close(self) -> None:
        """Let go of the PDF."""
        with PDFIUM:
            self._document.close()
