"""Texts that are only white space are as good as missing: they are taken out before anything is composed."""

from dataclasses import replace
from typing import TypeVar

from clesidra_desktop.domain.workshop import Team, Workshop

Row = TypeVar("Row")


def without_blanks(workshop: Workshop) -> Workshop:
    """Return the workshop with every optional text that is blank made empty, and blank entries of lists left out."""
    programme = workshop.programme
    return replace(
        workshop,
        programme=_emptied(programme, "name", "funder", "activity") if programme else None,
        venue=workshop.venue.strip(),
        place=workshop.place.strip(),
        team=_team(workshop.team),
        objectives=_stated(workshop.objectives),
        agenda=tuple(_emptied(item, "speaker") for item in workshop.agenda),
        groups=tuple(_emptied(group, "rapporteur", "room") for group in workshop.groups),
        polls=tuple(_emptied(poll, "note") for poll in workshop.polls),
        ways_forward=tuple(_emptied(way, "responsible", "due") for way in workshop.ways_forward),
        minutes=tuple(_emptied(section, "title") for section in workshop.minutes),
        categories=tuple(
            category if category.label.strip() else replace(category, label=category.code)
            for category in workshop.categories
        ),
    )


def _team(team: Team) -> Team:
    return replace(
        team,
        facilitator=_stated(team.facilitator),
        mc=_stated(team.mc),
        minute_taker=_stated(team.minute_taker),
    )


def _stated(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text for text in texts if text.strip())


def _emptied(row: Row, *names: str) -> Row:
    blank = {name: "" for name in names if (text := getattr(row, name)) and not text.strip()}
    return replace(row, **blank) if blank else row  # type: ignore[type-var]  # all rows are dataclasses
