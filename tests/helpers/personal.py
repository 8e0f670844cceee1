"""A workshop full of personal data that cannot stand in a document by chance, and a search that finds it anywhere."""

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf

from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.outline import Node
from clesidra_desktop.domain.workshop import Flag, Workshop
from clesidra_desktop.exchange.workshop_file import Enclosure, EnclosureInMemory
from tests.helpers import builders as make
from tests.helpers.documents import pdf_text, squeezed

PHONES = ("0977314682", "០៩៧៦២៥១៩៣៧", "+855663928")
EMAILS = ("qz@wzx.kh", "xw@qqj.kh", "vq@zzw.kh")
AGE_GROUP = "Zq-47-Jx"
BIRTH_YEAR, AGE = "1899", "127"
"""A year and the age that it gives in the year of the workshop; neither is near any other number of a document."""

SIGNATURES = ("signatures/zqwv1.png", "signatures/zqwv2.png", "signatures/zqwv3.png")
SIGNATURE = b"\x89PNG zqwv-signature-zqwv"
EXTENSION = "zqwv-kept-by-another-program"
PHOTO = b"zqwv-photo-of-those-present"


def full_of_personal_data() -> Workshop:
    """Return a workshop in which every attendant has everything."""
    rows = zip(PHONES, EMAILS, SIGNATURES, Flag, strict=True)
    people = tuple(
        make.attendant(
            number,
            phone=phone,
            email=email,
            signature=signature,
            flags=(flag,),
            birth_year=int(BIRTH_YEAR) if number < 3 else None,
            age_group=AGE_GROUP if number == 3 else "",
            consent=number != 2,
            extensions={"x-note": EXTENSION},
        )
        for number, (phone, email, signature, flag) in enumerate(rows, start=1)
    )
    notes = (Node("A note", children=(Node("Below it", extensions={"x-note": EXTENSION}),)),)
    return make.workshop(
        attendants=people,
        groups=(make.group("s1", 1, 2, 3),),
        agenda=(make.item(notes=notes, annex="slides"),),
        extensions={"x-note": EXTENSION},
    )


def files() -> dict[str, Enclosure]:
    """Return the files of that workshop: its annex, the signatures, and a photo that nothing names."""
    contents = {"annexes/slides.pdf": b"%PDF-1.4 slides", "photos/all.jpg": PHOTO} | dict.fromkeys(
        SIGNATURES, SIGNATURE
    )
    return {path: EnclosureInMemory(content) for path, content in contents.items()}


def printed(language: Language) -> frozenset[str]:
    """Return the personal data that the full minutes print."""
    labels = Labels(language)
    return frozenset((*PHONES, *EMAILS, AGE_GROUP, AGE, *(labels(f"flag_{flag}") for flag in Flag)))


def secrets(language: Language) -> frozenset[str]:
    """Return everything that no public document may hold, in the form in which a document would hold it."""
    kept = (BIRTH_YEAR, *SIGNATURES, EXTENSION, "zqwv", *Flag)
    return printed(language) | frozenset(map(str, kept))


def found(content: bytes, sought: Iterable[str]) -> set[str]:
    """Return which of the texts stand anywhere in a file: in any part, stream, string, attachment or name of it."""
    blobs = list(_blobs(content))
    texts = [_plain(text) for blob in blobs for text in _readings(blob)]
    return {text for text in sought if _stands_in(text, texts, blobs)}


def _stands_in(text: str, texts: list[str], blobs: list[bytes]) -> bool:
    sought = _plain(text)
    if sought.isdecimal() and len(sought) < 5:
        return any(re.search(rf"(?<![\d.]){sought}(?![\d.])", whole) for whole in texts)
    if any(squeezed(sought) in squeezed(whole) for whole in texts):
        return True
    coded = [text.encode(), text.encode("utf-16-be")]
    coded += [form for one in coded for form in (one.hex().encode(), one.hex().upper().encode())]
    return any(one in blob for one in coded for blob in blobs)


def _plain(text: str) -> str:
    """Return a text with European digits."""
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)


def _readings(blob: bytes) -> Iterator[str]:
    """Yield what a person would read in a part: its text without the tags, where it is text."""
    if blob.startswith((b"{", b"<", b"\xef\xbb\xbf", b"TEXT ")):
        yield re.sub("<[^>]*>", " ", blob.decode(errors="replace"))


def _blobs(content: bytes) -> Iterator[bytes]:
    yield content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield b"TEXT " + name.encode()
                yield from _blobs(archive.read(name))
    elif content.startswith(b"%PDF") and b"startxref" in content:
        yield b"TEXT " + pdf_text(content).encode()
        with pikepdf.open(io.BytesIO(content)) as pdf:
            for one in (*pdf.objects, pdf.trailer):
                yield from _parts(one)


def _parts(one: Any) -> Iterator[bytes]:
    """Yield the strings of an object and its stream, decoded where that is possible."""
    if isinstance(one, pikepdf.Stream):
        try:
            yield from _blobs(one.read_bytes())
        except pikepdf.PdfError:
            yield one.read_raw_bytes()
    if isinstance(one, pikepdf.String):
        yield b"TEXT " + str(one).encode(errors="replace")
    elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        yield from (part for key in one.keys() for part in _direct(one.get(key)))  # noqa: SIM118 - it is no mapping
    elif isinstance(one, pikepdf.Array):
        yield from (part for below in one for part in _direct(below))


def _direct(below: Any) -> Iterator[bytes]:
    if isinstance(below, pikepdf.Object) and not below.is_indirect:
        yield from _parts(below)
