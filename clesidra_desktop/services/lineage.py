"""The states of workshops that go out and come in as files, by ids on which two computers agree."""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID, uuid5

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.merge import State, joint_base
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.exchange.workshop_file.enclosures import EnclosureInMemory
from clesidra_desktop.exchange.workshop_file.reading import WorkshopFile, decode_workshop
from clesidra_desktop.exchange.workshop_file.writing import encode_workshop
from clesidra_desktop.storage import lineage as stored
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.workshops import load_files, load_workshop

LONGEST = 50
"""How many states a workshop file names: computers that have not exchanged one of so many have gone their own ways."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A state with its id, made of what is in it, and with what the database keeps of it."""

    id: UUID
    state: State
    content: bytes


def take_snapshot(workshop: Workshop, files: Mapping[str, bytes]) -> Snapshot:
    """Return the snapshot of a workshop with its files; the same state has the same id on every computer."""
    hashes = {path: sha256(content).hexdigest() for path, content in sorted(files.items())}
    data = json.dumps(hashes, ensure_ascii=False).encode() + b"\n" + encode_workshop(workshop)
    return Snapshot(uuid5(workshop.id, sha256(data).hexdigest()), State(workshop, hashes), zlib.compress(data))


def read_snapshot(content: bytes) -> State:
    """Return the state of a snapshot."""
    hashes, _, workshop = zlib.decompress(content).partition(b"\n")
    return State(decode_workshop(workshop, "saved state")[0], json.loads(hashes))


def find_base(contents: Mapping[UUID, bytes], states: Sequence[UUID]) -> State | None:
    """Return the newest state from which the workshop here and a file both come; None where none is known.

    `states` are those of the file, the newest last, `contents` those of them that are known here, in the order in which
    they came here (`load_common`). Where they stand in another order here, two computers took in a
    state of each other at the same time: see `joint_base`.
    """
    here, there = list(contents), [state for state in dict.fromkeys(reversed(states)) if state in contents][::-1]
    base: State | None = None
    crossed: list[tuple[UUID, UUID]] = []
    for count in range(len(here), 0, -1):
        if set(here[:count]) == set(there[:count]):
            if here[count - 1] == there[count - 1]:
                base = read_snapshot(contents[here[count - 1]])
                break
            crossed.append((here[count - 1], there[count - 1]))
    for pair in reversed(crossed if base else []):
        one, other = (read_snapshot(contents[state]) for state in pair)
        base = base and joint_base(base, one, other)
    return base


def hand_out(database: Database, workshop_id: UUID, *, who: str) -> WorkshopFile:
    """Return a workshop as a file that may leave: its state is remembered, so that what comes back can be merged.

    Raises UserError where there is none with this id.
    """
    read, snapshot, is_known = look_out(database, workshop_id)
    if is_known:
        return read
    with database.transaction(deed=stored.DEED, who=who, workshop_id=workshop_id) as session:
        stored.add_states(session, workshop_id, (), snapshot.id, snapshot.content)
    return read


def look_out(database: Database, workshop_id: UUID) -> tuple[WorkshopFile, Snapshot, bool]:
    """Return a workshop as the file that `hand_out` makes, its state, and whether that is remembered as the newest.

    Raises UserError where there is none with this id.
    """
    with database.session() as session:
        workshop = load_workshop(session, workshop_id)
        if workshop is None:
            raise UserError("The database {address} has no workshop {id}.", address=database.address, id=workshop_id)
        contents, states = load_files(session, workshop_id), stored.load_lineage(session, workshop_id)
    snapshot = take_snapshot(workshop, contents)
    is_known = bool(states) and states[-1] == snapshot.id
    lineage = (*(state for state in states if state != snapshot.id), snapshot.id)
    files = {path: EnclosureInMemory(content) for path, content in contents.items()}
    return WorkshopFile(workshop, files, lineage=lineage[-LONGEST:]), snapshot, is_known
