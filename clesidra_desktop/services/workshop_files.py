"""The way of workshop files into the database and out of it."""

from pathlib import Path

from clesidra_desktop.exchange.workshop_file.enclosures import EnclosureInMemory
from clesidra_desktop.exchange.workshop_file.reading import WorkshopFile
from clesidra_desktop.exchange.workshop_file.writing import write_workshop_file
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.services.workshops import export_workshop, find_workshop, import_workshop
from clesidra_desktop.storage.database import Database


def import_workshop_file(database: Database, file: WorkshopFile, *, who: str, replace: bool = False) -> Changes:
    """Take a workshop file that was read into the database; see `import_workshop`."""
    contents = {path: enclosure.read() for path, enclosure in file.files.items()}
    return import_workshop(database, file.workshop, contents, who=who, replace=replace)


def export_workshop_file(database: Database, sought: str, path: Path) -> None:
    """Write the workshop that a text stands for (see `find_workshop`) as a workshop file.

    Raises UserError where there is no such workshop, several of them, or the file cannot be written.
    """
    workshop, contents = export_workshop(database, find_workshop(database, sought))
    write_workshop_file(path, workshop, {name: EnclosureInMemory(content) for name, content in contents.items()})
