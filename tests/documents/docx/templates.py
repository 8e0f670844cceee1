"""Templates of offices, made for the tests as their programs would make them."""

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.shared import Mm
from PIL import Image

PLAIN = ("A cover", "{{minutes}}", "The end")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def make_template(
    path: Path, paragraphs: tuple[str, ...] = PLAIN, change: Callable[[WordDocument], object] = id
) -> Path:
    """Write a template with these paragraphs; `change` does what else it wants to the document."""
    word = docx.Document()
    for text in paragraphs:
        word.add_paragraph(text)
    change(word)
    word.save(str(path))
    return path


def letterhead(word: WordDocument) -> None:
    """Letter paper, wide margins, a logo and a split placeholder in the header, page numbers in the footer."""
    section = word.sections[0]
    section.page_width, section.page_height = Mm(216), Mm(279)
    section.left_margin = section.right_margin = Mm(40)
    logo = io.BytesIO()
    Image.new("RGB", (30, 8), (170, 0, 0)).save(logo, "PNG")
    logo.seek(0)
    header = section.header.paragraphs[0]
    header.add_run().add_picture(logo, width=Mm(30))
    header.add_run("{{ti").bold = True
    header.add_run("tle}} at {{Place}}")
    section.footer.paragraphs[0].text = "Page {{page}} of {{ pages }}, {{programme}}"


def rewritten(path: Path, parts: Mapping[str, Callable[[bytes], bytes]]) -> Path:
    """Change parts of a template, by their names in the package."""
    with zipfile.ZipFile(path) as package:
        contents = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in contents.items():
            package.writestr(name, parts[name](content) if name in parts else content)
    return path
