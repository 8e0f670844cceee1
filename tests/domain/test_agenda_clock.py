"""The agenda as it runs, from moments alone."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain.agenda_clock import (
    ItemState,
    agenda_clock,
    audience_view,
    days_apart,
    discussed_question,
    next_index,
    running_index,
    wrong_since,
)
from clesidra_desktop.domain.agenda_run import (
    corrected,
    ended,
    extended,
    free_key,
    gone_back,
    inserted,
    moved,
    next_started,
    removed,
    skipped,
    started,
)
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import AgendaItem, AgendaKind, Workshop
from tests.helpers.builders import at, item, points, questions, workshop

AGENDA = (
    item("opening", minutes=30),
    item("talk", minutes=60, speaker="Dr Sok"),
    item("set-up", minutes=10, internal=True),
    item("lunch", kind=AgendaKind.BREAK, fixed_start=time(12), minutes=60),
    item("groups", kind=AgendaKind.BREAKOUT, minutes=90),
)


def run(*items: AgendaItem) -> Workshop:
    return workshop(agenda=items, ends=at(15))


def recorded(items: tuple[AgendaItem, ...]) -> list[datetime]:
    """Return the moments in the order of the items."""
    return [moment for one in items for moment in (one.started, one.ended) if moment]


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def test_before_the_start_everything_is_expected_as_planned() -> None:
    clock = agenda_clock(run(*AGENDA), at(7))
    assert (clock.current, clock.left, clock.late) == (None, None, minutes(0))
    assert clock.next
    assert clock.next.item.key == "opening"
    assert [one.starts for one in clock.items] == [at(8), at(8, 30), at(9, 30), at(12), at(13)]
    assert clock.ends == at(14, 30)


def test_an_item_that_runs_counts_down_and_over() -> None:
    made = run(replace(AGENDA[0], started=at(8, 5)), *AGENDA[1:])
    clock = agenda_clock(made, at(8, 20))
    assert (clock.elapsed, clock.left, clock.late) == (minutes(15), minutes(15), minutes(5))
    over = agenda_clock(made, at(8, 45))
    assert (over.left, over.late) == (minutes(-10), minutes(15))
    assert [one.starts for one in over.items] == [at(8, 5), at(8, 45), at(9, 45), at(12), at(13)]
    assert [one.state for one in over.items] == [ItemState.RUNNING, *[ItemState.TO_COME] * 4]


def test_between_items_the_agenda_waits() -> None:
    made = run(replace(AGENDA[0], started=at(8), ended=at(8, 20)), *AGENDA[1:])
    assert agenda_clock(made, at(8, 20)).late == minutes(-10)
    assert agenda_clock(made, at(8, 50)).late == minutes(20)
    clock = agenda_clock(made, at(8, 50))
    assert (clock.current, clock.next and clock.next.item.key) == (None, "talk")


def test_when_all_is_over_the_end_is_held_against_the_plan() -> None:
    items = tuple(replace(one, started=at(8), ended=at(8)) for one in AGENDA[:-1])
    clock = agenda_clock(run(*items, replace(AGENDA[-1], started=at(13), ended=at(14, 50))), at(17))
    assert (clock.current, clock.next, clock.late) == (None, None, minutes(20))


def test_what_was_never_started_is_passed_and_what_is_left_out_is_skipped() -> None:
    made = run(AGENDA[0], replace(AGENDA[1], skipped=True), replace(AGENDA[2], started=at(9)), *AGENDA[3:])
    clock = agenda_clock(made, at(9, 5))
    assert [one.state.value for one in clock.items] == ["passed", "skipped", "running", "to-come", "to-come"]
    assert (clock.items[0].starts, clock.items[1].ends) == (None, None)


def test_without_a_plan_times_follow_the_present() -> None:
    made = workshop(agenda=AGENDA[:2], starts=None, ends=None)
    clock = agenda_clock(made, at(9))
    assert (clock.late, [one.starts for one in clock.items]) == (None, [at(9), at(9, 30)])
    begun = workshop(agenda=started(AGENDA, "opening", at(9)), starts=None, ends=None)
    assert [one.starts for one in agenda_clock(begun, at(9)).items] == [at(9), at(9, 30), at(10, 30), at(12), at(13)]


def test_an_item_without_minutes_has_no_countdown() -> None:
    clock = agenda_clock(run(item("open", minutes=None, started=at(8))), at(8, 7))
    assert (clock.elapsed, clock.left, clock.forgotten) == (minutes(7), None, None)


def test_an_item_that_nobody_ended_is_said_to_be_forgotten() -> None:
    made = run(replace(AGENDA[0], started=at(8)), *AGENDA[1:])
    assert agenda_clock(made, at(11, 30)).forgotten is None
    assert agenda_clock(made, at(8, day=7)).forgotten == at(8, 30)


@pytest.mark.parametrize(("length", "ended_at"), [(30, at(8, 30)), (None, at(8))])
def test_what_is_left_running_overnight_ends_on_its_own_day(length: int | None, ended_at: datetime) -> None:
    agenda = (item("opening", minutes=length, started=at(8)), *AGENDA[1:])
    for after in (
        started(agenda, "lunch", at(8, 50, day=7)),
        next_started(agenda, at(8, 50, day=7)),
        ended(agenda, at(8, 50, day=7)),
    ):
        assert after[0].ended == ended_at
    assert started(agenda, "lunch", at(8, 50, day=7))[3].started == at(8, 50, day=7)
    assert next_started(agenda, at(12))[0].ended == at(12)  # on its own day it was meant


def test_who_runs_a_little_past_midnight_means_it() -> None:
    agenda = (item("feast", minutes=60, started=at(23)), item("farewell"))
    assert next_started(agenda, at(1, day=7))[0].ended == at(1, day=7)


def test_nothing_to_come_is_late_once_the_last_day_is_gone() -> None:
    clock = agenda_clock(run(*AGENDA), at(20, day=12))
    assert (clock.is_past, clock.late) == (True, None)
    assert [one.starts for one in clock.items] == [one.planned_start for one in clock.items]
    assert not agenda_clock(run(*AGENDA), at(20)).is_past
    assert not agenda_clock(run(replace(AGENDA[0], started=at(8)), *AGENDA[1:]), at(20, day=12)).is_past


def test_a_clock_that_was_set_back_is_named_and_time_stands_still() -> None:
    made = run(replace(AGENDA[0], started=at(8), ended=at(8, 40)), replace(AGENDA[1], started=at(8, 40)), *AGENDA[2:])
    clock = agenda_clock(made, at(7, 40))
    assert (clock.behind, clock.moment, clock.left) == (minutes(60), at(8, 40), minutes(60))
    assert next_started(made.agenda, at(7, 45))[1].ended == at(8, 40)


def test_moments_recorded_by_a_wrong_clock_are_corrected() -> None:
    items = (replace(AGENDA[0], started=at(8), ended=at(9, 30)), replace(AGENDA[1], started=at(9, 30)))
    assert wrong_since(items, at(8, 30)) == at(9, 30)
    assert recorded(corrected(items, at(8, 30))) == [at(8), at(8, 30), at(8, 30)]


def test_all_that_a_clock_has_recorded_which_was_ahead_is_corrected_together() -> None:
    """Two hours ahead from the start: the opening took twenty minutes, the first talk ten."""
    items = (
        replace(AGENDA[0], started=at(10), ended=at(10, 20)),
        replace(AGENDA[1], started=at(10, 20), ended=at(10, 30)),
        replace(AGENDA[2], started=at(10, 30)),
    )
    assert wrong_since(items, at(8, 30)) == at(10)
    assert recorded(corrected(items, at(8, 30))) == [at(8), at(8, 20), at(8, 20), at(8, 30), at(8, 30)]
    assert wrong_since(items, at(10, 30)) is None
    assert corrected(items, at(10, 30)) == items


def test_what_is_not_ahead_is_wrong_where_it_follows_what_was_recorded_too_soon() -> None:
    """After half past eight the clock went ahead by 20 minutes; at five past nine, when the last one ends, it is right.

    What it says of 9:00 was at 8:40, though 9:00 is over by now.
    """
    items = (
        replace(AGENDA[0], started=at(8), ended=at(8, 30)),
        replace(AGENDA[1], started=at(9), ended=at(9, 10)),
        replace(AGENDA[2], started=at(9, 10), ended=at(9, 25)),
    )
    assert wrong_since(items, at(9, 5)) == at(9)
    assert recorded(corrected(items, at(9, 5))) == [at(8), at(8, 30), at(8, 40), at(8, 50), at(8, 50), at(9, 5)]


@given(
    gaps=st.lists(st.integers(0, 60), min_size=2, max_size=9),
    back=st.integers(1, 300),
)
def test_after_a_correction_nothing_ends_before_its_start_and_nothing_lies_ahead(gaps: list[int], back: int) -> None:
    moments = [at(8) + minutes(sum(gaps[: place + 1])) for place in range(len(gaps))]
    items = tuple(item(f"item-{n}", started=start, ended=end) for n, (start, end) in enumerate(pairwise(moments)))
    now = moments[-1] - minutes(back)
    after = recorded(corrected(items, now))
    assert after == sorted(after)
    assert after[-1] == now


def test_the_audience_sees_nothing_that_is_for_the_team() -> None:
    made = run(
        replace(AGENDA[0], started=at(8), ended=at(9)),
        replace(AGENDA[1], started=at(9), notes=points("Said in confidence"), extensions={"x-a": 1}),
        *AGENDA[2:],
    )
    view = audience_view(agenda_clock(made, at(9, 15)))
    assert view.current
    assert (view.current.item.title, view.current.item.speaker, view.left) == ("Item talk", "Dr Sok", minutes(45))
    assert (view.current.item.notes, view.current.item.extensions, view.share_left) == ((), {}, 0.75)
    assert [one.item.key for one in view.to_come] == ["lunch", "groups"]
    internal = workshop(agenda=started(made.agenda, "set-up", at(10)))
    view = audience_view(agenda_clock(internal, at(10, 5)))
    assert (view.current, view.left, view.share_left) == (None, None, None)
    assert view.next
    assert (view.next.item.key, view.next.starts) == ("lunch", at(12))


@pytest.mark.parametrize(("passed", "share"), [(0, 1.0), (30, 0.0), (90, 0.0)])
def test_the_water_is_never_less_than_none(passed: int, share: float) -> None:
    made = run(replace(AGENDA[0], started=at(8)))
    assert audience_view(agenda_clock(made, at(8) + minutes(passed))).share_left == share


def test_questions_share_the_time_of_the_groups() -> None:
    groups = replace(AGENDA[-1], started=at(13))
    asked = questions(3)
    seen = [discussed_question(groups, asked, at(13) + minutes(passed)) for passed in (0, 29, 30, 89, 95)]
    assert [one and (one.number, one.ends, one.left) for one in seen] == [
        (1, at(13, 30), minutes(30)),
        (1, at(13, 30), minutes(1)),
        (2, at(14), minutes(30)),
        (3, at(14, 30), minutes(1)),
        (3, at(14, 30), minutes(-5)),
    ]
    assert discussed_question(groups, (), at(13)) is None
    assert discussed_question(AGENDA[-1], asked, at(13)) is None


def test_a_day_whose_first_item_is_left_out_begins_with_it_all_the_same() -> None:
    agenda = (
        item("talk", minutes=60),
        item("recap", fixed_start=at(8, 30, day=7), minutes=15, skipped=True),
        item("groups", minutes=45),
    )
    clock = agenda_clock(workshop(agenda=agenda, ends=at(15, day=7)), at(8))
    assert clock.items[2].starts == at(8, 30, day=7)
    late = agenda_clock(workshop(agenda=agenda, ends=at(15, day=7)), at(9, day=7))
    assert late.items[2].starts == at(10, day=7)


def test_the_second_day_begins_when_it_is_planned() -> None:
    items = (
        item("evening", minutes=60, started=at(16), ended=at(17, 20)),
        item("morning", fixed_start=time(8), minutes=60),
        item("end", minutes=30),
    )
    made = workshop(starts=at(16), ends=at(12, day=7), agenda=items)
    for moment in (at(17, 30), at(23), at(7, day=7)):
        clock = agenda_clock(made, moment)
        assert (clock.late, clock.next and clock.next.starts) == (minutes(0), at(8, day=7))
    assert agenda_clock(made, at(8, 5, day=7)).late == minutes(5)
    assert days_apart(agenda_clock(made, at(8, day=7)).items) == (1,)


# What an MC does


def test_the_next_one_starts_when_the_last_one_ends() -> None:
    items = next_started(AGENDA, at(8, 1))
    items = next_started(skipped(items, "talk"), at(8, 40))
    assert [(one.started, one.ended) for one in items[:3]] == [(at(8, 1), at(8, 40)), (None, None), (at(8, 40), None)]
    while next_index(items) is not None:
        items = next_started(items, at(9))
    items = next_started(items, at(9, 30))
    assert running_index(items) is None
    with pytest.raises(UserError, match="nothing left on the agenda"):
        next_started(items, at(9, 31))
    with pytest.raises(UserError, match="No agenda item is on"):
        ended(items, at(9, 31))


def test_what_is_left_out_may_start_and_what_is_over_may_go_on() -> None:
    items = started(skipped(AGENDA, "talk"), "talk", at(8))
    assert (items[1].skipped, items[1].started) == (False, at(8))
    again = started(ended(items, at(9)), "talk", at(9, 30))
    assert (again[1].started, again[1].ended) == (at(8), None)
    assert started(again, "talk", at(10)) == again
    with pytest.raises(UserError, match="has started already"):
        skipped(again, "talk")
    assert skipped(skipped(AGENDA, "talk"), "talk", skip=False) == AGENDA


def test_going_back_takes_a_start_back() -> None:
    first = next_started(AGENDA, at(8))
    second = next_started(first, at(8, 30))
    assert gone_back(second) == first
    assert gone_back(first) == AGENDA
    assert gone_back(ended(second, at(9))) == second
    with pytest.raises(UserError, match="Nothing has started yet"):
        gone_back(AGENDA)


def test_more_minutes_count_from_now_where_the_time_is_over() -> None:
    items = next_started(AGENDA, at(8))
    assert extended(items, "opening", 5, at(8, 10))[0].allotted == 35
    late = extended(items, "opening", 5, at(8, 42))
    assert (late[0].minutes, late[0].allotted) == (30, 47)
    assert agenda_clock(run(*late), at(8, 42)).left == minutes(5)
    assert extended(items, "opening", -50, at(8, 10))[0].allotted == 0
    assert extended(items, "talk", 10, at(8, 10))[1].allotted == 70


def test_what_is_inserted_on_the_way_changes_no_plan() -> None:
    extra = item("extra", minutes=20)
    assert inserted(AGENDA, extra, None) == (extra, *AGENDA)
    items = inserted(next_started(AGENDA, at(8)), extra, "opening")
    assert (items[1].minutes, items[1].allotted) == (None, 20)
    clock = agenda_clock(run(*items), at(8))
    assert (clock.items[2].planned_start, clock.items[2].starts) == (at(8, 30), at(8, 50))
    with pytest.raises(UserError, match="not there any more"):
        inserted(AGENDA, extra, "nowhere")
    assert free_key((item("item-2"), item("a"))) == "item-3"
    assert free_key((item("item-2"),)) == "item-3"


def test_items_are_moved_and_removed() -> None:
    keys = [one.key for one in moved(AGENDA, "opening", "lunch")]
    assert keys == ["talk", "set-up", "lunch", "opening", "groups"]
    assert moved(AGENDA, "talk", "talk") == AGENDA
    assert [one.key for one in moved(AGENDA, "talk", None)][:2] == ["talk", "opening"]
    assert len(removed(AGENDA, "talk")) == 4


STEPS = st.lists(
    st.tuples(st.sampled_from(("next", "end", "back", "extend", "skip", "start")), st.integers(-90, 200)), max_size=12
)


def done(step: str, items: tuple[AgendaItem, ...], key: str, moment: datetime) -> tuple[AgendaItem, ...]:
    deeds = {
        "next": lambda: next_started(items, moment),
        "end": lambda: ended(items, moment),
        "back": lambda: gone_back(items),
        "extend": lambda: extended(items, key, 5, moment),
        "skip": lambda: skipped(items, key),
        "start": lambda: started(items, key, moment),
    }
    return deeds[step]()


@given(STEPS, st.data())
def test_whatever_is_done_times_never_go_back(steps: list[tuple[str, int]], data: st.DataObject) -> None:
    """Clocks are set forward and back at will between the steps."""
    items, moment = AGENDA, at(8)
    for step, passed in steps:
        moment += minutes(passed)
        key = data.draw(st.sampled_from([one.key for one in AGENDA]))
        try:
            items = done(step, items, key, moment)
        except UserError:
            continue
        clock = agenda_clock(run(*items), moment)
        assert sum(one.state is ItemState.RUNNING for one in clock.items) <= 1
        assert all(one.started and one.started <= one.ended for one in items if one.ended)
        expected = [one.starts for one in clock.items if one.state is ItemState.TO_COME and one.starts]
        assert expected == sorted(expected)
        assert clock.behind >= timedelta()
