"""Files inside the document, behind an icon that opens them.

A file of Word, PowerPoint or Excel is enclosed as it is; any other one as an OLE package.
"""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Final

import fontpkg
from docx.opc.constants import RELATIONSHIP_TYPE
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont

from clesidra_desktop.documents.annexes.kinds import MEDIA_TYPES
from clesidra_desktop.documents.annexes.model import PreparedAnnexes
from clesidra_desktop.documents.blocks import Enclosed, Image
from clesidra_desktop.documents.docx.compound import package
from clesidra_desktop.documents.docx.text import escape

PROGRAMS: Final = {".docx": "Word.Document.12", ".pptx": "PowerPoint.Show.12", ".xlsx": "Excel.Sheet.12"}
PACKAGE: Final = "Package"
OBJECT_TYPE: Final = "application/vnd.openxmlformats-officedocument.oleObject"

COLOURS: Final = {
    ".docx": "#2b579a", ".doc": "#2b579a", ".odt": "#2b579a", ".rtf": "#2b579a",
    ".pptx": "#b7472a", ".ppt": "#b7472a", ".odp": "#b7472a",
    ".xlsx": "#217346", ".xls": "#217346", ".ods": "#217346",
}  # fmt: skip
OTHER_COLOUR: Final = "#5a6472"
ICON_SIZE: Final = (40, 50)
"""Of an icon, in points."""

SCALE: Final = 4
"""Pixels a point of an icon: sharp in print."""

LONGEST_ENDING: Final = 5
_FIRST_OBJECT: Final = 1_500_000_000
"""Objects are numbered from here, with ten digits as Word numbers them."""


class Objects:
    """Encloses files; the functions add the part of a file and of an image, and return its relationship."""

    def __init__(
        self,
        annexes: PreparedAnnexes,
        add_file: Callable[[str, str, str, bytes], str],
        add_image: Callable[[Image], str],
    ) -> None:
        self._annexes = annexes
        self._add_file = add_file
        self._add_image = add_image
        self._icons: dict[str, str] = {}
        self._count = 0

    def run(self, block: Enclosed) -> str:
        """Return the run of an icon that opens a file. Raises OSError where the file cannot be read."""
        annex = self._annexes[block.file]
        ending = annex.path.suffix.lower()
        content = annex.path.read_bytes()
        program = PROGRAMS.get(ending, PACKAGE) if MEDIA_TYPES.get(ending) == annex.media_type else PACKAGE
        if program == PACKAGE:
            content = package(Path(block.file).name, content)
            file = self._add_file(".bin", OBJECT_TYPE, RELATIONSHIP_TYPE.OLE_OBJECT, content)
        else:
            file = self._add_file(ending, annex.media_type, RELATIONSHIP_TYPE.PACKAGE, content)
        if ending not in self._icons:
            self._icons[ending] = self._add_image(icon(ending))
        image = self._icons[ending]
        self._count += 1
        shape = f"enclosed-{self._count}"
        width, height = ICON_SIZE
        return (
            '<w:r><w:object xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
            f'w:dxaOrig="{20 * width}" w:dyaOrig="{20 * height}"><v:shape id="{shape}" o:ole="" '
            f'style="width:{width}pt;height:{height}pt" alt="{escape(block.alt)}"><v:imagedata r:id="{image}" '
            f'o:title=""/></v:shape><o:OLEObject Type="Embed" ProgID="{program}" ShapeID="{shape}" DrawAspect="Icon" '
            f'ObjectID="_{_FIRST_OBJECT + self._count}" r:id="{file}"/></w:object></w:r>'
        )


def icon(ending: str) -> Image:
    """Return a sheet with the ending of a file's name on a band, such as `.pptx`."""
    width, height = (side * SCALE for side in ICON_SIZE)
    picture = Pillow.new("RGBA", (width, height), (255, 255, 255, 0))
    draw = ImageDraw.Draw(picture)
    colour = COLOURS.get(ending, OTHER_COLOUR)
    fold, left, right, bottom = 10 * SCALE, 2 * SCALE, width - 2 * SCALE, height - SCALE
    sheet = [(left, SCALE), (right - fold, SCALE), (right, fold + SCALE), (right, bottom), (left, bottom)]
    draw.polygon(sheet, fill="white", outline=colour, width=SCALE)
    draw.polygon([sheet[1], (right - fold, fold + SCALE), sheet[2]], fill=colour)
    draw.rectangle([0, 22 * SCALE, width, 38 * SCALE], fill=colour)
    text = ending.removeprefix(".")[:LONGEST_ENDING].upper()
    font = ImageFont.truetype(str(fontpkg.path("Noto Sans")), 11 * SCALE)
    draw.text((width // 2, 30 * SCALE), text, fill="white", font=font, anchor="mm")
    stream = io.BytesIO()
    picture.save(stream, "PNG", optimize=True)
    return Image(stream.getvalue(), "image/png", width, height)
