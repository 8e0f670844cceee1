from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain.agenda import NEXT_DAY_AFTER, plan, planned_days, printed_items
from clesidra_desktop.domain.workshop import AgendaItem, Workshop
from tests.helpers.builders import STARTS, at, item, workshop

HOUR: dict[str, Any] = {"minutes": 60}
FOUR_HOURS: dict[str, Any] = {"minutes": 240}


MOMENTS = st.datetimes(at(0, day=5), at(23, day=9))


@st.composite
def planned_workshops(draw: st.DrawFn) -> Workshop:
    """Workshops of up to some days, with any minutes and fixed starts."""
    timed = st.tuples(st.none() | st.integers(0, 600), st.none() | st.times() | MOMENTS)
    agenda = tuple(item(minutes=minutes, fixed_start=fixed) for minutes, fixed in draw(st.lists(timed, max_size=8)))
    return workshop(starts=draw(st.none() | MOMENTS), ends=draw(st.none() | MOMENTS), agenda=agenda)


def starts(*items: AgendaItem, begins: datetime | None = STARTS, ends: datetime | None = None) -> list[datetime | None]:
    return [planned.starts for planned in plan(workshop(agenda=items, starts=begins, ends=ends))]


def test_items_follow_one_another() -> None:
    planned = plan(workshop(agenda=(item("a", minutes=15), item("b", minutes=None), item("c", minutes=45))))

    assert [(one.item.key, one.starts, one.ends) for one in planned] == [
        ("a", at(8), at(8, 15)),
        ("b", at(8, 15), at(8, 15)),
        ("c", at(8, 15), at(9)),
    ]


def test_a_fixed_start_moves_the_clock_to_itself() -> None:
    assert starts(item(**HOUR), item(fixed_start=time(10)), item()) == [at(8), at(10), at(10, 30)]
    assert starts(item(**HOUR), item(fixed_start=at(10)), item()) == [at(8), at(10), at(10, 30)]


def test_a_registration_may_be_before_the_start() -> None:
    assert starts(item(fixed_start=time(7, 30)), item()) == [at(7, 30), at(8)]


@pytest.mark.parametrize("back", [time(8, 45), time(7)])
def test_a_fixed_start_a_little_back_is_an_overrun(back: time) -> None:
    assert starts(item(**HOUR), item(fixed_start=back)) == [at(8), at(back.hour, back.minute)]


def test_a_fixed_start_far_back_is_on_the_next_day() -> None:
    assert starts(item(**HOUR), item(fixed_start=time(6, 59))) == [at(8), at(6, 59, day=7)]

    full_day = (item(**FOUR_HOURS), item(fixed_start=time(13), **FOUR_HOURS))

    assert starts(*full_day, item(fixed_start=time(8)), item(fixed_start=time(9))) == [
        at(8),
        at(13),
        at(8, day=7),
        at(9, day=7),
    ]


def test_mornings_only_are_days_too() -> None:
    morning = item(fixed_start=time(8), **FOUR_HOURS)

    assert starts(morning, morning, morning, ends=at(12, day=8)) == [at(8), at(8, day=7), at(8, day=8)]


def test_no_day_comes_after_the_last() -> None:
    morning = item(fixed_start=time(8), **FOUR_HOURS)

    assert starts(morning, morning, morning, ends=at(12, day=7)) == [at(8), at(8, day=7), at(8, day=7)]


def test_a_date_needs_no_guess() -> None:
    afternoon = item(fixed_start=at(13, day=8), **HOUR)

    assert starts(item(**FOUR_HOURS), afternoon, item()) == [at(8), at(13, day=8), at(14, day=8)]
    assert starts(afternoon, item(fixed_start=at(9, day=7))) == [at(13, day=8), at(9, day=7)]


def test_an_evening_goes_past_midnight() -> None:
    assert starts(item(**HOUR), item(fixed_start=time(0, 30)), begins=at(23, 30)) == [at(23, 30), at(0, 30, day=7)]


def test_nothing_is_planned_before_the_first_date() -> None:
    assert starts(item(), item(fixed_start=time(9)), item(fixed_start=at(10)), item(), begins=None) == [
        None,
        None,
        at(10),
        at(10, 30),
    ]


@given(planned_workshops())
def test_an_item_takes_its_minutes(some: Workshop) -> None:
    planned = plan(some)

    assert [one.item for one in planned] == list(some.agenda)
    for one in planned:
        assert (one.starts is None) == (one.ends is None)
        if one.starts and one.ends:
            assert one.ends - one.starts == timedelta(minutes=one.item.minutes or 0)


@given(planned_workshops())
def test_a_fixed_start_is_kept(some: Workshop) -> None:
    for one in plan(some):
        fixed = one.item.fixed_start
        if isinstance(fixed, datetime):
            assert one.starts == fixed
        elif fixed and one.starts:
            assert one.starts.time() == fixed


@given(planned_workshops())
def test_a_time_of_the_day_goes_far_back_on_the_last_day_alone(some: Workshop) -> None:
    last_day = some.ends.date() if some.ends else date.max
    for before, after in pairwise(plan(some)):
        if isinstance(after.item.fixed_start, time) and before.ends and after.starts:
            assert before.ends - after.starts <= NEXT_DAY_AFTER or after.starts.date() >= last_day


def test_internal_items_are_not_printed() -> None:
    shown, hidden = item("a"), item("b", internal=True)

    assert printed_items((hidden, shown, hidden)) == (shown,)


def test_the_days_of_a_plan_begin_and_end_with_their_items() -> None:
    morning, evening = item("a", minutes=30), item("b", minutes=600)
    second = item("c", minutes=60, fixed_start=STARTS + timedelta(days=1))
    days = planned_days(plan(workshop(agenda=(morning, evening, second), starts=STARTS, ends=None)))

    assert [(day.starts, day.ends) for day in days] == [
        (STARTS, STARTS + timedelta(minutes=630)),
        (STARTS + timedelta(days=1), STARTS + timedelta(days=1, minutes=60)),
    ]
    assert planned_days(plan(workshop(agenda=(morning,), starts=None))) == ()


@given(planned_workshops())
def test_every_item_is_within_its_day(some: Workshop) -> None:
    planned = plan(some)
    days = {day.starts.date(): day for day in planned_days(planned)}
    for one in planned:
        if one.starts and one.ends:
            assert days[one.starts.date()].starts <= one.starts
            assert one.ends <= days[one.starts.date()].ends
