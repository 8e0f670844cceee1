"""The house: the direction of imports, the laws of size and form, and that it stands without a window."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import grimp
import pytest
from importlinter.cli import lint_imports

from tests.helpers import laws
from tests.helpers.laws import Law, Module

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "clesidra_desktop"

HEAVY_IMPORTS = {
    "documents/docx/writer.py write_docx clesidra_desktop.documents.docx.merging",
    "services/archive.py read_file_text clesidra_desktop.documents.annexes.words",
    "services/booklet.py write_booklet clesidra_desktop.documents.docx",
    "services/booklet.py write_booklet clesidra_desktop.documents.pdf",
    "services/booklet.py write_as_docx clesidra_desktop.documents.docx",
    "services/booklet.py write_as_docx clesidra_desktop.documents.pdf",
    "services/booklet.py write_as_pdf clesidra_desktop.documents.pdf",
    "services/minutes.py compose clesidra_desktop.documents.docx",
    "services/minutes.py compose clesidra_desktop.documents.theme",
    "services/minutes.py write clesidra_desktop.documents.pdf",
    "services/minutes.py write clesidra_desktop.documents.docx",
    "storage/schema.py _migrate alembic",
    "storage/schema.py _migrate alembic.config",
    "gui/style_sheet.py _render qt_material",
    "gui/style_sheet.py _render tempfile",
    "gui/open_workshop.py zone_of zoneinfo",
    "__main__.py main clesidra_desktop.app",
    "__main__.py main clesidra_desktop.cli",
}
"""What may be imported inside a function besides what the commands of `cli` need: it would slow every start."""

BEFORE_THE_DATABASE = {"app.py"} | {
    f"gui/{name}.py"
    for name in (
        "dialogs/new_workshop",
        "index_keeper",
        "moving",
        "open_findings",
        "open_workshop",
        "opening",
        "pages/workshops",
        "undoing",
        "widgets/header",
        "window",
    )
}
"""Modules that are there when the window takes its first key; they import late what they need of below it."""

COMPILED = "gui/forms/ui_"
"""Forms are compiled, and bound by no law of form."""

SCRIPTS = {"clesidra_desktop.storage.migrations.env"}
"""Modules that do their work when they are imported."""


def modules(folder: Path) -> list[Module]:
    return [
        Module(path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.py"))
        if COMPILED not in path.as_posix()
    ]


def broken(law: Law, folder: Path = PACKAGE) -> set[str]:
    return {violation for module in modules(folder) for violation in law(module)}


# The direction of imports


def test_the_contracts_are_kept() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True) == 0


HOUSE = {
    "__init__.py": "",
    "__main__.py": "import house.cli",
    "cli.py": "import click, house.services.deeds, house.app",
    "app.py": "import PySide6.QtWidgets, house.gui.theme, house.settings, house.storage.rows",
    "gui/__init__.py": "",
    "gui/theme.py": "import PySide6.QtGui, qt_material, shiboken6, house.services.deeds, house.settings",
    "settings.py": "import house.files",
    "services/__init__.py": "",
    "services/deeds.py": "import house.storage.rows, house.documents.labels, house.exchange.files, house.paths",
    "services/search.py": "import rapidfuzz",
    "storage/__init__.py": "",
    "storage/rows.py": "import alembic, sqlalchemy, sqlcipher3, house.domain.things",
    "documents/__init__.py": "",
    "documents/labels.py": "import msgspec",
    "documents/theme.py": "import msgspec, house.misfits",
    "documents/writer.py": "import house.documents.labels, house.documents.parts",
    "documents/parts.py": "import PIL, docx, docxcompose, fontpkg, icu4py, lxml, pikepdf, pypdfium2, reportlab, segno,"
    " uharfbuzz",
    "exchange/__init__.py": "",
    "exchange/files.py": "import bagit, charset_normalizer, msgspec, openpyxl, python_calamine, house.files",
    "files.py": "import house.domain.things",
    "misfits.py": "import msgspec",
    "paths.py": "import platformdirs",
    "domain/__init__.py": "",
    "domain/things.py": "import dataclasses",
}
"""A house with the rooms of ours, in which every contract is kept."""

BREACHES = [
    ("storage/rows.py", "rapidfuzz", "Spellings are compared in services alone"),
    ("domain/things.py", "house.storage.rows", "One direction of imports through the rooms"),
    ("domain/things.py", "house.paths", "One direction of imports through the rooms"),
    ("storage/rows.py", "house.services.deeds", "One direction of imports through the rooms"),
    ("storage/rows.py", "house.documents.labels", "One direction of imports through the rooms"),
    ("documents/labels.py", "house.exchange.files", "One direction of imports through the rooms"),
    ("exchange/files.py", "house.storage.rows", "One direction of imports through the rooms"),
    ("services/deeds.py", "house.cli", "One direction of imports through the rooms"),
    ("paths.py", "house.documents.labels", "One direction of imports through the rooms"),
    ("attic.py", "json", "One direction of imports through the rooms"),
    ("documents/labels.py", "house.documents.writer", "No cycles of imports"),
    ("domain/things.py", "platformdirs", "The domain stands on the standard library alone"),
    ("services/deeds.py", "sqlalchemy", "SQL is spoken in storage alone"),
    ("cli.py", "sqlcipher3", "SQL is spoken in storage alone"),
    ("services/deeds.py", "reportlab", "Documents are made in documents alone"),
    ("exchange/files.py", "docx", "Documents are made in documents alone"),
    ("services/deeds.py", "python_calamine", "Spreadsheets and bags are made in exchange alone"),
    ("services/deeds.py", "openpyxl", "Spreadsheets and bags are made in exchange alone"),
    ("documents/writer.py", "msgspec", "JSON is decoded by schema where files are read"),
    ("services/deeds.py", "click", "The command line is cli alone"),
    ("services/deeds.py", "PySide6.QtCore", "No Qt below the window"),
    ("services/deeds.py", "house.gui.theme", "One direction of imports through the rooms"),
    ("gui/theme.py", "house.app", "One direction of imports through the rooms"),
    ("gui/theme.py", "sqlalchemy", "SQL is spoken in storage alone"),
    ("services/deeds.py", "fontpkg", "Documents are made in documents alone"),
]


def build_house(folder: Path, changed: str = "", added: str = "os") -> Path:
    """Write the house with one import more and return its configuration, which is ours with another name."""
    for name in {*HOUSE, changed or "cli.py"}:
        path = folder / "house" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HOUSE.get(name, "") + (f"\nimport {added}\n" if name == changed else "\n"))
    configuration = folder / "pyproject.toml"
    configuration.write_text((ROOT / "pyproject.toml").read_text().replace("clesidra_desktop", "house"))
    return configuration


def lint_house(folder: Path, monkeypatch: pytest.MonkeyPatch, changed: str = "", added: str = "os") -> int:
    configuration = build_house(folder, changed, added)
    monkeypatch.syspath_prepend(folder)
    return lint_imports(config_filename=str(configuration), no_cache=True, no_logo=True)


def test_a_house_like_ours_keeps_the_contracts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert lint_house(tmp_path, monkeypatch) == 0


@pytest.mark.parametrize(("changed", "added", "contract"), BREACHES)
def test_a_wrong_import_breaks_a_contract(
    changed: str,
    added: str,
    contract: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert lint_house(tmp_path, monkeypatch, changed, added) == 1
    assert f"{contract} BROKEN" in capsys.readouterr().out


def contracts() -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"][
        "contracts"
    ]
    return listed


def test_every_contract_is_shown_to_bite() -> None:
    assert {contract["name"] for contract in contracts()} == {name for _, _, name in BREACHES}


def test_every_library_is_forbidden_to_the_domain() -> None:
    graph = grimp.build_graph("clesidra_desktop", include_external_packages=True, cache_dir=None)
    libraries = {
        module for module in graph.modules if graph.is_module_squashed(module) and module not in sys.stdlib_module_names
    }
    (forbidden,) = (
        contract["forbidden_modules"]
        for contract in contracts()
        if contract.get("source_modules") == ["clesidra_desktop.domain"]
    )

    assert "sqlalchemy" in libraries
    assert libraries <= set(forbidden)


# The laws of size and form


LAWS: list[Law] = [
    laws.functions_are_short,
    laws.classes_are_short,
    laws.files_are_short,
    laws.exceptions_are_caught_narrowly,
    laws.modules_hold_no_state,
    laws.public_names_are_described,
]


@pytest.mark.parametrize("law", LAWS)
def test_the_program_keeps_the_law(law: Law) -> None:
    assert broken(law) == set()


def test_the_files_of_the_tests_are_short_too() -> None:
    assert broken(laws.files_are_short, ROOT / "tests") == set()


def test_only_heavy_imports_stand_inside_functions() -> None:
    found = broken(laws.imports_stand_at_the_top)

    late = {one for one in found if one.split()[0] in BEFORE_THE_DATABASE and " clesidra_desktop." in one}
    assert {one for one in found - late if not one.startswith("cli/")} == HEAVY_IMPORTS


LONG = "    x = 1\n"

BAD = [
    (laws.functions_are_short, "def f():\n" + 50 * LONG),
    (laws.functions_are_short, "class A:\n  async def f(self):\n" + 50 * LONG),
    (laws.classes_are_short, "class A:\n" + 400 * LONG),
    (laws.files_are_short, 601 * "x = 1\n"),
    (laws.exceptions_are_caught_narrowly, "try:\n    f()\nexcept:\n    g()"),
    (laws.exceptions_are_caught_narrowly, "try:\n    f()\nexcept Exception as error:\n    g()"),
    (laws.exceptions_are_caught_narrowly, "try:\n    f()\nexcept Exception:\n    raise"),
    (laws.exceptions_are_caught_narrowly, "try:\n    f()\nexcept (OSError, builtins.BaseException):\n    g()"),
    (laws.exceptions_are_caught_narrowly, "try:\n    f()\nexcept BaseException as e:\n    raise A from e"),
    (laws.modules_hold_no_state, "def f():\n    global x\n    x = 1"),
    (laws.modules_hold_no_state, "cache = {}"),
    (laws.modules_hold_no_state, "cache: list[int] = [1]"),
    (laws.modules_hold_no_state, "A = seen = set()"),
    (laws.modules_hold_no_state, "_counts = collections.Counter()"),
    (laws.modules_hold_no_state, "squares = [x * x for x in y]"),
    (laws.imports_stand_at_the_top, "def f():\n    import json"),
    (laws.imports_stand_at_the_top, "class A:\n  def f(self):\n    if x:\n      from json import loads"),
    (laws.public_names_are_described, "x = 1"),
    (laws.public_names_are_described, '"""It."""\ndef f(): pass'),
    (laws.public_names_are_described, '"""It."""\nclass A: pass'),
    (laws.public_names_are_described, '"""It."""\nclass A:\n    """It."""\n    def f(self): pass'),
    (laws.no_path_of_a_machine, f"open('/{'home'}/sok/workshop.json')"),
    (laws.no_path_of_a_machine, f"see /{'root'}/notes"),
]

GOOD = [
    (laws.functions_are_short, "def f():\n" + 49 * LONG),
    (laws.classes_are_short, "class A:\n" + 399 * LONG),
    (laws.files_are_short, 600 * "x = 1\n"),
    (laws.exceptions_are_caught_narrowly, "try:\n    f()\nexcept (OSError, a.ValueError):\n    g()"),
    (laws.exceptions_are_caught_narrowly, "try:\n    f()\nexcept BaseException:\n    g()\n    raise"),
    (laws.modules_hold_no_state, "__all__ = ['f']\nUNITS = {'mm': 1}\n_CODES: set = set()\nname = 'x'\nx = f()"),
    (laws.modules_hold_no_state, "def f():\n    found = []"),
    (laws.modules_hold_no_state, "found: list[int]"),
    (laws.imports_stand_at_the_top, "import json\nif TYPE_CHECKING:\n    from a import b"),
    (laws.public_names_are_described, '"""It."""\ndef _f(): pass\nclass _A:\n    def f(self): pass'),
    (laws.public_names_are_described, '"""It."""\ndef f():\n    """It."""\n    def g(): pass'),
    (laws.no_path_of_a_machine, f"https://example.org/{'home'}/x, a/{'root'}/b, /{'home'}"),
]


@pytest.mark.parametrize(("law", "source"), BAD)
def test_a_breach_is_found(law: Law, source: str) -> None:
    assert list(law(Module("bad.py", source)))


@pytest.mark.parametrize(("law", "source"), GOOD)
def test_what_keeps_the_law_is_let_pass(law: Law, source: str) -> None:
    assert list(law(Module("good.py", source))) == []


def folders_without_init(package: Path) -> set[Path]:
    return {path.parent for path in package.rglob("*.py") if not (path.parent / "__init__.py").exists()}


def test_every_folder_is_a_package() -> None:
    """Otherwise neither the contracts nor the wheel would see what is in it."""
    assert folders_without_init(PACKAGE) == set()


def test_a_folder_that_is_no_package_is_found(tmp_path: Path) -> None:
    build_house(tmp_path, changed="attic/box.py")

    assert folders_without_init(tmp_path / "house") == {tmp_path / "house" / "attic"}


def test_no_text_names_a_folder_of_a_machine() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    found: list[str] = []
    for name in listed.stdout.decode().split("\0"):
        path = ROOT / name
        if path.is_file() and b"\0" not in (content := path.read_bytes()):
            found += laws.no_path_of_a_machine(Module(name, content.decode("utf-8", "replace")))

    assert found == []


# The house without a window


IMPORT_ALL = """
import importlib, pkgutil, sys
sys.modules["PySide6"] = None
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + ".", onerror=lambda name: None):
    if module.name not in sys.argv[2:]:
        importlib.import_module(module.name)
        print(module.name)
"""


def names_of(package: Path) -> set[str]:
    """The names of all modules of a package, compiled ones too."""
    paths = (path.relative_to(package.parent).with_suffix("") for path in package.rglob("*.py"))
    return {".".join(path.parts).removesuffix(".__init__") for path in paths}


def import_all(package: str, folder: Path, *left_out: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, package, *left_out], cwd=folder, capture_output=True, text=True, check=False
    )


def test_everything_below_the_window_can_be_imported_without_qt() -> None:
    window = {name for name in names_of(PACKAGE) if re.match(r"clesidra_desktop\.(gui|app)\b", name)}
    done = import_all("clesidra_desktop", ROOT, *SCRIPTS, *window)

    assert done.returncode == 0, done.stderr
    assert set(done.stdout.split()) == names_of(PACKAGE) - SCRIPTS - window - {"clesidra_desktop"}


@pytest.mark.parametrize("name", ["PySide6", "PySide6.QtCore"])
def test_an_import_of_qt_would_be_found(name: str, tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "__init__.py").write_text("")
    (tmp_path / "house" / "window.py").write_text(f"import {name}")

    assert "PySide6" in import_all("house", tmp_path).stderr
