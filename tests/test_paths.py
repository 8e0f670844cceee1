"""Where things are."""

from pathlib import Path

import pytest

from clesidra_desktop import paths


def test_resources_of_a_checkout_are_found() -> None:
    assert paths.resource("labels/en.json").is_file()


def test_a_resource_that_is_missing_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"labels/xx\.json"):
        paths.resource("labels/xx.json")


def test_resources_in_the_package_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "clesidra_desktop"
    (package / "_resources" / "labels").mkdir(parents=True)
    (package / "_resources" / "labels" / "en.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    assert paths.resource("labels/en.json") == package / "_resources" / "labels" / "en.json"


def test_the_database_is_in_the_user_s_data_folder() -> None:
    assert paths.default_database().parent == paths.user_data_folder()
    assert paths.APP_NAME in str(paths.default_database())
