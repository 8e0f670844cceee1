"""Pictures as documents can take them: upright, in sRGB or grey, without what cameras write beside them."""

import io
import warnings
from itertools import islice

from PIL import Image as Pillow
from PIL import ImageCms, ImageOps, ImageSequence, UnidentifiedImageError

from clesidra_desktop.documents.blocks import Image

LONGEST_SIDE = 4000
"""Pixels; more than a printed page can show."""

MOST_SHEETS = 500
"""Sheets of one TIFF that are read: more than anybody scans into one."""

QUALITY = 90
SRGB = ImageCms.createProfile("sRGB")


class BrokenImageError(ValueError):
    """What was to be a picture is none, is cut off or is far too large."""


def read_image(content: bytes) -> Image:
    """Return a picture. A JPEG that fits is taken as it is, but for what the camera wrote about place and time.

    Raises BrokenImageError.
    """
    return read_images(content, most=1)[0]


def read_images(content: bytes, most: int = MOST_SHEETS) -> tuple[Image, ...]:
    """Return the picture of a file, or all sheets of a scan in one TIFF; see `read_image`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Pillow.DecompressionBombWarning)
            with Pillow.open(io.BytesIO(content)) as opened:
                sheets = ImageSequence.Iterator(opened) if opened.format == "TIFF" else (opened,)
                return tuple(_loaded(sheet) for sheet in islice(sheets, most))
    except (
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
        Pillow.DecompressionBombError,
        Pillow.DecompressionBombWarning,
    ) as error:
        raise BrokenImageError(str(error)) from error


def _loaded(opened: Pillow.Image) -> Image:
    opened.load()
    return _fitted(opened)


def _fitted(opened: Pillow.Image) -> Image:
    kind = opened.format
    made = ImageOps.exif_transpose(opened)
    alpha = made.convert("RGBA").getchannel("A") if made.has_transparency_data else None
    colours = _in_srgb(made, opened.info.get("icc_profile"))
    if alpha and alpha.getextrema() != (255, 255):
        colours.putalpha(alpha)
    colours.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    if kind == "JPEG":
        return as_jpeg(colours, QUALITY)
    written = io.BytesIO()
    colours.save(written, "PNG")
    return Image(written.getvalue(), "image/png", colours.width, colours.height)


def as_jpeg(picture: Pillow.Image, quality: int) -> Image:
    """Return a picture without transparency as a JPEG."""
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=quality)
    return Image(written.getvalue(), "image/jpeg", picture.width, picture.height)


def _in_srgb(picture: Pillow.Image, profile: bytes | None) -> Pillow.Image:
    """Return the colours of a picture in sRGB, or in grey if it has no others."""
    if picture.mode in {"1", "L", "LA", "I", "I;16", "F"}:
        if picture.mode in {"I", "I;16"}:  # sixteen bits of grey
            return picture.convert("I").point(lambda value: value / 257).convert("L")
        return picture.convert("L")
    if profile and picture.mode in {"RGB", "CMYK"}:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            turned = ImageCms.profileToProfile(picture, source, SRGB, outputMode="RGB")
        except ImageCms.PyCMSError:  # a broken profile says nothing about the colours
            return picture.convert("RGB")
        return turned or picture.convert("RGB")
    return picture.convert("RGB")
