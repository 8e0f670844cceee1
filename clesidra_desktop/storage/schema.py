"""The version gate: which schema a database has, and how it comes to have the one of this program."""

from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, inspect, text

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.storage.engine import shown_address
from clesidra_desktop.storage.search.tables import prepare_index

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009")
"""The revisions of the schema, the first one first. Named here so that opening a current database needs no Alembic."""

MIGRATIONS = Path(__file__).parent / "migrations"


def prepare(engine: Engine) -> None:
    """Bring the schema of a database up to date; make it where the database is empty.

    Raises UserError where the database was made by a newer version of this program or by another program. An SQLite
    file that is not current is first copied to `NAME.before-REVISION.bak` beside it. An index of the archive that is of
    another version is emptied.
    """
    with engine.connect() as connection:
        current = find_revision(connection)
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            _execute_raw(connection, "PRAGMA journal_mode = WAL")
    if current != REVISIONS[-1]:
        _migrate(engine)
    prepare_index(engine)


def find_revision(connection: Connection) -> str | None:
    """Return the revision of a database, None for an empty one. Raises UserError as `prepare` does."""
    address = shown_address(connection.engine.url)
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if "alembic_version" not in tables:
        raise UserError("The database {address} belongs to another program. Choose another one.", address=address)
    revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if revision not in REVISIONS:
        raise UserError(
            "The database {address} was made by a newer version of this program (schema {revision}, this one knows up "
            "to {known}). Update the program.",
            address=address,
            revision=revision,
            known=REVISIONS[-1],
        )
    return str(revision)


def _migrate(engine: Engine) -> None:
    # Alembic costs a good part of the start-up time and is needed only here.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config(toml_file=None)
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    is_file = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        connection.execution_options(lock="schema")
        if is_file:
            # Alembic rebuilds tables under other names; the pragma cannot be changed in a transaction.
            _execute_raw(connection, "PRAGMA foreign_keys = OFF")
            connection.detach()
        else:
            connection.execution_options(isolation_level="READ COMMITTED")
        with connection.begin():
            if is_file and find_revision(connection) not in (None, REVISIONS[-1]):  # another program may have been here
                _copy_file(engine)
            if not is_file and connection.exec_driver_sql("SHOW server_encoding").scalar() != "UTF8":
                raise UserError(
                    "The database {address} cannot hold Khmer. Make one with the encoding UTF8.",
                    address=shown_address(engine.url),
                )
            config.attributes["connection"] = connection
            command.upgrade(config, REVISIONS[-1])
            if is_file and (broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all()):
                raise RuntimeError(f"the migration to {REVISIONS[-1]} leaves rows without their parents: {broken[:5]}")


def _copy_file(engine: Engine) -> None:
    """Copy an SQLite file as the last commit left it, with what is still in its write-ahead log."""
    path = Path(shown_address(engine.url))
    part = path.with_name(f"{path.name}.before-{REVISIONS[-1]}.part")
    part.unlink(missing_ok=True)
    with (
        closing(sqlcipher3.dbapi2.connect(str(path))) as source,
        closing(sqlcipher3.dbapi2.connect(str(part))) as target,
    ):
        source.backup(target)
    part.replace(part.with_suffix(".bak"))


def _execute_raw(connection: Connection, statement: str) -> None:
    """Run a statement outside any transaction."""
    cursor = connection.connection.cursor()
    cursor.execute(statement)
    cursor.close()
