"""The files of annexes on their way from a disk into a workshop, and back to be looked at."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path, PurePosixPath
from uuid import UUID

from clesidra_desktop.documents.annexes.kinds import Kind, kind_in
from clesidra_desktop.documents.annexes.office import find_office
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.domain.row_keys import fresh_key
from clesidra_desktop.domain.workshop import Annex, Workshop
from clesidra_desktop.exchange.workshop_file.enclosures import EnclosureOnDisk
from clesidra_desktop.exchange.workshop_file.to_domain import is_relative_path
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.services.prepare import one_line
from clesidra_desktop.storage import workshops as stored
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.files import load_file
from clesidra_desktop.storage.ids import new_mark
from clesidra_desktop.storage.journal import row_changes
from clesidra_desktop.storage.workshops import MAX_FILE_SIZE

FOLDER = "annexes"
LARGEST = MAX_FILE_SIZE
"""The largest file that is taken, in bytes."""

FORBIDDEN = str.maketrans(dict.fromkeys('/\\<>:"|?*', "-") | {chr(code): "-" for code in range(32)})


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that becomes an annex: its name, and what is in it."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class AnnexFile:
    """What is known of the file of an annex: which one it is, its kind, its size in bytes, whether it becomes pages."""

    id: UUID
    kind: Kind
    size: int
    becomes_pages: bool


def read_papers(
    paths: Sequence[Path], progress: Progress = no_progress
) -> tuple[tuple[Paper, ...], tuple[UserError, ...]]:
    """Read files, and return those that can be taken with the reasons for the others.

    `progress` is told bytes; it may raise to stop.
    """
    papers, refused = [], []
    sizes: dict[Path, int] = {}
    for path in paths:
        try:
            sizes[path] = _size_of(path)
        except UserError as error:
            refused.append(error)
    done, total = 0, sum(sizes.values())
    for path in sizes:
        parts = []
        try:
            for chunk in EnclosureOnDisk(path).chunks():
                parts.append(chunk)
                done += len(chunk)
                progress(min(done, total), total)
        except UserError as error:
            refused.append(error)
        else:
            papers.append(Paper(path.name, b"".join(parts)))
    return tuple(papers), tuple(refused)


def _size_of(path: Path) -> int:
    if path.is_dir():
        raise UserError("{file} is a folder, not a file. Choose the file in it.", file=path.name)
    size = EnclosureOnDisk(path).size
    if size == 0:
        raise UserError("{file} is empty (0 bytes). Choose the file again.", file=path.name)
    if size > LARGEST:
        raise UserError(
            "{file} is larger than {limit} MB, which is too large for the database. Make it smaller, or leave it out.",
            file=path.name,
            limit=LARGEST // 1024**2,
        )
    return size


def add_annexes(database: Database, workshop_id: UUID, papers: Sequence[Paper], *, who: str) -> Changes:
    """Add an annex for each file, behind those that are there. Its title is the name of the file without its ending."""
    with database.transaction(deed="add_annexes", who=who, workshop_id=workshop_id) as session:
        there = stored.list_files(session, workshop_id)
        files: dict[str, bytes] = {}

        def edit(workshop: Workshop) -> Workshop:
            files.update(_placed(papers, there, workshop))
            annexes = list(workshop.annexes)
            for paper, path in zip(papers, files, strict=True):
                annexes.append(Annex(key=fresh_key(Annex, new_mark()), title=_title_of(paper.name), file=path))
            return replace(workshop, annexes=tuple(annexes))

        stored.edit_workshop(session, workshop_id, edit, files, {"annexes"})
        return Changes.of(row_changes(session))


def replace_annex_file(database: Database, workshop_id: UUID, key: str, paper: Paper, *, who: str) -> Changes:
    """Put another file in the place of the one of an annex, which goes. Raises UserError where the annex is gone."""
    with database.transaction(deed="replace_annex_file", who=who, workshop_id=workshop_id) as session:
        there = stored.list_files(session, workshop_id)
        files: dict[str, bytes] = {}

        def edit(workshop: Workshop) -> Workshop:
            if key not in {one.key for one in workshop.annexes}:
                raise UserError(
                    "This annex is there no longer; perhaps it was removed on another computer. Add it again."
                )
            files.update(_placed([paper], there, workshop))
            (path,) = files
            annexes = tuple(replace(one, file=path) if one.key == key else one for one in workshop.annexes)
            return replace(workshop, annexes=annexes)

        stored.edit_workshop(session, workshop_id, edit, files, {"annexes"})
        return Changes.of(row_changes(session))


def look_at_annexes(database: Database, workshop_id: UUID, known: Mapping[UUID, AnnexFile]) -> dict[str, AnnexFile]:
    """Return what is known of the files of a workshop by their paths; only those not in `known`, by id, are read."""
    can_convert = find_office() is not None
    with database.session() as session:
        return {
            path: known[file]
            if file in known
            else _seen(file, path, load_file(session, workshop_id, path) or b"", can_convert)
            for path, file in stored.list_files(session, workshop_id).items()
        }


def read_annex_file(database: Database, workshop_id: UUID, path: str) -> bytes:
    """Return the content of a file of a workshop. Raises UserError where there is none at this path."""
    with database.session() as session:
        content = load_file(session, workshop_id, path)
    if content is None:
        raise UserError("The file {file} is not with this workshop. Choose it again.", file=PurePosixPath(path).name)
    return content


def _seen(file: UUID, path: str, content: bytes, can_convert: bool) -> AnnexFile:
    kind, _ = kind_in(BytesIO(content), PurePosixPath(path).suffix)
    pages = kind in (Kind.PDF, Kind.IMAGE) or (kind is Kind.OFFICE and can_convert)
    return AnnexFile(file, kind, len(content), pages)


def _placed(papers: Iterable[Paper], there: Iterable[str], workshop: Workshop) -> dict[str, bytes]:
    """Return contents by paths that no file and no annex has; not every system tells capitals apart."""
    taken = {path.casefold() for path in (*there, *(one.file for one in workshop.annexes))}
    files = {}
    for paper in papers:
        path = _free_path(paper.name, taken)
        taken.add(path.casefold())
        files[path] = paper.content
    return files


def _free_path(name: str, taken: Collection[str]) -> str:
    """Return a path inside the workshop file for a file of this name."""
    plain = PurePosixPath(one_line(name).translate(FORBIDDEN).strip(". ") or "annex")
    if not is_relative_path(f"{FOLDER}/{plain}"):
        plain = PurePosixPath(f"annex-{plain}")
    path, number = f"{FOLDER}/{plain}", 2
    while path.casefold() in taken:
        path = f"{FOLDER}/{plain.stem}-{number}{plain.suffix}"
        number += 1
    return path


def _title_of(name: str) -> str:
    return one_line(PurePosixPath(name).stem.replace("_", " ")) or name
