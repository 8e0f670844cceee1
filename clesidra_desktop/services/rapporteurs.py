"""Groups as the room sees them: who reports, where they meet, who is in them."""

from dataclasses import dataclass
from uuid import UUID

from clesidra_desktop.domain.workshop import Sector
from clesidra_desktop.exchange.text import clean_line
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.storage import rapporteurs as stored
from clesidra_desktop.storage.agenda import load_agenda
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.journal import row_changes


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """A group as everybody in the room may see it: names in Latin and in Khmer letters, and nothing else of anybody."""

    sector: Sector
    room: str
    rapporteur: str
    members: tuple[tuple[str, str], ...]


def find_shown_groups(database: Database, workshop_id: UUID) -> tuple[ShownGroup, ...]:
    """Return a group for every sector, in the order of the sectors. Raises UserError where the workshop is gone."""
    with database.session() as session:
        sectors = load_agenda(session, workshop_id).sectors
        rooms = stored.load_rooms(session, workshop_id)
        names = stored.load_rapporteurs(session, workshop_id)
        members = stored.load_members(session, workshop_id)
    return tuple(
        ShownGroup(one, rooms.get(one.key, ""), names.get(one.key, ""), members.get(one.key, ())) for one in sectors
    )


def describe_group(
    database: Database,
    workshop_id: UUID,
    sector: str,
    *,
    who: str,
    rapporteur: str | None = None,
    room: str | None = None,
) -> Changes:
    """Note who reports for the group of a sector, a name or the id of an attendant, and where it meets.

    What is None stays as it is. Raises UserError where the sector is gone.
    """
    wanted = (None if text is None else clean_line(text) for text in (rapporteur, room))
    with database.transaction(deed="describe_group", who=who, workshop_id=workshop_id) as session:
        stored.edit_group(session, workshop_id, sector, *wanted)
        return Changes.of(row_changes(session))
