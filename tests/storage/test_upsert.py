"""Rows keep their ids through edits of their keys."""

from uuid import UUID

from sqlalchemy import select

from clesidra_desktop.domain.workshop import Sector
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.tables.groups import SectorRow
from clesidra_desktop.storage.workshops import load_workshop, save_workshop
from tests.storage.samples import full_workshop


def test_a_row_whose_key_was_changed_keeps_its_id(database: Database) -> None:
    """A row that takes over the old key is another row with another id."""
    with database.transaction(deed="test", who="tester") as session:
        save_workshop(session, full_workshop(sectors=(Sector(key="water", title="Water"),)), {})
    with database.transaction(deed="test", who="tester") as session:
        row = session.scalars(select(SectorRow)).one()
        renamed, row.key = row.id, "rivers"
    wanted = full_workshop(sectors=(Sector(key="water", title="Water"), Sector(key="rivers", title="Water")))
    with database.transaction(deed="test", who="tester") as session:
        save_workshop(session, wanted, {})
    with database.session() as session:
        assert load_workshop(session, UUID(int=100)) == wanted
        ids = {row.key: row.id for row in session.scalars(select(SectorRow))}
    assert ids["rivers"] == renamed != ids["water"]
