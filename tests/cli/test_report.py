"""The report on the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from clesidra_desktop import cli
from clesidra_desktop.storage.database import open_database
from tests.helpers.documents import pdf_text
from tests.helpers.offices import open_office


@pytest.fixture
def database(tmp_path: Path) -> str:
    return str(tmp_path / "office.db")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli.main, [str(argument) for argument in arguments], catch_exceptions=False)


def test_a_report_is_written_in_every_format(database: str, tmp_path: Path) -> None:
    with open_database(database) as opened:
        open_office(opened)
    target = tmp_path / "reports"
    period = ("--from", "2026-01-01", "--to", "2026-12-31")
    done = run(
        "--database", database, "report", *period, "--programme", "clesidra", "--language", "km", "--output", target
    )
    assert done.exit_code == 0
    names = [f"report-2026-01-01-2026-12-31-clesidra-km.{kind}" for kind in ("pdf", "docx", "xlsx")]
    assert done.stdout.split() == [str(target / name) for name in names]
    assert "CLESIDRA" in pdf_text((target / names[0]).read_bytes())


def test_a_report_on_nothing_is_refused(database: str, tmp_path: Path) -> None:
    with open_database(database) as opened:
        open_office(opened)
    done = run("--database", database, "report", "--programme", "Another", "--output", tmp_path / "reports")
    assert done.exit_code == 1
    assert "No workshop was held in this time" in done.stderr
    assert not (tmp_path / "reports").exists()


def test_a_report_ends_after_it_begins(database: str) -> None:
    done = run("--database", database, "report", "--from", "2026-02-01", "--to", "2026-01-01")
    assert done.exit_code == 2
    assert "--to is before --from" in done.stderr
