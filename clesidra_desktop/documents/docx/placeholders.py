"""Placeholders of an office's own template, such as {{title}}, and what comes in their places."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from itertools import accumulate
from typing import Final

from lxml import etree

from clesidra_desktop.documents.blocks import FIELDS
from clesidra_desktop.documents.docx.numbering import NAMESPACE
from clesidra_desktop.documents.docx.text import clean
from clesidra_desktop.domain.errors import UserError

W: Final = f"{{{NAMESPACE}}}"
BODY: Final = "minutes"
"""The placeholder in whose place the document comes."""

COUNTED: Final = {"page": "PAGE", "pages": "NUMPAGES"}
"""What Word counts itself."""

_PLACEHOLDER: Final = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


NAMES: Final = (*FIELDS, *COUNTED, BODY)
"""All placeholders."""


def fill(root: etree._Element, values: Mapping[str, str], source: str) -> None:
    """Put values in the place of all placeholders but {{minutes}}, with the look of their first letter.

    Raises UserError, naming the template `source`, for one that does not exist and for {{minutes}} among other words.
    """
    for paragraph in list(root.iter(f"{W}p")):
        while found := _find(paragraph):
            texts, match = found
            name = match[1].casefold()
            if name == BODY:
                raise _misplaced(source)
            if name in COUNTED:
                _replace(texts, match, "")
                _insert_field(texts, match.start(), COUNTED[name])
            elif name in FIELDS:
                _replace(texts, match, clean(values.get(name, "")).replace("{{", "{\u200b{"))
            else:
                raise _unknown(match[0], source)


def fill_text(text: str, values: Mapping[str, str], source: str) -> str:
    """Return a text, such as a property of the file, with its placeholders filled; those that count pages are cut."""

    def value(match: re.Match[str]) -> str:
        name = match[1].casefold()
        if name not in NAMES:
            raise _unknown(match[0], source)
        return values.get(name, "")

    return _PLACEHOLDER.sub(value, text)


def find_body(body: etree._Element, source: str) -> etree._Element | None:
    """Return the paragraph of {{minutes}}, None where there is none.

    Raises UserError where it is not a paragraph of its own that stands in the body itself.
    """
    found = [one for one in body.iter(f"{W}p") if any(match[1].casefold() == BODY for match in _matches(one))]
    if not found:
        return None
    if len(found) > 1 or found[0].getparent() is not body or _text(found[0]).strip() != _matches(found[0])[0][0]:
        raise _misplaced(source)
    return found[0]


def _text(paragraph: etree._Element) -> str:
    return "".join(one.text or "" for one in _texts(paragraph))


def _matches(paragraph: etree._Element) -> list[re.Match[str]]:
    return list(_PLACEHOLDER.finditer(_text(paragraph)))


def _find(paragraph: etree._Element) -> tuple[list[etree._Element], re.Match[str]] | None:
    """Return the texts of a paragraph and the first placeholder in them."""
    texts = list(_texts(paragraph))
    match = _PLACEHOLDER.search("".join(one.text or "" for one in texts))
    return (texts, match) if match else None


def _texts(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the texts of a paragraph, not those of a text box that hangs on it."""
    for child in paragraph:
        if child.tag == f"{W}t":
            yield child
        elif child.tag != f"{W}p" and isinstance(child.tag, str) and not child.tag.endswith("}txbxContent"):
            yield from _texts(child)


def _replace(texts: Iterable[etree._Element], match: re.Match[str], value: str) -> None:
    """Put a value in the place of a match that may spread over several texts."""
    start = 0
    for one in texts:
        text = one.text or ""
        end = start + len(text)
        first, last = max(match.start(), start), min(match.end(), end)
        if first < last:
            one.text = text[: first - start] + (value if first == match.start() else "") + text[last - start :]
            one.set(_SPACE, "preserve")
        start = end


def _insert_field(texts: list[etree._Element], position: int, instruction: str) -> None:
    """Insert a field at a place in the texts of a paragraph, in a run that looks like the one that stands there."""
    ends = list(accumulate(len(one.text or "") for one in texts))
    index = next(place for place, end in enumerate(ends) if position <= end)
    text = texts[index]
    inside = position - (ends[index] - len(text.text or ""))
    run = text.getparent()
    if run is None:
        raise ValueError("a text without its run")
    behind = deepcopy(run)
    behind_text = behind[run.index(text)]
    behind_text.text = (text.text or "")[inside:]
    text.text = (text.text or "")[:inside]
    for later in list(run)[run.index(text) + 1 :]:
        run.remove(later)
    for earlier in list(behind)[: behind.index(behind_text)]:
        if earlier.tag != f"{W}rPr":
            behind.remove(earlier)
    for number, part in enumerate(_field_runs(run, instruction), start=1):
        _after(run, part, number)
    _after(run, behind, 6)


def _after(run: etree._Element, new: etree._Element, distance: int) -> None:
    parent = run.getparent()
    if parent is None:
        raise ValueError("a run without its paragraph")
    parent.insert(parent.index(run) + distance, new)


def _field_runs(like: etree._Element, instruction: str) -> Iterator[etree._Element]:
    def run(make: Callable[[etree._Element], None]) -> etree._Element:
        made = etree.Element(f"{W}r")
        if (look := like.find(f"{W}rPr")) is not None:
            made.append(deepcopy(look))
        make(made)
        return made

    def mark(kind: str) -> etree._Element:
        return run(lambda made: etree.SubElement(made, f"{W}fldChar").set(f"{W}fldCharType", kind))

    def text(tag: str, content: str) -> etree._Element:
        def make(made: etree._Element) -> None:
            element = etree.SubElement(made, f"{W}{tag}")
            element.set(_SPACE, "preserve")
            element.text = content

        return run(make)

    yield mark("begin")
    yield text("instrText", f" {instruction} ")
    yield mark("separate")
    yield text("t", "1")
    yield mark("end")


def _unknown(written: str, source: str) -> UserError:
    return UserError(
        "The template {source} has the placeholder {written}, which does not exist. There are: {known}. Correct it in "
        "Word and save the template.",
        source=source,
        written=written,
        known=", ".join(f"{{{{{name}}}}}" for name in NAMES),
    )


def _misplaced(source: str) -> UserError:
    return UserError(
        "In the template {source}, {placeholder} must stand once, alone in a paragraph of the text itself, not in a "
        "table, a text box, a header or a footer. Move it in Word and save the template.",
        source=source,
        placeholder="{{minutes}}",
    )
