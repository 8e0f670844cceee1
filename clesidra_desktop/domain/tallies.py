"""Tallies of polls."""

from dataclasses import dataclass

from clesidra_desktop.domain.attendance import those_there, those_who_came
from clesidra_desktop.domain.workshop import Poll, PollOption, Workshop


@dataclass(frozen=True, slots=True)
class Tally:
    """One option of a poll with its share, between 0 and 1, of the poll's base."""

    option: PollOption
    share: float


def poll_total(poll: Poll) -> int:
    """Return the sum of the hands counted."""
    return sum(option.count for option in poll.options)


def poll_base(poll: Poll) -> int:
    """Return what shares are taken of: the respondents, or the sum of the counts where nobody counted them."""
    return poll_total(poll) if poll.respondents is None else poll.respondents


def people_asked(workshop: Workshop, poll: Poll) -> int:
    """Return how many could answer a poll: who of those who came was in the room while its agenda item ran.

    Where it is not known when it ran, these are all who came.
    """
    times = [(item.started, item.ended or item.started) for item in workshop.agenda if item.poll == poll.key]
    first, last = times[0] if times else (None, None)
    if first is None or last is None:
        return len(those_who_came(workshop))
    return len(those_there(workshop, first, max(first, last)))


def tally(poll: Poll) -> tuple[Tally, ...]:
    """Return every option with its share. With a base of 0 every share is 0."""
    base = poll_base(poll)
    return tuple(Tally(option, option.count / base if base else 0.0) for option in poll.options)
