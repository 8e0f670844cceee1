"""Groups as the room sees them: who reports, where they meet, who is in them."""

from uuid import UUID

from clesidra_desktop.exchange.text import clean_line
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.storage import rapporteurs as stored
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.journal import row_changes


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
