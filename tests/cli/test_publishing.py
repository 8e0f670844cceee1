"""Publishing on the command line: refused without reasons, numbered, listed, packed, compared."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from clesidra_desktop import cli
from clesidra_desktop.domain.workshop import Poll, PollOption
from clesidra_desktop.exchange.workshop_file import encode_workshop
from tests.helpers.builders import workshop

WRONG = Poll(key="useful", question="Useful?", respondents=3, options=(PollOption(text="yes", count=4),))


def run(*arguments: object) -> Result:
    """Run the command line; an exception that is no refusal is a bug and passes through."""
    return CliRunner().invoke(cli.main, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture
def database(tmp_path: Path) -> str:
    """The address of a database with one workshop."""
    address = str(tmp_path / "test.db")
    take_in(address, tmp_path)
    return address


def take_in(address: str, folder: Path, **changes: object) -> None:
    """Let the database have the workshop with changes."""
    path = folder / "workshop.json"
    path.write_bytes(encode_workshop(replace(workshop(), annexes=(), agenda=(), **changes)))
    assert run("import", path, "--replace", "--database", address).exit_code == 0


def test_minutes_are_published_listed_and_packed(database: str, tmp_path: Path) -> None:
    empty = run("versions", "", "--database", database)
    assert empty.exit_code == 1
    title = workshop().title
    assert "not published yet" in run("versions", title, "--database", database).stderr
    done = run("publish", title, "--database", database)
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0] == f"Version 1 of “{title}” was published."
    assert len(done.stdout.splitlines()) == 5
    listed = json.loads(run("versions", title, "--json", "--database", database).stdout)["versions"]
    assert [one["number"] for one in listed] == [1]
    assert len(listed[0]["files"][0]["sha256"]) == 64
    packed = run("versions", title, "--pack", 1, "--output", tmp_path / "packs", "--database", database)
    assert run("pack", "--verify", packed.stdout.strip()).exit_code == 0


def test_a_correction_needs_its_reason_and_tells_what_changed(database: str, tmp_path: Path) -> None:
    title = workshop().title
    run("publish", title, "--database", database)
    take_in(database, tmp_path, venue="The new hall")
    refused = run("publish", title, "--database", database)
    assert refused.exit_code == 1
    assert "replaces version 1. Type why" in refused.stderr
    since = run("changes", title, "--database", database)
    assert since.stdout.splitlines() == ["HEADER", "  Venue", f"    {since.stdout.splitlines()[2].strip()}"]
    assert "{+new" in since.stdout
    assert run("publish", title, "--reason", "The hall was another.", "--database", database).exit_code == 0
    assert run("changes", title, 1, 2, "--database", database).stdout == since.stdout
    assert "Nothing has changed." in run("changes", title, "--database", database).stderr
    assert "replaces 1: The hall was another." in run("versions", title, "--database", database).stdout
    assert "There is no version 7" in run("changes", title, 7, "--database", database).stderr


def test_an_error_stays_only_with_a_reason(database: str, tmp_path: Path) -> None:
    take_in(database, tmp_path, polls=(WRONG,))
    title = workshop().title
    refused = run("publish", title, "--database", database)
    assert refused.exit_code == 1
    assert "poll-total: $.polls[0].options" in refused.stderr
    assert 'To let it stay, say why: --accept poll-total="…"' in refused.stderr
    assert "no reason is given why it stays: poll-total." in refused.stderr
    assert run("publish", title, "--accept", "poll-total", "--database", database).exit_code == 2
    assert run("publish", title, "--accept", "no-such=Yes", "--database", database).exit_code == 2
    accepted = run(
        "publish", title, "--accept", "poll-total=Counted so.",
        "--database", database,
    )  # fmt: skip
    assert accepted.exit_code == 0, accepted.stderr
    (version,) = json.loads(run("versions", title, "--json", "--database", database).stdout)["versions"]
    assert "Counted so." in {one["reason"] for one in version["accepted"]}
