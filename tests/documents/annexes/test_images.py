"""Pictures are upright, in plain colours, and say nothing of where they were taken."""

import io

import pytest
from PIL import Image as Pillow

from clesidra_desktop.documents.annexes.images import LONGEST_SIDE, BrokenImageError, read_image, read_images
from clesidra_desktop.documents.blocks import Image
from tests.helpers import annex_files as make


def opened(image: Image) -> Pillow.Image:
    return Pillow.open(io.BytesIO(image.content))


def encoded(picture: Pillow.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


CORNERS = {1: (2, 2), 2: (57, 2), 3: (57, 37), 4: (2, 37), 5: (2, 2), 6: (37, 2), 7: (37, 57), 8: (2, 57)}
"""Where the upper left corner of the stored picture is seen, by the orientation that the camera noted."""


@pytest.mark.parametrize("orientation", CORNERS)
def test_photos_are_turned_upright(orientation: int) -> None:
    image = read_image(make.photo(orientation))
    assert (image.width, image.height) == ((60, 40) if orientation < 5 else (40, 60))
    red, green, _ = opened(image).convert("RGB").getpixel(CORNERS[orientation])
    assert red > 200
    assert green < 80


def test_nothing_is_said_of_where_a_photo_was_taken() -> None:
    content = make.photo(6)
    assert b"Exif" in content
    image = read_image(content)
    assert b"Exif" not in image.content
    assert not opened(image).getexif()


@pytest.mark.parametrize(
    ("picture", "kind", "mode", "media_type"),
    [
        (Pillow.new("CMYK", (4, 4), (0, 255, 255, 0)), "JPEG", "RGB", "image/jpeg"),
        (Pillow.new("L", (4, 4), 90), "JPEG", "L", "image/jpeg"),
        (Pillow.new("P", (4, 4)), "PNG", "RGB", "image/png"),
        (Pillow.new("I;16", (4, 4), 30000), "PNG", "L", "image/png"),
        (Pillow.new("RGBA", (4, 4), (1, 2, 3, 90)), "PNG", "RGBA", "image/png"),
        (Pillow.new("RGBA", (4, 4), (1, 2, 3, 255)), "PNG", "RGB", "image/png"),
        (Pillow.new("RGB", (4, 4)), "TIFF", "RGB", "image/png"),
        (Pillow.new("RGB", (4, 4)), "BMP", "RGB", "image/png"),
    ],
)
def test_every_kind_becomes_one_that_documents_take(
    picture: Pillow.Image, kind: str, mode: str, media_type: str
) -> None:
    image = read_image(encoded(picture, kind))
    assert (opened(image).mode, image.media_type) == (mode, media_type)
    assert (image.width, image.height) == (4, 4)


def test_sixteen_bits_of_grey_keep_their_brightness() -> None:
    image = read_image(encoded(Pillow.new("I;16", (4, 4), 257 * 200), "PNG"))
    assert opened(image).getpixel((1, 1)) == pytest.approx(200, abs=1)


def test_huge_pictures_are_made_smaller() -> None:
    image = read_image(encoded(Pillow.new("L", (LONGEST_SIDE * 2, 10)), "PNG"))
    assert (image.width, image.height) == (LONGEST_SIDE, 5)


@pytest.mark.parametrize(
    "content",
    [b"", b"no picture", make.photo()[:200], b"\x89PNG\r\n\x1a\nno more"],
    ids=["empty", "text", "cut", "png"],
)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(BrokenImageError):
        read_image(content)


def test_a_picture_that_would_fill_the_memory_is_refused() -> None:
    bomb = bytearray(encoded(Pillow.new("L", (1, 1)), "BMP"))
    bomb[18:26] = (60_000).to_bytes(4, "little") * 2
    with pytest.raises(BrokenImageError):
        read_image(bytes(bomb))


def test_all_sheets_of_a_scan_are_read() -> None:
    sheets = [Pillow.new("RGB", (30, 40), colour) for colour in ("red", "green", "blue")]
    scan = encoded(sheets[0], "TIFF", save_all=True, append_images=sheets[1:])

    colours = [opened(image).convert("RGB").getpixel((5, 5)) for image in read_images(scan)]

    assert colours == [(255, 0, 0), (0, 128, 0), (0, 0, 255)]
    assert len(read_images(encoded(sheets[0], "PNG"))) == 1
