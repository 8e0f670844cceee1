"""What is still to be prepared of a workshop: the page Prepare says it section by section, the rail at a glance."""

from collections.abc import Iterator
from dataclasses import replace

from clesidra_desktop.domain.checks import check_workshop
from clesidra_desktop.domain.finding import Finding
from clesidra_desktop.domain.workshop import Workshop

PLACES = {
    "basics": (
        "$.title",
        "$.starts",
        "$.ends",
        "$.timezone",
        "$.venue",
        "$.place",
        "$.language",
        "$.programme",
    ),
    "team": ("$.team", "$.objectives"),
    "counted": ("$.categories", "$.quotas"),
    "asked": ("$.sectors", "$.questions"),
    "agenda": ("$.agenda",),
    "annexes": ("$.annexes",),
}
"""The beginnings of the JSON paths that each section of the page mends."""

LATER = frozenset(
    {
        "item-never-started",
        "item-never-ended",
        "item-past-its-day",
        "answers-item-missing",
        "break-notes",
        "agenda-too-long",
        "planned-overrun",
    }
)
"""Findings that are no gap in the preparation: they are about what happened, or are said beside the clock."""


def gaps(workshop: Workshop) -> Iterator[Finding]:
    """Yield what is missing or wrong in what is prepared; who comes and what is said there is no part of it."""
    bare = replace(workshop, attendants=(), quotas=(), groups=(), answers=(), ways_forward=())
    places = tuple(place for section in PLACES.values() for place in section)
    for one in check_workshop(bare):
        if one.where.startswith(places) and one.code not in LATER:
            yield one
