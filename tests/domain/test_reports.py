"""Whom workshops reached: nobody is counted twice, and nobody is counted away."""

from datetime import date, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain.quotas import measure_quota
from clesidra_desktop.domain.report_periods import Step, whole_year
from clesidra_desktop.domain.reports import (
    Attendance,
    Due,
    Filters,
    Held,
    Line,
    Report,
    Stretch,
    WaysCount,
    count_report,
    least_people,
)
from clesidra_desktop.domain.workshop import Flag, Sex
from tests.helpers import builders as make

TODAY = date(2026, 11, 5)


def held(number: int, day: datetime | None = None, **changes: object) -> Held:
    """Return a workshop; those without a day come one after the other in 2026."""
    starts = day or datetime(2026, 1, 1 + number, 8)
    return Held(**({"id": UUID(int=number), "starts": starts, "ends": starts, "place": "Takeo"} | changes))  # type: ignore[arg-type]


def report(
    workshops: list[Held], attendances: list[Attendance], filters: Filters | None = None, **more: object
) -> Report:
    return count_report(filters or Filters(), workshops, attendances, today=TODAY, **more)  # type: ignore[arg-type]


def shape(lines: tuple[Line, ...]) -> dict[str, tuple[int, int]]:
    """Return people and attendances by the key of a line."""
    return {line.key: (line.total, line.attendances) for line in lines}


def test_who_attends_often_is_one_person() -> None:
    counted = report([held(n) for n in range(1, 6)], [Attendance(n, 0, 7) for n in range(1, 6)])
    assert (counted.everybody.total, counted.attendances) == (1, 5)


def test_who_is_on_a_list_twice_attended_once() -> None:
    rows = [Attendance(1, 0, 7, Sex.FEMALE), Attendance(1, 1, 7, None), Attendance(1, 2, 8)]
    counted = report([held(1)], rows)
    assert (counted.everybody.total, counted.attendances) == (2, 2)
    assert counted.everybody.people == {None: 2}


def test_who_is_not_in_the_directory_is_an_attendance_and_no_person() -> None:
    counted = report([held(1)], [Attendance(1, 0, None), Attendance(1, 1, None), Attendance(1, 2, 7)])
    assert (counted.everybody.total, counted.attendances, counted.outside) == (1, 3, 2)


def test_the_latest_workshop_of_the_period_says_who_somebody_is() -> None:
    workshops = [held(1), held(2), held(3, datetime(2027, 1, 1))]
    rows = [
        Attendance(2, 0, 7, Sex.FEMALE, "31–49", "GOV", "Kratie"),
        Attendance(1, 0, 7, Sex.FEMALE, "≤30", "CBO", "Takeo"),
        Attendance(3, 0, 7, Sex.FEMALE, "50+", "NGO", "Kep"),
    ]
    counted = report(workshops, rows, Filters(whole_year(2026)))
    assert shape(counted.ages) == {"≤30": (0, 1), "31–49": (1, 1)}
    assert shape(counted.categories) == {"CBO": (0, 1), "GOV": (1, 1)}
    assert shape(counted.provinces) == {"Kratie": (1, 1), "Takeo": (0, 1)}


def test_a_list_without_a_column_changes_nobody() -> None:
    rows = [
        Attendance(1, 0, 7, Sex.FEMALE, "≤30", "CBO", "Takeo"),
        Attendance(2, 0, 7, None, "31–49", "", "Kratie"),
        Attendance(3, 0, 7),
        Attendance(3, 1, 8),
    ]
    counted = report([held(1), held(2, datetime(2026, 6, 2)), held(3, datetime(2026, 6, 3))], rows)
    assert counted.everybody.people == {Sex.FEMALE: 1, None: 1}
    assert shape(counted.ages) == {"≤30": (0, 1), "31–49": (1, 1), "": (1, 2)}
    assert shape(counted.categories) == {"CBO": (1, 1), "": (1, 3)}
    assert shape(counted.provinces) == {"Kratie": (1, 1), "Takeo": (0, 1), "": (1, 2)}
    crossed = {key: (line.total, line.attendances) for key, line in counted.crossed}
    assert crossed["CBO", "Kratie", "31–49"] == (1, 0)
    assert sum(people for people, _ in crossed.values()) == counted.everybody.total


def test_what_is_not_known_is_shown_last() -> None:
    counted = report([held(1)], [Attendance(1, 0, 7), Attendance(1, 1, 8, province="Takeo", age="≤30")])
    assert [line.key for line in counted.provinces] == ["Takeo", ""]
    assert [line.key for line in counted.ages] == ["≤30", ""]
    assert counted.ages[-1].people == {None: 1}


def test_flags_are_counted_by_sex_each_for_itself() -> None:
    flags = (Flag.YOUTH, Flag.INDIGENOUS)
    counted = report([held(1)], [Attendance(1, 0, 7, Sex.FEMALE, flags=flags), Attendance(1, 1, 8, Sex.MALE)])
    assert shape(counted.flags) == {"youth": (1, 1), "indigenous": (1, 1)}


def test_every_programme_counts_whom_it_reached() -> None:
    workshops = [held(1, programme="A"), held(2, programme="B"), held(3)]
    rows = [Attendance(1, 0, 7), Attendance(2, 0, 7), Attendance(2, 1, 8), Attendance(3, 0, 9)]
    counted = report(workshops, rows)
    assert shape(counted.programmes) == {"A": (1, 1), "B": (2, 2), "": (1, 1)}
    assert counted.everybody.total == 3
    assert counted.several == 1


def test_indicators_are_by_programme_and_year() -> None:
    workshops = [held(1, datetime(2025, 5, 1), programme="A"), held(2, programme="A"), held(3, programme="A")]
    rows = [Attendance(n, 0, 7, Sex.FEMALE, category="CBO") for n in (1, 2, 3)] + [Attendance(3, 1, 8)]
    found = [(one.programme, one.year, one.workshops, one.total.total) for one in report(workshops, rows).indicators]
    assert found == [("A", 2025, 1, 1), ("A", 2026, 2, 2)]


def test_stretches_have_new_people_and_no_gaps() -> None:
    workshops = [held(1, datetime(2026, 1, 5)), held(2, datetime(2026, 8, 5))]
    rows = [Attendance(1, 0, 7), Attendance(2, 0, 7), Attendance(2, 1, 8), Attendance(2, 2, None)]
    assert report(workshops, rows).stretches == (
        Stretch(Step(2026, 1), 1, 1, 1, 1),
        Stretch(Step(2026, 2), 0, 0, 0, 0),
        Stretch(Step(2026, 3), 1, 3, 2, 1),
    )


def test_workshops_days_and_places() -> None:
    workshops = [
        held(1, ends=datetime(2026, 1, 4, 17)),
        held(2, place="Kratie"),
        held(3, place=""),
        Held(id=UUID(int=4), place="Kep"),
    ]
    counted = report(workshops, [])
    assert (counted.workshops, counted.days, counted.places) == (4, 6, ("Kep", "Kratie", "Takeo"))
    assert counted.stretches[0].step is None
    year = report(workshops, [], Filters(whole_year(2026)))
    assert (year.workshops, year.undated) == (3, 1)


def test_programme_and_place_narrow_a_report() -> None:
    workshops = [held(1, programme="A"), held(2, programme="A", place="Kep"), held(3)]
    rows = [Attendance(n, 0, n) for n in (1, 2, 3)]
    assert report(workshops, rows, Filters(programme="a")).everybody.total == 2
    assert report(workshops, rows, Filters(programme="A", place="Kep")).everybody.total == 1
    assert report(workshops, rows, Filters(programme="C")).workshops == 0


def test_ways_forward_are_done_open_or_late() -> None:
    ways = [Due(date(2026, 11, 4)), Due(TODAY), Due(None), Due(date(2026, 1, 1), done=date(2026, 10, 1))]
    counted = report([held(1)], [], ways={UUID(int=1): ways, UUID(int=9): ways})
    assert counted.ways == WaysCount(done=1, open=2, late=1)
    assert counted.ways.total == 4


def test_quotas_are_in_the_order_of_the_workshops() -> None:
    results = {UUID(int=n): [measure_quota(make.quota(), make.attendants(n))] for n in (1, 2)}
    counted = report([held(2), held(1)], [], quotas=results)
    assert [(one.held.id.int, one.result.having, one.result.total) for one in counted.quotas] == [(1, 1, 1), (2, 1, 2)]


def test_pairs_who_may_be_one_make_a_range() -> None:
    assert least_people({1, 2, 3, 4}, [(1, 2), (2, 3), (1, 3), (4, 9)]) == 2
    assert least_people({1, 2}, []) == 2
    assert least_people(set(), [(1, 2)]) == 0


WORKSHOPS = [
    held(1, programme="A"),
    held(2, programme="B", place="Kep"),
    held(3, datetime(2025, 6, 1), programme="A"),
    held(4),
    held(5, datetime(2026, 1, 3, 8)),  # at the same time as the second one
]
SEXES = st.sampled_from([None, *Sex])
WORDS = st.sampled_from(["", "x", "y"])


@st.composite
def rows(draw: st.DrawFn) -> list[Attendance]:
    """Lists of workshops in which people come again, also twice in one, and with other details."""
    return [
        Attendance(
            draw(st.integers(1, 5)),
            number,
            draw(st.none() | st.integers(1, 6)),
            draw(SEXES),
            draw(st.sampled_from(["", "≤30", "50+"])),
            draw(WORDS),
            draw(WORDS),
            tuple(draw(st.sets(st.sampled_from(Flag)))),
        )
        for number in range(draw(st.integers(0, 14)))
    ]


def breakdowns(counted: Report) -> list[tuple[Line, ...]]:
    return [counted.ages, counted.categories, counted.provinces, tuple(line for _, line in counted.crossed)]


@given(rows())
def test_the_lines_of_every_breakdown_add_up_to_everybody(listed: list[Attendance]) -> None:
    counted = report(WORKSHOPS, listed)
    everybody = counted.everybody
    assert everybody.total == len({one.person for one in listed if one.person})
    for lines in breakdowns(counted):
        assert sum(line.total for line in lines) == everybody.total
        assert sum(line.attendances for line in lines) == everybody.attendances
        for sex in (None, *Sex):
            assert sum(line.people.get(sex, 0) for line in lines) == everybody.people.get(sex, 0)
    for lines in (counted.programmes, tuple(one.total for one in counted.indicators)):
        assert sum(line.attendances for line in lines) == everybody.attendances
    for one in counted.indicators:
        assert sum(line.total for line in one.lines) == one.total.total
    assert sum(one.new for one in counted.stretches) == everybody.total
    assert sum(one.attendances for one in counted.stretches) == everybody.attendances
    assert max((one.people for one in counted.stretches), default=0) <= everybody.total
    reached = sum(line.total for line in counted.programmes)
    assert reached - 2 * counted.several <= everybody.total <= reached - counted.several


@given(rows(), st.randoms(use_true_random=False))
def test_the_order_of_workshops_and_lists_does_not_matter(listed: list[Attendance], chance: object) -> None:
    workshops, mixed = list(WORKSHOPS), list(listed)
    chance.shuffle(workshops)  # type: ignore[attr-defined]
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert report(workshops, mixed) == report(WORKSHOPS, listed)


DETAILS = ("sex", "age", "category", "province")


def figures(counted: Report) -> dict[object, int]:
    """Return every figure of a report that is about people or attendances, by what it is of."""
    named = {
        "ages": counted.ages,
        "categories": counted.categories,
        "provinces": counted.provinces,
        "flags": counted.flags,
        "programmes": counted.programmes,
        **{f"{one.programme} {one.year}": (*one.lines, one.total) for one in counted.indicators},
    }
    cells: dict[object, int] = {"all": counted.everybody.total, "attendances": counted.attendances}
    for name, lines in named.items():
        for place, line in enumerate(lines):
            key = name, line.key, place == len(lines) - 1  # the last one of an indicator sums the others up
            cells |= {(*key, sex): count for sex, count in line.people.items()} | {(*key, "n"): line.attendances}
    for key, line in counted.crossed:
        cells |= {(key, sex): count for sex, count in line.people.items()}
    for one in counted.stretches:
        cells |= {(one.step, "people"): one.people, (one.step, "n"): one.attendances}
    return cells


def totals(counted: Report) -> dict[object, int]:
    """Return how many there are of everything, whatever else is known of them.

    Two people who become one may get a detail from each of the two, and so are of a kind of which neither was.
    """
    cells: dict[object, int] = {"all": counted.everybody.total, "attendances": counted.attendances}
    for name, lines in (("ages", counted.ages), ("categories", counted.categories), ("provinces", counted.provinces)):
        cells |= {(name, line.key): line.total for line in lines}
    for sex, count in counted.everybody.people.items():
        cells[sex] = count
    cells |= {("programme", line.key): line.total for line in counted.programmes}
    cells |= {(one.programme, one.year): one.total.total for one in counted.indicators}
    cells |= {one.step: one.people for one in counted.stretches}
    return cells


@given(rows(), st.integers(1, 6), st.integers(1, 6))
def test_merging_two_people_never_raises_a_figure(listed: list[Attendance], kept: int, other: int) -> None:
    merged = [one._replace(person=kept) if one.person == other else one for one in listed]
    before, after = totals(report(WORKSHOPS, listed)), totals(report(WORKSHOPS, merged))
    raised = {key for key, count in after.items() if count > before.get(key, 0)}
    assert raised == set()


@given(rows(), st.integers(1, 6), st.integers(1, 6))
def test_merging_people_of_whom_all_is_known_raises_no_cell(listed: list[Attendance], kept: int, other: int) -> None:
    usual = Attendance(0, 0, None, Sex.FEMALE, "≤30", "CBO", "Kep")
    full = [one._replace(**{name: getattr(one, name) or getattr(usual, name) for name in DETAILS}) for one in listed]
    merged = [one._replace(person=kept) if one.person == other else one for one in full]
    before, after = figures(report(WORKSHOPS, full)), figures(report(WORKSHOPS, merged))
    raised = {key for key, count in after.items() if count > before.get(key, 0)}
    assert raised == set()
