"""What all tables share: the id, the types of columns and the names of constraints."""

import json
from datetime import UTC, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Double, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column
from sqlalchemy.types import TypeDecorator

CHILDREN = "all, delete-orphan"
"""The cascade of rows that live and die with the row above them.

It is the unit of work that deletes them, one by one, and never the database: rows that the database removed by
itself would be missing from the journal. The foreign keys therefore restrict.
"""


class PlainText(TypeDecorator[str]):
    """Text of any length. Raises ValueError for the character NUL, which PostgreSQL cannot hold."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return the text as it is."""
        if value is not None and "\0" in value:
            raise ValueError(f"text with the character NUL cannot be stored: {value[:80]!r}")
        return value


class LocalTime(TypeDecorator[datetime]):
    """A date and time in the workshop's own zone. Raises ValueError for one that carries an offset."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return the time as it is."""
        if value is not None and value.tzinfo is not None:
            raise ValueError(f"times of a workshop are local and carry no offset: {value.isoformat()}")
        return value


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC, with its offset in Python and without it in the database. Raises ValueError without one."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return the moment in UTC without the offset."""
        if value is not None and value.tzinfo is None:
            raise ValueError(f"a moment needs its offset from UTC: {value.isoformat()}")
        return value and value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return the moment with its offset."""
        return value and value.replace(tzinfo=UTC)


class Json(TypeDecorator[Any]):
    """JSON kept as text, so that the order of keys and the digits of numbers stay what they were."""

    impl = JSON
    cache_ok = True

    def compare_values(self, x: Any, y: Any) -> bool:
        """Whether two values are written alike; Python's == takes 1, 1.0 and true for the same."""
        return bool(x == y) and json.dumps(x) == json.dumps(y)


class Row(MappedAsDataclass, DeclarativeBase, kw_only=True, eq=False, repr=False):
    """A row of any table.

    `KEY` names the columns by which a row is known among the rows of its table that have the same parent, and
    `PARENT` the column that holds the id of that parent. `LOCAL` names columns that only this database knows: they
    are in no workshop file.
    """

    KEY: ClassVar[tuple[str, ...]] = ("id",)
    PARENT: ClassVar[str] = "workshop_id"
    LOCAL: ClassVar[tuple[str, ...]] = ()

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {
        str: PlainText,
        int: BigInteger,
        float: Double,
        datetime: LocalTime,
        dict[str, Any]: Json,
        list[str]: Json,
        list[dict[str, Any]]: Json,
    }

    id: Mapped[UUID] = mapped_column(primary_key=True, init=False, sort_order=-1)
