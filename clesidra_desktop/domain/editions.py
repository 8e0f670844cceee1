"""Editions of what is published: the full one, and a public one without personal data."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from typing import Any

from clesidra_desktop.domain import outline
from clesidra_desktop.domain.outline import Node, Outline
from clesidra_desktop.domain.workshop import AnnexSource, Attendant, SplitRules, Workshop


class Edition(StrEnum):
    """Who a document is for: those who ran and funded the workshop, or everybody."""

    FULL = "full"
    PUBLIC = "public"


def edition_of(workshop: Workshop, edition: Edition) -> Workshop:
    """Return the workshop as an edition shows it."""
    return public_workshop(workshop) if edition is Edition.PUBLIC else workshop


def files_of(workshop: Workshop, files: Iterable[str], edition: Edition) -> frozenset[str]:
    """Return those of the files (paths inside the workshop file) that may go along with an edition.

    Of the public one these are the files of annexes: nobody can tell what others, such as photos, show.
    """
    if edition is Edition.FULL:
        return frozenset(files)
    annexes = public_workshop(workshop).annexes
    return frozenset(files) & {annex.file for annex in annexes if annex.source is AnnexSource.FILE}


def public_workshop(workshop: Workshop) -> Workshop:
    """Return a workshop without personal data, with the ids, the quotas and everything else as it was.

    The phone, the e-mail address, the age, the signature, the flags and the consent of every attendant are empty.
    An annex whose file is somebody's signature has no file. Who is locked in a group, or must not sit with whom, is
    left out with all rules of the split. Extensions are left out: nobody knows what is in them.
    Quotas over ages and flags can only be measured on the full workshop.
    """
    bare: Workshop = _without_extensions(workshop)
    signatures = {attendant.signature for attendant in workshop.attendants}
    return replace(
        bare,
        attendants=tuple(map(_public, bare.attendants)),
        groups=tuple(replace(group, locked=()) for group in bare.groups),
        split=SplitRules(),
        annexes=tuple(replace(annex, file="") if annex.file in signatures else annex for annex in bare.annexes),
    )


def _public(attendant: Attendant) -> Attendant:
    return replace(attendant, birth_year=None, age_group="", phone="", email="", flags=(), signature="", consent=None)


def _without_extensions(value: Any) -> Any:
    """Return a row, a tuple of rows or a plain value with no extensions in it."""
    if isinstance(value, tuple):
        if value and isinstance(value[0], Node):
            return _bare_outline(value)
        return tuple(map(_without_extensions, value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    bare = {
        field.name: {} if field.name == "extensions" else _without_extensions(getattr(value, field.name))
        for field in fields(value)
    }
    return replace(value, **bare)


def _bare_outline(nodes: Outline) -> Outline:
    """Return an outline without extensions. Works without recursion: outlines may be nested deeper than the stack."""
    built: defaultdict[int, list[Node]] = defaultdict(list)  # by level, each from its last node to its first
    for point in reversed(tuple(outline.walk(nodes))):
        children = tuple(reversed(built.pop(point.level + 1, ())))
        built[point.level].append(replace(point.node, children=children, extensions={}))
    return tuple(reversed(built[0]))
