"""The command line as a person meets it: what is printed, what is written, and the exit codes."""

import json
import os
import queue
import re
import shutil
import subprocess
import sys
import uuid
import zipfile
from dataclasses import replace
from pathlib import Path

import click
import jsonschema
import pikepdf
import pytest
from click.testing import CliRunner, Result

from clesidra_desktop import __version__, cli, paths
from clesidra_desktop.cli import options
from clesidra_desktop.domain.workshop import SplitRules, Wish
from clesidra_desktop.exchange.workshop_file import encode_workshop
from tests.documents.docx.templates import make_template
from tests.helpers import annex_files
from tests.helpers.builders import attendants, group, identity, sectors, workshop
from tests.helpers.documents import pdf_text
from tests.helpers.samples import NASTY, SAMPLE

COMMANDS = (
    "archive", "booklet", "changes", "check", "doctor", "export", "import", "list", "merge", "minutes", "pack",
    "papers", "publish", "report", "schema", "search", "split", "theme", "versions", "window",
)  # fmt: skip


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
    assert [path.name for path in written] == ["workshop-minutes-en.pdf", "workshop-minutes-en.docx"]
    assert zipfile.is_zipfile(written[1])
    assert "Highland Community Exchange Day" in pdf_text(written[0].read_bytes())
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


def test_public_minutes_say_so_in_their_names(tmp_path: Path) -> None:
    done = run("minutes", SAMPLE, "--edition", "public", "--output", tmp_path)
    assert done.exit_code == 0
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["workshop-minutes-public-en.docx", "workshop-minutes-public-en.pdf"]
    run("minutes", SAMPLE, "--format", "pdf", "--output", tmp_path)
    full, public = (pdf_text((tmp_path / f"workshop-minutes-{kind}.pdf").read_bytes()) for kind in ("en", "public-en"))
    assert "012 000 101" in full
    assert "012 000 101" not in public


def test_a_pack_is_made_and_verified(tmp_path: Path) -> None:
    folder = tmp_path / "archive" / "day"
    made = run("pack", SAMPLE, "--output", folder, "--language", "km")
    assert (made.exit_code, made.stdout.strip()) == (0, str(folder))
    assert f"findings (2). List them: clesidra-desktop check {SAMPLE}" in made.stderr
    assert (folder / "data" / "workshop-minutes-km.pdf").exists()
    whole = run("pack", "--verify", folder)
    assert (whole.exit_code, whole.stdout) == (0, "")
    assert "Nothing has changed" in whole.stderr
    (folder / "data" / "workshop.clesidra").write_bytes(b"")
    (folder / "data" / "annexes" / "welcome-slides.pdf").unlink()
    changed = run("pack", "--verify", folder)
    assert changed.exit_code == 1
    assert changed.stdout == "missing: data/annexes/welcome-slides.pdf\naltered: data/workshop.clesidra\n"


def test_a_pack_is_replaced_only_if_asked_for(tmp_path: Path) -> None:
    folder = tmp_path / "day"
    run("pack", SAMPLE, "--output", folder)
    refused = run("pack", SAMPLE, "--output", folder, "--edition", "public")
    assert refused.exit_code == 1
    assert "--replace" in refused.stderr
    assert run("pack", SAMPLE, "--output", folder, "--edition", "public", "--replace").exit_code == 0
    assert (folder / "data" / "workshop-public.clesidra").exists()
    assert not (folder / "data" / "workshop.clesidra").exists()


def test_a_pack_never_takes_the_place_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_bytes(b"years of work")
    for target in (tmp_path, tmp_path / "thesis.docx"):
        done = run("pack", SAMPLE, "--output", target, "--replace")
        assert done.exit_code == 1
        assert f"{target} is not empty and is no pack" in done.stderr
    done = run("pack", "--verify", tmp_path)
    assert done.exit_code == 1
    assert "is no pack" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


@pytest.mark.parametrize(
    "arguments", [[], [SAMPLE], ["--output", "x"], [SAMPLE, "--verify", "."], ["--verify", ".", "--replace"]]
)
def test_a_pack_is_either_made_or_verified(arguments: list[object]) -> None:
    done = run("pack", *arguments)
    assert done.exit_code == 2
    assert "Give a FILE and --output DIR" in done.stderr


def test_what_was_left_out_is_said(tmp_path: Path) -> None:
    done = run("minutes", nasty("nasty-names"), "--output", tmp_path)
    assert "U+0000" in done.stderr
    assert "$.attendants" in done.stderr


def test_minutes_have_the_look_of_a_theme(tmp_path: Path) -> None:
    done = run("theme", tmp_path / "house")
    assert (done.exit_code, done.stdout) == (0, f"{tmp_path / 'house' / 'theme.toml'}\n")
    assert "There is a theme in" in run("theme", tmp_path / "house").stderr
    options = ("--theme", tmp_path / "house", "--output")
    assert run("minutes", SAMPLE, *options, tmp_path / "out").exit_code == 0
    assert run("pack", SAMPLE, *options, tmp_path / "pack").exit_code == 0
    (tmp_path / "house" / "theme.toml").write_text("[page]\ntop = 1\n")
    done = run("minutes", SAMPLE, *options, tmp_path / "none")
    assert done.exit_code == 1
    assert "page.top" in done.stderr
    assert not (tmp_path / "none").exists()


def test_minutes_are_written_into_a_template(tmp_path: Path) -> None:
    template = make_template(tmp_path / "house.docx", ("Ministry of {{place}}", "{{minutes}}"))
    done = run("minutes", SAMPLE, "--template", template, "--output", tmp_path / "out")
    assert done.exit_code == 0
    with zipfile.ZipFile(tmp_path / "out" / "workshop-minutes-en.docx") as package:
        assert "Ministry of Lakeside Hall, Banlung, Ratanakiri" in package.read("word/document.xml").decode()
    assert run("pack", SAMPLE, "--template", template, "--output", tmp_path / "pack").exit_code == 0


def test_a_template_that_cannot_be_used_leaves_nothing_behind(tmp_path: Path) -> None:
    template = make_template(tmp_path / "house.docx", ("{{ministry}}",))
    done = run("minutes", SAMPLE, "--template", template, "--output", tmp_path / "out")
    assert done.exit_code == 1
    assert "{{ministry}}" in done.stderr
    assert not (tmp_path / "out").exists()


def test_refused_input_is_1_and_writes_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text(SAMPLE.read_text(encoding="utf-8").replace('"sex": "F"', '"sex": "woman"', 1), encoding="utf-8")
    done = run("minutes", broken, "--output", tmp_path / "out")
    assert done.exit_code == 1
    assert re.search(r"broken\.json .*\$\.attendants\[\d+\]\.sex.*woman.*F, M, X", done.stderr)
    assert not (tmp_path / "out").exists()


def test_minutes_that_cannot_be_written_leave_the_old_ones(tmp_path: Path) -> None:
    (tmp_path / "workshop-minutes-en.docx").mkdir()
    done = run("minutes", SAMPLE, "--output", tmp_path)
    assert done.exit_code == 1
    assert "workshop-minutes-en.docx" in done.stderr
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


def with_rules(tmp_path: Path) -> Path:
    """A workshop of twelve people, four of whom have no seat yet, with rules of every kind."""
    people = attendants(12)
    groups = (replace(group("s1", 1, 2, 3, 4), locked=(identity(1),)), group("s2", 5, 6, 7, 8))
    rules = SplitRules(
        seed=3,
        apart=((identity(1), identity(2)),),
        together=((identity(5), identity(6)),),
        facilitators=(identity(3), identity(4), identity(5)),
        wishes=(Wish(attendant=identity(7), sectors=("s3",)),),
        rounds=(((identity(1), identity(3)), (identity(2), identity(4))),),
    )
    path = tmp_path / "rules.json"
    path.write_bytes(
        encode_workshop(workshop(attendants=people, sectors=sectors(3), groups=groups, split=rules, answers=()))
    )
    return path


def test_split_follows_the_rules_of_the_file(tmp_path: Path) -> None:
    path = with_rules(tmp_path)
    result = json.loads(run("split", path, "--json").stdout)
    ids = [[uuid.UUID(one).int for one in own["members"]] for own in result["groups"]]
    seat = {one: place for place, own in enumerate(ids) for one in own}

    assert result["seed"] == 3
    assert len(result["fingerprint"]) == 16
    assert sorted(seat) == list(range(1, 13))
    assert seat[1] == 0
    assert seat[1] != seat[2]
    assert seat[5] == seat[6]
    assert {seat[3], seat[4], seat[5]} == {0, 1, 2}
    assert result["groups"][0]["locked"] == [str(identity(1))]
    assert result["violations"] == []
    before = {one: "s1" if one < 5 else "s2" for one in range(1, 9)}
    moved = {uuid.UUID(one["attendant"]).int: (one["from"], one["to"]) for one in result["moves"]}
    assert moved == {one: (before[one], f"s{seat[one] + 1}") for one in before if before[one] != f"s{seat[one] + 1}"}
    assert result["wishes"] == {"wishers": 1, "first": 1, "most_first": 1, "cost": 0}
    assert result["repeats"]["pairs"] >= result["repeats"]["least"]
    assert result["even_out"][0] == {"moves": [], "imbalance": result["imbalance"], "violations": 0}
    assert all(
        row["fair"] == (row["low"] <= min(row["counts"]) <= max(row["counts"]) <= row["high"])
        for row in result["fairness"]
    )
    assert result["sentences"]
    assert run("split", path, "--seed", "4", "--json").stdout != run("split", path, "--json").stdout


def test_split_can_leave_everybody_and_seat_the_newcomers(tmp_path: Path) -> None:
    result = json.loads(run("split", with_rules(tmp_path), "--keep", "--json").stdout)
    ids = [{uuid.UUID(one).int for one in own["members"]} for own in result["groups"]]

    assert (ids[0], ids[1], ids[2]) == ({1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12})
    assert result["moves"] == []
    assert {one["rule"] for one in result["violations"]} == {"apart", "facilitator"}


def test_split_for_people_names_everybody() -> None:
    done = run("split", SAMPLE)
    assert "Good Governance (1" in done.stdout
    assert len([line for line in done.stdout.splitlines() if line.startswith("  ")]) == 56
    assert "Groups of 11–12." in done.stdout
    assert re.search(r"Imbalance 0; the least possible\. Seed 0, list [0-9a-f]{16}\.$", done.stdout.strip())


def test_split_for_people_tells_locks_moves_and_offers(tmp_path: Path) -> None:
    path = with_rules(tmp_path)
    assert "  Attendant 1 (locked)" in run("split", path).stdout
    assert re.search(r"Sit elsewhere than in the file: \d+\.", run("split", path).stdout)
    kept = run("split", path, "--keep").stdout
    assert "Attendant 1, Attendant 2 both sit in Sector 1." in kept
    assert re.search(r"Moving [12]: imbalance \d+ \(Attendant ", kept)


def test_split_refuses_contradictions(tmp_path: Path) -> None:
    path = tmp_path / "odd.json"
    rules = SplitRules(apart=((identity(1), identity(2)),), together=((identity(1), identity(2)),))
    path.write_bytes(encode_workshop(workshop(split=rules)))
    done = run("split", path)
    assert done.exit_code == 1
    assert "Attendant 1, Attendant 2 are to sit together and apart at once" in done.stderr


def test_split_without_sectors_is_refused() -> None:
    done = run("split", nasty("minimal"))
    assert done.exit_code == 1
    assert "no sectors" in done.stderr


def test_import_list_and_export(database: str, tmp_path: Path) -> None:
    assert "was taken in" in run("import", SAMPLE, "--database", database).stdout
    assert "in the same state" in run("import", SAMPLE, "--database", database).stdout
    listed = run("--database", database, "list").stdout.splitlines()
    assert len(listed) == 1
    assert "2026-03-18" in listed[0]
    assert " 56 " in listed[0]
    target = tmp_path / "out" / "workshop.json"
    target.parent.mkdir()
    done = run("export", "highland", "--output", target, "--database", database)
    assert done.exit_code == 0
    written = json.loads(target.read_bytes())
    assert len(written.pop("lineage")) == 1  # the one state that came in and went out again
    assert written == json.loads(SAMPLE.read_bytes())
    assert (target.parent / "annexes" / "welcome-slides.pdf").exists()


def test_a_changed_file_is_replaced_if_asked_for(database: str, tmp_path: Path) -> None:
    run("import", SAMPLE, "--database", database)
    changed = tmp_path / "changed.json"
    changed.write_text(SAMPLE.read_text(encoding="utf-8").replace("Lakeside", "Riverside"), encoding="utf-8")
    assert "was replaced" in run("import", changed, "--replace", "--database", database).stdout


def test_nothing_to_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(options, "default_database", lambda: tmp_path / "clesidra.db")
    done = run("list")
    assert not (tmp_path / "clesidra.db").exists()
    assert (done.exit_code, done.stdout) == (0, "")
    assert "clesidra-desktop import FILE" in done.stderr


@pytest.mark.parametrize("command", [["list"], ["export", "x", "--output", "x.json"]])
def test_a_mistyped_database_is_not_made(command: list[str], database: str) -> None:
    done = run(*command, "--database", database)
    assert done.exit_code == 1
    assert database in done.stderr
    assert not Path(database).exists()


def test_an_empty_database_address_is_wrong_use() -> None:
    assert run("list", "--database", "").exit_code == 2


def test_lists_keep_one_line_for_each_thing(database: str, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text(
        SAMPLE.read_text(encoding="utf-8").replace("Highland Community", "Highland\\nCommunity"), encoding="utf-8"
    )
    run("import", broken, "--database", database)
    assert len(run("list", "--database", database).stdout.splitlines()) == 1
    assert "Highland Community" in run("list", "--database", database).stdout


def test_minutes_say_what_the_pdf_cannot_print(tmp_path: Path) -> None:
    assert "\ufffd" in run("minutes", nasty("nasty-names"), "--output", tmp_path).stderr


def test_minutes_say_that_there_are_findings(tmp_path: Path) -> None:
    copied = tmp_path / "a sample.json"
    copied.write_bytes(SAMPLE.read_bytes())
    told = run("minutes", copied, "--output", tmp_path).stderr
    assert "welcome-slides.pdf” of the annex" in told
    assert f"there are findings (3). List them: clesidra-desktop check '{copied}'" in told


def test_minutes_know_which_files_came_along(tmp_path: Path) -> None:
    run("minutes", SAMPLE, "--output", tmp_path)
    text = pdf_text((tmp_path / "workshop-minutes-en.pdf").read_bytes())
    assert "Pages of welcome-slides.pdf that follow: 3" in text
    assert "Annex III, page 3 of 3" in text
    assert "was not found" not in text


def test_minutes_name_the_annex_that_lowers_what_the_pdf_claims(tmp_path: Path) -> None:
    folder = tmp_path / "sample"
    shutil.copytree(SAMPLE.parent, folder)
    slides = folder / "annexes" / "welcome-slides.pdf"
    slides.write_bytes(annex_files.without_letters())
    done = run("minutes", folder / "workshop.json", "--format", "pdf", "--output", tmp_path)
    assert done.exit_code == 0
    assert "$.annexes[2].file: welcome-slides.pdf (page 1): some letters cannot be read out" in done.stderr
    with pikepdf.open(tmp_path / "workshop-minutes-en.pdf") as opened:
        said = opened.Root.Metadata.read_bytes().decode()
    assert "<pdfaid:conformance>B<" in said
    assert "<pdfuaid:part>" not in said


def test_minutes_of_many_attendants_tell_their_progress(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many = json.loads(SAMPLE.read_text(encoding="utf-8"))
    many["groups"] = []
    many["attendants"] = [
        {"id": str(uuid.UUID(int=number)), "name": f"Attendant {number}", "category": "CBO"} for number in range(1, 700)
    ]
    path = tmp_path / "many.json"
    path.write_text(json.dumps(many), encoding="utf-8")
    monkeypatch.setattr(options, "PATIENCE", 0.0)
    assert re.search(r"many-minutes-en\.pdf: \d+ %", run("minutes", path, "--output", tmp_path).stderr)


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
    monkeypatch.setattr(options, "default_database", lambda: tmp_path / "mine" / "clesidra.db")
    assert run("import", SAMPLE).exit_code == 0
    assert (tmp_path / "mine" / "clesidra.db").exists()


def test_the_schema_fits_the_sample() -> None:
    schema = json.loads(run("schema").stdout)
    jsonschema.Draft202012Validator(schema).validate(json.loads(SAMPLE.read_bytes()))


def test_progress_is_told_once_in_a_while_and_not_before(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(options, "PATIENCE", 60.0)
    teller = options.Teller("minutes.pdf", options.time.monotonic())
    teller(1, 4)
    assert capsys.readouterr().err == ""
    teller = options.Teller("minutes.pdf", options.time.monotonic() - 61)
    teller(1, 4)
    teller(2, 4)
    assert capsys.readouterr().err == "minutes.pdf: 25 %\n"


def test_long_work_of_unknown_length_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told: queue.Queue[str] = queue.Queue()

    def echo(text: str, *, err: bool) -> None:
        assert err
        told.put(text)

    monkeypatch.setattr(options, "PATIENCE", 0.001)
    monkeypatch.setattr(options.click, "echo", echo)
    with options.patience("importing"):
        assert told.get(timeout=10) == "importing: 0 s …"


def test_an_unknown_user_is_no_obstacle(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> str:
        raise KeyError

    monkeypatch.setattr(paths, "getuser", unknown)
    assert paths.user_name() == "unknown"


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
        "heavy = {'docx', 'reportlab', 'sqlalchemy', 'uharfbuzz', 'icu4py', 'alembic', 'msgspec', 'segno'}\n"
        "heavy |= {'bagit', 'openpyxl'}\n"
        "sys.exit(' '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_group_is_a_click_command() -> None:
    assert isinstance(cli.main, click.Group)


def test_without_a_screen_the_window_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in paths.SCREENS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")

    done = run()

    assert done.exit_code == 1
    assert "no screen" in done.output


@pytest.mark.parametrize("arguments", [[SAMPLE], ["window", SAMPLE]])
def test_a_workshop_file_opens_the_window(arguments: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    from clesidra_desktop import app  # noqa: PLC0415

    opened: list[tuple[str | None, Path | None]] = []
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(app, "run", lambda database, file: opened.append((database, file)) or 0)

    done = run("--database", "x.db", *arguments)

    assert done.exit_code == 0
    assert opened == [("x.db", SAMPLE)]
