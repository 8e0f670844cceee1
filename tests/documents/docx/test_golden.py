"""Every part of two documents, compared with what was looked at and found good.

`REWRITE_GOLDEN=1 pytest tests/documents/docx/test_golden.py` writes the parts anew; look at the difference before you
keep them.
"""

import difflib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from clesidra_desktop.documents.blocks import Document
from clesidra_desktop.documents.docx import write_docx
from tests.documents.docx.reading import parts
from tests.documents.docx.sample import CREATED, english, khmer

GOLDEN = Path(__file__).parents[2] / "golden" / "docx"


def _indented(xml: bytes) -> str:
    root = etree.fromstring(xml)
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


def _parts(document: Document) -> dict[str, str]:
    return {name: _indented(blob) for name, blob in parts(write_docx(document, created=CREATED)).items()}


@pytest.mark.parametrize("make", [english, khmer])
def test_parts_are_as_they_were(make: Callable[[], Document]) -> None:
    folder = GOLDEN / make.__name__
    made = _parts(make())
    if os.environ.get("REWRITE_GOLDEN"):
        for name, text in made.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    kept = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }
    difference = "\n".join(
        line
        for name in sorted(made.keys() | kept.keys())
        for line in difflib.unified_diff(
            kept.get(name, "").splitlines(),
            made.get(name, "").splitlines(),
            f"golden {name}",
            f"made {name}",
            lineterm="",
            n=2,
        )
    )
    assert not difference, difference
