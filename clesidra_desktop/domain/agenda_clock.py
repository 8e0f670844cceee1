"""The agenda as it runs: what is on, how long it has left, and when everything to come is expected.

Everything is worked out from the moments at which items started and ended, the plan, and the present moment. Nothing
ticks: whoever asks again after the computer slept, after a crash or from another window is told the right thing.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from clesidra_desktop.domain.agenda import plan
from clesidra_desktop.domain.workshop import AgendaItem, Question, Workshop

FORGOTTEN_AFTER = timedelta(hours=3)
"""An item that is over its time by more than this was not ended when it should have been, or the clock was changed."""


class ItemState(StrEnum):
    """Where an agenda item stands. `passed`: never started, though a later one was."""

    DONE = "done"
    RUNNING = "running"
    TO_COME = "to-come"
    SKIPPED = "skipped"
    PASSED = "passed"


@dataclass(frozen=True, slots=True)
class ClockItem:
    """An agenda item with its planned times and its real ones.

    `starts` and `ends` are what was recorded, else what is expected; they are None for what is skipped or passed, and
    `ends` as long as nobody knows the length. `fixed` is the moment that its fixed start stands for.
    """

    item: AgendaItem
    state: ItemState
    planned_start: datetime | None
    planned_end: datetime | None
    fixed: datetime | None
    starts: datetime | None = None
    ends: datetime | None = None


@dataclass(frozen=True, slots=True)
class AgendaClock:
    """What the agenda looks like at a moment.

    `moment` is the present one, local to the workshop. Where the computer's clock shows an earlier one than was
    recorded last, that last one stands in for it, and `behind` is how far the clock is behind it; the clock was set
    back then, or it was ahead when that moment was recorded. `elapsed` is how long the current item runs and `left`
    what it has left, less than nothing where it is over its time; None without a length. `late` is how far the agenda
    is behind the plan, less than nothing where it is ahead; None without a plan. `forgotten` is when the current item
    should have ended, where that is so long ago that nobody can have meant it. `is_past` says that nothing is on and
    the last day of the plan is gone: nothing to come is expected any more, and nothing is late.
    """

    moment: datetime
    items: tuple[ClockItem, ...]
    current: ClockItem | None
    next: ClockItem | None
    elapsed: timedelta | None
    left: timedelta | None
    late: timedelta | None
    forgotten: datetime | None
    behind: timedelta
    is_past: bool

    @property
    def ends(self) -> datetime | None:
        """When the last item is expected to end, or ended."""
        return max((one.ends for one in self.items if one.ends), default=None)


def length_of(item: AgendaItem) -> timedelta | None:
    """Return how long an item was given: what it was allotted, else what was planned, else None."""
    minutes = item.minutes if item.allotted is None else item.allotted
    return None if minutes is None else timedelta(minutes=minutes)


def runs_past_its_day(item: AgendaItem, moment: datetime) -> bool:
    """Whether an item that ends at a moment would have run into another day, by more than anybody can have meant.

    Whoever runs a little past midnight means it; who starts the first item of the next morning has forgotten to end
    the last one of the evening.
    """
    return (
        item.started is not None
        and item.started.date() < moment.date()
        and moment - item.started - (length_of(item) or timedelta()) > FORGOTTEN_AFTER
    )


def end_at(item: AgendaItem, moment: datetime) -> datetime:
    """Return when an item that is on ends, where it is ended at a moment: as planned, if that was forgotten overnight.

    One without a length is then over when it began, as in the plan. Nothing ends before it started.
    """
    started = item.started or moment
    if runs_past_its_day(item, moment):
        return started + (length_of(item) or timedelta())
    return max(moment, started)


def last_recorded(items: tuple[AgendaItem, ...]) -> datetime | None:
    """Return the latest moment at which an item started or ended, None where nothing was recorded."""
    return max((moment for one in items for moment in (one.started, one.ended) if moment), default=None)


def wrong_since(items: tuple[AgendaItem, ...], moment: datetime) -> datetime | None:
    """Return the earliest moment that a clock which was ahead has recorded, if the present one is right; None for none.

    What lies ahead was recorded by that clock. So was what came before it, back to the jump: only there do two moments
    follow one another with as much time between them as the clock was ahead.
    """
    recorded = sorted({one for item in items for one in (item.started, item.ended) if one})
    wrong = [one for one in recorded if one > moment]
    if not wrong:
        return None
    ahead = recorded[-1] - moment
    since = wrong[0]
    for before in reversed(recorded[: -len(wrong)]):
        if since - before >= ahead:
            break
        since = before
    return since


def present_moment(items: tuple[AgendaItem, ...], moment: datetime) -> datetime:
    """Return a moment that is not before what was recorded last: time does not go back, only clocks do."""
    return max(moment, last_recorded(items) or moment)


def running_index(items: tuple[AgendaItem, ...]) -> int | None:
    """Return the place of the item that is on, the one that started last; None where none is."""
    running = [(one.started, place) for place, one in enumerate(items) if one.started and not one.ended]
    return max(running)[1] if running else None


def last_index(items: tuple[AgendaItem, ...]) -> int | None:
    """Return the place of the item that is on, else of the one that ended last; None where nothing has started."""
    ended = [(one.ended, place) for place, one in enumerate(items) if one.ended]
    running = running_index(items)
    return running if running is not None else max(ended)[1] if ended else None


def next_index(items: tuple[AgendaItem, ...]) -> int | None:
    """Return the place of the item that comes next: the first after the last one that is neither done nor skipped."""
    last = last_index(items)
    places = range(0 if last is None else last + 1, len(items))
    return next((place for place in places if is_open(items[place])), None)


def is_open(item: AgendaItem) -> bool:
    """Whether an item has neither started nor ended nor been skipped."""
    return not (item.started or item.ended or item.skipped)


def agenda_clock(workshop: Workshop, moment: datetime) -> AgendaClock:
    """Return what the agenda of a workshop looks like at a local moment.

    The items follow one another in their order, each as long as it was given; one with a fixed start waits for it.
    """
    agenda = workshop.agenda
    now = present_moment(agenda, moment)
    running, upcoming = running_index(agenda), next_index(agenda)
    planned = _items(workshop)
    is_past = running is None and _is_past(planned, now)
    items = _as_planned(planned) if is_past else _expected(planned, now)
    current = items[running] if running is not None else None
    following = items[upcoming] if upcoming is not None else None
    length = length_of(current.item) if current else None
    started = current.item.started if current else None
    due = started + length if started and length is not None else None
    return AgendaClock(
        moment=now,
        items=items,
        current=current,
        next=following,
        elapsed=now - started if started else None,
        left=due - now if due else None,
        late=None if is_past else _late(items, current, following),
        forgotten=due if due and now - due > FORGOTTEN_AFTER else None,
        behind=now - moment,
        is_past=is_past,
    )


def _is_past(items: list[ClockItem], now: datetime) -> bool:
    """Whether the last day of the plan is gone; who runs a little past midnight is still at it."""
    ends = max((one.planned_end or one.planned_start for one in items if one.planned_start), default=None)
    return ends is not None and ends.date() < now.date() and now - ends > FORGOTTEN_AFTER


def _as_planned(items: list[ClockItem]) -> tuple[ClockItem, ...]:
    """Give the items their recorded times, and those that never came the planned ones."""
    return tuple(
        replace(one, starts=one.planned_start, ends=one.planned_end)
        if one.state is ItemState.TO_COME
        else replace(one, starts=one.item.started, ends=one.item.ended)
        for one in items
    )


def _items(workshop: Workshop) -> list[ClockItem]:
    """Return the items with their plan; what was run without one is laid out from its first moment."""
    agenda = workshop.agenda
    first = min((one.started for one in agenda if one.started), default=None)
    planned = plan(workshop if workshop.starts else replace(workshop, starts=first))
    last = last_index(agenda)
    return [
        ClockItem(
            one.item,
            _state(one.item, behind=last is not None and place < last),
            one.starts,
            one.ends,
            one.starts if one.item.fixed_start is not None else None,
        )
        for place, one in enumerate(planned)
    ]


def _state(item: AgendaItem, *, behind: bool) -> ItemState:
    if item.ended:
        return ItemState.DONE
    if item.started:
        return ItemState.RUNNING
    if item.skipped:
        return ItemState.SKIPPED
    return ItemState.PASSED if behind else ItemState.TO_COME


def _expected(items: list[ClockItem], now: datetime) -> tuple[ClockItem, ...]:
    """Give the items their recorded and expected times."""
    place = running_index(tuple(one.item for one in items))
    clock = now
    if place is not None:
        clock = max(now, (items[place].item.started or now) + (length_of(items[place].item) or timedelta()))
    elif all(is_open(one.item) or one.item.skipped for one in items):
        planned = next((one.planned_start for one in items if one.state is ItemState.TO_COME), None)
        clock = max(now, planned or now)
    timed = []
    mornings = _mornings(items)
    for number, one in enumerate(items):
        if one.state is ItemState.TO_COME:
            if one.planned_start and one.planned_start.date() > clock.date():
                clock = max(clock, mornings.get(one.planned_start.date(), clock))
            starts = max(clock, one.fixed or clock)
            clock = starts + (length_of(one.item) or timedelta())
            timed.append(replace(one, starts=starts, ends=clock))
        elif one.state is ItemState.RUNNING and number == place:
            timed.append(replace(one, starts=one.item.started, ends=clock))
        else:
            timed.append(replace(one, starts=one.item.started, ends=one.item.ended))
    return tuple(timed)


def _mornings(items: list[ClockItem]) -> dict[date, datetime]:
    """Return when each day begins whose first item has a fixed start, also where that item is left out."""
    first: dict[date, ClockItem] = {}
    for one in items:
        if one.planned_start:
            first.setdefault(one.planned_start.date(), one)
    return {day: one.fixed for day, one in first.items() if one.fixed}


def _late(items: tuple[ClockItem, ...], current: ClockItem | None, following: ClockItem | None) -> timedelta | None:
    """Return how far the expected times are behind the plan."""
    if current:
        expected, planned = current.ends, current.planned_end
    elif following:
        expected, planned = following.starts, following.planned_start
    else:
        last = last_index(tuple(one.item for one in items))
        expected, planned = (items[last].ends, items[-1].planned_end) if last is not None else (None, None)
    return expected - planned if expected and planned else None


@dataclass(frozen=True, slots=True)
class AudienceView:
    """What the people in the room may see of the agenda: nothing internal, no notes, and not how late it is.

    Where `current` is None, because nothing is on or it is for the team, `next` says when it goes on.
    """

    moment: datetime
    current: ClockItem | None
    left: timedelta | None
    share_left: float | None
    next: ClockItem | None
    to_come: tuple[ClockItem, ...]


def audience_view(clock: AgendaClock) -> AudienceView:
    """Return what the audience may see. `share_left` is what is left of the current item's time, from 1 to 0."""
    shown = [_bare(one) for one in clock.items if one.state is ItemState.TO_COME and not one.item.internal]
    current = _bare(clock.current) if clock.current and not clock.current.item.internal else None
    length = length_of(current.item) if current else None
    left = clock.left if current else None
    share = None
    if left is not None and length is not None:
        share = min(1.0, max(0.0, left / length)) if length else 0.0
    return AudienceView(clock.moment, current, left, share, shown[0] if shown else None, tuple(shown))


def _bare(one: ClockItem) -> ClockItem:
    return replace(one, item=replace(one.item, notes=(), extensions={}))


@dataclass(frozen=True, slots=True)
class DiscussedQuestion:
    """The question that groups discuss, counted from 1, and until when they should; `left` may be below nothing."""

    question: Question
    number: int
    ends: datetime
    left: timedelta


def discussed_question(item: AgendaItem, questions: tuple[Question, ...], moment: datetime) -> DiscussedQuestion | None:
    """Return which of the questions groups should discuss while an item runs; each is given the same time.

    None where the item is not on, has no length, or nothing is asked. The last question goes on when the time is over.
    """
    length = length_of(item)
    if not item.started or item.ended or not length or not questions:
        return None
    share = length / len(questions)
    place = min(len(questions) - 1, max(0, (moment - item.started) // share))
    ends = item.started + share * (place + 1)
    return DiscussedQuestion(questions[place], place + 1, ends, ends - moment)


def days_apart(items: tuple[ClockItem, ...]) -> tuple[int, ...]:
    """Return the places of the items that are planned to be the first of a later day."""
    return tuple(
        place
        for place, (before, after) in enumerate(pairwise(items), start=1)
        if before.planned_start and after.planned_start and after.planned_start.date() > before.planned_start.date()
    )
