"""Published versions are kept as they were, on both engines: the database itself refuses to change them."""

from uuid import UUID

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from clesidra_desktop.domain.publishing import FileKind, PublishedVersion, Replaced
from clesidra_desktop.storage import Database
from clesidra_desktop.storage.history import last_done
from clesidra_desktop.storage.published import add_version, load_content, load_versions
from clesidra_desktop.storage.tables.annexes import FileRow
from clesidra_desktop.storage.tables.journal import JournalRow
from clesidra_desktop.storage.workshops import save_workshop
from tests.helpers.publishing import CONTENTS, PUBLISHED_AT, version
from tests.storage.samples import FILES, full_workshop

WORKSHOP = UUID(int=100)


@pytest.fixture
def kept(database: Database) -> PublishedVersion:
    """A workshop with one version that was published."""
    with database.transaction(deed="import_workshop", who="Bopha", workshop_id=WORKSHOP) as session:
        save_workshop(session, full_workshop(), FILES)
    with database.transaction(deed="publish_minutes", who="Bopha", workshop_id=WORKSHOP) as session:
        return add_version(session, version(WORKSHOP), CONTENTS)


def test_versions_come_back_as_they_were_added(database: Database, kept: PublishedVersion) -> None:
    second = version(WORKSHOP, 2, reason="A name was wrong.", replaces=Replaced(1, PUBLISHED_AT))
    with database.transaction(deed="publish_minutes", who="Bopha", workshop_id=WORKSHOP) as session:
        later = add_version(session, second, CONTENTS)
    with database.session() as session:
        assert load_versions(session, WORKSHOP) == (kept, later)
        assert load_versions(session) == (kept, later)
        assert load_versions(session, UUID(int=1)) == ()
        assert [load_content(session, file.id) for file in later.files] == [content for _, content in CONTENTS.values()]
    assert [file.kind for file in later.files] == [FileKind.PDF, FileKind.ANNEX]
    assert later.replaces == Replaced(1, PUBLISHED_AT)


def test_the_original_of_an_annex_is_kept_once(database: Database, kept: PublishedVersion) -> None:
    with database.session() as session:
        contents = session.scalar(select(func.count()).select_from(FileRow))
    assert contents == len(set(FILES.values())) + 1
    assert kept.files[1].size == len(FILES["annexes/map.png"])


def test_the_journal_tells_of_a_version_without_its_bytes(database: Database, kept: PublishedVersion) -> None:
    with database.session() as session:
        entry = session.scalars(select(JournalRow).where(JournalRow.deed == "publish_minutes")).one()
        done = last_done(session, WORKSHOP, "Bopha")
    told = {row["table"] for row in entry.rows}
    assert told == {"files", "published_versions", "published_files"}
    assert "of the minutes" not in str(entry.rows)
    assert kept.files[0].sha256 in str(entry.rows)
    assert done is None, "publishing cannot be undone, and taking the workshop in was done before it"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE published_versions SET reason = 'another'",
        "UPDATE published_versions SET number = 7",
        "UPDATE published_versions SET at = '2026-12-01 00:00:00', withdrawn = '2026-12-01 00:00:00'",
        "UPDATE published_files SET sha256 = 'feed'",
        "UPDATE published_files SET sha256 = 'feed', file_id = NULL, withdrawn = '2026-12-01 00:00:00'",
        "UPDATE published_files SET file_id = NULL",
        "UPDATE published_files SET name = 'another.pdf'",
        "DELETE FROM published_files",
        "DELETE FROM published_versions",
        "DELETE FROM files",
    ],
)
def test_the_database_refuses_every_change(database: Database, kept: PublishedVersion, statement: str) -> None:
    with database._engine.connect() as connection, pytest.raises(IntegrityError), connection.begin():
        connection.execute(text(statement))
    with database.session() as session:
        assert load_versions(session, WORKSHOP) == (kept,)


def test_a_number_is_given_once(database: Database, kept: PublishedVersion) -> None:
    assert kept.number == 1
    with (
        pytest.raises(IntegrityError),
        database.transaction(deed="publish_minutes", who="Bopha", workshop_id=WORKSHOP) as session,
    ):
        add_version(session, version(WORKSHOP), CONTENTS)
