"""Faces: shaping, measuring and embedding of type.

A face is one weight of a variable font. HarfBuzz shapes the text; what was shaped is embedded as a subset with the
weight pinned (Type0, Identity-H), with a ToUnicode entry for every glyph and ActualText wherever the glyphs do not
spell the text one by one, so that Khmer can be searched and copied.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import fontpkg
import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from clesidra_desktop.documents.theme.fonts import BOLD
from clesidra_desktop.documents.theme.model import FontFiles

EM = 1000
"""PDF measures glyphs in thousandths of the type size."""

ZERO_WIDTH_SPACE = "\u200b"
REPLACEMENT = "\ufffd"
"""What is shown for a character that no face has; the character itself can still be searched and copied."""

NOTDEF = 0
TOUNICODE_CHUNK = 100
"""The most entries that one bfchar operator may hold (Adobe Technical Note 5411)."""

PLAIN_LATIN = "".join(map(chr, range(0x20, 0x7F)))
PLAIN_KHMER = "០១២៣៤៥៦៧៨៩"

KHMER_BLOCKS = frozenset((*range(0x1780, 0x1800), *range(0x19E0, 0x1A00)))
"""What the face of Latin leaves to that of Khmer, also where it has both."""

SUBSET_DROPS = ("GSUB", "GPOS", "GDEF", "kern")


@dataclass(frozen=True, slots=True)
class Shaped:
    """A shaped piece of text.

    `width` is in thousandths of the type size. `array` is what stands in the array of a TJ operator; it is empty
    for a piece whose glyphs are raised or do not spell its text, which `Face.operators` writes from the `glyphs`:
    their numbers and where they stand.
    """

    text: str
    width: float
    array: str
    glyphs: tuple[tuple[int, float, float], ...]


class Face:
    """One weight of a font.

    `name` is its resource name in the PDF. `language` is that of most text
    in its script; `plain` are the characters whose glyphs stand for themselves wherever text
    is not kerned, so that long tables need not be shaped. Ligatures are off: they would only make searching harder.
    Raises FileNotFoundError if the font's package is broken.
    """

    def __init__(self, name: str, file: Path, weight: int, plain: str, language: str) -> None:
        self.name = name
        self.language = language
        self.weight = weight
        self._plain = plain
        self._face = hb.Face(hb.Blob.from_file_path(str(file)))
        self._font = hb.Font(self._face)
        self._font.set_variations({"wght": weight})
        self._scale = EM / self._face.upem
        covered = frozenset(self._face.unicodes)
        self.covers: frozenset[int] = covered - KHMER_BLOCKS if language == "en" else covered
        self._widths: dict[int, float] = {}
        self._texts: dict[int, str] = {}
        self._replacement = self._font.get_nominal_glyph(ord(REPLACEMENT)) or NOTDEF
        self._shaped: dict[tuple[str, bool], Shaped] = {}
        self._operators: dict[tuple[str, float], str] = {}

    @cached_property
    def _spelled(self) -> dict[int, str]:
        """The character for which each glyph stands, the first one where there are several."""
        return {self._font.get_nominal_glyph(point): chr(point) for point in sorted(self.covers, reverse=True)}

    @cached_property
    def codes(self) -> dict[int, str]:
        """The glyph of each plain character in hexadecimal, as a table for `str.translate`."""
        table = {}
        for character in self._plain:
            glyph = self._font.get_nominal_glyph(ord(character)) or NOTDEF
            self._use(glyph, character)
            table[ord(character)] = f"{glyph:04x}"
        return table

    @cached_property
    def advances(self) -> Mapping[str, float]:
        """The width of each plain character, in thousandths of the type size."""
        return {chr(point): self._widths[int(code, 16)] for point, code in self.codes.items()}

    def is_plain(self, text: str) -> bool:
        """Whether text has only characters that need no shaping where it is not kerned."""
        return bool(self._plain) and not text.strip(self._plain)

    def measure(self, text: str) -> float:
        """Return the width of plain text that is not kerned, in thousandths of the type size."""
        return sum(map(self.advances.__getitem__, text))

    def shape(self, text: str, *, kern: bool = True) -> Shaped:
        """Shape text of one script. Zero-width spaces are for breaking lines and are left out."""
        key = (text, kern)
        found = self._shaped.get(key)
        if found is None:
            if not kern and self.is_plain(text):
                found = Shaped(text, self.measure(text), f"<{text.translate(self.codes)}>", ())
            else:
                found = self._shape(text.replace(ZERO_WIDTH_SPACE, ""), kern)
            self._shaped[key] = found
        return found

    def operators(self, pieces: Sequence[Shaped], size: float) -> str:
        """Return the operators that show neighbouring pieces of which the array of at least one is empty.

        Their text stands beside the glyphs, which may be raised. Readers measure the gap to what comes before and after
        from the first and the last glyph, which in Khmer may be drawn further right or left; a glyph without width at
        either end keeps them from seeing spaces there.
        """
        stop = self._stop
        text = "".join(piece.text for piece in pieces).encode("utf-16-be").hex()
        shown = [self._drawn(piece, size) for piece in pieces if piece.glyphs or piece.array]
        ends = (f"{stop}Tj", f"0 Ts {stop}Tj") if stop else ("", "0 Ts")
        return f"/Span<</ActualText<feff{text}>>>BDC {ends[0]} {' '.join(shown)} {ends[1]} EMC"

    def _drawn(self, piece: Shaped, size: float) -> str:
        if piece.array:
            return f"0 Ts[{piece.array}]TJ"
        key = (piece.text, size)
        found = self._operators.get(key)
        if found is None:
            found = self._operators[key] = self._show(piece, size)
        return found

    def _shape(self, text: str, kern: bool) -> Shaped:
        if not text:
            return Shaped("", 0.0, "", ())
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.CHARACTERS
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "ltr"
        hb.shape(self._font, buffer, {"kern": kern, "liga": False, "clig": False})
        infos = buffer.glyph_infos
        ends = _cluster_ends([info.cluster for info in infos], len(text))
        pen = 0.0
        placed = []
        seen: set[int] = set()
        for info, position in zip(infos, buffer.glyph_positions, strict=True):
            cluster = info.cluster
            spelled = "" if cluster in seen else text[cluster : ends[cluster]]
            seen.add(cluster)
            glyph = info.codepoint or self._replacement
            self._use(glyph, spelled)
            advance = position.x_advance * self._scale if info.codepoint else self._widths[glyph]
            x, y = pen + position.x_offset * self._scale, position.y_offset * self._scale
            placed.append((cluster, glyph, x, y))
            pen += advance
        spells = len(placed) == len(text) and all(
            cluster == index and self._spelled.get(glyph) == text[index]
            for index, (cluster, glyph, _, _) in enumerate(placed)
        )
        placed.sort(key=lambda glyph: glyph[0])  # text order, so that a reader without ActualText gets it nearly right
        glyphs = tuple((glyph, x, y) for _, glyph, x, y in placed)
        plain = spells and not any(y for _, _, y in glyphs)
        return Shaped(text, pen, self._array(glyphs, pen) if plain else "", glyphs)

    def _use(self, glyph: int, spelled: str) -> None:
        if glyph not in self._widths:
            self._widths[glyph] = self._font.get_glyph_h_advance(glyph) * self._scale
        if glyph in self._spelled:
            self._texts[glyph] = self._spelled[glyph]
        elif spelled and (glyph not in self._texts or len(spelled) < len(self._texts[glyph])):
            self._texts[glyph] = spelled

    def _array(self, glyphs: tuple[tuple[int, float, float], ...], width: float) -> str:
        """Return the array of a TJ operator: glyphs, and the moves between them where they are not set solid."""
        parts: list[str] = []
        pen = 0.0
        hexadecimal = ""
        for glyph, x, _ in glyphs:
            if abs(pen - x) > 0.4:
                if hexadecimal:
                    parts.append(f"<{hexadecimal}>")
                    hexadecimal = ""
                parts.append(f"{pen - x:.0f}")
                pen = x
            hexadecimal += f"{glyph:04x}"
            pen += self._widths[glyph]
        if hexadecimal:
            parts.append(f"<{hexadecimal}>")
        if abs(pen - width) > 0.4:
            parts.append(f"{pen - width:.0f}")
        return "".join(parts)

    def _show(self, shaped: Shaped, size: float) -> str:
        # Some readers sort what is shown by where it begins: everything begins inside the piece, with a glyph without
        # width if its own glyphs stand outside.
        shows = []
        pen = 0.0
        for rise, glyphs in _same_rise(shaped.glyphs):
            moved = tuple((glyph, x - pen, y) for glyph, x, y in glyphs)
            last, x, _ = moved[-1]
            width = min(max(x + self._widths[last], -pen), shaped.width - pen)
            start = self._stop if abs(moved[0][1]) > 0.4 else ""
            shows.append(f"{rise * size / EM:.2f} Ts[{start}{self._array(moved, width)}]TJ")
            pen += width
        if abs(pen - shaped.width) > 0.4:
            shows.append(f"[{pen - shaped.width:.0f}]TJ")
        return " ".join(shows)

    @cached_property
    def _stop(self) -> str:
        """A glyph without width, where the face has one."""
        glyph = self._font.get_nominal_glyph(ord(ZERO_WIDTH_SPACE))
        if not glyph or self._font.get_glyph_h_advance(glyph):
            return ""
        self._use(glyph, ZERO_WIDTH_SPACE)
        return f"<{glyph:04x}>"

    def embed(self, document: pdfdoc.PDFDocument) -> None:
        """Put the glyphs that were used into the PDF, under the face's resource name."""
        if not self._widths:
            return
        name = pdfdoc.PDFName(self._subset_name())
        descendant = document.Reference(self._descendant(document, name), f"{self.name}-descendant")
        unicodes = document.Reference(_stream(self._to_unicode()), f"{self.name}-unicode")
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": name,
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([descendant]),
                "ToUnicode": unicodes,
            }
        )
        fonts = document.idToObject[pdfdoc.BasicFonts].dict
        fonts[self.name] = document.Reference(font, f"{self.name}-font")

    def _descendant(self, document: pdfdoc.PDFDocument, name: pdfdoc.PDFName) -> pdfdoc.PDFDictionary:
        system = {"Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("Identity"), "Supplement": 0}
        widths = [
            entry
            for glyph, width in sorted(self._widths.items())
            for entry in (glyph, pdfdoc.PDFArray([round(width, 2)]))
        ]
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": name,
                "CIDSystemInfo": pdfdoc.PDFDictionary(system),
                "FontDescriptor": document.Reference(self._descriptor(document, name), f"{self.name}-descriptor"),
                "DW": 0,
                "W": pdfdoc.PDFArray(widths),
                "CIDToGIDMap": pdfdoc.PDFName("Identity"),
            }
        )

    def _descriptor(self, document: pdfdoc.PDFDocument, name: pdfdoc.PDFName) -> pdfdoc.PDFDictionary:
        file = _stream(self._subset())
        file.dictionary["Length1"] = len(file.content)
        extents = self._font.get_font_extents("ltr")
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": name,
                "Flags": 4,  # symbolic: the glyphs are addressed by number
                "FontBBox": pdfdoc.PDFArray([-600, -600, 2000, 1400]),
                "ItalicAngle": 0,
                "Ascent": round(extents.ascender * self._scale),
                "Descent": round(extents.descender * self._scale),
                "CapHeight": 714,
                "StemV": 80 + (self.weight - 400) // 5,
                "FontFile2": document.Reference(file, f"{self.name}-file"),
            }
        )

    def _subset_name(self) -> str:
        family = self._face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or "Font"
        family = family.split("-")[0].replace(" ", "")
        tag = "".join(chr(ord("A") + (ord(letter) % 26)) for letter in f"{self.name:X<6}"[:6])
        return f"{tag}+{family}-{'Bold' if self.weight >= 600 else 'Regular'}"

    def _subset(self) -> bytes:
        wanted = hb.SubsetInput()
        wanted.glyph_set.update({*self._widths, NOTDEF})
        flags = hb.SubsetFlags
        wanted.flags = flags.RETAIN_GIDS | flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE
        for axis in self._face.axis_infos:
            wanted.pin_axis_location(self._face, axis.tag, self.weight if axis.tag == "wght" else axis.default_value)
        for tag in SUBSET_DROPS:
            wanted.drop_table_tag_set.add(int.from_bytes(tag.encode()))
        data: bytes = hb.subset(self._face, wanted).blob.data
        return data

    def _to_unicode(self) -> bytes:
        # A glyph that spells nothing of its own (the second half of a split vowel) is a zero-width space.
        entries = [
            f"<{glyph:04x}> <{(self._texts.get(glyph) or ZERO_WIDTH_SPACE).encode('utf-16-be').hex()}>"
            for glyph in sorted(self._widths)
        ]
        lines = [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <ffff> endcodespacerange",
        ]
        for start in range(0, len(entries), TOUNICODE_CHUNK):
            chunk = entries[start : start + TOUNICODE_CHUNK]
            lines += [f"{len(chunk)} beginbfchar", *chunk, "endbfchar"]
        lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
        return "\n".join(lines).encode("ascii")


class FontBook:
    """The faces of a document: for each weight a chain, of which the first that covers a character prints it.

    First come the faces of a theme, then those of the program for Latin and Khmer, then two for signs: arrows,
    mathematics, ticks and boxes.
    """

    def __init__(self, language: str = "en", files: FontFiles | None = None) -> None:
        self.language = language
        self.regular = _chain("Regular", 400, (files.text, files.khmer) if files else ())
        self.bold = _chain("Bold", BOLD, (files.text_bold, files.khmer_bold) if files else ())

    def embed(self, document: pdfdoc.PDFDocument) -> None:
        """Embed all that was used."""
        for face in (*self.regular, *self.bold):
            face.embed(document)


def _chain(name: str, weight: int, own: tuple[Path, ...]) -> tuple[Face, ...]:
    latin, khmer = fontpkg.path("Noto Sans"), fontpkg.path("Noto Sans Khmer")
    scripts = (("Latin", latin, PLAIN_LATIN, "en"), ("Khmer", khmer, PLAIN_KHMER, "km"))
    return (
        *(
            Face(f"Own{script}{name}", file, weight, plain, language)
            for file, (script, packaged, plain, language) in zip(own, scripts, strict=False)
            if file != packaged
        ),
        *(Face(f"{script}{name}", file, weight, plain, language) for script, file, plain, language in scripts),
        Face(f"Signs{name}", fontpkg.path("Source Sans 3"), weight, "", ""),
        Face(f"More{name}", fontpkg.path("Inter"), weight, "", ""),
    )


def _cluster_ends(starts: list[int], length: int) -> dict[int, int]:
    """Return where the text of each cluster ends: where the next one starts."""
    ordered = [*sorted(set(starts)), length]
    return dict(pairwise(ordered))


def _same_rise(
    glyphs: tuple[tuple[int, float, float], ...],
) -> Iterator[tuple[float, tuple[tuple[int, float, float], ...]]]:
    """Group neighbouring glyphs that stand at the same height."""
    start = 0
    for index in range(1, len(glyphs) + 1):
        if index == len(glyphs) or glyphs[index][2] != glyphs[start][2]:
            yield glyphs[start][2], glyphs[start:index]
            start = index


def _stream(content: bytes) -> pdfdoc.PDFStream:
    stream = pdfdoc.PDFStream(content=content)
    stream.filters = [pdfdoc.PDFZCompress]
    return stream
