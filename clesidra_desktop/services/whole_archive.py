"""All workshops of a database in one folder that needs no program to be read, and from which all can come back."""

import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

from clesidra_desktop import __version__
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.domain.publishing import PublishedFile
from clesidra_desktop.domain.workshop import AnnexSource
from clesidra_desktop.exchange.archive_index import IndexRow, index_spreadsheet, index_text
from clesidra_desktop.exchange.arrived_versions import PUBLISHED
from clesidra_desktop.exchange.pack import AGENT, Writer, make_pack
from clesidra_desktop.exchange.published_version import VERSION_FILE, encode_version
from clesidra_desktop.exchange.workshop_file.container import write_container
from clesidra_desktop.exchange.workshop_file.reading import CONTAINER_SUFFIX, WorkshopFile
from clesidra_desktop.exchange.workshop_file.writing import encode_workshop
from clesidra_desktop.services.file_names import file_stem
from clesidra_desktop.services.lineage import hand_out
from clesidra_desktop.services.pack import annex_paths
from clesidra_desktop.services.published import published_versions, read_published
from clesidra_desktop.services.workshops import list_workshops
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.workshops import WorkshopSummary

WORKSHOPS = "workshops"
"""The folder of the workshops."""


def write_archive(
    database: Database,
    folder: Path,
    *,
    who: str,
    language: Language = Language.ENGLISH,
    replace: bool = False,
    created: datetime | None = None,
    progress: Progress = no_progress,
) -> int:
    """Make a folder into the archive of all workshops, and return how many there are; see `make_pack`.

    In it is a folder for each workshop, with its workshop file, the original files of its annexes and the files of its
    published versions with what is known of them, and a list of the workshops in a language. `progress` is told of each
    workshop and may raise to stop: the folder is as it was then. Raises UserError where there is no workshop, where a
    published file is damaged, or as `make_pack` does.
    """
    listed = list_workshops(database)
    if not listed:
        raise UserError("There is no workshop in the database yet, so there is nothing to write.")
    moment = created or datetime.now(UTC)
    info = {
        "External-Description": f"{len(listed)} workshops",
        "Bagging-Date": f"{moment:%Y-%m-%d}",
        "Bag-Software-Agent": f"{AGENT} {__version__}",
    }
    payload = _payload(database, listed, who, Labels(language), moment, progress)
    make_pack(folder, payload, info, replace=replace)
    return len(listed)


def _payload(
    database: Database,
    listed: tuple[WorkshopSummary, ...],
    who: str,
    labels: Labels,
    moment: datetime,
    progress: Progress,
) -> Iterator[tuple[str, Writer]]:
    """Yield what writes each file: one workshop at a time is in memory."""
    rows = []
    for done, (summary, name) in enumerate(zip(listed, folder_names(listed), strict=True)):
        progress(done, len(listed) + 1)
        read = hand_out(database, summary.id, who=who)
        place = f"{WORKSHOPS}/{name}"
        data = encode_workshop(read.workshop, read.lineage)
        yield f"{place}/{name}{CONTAINER_SUFFIX}", partial(write_container, workshop=data, files=read.files)
        originals = [one.file for one in read.workshop.annexes if one.source is AnnexSource.FILE]
        for inside, path in annex_paths(one for one in originals if one in read.files).items():
            yield f"{place}/{path}", partial(_copy, read, inside)
        versions = published_versions(database, summary.id)
        for version in versions:
            tag = f"{place}/{PUBLISHED}/{version.number}/{VERSION_FILE}"
            yield tag, partial(_write, encode_version(version))
            for file in version.files:
                if not file.withdrawn:
                    inside = f"{place}/{PUBLISHED}/{version.number}/{file.name}"
                    yield inside, partial(_write_published, database, file)
        rows.append(_row(name, read, len(versions)))
    progress(len(listed), len(listed) + 1)
    yield "index.xlsx", partial(_write, index_spreadsheet(rows, labels, moment))
    yield "index.csv", partial(_write, index_text(rows, labels))


def folder_names(listed: tuple[WorkshopSummary, ...]) -> list[str]:
    """Return a name for the folder of each workshop: its day and title; the second of two has a number."""
    taken: set[str] = set()
    names = []
    for one in listed:
        day = f"{one.starts:%Y-%m-%d}-" if one.starts else ""
        stem = unicodedata.normalize("NFC", f"{day}{file_stem(one.title)}").replace("%0", "_0")
        name, number = stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.casefold())
        names.append(name)
    return names


def _row(name: str, read: WorkshopFile, versions: int) -> IndexRow:
    workshop = read.workshop
    return IndexRow(
        folder=f"{WORKSHOPS}/{name}",
        title=workshop.title,
        starts=workshop.starts,
        ends=workshop.ends,
        place=workshop.place,
        programme=workshop.programme.name if workshop.programme else "",
        attendants=len(workshop.attendants),
        versions=versions,
        id=str(workshop.id),
    )


def _copy(read: WorkshopFile, inside: str, stream: BinaryIO) -> None:
    stream.writelines(read.files[inside].chunks())


def _write_published(database: Database, file: PublishedFile, stream: BinaryIO) -> None:
    stream.write(read_published(database, file))


def _write(data: bytes, stream: BinaryIO) -> None:
    stream.write(data)
