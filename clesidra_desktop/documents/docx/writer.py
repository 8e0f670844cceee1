"""The package: every part of the DOCX, put together and packed the same way each time."""

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import chain, count
from typing import Final

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from clesidra_desktop.documents.annexes.kinds import MEDIA_TYPES
from clesidra_desktop.documents.annexes.model import NO_ANNEXES, PreparedAnnexes
from clesidra_desktop.documents.blocks import BarChart, Chart, Document, Image, Section, Table
from clesidra_desktop.documents.docx.body import Body
from clesidra_desktop.documents.docx.chart import chart_part
from clesidra_desktop.documents.docx.hosts import Host, OwnHost, TemplateHost
from clesidra_desktop.documents.docx.line_chart import line_chart_part
from clesidra_desktop.documents.docx.look import language_tag
from clesidra_desktop.documents.docx.numbering import Numbering
from clesidra_desktop.documents.docx.objects import Objects
from clesidra_desktop.documents.docx.pictures import NO_MERGED, Merged, Pictures, with_pages
from clesidra_desktop.documents.docx.references import References
from clesidra_desktop.documents.docx.template import Template
from clesidra_desktop.documents.docx.text import clean
from clesidra_desktop.domain.progress import Progress, no_progress

_LONGEST_PROPERTY: Final = 255
"""A core property must not be longer."""
_COMPRESSION: Final = 6


def write_docx(
    document: Document,
    *,
    created: datetime,
    annexes: PreparedAnnexes = NO_ANNEXES,
    pages: Sequence[int] = (),
    template: Template | None = None,
    embed_fonts: bool = False,
    progress: Progress = no_progress,
) -> bytes:
    """Return a document as the bytes of a DOCX file, which are the same for the same document and time.

    An annex that is a DOCX itself stands as text behind the section that names it, the pages of others as pictures.
    `pages` are those on which the headings stand in the PDF, in printing order; without them no page numbers are
    printed until Word counts its own.
    `template` is an office's document into which the minutes are written, with its styles, margins, header and footer.
    `embed_fonts` puts the Khmer font into the file. `created` is written as UTC; a time without a zone is taken for
    UTC. `progress` counts rows of tables, and one more for the rest; what it raises stops the work and passes through.
    Characters that XML cannot hold are left out. Raises UserError where the template has a placeholder that does not
    exist or stands where it cannot.
    """

    def write(merged: Mapping[str, Merged]) -> bytes:
        sections = tuple(with_pages(document, annexes, merged)) or (Section(()),)
        return _write(document, sections, annexes, created, pages, template, embed_fonts, progress)

    files = dict.fromkeys(section.annex for section in document.sections if section.annex in annexes)
    papers = {file: annexes[file].path for file in files if annexes[file].media_type == MEDIA_TYPES[".docx"]}
    if not papers:
        return write(NO_MERGED)
    # Few workshops have such annexes, and these need another library and the whole document in memory.
    from clesidra_desktop.documents.docx.merging import write_merged  # noqa: PLC0415

    return write_merged(write, papers)


def _write(
    document: Document,
    sections: Sequence[Section],
    annexes: PreparedAnnexes,
    created: datetime,
    pages: Sequence[int],
    template: Template | None,
    embed_fonts: bool,
    progress: Progress,
) -> bytes:
    """Return the sections of a document as a DOCX."""
    total = 1 + sum(len(block.rows) for section in sections for block in section.blocks if isinstance(block, Table))
    written = 0

    def done(rows: int) -> None:
        nonlocal written
        written += rows
        progress(written, total)

    if template:
        host: Host = TemplateHost(document, template, embed_fonts=embed_fonts)
    else:
        host = OwnHost(document, embed_fonts=embed_fonts)
    numbering = Numbering()
    objects = Objects(annexes, _file_adder(host), _image_adder(host))
    body = _body(host, numbering, document, sections, pages, done, objects)
    host.finish(numbering)
    _set_properties(host.package, document, created)
    packed = _pack(host, chain.from_iterable(body.pieces))
    progress(total, total)
    return packed


def _body(
    host: Host,
    numbering: Numbering,
    document: Document,
    sections: Sequence[Section],
    pages: Sequence[int],
    done: Callable[[int], None],
    objects: Objects,
) -> Body:
    """Return the body of all sections."""
    numbers = count(host.numbers + 1)
    pictures = Pictures(_image_adder(host), numbers.__next__)
    body = Body(
        numbering,
        References(document, pages),
        pictures,
        objects,
        _chart_adder(host, document.language, numbers),
        done,
        host.paper,
        explicit=host.explicit,
    )
    for index, section in enumerate(sections):
        properties, last = host.close(section.landscape, index, last=index == len(sections) - 1)
        body.add(section, properties, last=last)
    return body


def _chart_adder(host: Host, language: str, numbers: Iterator[int]) -> Callable[[Chart], tuple[str, int]]:
    """Return a function that adds the part of a chart and returns its relationship and number."""

    def add(block: Chart) -> tuple[str, int]:
        number = next(numbers)
        name = _free_name(host.package, "/word/charts/chart{}.xml", number)
        content = chart_part(block, language) if isinstance(block, BarChart) else line_chart_part(block, language)
        part = Part(name, CONTENT_TYPE.DML_CHART, content)
        return host.main.relate_to(part, RELATIONSHIP_TYPE.CHART), number

    return add


def _image_adder(host: Host) -> Callable[[Image], str]:
    """Return a function that adds the part of an image and returns its relationship."""
    numbers = count(1)

    def add(image: Image) -> str:
        ending = "jpeg" if image.media_type == "image/jpeg" else "png"
        name = _free_name(host.package, f"/word/media/image{{}}.{ending}", next(numbers))
        return host.main.relate_to(Part(name, image.media_type, image.content), RELATIONSHIP_TYPE.IMAGE)

    return add


def _file_adder(host: Host) -> Callable[[str, str, str, bytes], str]:
    """Return a function that adds the part of a file and returns its relationship.

    It takes the ending of its name, its type, how it is related, and what is in it.
    """
    numbers = count(1)

    def add(ending: str, media_type: str, relation: str, content: bytes) -> str:
        name = _free_name(host.package, f"/word/embeddings/file{{}}{ending}", next(numbers))
        return host.main.relate_to(Part(name, media_type, content), relation)

    return add


def _free_name(package: OpcPackage, pattern: str, number: int) -> PackURI:
    """Return the name with a number, or with the next one that no part of a template has."""
    taken = {part.partname for part in package.iter_parts()}
    return next(name for name in (PackURI(pattern.format(n)) for n in count(number)) if name not in taken)


def _set_properties(package: OpcPackage, document: Document, created: datetime) -> None:
    properties = package.core_properties
    properties.title = _property(document.title)
    properties.subject = _property(document.subject)
    properties.author = _property("; ".join(document.authors))
    properties.last_modified_by = properties.author
    properties.keywords = _property(", ".join(one for one in (document.mark, *document.keywords) if one))
    if document.mark:
        properties.content_status = _property(document.mark)
    properties.language = language_tag(document.language)
    time = created.astimezone(UTC) if created.tzinfo else created
    properties.created = time
    properties.modified = time


def _property(text: str) -> str:
    text = clean(text)
    return text if len(text) <= _LONGEST_PROPERTY else text[: _LONGEST_PROPERTY - 1] + "…"


def _pack(host: Host, body: Iterable[str]) -> bytes:
    """Return the package with the body in it.

    The body is packed piece by piece as it is written. Every entry bears the first time that a zip can name,
    which is what `ZipFile.open` gives to an entry that it makes from a name.
    """
    small = io.BytesIO()
    host.package.save(small)
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(small) as parts,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=_COMPRESSION) as target,
    ):
        for name in parts.namelist():
            with target.open(name, "w") as entry:
                if f"/{name}" == host.main.partname:
                    for piece in host.wrap(body):
                        entry.write(piece.encode())
                else:
                    entry.write(parts.read(name))
    return packed.getvalue()
