"""What on a page of a PDF an archive does not take (ISO 19005-3), found by looking at everything that the page uses.

What is found is grouped as a person would name it. A page with such a fault is printed as a picture of itself.
"""

import io
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import pikepdf
from PIL import ImageCms


class Fault(StrEnum):
    """Why a page cannot be taken over as it is; with letters that are not known, it can, but claims less."""

    FONTS = "fonts"
    COLOURS = "colours"
    LAYERS = "layers"
    FEATURES = "features"
    LETTERS = "letters"


PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
PRINTER_COLOURS = re.compile(rb"(?<![^\s\]>)/])[kK](?![^\s\[<(/])")
"""The operators that set a colour of a printer (CMYK), or something in a text that looks like one."""

INLINE_IMAGE = re.compile(rb"(?<![^\s])BI\s")
SMOOTHED = re.compile(rb"/(?:I|Interpolate)\s+true\b")
SAVED = re.compile(rb"(?<![^\s\]>)])[qQ](?![^\s\[<(/])")
DEEPEST = 26
"""How often states may be saved one inside the other (28, ISO 19005-3, 6.1.13), less what stands around a page."""

PROFILES = {"GRAY": 1, "RGB": 3}
PROFILE_KINDS = {"scnr", "mntr", "prtr", "spac"}
NEWEST_PROFILE = 5
"""Profiles below this version, of these kinds and with as many colours as stated (6.2.4.2)."""

SYMBOLIC = 4
NO_FILTERS = {"/LZWDecode", "/JPXDecode", "/Crypt"}
"""Not allowed, or (JPEG 2000) only within bounds that would have to be checked in the picture itself."""

BLEND_MODES = {
    "/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten", "/ColorDodge", "/ColorBurn",
    "/HardLight", "/SoftLight", "/Difference", "/Exclusion", "/Hue", "/Saturation", "/Color", "/Luminosity",
}  # fmt: skip
PROCESS_COLOURS = {"/Cyan", "/Magenta", "/Yellow", "/Black", "/None"}
IDENTITIES = {"/Identity-H", "/Identity-V"}
STANDARD_ENCODINGS = {"/WinAnsiEncoding", "/MacRomanEncoding", "/MacExpertEncoding"}


class Inspector:
    """Looks at the pages of one PDF; what several of them share is looked at once."""

    def __init__(self) -> None:
        self._seen: dict[tuple[int, int], frozenset[Fault]] = {}

    def faults(self, page: pikepdf.Page) -> frozenset[Fault]:
        """Return the faults of a page."""
        found = {*self._content(page.Contents if "/Contents" in page else None)}
        found |= self._resources(page.get("/Resources"))
        if group := page.get("/Group"):
            found |= set(_space(group.get("/CS")))
        return frozenset(found)

    def _resources(self, resources: Any) -> set[Fault]:
        found: set[Fault] = set()
        if not isinstance(resources, pikepdf.Dictionary):
            return found
        for kind, look in (
            ("/Font", self._font),
            ("/XObject", self._object),
            ("/Pattern", self._pattern),
            ("/ExtGState", self._state),
            ("/Shading", self._shading),
            ("/ColorSpace", lambda space: set(_space(space))),
        ):
            for one in _values(resources.get(kind)):
                found |= self._once(one, look)
        return found

    def _once(self, one: Any, look: Any) -> frozenset[Fault]:
        key = one.objgen
        if key == (0, 0):
            return frozenset(look(one))
        if key not in self._seen:
            self._seen[key] = frozenset()  # what contains itself is not looked at again
            self._seen[key] = frozenset(look(one))
        return self._seen[key]

    def _content(self, content: Any) -> set[Fault]:
        found: set[Fault] = set()
        parts = list(content) if isinstance(content, pikepdf.Array) else [content] if content is not None else []
        for part in parts:
            text = part.read_bytes()
            if PRINTER_COLOURS.search(text) and _sets_printer_colours(part):
                found.add(Fault.COLOURS)
            if INLINE_IMAGE.search(text):
                if re.search(rb"/(CMYK|DeviceCMYK|LZW|LZWDecode)\b", text):
                    found.add(Fault.COLOURS)
                if SMOOTHED.search(text):
                    found.add(Fault.FEATURES)
            if _depth(text) > DEEPEST:
                found.add(Fault.FEATURES)
        return found

    def _font(self, font: Any) -> set[Fault]:
        base, found = font, set[Fault]()
        match font.get("/Subtype"):
            case "/Type3":
                for one in _values(font.get("/CharProcs")):
                    found |= self._content(one)
                return found | self._resources(font.get("/Resources")) | _letters(font)
            case "/Type0":
                base = font.DescendantFonts[0]
                if isinstance(font.get("/Encoding"), pikepdf.Name) and font.Encoding not in IDENTITIES:
                    found.add(Fault.FONTS)
                if base.get("/Subtype") == "/CIDFontType2" and "/CIDToGIDMap" not in base:
                    found.add(Fault.FONTS)
                found |= _letters(font)
            case kind:
                encoding = font.get("/Encoding")
                if not isinstance(encoding, pikepdf.Name) or encoding not in STANDARD_ENCODINGS:
                    found |= _letters(font)
                if kind == "/TrueType" and not _is_encoded(font):
                    found.add(Fault.FEATURES)
        descriptor = base.get("/FontDescriptor")
        if descriptor is None or not any(one in descriptor for one in PROGRAMS):
            found.add(Fault.FONTS)
        return found

    def _object(self, one: Any) -> set[Fault]:
        found = set(_stream(one))
        if "/OC" in one:
            found.add(Fault.LAYERS)
        match one.get("/Subtype"):
            case "/Image":
                found |= set(_space(one.get("/ColorSpace")))
                if "/Alternates" in one or "/OPI" in one:
                    found.add(Fault.FEATURES)
                if mask := one.get("/SMask"):
                    found |= set(_stream(mask))
            case "/Form":
                found |= self._content(one) | self._resources(one.get("/Resources"))
                if group := one.get("/Group"):
                    found |= set(_space(group.get("/CS")))
                if "/Ref" in one or "/OPI" in one or "/PS" in one:
                    found.add(Fault.FEATURES)
            case _:
                found.add(Fault.FEATURES)
        return found

    def _pattern(self, pattern: Any) -> set[Fault]:
        if "/Shading" in pattern:
            return self._shading(pattern.Shading)
        return self._content(pattern) | self._resources(pattern.get("/Resources"))

    def _shading(self, shading: Any) -> set[Fault]:
        return set(_space(shading.get("/ColorSpace")))

    def _state(self, state: Any) -> set[Fault]:
        found: set[Fault] = set()
        mode = state.get("/BM")
        modes = list(mode) if isinstance(mode, pikepdf.Array) else [mode] if mode is not None else []
        if any(one not in BLEND_MODES for one in modes) or "/TR" in state or "/HTP" in state:
            found.add(Fault.FEATURES)
        if "/TR2" in state and state.TR2 != "/Default":
            found.add(Fault.FEATURES)
        mask = state.get("/SMask")
        if isinstance(mask, pikepdf.Dictionary) and "/G" in mask:
            found |= self._once(mask.G, self._object)
        if entry := state.get("/Font"):
            found |= self._once(entry[0], self._font)
        return found


def _letters(font: Any) -> set[Fault]:
    """Find out whether a font says which letters its glyphs are."""
    return set() if "/ToUnicode" in font else {Fault.LETTERS}


def _is_encoded(font: Any) -> bool:
    """Whether a TrueType font says which glyphs it means: by its own table, or by one of two lists (6.2.11.6)."""
    encoding = font.get("/Encoding")
    if int(font.get("/FontDescriptor", {}).get("/Flags", 0)) & SYMBOLIC:
        return encoding is None
    base = encoding.get("/BaseEncoding") if isinstance(encoding, pikepdf.Dictionary) else encoding
    return isinstance(base, pikepdf.Name) and base in {"/WinAnsiEncoding", "/MacRomanEncoding"}


def _depth(text: bytes) -> int:
    """Return how often states are saved one inside the other, or what looks like it."""
    depth = deepest = 0
    if text.count(b"q") > DEEPEST:
        for found in SAVED.finditer(text):
            depth += 1 if found[0] == b"q" else -1
            deepest = max(deepest, depth)
    return deepest


def _is_profile(stream: Any) -> bool:
    """Whether a stream is a colour profile that says as much as the file says of it."""
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(stream.read_bytes())).profile
    except (OSError, ImageCms.PyCMSError):
        return False
    return (
        PROFILES.get(profile.xcolor_space.strip()) == stream.get("/N")
        and profile.device_class.strip() in PROFILE_KINDS
        and profile.version < NEWEST_PROFILE
    )


def _values(one: Any) -> Iterator[Any]:
    if isinstance(one, pikepdf.Dictionary):
        yield from (value for value in one.values() if isinstance(value, pikepdf.Object))


def _stream(one: Any) -> Iterator[Fault]:
    filters = one.get("/Filter")
    names = list(filters) if isinstance(filters, pikepdf.Array) else [filters] if filters is not None else []
    if any(name in NO_FILTERS for name in names) or "/F" in one:
        yield Fault.FEATURES


def _space(space: Any) -> Iterator[Fault]:
    """Find colours that only a printer has, in a colour space or below it."""
    if space is None:
        return
    if isinstance(space, pikepdf.Name):
        if space == "/DeviceCMYK":
            yield Fault.COLOURS
        return
    if not isinstance(space, pikepdf.Array) or len(space) == 0:
        return
    match space[0]:
        case "/ICCBased":
            if space[1].get("/N") not in {1, 3}:
                yield Fault.COLOURS
            elif not _is_profile(space[1]):
                yield Fault.FEATURES
        case "/Indexed" | "/Pattern":
            yield from _space(space[1]) if len(space) > 1 else ()
        case "/Separation":
            yield from _space(space[2])
        case "/DeviceN":
            yield from _space(space[2])
            named: Any = space[4].get("/Colorants", {}) if len(space) > 4 else {}
            if any(one not in named for one in space[1] if one not in PROCESS_COLOURS):
                yield Fault.FEATURES  # each spot colour is to be described (6.2.4.4)
        case "/DeviceCMYK":
            yield Fault.COLOURS


def _sets_printer_colours(content: Any) -> bool:
    try:
        return any(str(one.operator) in {"k", "K"} for one in pikepdf.parse_content_stream(content, "k K"))
    except pikepdf.PdfParsingError:  # what cannot be read is not trusted
        return True
