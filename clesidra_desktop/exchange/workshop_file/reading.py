"""Reading a workshop file, alone or in its zip."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import msgspec

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.exchange.workshop_file import model
from clesidra_desktop.exchange.workshop_file.container import MAX_WORKSHOP_SIZE, ZIP_MAGIC, read_container
from clesidra_desktop.exchange.workshop_file.enclosures import Enclosure, EnclosureOnDisk, unreadable
from clesidra_desktop.exchange.workshop_file.integrity import check_integrity
from clesidra_desktop.exchange.workshop_file.to_domain import to_domain
from clesidra_desktop.exchange.workshop_file.tree import LeftOut, parse, tidy
from clesidra_desktop.misfits import Misfit, describe, from_validation

CONTAINER_SUFFIX = ".clesidra"
"""The end of the name of a zip with a workshop and its files."""

_VERSIONED = re.compile(rf"{re.escape(model.FORMAT_NAME)}/([1-9][0-9]*)")


@dataclass(frozen=True, slots=True)
class WorkshopFile:
    """A workshop as it was read.

    `files` are the files that came with it, by their path inside the workshop file. `notes` are the characters
    that had to be left out of its texts; whoever reads a file on behalf of a person says them. `lineage` are the ids of
    the states from which this one comes, the newest last: two computers find in it the last state that both knew.
    """

    workshop: Workshop
    files: Mapping[str, Enclosure]
    notes: tuple[LeftOut, ...] = ()
    lineage: tuple[UUID, ...] = ()


def read_workshop_file(path: Path) -> WorkshopFile:
    """Read `NAME.clesidra` or a `workshop.json` with the files that it names beside it.

    Raises UserError where the file cannot be read or does not fit, with the place, what was found and what was
    expected. Files that are named but missing are not in `files`; that is for the checks to report.
    """
    try:
        with path.open("rb") as stream:
            is_zip = stream.read(len(ZIP_MAGIC)) == ZIP_MAGIC
            stream.seek(0)
            data = b"" if is_zip else stream.read(MAX_WORKSHOP_SIZE + 1)
    except OSError as error:
        raise unreadable(str(path), error) from error
    if is_zip or path.suffix.lower() == CONTAINER_SUFFIX:
        data, files = read_container(path)
        workshop, notes, lineage = _decode(data, str(path))
        return WorkshopFile(workshop, files, notes, lineage)
    if len(data) > MAX_WORKSHOP_SIZE:
        raise UserError(
            "The file {file} is larger than {limit} MB, too large for a workshop file. Choose another file.",
            file=str(path),
            limit=MAX_WORKSHOP_SIZE // 1024**2,
        )
    workshop, notes, lineage = _decode(data, str(path))
    return WorkshopFile(workshop, dict(_files_beside(path, workshop)), notes, lineage)


def decode_workshop(data: bytes, source: str) -> tuple[Workshop, tuple[LeftOut, ...]]:
    """Return the workshop that the bytes of a `workshop.json` hold, and what was left out of its texts.

    Raises UserError, which names `source` as the file, where they do not fit.
    """
    workshop, notes, _ = _decode(data, source)
    return workshop, notes


def _decode(data: bytes, source: str) -> tuple[Workshop, tuple[LeftOut, ...], tuple[UUID, ...]]:
    tree = parse(data, source)
    _check_format(tree, source)
    try:
        tree, notes = tidy(tree)
        try:
            record = msgspec.convert(tree, model.Workshop)
        except msgspec.ValidationError as error:
            raise from_validation(error, tree, msgspec.json.schema(model.Workshop), model.EXTENSIONS_KEY) from error
        workshop = to_domain(record)
        check_integrity(workshop)
    except Misfit as misfit:
        raise misfit.refusal(model.MISFIT, source) from misfit
    return workshop, notes, tuple(record.lineage or ())


def _check_format(tree: object, source: str) -> None:
    found = tree.get("format") if isinstance(tree, dict) else None
    if found == model.FORMAT:
        return
    if isinstance(found, str) and (versioned := _VERSIONED.fullmatch(found)):
        raise UserError(
            "The workshop file {file} was written by a newer version of this program: at $.format found {found}, "
            "expected {expected}. Update the program and try again.",
            file=source,
            path="$.format",
            found=describe(found),
            expected=describe(model.FORMAT),
            version=int(versioned[1]),
        )
    raise UserError(
        "{file} is not a workshop file: at $.format found {found}, expected {expected}. Choose another file.",
        file=source,
        path="$.format",
        found="nothing" if found is None else describe(found),
        expected=describe(model.FORMAT),
    )


def _files_beside(path: Path, workshop: Workshop) -> Iterator[tuple[str, Enclosure]]:
    named = [annex.file for annex in workshop.annexes] + [attendant.signature for attendant in workshop.attendants]
    for name in dict.fromkeys(filter(None, named)):
        # A stick written on a Mac may carry file names in normalization form D.
        for form in (name, unicodedata.normalize("NFD", name)):
            if _is_file(path.parent / form):
                yield name, EnclosureOnDisk(path.parent / form)
                break


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # such as a name that is too long for the drive: then it cannot be there
        return False
