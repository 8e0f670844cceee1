"""Who reports for a group: noted as a name, or by the id of an attendant."""

from uuid import UUID

from clesidra_desktop.domain.workshop import Attendant, Workshop


def rapporteurs(workshop: Workshop) -> dict[str, Attendant | str]:
    """Return the rapporteur of each group by its sector: the attendant, else the name; empty where nobody is known."""
    attendants = {attendant.id: attendant for attendant in workshop.attendants}
    return {group.sector: _rapporteur(group.rapporteur.strip(), attendants) for group in workshop.groups}


def _rapporteur(noted: str, attendants: dict[UUID, Attendant]) -> Attendant | str:
    try:
        identity = UUID(noted)
    except ValueError:
        return noted
    return attendants.get(identity, "")
