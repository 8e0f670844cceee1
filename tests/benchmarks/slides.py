"""Puts a hundred megabytes of slides behind the minutes, in a process of its own, and prints what it took, as JSON.

    python -m tests.benchmarks.slides build|write|merge|minutes FOLDER

`build` makes the slides: two hundred pages with a photo each; `write` makes five hundred pages of text instead. `merge`
puts them behind minutes that are there, with pikepdf and nothing else; `minutes` makes minutes with them as an annex.
`cpu` are seconds of processor time after imports, `rss` is the peak memory of the process in MB, `bytes` the size of
the file.
"""

import io
import json
import random
import sys
import time
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
from PIL import Image

from clesidra_desktop.documents.annexes.model import NO_ANNEXES
from clesidra_desktop.documents.annexes.prepare import prepare_annexes
from clesidra_desktop.documents.blocks import Document, Heading, Paragraph, Section
from clesidra_desktop.documents.compose import compose_minutes
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.documents.pdf import save_pdf
from clesidra_desktop.domain.language import Language
from clesidra_desktop.exchange.workshop_file.reading import read_workshop_file
from clesidra_desktop.paths import resource as sample
from tests.benchmarks.memory import peak_megabytes

CREATED = datetime(2026, 3, 18, tzinfo=UTC)
PAGES = 200
PHOTOS = 20
SIDE = 760
"""Pixels of a photo's side: noise of this size takes half a megabyte as a JPEG."""

IMAGE = {
    "/Type": pikepdf.Name.XObject,
    "/Subtype": pikepdf.Name.Image,
    "/Width": SIDE,
    "/Height": SIDE,
    "/ColorSpace": pikepdf.Name.DeviceRGB,
    "/BitsPerComponent": 8,
    "/Filter": pikepdf.Name.DCTDecode,
}


def build(folder: Path) -> None:
    """Write the slides, and minutes to put them behind. Every page has an image object of its own."""
    chance = random.Random(1)  # noqa: S311 - not for secrets
    photos = []
    for _ in range(PHOTOS):
        stream = io.BytesIO()
        Image.frombytes("RGB", (SIDE, SIDE), chance.randbytes(3 * SIDE * SIDE)).save(stream, "JPEG", quality=88)
        photos.append(stream.getvalue())
    with pikepdf.new() as pdf:
        for number in range(PAGES):
            page = pdf.add_blank_page(page_size=(960, 540))
            image = pdf.make_stream(photos[number % PHOTOS], IMAGE)
            page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=image))
            page.obj.Contents = pdf.make_stream(b"q 960 0 0 540 0 0 cm /P Do Q")
        pdf.save(folder / "slides.pdf")
    minutes(folder, "plain.pdf", slides=False)


def write(folder: Path) -> None:
    """Write pages of text in the place of the slides, and minutes to put them behind."""
    paragraph = Paragraph("The well at Kok Lak gives water to forty households and to the school. " * 20)
    sections = tuple(Section((Heading(1, f"Page {number}", number), paragraph)) for number in range(1, 501))
    with (folder / "slides.pdf").open("wb") as stream:
        save_pdf(Document("en", "Pages", sections), stream, created=CREATED)
    minutes(folder, "plain.pdf", slides=False)


def merge(folder: Path) -> None:
    """Put the slides behind the minutes as pikepdf does it."""
    with pikepdf.open(folder / "plain.pdf") as pdf, pikepdf.open(folder / "slides.pdf") as slides:
        pdf.pages.extend(slides.pages)
        pdf.save(folder / "made.pdf")


def minutes(folder: Path, name: str = "made.pdf", *, slides: bool = True) -> None:
    """Make the minutes of the sample workshop, with the slides as their annex."""
    workshop = read_workshop_file(sample("samples/ratanakiri/workshop.json")).workshop
    with ExitStack() as stack:
        annexes = NO_ANNEXES
        if slides:
            annexes = prepare_annexes({workshop.annexes[-1].file: folder / "slides.pdf"}, folder)
            for annex in annexes.values():
                if annex.pdf:
                    stack.enter_context(annex.pdf)
        document = compose_minutes(workshop, Labels(Language.ENGLISH), annexes)
        with (folder / name).open("w+b") as stream:
            save_pdf(document, stream, created=CREATED, annexes=annexes)


if __name__ == "__main__":
    work = Path(sys.argv[2])
    started = time.process_time()
    {"build": build, "write": write, "merge": merge, "minutes": minutes}[sys.argv[1]](work)
    cpu = time.process_time() - started
    peak = peak_megabytes()
    size = sum(path.stat().st_size for path in work.glob("*.pdf") if path.name in {"made.pdf", "slides.pdf"})
    print(json.dumps({"cpu": cpu, "rss": peak, "bytes": size}))
