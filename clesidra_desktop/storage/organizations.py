"""Organizations in the database, and the names of organizations that attendants and people have."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from clesidra_desktop.domain.names import folded
from clesidra_desktop.domain.organizations import canonical_name, canonical_names
from clesidra_desktop.domain.people import Organization
from clesidra_desktop.domain.workshop import QuotaAttribute
from clesidra_desktop.storage.tables.attendants import AttendantRow, QuotaRow
from clesidra_desktop.storage.tables.people import OrganizationRow, PersonRow
from clesidra_desktop.storage.upsert import upsert

CHUNK = 500
"""Names in one question to the database."""


@dataclass(frozen=True, slots=True)
class Use:
    """How many attendants, of all workshops, and people of the directory have an organization by a spelling."""

    attendants: int = 0
    people: int = 0


def load_organizations(session: Session) -> list[Organization]:
    """Return all organizations by their names."""
    rows = session.scalars(select(OrganizationRow).order_by(OrganizationRow.name, OrganizationRow.id))
    return [row.to_domain() for row in rows]


def known_name(session: Session, text: str) -> str:
    """Return the name of the organization that a spelling stands for, or the text itself."""
    return canonical_name(text, canonical_names(load_organizations(session))) if text else text


def load_organization(session: Session, organization_id: UUID) -> Organization | None:
    """Return an organization, None where there is none with this id."""
    row = session.get(OrganizationRow, organization_id)
    return row.to_domain() if row else None


def save_organization(session: Session, organization: Organization) -> None:
    """Make the organization of this id like this one."""
    row, wanted = session.get(OrganizationRow, organization.id), OrganizationRow.from_domain(organization)
    if row is None:
        session.add(wanted)
    else:
        upsert(row, wanted)


def remove_organization(session: Session, organization_id: UUID) -> None:
    """Take an organization out; attendants and people keep its name as text."""
    session.delete(session.get_one(OrganizationRow, organization_id))


def count_uses(session: Session) -> dict[str, Use]:
    """Return who has an organization, by the spellings that attendants and people have."""
    of_attendants = _counted(session, AttendantRow.organization)
    of_people = _counted(session, PersonRow.organization)
    return {name: Use(of_attendants.get(name, 0), of_people.get(name, 0)) for name in of_attendants | of_people}


def _counted(session: Session, column: InstrumentedAttribute[str]) -> dict[str, int]:
    counted = session.execute(select(column, func.count()).where(column != "").group_by(column))
    return {name: count for name, count in counted}  # noqa: C416 - rows are no pairs for dict()


def rename_everywhere(session: Session, spellings: Collection[str], name: str) -> None:
    """Let attendants, people and quotas that have one of the spellings, however folded, have the name instead."""
    wanted = {folded(spelling) for spelling in (*spellings, name)}
    of_quotas = session.scalars(select(QuotaRow.value).where(QuotaRow.attribute == QuotaAttribute.ORGANIZATION.value))
    had = {*count_uses(session), *of_quotas}
    other = sorted(spelling for spelling in had if folded(spelling) in wanted and spelling != name)
    for chunk in _chunks(other):
        for attendant in session.scalars(select(AttendantRow).where(AttendantRow.organization.in_(chunk))):
            attendant.organization = name
        for person in session.scalars(select(PersonRow).where(PersonRow.organization.in_(chunk))):
            person.organization = name
        of_organization = QuotaRow.attribute == QuotaAttribute.ORGANIZATION.value
        for quota in session.scalars(select(QuotaRow).where(of_organization, QuotaRow.value.in_(chunk))):
            quota.value = name


def _chunks(names: list[str]) -> Iterator[list[str]]:
    return (names[start : start + CHUNK] for start in range(0, len(names), CHUNK))
