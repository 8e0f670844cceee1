"""Engines: how a connection to SQLite or PostgreSQL is set up, so that both behave alike.

A transaction reads one state of the database from its first statement on. Those that write stand in a line: the
execution option `lock` makes a transaction wait for the one before it. `lock="journal"` is for deeds,
`lock="schema"` for migrations.
"""

import json
from functools import partial
from pathlib import Path

import sqlcipher3.dbapi2
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry

from clesidra_desktop.domain.errors import UserError

BUSY_TIMEOUT = 5
"""Seconds to wait for another program that writes."""

CONNECT_TIMEOUT = 10
"""Seconds to wait for a server."""

SCHEMA_LOCK = 7103204
"""The number by which programs that migrate the same PostgreSQL database know each other; chosen at random."""

_to_json = partial(json.dumps, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


ADDRESS = (
    "“{address}” is not the address of a database. "
    "Give the path of a file, or an address such as postgresql://user@server/name."
)


def parse_address(address: str | Path) -> URL:
    """Return the URL of a database from the path of an SQLite file or the address of a PostgreSQL database.

    Raises UserError for an address of another kind.
    """
    if isinstance(address, Path) or "://" not in address:
        return URL.create("sqlite", database=str(Path(address).absolute()))
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise UserError(ADDRESS, address=address.partition("://")[0] + "://…") from error
    match url.get_backend_name():
        case "sqlite" if url.database:
            return URL.create("sqlite", database=str(Path(url.database).absolute()))
        case "postgresql" | "postgres":
            return url.set(drivername="postgresql+psycopg")
    raise UserError(ADDRESS, address=url.set(query={}).render_as_string())


def shown_address(url: URL) -> str:
    """Return the address as it may be shown: the path of a file, or a URL without passwords."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    return url.set(drivername="postgresql", query={}).render_as_string()  # a query may hold a password too


def make_engine(url: URL) -> Engine:
    """Return an engine; nothing is connected yet. Raises UserError where the driver of PostgreSQL is missing."""
    if url.get_backend_name() == "sqlite":
        engine = create_engine(
            url,
            module=sqlcipher3.dbapi2,
            connect_args={"timeout": BUSY_TIMEOUT},
            json_serializer=_to_json,
        )
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    try:
        engine = create_engine(
            url,
            isolation_level="REPEATABLE READ",
            pool_pre_ping=True,
            connect_args={"connect_timeout": CONNECT_TIMEOUT},
            json_serializer=_to_json,
        )
    except ModuleNotFoundError as error:
        raise UserError(
            "The program lacks the driver for {address}. Install it with: pip install clesidra-desktop[postgresql]",
            address=shown_address(url),
        ) from error
    event.listen(engine, "begin", _begin_postgresql)
    return engine


def _set_up_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    # The driver would begin transactions by itself, and only before some statements; _begin_sqlite does it instead.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that reads first and asks for the write lock later is refused at once if another one has
    # written in between, whatever the timeout. So those that will write ask for it at the beginning.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _lock(connection) else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    lock = _lock(connection)
    if lock == "journal":
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{BUSY_TIMEOUT}s'")
        # Before any SELECT: the state that the transaction reads is then the one that the writer before it left.
        connection.exec_driver_sql("LOCK TABLE journal IN SHARE ROW EXCLUSIVE MODE")
    elif lock == "schema":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({SCHEMA_LOCK})")


def _lock(connection: Connection) -> str | None:
    lock: str | None = connection.get_execution_options().get("lock")
    return lock
