"""Organizations of the directory: their spellings brought together under one name, which everybody then has.

The name is written at attendants, people and quotas themselves, so that the split into groups, the documents and the
reports count one organization as one without asking the directory.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from rapidfuzz import fuzz, process

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.names import folded
from clesidra_desktop.domain.organizations import canonical_names, with_spellings
from clesidra_desktop.domain.people import Organization
from clesidra_desktop.exchange.text import clean_text
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.storage import organizations as stored
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.ids import uuid7
from clesidra_desktop.storage.journal import row_changes
from clesidra_desktop.storage.organizations import Use

ALIKE = 80
"""The least likeness, of 100, of a name that is offered for what was typed."""

ENOUGH = 8
"""Names that are offered."""


@dataclass(frozen=True, slots=True)
class OrganizationLine:
    """An organization of the list. `id` is None where it is only a name that attendants and people have."""

    id: UUID | None
    name: str
    spellings: tuple[str, ...]
    use: Use


class OrganizationNames:
    """The names of organizations for typing ahead, those with most people first."""

    def __init__(self, lines: Iterable[OrganizationLine]) -> None:
        ordered = sorted(lines, key=lambda line: (-line.use.people - line.use.attendants, line.name))
        self._names = [line.name for line in ordered]
        self._texts = [" | ".join(map(folded, (line.name, *line.spellings))) for line in ordered]

    def find(self, typed: str, limit: int = ENOUGH) -> list[str]:
        """Return names for what was typed, the likeliest first; the most usual ones where nothing was."""
        wanted = folded(typed)
        words = wanted.split()
        within = [place for place, text in enumerate(self._texts) if all(word in text for word in words)]
        within.sort(key=lambda place: not self._texts[place].startswith(wanted))
        found = dict.fromkeys(self._names[place] for place in within[:limit])
        if len(found) < limit and len(wanted) > 2:
            likest = process.extract(wanted, self._texts, scorer=fuzz.partial_ratio, score_cutoff=ALIKE, limit=limit)
            found |= dict.fromkeys(self._names[place] for _, _, place in likest)
        return list(found)[:limit]


def list_organizations(database: Database) -> tuple[OrganizationLine, ...]:
    """Return all organizations, and the names that attendants and people have and that belong to none, by name."""
    with database.session() as session:
        organizations, uses = stored.load_organizations(session), stored.count_uses(session)
    by_folded: defaultdict[str, list[str]] = defaultdict(list)
    for text in uses:
        by_folded[folded(text)].append(text)
    lines = []
    for one in organizations:
        stand_for_it = {folded(text) for text in (one.name, *one.spellings)}
        used = [uses.pop(text) for key in stand_for_it for text in by_folded.pop(key, ())]
        total = Use(sum(use.attendants for use in used), sum(use.people for use in used))
        lines.append(OrganizationLine(one.id, one.name, one.spellings, total))
    lines += [OrganizationLine(None, text, (), use) for text, use in uses.items()]
    return tuple(sorted(lines, key=lambda line: folded(line.name)))


def organization_names(database: Database) -> OrganizationNames:
    """Return the names for typing ahead; build them again when changes name organizations, people or attendants."""
    return OrganizationNames(list_organizations(database))


def join_spellings(database: Database, name: str, spellings: Iterable[str], *, who: str) -> tuple[UUID, Changes]:
    """Let spellings stand for one organization by a name; return its id and what changed.

    Attendants, people and quotas have the name from now on; who registers with a spelling gets it, too. Organizations
    that have one of the spellings become part of it. Raises UserError without a name.
    """
    chosen = _name(name)
    wanted = {folded(text) for text in (chosen, *spellings)}
    with database.transaction(deed="join_spellings", who=who) as session:
        organizations = stored.load_organizations(session)
        joined = [one for one in organizations if wanted & {folded(text) for text in (one.name, *one.spellings)}]
        first = joined[0] if joined else Organization(id=uuid7(database.now()), name=chosen)
        more = (text for one in joined for text in (one.name, *one.spellings))
        together = with_spellings(first, chosen, (*spellings, *more))
        for one in joined[1:]:
            stored.remove_organization(session, one.id)
        stored.save_organization(session, together)
        stored.rename_everywhere(session, together.spellings, chosen)
        return together.id, Changes.of(row_changes(session))


def rename_organization(database: Database, organization_id: UUID, name: str, *, who: str) -> Changes:
    """Give an organization another name, also at attendants, people and quotas; the old one stays a spelling of it.

    Raises UserError where another organization has the name, or the organization is gone.
    """
    chosen = _name(name)

    def rename(organization: Organization, others: list[Organization]) -> Organization:
        if taken := canonical_names(others).get(folded(chosen)):
            raise UserError(
                "“{name}” stands for the organization “{other}”. Bring the two together, or choose another name.",
                name=chosen,
                other=taken,
            )
        return with_spellings(organization, chosen, ())

    return _change(database, organization_id, rename, deed="rename_organization", who=who)


def part_spelling(database: Database, organization_id: UUID, spelling: str, *, who: str) -> Changes:
    """Let a spelling stand for an organization no more.

    Who was given its name keeps it: undo what brought them together, or correct them by hand. Raises UserError where
    the organization is gone or has no such spelling.
    """

    def part(organization: Organization, _: list[Organization]) -> Organization:
        if spelling not in organization.spellings:
            raise UserError("“{name}” has no spelling “{spelling}”.", name=organization.name, spelling=spelling)
        kept = tuple(one for one in organization.spellings if one != spelling)
        return Organization(id=organization.id, name=organization.name, spellings=kept)

    return _change(database, organization_id, part, deed="part_spelling", who=who)


def _change(
    database: Database,
    organization_id: UUID,
    change: Callable[[Organization, list[Organization]], Organization],
    *,
    deed: str,
    who: str,
) -> Changes:
    """Change an organization, which is handed over with the other ones, and let everybody have its name."""
    with database.transaction(deed=deed, who=who) as session:
        organization = stored.load_organization(session, organization_id)
        if organization is None:
            raise UserError("This organization is not in the directory any more; perhaps on another computer.")
        others = [one for one in stored.load_organizations(session) if one.id != organization_id]
        changed = change(organization, others)
        stored.save_organization(session, changed)
        stored.rename_everywhere(session, changed.spellings, changed.name)
        return Changes.of(row_changes(session))


def _name(text: str) -> str:
    name = " ".join(clean_text(text)[0].split())
    if not name:
        raise UserError("An organization needs a name. Type how it is to be written.")
    return name
