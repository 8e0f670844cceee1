"""Bytes of a database that went wrong are told as faults with what to do, and the rest is looked at."""

from pathlib import Path

from clesidra_desktop.services.doctor import examine_database
from clesidra_desktop.services.workshops import import_workshop
from clesidra_desktop.storage.database import open_database
from tests.helpers import builders as make


def test_text_that_is_no_text_any_more_is_damage_and_the_other_workshops_are_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "workshops.db"
    with open_database(path) as database:
        for number, venue in ((1, "The hall of Kratie"), (2, "Elsewhere")):
            workshop = make.workshop(id=make.identity(number), venue=venue, attendants=(), groups=(), ways_forward=())
            import_workshop(database, workshop, {}, who="Bopha")
    path.write_bytes(path.read_bytes().replace(b"The hall of Kratie", b"The hall \xff\xfe Kratie"))
    with open_database(path) as database:
        found = examine_database(database)
    assert found.workshops == 2
    sentences = [one.sentence for one in found.faults]
    assert f"The database {path} is damaged or cannot be read. Put a copy of it in its place." in sentences
