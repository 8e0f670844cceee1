"""The groups: split, seat newcomers, move, lock, even out; and what their page shows.

Nothing is dealt anew but by `split_into_groups` and `split_next_round`. Each deed is one transaction. A search is
made before its transaction, so that nobody else waits for it, and once more in it only if the workshop has changed
meanwhile.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from clesidra_desktop.domain import split as splits
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.storage import workshops as stored
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.journal import row_changes

RULES = frozenset({"balance", "attributes", "facilitators", "apart", "together", "wishes", "rounds"})
"""The fields of SplitRules that `change_split_rules` takes."""

Edit = Callable[[Workshop], Workshop]


def split_into_groups(
    database: Database,
    workshop_id: UUID,
    *,
    who: str,
    seed: int | None = None,
    progress: splits.Progress | None = None,
) -> Changes:
    """Deal everybody anew but those who are locked, by the rules of the workshop; a seed that is given is kept there.

    `progress` is told how much of the search is done, and of how much at the most; if it raises, nothing was changed.
    Raises UserError where there are no sectors or rules that no split can keep.
    """
    return _edit(
        database, workshop_id, lambda before: _dealt(before, seed, progress), deed="split_into_groups", who=who
    )


def split_next_round(
    database: Database,
    workshop_id: UUID,
    *,
    who: str,
    seed: int | None = None,
    progress: splits.Progress | None = None,
) -> Changes:
    """Note the groups as an earlier round and deal everybody anew, so that people meet others.

    `progress` is as in `split_into_groups`. Raises UserError where nobody sits in a group yet, and as that deed does.
    """

    def deal(before: Workshop) -> Workshop:
        seated = tuple(group.members for group in before.groups if group.members)
        if not seated:
            raise UserError("Nobody sits in a group yet, so there is no round to be followed. Split into groups first.")
        rules = replace(before.split, rounds=(*before.split.rounds, seated))
        return _dealt(replace(before, split=rules), seed, progress)

    return _edit(database, workshop_id, deal, deed="split_next_round", who=who)


def _dealt(before: Workshop, seed: int | None, progress: splits.Progress | None) -> Workshop:
    result = splits.split_workshop(before, seed, progress=progress)
    rules = replace(before.split, seed=result.seed)
    return splits.with_members(replace(before, split=rules), {group.sector: group.members for group in result.groups})


def seat_newcomers(database: Database, workshop_id: UUID, *, who: str) -> Changes:
    """Seat everybody who has no seat and is not left out, as evenly as that can be; nobody else moves."""

    def seat(before: Workshop) -> Workshop:
        result = splits.seat_newcomers(before)
        keys = [sector.key for sector in before.sectors]
        now = splits.seats_of(before)
        places = {one: group.sector for group in result.groups for one in group.members if one not in now}
        return splits.moved(before, {one: key for key in keys for one in places if places[one] == key})

    return _edit(database, workshop_id, seat, deed="seat_newcomers", who=who)


def move_members(database: Database, workshop_id: UUID, places: Mapping[UUID, str], *, who: str) -> Changes:
    """Put attendants into the groups of sectors, by key, all at once. Raises UserError for one who is locked."""

    def move(before: Workshop) -> Workshop:
        left_out = tuple(one for one in before.split.left_out if one not in places)
        return splits.moved(replace(before, split=replace(before.split, left_out=left_out)), places)

    return _edit(database, workshop_id, move, deed="move_member", who=who)


def swap_members(database: Database, workshop_id: UUID, one: UUID, other: UUID, *, who: str) -> Changes:
    """Let two attendants change groups. Raises UserError where one of them is locked or has no seat."""

    def swap(before: Workshop) -> Workshop:
        now = splits.seats_of(before)
        if one not in now or other not in now:
            raise UserError("One of the two has no seat in a group any more. Nothing was changed.")
        keys = [sector.key for sector in before.sectors]
        return splits.moved(before, {one: keys[now[other]], other: keys[now[one]]})

    return _edit(database, workshop_id, swap, deed="swap_members", who=who)


def even_out(database: Database, workshop_id: UUID, moves: Iterable[splits.Move], *, who: str) -> Changes:
    """Make the moves of an offer (see `even_out` of the split).

    Raises UserError, and moves nobody, where somebody does not sit any more where the offer says.
    """
    taken = tuple(moves)

    def move(before: Workshop) -> Workshop:
        keys = [sector.key for sector in before.sectors]
        now = splits.seats_of(before)
        if any(one.attendant not in now or keys[now[one.attendant]] != one.source for one in taken):
            raise UserError("The groups have changed since these moves were offered. Nobody was moved; ask again.")
        return splits.moved(before, {one.attendant: one.target for one in taken})

    return _edit(database, workshop_id, move, deed="even_out", who=who)


def lock_members(database: Database, workshop_id: UUID, people: Iterable[UUID], *, who: str) -> Changes:
    """Lock attendants in the groups where they sit. Raises UserError for one without a seat."""
    chosen = frozenset(people)
    return _edit(
        database,
        workshop_id,
        lambda before: splits.with_locks(before, chosen, locked=True),
        deed="lock_members",
        who=who,
    )


def unlock_members(database: Database, workshop_id: UUID, people: Iterable[UUID], *, who: str) -> Changes:
    """Take the locks of attendants away; they stay where they sit."""
    chosen = frozenset(people)
    return _edit(
        database,
        workshop_id,
        lambda before: splits.with_locks(before, chosen, locked=False),
        deed="unlock_members",
        who=who,
    )


def leave_out(database: Database, workshop_id: UUID, people: Iterable[UUID], *, who: str) -> Changes:
    """Free the seats of attendants who did not come, or only watch; no split gives them one."""
    chosen = tuple(dict.fromkeys(people))

    def leave(before: Workshop) -> Workshop:
        known = {one.id for one in before.attendants}
        left_out = dict.fromkeys((*before.split.left_out, *(one for one in chosen if one in known)))
        rules = replace(before.split, left_out=tuple(left_out))
        return splits.without_seats(replace(before, split=rules), chosen)

    return _edit(database, workshop_id, leave, deed="leave_out", who=who)


def take_in(database: Database, workshop_id: UUID, people: Iterable[UUID], *, who: str) -> Changes:
    """Count attendants who were left out among the newcomers again."""
    chosen = frozenset(people)

    def take(before: Workshop) -> Workshop:
        left_out = tuple(one for one in before.split.left_out if one not in chosen)
        return replace(before, split=replace(before.split, left_out=left_out))

    return _edit(database, workshop_id, take, deed="take_in", who=who)


def keep_apart(database: Database, workshop_id: UUID, people: Iterable[UUID], *, who: str) -> Changes:
    """Let no two of these attendants sit together from the next split on."""
    return _add_set(database, workshop_id, people, who=who, field="apart")


def keep_together(database: Database, workshop_id: UUID, people: Iterable[UUID], *, who: str) -> Changes:
    """Let these attendants sit together from the next split on."""
    return _add_set(database, workshop_id, people, who=who, field="together")


def _add_set(database: Database, workshop_id: UUID, people: Iterable[UUID], *, who: str, field: str) -> Changes:
    chosen = tuple(dict.fromkeys(people))
    if len(chosen) < 2:
        raise UserError("Choose at least two attendants for this rule.")

    def add(before: Workshop) -> Workshop:
        sets = getattr(before.split, field)
        if any(frozenset(one) == frozenset(chosen) for one in sets):
            return before
        values: dict[str, Any] = {field: (*sets, chosen)}
        return replace(before, split=replace(before.split, **values))

    return _edit(database, workshop_id, add, deed=f"keep_{field}", who=who)


def change_split_rules(database: Database, workshop_id: UUID, fields: Mapping[str, object], *, who: str) -> Changes:
    """Give the rules of the split other values in some of the fields `RULES`, by name; nobody moves.

    Raises UserError where an attendant or sector of a rule is gone, KeyError for another field.
    """
    if other := fields.keys() - RULES:
        raise KeyError(*sorted(other))
    values: dict[str, Any] = dict(fields)

    def change(before: Workshop) -> Workshop:
        rules = splits.among_sectors(replace(before.split, **values), [sector.key for sector in before.sectors])
        known = {one.id for one in before.attendants}
        sets = (rules.facilitators, *rules.apart, *rules.together, *(group for one in rules.rounds for group in one))
        named = {one for people in sets for one in people} | {wish.attendant for wish in rules.wishes}
        if named - known:
            raise UserError(
                "{count} of the attendants of these rules are not in this workshop any more. Choose again.",
                count=len(named - known),
            )
        return replace(before, split=rules)

    return _edit(database, workshop_id, change, deed="change_split_rules", who=who)


def _edit(database: Database, workshop_id: UUID, edit: Edit, *, deed: str, who: str) -> Changes:
    """Make the edit on what is known now, and again in the transaction where somebody has changed that meanwhile."""
    with database.session() as session:
        known = stored.load_workshop(session, workshop_id)
    planned = edit(known) if known else None

    def again(now: Workshop) -> Workshop:
        return planned if planned is not None and now == known else edit(now)

    with database.transaction(deed=deed, who=who, workshop_id=workshop_id) as session:
        stored.edit_workshop(session, workshop_id, again, {})
        return Changes.of(row_changes(session))
