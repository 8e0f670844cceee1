"""What a person calls a row."""

from typing import Any

from clesidra_desktop.domain.workshop import Answer, Group, Workshop

NAMES = ("name", "title", "label", "question", "text", "value")
"""Fields by which a row is called, the first that it has and that is not empty."""


def subject_of(row: Any, *workshops: Workshop) -> str:
    """Return what a row is called; the workshops tell what its keys stand for."""
    if isinstance(row, Answer):
        questions = {one.key: one.text for workshop in workshops for one in workshop.questions}
        return f"{_sector(row.sector, *workshops)} – {questions.get(row.question, row.question)}"
    if isinstance(row, Group):
        return _sector(row.sector, *workshops)
    found = (str(getattr(row, name, "")) for name in NAMES)
    return next((text for text in found if text.strip()), str(getattr(row, "key", "")))


def _sector(key: str, *workshops: Workshop) -> str:
    return next((one.title for workshop in workshops for one in workshop.sectors if one.key == key), key)
