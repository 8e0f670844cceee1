"""A theme as it stands in theme.toml: every key, what it may hold, and what a refusal says was expected."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final, Literal, TypeAlias

from msgspec import Meta, Struct

from clesidra_desktop.documents.blocks import FIELDS, Image

PLACEHOLDERS: Final = (*FIELDS, "page", "pages", "page_label")
"""What may stand in braces in a header or a footer."""

PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")

Colour: TypeAlias = Annotated[str, Meta(pattern="^#[0-9A-Fa-f]{6}$", description="a colour such as #1f4e4a")]
Margin: TypeAlias = Annotated[float, Meta(ge=5, le=80, description="5 to 80 millimetres")]
Text: TypeAlias = Annotated[str, Meta(max_length=500, description="text in quotes")]
Texts: TypeAlias = Annotated[list[Text], Meta(max_length=6, description="at most 6 texts in brackets")]
Switch: TypeAlias = Annotated[bool, Meta(description="true or false")]


class Strict(Struct, forbid_unknown_fields=True):
    """A table of the file; a key that it does not know is refused."""


class Page(Strict):
    """The sheet and its margins, in millimetres."""

    size: Annotated[Literal["A4", "letter"], Meta(description='"A4" or "letter"')]
    top: Margin
    bottom: Margin
    side: Margin
    landscape_side: Margin


class Colours(Strict):
    """Colours by what they are for."""

    text: Colour
    accent: Colour
    quiet: Colour
    missing: Colour
    line: Colour
    rule: Colour
    shade: Colour
    bar: Colour


class Fonts(Strict):
    """Names of fonts that the program brings, or files beside theme.toml."""

    text: Text
    text_bold: Text
    khmer: Text
    khmer_bold: Text


class Size(Strict):
    """Type size and the distance of lines, in points."""

    size: Annotated[float, Meta(ge=5, le=72, description="5 to 72 points")]
    leading: Annotated[float, Meta(ge=5, le=120, description="5 to 120 points")]


class Sizes(Strict):
    """Sizes by what they are for."""

    cover_title: Size
    title: Size
    heading_1: Size
    heading_2: Size
    heading_3: Size
    heading_4: Size
    body: Size
    lead: Size
    byline: Size
    note: Size
    key: Size
    value: Size
    contents: Size
    cell: Size
    chart: Size
    furniture: Size
    lines: Size
    khmer_leading: Annotated[float, Meta(ge=1, le=2, description="a number from 1 to 2")]


class Logo(Strict):
    """The picture of the office; no file, no logo. Heights in millimetres, the second of them on later pages."""

    file: Text
    alt: Text
    height: Annotated[float, Meta(ge=3, le=80, description="3 to 80 millimetres")]
    header_height: Annotated[float, Meta(ge=0, le=40, description="0 to 40 millimetres")]
    header_side: Annotated[Literal["left", "right"], Meta(description='"left" or "right"')]


class Line(Strict):
    """The texts of a header or a footer."""

    left: Text
    centre: Text
    right: Text
    rule: Switch


class FirstPage(Strict):
    """What the first page is, and the lines at its top in English and Khmer."""

    kind: Annotated[Literal["title", "cover"], Meta(description='"title" or "cover"')]
    align: Annotated[Literal["left", "centre", "right"], Meta(description='"left", "centre" or "right"')]
    lines_en: Texts
    lines_km: Texts
    rule: Switch


class ThemeFile(Strict):
    """The whole file."""

    page: Page
    colours: Colours
    fonts: Fonts
    sizes: Sizes
    logo: Logo
    header: Line
    footer: Line
    first_page: FirstPage


@dataclass(frozen=True, slots=True)
class FontFiles:
    """The files of the four faces in which text is set."""

    text: Path
    text_bold: Path
    khmer: Path
    khmer_bold: Path


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme that was read and can be used: what stands in its file, the files of its fonts, its logo."""

    values: ThemeFile
    fonts: FontFiles
    logo: Image | None
