"""What the window shows when a workshop is opened, as the database has it."""

from uuid import UUID

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.workshops import load_workshop


def read_workshop(database: Database, workshop_id: UUID) -> Workshop:
    """Return a workshop. Raises UserError where there is none with this id."""
    with database.session() as session:
        workshop = load_workshop(session, workshop_id)
    if workshop is None:
        raise UserError("This workshop is not in the database any more; perhaps it was removed on another computer.")
    return workshop
