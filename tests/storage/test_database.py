"""Opening databases: what is set up, and what is said where it cannot be."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Engine, func, make_url, select, text
from sqlalchemy.exc import DBAPIError

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.storage import engine
from clesidra_desktop.storage.database import Database, open_database
from clesidra_desktop.storage.tables.workshops import WorkshopRow
from clesidra_desktop.storage.workshops import load_workshop, save_workshop
from tests.storage.samples import full_workshop

NOBODY = 65534


KILLED = """
import os, signal, sys
from uuid import UUID
from clesidra_desktop.storage.database import open_database
from clesidra_desktop.storage.tables.workshops import WorkshopRow
from tests.storage.test_database import save

database = open_database(sys.argv[1])
save(database)
with database.transaction(deed="test", who="tester") as session:
    session.get_one(WorkshopRow, UUID(int=100)).place = "half"
    session.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def save(database: Database, **fields: object) -> None:
    with database.transaction(deed="test", who="tester") as session:
        save_workshop(session, full_workshop(**fields), {})


@contextmanager
def not_root() -> Iterator[None]:
    """Do something as an ordinary user: folders and files without permission stay closed to it."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(was)


@pytest.fixture
def shared_folder(tmp_path: Path) -> Path:
    """A folder that any user may come by."""
    for folder in (tmp_path, *list(tmp_path.parents)[:3]):
        if folder.stat().st_uid == os.geteuid() and folder != Path("/tmp"):  # noqa: S108 - it belongs to the system
            folder.chmod(0o755)
    return tmp_path


def test_sqlite_is_set_up_for_safety(tmp_path: Path) -> None:
    database = open_database(tmp_path / "workshops.db")
    with database.session() as session:
        connection = session.connection()
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    database.close()
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}


def test_closing_leaves_one_file(tmp_path: Path) -> None:
    database = open_database(tmp_path / "a" / "b" / "workshops.db")
    save(database)
    database.close()
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["workshops.db"]


@pytest.mark.parametrize("name", ["ទិន្នន័យ 100% a?b#c&d=e.db", "file:x.db", ":memory:"])
def test_any_file_name_will_do(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for address in (name, Path(name), tmp_path / name):
        database = open_database(address)
        save(database)
        database.close()
        assert database.address == str(tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_sqlite_has_an_address_too(tmp_path: Path) -> None:
    open_database(f"sqlite:///{tmp_path}/workshops.db").close()
    assert (tmp_path / "workshops.db").is_file()


def test_a_session_sees_one_state(database: Database) -> None:
    save(database)
    with database.session() as session:
        assert session.get_one(WorkshopRow, UUID(int=100)).place == "Kratie"
        save(database, place="Elsewhere")
        session.expire_all()
        assert session.get_one(WorkshopRow, UUID(int=100)).place == "Kratie"
    with database.session() as session:
        assert session.get_one(WorkshopRow, UUID(int=100)).place == "Elsewhere"


def test_a_writer_that_waits_in_vain_is_told(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_TIMEOUT", 0.05)
    other = open_database(database._engine.url.render_as_string(hide_password=False))
    with database.transaction(deed="test", who="tester") as session:
        save_workshop(session, full_workshop(), {})
        for _ in range(2):
            with pytest.raises(UserError, match=r"Somebody else is writing to the database .* try again"):
                save(other)
    save(other, place="Elsewhere")
    with database.session() as session:
        assert load_workshop(session, UUID(int=100)) == full_workshop(place="Elsewhere")
    other.close()


def test_a_killed_program_loses_nothing(address: str) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, address], check=False, env={**os.environ, "PYTHONPATH": "."})
    assert done.returncode == -signal.SIGKILL
    database = open_database(address)
    with database.session() as session:
        assert load_workshop(session, UUID(int=100)) == full_workshop()
    database.close()


def refusal(address: str | Path) -> str:
    with pytest.raises(UserError) as refused:
        open_database(address)
    return str(refused.value)


def test_what_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "minutes.docx"
    path.write_bytes(b"PK\x03\x04" * 500)
    assert refusal(path) == f"{path} is not a database of workshops. Choose another file."
    assert path.read_bytes() == b"PK\x03\x04" * 500


def test_damaged_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "workshops.db"
    database = open_database(path)
    save(database)
    database.close()
    pages = bytearray(path.read_bytes())
    pages[100:4096] = b"\xff" * 3996
    path.write_bytes(pages)
    assert "is damaged or cannot be read" in refusal(path)


def test_a_damaged_name_of_a_table_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "workshops.db"
    open_database(path).close()
    path.write_bytes(path.read_bytes().replace(b"tableways_forward", b"tablew\xffys_forward"))
    assert "is damaged or cannot be read" in refusal(path)


def test_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path).startswith(f"The database {tmp_path} cannot be opened or written.")


def test_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert refusal(tmp_path / "file" / "a.db").startswith(
        f"The folder {tmp_path / 'file'} of the database cannot be made: "
    )


def test_folder_without_permission_is_refused(shared_folder: Path) -> None:
    closed = shared_folder / "closed"
    closed.mkdir(mode=0o555)
    with not_root():
        assert refusal(closed / "a.db").startswith(f"The database {closed / 'a.db'} cannot be opened or written.")
        assert refusal(closed / "b" / "a.db") == (
            f"The folder {closed / 'b'} of the database cannot be made: Permission denied. Choose another place."
        )
    assert list(closed.iterdir()) == []


def test_file_without_permission_is_refused(shared_folder: Path) -> None:
    path = shared_folder / "a.db"
    open_database(path).close()
    path.chmod(0o444)
    shared_folder.chmod(0o555)
    with not_root():
        assert refusal(path).startswith(f"The database {path} cannot be opened or written.")
    shared_folder.chmod(0o755)


def test_full_disk_is_told_and_nothing_is_half_written(tmp_path: Path) -> None:
    database = open_database(tmp_path / "workshops.db")
    save(database)
    with database.session() as session:
        pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar()
    database.close()
    database = open_database(tmp_path / "workshops.db")
    with database._engine.connect() as connection:
        cursor = connection.connection.cursor()
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        cursor.close()
    with (
        pytest.raises(UserError, match=r"The disk of the database .* is full"),
        database.transaction(deed="test", who="tester") as session,
    ):
        save_workshop(session, full_workshop(place="Elsewhere"), {"a.pdf": bytes(100_000)})
    with database.session() as session:
        assert load_workshop(session, UUID(int=100)) == full_workshop()
    database.close()


@pytest.mark.parametrize(
    "address",
    ["mysql://root:secret@host/name?password=secret", "postgresql+psycopg2cffi://a:b:c:d@h:port/x", "://", "sqlite://"],
)
def test_addresses_of_another_kind_are_refused(address: str) -> None:
    said = refusal(address)
    assert "is not the address of a database. Give the path of a file, or an address such as" in said
    assert "secret" not in said


def test_server_out_of_reach_is_told_without_the_password() -> None:
    with socket.socket() as taken:  # bound but not listening: nobody answers on this port
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        said = refusal(f"postgresql://bopha:secret@127.0.0.1:{port}/office?sslpassword=secret")
    assert said.startswith(f"The database postgresql://bopha:***@127.0.0.1:{port}/office cannot be reached: ")
    assert said.endswith("Check the address, the network and the password.")
    assert "secret" not in said


def test_server_that_stops_is_told(postgres_address: str, postgres_admin: Engine) -> None:
    with open_database(postgres_address) as database:

        def read_while_it_stops() -> None:
            with database.session() as session, postgres_admin.connect() as admin:
                connection = session.scalar(select(func.pg_backend_pid()))
                admin.execute(select(func.pg_terminate_backend(connection)))
                session.scalar(select(func.now()))

        with pytest.raises(UserError, match=r"cannot be reached: .*terminat"):
            read_while_it_stops()
        save(database)


def test_missing_postgresql_database_is_told(postgres_address: str) -> None:
    address = make_url(postgres_address).set(database="nowhere").render_as_string(hide_password=False)
    assert 'database "nowhere" does not exist. Check the address' in refusal(address)


def test_postgresql_without_permission_is_told(postgres_address: str) -> None:
    open_database(postgres_address).close()
    url = make_url(postgres_address)
    url = url.update_query_dict({"options": f"{url.query['options']} -cdefault_transaction_read_only=on"})
    database = open_database(url.render_as_string(hide_password=False))
    with pytest.raises(UserError, match="You may not write to the database"):
        save(database)
    database.close()


def test_missing_driver_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert refusal("postgresql://host/name").endswith("Install it with: pip install clesidra-desktop[postgresql]")


def test_postgres_drivers_are_one(postgres_address: str) -> None:
    for name in ("postgres", "postgresql", "postgresql+psycopg"):
        open_database("://".join([name, postgres_address.split("://")[1]])).close()


def test_errors_of_the_program_stay_errors(database: Database) -> None:
    def fail() -> None:
        with database.session() as session:
            session.connection().execute(text("SELECT nonsense"))

    with pytest.raises(DBAPIError, match="nonsense"):
        fail()
