"""What is installed works: the wheel has all it needs, and the command in it makes minutes."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the source distribution, as an installer would get it."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", str(folder), str(ROOT)], check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_has_code_migrations_labels_and_samples(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        names = set(opened.namelist())
    package = ROOT / "clesidra_desktop"
    assert {f"clesidra_desktop/{path.relative_to(package)}" for path in package.rglob("*.py")} <= names
    resources = {
        f"clesidra_desktop/_resources/{path.relative_to(ROOT / 'resources')}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }
    assert resources <= names
    assert "clesidra_desktop/_resources/labels/km.json" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_installed_command_makes_minutes(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as opened:
        opened.extractall(site)
    sample = site / "clesidra_desktop" / "_resources" / "samples" / "ratanakiri" / "workshop.json"
    done = subprocess.run(
        [sys.executable, "-m", "clesidra_desktop", "minutes", str(sample), "--output", "out"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(site), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "workshop-minutes-en.docx",
        "workshop-minutes-en.pdf",
    ]


def test_the_wheel_is_what_runs(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        opened.extractall(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", "from clesidra_desktop.paths import resource; print(resource('labels/en.json'))"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert str(tmp_path / "clesidra_desktop" / "_resources") in done.stdout
