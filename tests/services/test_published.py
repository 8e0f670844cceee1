"""Published files are read as they were published, and what is not is found and named."""

from uuid import UUID

import pytest
from sqlalchemy import text

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.publishing import PublishedVersion
from clesidra_desktop.services.published import (
    FaultKind,
    PublishedFault,
    check_published,
    find_version,
    published_versions,
    read_published,
)
from clesidra_desktop.storage import Database
from clesidra_desktop.storage.published import add_version
from clesidra_desktop.storage.workshops import save_workshop
from tests.helpers.builders import workshop
from tests.helpers.publishing import CONTENTS, version

WORKSHOP = workshop().id


@pytest.fixture
def kept(database: Database) -> PublishedVersion:
    """A workshop with one version that was published."""
    with database.transaction(deed="publish_minutes", who="Bopha", workshop_id=WORKSHOP) as session:
        save_workshop(session, workshop(), {})
        return add_version(session, version(WORKSHOP), CONTENTS)


def damage(database: Database, content: bytes) -> None:
    """Change a byte of the PDF past the program."""
    with database._engine.begin() as connection:
        connection.execute(text("UPDATE files SET content = :content WHERE size = 19"), {"content": content})


def test_whole_files_have_no_fault(database: Database, kept: PublishedVersion) -> None:
    told: list[tuple[int, int]] = []
    assert check_published(database, lambda done, total: told.append((done, total))) == []
    assert told == [(0, 2), (1, 2), (2, 2)]
    assert published_versions(database, WORKSHOP) == (kept,)
    contents = [read_published(database, file) for file in find_version(database, WORKSHOP, 1).files]
    assert contents == [content for _, content in CONTENTS.values()]


def test_one_byte_is_found_and_named(database: Database, kept: PublishedVersion) -> None:
    damage(database, b"%PDF of the mInutes")
    fault = PublishedFault(WORKSHOP, workshop().title, 1, "rivers-minutes-en.pdf", FaultKind.ALTERED)
    assert check_published(database) == [fault]
    with pytest.raises(UserError, match="is not what was published any more"):
        read_published(database, kept.files[0])


def test_a_version_that_is_not_there_is_refused(database: Database, kept: PublishedVersion) -> None:
    assert kept.number == 1
    with pytest.raises(UserError, match=r"no version 3 .*Published are: 1\."):
        find_version(database, WORKSHOP, 3)
    with pytest.raises(UserError, match="were not published yet, so there is no version 1"):
        find_version(database, UUID(int=5), 1)
