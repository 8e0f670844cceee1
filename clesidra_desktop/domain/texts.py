"""Every text that people have typed into a workshop, with its JSON path in the workshop file."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum

from clesidra_desktop.domain import outline
from clesidra_desktop.domain.outline import Node
from clesidra_desktop.domain.workshop import Workshop


def texts(workshop: Workshop) -> Iterator[tuple[str, str]]:
    """Yield (path, text) for every text that is not empty, in the order of the file; keys and codes are texts too."""
    yield from _walk("$", workshop)


def _walk(path: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        if value:
            yield path, value
    elif isinstance(value, tuple):
        if value and isinstance(value[0], Node):
            yield from ((path, point.node.text) for point in outline.walk(value) if point.node.text)
            return
        for index, item in enumerate(value):
            yield from _walk(f"{path}[{index}]", item)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name != "extensions":
                yield from _walk(f"{path}.{field.name}", getattr(value, field.name))
