"""The way of workshop files into the database and out of it."""

from pathlib import Path

from clesidra_desktop.exchange.workshop_file.reading import WorkshopFile
from clesidra_desktop.exchange.workshop_file.writing import write_workshop_file
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.services.lineage import hand_out, take_snapshot
from clesidra_desktop.services.workshops import find_workshop, import_workshop
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.lineage import DEED, add_states, load_lineage


def import_workshop_file(database: Database, file: WorkshopFile, *, who: str, replace: bool = False) -> Changes:
    """Take a workshop file that was read into the database; see `import_workshop`. Its state is remembered."""
    contents = {path: enclosure.read() for path, enclosure in file.files.items()}
    changes = import_workshop(database, file.workshop, contents, who=who, replace=replace, lineage=file.lineage)
    if changes:
        return changes
    snapshot = take_snapshot(file.workshop, contents)
    with database.session() as session:
        is_known = {snapshot.id, *file.lineage} <= set(load_lineage(session, file.workshop.id))
    if not is_known:
        with database.transaction(deed=DEED, who=who, workshop_id=file.workshop.id) as session:
            add_states(session, file.workshop.id, file.lineage, snapshot.id, snapshot.content)
    return changes


def export_workshop_file(database: Database, sought: str, path: Path, *, who: str) -> None:
    """Write the workshop that a text stands for (see `find_workshop`) as a workshop file; its state is remembered.

    Raises UserError where there is no such workshop, several of them, or the file cannot be written.
    """
    handed = hand_out(database, find_workshop(database, sought), who=who)
    write_workshop_file(path, handed.workshop, handed.files, handed.lineage)
