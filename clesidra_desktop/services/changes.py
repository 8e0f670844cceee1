"""What a deed has changed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from uuid import UUID

from clesidra_desktop.storage.journal import RowChange


@dataclass(frozen=True, slots=True)
class Changes:
    """The ids of the rows that a deed added, changed and removed, by table. True where there are any.

    `attendants` are those whose arrivals and departures were added or removed: their own rows may be as they were.
    """

    added: Mapping[str, tuple[UUID, ...]] = field(default_factory=dict)
    changed: Mapping[str, tuple[UUID, ...]] = field(default_factory=dict)
    removed: Mapping[str, tuple[UUID, ...]] = field(default_factory=dict)
    attendants: tuple[UUID, ...] = ()

    @classmethod
    def of(cls, rows: Iterable[RowChange]) -> "Changes":
        """Return the changes of rows."""
        return cls.over([rows])

    @classmethod
    def over(cls, entries: Iterable[Iterable[RowChange]]) -> "Changes":
        """Return the changes of several entries together, the oldest first.

        What was added and removed again is left out; what was changed and changed back is not.
        """
        was_there: dict[tuple[str, UUID], bool] = {}
        is_there: dict[tuple[str, UUID], bool] = {}
        attendants: dict[UUID, None] = {}
        for row in chain.from_iterable(entries):
            was_there.setdefault((row.table, row.id), row.before is not None)
            is_there[row.table, row.id] = row.after is not None
            if owner := (row.after or row.before or {}).get("attendant_id"):
                attendants[UUID(owner)] = None
        added, changed, removed = _by_table(), _by_table(), _by_table()
        for (table, id_), before in was_there.items():
            if before or is_there[table, id_]:
                kind = added if not before else changed if is_there[table, id_] else removed
                kind[table].append(id_)
        return cls(_frozen(added), _frozen(changed), _frozen(removed), tuple(attendants))

    def __len__(self) -> int:
        return sum(len(ids) for kind in (self.added, self.changed, self.removed) for ids in kind.values())


def _by_table() -> defaultdict[str, list[UUID]]:
    return defaultdict(list)


def _frozen(kind: Mapping[str, Iterable[UUID]]) -> dict[str, tuple[UUID, ...]]:
    return {table: tuple(ids) for table, ids in kind.items()}
