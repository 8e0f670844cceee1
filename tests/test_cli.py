"""The command line as a person meets it: what is printed, what is written, and the exit codes."""

import json
import os
import queue
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import click
import jsonschema
import pytest
from click.testing import CliRunner, Result

from clesidra_desktop import __version__, cli
from tests.helpers.documents import pdf_text
from tests.helpers.samples import NASTY, SAMPLE

COMMANDS = ("check", "export", "import", "list", "minutes", "schema", "split")


@pytest.fixture
def database(tmp_path: Path) -> str:
    return str(tmp_path / "data" / "test.db")


def run(*arguments: object) -> Result:
    """Run the command line; an exception that is no refusal is a bug and passes through."""
    return CliRunner().invoke(cli.main, [str(argument) for argument in arguments], catch_exceptions=False)


def nasty(name: str) -> Path:
    return next(path for path in NASTY if path.stem == name)


def test_all_commands_are_there() -> None:
    assert sorted(cli.main.commands) == sorted(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    done = run(command, "--help")
    assert done.exit_code == 0
    assert re.search(rf"Example:\n  +clesidra-desktop {command}", done.output)
    assert "--database" in done.output


def test_version() -> None:
    assert run("--version").output.split()[-1] == __version__


@pytest.mark.parametrize("arguments", [["bogus"], ["minutes"], ["minutes", "no-such-file.json"], ["export", "x"]])
def test_wrong_use_is_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_minutes_writes_both_formats_in_the_language_of_the_workshop(tmp_path: Path) -> None:
    done = run("minutes", SAMPLE, "--output", tmp_path / "new" / "folder")
    assert done.exit_code == 0
    written = [Path(line) for line in done.stdout.splitlines()]
    assert [path.name for path in written] == ["workshop-minutes-en.docx", "workshop-minutes-en.pdf"]
    assert zipfile.is_zipfile(written[0])
    assert "Highland Community Exchange Day" in pdf_text(written[1].read_bytes())
    assert sorted(written[0].parent.iterdir()) == sorted(written)


def test_minutes_in_another_language_and_one_format(tmp_path: Path) -> None:
    done = run("minutes", SAMPLE, "--format", "pdf", "--language", "km", "--output", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["workshop-minutes-km.pdf"]
    assert done.stdout.strip() == str(tmp_path / "workshop-minutes-km.pdf")
    assert "កំណត់ហេតុ" in pdf_text((tmp_path / "workshop-minutes-km.pdf").read_bytes())


@pytest.mark.parametrize("path", NASTY, ids=lambda path: path.stem)
def test_minutes_of_every_odd_workshop(path: Path, tmp_path: Path) -> None:
    assert run("minutes", path, "--output", tmp_path).exit_code == 0
    assert len(list(tmp_path.iterdir())) == 2


def test_what_was_left_out_is_said(tmp_path: Path) -> None:
    done = run("minutes", nasty("nasty-names"), "--output", tmp_path)
    assert "U+0000" in done.stderr
    assert "$.attendants" in done.stderr


def test_refused_input_is_1_and_writes_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text(SAMPLE.read_text(encoding="utf-8").replace('"sex": "F"', '"sex": "woman"', 1), encoding="utf-8")
    done = run("minutes", broken, "--output", tmp_path / "out")
    assert done.exit_code == 1
    assert re.search(r"broken\.json .*\$\.attendants\[\d+\]\.sex.*woman.*F, M, X", done.stderr)
    assert not (tmp_path / "out").exists()


def test_minutes_that_cannot_be_written_leave_the_old_ones(tmp_path: Path) -> None:
    (tmp_path / "workshop-minutes-en.pdf").mkdir()
    done = run("minutes", SAMPLE, "--output", tmp_path)
    assert done.exit_code == 1
    assert "workshop-minutes-en.pdf" in done.stderr
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["workshop-minutes-en.docx", "workshop-minutes-en.pdf"]


def test_check_names_every_finding_with_its_place() -> None:
    done = run("check", nasty("orphans"))
    assert done.exit_code == 1
    assert all(re.match(r"(error|warning): \$[^:]*: .+\.", line) for line in done.stdout.splitlines())


def test_check_as_json() -> None:
    done = run("check", nasty("findings"), "--json")
    assert done.exit_code == 1
    findings = json.loads(done.stdout)["findings"]
    assert len({finding["code"] for finding in findings}) >= 15
    assert {"code", "severity", "where", "sentence"} == set(findings[0])


def test_check_of_a_workshop_without_findings(tmp_path: Path) -> None:
    clean = json.loads(SAMPLE.read_text(encoding="utf-8"))
    clean["annexes"] = [annex for annex in clean["annexes"] if annex["source"] != "file"]
    for item in clean["agenda"]:
        item.pop("annex", None)
    for attendant in clean["attendants"]:
        attendant.setdefault("sex", "F")
    path = tmp_path / "clean.json"
    path.write_text(json.dumps(clean), encoding="utf-8")
    done = run("check", path)
    assert (done.exit_code, done.stdout) == (0, "")
    assert json.loads(run("check", path, "--json").stdout) == {"findings": []}


def test_check_says_what_the_pdf_cannot_print() -> None:
    printed = run("check", nasty("nasty-names")).stdout
    assert re.search(r"attendants\[\d+\]\.name: The PDF shows � for “👩” \(U\+1F469\)", printed)


def test_split_as_json() -> None:
    first = run("split", SAMPLE, "--seed", "7", "--json")
    assert first.exit_code == 0
    result = json.loads(first.stdout)
    workshop = json.loads(SAMPLE.read_text(encoding="utf-8"))
    assert [group["sector"] for group in result["groups"]] == [sector["key"] for sector in workshop["sectors"]]
    members = [member for group in result["groups"] for member in group["members"]]
    assert sorted(members) == sorted(attendant["id"] for attendant in workshop["attendants"])
    sizes = [len(group["members"]) for group in result["groups"]]
    assert max(sizes) - min(sizes) <= 1
    assert 0 <= result["bound"] <= result["imbalance"]
    assert run("split", SAMPLE, "--seed", "7", "--json").stdout == first.stdout


def test_split_for_people_names_everybody() -> None:
    done = run("split", SAMPLE)
    assert "Good Governance (1" in done.stdout
    assert len([line for line in done.stdout.splitlines() if line.startswith("  ")]) == 56


def test_split_without_sectors_is_refused() -> None:
    done = run("split", nasty("minimal"))
    assert done.exit_code == 1
    assert "no sectors" in done.stderr


def test_import_list_and_export(database: str, tmp_path: Path) -> None:
    assert "was taken into the database" in run("import", SAMPLE, "--database", database).stdout
    assert "in the same state" in run("import", SAMPLE, "--database", database).stdout
    listed = run("--database", database, "list").stdout.splitlines()
    assert len(listed) == 1
    assert "2026-03-18" in listed[0]
    assert " 56 " in listed[0]
    target = tmp_path / "out" / "workshop.json"
    target.parent.mkdir()
    done = run("export", "highland", "--output", target, "--database", database)
    assert done.exit_code == 0
    assert json.loads(target.read_bytes()) == json.loads(SAMPLE.read_bytes())
    assert (target.parent / "annexes" / "welcome-slides.pdf").exists()


def test_a_changed_file_is_only_taken_if_asked_for(database: str, tmp_path: Path) -> None:
    run("import", SAMPLE, "--database", database)
    changed = tmp_path / "changed.json"
    changed.write_text(SAMPLE.read_text(encoding="utf-8").replace("Lakeside", "Riverside"), encoding="utf-8")
    refused = run("import", changed, "--database", database)
    assert refused.exit_code == 1
    assert "--replace" in refused.stderr
    assert "was replaced" in run("import", changed, "--replace", "--database", database).stdout


def test_nothing_to_list(database: str) -> None:
    done = run("list", "--database", database)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "clesidra-desktop import FILE" in done.stderr


def test_export_of_what_is_not_there(database: str, tmp_path: Path) -> None:
    run("import", SAMPLE, "--database", database)
    done = run("export", "lowland", "--output", tmp_path / "x.json", "--database", database)
    assert done.exit_code == 1
    assert "Highland Community Exchange Day" in done.stderr
    assert not (tmp_path / "x.json").exists()


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("nothing but notes " * 100, encoding="utf-8")
    done = run("list", "--database", path)
    assert done.exit_code == 1
    assert "notes.txt" in done.stderr
    assert path.read_text(encoding="utf-8").startswith("nothing but notes")


def test_the_database_is_in_the_data_folder_by_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "default_database", lambda: tmp_path / "mine" / "clesidra.db")
    assert run("import", SAMPLE).exit_code == 0
    assert (tmp_path / "mine" / "clesidra.db").exists()


def test_the_schema_fits_the_sample() -> None:
    schema = json.loads(run("schema").stdout)
    jsonschema.Draft202012Validator(schema).validate(json.loads(SAMPLE.read_bytes()))


def test_progress_is_told_once_a_second_and_not_before(capsys: pytest.CaptureFixture[str]) -> None:
    teller = cli._Teller("minutes.pdf", cli.time.monotonic())
    teller(1, 4)
    assert capsys.readouterr().err == ""
    teller = cli._Teller("minutes.pdf", cli.time.monotonic() - 2)
    teller(1, 4)
    teller(2, 4)
    assert capsys.readouterr().err == "minutes.pdf: 25 %\n"


def test_long_work_of_unknown_length_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told: queue.Queue[str] = queue.Queue()

    def echo(text: str, *, err: bool) -> None:
        assert err
        told.put(text)

    monkeypatch.setattr(cli, "PATIENCE", 0.001)
    monkeypatch.setattr(cli.click, "echo", echo)
    with cli._patience("importing"):
        assert told.get(timeout=10) == "importing: 0 s …"


def test_an_unknown_user_is_no_obstacle(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> str:
        raise KeyError

    monkeypatch.setattr(cli, "getuser", unknown)
    assert cli._user() == "unknown"


def test_a_killed_process_leaves_no_half_document(tmp_path: Path) -> None:
    target = tmp_path / "workshop-minutes-en.pdf"
    target.write_bytes(b"the old one")
    script = (
        "import os, clesidra_desktop.files as files\n"
        "files._replace = lambda *_: os._exit(9)\n"
        "from clesidra_desktop.cli import main\n"
        f"main(['minutes', {str(SAMPLE)!r}, '--format', 'pdf', '--output', {str(tmp_path)!r}])"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, env=dict(os.environ))
    assert done.returncode == 9
    assert target.read_bytes() == b"the old one"


def test_python_minus_m() -> None:
    done = subprocess.run([sys.executable, "-m", "clesidra_desktop", "list", "--help"], capture_output=True, check=True)
    assert b"List the workshops" in done.stdout


def test_help_comes_without_the_heavy_libraries() -> None:
    script = (
        "import sys, clesidra_desktop.cli\n"
        "heavy = {'docx', 'reportlab', 'sqlalchemy', 'uharfbuzz', 'icu4py', 'alembic', 'msgspec'}\n"
        "sys.exit(' '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_group_is_a_click_command() -> None:
    assert isinstance(cli.main, click.Group)
