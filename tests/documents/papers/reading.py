"""Ways to read what is printed on papers."""

import re
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TypeAlias
from xml.etree import ElementTree as ET

import pikepdf
from PIL import Image

from clesidra_desktop.domain.workshop import Workshop
from tests.helpers.documents import pdf_pages, pdf_text, squeezed

XHTML = "{http://www.w3.org/1999/xhtml}"

Writer: TypeAlias = Callable[..., bytes]


def page_texts(pdf: bytes) -> list[str]:
    """Return the text of each page, with a space between words wherever they stand."""
    return [" ".join(page.split()) for page in pdf_text(pdf).split("\f")[:-1]]


def comparable(text: str) -> str:
    """Return a text without its spaces, and without Arabic and brackets, which poppler puts in an order of its own."""
    return re.sub("[\u0590-\u08ff()]+", "", squeezed(text))


def words(pdf: bytes) -> list[list[tuple[str, float, float, float, float]]]:
    """Return the words of each page with the left, top, right and bottom edge of each, in points."""
    done = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    text = re.sub("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", done.stdout.decode(errors="replace"))
    return [
        [
            (word.text or "", *(float(word.attrib[edge]) for edge in ("xMin", "yMin", "xMax", "yMax")))  # type: ignore[misc]
            for word in page.iter(f"{XHTML}word")
        ]
        for page in ET.fromstring(text).iter(f"{XHTML}page")  # noqa: S314 - our own
    ]


def contents(pdf: bytes) -> list[str]:
    """Return the operators of each page."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [page.Contents.read_bytes().decode("latin-1") for page in opened.pages]


def rendered(pdf: bytes, folder: Path, *, dpi: int) -> list[Image.Image]:
    """Return the pages in shades of grey."""
    pages = []
    for path in pdf_pages(pdf, folder, dpi=dpi):
        with Image.open(path) as page:
            pages.append(page.convert("L"))
    return pages


def every_name(workshop: Workshop) -> list[str]:
    """Return all names of the attendants."""
    return [name for one in workshop.attendants for name in (one.name, one.name_km) if name]
