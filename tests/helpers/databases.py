"""Fixtures: fresh databases on both engines. Every test that takes `address` or `database` runs on both."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import URL, Engine, create_engine, make_url
from sqlalchemy.schema import CreateSchema, DropSchema

from clesidra_desktop.storage.database import Database, open_database
from tests.helpers.postgres import running_server

NOW = datetime(2026, 11, 5, 7, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[URL]:
    """The address of a database in which schemas can be made."""
    with ExitStack() as stack:
        given = os.environ.get("TEST_POSTGRES_URL")
        yield make_url(given or stack.enter_context(running_server())).set(drivername="postgresql+psycopg")


@pytest.fixture(scope="session")
def postgres_admin(postgres_server: URL) -> Iterator[Engine]:
    """An engine on which schemas are made and removed."""
    engine = create_engine(postgres_server, isolation_level="AUTOCOMMIT")
    yield engine
    engine.dispose()


@pytest.fixture
def postgres_address(postgres_admin: Engine) -> Iterator[str]:
    """The address of an empty schema in a PostgreSQL database: as good as a database, and much faster to make."""
    schema = f"test_{uuid4().hex}"
    with postgres_admin.connect() as connection:
        connection.execute(CreateSchema(schema))
    url = postgres_admin.url.update_query_dict({"options": f"-csearch_path={schema}"})
    yield url.render_as_string(hide_password=False)
    with postgres_admin.connect() as connection:
        connection.execute(DropSchema(schema, cascade=True))


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database that is empty or not there yet."""
    if request.param == "sqlite":
        return str(tmp_path / "workshops.db")
    found: str = request.getfixturevalue("postgres_address")
    return found


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    """A new database whose clock stands still at NOW."""
    opened = open_database(address, clock=lambda: NOW)
    yield opened
    opened.close()
