"""Images as objects of the PDF: each is written once, however often it is drawn."""

import io
from dataclasses import dataclass
from typing import Any

from PIL import Image as Pillow
from reportlab.pdfbase import pdfdoc

from clesidra_desktop.documents.blocks import Image

COLOUR_SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB"}


@dataclass(frozen=True, slots=True)
class Drawable:
    """An image under its name in the PDF; drawing it tells the book that the page needs it."""

    book: "ImageBook"
    name: str

    def operators(self, x: float, y: float, width: float, height: float) -> str:
        """Return the operators that draw it with its lower left corner at (x, y), in points."""
        self.book.used[self.name] = None
        return f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {y:.2f} cm /{self.name} Do Q"


class ImageBook:
    """The images of one document. `used` are the names of those that were drawn since the page was turned."""

    def __init__(self) -> None:
        self._images: dict[bytes, tuple[str, Image]] = {}
        self.used: dict[str, None] = {}

    def drawable(self, image: Image) -> Drawable:
        """Return the image as it can be drawn; the same content is one object."""
        name, _ = self._images.setdefault(image.content, (f"Im{len(self._images) + 1}", image))
        return Drawable(self, name)

    def turn(self) -> tuple[str, ...]:
        """Return the names of the images on the page that was drawn, and begin the next one."""
        names = tuple(self.used)
        self.used.clear()
        return names

    def embed(self, pdf: pdfdoc.PDFDocument) -> None:
        """Put the images into a document, each under its name."""
        for name, image in self._images.values():
            pdf.Reference(_object(pdf, name, image), name)


def _object(pdf: pdfdoc.PDFDocument, name: str, image: Image) -> Any:
    with Pillow.open(io.BytesIO(image.content)) as opened:
        if image.media_type == "image/jpeg":
            return _stream(image.content, image, opened.mode, "DCTDecode")
        alpha = opened.getchannel("A") if "A" in opened.getbands() else None
        mode = "L" if opened.mode in {"1", "L", "LA"} else "RGB"
        made = _stream(opened.convert(mode).tobytes(), image, mode)
        if alpha:
            mask = _stream(alpha.tobytes(), image, "L")
            made.dictionary["SMask"] = pdf.Reference(mask, f"{name}-mask")
        return made


def _stream(content: bytes, image: Image, mode: str, packed: str = "") -> Any:
    """Return an image of a Pillow mode; what is `packed` already is taken as it is, under the name of its filter."""
    made = pdfdoc.PDFStream(content=content)
    made.filters = [] if packed else [pdfdoc.PDFZCompress]
    made.dictionary.dict.update(
        Type=pdfdoc.PDFName("XObject"),
        Subtype=pdfdoc.PDFName("Image"),
        Width=image.width,
        Height=image.height,
        BitsPerComponent=8,
        ColorSpace=pdfdoc.PDFName(COLOUR_SPACES[mode]),
    )
    if packed:
        made.dictionary["Filter"] = pdfdoc.PDFName(packed)
    return made
