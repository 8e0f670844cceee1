"""The rows that are set before a workshop begins: each is added, edited, moved and removed by itself.

Each deed looks at the workshop as the database has it, so that it leaves alone what another computer changed
meanwhile, and undo takes back one step.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeAlias
from uuid import UUID

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.minutes_sections import MADE_ANNEXES, SectionKind, section_key, section_of, with_section
from clesidra_desktop.domain.row_keys import fresh_key, new_key
from clesidra_desktop.domain.split import among_sectors
from clesidra_desktop.domain.workshop import (
    AgendaItem,
    Annex,
    AnnexSource,
    Category,
    Question,
    Quota,
    Sector,
    Workshop,
)
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.services.prepare import one_line
from clesidra_desktop.storage import workshops as stored
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.ids import new_mark
from clesidra_desktop.storage.journal import row_changes

PreparedRow: TypeAlias = Category | Quota | Sector | Question | AgendaItem | Annex

LONGEST = 31 * 24 * 60
"""Minutes of an agenda item at the most: what the workshop file takes."""


class Part(StrEnum):
    """A list of rows, by its field of Workshop. The names end those of the deeds: `add_category`."""

    CATEGORY = "categories"
    QUOTA = "quotas"
    SECTOR = "sectors"
    QUESTION = "questions"
    AGENDA_ITEM = "agenda"
    ANNEX = "annexes"


FOLLOWING = {
    Part.SECTOR: frozenset({"groups", "answers", "split"}),
    Part.QUESTION: frozenset({"answers"}),
    Part.ANNEX: frozenset({"agenda", "minutes"}),
}
"""What cannot be without the rows of a part."""

COUNTED = frozenset({"attendants", "quotas"})
"""What carries the code of a category."""


def key_of(row: PreparedRow) -> str:
    """Return what a row is known by among those of its part."""
    match row:
        case Category():
            return row.code
        case Quota():
            return f"{row.attribute}={row.value}"
    return row.key


def rows_of(workshop: Workshop, part: Part) -> tuple[PreparedRow, ...]:
    """Return the rows of a part."""
    rows: tuple[PreparedRow, ...] = getattr(workshop, part.value)
    return rows


def add_row(
    database: Database, workshop_id: UUID, part: Part, row: PreparedRow, *, who: str, after: str = ""
) -> tuple[str, Changes]:
    """Add a row behind the one of the key `after`, or at the end; return its key and what changed.

    A row without a key, or a category without a code, gets one. Raises UserError where it cannot be.
    """
    added: list[str] = []

    def edit(workshop: Workshop) -> Workshop:
        rows = rows_of(workshop, part)
        new = _checked(_keyed(row, {key_of(one) for one in rows}))
        keys = [key_of(one) for one in rows]
        place = keys.index(after) + 1 if after in keys else len(rows)
        added.append(key_of(new))
        return _with_rows(workshop, part, (*rows[:place], new, *rows[place:]))

    changes = _run(database, workshop_id, f"add_{part.name.lower()}", edit, who, {part})
    return added[-1], changes


def edit_row(
    database: Database, workshop_id: UUID, part: Part, key: str, details: Mapping[str, object], *, who: str
) -> Changes:
    """Give a row other details, by name of its fields; attendants and quotas follow the code of a category.

    A row without a key or a code gets one; attendants without a category stay without. Raises UserError where a detail
    cannot be, or where the row is there no longer.
    """
    wanted: dict[str, Any] = {name: one_line(value) if type(value) is str else value for name, value in details.items()}
    if wanted.get("key") == "":
        del wanted["key"]

    def edit(workshop: Workshop) -> Workshop:
        rows = rows_of(workshop, part)
        place = _place_of(rows, key)
        edited = replace(rows[place], **wanted)
        if "code" not in wanted:
            edited = _keyed(edited, {key_of(one) for one in rows})
        edited = _checked(edited)
        workshop = _with_rows(workshop, part, (*rows[:place], edited, *rows[place + 1 :]))
        is_renamed = isinstance(edited, Category) and key and edited.code != key
        return _with_code(workshop, key, key_of(edited)) if is_renamed else workshop

    followed = COUNTED if part is Part.CATEGORY and "code" in wanted else frozenset()
    return _run(database, workshop_id, f"edit_{part.name.lower()}", edit, who, {part, *followed})


def move_row(database: Database, workshop_id: UUID, part: Part, key: str, place: int, *, who: str) -> Changes:
    """Move a row to a place, counted from 0; one before the first or behind the last is that one."""

    def edit(workshop: Workshop) -> Workshop:
        rows = list(rows_of(workshop, part))
        row = rows.pop(_place_of(rows, key))
        rows.insert(max(place, 0), row)
        return _with_rows(workshop, part, tuple(rows))

    return _run(database, workshop_id, f"move_{part.name.lower()}", edit, who, {part})


def remove_rows(database: Database, workshop_id: UUID, part: Part, keys: Collection[str], *, who: str) -> Changes:
    """Take rows out of a workshop, with what cannot be without them.

    With a sector go its group, its answers and the wishes for it, with a question its answers; agenda items let go of
    an annex. An annex that the program makes in any case is switched off in the minutes. Attendants keep the code of a
    category that goes, which is then a finding.
    """

    def edit(workshop: Workshop) -> Workshop:
        kept = tuple(row for row in rows_of(workshop, part) if key_of(row) not in keys)
        gone = tuple(row for row in rows_of(workshop, part) if key_of(row) in keys)
        return _without_dependants(_with_rows(workshop, part, kept), part, gone)

    return _run(database, workshop_id, f"remove_{part.name.lower()}", edit, who, {part, *FOLLOWING.get(part, ())})


def _run(
    database: Database, workshop_id: UUID, deed: str, edit: stored.Edit, who: str, parts: Collection[str]
) -> Changes:
    with database.transaction(deed=deed, who=who, workshop_id=workshop_id) as session:
        stored.edit_workshop(session, workshop_id, edit, {}, {str(part) for part in parts})
        return Changes.of(row_changes(session))


def _with_rows(workshop: Workshop, part: Part, rows: tuple[PreparedRow, ...]) -> Workshop:
    """Return a workshop with other rows. Raises UserError where two of them cannot be told apart."""
    keys = [key_of(row) for row in rows]
    for place, key in enumerate(keys):
        if key in keys[:place]:
            raise _twice(part, rows[place])
    values: dict[str, Any] = {part.value: rows}
    return replace(workshop, **values)


def _twice(part: Part, row: PreparedRow) -> UserError:
    if part is Part.CATEGORY:
        return UserError("Another category has the code “{code}”. Type another code.", code=key_of(row))
    if part is Part.QUOTA:
        return UserError("There is a quota for this already. Change that one, or choose something else.")
    return UserError("There is another row with the key “{key}”. Give one of them another.", key=key_of(row))


def _place_of(rows: Sequence[PreparedRow], key: str) -> int:
    for place, row in enumerate(rows):
        if key_of(row) == key:
            return place
    raise UserError("This row is there no longer; perhaps it was removed on another computer. Add it again.")


def _keyed(row: PreparedRow, taken: Collection[str]) -> PreparedRow:
    """Return a row with a key of its own where it has none; codes of categories are read, and short."""
    if isinstance(row, Quota) or key_of(row):
        return row
    if isinstance(row, Category):
        return replace(row, code=new_key(Category, taken))
    return replace(row, key=fresh_key(type(row), new_mark()))


def _checked(row: PreparedRow) -> PreparedRow:
    match row:
        case Category(code=""):
            raise UserError("A category needs a code, such as CBO. Attendants are counted by it.")
        case Quota(share=share) if not 0 < share <= 1:
            raise UserError("A quota is more than 0 % and at most 100 %. Type a number such as 40.")
        case AgendaItem(minutes=int(minutes)) if not 0 <= minutes <= LONGEST:
            raise UserError(
                "{minutes} is no length of an agenda item. Type minutes from 0 to {limit}.",
                minutes=minutes,
                limit=LONGEST,
            )
    return row


def _with_code(workshop: Workshop, old: str, new: str) -> Workshop:
    """Return a workshop whose attendants and quotas have the new code of a category."""
    return replace(
        workshop,
        attendants=tuple(replace(one, category=new) if one.category == old else one for one in workshop.attendants),
        quotas=tuple(
            replace(one, value=new) if one.attribute == "category" and one.value == old else one
            for one in workshop.quotas
        ),
    )


def _without_dependants(workshop: Workshop, part: Part, gone: Iterable[PreparedRow]) -> Workshop:
    keys = {key_of(row) for row in gone}
    match part:
        case Part.SECTOR:
            groups = tuple(one for one in workshop.groups if one.sector not in keys)
            answers = tuple(one for one in workshop.answers if one.sector not in keys)
            split = among_sectors(workshop.split, [one.key for one in workshop.sectors])
            return replace(workshop, groups=groups, answers=answers, split=split)
        case Part.QUESTION:
            return replace(workshop, answers=tuple(one for one in workshop.answers if one.question not in keys))
        case Part.ANNEX:
            agenda = tuple(replace(one, annex="") if one.annex in keys else one for one in workshop.agenda)
            made = {row.source for row in gone if isinstance(row, Annex)}.intersection(MADE_ANNEXES)
            return _without_made(replace(workshop, agenda=agenda), made)
    return workshop


def _without_made(workshop: Workshop, sources: Iterable[AnnexSource]) -> Workshop:
    """Switch annexes off that would be made by themselves once the workshop does not name them any more."""
    for source in sources:
        section = section_of(workshop, section_key(SectionKind.ANNEX, f"({source})"))
        workshop = replace(workshop, minutes=with_section(workshop, replace(section, shown=False)))
    return workshop
