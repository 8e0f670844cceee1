"""The tables of the index. No migration knows them: an index of another version is thrown away and made anew."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Engine,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    Uuid,
    inspect,
    text,
)

VERSION = 1
"""Raise it whenever what is indexed, or how, changes."""

INDEX = MetaData()

TEXTS = Table(
    "search_texts",
    INDEX,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("row_id", Uuid, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("place", Integer, nullable=False),
    Column("sector", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("text", Text, nullable=False),
)
"""One row a text. `row_id` is the row that it stands in, `place` which of several texts of that row it is.

The id says when and where: the day of the workshop, its number, and the text of it (see `first_id`). So the newest
workshops are found first without sorting, and a year, or a workshop, is a range of ids.
"""

WORKSHOPS = Table(
    "search_workshops",
    INDEX,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("workshop_id", Uuid, nullable=False),
    Column("first", BigInteger, nullable=False),
    Index("ix_search_workshops_workshop_id", "workshop_id", unique=True),
)
"""The workshops that are indexed; `first` is where their ids begin. One that is not here is still to be indexed."""

FILES = Table(
    "search_files",
    INDEX,
    Column("file_id", Uuid, primary_key=True),
    Column("text", Text, nullable=False),
)
"""The texts of files that were read, by the id of the file; empty where there is none that can be read."""

STATE = Table("search_state", INDEX, Column("version", Integer, primary_key=True, autoincrement=False))

DAY_SHIFT, NUMBER_SHIFT = 41, 21
NUMBERS = (1 << (DAY_SHIFT - NUMBER_SHIFT)) - 1

_SQLITE = """
CREATE VIRTUAL TABLE search_index
    USING fts5(text, content='search_texts', content_rowid='id', tokenize='trigram', columnsize=0);
INSERT INTO search_index(search_index, rank) VALUES ('secure-delete', 1);
INSERT INTO search_index(search_index, rank) VALUES ('hashsize', 16777216);
CREATE VIRTUAL TABLE search_terms USING fts5vocab(search_index, 'row');
CREATE TRIGGER search_texts_added AFTER INSERT ON search_texts
    BEGIN INSERT INTO search_index(rowid, text) VALUES (new.id, new.text); END;
CREATE TRIGGER search_texts_removed AFTER DELETE ON search_texts
    BEGIN INSERT INTO search_index(search_index, rowid, text) VALUES ('delete', old.id, old.text); END;
"""
"""The index by trigrams, and what keeps it beside the texts, which are added and removed, never updated.

Without `secure-delete` what was removed would stay in it until segments are merged; with a larger `hashsize`, in bytes,
there is less to merge. Its shadow tables have its name with an ending.
"""


def first_id(day: int, number: int) -> int:
    """Return where the ids of a workshop begin: `day` is that of its start, 0 for none."""
    return (day << DAY_SHIFT) | (number << NUMBER_SHIFT)


def is_of_program(item: Any, name: str | None, kind: str, *_: Any) -> bool:
    """Whether a table, or an index, is one that migrations make; for the `include_object` of Alembic."""
    table = item.table.name if kind == "index" else name
    return not str(table).startswith("search_")


def prepare_index(engine: Engine) -> None:
    """Make the tables of the index where there are none of this version; they are empty then."""
    with engine.connect() as connection:
        if _version(connection) == VERSION:
            return
    with engine.connect() as connection:
        connection.execution_options(lock="schema")
        if engine.dialect.name != "sqlite":  # what another program has made meanwhile is to be seen
            connection.execution_options(isolation_level="READ COMMITTED")
        with connection.begin():
            if _version(connection) != VERSION:  # another program may have been here
                _make(connection)


def _version(connection: Connection) -> int | None:
    if not inspect(connection).has_table(STATE.name):
        return None
    found: int | None = connection.scalar(text("SELECT version FROM search_state"))
    return found


def _make(connection: Connection) -> None:
    is_sqlite = connection.dialect.name == "sqlite"
    if is_sqlite:
        connection.exec_driver_sql("DROP TABLE IF EXISTS search_terms")
        connection.exec_driver_sql("DROP TABLE IF EXISTS search_index")
    INDEX.drop_all(connection)
    INDEX.create_all(connection)
    if is_sqlite:
        for statement in _SQLITE.strip().split(";\n"):
            connection.exec_driver_sql(statement)
    connection.execute(STATE.insert(), {"version": VERSION})
