"""Which published files name a person."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias
from uuid import UUID

from clesidra_desktop.documents.annexes.words import text_of_pdf
from clesidra_desktop.domain.forgetting import Scrubber
from clesidra_desktop.domain.publishing import FileKind, PublishedFile, PublishedVersion
from clesidra_desktop.exchange.workshop_file.container import WORKSHOP_ENTRY
from clesidra_desktop.storage.anonymize import Traces
from clesidra_desktop.storage.published import is_in_name

Load: TypeAlias = Callable[[UUID], bytes | None]

ZIP = b"PK\x03\x04"
PDF = b"%PDF"
MARKS = re.compile("<[^>]*>")
LARGEST_PART = 64 * 1024**2
"""Bytes of a part of a packed file that are looked through; parts of text are far below."""


def naming_files(
    versions: Iterable[PublishedVersion], load: Load, traces: Traces, scrubber: Scrubber
) -> tuple[UUID, ...]:
    """Return the ids of the published files that name the person of `traces`; `load` returns the bytes of one by id.

    Minutes, register and workshop file name everybody whom the workshop file has, so they go together. Where that file
    was withdrawn before, nobody can tell any more, and what is left goes, too. An annex goes where the person's name,
    phone number or e-mail address is found in its text, and they with it, because they have its pages; what is in
    pictures is not read.
    """
    found: list[UUID] = []
    for version in versions:
        kept = [file for file in version.files if not file.withdrawn]
        naming = {file.id for file in kept if _names(file, load, scrubber)}
        if naming or _is_named(version, load, traces, scrubber):
            naming |= {file.id for file in kept if file.kind is not FileKind.ANNEX}
        found += [file.id for file in kept if file.id in naming]
    return tuple(found)


def _is_named(version: PublishedVersion, load: Load, traces: Traces, scrubber: Scrubber) -> bool:
    file = version.file(FileKind.WORKSHOP)
    content = load(file.id) if file else None
    tree = _tree(content) if content else None
    if tree is None:
        return True
    attendants = tree.get("attendants", [])
    ids, names = ({one.get(key) for one in attendants for key in keys} for keys in (("id",), ("name", "name_km")))
    return bool(ids & set(map(str, traces.attendants)) or names & traces.names or scrubber.scrub(tree) != tree)


def _tree(container: bytes) -> dict[str, Any] | None:
    """Return what the workshop file in a zip says; None where that cannot be known.

    It is not made a workshop of: a version must be let go also where the program does not take its file any more.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(container)) as packed:
            tree = json.loads(packed.read(WORKSHOP_ENTRY))
    except (zipfile.BadZipFile, KeyError, ValueError):
        return None
    return tree if isinstance(tree, dict) else None


def _names(file: PublishedFile, load: Load, scrubber: Scrubber) -> bool:
    if is_in_name(file.name, scrubber):
        return True
    if file.kind is not FileKind.ANNEX:
        return False
    content = load(file.id) or b""
    if content.startswith(PDF):
        return _is_in(text_of_pdf(content), scrubber)
    return _is_in(_texts_of_zip(content) if content.startswith(ZIP) else content.decode(errors="replace"), scrubber)


def _is_in(text: str, scrubber: Scrubber) -> bool:
    return bool(scrubber.scrub(text) != text)


def _texts_of_zip(content: bytes) -> str:
    """Return the text of a packed file, such as one of an office program, without its marks."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            small = [one for one in packed.infolist() if one.file_size <= LARGEST_PART and _is_text(one.filename)]
            return "\n".join(MARKS.sub("", packed.read(one).decode(errors="replace")) for one in small)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return ""


def _is_text(name: str) -> bool:
    return name.endswith((".xml", ".json", ".txt", ".rels"))
