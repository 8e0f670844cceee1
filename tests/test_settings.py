"""The choices of the person: what is kept, and what becomes of a file that cannot be read."""

import json
from pathlib import Path

import pytest

from clesidra_desktop.settings import (
    BROKEN,
    FONT_SIZE,
    LANGUAGE,
    LISTS,
    OPTIONS,
    WHO,
    Option,
    Settings,
    person_at_work,
)


def test_an_option_has_its_default(tmp_path: Path) -> None:
    assert Settings(tmp_path / "settings.json").get(FONT_SIZE) == FONT_SIZE.default


def test_what_is_chosen_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "settings.json"
    Settings(path).set(LISTS, {"ឈ្មោះ": "name"})

    assert Settings(path).get(LISTS) == {"ឈ្មោះ": "name"}


def test_a_value_of_another_type_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"font_size": "large", "language": 3}')
    settings = Settings(path)

    assert settings.get(FONT_SIZE) == FONT_SIZE.default
    assert settings.get(LANGUAGE) == ""


@pytest.mark.parametrize("content", ["{", "[1]", "\udcff"])
def test_a_file_that_cannot_be_read_is_kept_aside(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    settings = Settings(path)
    settings.set(LANGUAGE, "km")

    assert Settings(path).get(LANGUAGE) == "km"
    assert path.with_name(path.name + BROKEN).exists()


def test_what_a_newer_program_wrote_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"of_the_future": 1}')
    Settings(path).set(LANGUAGE, "km")

    assert json.loads(path.read_text())["of_the_future"] == 1


def test_an_option_that_is_not_declared_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        Settings(tmp_path / "settings.json").set(Option("undeclared", 1), 2)


def test_no_two_options_have_the_same_key() -> None:
    assert len({option.key for option in OPTIONS}) == len(OPTIONS)


def test_the_command_line_works_for_the_person_of_the_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clesidra_desktop.settings.settings_file", lambda: tmp_path / "settings.json")
    monkeypatch.setattr("clesidra_desktop.settings.user_name", lambda: "account")
    assert person_at_work() == "account"
    Settings(tmp_path / "settings.json").set(WHO, "Sophea")
    assert person_at_work() == "Sophea"
