"""The workshop file, version 1: one workshop, whole, as `workshop.json` or in a zip `NAME.clesidra` with its files."""

from clesidra_desktop.exchange.workshop_file.enclosures import Enclosure, EnclosureInMemory, EnclosureOnDisk
from clesidra_desktop.exchange.workshop_file.reading import WorkshopFile, decode_workshop, read_workshop_file
from clesidra_desktop.exchange.workshop_file.schema import workshop_file_schema
from clesidra_desktop.exchange.workshop_file.tree import LeftOut
from clesidra_desktop.exchange.workshop_file.writing import encode_workshop, write_workshop_file

__all__ = [
    "Enclosure",
    "EnclosureInMemory",
    "EnclosureOnDisk",
    "LeftOut",
    "WorkshopFile",
    "decode_workshop",
    "encode_workshop",
    "read_workshop_file",
    "workshop_file_schema",
    "write_workshop_file",
]
