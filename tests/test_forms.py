"""The compiled forms are those of `ui/`."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


def compiler() -> ModuleType:
    spec = importlib.util.spec_from_file_location("compile_forms", ROOT / "ui" / "compile.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_forms_are_current() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "ui" / "compile.py", "--check"], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout


def test_a_form_that_changed_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = compiler()
    source = ROOT / "ui" / "main_window.ui"
    (tmp_path / "main_window.ui").write_text(source.read_text().replace("keys_hint", "other_hint"))
    monkeypatch.setattr(module, "UI", tmp_path)
    monkeypatch.setattr(sys, "argv", ["compile.py", "--check"])

    assert module.main() == 1


def test_a_form_that_names_resources_is_refused(tmp_path: Path) -> None:
    form = tmp_path / "bad.ui"
    form.write_text(
        '<ui version="4.0"><class>Bad</class><widget class="QWidget" name="Bad"/><resources></resources></ui>'
    )

    with pytest.raises(ValueError, match="names resources"):
        compiler().compiled(form)
