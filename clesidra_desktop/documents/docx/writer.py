"""The package: every part of the DOCX, put together and packed the same way each time."""

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain, count
from typing import Final

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from clesidra_desktop.documents.annexes.model import NO_ANNEXES, PreparedAnnexes
from clesidra_desktop.documents.blocks import BarChart, Document, Image, Section, Table
from clesidra_desktop.documents.docx.body import Body
from clesidra_desktop.documents.docx.chart import chart_part
from clesidra_desktop.documents.docx.frame import FrameIds, footer_part, header_part, section_properties
from clesidra_desktop.documents.docx.look import KHMER_FONT, KHMER_TAG, LATIN_FONT, language_tag
from clesidra_desktop.documents.docx.numbering import NAMESPACE, Numbering
from clesidra_desktop.documents.docx.pictures import Pictures, with_pages
from clesidra_desktop.documents.docx.references import References
from clesidra_desktop.documents.docx.styles import styles_part
from clesidra_desktop.documents.docx.text import clean
from clesidra_desktop.documents.docx.theme import theme_part
from clesidra_desktop.domain.progress import Progress, no_progress

_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BODY_PART: Final = "/word/document.xml"
_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LONGEST_PROPERTY: Final = 255
"""A core property must not be longer."""
_COMPRESSION: Final = 6


def write_docx(
    document: Document,
    *,
    created: datetime,
    annexes: PreparedAnnexes = NO_ANNEXES,
    pages: Sequence[int] = (),
    progress: Progress = no_progress,
) -> bytes:
    """Return a document as the bytes of a DOCX file, which are the same for the same document and time.

    The pages of `annexes` are pictures behind the sections that name them. `pages` are those on which the headings
    stand in the PDF, in printing order; without them no page numbers are printed until Word counts its own.
    `created` is written as UTC; a time without a zone is taken for UTC. `progress` counts rows of tables, and one more
    for the rest; what it raises stops the work and passes through. Characters that XML cannot hold are left out.
    """
    sections = tuple(with_pages(document, annexes)) or (Section(()),)
    total = 1 + sum(len(block.rows) for section in sections for block in section.blocks if isinstance(block, Table))
    written = 0

    def done(rows: int) -> None:
        nonlocal written
        written += rows
        progress(written, total)

    package = OpcPackage()
    main = Part(PackURI(_BODY_PART), CONTENT_TYPE.WML_DOCUMENT_MAIN, b"", None)
    package.relate_to(main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    numbering = Numbering()
    numbers = count(1)
    pictures = Pictures(_image_adder(main), numbers.__next__)
    body = Body(numbering, References(document, pages), pictures, _chart_adder(main, document.language, numbers), done)
    ids = _add_frame(main, document)
    for index, section in enumerate(sections):
        properties = section_properties(section.landscape, index == 0, ids)
        body.add(section, properties, last=index == len(sections) - 1)
    _add_part(main, "styles", RELATIONSHIP_TYPE.STYLES, CONTENT_TYPE.WML_STYLES, styles_part(document.language))
    _add_part(main, "numbering", RELATIONSHIP_TYPE.NUMBERING, CONTENT_TYPE.WML_NUMBERING, numbering.xml())
    _add_part(main, "settings", RELATIONSHIP_TYPE.SETTINGS, CONTENT_TYPE.WML_SETTINGS, _settings(document.language))
    _add_part(main, "fontTable", RELATIONSHIP_TYPE.FONT_TABLE, CONTENT_TYPE.WML_FONT_TABLE, _font_table())
    _add_part(main, "theme/theme1", RELATIONSHIP_TYPE.THEME, CONTENT_TYPE.OFC_THEME, theme_part())
    _set_properties(package, document, created)
    packed = _pack(package, chain.from_iterable(body.pieces))
    progress(total, total)
    return packed


def _chart_adder(main: Part, language: str, numbers: Iterator[int]) -> Callable[[BarChart], tuple[str, int]]:
    """Return a function that adds the part of a chart and returns its relationship and number."""

    def add(block: BarChart) -> tuple[str, int]:
        number = next(numbers)
        part = Part(PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, chart_part(block, language))
        return main.relate_to(part, RELATIONSHIP_TYPE.CHART), number

    return add


def _image_adder(main: Part) -> Callable[[Image], str]:
    """Return a function that adds the part of an image and returns its relationship."""
    numbers = count(1)

    def add(image: Image) -> str:
        ending = "jpeg" if image.media_type == "image/jpeg" else "png"
        part = Part(PackURI(f"/word/media/image{next(numbers)}.{ending}"), image.media_type, image.content)
        return main.relate_to(part, RELATIONSHIP_TYPE.IMAGE)

    return add


def _add_part(main: Part, name: str, relation: str, content_type: str, xml: str) -> str:
    part = Part(PackURI(f"/word/{name}.xml"), content_type, f"{_XML}{xml}".encode())
    return main.relate_to(part, relation)


def _add_frame(main: Part, document: Document) -> FrameIds:
    def add(name: str, xml: str) -> str:
        if name.startswith("header"):
            return _add_part(main, name, RELATIONSHIP_TYPE.HEADER, CONTENT_TYPE.WML_HEADER, xml)
        return _add_part(main, name, RELATIONSHIP_TYPE.FOOTER, CONTENT_TYPE.WML_FOOTER, xml)

    starts_landscape = bool(document.sections) and document.sections[0].landscape
    return FrameIds(
        first_header=add("header1", header_part("")),
        header=add("header2", header_part(document.running_title)),
        first_footer=add("footer1", footer_part(document, starts_landscape)),
        portrait_footer=add("footer2", footer_part(document, landscape=False)),
        landscape_footer=add("footer3", footer_part(document, landscape=True)),
    )


def _settings(language: str) -> str:
    """Return the settings: the layout rules of Word 2013 and later, which want no other switches."""
    return (
        f'<w:settings xmlns:w="{NAMESPACE}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{language_tag(language)}" w:bidi="{KHMER_TAG}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _font_table() -> str:
    """Return the fonts, with what Windows has instead where they are not installed."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{instead}"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for name, instead in ((LATIN_FONT, "Segoe UI"), (KHMER_FONT, "Leelawadee UI"))
    )
    return f'<w:fonts xmlns:w="{NAMESPACE}">{fonts}</w:fonts>'


def _set_properties(package: OpcPackage, document: Document, created: datetime) -> None:
    properties = package.core_properties
    properties.title = _property(document.title)
    properties.subject = _property(document.subject)
    properties.author = _property("; ".join(document.authors))
    properties.last_modified_by = properties.author
    properties.keywords = _property(", ".join(document.keywords))
    properties.language = language_tag(document.language)
    time = created.astimezone(UTC) if created.tzinfo else created
    properties.created = time
    properties.modified = time


def _property(text: str) -> str:
    text = clean(text)
    return text if len(text) <= _LONGEST_PROPERTY else text[: _LONGEST_PROPERTY - 1] + "…"


def _pack(package: OpcPackage, body: Iterable[str]) -> bytes:
    """Return the package with the body in it.

    The body is packed piece by piece as it is written. Every entry bears the first time that a zip can name,
    which is what `ZipFile.open` gives to an entry that it makes from a name.
    """
    small = io.BytesIO()
    package.save(small)
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(small) as parts,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=_COMPRESSION) as target,
    ):
        for name in parts.namelist():
            with target.open(name, "w") as entry:
                if f"/{name}" == _BODY_PART:
                    for piece in _document(body):
                        entry.write(piece.encode())
                else:
                    entry.write(parts.read(name))
    return packed.getvalue()


def _document(body: Iterable[str]) -> Iterator[str]:
    yield f'{_XML}<w:document xmlns:w="{NAMESPACE}" xmlns:r="{_RELATIONSHIPS}"><w:body>'
    yield from body
    yield "</w:body></w:document>"
