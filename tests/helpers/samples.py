"""The workshops that tests are run on."""

from pathlib import Path

from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.exchange.workshop_file.reading import read_workshop_file
from clesidra_desktop.paths import resource

SAMPLE = resource("samples/ratanakiri/workshop.json")
NASTY = tuple(sorted((Path(__file__).parents[1] / "data" / "workshops").glob("*.json")))


def read(path: Path) -> Workshop:
    """Return the workshop of a file."""
    return read_workshop_file(path).workshop


def name_of(path: Path) -> str:
    """Return a short name for the parameters of a test."""
    return path.parent.name if path.stem == "workshop" else path.stem
