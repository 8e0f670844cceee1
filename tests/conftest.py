"""Fixtures for all tests, and what no test may leave behind."""

import logging
import threading
from collections.abc import Iterator

import pytest
from hypothesis import settings

pytest_plugins = ["pytester", "tests.helpers.databases"]

# The same examples in every run: a failure is of the change that is tested. Time is for the benchmarks to judge.
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")


class _Complaints(logging.Handler):
    """Keeps every record of WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def _own_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep tests away from the data of the person who runs them, and from what another test left there."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))


@pytest.fixture(autouse=True)
def _no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands tell nothing of their progress, however slow the machine: tests of that set a patience of theirs."""
    monkeypatch.setattr("clesidra_desktop.cli.options.PATIENCE", 3600.0)


@pytest.fixture(autouse=True)
def _no_complaints(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test in which something was logged that it does not look at: who expects a record takes `caplog`."""
    complaints = _Complaints()
    logging.getLogger().addHandler(complaints)
    yield
    logging.getLogger().removeHandler(complaints)
    if complaints.records and "caplog" not in request.fixturenames:
        pytest.fail("\n".join(f"{one.levelname} of {one.name}: {one.getMessage()}" for one in complaints.records))


@pytest.fixture(autouse=True)
def _no_threads() -> Iterator[None]:
    """Fail a test that leaves a thread running."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        thread.join(timeout=1)
    if names := [thread.name for thread in left if thread.is_alive()]:
        pytest.fail(f"threads are still running: {', '.join(names)}")
