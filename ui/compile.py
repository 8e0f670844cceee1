"""Compiles the forms of this folder into `clesidra_desktop/gui/forms/`; `--check` says which are not current.

A form may not name resources: icons are set where the form is used. Works from any folder.
"""

import argparse
import re
import subprocess
import sys
from pathlib import Path

import PySide6

UI = Path(__file__).parent
FORMS = UI.parent / "clesidra_desktop" / "gui" / "forms"
UIC = Path(PySide6.__file__).parent / "Qt" / "libexec" / "uic"
HEADER = '"""Compiled from ui/{source}; do not edit, run `python ui/compile.py`."""\n\n# fmt: off\n'
TYPED = re.compile(r"def (setupUi|retranslateUi)\(self, (\w+)\):")
STARRED = re.compile(r"^from PySide6\.(\w+) import \((.*?)\)\n", re.MULTILINE | re.DOTALL)


def compiled(form: Path) -> str:
    """Return the module of a form. Raises ValueError for a form that names resources."""
    if "<iconset" in (text := form.read_text(encoding="utf-8")) or "<resources>" in text:
        raise ValueError(f"{form} names resources; set icons where the form is used")
    made = subprocess.run([UIC, "--generator", "python", form], check=True, capture_output=True, text=True)  # noqa: S603
    code = made.stdout[made.stdout.index("from PySide6") :]
    kind = re.search(r'<widget class="(\w+)"', text)
    body = TYPED.sub(rf"def \1(self, \2: {kind[1] if kind else 'QWidget'}) -> None:", code)
    header = HEADER.format(source=form.relative_to(UI).as_posix())
    return header + STARRED.sub(lambda line: _needed(line, body), body)


def _needed(line: re.Match[str], body: str) -> str:
    """Return an import with only what a module needs: uic imports the same long list everywhere."""
    rest = STARRED.sub("", body)
    names = [name for name in re.findall(r"\w+", line[2]) if re.search(rf"\b{name}\b", rest)]
    return f"from PySide6.{line[1]} import {', '.join(names)}\n" if names else ""


def target_of(form: Path) -> Path:
    """Return where the module of a form stands."""
    return FORMS / f"ui_{form.stem}.py"


def main() -> int:
    """Compile, or check; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a module is not current")
    check = parser.parse_args().check
    forms = {target_of(form): form for form in sorted(UI.rglob("*.ui"))}
    wrong = [path for path in FORMS.glob("ui_*.py") if path not in forms]
    for target, form in forms.items():
        module = compiled(form)
        if not target.exists() or target.read_text(encoding="utf-8") != module:
            wrong.append(target)
            if not check:
                target.write_text(module, encoding="utf-8")
    for path in wrong:
        print(f"{'not current' if check else 'written or left over'}: {path}")  # noqa: T201
    return int(check and bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
