"""A database of workshops, opened."""

import glob
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Self
from uuid import UUID

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session, sessionmaker

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.storage.engine import make_engine, parse_address, shown_address
from clesidra_desktop.storage.errors import mendable
from clesidra_desktop.storage.journal import DEVICE, RECORD, JournalSession, Record
from clesidra_desktop.storage.schema import prepare
from clesidra_desktop.storage.search.tables import INDEX
from clesidra_desktop.storage.tables import published  # noqa: F401 - brings tables in that hang on no workshop
from clesidra_desktop.storage.tables.base import Row


def utc_now() -> datetime:
    """Return the moment, in UTC."""
    return datetime.now(UTC)


class Database:
    """A database whose schema is the one of this program; closed at the end of a `with` block.

    `address` may be shown: it has no password in it. `device` is the number of this computer, which its entries of the
    journal carry: undo takes back only what was done on it.
    """

    def __init__(self, address: str, engine: Engine, clock: Callable[[], datetime], device: int = 0) -> None:
        self.address = address
        self._engine = engine
        self._clock = clock
        own = {DEVICE: device}
        self._readers = sessionmaker(engine, class_=JournalSession, info=own)
        self._writers = sessionmaker(engine.execution_options(lock="journal"), class_=JournalSession, info=own)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Open a session for queries; it sees one state of the database and writes nothing.

        Raises UserError for failures of the database that a person can mend.
        """
        with mendable(self.address), self._readers() as session:
            yield session

    @contextmanager
    def transaction(
        self,
        *,
        deed: str,
        who: str,
        workshop_id: UUID | None = None,
        undoes: int | None = None,
        redoes: int | None = None,
    ) -> Iterator[Session]:
        """Open a session that writes: committed with its journal entry at the end, rolled back on any exception.

        `deed` is the name of the function that asks for it; `undoes` and `redoes` are as in JournalRow. Raises
        UserError for failures of the database that a person can mend, JournalError for what cannot be journalled and
        ValueError for what no column can hold.
        """
        record = Record(deed, who, workshop_id, self._clock, undoes, redoes)
        with mendable(self.address), self._writers(info={RECORD: record}) as session, session.begin():
            yield session

    @contextmanager
    def indexing(self) -> Iterator[Connection]:
        """Open a transaction on the index of the archive, which is derived data and in no journal.

        Deeds wait for it. Raises UserError as `transaction` does.
        """
        with mendable(self.address), self._engine.connect() as connection:
            connection.execution_options(lock="journal")
            with connection.begin():
                yield connection

    def sweep(self) -> None:
        """Rewrite the database so that what was removed is nowhere in its file any more, nor in its log.

        Raises UserError where somebody else has it open and in use. An SQLite file is as large again meanwhile.
        """
        with mendable(self.address), self._engine.connect() as connection:
            if self._engine.dialect.name == "sqlite":
                _sweep_sqlite(connection, self.address)
            else:
                automatic = connection.execution_options(isolation_level="AUTOCOMMIT")
                for table in (*Row.metadata.tables, *INDEX.tables):
                    automatic.exec_driver_sql(f"VACUUM {table}")

    def copies(self) -> tuple[Path, ...]:
        """Return the copies of an SQLite file that were made beside it before migrations."""
        path = Path(self.address)
        if self._engine.dialect.name != "sqlite":
            return ()
        return tuple(sorted(path.parent.glob(f"{glob.escape(path.name)}.before-*.bak")))

    def now(self) -> datetime:
        """Return the moment, with its offset from UTC."""
        return self._clock()

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()


def open_database(address: str | Path, *, clock: Callable[[], datetime] = utc_now, device: int = 0) -> Database:
    """Open a database by the path of its file or its address, such as `postgresql://user@server/name`.

    A new file is made with its folder, an older schema is migrated. `clock` returns the moment with its offset from
    UTC, `device` is the number of this computer. Raises UserError where the database cannot be opened, belongs to
    another program or to a newer version.
    """
    url = parse_address(address)
    shown = shown_address(url)
    if url.get_backend_name() == "sqlite":
        _make_folder(Path(shown).parent)
    engine = make_engine(url)
    with ExitStack() as undo:
        undo.callback(engine.dispose)
        with mendable(shown):
            prepare(engine)
        undo.pop_all()  # it is open and stays so
    return Database(shown, engine, clock, device)


def _sweep_sqlite(connection: Connection, address: str) -> None:
    """Write the file anew into its log, and the log into the file (https://sqlite.org/lang_vacuum.html)."""
    cursor = connection.connection.cursor()
    cursor.execute("VACUUM")
    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    result = cursor.fetchone()
    cursor.close()
    if result is None or result[0]:  # it says how many pages were written, after whether it was kept from writing
        raise UserError(
            "Somebody else has the database {address} open, so that traces of what was removed may be left in its "
            "file. Close the other programs and clean the database again.",
            address=address,
        )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            "The folder {folder} of the database cannot be made: {reason}. Choose another place.",
            folder=folder,
            reason=error.strerror or error,
        ) from error
