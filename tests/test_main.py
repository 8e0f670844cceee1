"""The entrance: what opens the window at once, and what is for the command line."""

import sys
from pathlib import Path

import pytest

from clesidra_desktop import __main__ as entrance
from clesidra_desktop import app, cli, paths
from tests.helpers.samples import SAMPLE


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ([], (True, None)),
        ([str(SAMPLE)], (True, SAMPLE)),
        (["no-such-file.json"], (False, None)),
        (["list"], (False, None)),
        (["--help"], (False, None)),
        ([str(SAMPLE), "--database", "x.db"], (False, None)),
    ],
)
def test_the_window_is_wanted_where_nothing_else_is(arguments: list[str], wanted: tuple[bool, Path | None]) -> None:
    assert entrance.wanted_file(arguments) == wanted


def test_the_window_opens_without_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[str | None, Path | None]] = []
    monkeypatch.setattr(sys, "argv", ["clesidra-desktop", str(SAMPLE)])
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("CLESIDRA_DATABASE", "x.db")
    monkeypatch.setattr(app, "run", lambda database, file: opened.append((database, file)) or 0)

    with pytest.raises(SystemExit) as left:
        entrance.main()

    assert left.value.code == 0
    assert opened == [("x.db", SAMPLE)]


@pytest.mark.parametrize("arguments", [["list"], []])
def test_all_else_is_for_the_command_line(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(sys, "argv", ["clesidra-desktop", *arguments])
    monkeypatch.setattr(paths, "has_screen", lambda: False)
    monkeypatch.setattr(cli, "main", lambda prog_name: asked.append(f"{prog_name}"))

    entrance.main()

    assert asked == ["clesidra-desktop"]
