"""The journal: what every transaction changed."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, false
from sqlalchemy.orm import Mapped, mapped_column

from clesidra_desktop.storage.tables.base import Row, UtcTime


class JournalRow(Row):
    """One entry. It refers to other rows by id without a foreign key: it outlives them.

    `sequence` counts from 1 without gaps in the order of the commits. `rows` is a list of
    `{"table", "id", "before", "after"}`: every column where a row was added (`before` is null) or removed (`after`
    is null), and only the columns that differ where it was changed; of long lists only what differs (see `spliced`).
    Ids and times are text in ISO 8601; the bytes of files are left out, their SHA-256 stands for them. `undoes` is the
    sequence of the entry that this one takes back, `redoes` that of the undoing entry which this one takes back in its
    turn. `sealed` is an entry from which the data of a person were taken when the person was anonymized: it cannot be
    undone any more, nor what was done before it.
    """

    __tablename__ = "journal"
    __table_args__ = (Index(None, "workshop_id", "sequence"),)

    sequence: Mapped[int] = mapped_column(unique=True)
    at: Mapped[datetime] = mapped_column(UtcTime)
    who: Mapped[str]
    deed: Mapped[str]
    workshop_id: Mapped[UUID | None]
    rows: Mapped[list[dict[str, Any]]]
    undoes: Mapped[int | None]
    redoes: Mapped[int | None]
    sealed: Mapped[bool] = mapped_column(default=False, server_default=false())
