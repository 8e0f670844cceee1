"""The closing pack of a workshop: all that an archive keeps of it, in one folder."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from clesidra_desktop import __version__
from clesidra_desktop.documents.annexes.model import NO_ANNEXES, PreparedAnnexes
from clesidra_desktop.domain.editions import Edition, edition_of, files_of
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.domain.publishing import DRAFT, FileKind, Standing
from clesidra_desktop.domain.workshop import AnnexSource, Workshop
from clesidra_desktop.exchange.pack import AGENT, make_pack
from clesidra_desktop.exchange.register import write_register
from clesidra_desktop.exchange.workshop_file.container import write_container
from clesidra_desktop.exchange.workshop_file.enclosures import Enclosure
from clesidra_desktop.exchange.workshop_file.reading import CONTAINER_SUFFIX, WorkshopFile
from clesidra_desktop.exchange.workshop_file.writing import encode_workshop
from clesidra_desktop.services.appearance import PLAIN, Appearance
from clesidra_desktop.services.minutes import Format, compose, minutes_name

ANNEXES = "annexes"
"""The folder of the original annexes."""


def write_pack(  # noqa: PLR0913 - each is a choice of its own, and named
    read: WorkshopFile,
    folder: Path,
    *,
    name: str,
    language: Language,
    edition: Edition = Edition.FULL,
    annexes: PreparedAnnexes = NO_ANNEXES,
    appearance: Appearance = PLAIN,
    replace: bool = False,
    created: datetime | None = None,
) -> None:
    """Make a folder into the closing pack of a workshop file that was read; see `make_pack`.

    In it are the minutes, the register and the workshop file of an edition, whose names begin with `name`, and the
    original files of the annexes; `annexes` are these files made ready, `appearance` is as in `write_minutes`. The same
    input and moment (`created`, now unless given) give the same bytes. Raises UserError where a file cannot be read or
    the pack not be written.
    """
    moment = created or datetime.now(UTC)
    files = pack_files(
        read,
        name=name,
        language=language,
        edition=edition,
        annexes=annexes,
        appearance=appearance,
        created=moment,
    )
    payload = {file.name: file.write for file in files}
    make_pack(
        folder, payload, pack_info(edition_of(read.workshop, edition), language, edition, moment), replace=replace
    )


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file of a pack: what it is, its name with / between folders, and what writes it."""

    kind: FileKind
    name: str
    write: Callable[[BinaryIO], object]


def pack_files(  # noqa: PLR0913 - each is a choice of its own, and named
    read: WorkshopFile,
    *,
    name: str,
    language: Language,
    edition: Edition,
    annexes: PreparedAnnexes,
    appearance: Appearance,
    created: datetime,
    standing: Standing = DRAFT,
    progress: Progress = no_progress,
) -> list[PackFile]:
    """Return the files of a pack, in the order in which they are to be written; see `write_pack`.

    `standing` is what the minutes say of themselves, `progress` is told while they are written.
    """
    minutes = compose(read, language, edition, annexes, created, appearance, standing)
    kept = {path: read.files[path] for path in sorted(files_of(read.workshop, read.files, edition))}
    shown = minutes.source
    lineage = read.lineage if edition is Edition.FULL else ()  # nobody is to merge what lacks personal data
    public = "-public" if edition is Edition.PUBLIC else ""
    register = write_register(read.workshop, minutes.labels, edition=edition, created=created)
    files = [
        PackFile(
            FileKind(kind), minutes_name(name, kind, language, edition), partial(minutes.write, kind, progress=progress)
        )
        for kind in Format
    ]
    files.append(
        PackFile(FileKind.REGISTER, f"{name}-register{public}-{language}.xlsx", lambda stream: stream.write(register))
    )
    container = partial(write_container, workshop=encode_workshop(shown, lineage), files=kept)
    files.append(PackFile(FileKind.WORKSHOP, f"{name}{public}{CONTAINER_SUFFIX}", container))
    originals = [one.file for one in shown.annexes if one.source is AnnexSource.FILE and one.file in kept]
    files += [
        PackFile(FileKind.ANNEX, path, partial(_copy, kept[inside])) for inside, path in annex_paths(originals).items()
    ]
    return files


def _copy(file: Enclosure, stream: BinaryIO) -> None:
    stream.writelines(file.chunks())


def annex_paths(files: Iterable[str]) -> dict[str, str]:
    """Return where the files of annexes stand in a pack, by their paths inside the workshop file.

    They keep their names in a folder of annexes. Where two would get the same name, also on a drive that does not
    tell capitals from small letters, the later one gets a number. White space becomes single spaces and %0 becomes
    _0: a manifest holds one path a line, and takes %0A and %0D for ends of lines.
    """
    paths: dict[str, str] = {}
    taken: set[str] = set()
    for file in dict.fromkeys(files):
        parts = [" ".join(part.split()).replace("%0", "_0") or "_" for part in PurePosixPath(file).parts]
        inside = PurePosixPath(*parts[1:] if parts[0] == ANNEXES and len(parts) > 1 else parts)
        path, number = inside, 1
        while str(path).casefold() in taken:
            number += 1
            path = inside.with_stem(f"{inside.stem} ({number})")
        taken.add(str(path).casefold())
        paths[file] = f"{ANNEXES}/{path}"
    return paths


def pack_info(
    workshop: Workshop, language: Language, edition: Edition, moment: datetime, number: int = 0
) -> Mapping[str, str]:
    """Return what `bag-info.txt` says, by the names that the format has for it and some of our own.

    `number` is that of the published version, 0 for a draft.
    """
    days = [f"{day:%Y-%m-%d}" for day in (workshop.starts, workshop.ends) if day]
    info = {
        "External-Description": workshop.title,
        "External-Identifier": workshop.id.urn,
        "Bag-Group-Identifier": workshop.programme.name if workshop.programme else "",
        "Workshop-Date": " / ".join(dict.fromkeys(days)),
        "Workshop-Edition": edition,
        "Workshop-Language": language,
        "Minutes-Version": str(number) if number else "draft",
        "Bagging-Date": f"{moment:%Y-%m-%d}",
        "Bag-Software-Agent": f"{AGENT} {__version__}",
    }
    return {key: value for key, value in info.items() if value.strip()}
