"""Tallies of polls."""

from dataclasses import dataclass

from clesidra_desktop.domain.workshop import Poll, PollOption


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


def tally(poll: Poll) -> tuple[Tally, ...]:
    """Return every option with its share. With a base of 0 every share is 0."""
    base = poll_base(poll)
    return tuple(Tally(option, option.count / base if base else 0.0) for option in poll.options)
