"""Annexes, and the files that a workshop carries: annexes, signatures, photos."""

from hashlib import sha256
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from clesidra_desktop.domain.workshop import Annex, AnnexSource
from clesidra_desktop.storage.ids import file_id
from clesidra_desktop.storage.tables.base import Row


class AnnexRow(Row):
    """What follows the minutes. `file` is a path inside the workshop file; there may be no such file."""

    __tablename__ = "annexes"
    KEY: ClassVar = ("key",)

    workshop_id: Mapped[UUID] = mapped_column(ForeignKey("workshops.id"), index=True, init=False)
    ordinal: Mapped[int]
    key: Mapped[str]
    title: Mapped[str]
    source: Mapped[str]
    file: Mapped[str]
    extensions: Mapped[dict[str, Any]]

    @classmethod
    def from_domain(cls, ordinal: int, annex: Annex) -> "AnnexRow":
        """Return the row of an annex."""
        return cls(
            ordinal=ordinal,
            key=annex.key,
            title=annex.title,
            source=annex.source.value,
            file=annex.file,
            extensions=annex.extensions,
        )

    def to_domain(self) -> Annex:
        """Return the annex."""
        return Annex(
            key=self.key,
            title=self.title,
            source=AnnexSource(self.source),
            file=self.file,
            extensions=self.extensions,
        )


class FileRow(Row):
    """The content of a file, kept once however many workshops carry it.

    `sha256` is in hexadecimal digits and `size` in bytes. A file stays when the last workshop lets go of it: the
    journal does not repeat contents, and undoing would be left without them.
    """

    __tablename__ = "files"
    KEY: ClassVar = ("sha256",)

    sha256: Mapped[str] = mapped_column(unique=True)
    size: Mapped[int]
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)

    @classmethod
    def from_content(cls, content: bytes) -> "FileRow":
        """Return the row of a file."""
        row = cls(sha256=sha256(content).hexdigest(), size=len(content), content=content)
        row.id = file_id(row.sha256)
        return row


class WorkshopFileRow(Row):
    """The path by which a workshop knows a file."""

    __tablename__ = "workshop_files"
    KEY: ClassVar = ("path",)

    workshop_id: Mapped[UUID] = mapped_column(ForeignKey("workshops.id"), index=True, init=False)
    path: Mapped[str]
    file_id: Mapped[UUID] = mapped_column(ForeignKey("files.id"), index=True)
