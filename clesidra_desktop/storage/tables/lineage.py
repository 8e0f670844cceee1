"""The states of a workshop that came in or went out as a file."""

from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from clesidra_desktop.storage.tables.base import Row


class SavedStateRow(Row):
    """A state from which the present one of a workshop comes. `ordinal` counts from the oldest.

    `state` is its id, which two computers agree on. `file_id` is what it was, packed; null where it is known by its id
    alone, or was dropped because somebody in it was anonymized. The row refers to the workshop without a foreign key,
    because it outlives it.
    """

    __tablename__ = "saved_states"
    KEY: ClassVar = ("state",)

    workshop_id: Mapped[UUID] = mapped_column(index=True)
    state: Mapped[UUID]
    ordinal: Mapped[int]
    file_id: Mapped[UUID | None] = mapped_column(ForeignKey("files.id"), index=True)
