"""Making rows of the database like the rows of a file, touching only those that differ."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import inspect
from sqlalchemy.orm import RelationshipProperty

from clesidra_desktop.storage.ids import keyed_id
from clesidra_desktop.storage.tables.base import Row

Key: TypeAlias = tuple[tuple[str | int, ...], int]
"""The values of `Row.KEY`, and which of the rows with these values it is: nothing forbids two of a kind."""


def owned(row_class: type[Row]) -> Iterator[RelationshipProperty[Row]]:
    """Yield the relationships to the rows that live and die with those of a class."""
    return (relation for relation in inspect(row_class).relationships if relation.cascade.delete_orphan)


def give_ids(row: Row) -> None:
    """Give every row below a new one its id, unless it was born with one."""
    for relation in owned(type(row)):
        taken: set[UUID] = set()
        for key, child in _by_key(getattr(row, relation.key)).items():
            _give_id(child, row.id, key, taken)
            give_ids(child)


def upsert(row: Row, wanted: Row) -> None:
    """Make a row and all rows below it like those of `wanted`, which is in no session.

    Rows are matched by their key below the same parent. Those that match keep their id.
    """
    _copy_columns(row, wanted)
    for relation in owned(type(row)):
        children: list[Row] = getattr(row, relation.key)
        taken = {child.id for child in children}
        have, want = _by_key(children), _by_key(getattr(wanted, relation.key))
        for key, child in want.items():
            if key in have:
                upsert(have[key], child)
            else:
                _give_id(child, row.id, key, taken)
                give_ids(child)
                children.append(child)
        gone = {have[key] for key in have.keys() - want.keys()}
        if gone:
            setattr(row, relation.key, [child for child in children if child not in gone])


def _by_key(rows: Iterable[Row]) -> dict[Key, Row]:
    met: Counter[tuple[str | int, ...]] = Counter()
    keyed = {}
    for row in rows:
        values = (getattr(row, name) for name in row.KEY)
        key = tuple(value if isinstance(value, int) else str(value) for value in values)
        met[key] += 1
        keyed[key, met[key]] = row
    return keyed


def _give_id(row: Row, parent: UUID, key: Key, taken: set[UUID]) -> None:
    if row.KEY == ("id",):
        return
    values, number = key
    row.id = keyed_id(parent, row.__tablename__, *values, number)
    while row.id in taken:  # by a row whose key was changed after its birth
        number += 1
        row.id = keyed_id(parent, row.__tablename__, *values, number)
    taken.add(row.id)


def _copy_columns(row: Row, wanted: Row) -> None:
    for attribute in inspect(type(row)).column_attrs:
        if attribute.key in ("id", row.PARENT, *row.LOCAL):
            continue
        value = getattr(wanted, attribute.key)
        if not attribute.columns[0].type.compare_values(getattr(row, attribute.key), value):
            setattr(row, attribute.key, value)
