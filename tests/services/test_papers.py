"""The papers for the room as files, and the command that writes them."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from clesidra_desktop import cli
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.services.papers import Paper, why_empty, write_papers
from tests.helpers.builders import workshop
from tests.helpers.documents import CREATED, pdf_text
from tests.helpers.samples import NASTY, SAMPLE


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli.main, ["papers", *map(str, arguments)], catch_exceptions=False)


def nasty(name: str) -> Path:
    return next(path for path in NASTY if path.stem == name)


def test_papers_are_written_one_after_the_other(tmp_path: Path) -> None:
    targets = {paper: tmp_path / "new" / f"{paper}.pdf" for paper in Paper}
    written = write_papers(workshop(), targets, language=Language.ENGLISH, created=CREATED)
    assert next(written) == targets[Paper.SIGN_IN]
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["sign-in.pdf"]
    assert list(written) == [targets[paper] for paper in (Paper.BADGES, Paper.GROUPS, Paper.CAPTURE)]
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == sorted(path.name for path in targets.values())


@pytest.mark.parametrize(
    ("missing", "empty"),
    [
        ({}, set()),
        ({"attendants": ()}, {Paper.BADGES}),
        ({"sectors": ()}, {Paper.GROUPS, Paper.CAPTURE}),
        ({"questions": ()}, {Paper.CAPTURE}),
    ],
)
def test_a_paper_without_anything_on_it_is_not_written(
    missing: dict[str, tuple[()]], empty: set[Paper], tmp_path: Path
) -> None:
    of = workshop(**missing)
    assert {paper for paper in Paper if why_empty(paper, of)} == empty
    targets = {paper: tmp_path / f"{paper}.pdf" for paper in Paper}
    written = list(write_papers(of, targets, language=Language.KHMER, created=CREATED))
    assert written == [targets[paper] for paper in Paper if paper not in empty]


def test_progress_is_told_of_each_paper(tmp_path: Path) -> None:
    told: list[tuple[Paper, int, int]] = []
    targets = {paper: tmp_path / f"{paper}.pdf" for paper in (Paper.SIGN_IN, Paper.GROUPS)}
    papers = write_papers(
        workshop(),
        targets,
        language=Language.ENGLISH,
        progress=lambda paper: lambda done, total: told.append((paper, done, total)),
    )
    assert len(list(papers)) == 2
    assert told == [(paper, done, 2) for paper in targets for done in (1, 2)]


def test_a_target_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    target = tmp_path / "badges.pdf"
    target.mkdir()
    with pytest.raises(UserError, match=r"badges\.pdf"):
        list(write_papers(workshop(), {Paper.BADGES: target}, language=Language.ENGLISH))
    assert list(tmp_path.iterdir()) == [target]


def test_the_command_writes_all_kinds_in_the_language_of_the_workshop(tmp_path: Path) -> None:
    done = run(SAMPLE, "--output", tmp_path)
    assert (done.exit_code, done.stderr) == (0, "")
    names = [f"workshop-{kind}-en.pdf" for kind in ("sign-in", "badges", "groups", "capture")]
    assert done.stdout.splitlines() == [str(tmp_path / name) for name in names]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)


def test_the_command_writes_chosen_kinds_in_another_language(tmp_path: Path) -> None:
    done = run(SAMPLE, "--kind", "capture", "--kind", "badges", "--language", "km", "--output", tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["workshop-badges-km.pdf", "workshop-capture-km.pdf"]
    assert len(done.stdout.splitlines()) == 2
    assert "ក្រុមទី" in pdf_text((tmp_path / "workshop-badges-km.pdf").read_bytes())


def test_the_command_says_what_is_not_written_and_why(tmp_path: Path) -> None:
    done = run(nasty("minimal"), "--output", tmp_path)
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [str(tmp_path / "minimal-sign-in-en.pdf")]
    assert [line.split(": ", 1)[1] for line in done.stderr.splitlines()] == [
        "There are no attendants, so no name badges were made.",
        "There are no sectors, so no group lists were made.",
        "There are no sectors or no questions, so no capture sheets were made.",
    ]


def test_the_command_knows_every_kind() -> None:
    (kinds,) = (one.type for one in cli.papers.params if one.name == "kinds")
    assert isinstance(kinds, click.Choice)
    assert list(kinds.choices) == [str(paper) for paper in Paper]
    assert run(SAMPLE, "--kind", "poster").exit_code == 2
