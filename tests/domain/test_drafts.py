"""New workshops made of earlier ones."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import count
from uuid import UUID

from clesidra_desktop.domain.drafts import Taken, draft_of
from clesidra_desktop.domain.paper_arrivals import ROW_KEY
from clesidra_desktop.domain.workshop import AgendaItem, SplitRules, Workshop
from tests.storage.samples import full_workshop


def draft(**taken: bool) -> Workshop:
    numbers = count(1000)
    return draft_of(full_workshop(), lambda: UUID(int=next(numbers)), Taken(**taken))


def test_nothing_that_happened_is_taken() -> None:
    made = draft(structure=True, people=True, papers=True)
    assert made.id != full_workshop().id
    assert (made.starts, made.ends, made.groups, made.answers, made.ways_forward) == (None, None, (), (), ())
    assert all((one.started, one.ended, one.notes) == (None, None, ()) for one in made.agenda)
    assert all(option.count == 0 for poll in made.polls for option in poll.options)
    assert all((one.stays, one.signature, one.consent) == ((), "", None) for one in made.attendants)
    assert not {one.id for one in made.attendants} & {one.id for one in full_workshop().attendants}


def test_parts_are_taken_by_choice() -> None:
    full = full_workshop()
    structure, people, papers = draft(), draft(structure=False, people=True), draft(structure=False, papers=True)
    assert (structure.sectors, structure.attendants) == (full.sectors, ())
    assert structure.split == SplitRules(balance=full.split.balance, attributes=full.split.attributes)
    assert people.split == SplitRules()
    assert [one.key for one in structure.annexes] == ["list"]
    assert (people.sectors, people.team, people.categories) == ((), full.team, full.categories)
    assert [one.name for one in people.attendants] == [one.name for one in full.attendants]
    assert [one.key for one in papers.annexes] == ["map"]


def test_what_is_fixed_on_a_day_is_on_the_same_day_of_the_new_workshop() -> None:
    full = full_workshop()
    assert full.starts
    fixed = (full.starts.replace(hour=10) + timedelta(days=1), time(12), None)
    agenda = tuple(AgendaItem(key=f"i{n}", title="Item", fixed_start=one) for n, one in enumerate(fixed))
    earlier, next_year = replace(full, agenda=agenda), datetime(2027, 6, 1, 9)

    made = draft_of(earlier, lambda: UUID(int=1), Taken(), next_year)
    assert [one.fixed_start for one in made.agenda] == [datetime(2027, 6, 2, 10), time(12), None]
    undated = draft_of(earlier, lambda: UUID(int=1), Taken())
    assert [one.fixed_start for one in undated.agenda] == [time(10), time(12), None]


def test_the_row_on_paper_is_of_the_earlier_workshop() -> None:
    one, *others = full_workshop().attendants
    earlier = replace(full_workshop(), attendants=(replace(one, extensions={ROW_KEY: "N01X", "x-kept": 1}), *others))
    made = draft_of(earlier, lambda: UUID(int=1), Taken(people=True))
    assert made.attendants[0].extensions == {"x-kept": 1}
