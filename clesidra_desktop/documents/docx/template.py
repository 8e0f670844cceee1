"""A Word document of the office that minutes are written into: its styles, margins, header, footer and logo."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn

from docx.opc.constants import CONTENT_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.package import OpcPackage
from docx.opc.part import Part, XmlPart
from docx.oxml.parser import parse_xml
from lxml import etree

from clesidra_desktop.documents.docx.placeholders import W, fill, find_body
from clesidra_desktop.domain.errors import UserError

LARGEST: Final = 256 * 1024**2
"""The most bytes of all parts of a template together: more is no letterhead, but a mistake or an attack."""

_STRICT: Final = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MACRO: Final = "application/vnd.ms-word"
_ACCEPTED: Final = frozenset(
    {
        f"{_MAIN}.document.main+xml",
        f"{_MAIN}.template.main+xml",
        f"{_MACRO}.document.macroEnabled.main+xml",
        f"{_MACRO}.template.macroEnabledTemplate.main+xml",
    }
)
_LEFT_OUT: Final = frozenset({"vbaProject", "keyMapCustomizations", "attachedToolbars", "stylesWithEffects"})
"""Relations that are not kept: macros, and the copy of the styles that Word 2010 made for itself."""

_LOCKS: Final = (f"{W}documentProtection", f"{W}writeProtection", f"{W}attachedTemplate")


@dataclass(frozen=True, slots=True)
class Template:
    """A template that was read and can be used. `name` is how messages call it."""

    name: str
    content: bytes

    def open(self) -> OpcPackage:
        """Return the package anew, to be written into: an ordinary document, without macros and locks."""
        package = OpcPackage.open(io.BytesIO(self.content))
        main = package.main_document_part
        main._content_type = CONTENT_TYPE.WML_DOCUMENT_MAIN  # noqa: SLF001 - the library has no other way
        for identifier, relation in list(main.rels.items()):
            kind = relation.reltype.rsplit("/", 1)[-1]
            if kind in _LEFT_OUT:
                del main.rels[identifier]
            elif kind == "settings":
                _unlock(relation.target_part)
        return package


def read_template(path: Path) -> Template:
    """Read a template: a DOCX, DOTX, DOCM or DOTM file. Raises UserError where it is none, broken or too large.

    Raises it, too, for a placeholder that does not exist or stands where it cannot.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UserError(
            "The template {path} cannot be read: {reason}. Check the path.", path=path, reason=error.strerror or error
        ) from error
    template = Template(str(path), content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > LARGEST:
                _refuse(path, f"it is larger than {LARGEST // 1024**2} MB when it is unpacked")
        main = OpcPackage.open(io.BytesIO(content)).main_document_part
        root = content_of(main)
        texts = [content_of(part) for part in texts_of(main)]
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, NotImplementedError) as error:
        _refuse(path, "it is broken, protected by a password, or another kind of file", error)
    except (etree.XMLSyntaxError, AttributeError, zipfile.zlib.error, EOFError) as error:  # type: ignore[attr-defined]
        _refuse(path, "it is broken", error)
    if main.content_type not in _ACCEPTED:
        _refuse(path, "it is another kind of Office file")
    if root.tag.startswith(_STRICT):
        _refuse(path, "it is a Strict Open XML document")
    body = root.find(f"{W}body")
    if body is None:
        _refuse(path, "it has no text")
    place = find_body(body, template.name)
    if place is not None:
        body.remove(place)
    for text in (root, *texts):
        fill(text, {}, template.name)
    return template


def _refuse(path: Path, reason: str, error: Exception | None = None) -> NoReturn:
    raise UserError(
        "The template {path} cannot be used: {reason}. Open it in Word or LibreOffice and save it as Word document "
        "(.docx).",
        path=path,
        reason=reason,
    ) from error


def content_of(part: Part) -> etree._Element:
    """Return the root of a part that holds XML."""
    if isinstance(part, XmlPart):
        element: etree._Element = part.element
        return element
    parsed: etree._Element = parse_xml(part.blob)
    return parsed


def put_content(part: Part, root: etree._Element) -> None:
    """Put a root in the place of that of a part."""
    if isinstance(part, XmlPart):
        part._element = root  # type: ignore[assignment] # noqa: SLF001 - the library has no other way
    else:
        part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001


def texts_of(main: Part) -> Iterator[Part]:
    """Yield the parts beside the document in which people write: headers, footers and notes."""
    kinds = {"header", "footer", "footnotes", "endnotes"}
    for relation in main.rels.values():
        if not relation.is_external and relation.reltype.rsplit("/", 1)[-1] in kinds:
            yield relation.target_part


def _unlock(settings: Part) -> None:
    """Let people edit the minutes: what locks a template is not meant for what is made from it."""
    root = content_of(settings)
    for tag in _LOCKS:
        for lock in root.findall(tag):
            root.remove(lock)
    put_content(settings, root)
