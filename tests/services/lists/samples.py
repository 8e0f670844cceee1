"""What lists are held against in the tests."""

from datetime import date
from typing import Any
from uuid import UUID

from clesidra_desktop.domain.people import Person
from clesidra_desktop.domain.workshop import Attendant, Category, Sex
from clesidra_desktop.services.lists.plan import Known
from clesidra_desktop.services.lists.preview import Basis, ImportPreview
from tests.helpers.lists import list_of

CATEGORIES = (Category(code="CBO", label="CBOs"), Category(code="GOV", label="Gov"))
DARA = Attendant(
    id=UUID(int=1), name="Sok Dara", sex=Sex.MALE, organization="NGO Forum", phone="012 345 678", category="CBO"
)


def basis(*attendants: Attendant, people: tuple[Person, ...] = (), **linked: UUID) -> Basis:
    """Return a workshop of 6 May 2026 with these attendants; `linked` gives the person of each by name."""
    known = Known(
        tuple((one, linked.get(one.name.split()[-1].casefold())) for one in attendants),
        tuple((person, person.id) for person in people),
    )
    return Basis(CATEGORIES, 2026, date(2026, 5, 6), known)


def preview(*rows: list[str], against: Basis | None = None, **how: Any) -> ImportPreview:
    """Return rows, the first of which is the header, as they would come into a workshop: an empty one unless given."""
    return ImportPreview(list_of(*rows), against or basis(), **how)


def statuses(shown: ImportPreview) -> dict[int, str]:
    """Return what becomes of each row, by its number."""
    return {row.number: row.status.value for row in shown.rows}


def sentences(shown: ImportPreview) -> list[str]:
    """Return the faults in words."""
    return [str(fault.sentence()) for fault in shown.faults]
