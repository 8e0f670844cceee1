"""Reading a theme: what a file leaves out is as in the theme of the program."""

import tomllib
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, Final

import msgspec

from clesidra_desktop.documents.annexes.images import BrokenImageError, read_image
from clesidra_desktop.documents.blocks import Image
from clesidra_desktop.documents.theme.fonts import find_fonts
from clesidra_desktop.documents.theme.model import PLACEHOLDER, PLACEHOLDERS, Logo, Page, Size, Theme, ThemeFile
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.misfits import Misfit, from_validation
from clesidra_desktop.paths import resource

THEME_FILE: Final = "theme.toml"
MISFIT: Final = (
    "The theme {file} does not fit at {path}: found {found}, expected {expected}. Correct it there and try again."
)
HEADER_LINE: Final = 0.6
"""The part of the upper margin above the text of the header."""

LARGEST: Final = 50 * 1024**2
"""The most bytes of a logo."""

NARROWEST: Final = 80
"""The least width of the text, in millimetres."""

WIDTHS: Final = {"A4": (210, 297), "letter": (215.9, 279.4)}
"""Width and height of the sheets, in millimetres."""


def default_folder() -> Path:
    """Return the folder of the theme of the program."""
    return resource("themes/clesidra")


@cache
def default_theme() -> Theme:
    """Return the theme of the program."""
    return read_theme(default_folder())


def read_theme(path: Path) -> Theme:
    """Read a theme: its folder, or the theme.toml in it. What it does not say is as in the theme of the program.

    Raises UserError, which names the file, the key, what is there and what was expected.
    """
    file = path / THEME_FILE if path.is_dir() else path
    own = _tree(file)
    try:
        values = _values(_merged(_tree(default_folder() / THEME_FILE), own))
        _check(values)
        return Theme(values, find_fonts(values.fonts, file.parent), _logo(values.logo, file.parent))
    except Misfit as misfit:
        raise misfit.refusal(MISFIT, str(file)) from misfit


def _merged(below: object, own: object) -> object:
    """Return what a theme says, with its tables completed by those of the theme of the program."""
    if isinstance(below, dict) and isinstance(own, dict):
        return {**below, **{key: _merged(below.get(key), value) for key, value in own.items()}}
    return own


def _tree(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise UserError(
            "The theme {file} cannot be read: {reason}. A theme is a folder with a file theme.toml in it.",
            file=file,
            reason=error.strerror or error,
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UserError(
            "The theme {file} is not TOML in UTF-8: {reason}. Correct it there and try again.", file=file, reason=error
        ) from error


def _values(tree: object) -> ThemeFile:
    try:
        return msgspec.convert(tree, ThemeFile)
    except msgspec.ValidationError as error:
        misfit = from_validation(error, tree, msgspec.json.schema(ThemeFile))
        raise Misfit(misfit.path.removeprefix("$."), misfit.found, misfit.expected) from error


def _check(values: ThemeFile) -> None:
    """Raise Misfit for values that are good alone but not together."""
    _check_page(values.page)
    for name in values.sizes.__struct_fields__:
        one = getattr(values.sizes, name)
        if isinstance(one, Size) and one.leading < one.size:
            raise Misfit(f"sizes.{name}.leading", f"{one.leading:g}", f"not less than the size, {one.size:g}")
    room = values.page.top * HEADER_LINE - 3
    if values.logo.file and values.logo.header_height > room:
        expected = f"at most {room:.0f}, or a larger page.top"
        raise Misfit("logo.header_height", f"{values.logo.header_height:g}", expected)
    for name, line in (("header", values.header), ("footer", values.footer)):
        for side in ("left", "centre", "right"):
            _check_placeholders(f"{name}.{side}", getattr(line, side))


def _check_page(page: Page) -> None:
    width, height = WIDTHS[page.size]
    for side, long in (("side", width), ("landscape_side", height)):
        margin = getattr(page, side)
        if long - 2 * margin < NARROWEST:
            raise Misfit(f"page.{side}", f"{margin:g}", f"at most {(long - NARROWEST) / 2:.0f} on this sheet")
    if width - page.top - page.bottom < NARROWEST:
        raise Misfit("page.bottom", f"{page.bottom:g}", "less, so that there is room for text on a turned page")


def _check_placeholders(place: str, text: str) -> None:
    for name in PLACEHOLDER.findall(text):
        if name not in PLACEHOLDERS:
            near = get_close_matches(name, PLACEHOLDERS, n=1)
            hint = f"{{{near[0]}}}, or another of" if near else "one of"
            known = ", ".join(f"{{{one}}}" for one in PLACEHOLDERS)
            raise Misfit(place, f"{{{name}}}, which is not known", f"{hint} {known}")


def _logo(logo: Logo, folder: Path) -> Image | None:
    if not logo.file:
        return None
    path = folder / logo.file
    expected = "a PNG or JPEG file beside theme.toml"
    if not logo.alt.strip():
        raise Misfit("logo.alt", "nothing", "what the logo shows, for readers who cannot see it")
    try:
        if path.stat().st_size > LARGEST:
            raise Misfit("logo.file", f'"{logo.file}", which is very large', f"at most {LARGEST // 1024**2} MB")
        return read_image(path.read_bytes())
    except (OSError, BrokenImageError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise Misfit("logo.file", f'"{logo.file}", which cannot be read ({reason})', expected) from error
