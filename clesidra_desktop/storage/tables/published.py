"""What was published: versions of minutes and their files. Triggers of the database refuse to change these rows."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from clesidra_desktop.storage.tables.base import Row, UtcTime


class PublishedVersionRow(Row):
    """A published version. `replaces` is the number of another one, `accepted` a list of findings with their reasons.

    `withdrawn` is when somebody who asked to be forgotten was taken out of the texts: the one change that is let.
    """

    __tablename__ = "published_versions"
    __table_args__ = (UniqueConstraint("workshop_id", "number"),)

    workshop_id: Mapped[UUID] = mapped_column(ForeignKey("workshops.id"), index=True)
    number: Mapped[int]
    at: Mapped[datetime] = mapped_column(UtcTime)
    who: Mapped[str]
    language: Mapped[str]
    edition: Mapped[str]
    reason: Mapped[str]
    replaces: Mapped[int | None]
    accepted: Mapped[list[dict[str, Any]]]
    withdrawn: Mapped[datetime | None] = mapped_column(UtcTime, default=None)


class PublishedFileRow(Row):
    """A file of a published version. Its bytes are kept in `files`, where workshops keep theirs: once.

    Where `withdrawn` says when the bytes were taken away there is no `file_id` any more; size and SHA-256 stay.
    """

    __tablename__ = "published_files"
    PARENT = "version_id"

    version_id: Mapped[UUID] = mapped_column(ForeignKey("published_versions.id"), index=True)
    ordinal: Mapped[int]
    kind: Mapped[str]
    name: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    file_id: Mapped[UUID | None] = mapped_column(ForeignKey("files.id"), index=True)
    withdrawn: Mapped[datetime | None] = mapped_column(UtcTime, default=None)
