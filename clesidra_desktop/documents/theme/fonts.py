"""The fonts of a theme: found, and fit to be put into a PDF."""

from pathlib import Path
from typing import Final

import fontpkg
import uharfbuzz as hb

from clesidra_desktop.documents.theme.model import FontFiles, Fonts
from clesidra_desktop.misfits import Misfit

BOLD: Final = 650
"""The weight of bold, where a font has many."""

LATIN: Final = frozenset(range(0x20, 0x7F))
KHMER: Final = frozenset((0x20, *range(0x1780, 0x17B4), 0x17B6, 0x17D2, *range(0x17E0, 0x17EA)))

NO_EMBEDDING: Final = 0x0002
NO_SUBSETS: Final = 0x0100
BITMAPS_ONLY: Final = 0x0200
"""Bits of fsType in the table OS/2, as the OpenType specification names them."""

EXPECTED: Final = "the name of a font of the program ({names}), or a .ttf file beside theme.toml"


def find_fonts(fonts: Fonts, folder: Path) -> FontFiles:
    """Return the files of the fonts that a theme in a folder names. Raises Misfit where one cannot be used."""
    text = _find("text", fonts.text, folder, LATIN)
    khmer = _find("khmer", fonts.khmer, folder, KHMER)
    return FontFiles(
        text,
        _find("text_bold", fonts.text_bold or fonts.text, folder, LATIN, BOLD),
        khmer,
        _find("khmer_bold", fonts.khmer_bold or fonts.khmer, folder, KHMER, BOLD),
    )


def _find(key: str, name: str, folder: Path, needed: frozenset[int], weight: int = 400) -> Path:
    place = f"fonts.{key}"
    try:
        path: Path = fontpkg.path(name, weight, nearest=True)
    except fontpkg.FontpkgError:
        path = folder / name
    if not path.is_file():
        names = ", ".join(sorted(family.name for family in fontpkg.families().values()))
        raise Misfit(place, f'"{name}", which is not there', EXPECTED.format(names=names))
    face = hb.Face(hb.Blob.from_file_path(str(path)))
    if not face.glyph_count:
        raise Misfit(place, f'"{name}", which is no font or broken', "a .ttf file that opens")
    tables = set(face.table_tags)
    if "glyf" not in tables:
        raise Misfit(place, f'"{name}", a font with outlines of PostScript', "a font with outlines of TrueType (.ttf)")
    rights = int.from_bytes(bytes(face.reference_table("OS/2").data)[8:10], "big") if "OS/2" in tables else 0
    if rights & 0xF == NO_EMBEDDING or rights & (NO_SUBSETS | BITMAPS_ONLY):
        raise Misfit(place, f'"{name}", whose maker forbids to put it into documents', "a font that may be embedded")
    if lacking := sorted(needed - frozenset(face.unicodes)):
        signs = " ".join(chr(one) if one != 0x20 else "the space" for one in lacking[:10])
        raise Misfit(place, f'"{name}", which lacks {signs}', "a font with these signs")
    return path
