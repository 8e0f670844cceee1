"""Writing a workshop file, alone or in its zip."""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO
from uuid import UUID

import msgspec

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.outline import depth
from clesidra_desktop.domain.row_keys import with_keys
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.exchange.workshop_file.container import write_container
from clesidra_desktop.exchange.workshop_file.enclosures import Enclosure
from clesidra_desktop.exchange.workshop_file.from_domain import from_domain
from clesidra_desktop.exchange.workshop_file.model import EXTENSION_PREFIX, EXTENSIONS_KEY
from clesidra_desktop.exchange.workshop_file.reading import CONTAINER_SUFFIX
from clesidra_desktop.exchange.workshop_file.to_domain import is_relative_path
from clesidra_desktop.exchange.workshop_file.tree import MAX_DEPTH
from clesidra_desktop.files import unwritable, write_whole

MAX_OUTLINE_LEVELS = (MAX_DEPTH - 3) // 2
"""An outline stands in a list in an object of the workshop, and each of its levels is an object in a list."""


def write_workshop_file(
    path: Path, workshop: Workshop, files: Mapping[str, Enclosure], lineage: Sequence[UUID] = ()
) -> None:
    """Write a workshop and its files: into one zip (`.clesidra`), or as JSON with the files beside it (`.json`).

    `lineage` is as in WorkshopFile.

    What stood there before is replaced as a whole or, where anything fails, stays. Raises UserError where the
    files cannot be read or written, or where the name says neither of the two.
    """
    for name in files:
        if not is_relative_path(name):
            raise UserError(
                "The file name {name} cannot stand in a workshop file. Rename the file without \\, .. and the like.",
                name=name,
            )
    data = encode_workshop(workshop, lineage)
    match path.suffix.lower():
        case suffix if suffix == CONTAINER_SUFFIX:
            write_whole({path: partial(write_container, workshop=data, files=files)})
        case ".json":
            write_whole({**_files_beside(path, files), path: partial(_write_bytes, data)})
        case _:
            raise UserError("{file} ends neither with .clesidra nor with .json. Choose such a name.", file=str(path))


def encode_workshop(workshop: Workshop, lineage: Sequence[UUID] = ()) -> bytes:
    """Return the canonical bytes of `workshop.json`: keys in the published order, indented by 1, in UTF-8.

    What is optional and empty is left out; agenda items always carry their notes. A row without a key, or with that of
    another row, gets one, so that the file can be read again. Raises UserError where an outline is nested deeper than a
    workshop file holds.
    """
    for title, outline in (
        *((answer.sector, answer.items) for answer in workshop.answers),
        *((item.title, item.notes) for item in workshop.agenda),
    ):
        if depth(outline) > MAX_OUTLINE_LEVELS:
            raise UserError(
                "The outline of {title} is nested more than {levels} levels deep. Move its deepest points up.",
                title=title,
                levels=MAX_OUTLINE_LEVELS,
            )
    tree = _spread(msgspec.to_builtins(from_domain(with_keys(workshop), lineage)))
    compact = json.dumps(tree, ensure_ascii=False, allow_nan=False)
    return msgspec.json.format(compact, indent=1).encode() + b"\n"


def _spread(tree: Any) -> Any:
    """Put the keys of other programs back into the objects that they came with, after the objects' own.

    A key of the database that no file may have gets the prefix of theirs: what is written can always be read.
    """
    waiting = [tree]
    while waiting:
        record = waiting.pop()
        extensions = record.pop(EXTENSIONS_KEY, {})
        for value in record.values():
            if isinstance(value, dict):
                waiting.append(value)
            elif isinstance(value, list):
                waiting.extend(item for item in value if isinstance(item, dict))
        record.update(
            (key if key.startswith(EXTENSION_PREFIX) else EXTENSION_PREFIX + key, value)
            for key, value in extensions.items()
        )
    return tree


def _files_beside(path: Path, files: Mapping[str, Enclosure]) -> dict[Path, Callable[[BinaryIO], None]]:
    """Return what to write beside a JSON file, into folders that are there. What belongs to something else is kept."""
    targets: dict[Path, Callable[[BinaryIO], None]] = {}
    target = path
    try:
        replaces = path.exists()
        for name, file in sorted(files.items()):
            target = path.parent / name
            if target.exists() and _is_same(file, target):
                continue
            if target == path or (target.exists() and not replaces):
                raise _in_the_way(target)
            targets[target] = partial(_copy, file)
        for target in targets if path.parent.is_dir() else ():
            target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(target, error) from error
    return targets


def _is_same(file: Enclosure, target: Path) -> bool:
    with target.open("rb") as stream:
        return target.stat().st_size == file.size and all(stream.read(len(chunk)) == chunk for chunk in file.chunks())


def _in_the_way(target: Path) -> UserError:
    return UserError(
        "The file {file} is already there and is another one. Choose an empty folder, or a name ending with .clesidra.",
        file=str(target),
    )


def _copy(file: Enclosure, stream: BinaryIO) -> None:
    stream.writelines(file.chunks())


def _write_bytes(data: bytes, stream: BinaryIO) -> None:
    stream.write(data)
