"""The archive on the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from clesidra_desktop import cli
from clesidra_desktop.storage.database import open_database
from tests.helpers.archive import fill
from tests.helpers.documents import pdf_text


def run(*arguments: object) -> Result:
    """Run the command line; an exception that is no refusal is a bug and passes through."""
    return CliRunner().invoke(cli.main, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture
def database(tmp_path: Path) -> str:
    """The address of a database with two workshops."""
    address = str(tmp_path / "test.db")
    with open_database(address) as opened:
        fill(opened)
    return address


def test_search_tells_where_the_words_stand(database: str) -> None:
    done = run("search", "clean wells", "--database", database)

    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "2019-11-01  Meeting of 2019  [answer]  Clean wells in 2019 · ទឹកស្អាតសម្រាប់ភូមិ",
        "2017-11-01  Meeting of 2017  [answer]  Clean wells in 2017 · ទឹកស្អាតសម្រាប់ភូមិ",
    ]


def test_search_is_narrowed(database: str) -> None:
    found = run("search", "e", "--year", 2017, "--sector", "land", "--json", "--database", database)

    assert [(one["title"], one["sector"]) for one in json.loads(found.stdout)] == [("Meeting of 2017", "Land")]
    assert run("search", "dara", "--without-people", "--database", database).exit_code == 1


def test_nothing_found_and_unknown_sectors_are_told(database: str) -> None:
    nothing = run("search", "zebra", "--database", database)
    unknown = run("search", "wells", "--sector", "Roads", "--database", database)

    assert (nothing.exit_code, nothing.stdout) == (1, "")
    assert "Nothing was found" in nothing.stderr
    assert (unknown.exit_code, "No sector" in unknown.stderr) == (1, True)


def test_a_booklet_of_one_question_is_written_in_both_formats(database: str, tmp_path: Path) -> None:
    folder = tmp_path / "booklets"
    done = run("booklet", "--question", "need", "--sector", "water", "--output", folder, "--database", database)

    assert done.exit_code == 0
    stem = "answers-booklet-Water-What-do-you-need-en"
    assert sorted(folder.iterdir()) == [folder / f"{stem}.docx", folder / f"{stem}.pdf"]
    text = pdf_text((folder / f"{stem}.pdf").read_bytes())
    assert "Clean wells in 2017" in text
    assert "Titles for fields" not in text


def test_a_booklet_without_answers_is_refused(database: str, tmp_path: Path) -> None:
    done = run("booklet", "--year", 2018, "--output", tmp_path / "none", "--database", database)

    assert (done.exit_code, (tmp_path / "none").exists()) == (1, False)
    assert "No group has answered this" in done.stderr
