"""What a deed has changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from clesidra_desktop.storage.journal import RowChange


@dataclass(frozen=True, slots=True)
class Changes:
    """The ids of the rows that a deed added, changed and removed, by table. True where there are any."""

    added: Mapping[str, tuple[UUID, ...]] = field(default_factory=dict)
    changed: Mapping[str, tuple[UUID, ...]] = field(default_factory=dict)
    removed: Mapping[str, tuple[UUID, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[RowChange]) -> "Changes":
        """Return the changes of rows."""
        added: dict[str, list[UUID]] = {}
        changed: dict[str, list[UUID]] = {}
        removed: dict[str, list[UUID]] = {}
        for row in rows:
            kind = added if row.before is None else removed if row.after is None else changed
            kind.setdefault(row.table, []).append(row.id)
        return cls(*({table: tuple(ids) for table, ids in kind.items()} for kind in (added, changed, removed)))

    def __len__(self) -> int:
        return sum(len(ids) for kind in (self.added, self.changed, self.removed) for ids in kind.values())
