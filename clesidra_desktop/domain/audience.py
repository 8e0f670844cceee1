"""What the screen for the audience shows, by itself or as the MC has chosen: nothing internal and no private data."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from clesidra_desktop.domain.agenda_clock import AgendaClock, ItemState, discussed_question
from clesidra_desktop.domain.rapporteurs import rapporteurs
from clesidra_desktop.domain.tallies import poll_total
from clesidra_desktop.domain.workshop import AgendaItem, AgendaKind, Attendant, Poll, Workshop

SEATING = timedelta(minutes=3)
"""How long the screen says who sits where, until it shows the question that groups discuss."""


class Scene(StrEnum):
    """The pictures of the screen."""

    CLOCK = "clock"
    GROUPS = "groups"
    QUESTION = "question"
    POLL = "poll"
    WAYS_FORWARD = "ways-forward"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class SeatedGroup:
    """A group as everybody may read it: its number from 1, its sector, its room, and the names on the badges.

    Each member has a name in Latin letters and one in Khmer; one of them may be empty. `rapporteur` is the place among
    the members of the one who reports, who may come from elsewhere and stands behind the others then.
    """

    number: int
    title: str
    room: str
    members: tuple[tuple[str, str], ...]
    rapporteur: int | None = None


def followed_scene(workshop: Workshop, clock: AgendaClock) -> Scene:
    """Return what the screen shows by itself at the moment of a clock."""
    item = clock.current.item if clock.current else None
    if item is None or item.internal:
        return Scene.CLOCK
    match item.kind:
        case AgendaKind.BREAKOUT:
            return _breakout(workshop, clock, item)
        case AgendaKind.POLL if shown_poll(workshop, clock):
            return Scene.POLL
        case AgendaKind.WAYS_FORWARD if workshop.ways_forward:
            return Scene.WAYS_FORWARD
    return Scene.CLOCK


def _breakout(workshop: Workshop, clock: AgendaClock, item: AgendaItem) -> Scene:
    are_seated = any(group.members for group in workshop.groups)
    asked = discussed_question(item, workshop.questions, clock.moment)
    is_fresh = clock.elapsed is not None and clock.elapsed < SEATING
    if are_seated and (asked is None or is_fresh):
        return Scene.GROUPS
    return Scene.QUESTION if asked else Scene.CLOCK


def shown_poll(workshop: Workshop, clock: AgendaClock, chosen: str = "") -> Poll | None:
    """Return the poll that was chosen by its key, as long as there is one of this key; else the one to be expected.

    That is the poll of the item that is on, else the last one that was on or counted, else the one that comes next on
    the agenda, else the first; None where there is none.
    """
    polls = {poll.key: poll for poll in workshop.polls}
    if chosen in polls:
        return polls[chosen]
    item = clock.current.item if clock.current else None
    if item and item.kind is AgendaKind.POLL:
        return polls.get(item.poll)
    done = [
        (one.item.ended, polls[one.item.poll])
        for one in clock.items
        if one.state is ItemState.DONE and one.item.ended and one.item.poll in polls and not one.item.internal
    ]
    if done:
        return max(done, key=lambda pair: pair[0])[1]
    counted = next((poll for poll in reversed(workshop.polls) if poll_total(poll)), None)
    to_come = (one.item.poll for one in clock.items if one.state is ItemState.TO_COME and not one.item.internal)
    return counted or next((polls[key] for key in to_come if key in polls), next(iter(workshop.polls), None))


def seated_groups(workshop: Workshop) -> tuple[SeatedGroup, ...]:
    """Return the groups in the order of their sectors, those without members too."""
    groups = {group.sector: group for group in workshop.groups}
    attendants = {attendant.id: attendant for attendant in workshop.attendants}
    reporting = rapporteurs(workshop)
    seated = []
    for number, sector in enumerate(workshop.sectors, start=1):
        group = groups.get(sector.key)
        members = [attendants[one] for one in group.members if one in attendants] if group else []
        names = [_names(one) for one in members]
        place = _place(names, reporting.get(sector.key, ""))
        seated.append(SeatedGroup(number, sector.title, group.room if group else "", tuple(names), place))
    return tuple(seated)


def _names(attendant: Attendant) -> tuple[str, str]:
    return attendant.name.strip(), attendant.name_km.strip()


def _place(names: list[tuple[str, str]], rapporteur: Attendant | str) -> int | None:
    """Return the place of the one who reports, who is put behind the others where they are not among them."""
    if not rapporteur:
        return None
    wanted = (rapporteur, "") if isinstance(rapporteur, str) else _names(rapporteur)
    place = next((place for place, pair in enumerate(names) if pair == wanted or wanted[0] in filter(None, pair)), None)
    if place is None:
        names.append(wanted)
        return len(names) - 1
    return place
