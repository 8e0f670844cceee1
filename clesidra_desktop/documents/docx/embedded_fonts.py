"""The Khmer font inside the document, for computers that have none.

Word reads fonts that are embedded and obfuscated (ECMA-376 part 4, 11.1): the first 32 bytes are combined with a key
that stands beside the font's name. All letters are kept, because people go on writing in the document.
"""

from collections.abc import Iterator
from hashlib import sha256
from typing import Final
from uuid import UUID, uuid5

import fontpkg
import uharfbuzz as hb
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from clesidra_desktop.documents.docx.look import KHMER_FONT
from clesidra_desktop.documents.docx.placeholders import W

_WEIGHTS: Final = (("embedRegular", 400), ("embedBold", 700))
_TYPE: Final = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_KEYS: Final = UUID("6f0c4d2e-7a35-5b0e-8d51-0c2f5e9a4b17")
"""The name space of the keys: the same font gets the same key, so that the same minutes are the same bytes."""

_OBFUSCATED: Final = 32
_BEFORE: Final = frozenset(
    f"{W}{name}"
    for name in (
        "writeProtection",
        "view",
        "zoom",
        "removePersonalInformation",
        "removeDateAndTime",
        "doNotDisplayPageBoundaries",
        "displayBackgroundShape",
        "printPostScriptOverText",
        "printFractionalCharacterWidth",
        "printFormsData",
    )
)
"""Settings that stand before the one that says that fonts are embedded."""


def embed_khmer(table: Part, fonts: etree._Element) -> None:
    """Add the Khmer font in two weights to a font table, whose part is `table` and whose root is `fonts`."""
    font = next((one for one in fonts.findall(f"{W}font") if one.get(f"{W}name") == KHMER_FONT), None)
    if font is None:
        font = etree.SubElement(fonts, f"{W}font")
        font.set(f"{W}name", KHMER_FONT)
    for number, (slot, data) in enumerate(_statics(), start=1):
        for old in font.findall(f"{W}{slot}"):
            font.remove(old)
        key = uuid5(_KEYS, sha256(data).hexdigest())
        name = PackURI(f"/word/fonts/clesidra{number}.odttf")
        relation = table.relate_to(Part(name, _TYPE, obfuscated(data, key)), _RELATION)
        embedded = etree.SubElement(font, f"{W}{slot}")
        embedded.set(_ID, relation)
        embedded.set(f"{W}fontKey", f"{{{str(key).upper()}}}")


def obfuscated(data: bytes, key: UUID) -> bytes:
    """Return a font with its beginning combined with a key; once more gives the font again."""
    mask = key.bytes[::-1] * 2
    return bytes(one ^ other for one, other in zip(data[:_OBFUSCATED], mask, strict=True)) + data[_OBFUSCATED:]


def say_embedded(settings: etree._Element) -> None:
    """Let the settings say that fonts are embedded; Word then keeps all their letters when it saves."""
    if settings.find(f"{W}embedTrueTypeFonts") is None:
        place = sum(1 for child in settings if child.tag in _BEFORE)
        settings.insert(place, etree.Element(f"{W}embedTrueTypeFonts"))


def _statics() -> Iterator[tuple[str, bytes]]:
    """Yield the font in each weight, with all its letters."""
    face = hb.Face(hb.Blob.from_file_path(str(fontpkg.path(KHMER_FONT))))
    for slot, weight in _WEIGHTS:
        wanted = hb.SubsetInput()
        wanted.keep_everything()
        for axis in face.axis_infos:
            wanted.pin_axis_location(face, axis.tag, weight if axis.tag == "wght" else axis.default_value)
        yield slot, bytes(hb.subset(face, wanted).blob.data)
