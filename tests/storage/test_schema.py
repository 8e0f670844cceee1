"""The version gate and the migrations."""

import shutil
import subprocess
import sys
from datetime import datetime, time
from pathlib import Path
from uuid import UUID

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, select, text

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.outline import walk
from clesidra_desktop.storage import schema
from clesidra_desktop.storage.database import Database, open_database
from clesidra_desktop.storage.engine import make_engine, parse_address
from clesidra_desktop.storage.search.tables import is_of_program
from clesidra_desktop.storage.tables.base import Row
from clesidra_desktop.storage.tables.journal import JournalRow
from clesidra_desktop.storage.workshops import load_files, load_workshop, save_workshop
from tests.storage.samples import FILES, full_workshop

REAL_FILES = Path(__file__).parents[1] / "data" / "db"

CURRENT_REVISIONS = schema.REVISIONS
CURRENT = CURRENT_REVISIONS[-1]
NEXT_MIGRATION = f"""
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{CURRENT}"


def upgrade():
    with op.batch_alter_table("workshops", recreate="auto") as batch:
        batch.add_column(sa.Column("weather", sa.Text, nullable=False, server_default="fine"))
        batch.alter_column("place", new_column_name="town")
"""


def save(database: Database) -> None:
    with database.transaction(deed="test", who="tester") as session:
        save_workshop(session, full_workshop(), FILES)


def run(address: str, statement: str) -> None:
    engine = make_engine(parse_address(address))
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The program with one more migration; returns the file of that migration."""
    folder = tmp_path / "migrations with 100% more"
    shutil.copytree(schema.MIGRATIONS, folder)
    script = folder / "versions" / "v9999_next.py"
    script.write_text(NEXT_MIGRATION)
    monkeypatch.setattr(schema, "MIGRATIONS", folder)
    monkeypatch.setattr(schema, "REVISIONS", (*schema.REVISIONS, "9999"))
    return script


def test_revisions_are_those_of_the_scripts() -> None:
    config = Config(toml_file=None)
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    scripts = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(script.revision for script in scripts)[::-1] == schema.REVISIONS


def test_migrations_make_the_tables_of_the_program(database: Database) -> None:
    with database._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_object": is_of_program})
        assert compare_metadata(context, Row.metadata) == []


def test_an_open_database_is_not_migrated_again(address: str) -> None:
    open_database(address).close()
    database = open_database(address)
    save(database)
    database.close()
    database = open_database(address)
    with database.session() as session:
        assert load_workshop(session, full_workshop().id) == full_workshop()
    database.close()


def test_opening_a_current_database_needs_no_alembic(tmp_path: Path) -> None:
    path = tmp_path / "workshops.db"
    open_database(path).close()
    script = (
        "import sys\n"
        "from clesidra_desktop.services.workshops import list_workshops\n"
        "from clesidra_desktop.storage.database import open_database\n"
        "assert list_workshops(open_database(sys.argv[1])) == ()\n"
        "print([name for name in ('alembic', 'mako', 'psycopg') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("revision", schema.REVISIONS)
def test_real_file_of_every_schema_opens(revision: str, tmp_path: Path) -> None:
    """Each file was written by the program as it was when that schema was current, and is never written again."""
    path = tmp_path / "workshops.db"
    shutil.copy(REAL_FILES / f"{revision}.db", path)
    database = open_database(path)
    with database.session() as session:
        workshop, files = load_workshop(session, UUID(int=100)), load_files(session, UUID(int=100))
        (entry,) = session.scalars(select(JournalRow))
    database.close()
    assert workshop is not None
    assert workshop.title == "សិក្ខាសាលា 😀 <&> \u200f"
    assert [attendant.name for attendant in workshop.attendants] == ["Sok Dara", "Attendant 3", "Attendant 2"]
    assert [stay.left for stay in workshop.attendants[0].stays] == [
        datetime(2026, 11, 3, 9),
        datetime(2026, 11, 3, 12),
        None,
    ]
    assert [point.node.text for point in walk(workshop.answers[0].items)][2:4] == ["water", "ទឹក\nland"]
    assert [item.fixed_start for item in workshop.agenda] == [time(8, 30), datetime(2026, 11, 4, 8)]
    assert workshop.quotas[0].share == 0.30000000000000004
    assert workshop.extensions == {"x-other": {"b": [1, 1.0, True, None, 10**30], "a": "ខ្មែរ"}}
    assert {path: len(content) for path, content in files.items()} == {
        "annexes/copy of map.png": 6,
        "annexes/map.png": 6,
        "signatures/dara.png": 0,
    }
    assert (entry.sequence, entry.who, entry.deed) == (1, "tester", "import_workshop")
    assert path.with_name(f"workshops.db.before-{schema.REVISIONS[-1]}.bak").exists() == (
        revision != schema.REVISIONS[-1]
    )


def test_every_migration_has_its_real_file() -> None:
    """A migration without the file that was written under it would go untested."""
    scripts = {path.name[1:5] for path in (schema.MIGRATIONS / "versions").glob("v*.py")}
    files = {path.stem for path in REAL_FILES.glob("*.db")}
    assert scripts == files == set(schema.REVISIONS)


def test_newer_database_is_refused(address: str) -> None:
    open_database(address).close()
    run(address, "UPDATE alembic_version SET version_num = '0815'")
    with pytest.raises(
        UserError, match=r"made by a newer version .*schema 0815.* up to " + CURRENT + r".*Update the program"
    ):
        open_database(address)


def test_database_of_another_program_is_refused_and_left_alone(address: str) -> None:
    run(address, "CREATE TABLE bookmarks (name TEXT)")
    before = Path(address).read_bytes() if "://" not in address else None
    with pytest.raises(UserError, match=r"belongs to another program\. Choose another one"):
        open_database(address)
    assert before is None or Path(address).read_bytes() == before


def test_migration_keeps_the_rows(address: str, next_version: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert next_version.exists()
    with monkeypatch.context() as earlier:
        earlier.setattr(schema, "REVISIONS", CURRENT_REVISIONS)
        database = open_database(address)
        save(database)
        database.close()
    database = open_database(address)
    with database._engine.connect() as connection:
        assert connection.execute(text("SELECT town, weather FROM workshops")).all() == [("Kratie", "fine")]
        assert connection.scalar(text("SELECT count(*) FROM attendants")) == 3
    database.close()


def test_file_is_copied_before_a_migration(tmp_path: Path, next_version: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The copy also has what no checkpoint has moved from the write-ahead log into the file."""
    assert next_version.exists()
    path = tmp_path / "workshops.db"
    with monkeypatch.context() as earlier:
        earlier.setattr(schema, "REVISIONS", CURRENT_REVISIONS)
        database = open_database(path)
        save(database)  # stays open: closing the last connection would empty the log
    log = path.with_name("workshops.db-wal")
    assert log.stat().st_size > 100_000
    open_database(path).close()
    database.close()
    copy = tmp_path / "workshops.db.before-9999.bak"
    assert sorted(file.name for file in tmp_path.glob("workshops.db*")) == [path.name, copy.name]
    monkeypatch.setattr(schema, "REVISIONS", CURRENT_REVISIONS)
    kept = open_database(copy)
    with kept.session() as session:
        assert load_workshop(session, full_workshop().id) == full_workshop()
    kept.close()


def test_failed_migration_changes_nothing(address: str, next_version: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(schema, "REVISIONS", CURRENT_REVISIONS)
        database = open_database(address)
        save(database)
        database.close()
    next_version.write_text(NEXT_MIGRATION + "    raise ZeroDivisionError\n")
    with pytest.raises(ZeroDivisionError):
        open_database(address)
    monkeypatch.setattr(schema, "REVISIONS", CURRENT_REVISIONS)
    database = open_database(address)
    with database.session() as session:
        assert load_workshop(session, full_workshop().id) == full_workshop()
    database.close()


def test_migration_that_orphans_rows_is_a_bug(
    tmp_path: Path, next_version: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "workshops.db"
    with monkeypatch.context() as earlier:
        earlier.setattr(schema, "REVISIONS", CURRENT_REVISIONS)
        database = open_database(path)
        save(database)
        database.close()
    next_version.write_text(NEXT_MIGRATION + "    op.execute(sa.delete(sa.table('workshops')))\n")
    with pytest.raises(RuntimeError, match="leaves rows without their parents"):
        open_database(path)


def test_two_programs_may_make_the_same_database_at_once(address: str) -> None:
    script = (
        "import sys\nfrom clesidra_desktop.storage.database import open_database\nopen_database(sys.argv[1]).close()"
    )
    programs = [
        subprocess.Popen([sys.executable, "-c", script, address], stderr=subprocess.PIPE, text=True) for _ in range(3)
    ]
    assert [program.communicate()[1] for program in programs] == ["", "", ""]
    database = open_database(address)
    with database._engine.connect() as connection:
        assert inspect(connection).has_table("workshops")
    database.close()


def test_postgresql_that_cannot_hold_khmer_is_refused(postgres_admin: Engine) -> None:
    address = postgres_admin.url.set(database="test_latin").render_as_string(hide_password=False)
    with postgres_admin.connect() as connection:
        connection.execute(text("CREATE DATABASE test_latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0"))
        try:
            with pytest.raises(UserError, match=r"cannot hold Khmer\. Make one with the encoding UTF8"):
                open_database(address)
        finally:
            connection.execute(text("DROP DATABASE test_latin"))
