"""New workshops made of earlier ones."""

from itertools import count
from uuid import UUID

from clesidra_desktop.domain.drafts import Taken, draft_of
from clesidra_desktop.domain.workshop import SplitRules, Workshop
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
