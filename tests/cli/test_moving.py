"""Workshops in and out of a database on the command line, and the doctor."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from clesidra_desktop import cli
from tests.helpers.samples import SAMPLE


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli.main, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture
def database(tmp_path: Path) -> str:
    path = str(tmp_path / "clesidra.db")
    assert run("import", SAMPLE, "--database", path).exit_code == 0
    return path


@pytest.fixture
def sent(database: str, tmp_path: Path) -> Path:
    """A file that somebody took to another computer, with its annexes in a folder of its own."""
    path = tmp_path / "sent" / "workshop.json"
    path.parent.mkdir()
    assert run("export", "highland", "--output", path, "--database", database).exit_code == 0
    return path


def changed(sent: Path, **values: str) -> Path:
    """Return the file as it comes back."""
    path = sent.with_name("changed.json")
    path.write_text(json.dumps({**json.loads(sent.read_text(encoding="utf-8")), **values}), encoding="utf-8")
    return path


def test_what_fits_is_merged_and_what_does_not_is_listed(database: str, sent: Path, tmp_path: Path) -> None:
    file = changed(sent, venue="Riverside")
    listed = run("merge", file, "--report", "--database", database)
    assert listed.exit_code == 0
    assert listed.stdout.startswith("taken: workshop / venue: ")
    assert "| Riverside" in listed.stdout
    done = run("merge", file, "--database", database)
    assert (done.exit_code, "was merged: 1 differences came from the file" in done.stdout) == (0, True)
    assert "in the same state" in run("merge", file, "--database", database).stdout
    other = changed(sent, venue="Hillside")
    for command in (["merge", other], ["import", other]):
        refused = run(*command, "--database", database)
        assert refused.exit_code == 1
        assert "othing was changed" in refused.stderr
    assert "to decide: workshop / venue: Riverside | Hillside" in run("merge", other, "--database", database).stdout
    assert run("merge", other, "--report", "--database", database).exit_code == 1
    assert run("merge", other, "--prefer", "theirs", "--database", database).exit_code == 0
    target = tmp_path / "out.json"
    run("export", "highland", "--output", target, "--database", database)
    assert json.loads(target.read_bytes())["venue"] == "Hillside"


def test_hands_that_were_counted_twice_are_told_in_numbers(database: str, sent: Path) -> None:
    data = json.loads(sent.read_text(encoding="utf-8"))
    run("merge", _counted(sent, data, 9), "--database", database)
    again = _counted(sent, data, 10)
    option = data["polls"][0]["options"][0]["text"]
    told = run("merge", again, "--report", "--database", database).stdout
    assert told.endswith(f"options: {option}: 9 | {option}: 10\n")


def _counted(sent: Path, data: dict[str, Any], hands: int) -> Path:
    """Return the file as it comes back after a count, of a computer that has taken in nothing since it left."""
    poll = data["polls"][0]
    options = [{**poll["options"][0], "count": hands}, *poll["options"][1:]]
    path = sent.with_name(f"counted-{hands}.json")
    polls = [{**poll, "options": options}, *data["polls"][1:]]
    path.write_text(json.dumps({**data, "polls": polls}), encoding="utf-8")
    return path


def test_a_workshop_that_is_not_there_is_not_merged(database: str, sent: Path) -> None:
    file = changed(sent, id="07fd7f25-151b-534f-919e-a9c7d791ec39")
    refused = run("merge", file, "--database", database)
    assert refused.exit_code == 1
    assert "Import it." in refused.stderr


def test_import_takes_what_it_can(database: str, sent: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.clesidra"
    broken.write_bytes(b"PK")
    done = run("import", broken, changed(sent, venue="Riverside"), "--database", database)
    assert done.exit_code == 1
    assert "was merged" in done.stdout
    assert "broken.clesidra: " in done.stderr


def test_an_archive_and_the_doctor(database: str, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    assert run("archive", "--output", folder, "--database", database).stdout.strip() == str(folder)
    assert run("archive", "--output", folder, "--database", database).exit_code == 1
    assert run("archive", "--output", folder, "--replace", "--language", "km", "--database", database).exit_code == 0
    again = tmp_path / "again.db"
    assert "was taken in" in run("import", folder, "--database", again).stdout
    assert run("doctor", "--database", database).stderr.startswith("All is well (workshops: 1, files: ")
    assert run("doctor", folder).stderr == "All is well (packs: 1).\n"
    index = folder / "data" / "index.csv"
    content = bytearray(index.read_bytes())
    content[5] ^= 1
    index.write_bytes(content)
    found = run("doctor", folder)
    assert found.exit_code == 1
    assert found.stdout.startswith("archive: data/index.csv is not as it was packed.")
    assert run("doctor", "--database", tmp_path / "none.db").exit_code == 1


def test_a_published_version_goes_from_one_database_to_another(database: str, tmp_path: Path) -> None:
    assert run("publish", "highland", "--database", database).exit_code == 0
    pack = run("versions", "highland", "--pack", 1, "--output", tmp_path, "--database", database).stdout.strip()
    there = run("versions", "highland", "--pack", 1, "--output", tmp_path, "--database", database)
    assert "--replace" in there.stderr
    again = ("versions", "highland", "--pack", 1, "--output", tmp_path, "--replace", "--database", database)
    assert run(*again).exit_code == 0
    other = tmp_path / "other.db"
    taken = run("import", pack, "--database", other)
    assert (taken.exit_code, "is kept here now." in taken.stdout) == (0, True)
    assert "is here already." in run("import", pack, "--replace", "--database", other).stdout
    assert run("versions", "highland", "--database", other).stdout.startswith("1  ")

    third = tmp_path / "third.db"
    run("import", SAMPLE, "--database", third)
    run("publish", "highland", "--language", "km", "--database", third)
    for command in (("import", pack), ("import", pack, "--replace")):
        refused = run(*command, "--database", third)
        assert refused.exit_code == 1
        assert "is another one than the version 1 here" in refused.stderr


def test_the_doctor_blames_a_damaged_list_and_no_whole_file(database: str, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    run("archive", "--output", folder, "--database", database)
    manifest = folder / "manifest-sha256.txt"
    manifest.write_bytes(manifest.read_bytes().replace(b"index.csv", b"index.csw"))
    (said,) = run("doctor", folder).stdout.splitlines()
    assert said.startswith("archive: the list manifest-sha256.txt is damaged itself.")
    assert "Move nothing out of it" in said
    assert run("pack", "--verify", folder).stdout == "damaged list: manifest-sha256.txt\n"
