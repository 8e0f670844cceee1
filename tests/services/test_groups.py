"""The deeds of the groups and what their page shows, on both engines."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.split import Move, causes, even_out, split_workshop, wish_curve
from clesidra_desktop.domain.workshop import QuotaAttribute, Sector, SplitAttribute, Stay, Wish, Workshop
from clesidra_desktop.services import groups
from clesidra_desktop.services.attendants import register_attendant, remove_attendants
from clesidra_desktop.services.groups_page import (
    GroupsView,
    find_why_here,
    propose_split,
    view_of,
)
from clesidra_desktop.services.history import read_back, redo, undo
from clesidra_desktop.services.merging import merge_attendants, unmerge_attendants
from clesidra_desktop.services.prepare import describe_workshop
from clesidra_desktop.services.prepare_rows import Part, remove_rows
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.storage import Database
from tests.helpers.builders import at, attendants, group, identity
from tests.helpers.crowds import crowd, office_list, skewed_wishes
from tests.helpers.referee import broken_rules

WHO = "Bopha"
PEOPLE = office_list(22, 4)
IDS = [one.id for one in PEOPLE]
WORKSHOP = crowd((), 1).id


@pytest.fixture
def filled(database: Database) -> Database:
    """A database with a workshop of 22 attendants and four sectors, in whose groups nobody sits."""
    import_workshop(database, crowd(PEOPLE, 4), {}, who=WHO)
    return database


def load(database: Database) -> Workshop:
    return export_workshop(database, WORKSHOP)[0]


def view(database: Database) -> GroupsView:
    return view_of(load(database), at(9))


def members(database: Database) -> list[tuple[UUID, ...]]:
    return [one.members for one in load(database).groups]


def group_of(database: Database, who: UUID) -> str:
    (found,) = (one.sector for one in load(database).groups if who in one.members)
    return found


def test_a_split_is_made_undone_and_made_again(filled: Database) -> None:
    before = load(filled)
    changes = groups.split_into_groups(filled, WORKSHOP, who=WHO, seed=5)
    after = load(filled)
    expected = split_workshop(before, 5)

    assert len(changes.added["group_members"]) == 22
    assert [one.members for one in after.groups] == [one.members for one in expected.groups]
    assert after.split.seed == 5
    assert not list(broken_rules(after, members(filled)))
    assert view(filled).split.fingerprint == expected.fingerprint
    undo(filled, WORKSHOP, who=WHO)
    assert load(filled) == before
    redo(filled, WORKSHOP, who=WHO)
    assert load(filled) == after
    groups.split_into_groups(filled, WORKSHOP, who=WHO)
    assert load(filled) == after


def test_a_group_keeps_its_room_and_its_locks(filled: Database) -> None:
    some = replace(load(filled), groups=(replace(group("s3"), room="B", locked=(IDS[0], IDS[1])),))
    import_workshop(filled, some, {}, who=WHO, replace=True)
    groups.split_into_groups(filled, WORKSHOP, who=WHO)
    after = {one.sector: one for one in load(filled).groups}

    assert after["s3"].room == "B"
    assert {IDS[0], IDS[1]} <= set(after["s3"].members)
    assert sorted(after) == ["s1", "s2", "s3", "s4"]


def test_newcomers_are_seated_and_nobody_moves(filled: Database) -> None:
    groups.split_into_groups(filled, WORKSHOP, who=WHO)
    before = members(filled)
    new = [register_attendant(filled, WORKSHOP, {"name": f"Late {number}"}, who=WHO)[0] for number in range(3)]
    assert view(filled).waiting == ()  # nobody has a time
    assert [card.id for card in view(filled).newcomers] == new
    groups.seat_newcomers(filled, WORKSHOP, who=WHO)
    after = members(filled)

    assert all(now[: len(then)] == then for then, now in zip(before, after, strict=True))
    assert sorted(one for own in after for one in own if one in new) == sorted(new)
    assert max(map(len, after)) - min(map(len, after)) <= 1
    assert not groups.seat_newcomers(filled, WORKSHOP, who=WHO)


def test_a_member_is_moved_swapped_and_locked(filled: Database) -> None:
    groups.split_into_groups(filled, WORKSHOP, who=WHO)
    one, other = members(filled)[0][0], members(filled)[1][0]
    groups.move_members(filled, WORKSHOP, {one: "s4"}, who=WHO)
    assert members(filled)[3][-1] == one
    groups.swap_members(filled, WORKSHOP, one, other, who=WHO)
    assert (group_of(filled, one), group_of(filled, other)) == ("s2", "s4")
    groups.lock_members(filled, WORKSHOP, [one], who=WHO)
    with pytest.raises(UserError, match=r"is locked in Sector 2\. Take the lock away first"):
        groups.move_members(filled, WORKSHOP, {one: "s1"}, who=WHO)
    groups.split_into_groups(filled, WORKSHOP, who=WHO, seed=9)
    assert group_of(filled, one) == "s2"
    groups.unlock_members(filled, WORKSHOP, [one], who=WHO)
    groups.move_members(filled, WORKSHOP, {one: "s1"}, who=WHO)
    entry = read_back(filled, WORKSHOP, who=WHO).undo
    assert entry
    assert entry.deed == "move_member"
    undo(filled, WORKSHOP, who=WHO)
    assert group_of(filled, one) == "s2"


def test_moves_that_cannot_be_are_refused(filled: Database) -> None:
    with pytest.raises(UserError, match="has no seat in a group any more"):
        groups.swap_members(filled, WORKSHOP, IDS[0], IDS[1], who=WHO)
    with pytest.raises(UserError, match="There is no sector “s9” any more"):
        groups.move_members(filled, WORKSHOP, {IDS[0]: "s9"}, who=WHO)
    with pytest.raises(UserError, match=r"cannot be locked without a seat\. Seat the newcomers first"):
        groups.lock_members(filled, WORKSHOP, [IDS[0]], who=WHO)
    with pytest.raises(UserError, match="so there is no round to be followed"):
        groups.split_next_round(filled, WORKSHOP, who=WHO)
    with pytest.raises(UserError, match="is not in the database any more"):
        groups.seat_newcomers(filled, UUID(int=5), who=WHO)
    groups.move_members(filled, WORKSHOP, {IDS[0]: "s1", IDS[1]: "s1"}, who=WHO)
    assert members(filled)[0] == (IDS[0], IDS[1])


def test_a_split_tells_of_its_work_and_can_be_called_off(filled: Database) -> None:
    groups.change_split_rules(filled, WORKSHOP, {"wishes": skewed_wishes(PEOPLE, 4, 4)}, who=WHO)
    told: list[tuple[int, int]] = []
    groups.split_into_groups(filled, WORKSHOP, who=WHO, progress=lambda *work: told.append(work))
    assert len(told) > 2
    assert told == sorted(told)
    assert all(done <= total for done, total in told)
    before = load(filled)

    def call_off(done: int, total: int) -> None:
        raise InterruptedError(done, total)

    with pytest.raises(InterruptedError):
        groups.split_into_groups(filled, WORKSHOP, who=WHO, seed=8, progress=call_off)
    assert load(filled) == before


def test_contradictions_are_refused_and_nothing_is_written(filled: Database) -> None:
    groups.keep_apart(filled, WORKSHOP, IDS[:2], who=WHO)
    groups.keep_together(filled, WORKSHOP, IDS[:2], who=WHO)
    assert not groups.keep_together(filled, WORKSHOP, IDS[1::-1], who=WHO)
    with pytest.raises(UserError, match="together and apart at once"):
        groups.split_into_groups(filled, WORKSHOP, who=WHO)
    assert load(filled).groups == ()
    with pytest.raises(UserError, match="at least two"):
        groups.keep_apart(filled, WORKSHOP, IDS[:1], who=WHO)


def test_evening_out_makes_the_moves_of_an_offer(filled: Database) -> None:
    groups.split_into_groups(filled, WORKSHOP, who=WHO)
    groups.move_members(filled, WORKSHOP, dict.fromkeys(members(filled)[0][:3], "s2"), who=WHO)
    offers = even_out(load(filled))
    best = offers[-1]
    assert len(offers) > 1
    assert best.split.imbalance < offers[0].split.imbalance
    groups.even_out(filled, WORKSHOP, best.moves, who=WHO)
    assert view(filled).split == replace(best.split)
    with pytest.raises(UserError, match="have changed since these moves were offered"):
        groups.even_out(filled, WORKSHOP, best.moves, who=WHO)
    with pytest.raises(UserError, match="have changed since"):
        groups.even_out(filled, WORKSHOP, [Move(UUID(int=77), "s1", "s2")], who=WHO)


def test_those_who_did_not_come_free_their_seats(filled: Database) -> None:
    groups.split_into_groups(filled, WORKSHOP, who=WHO)
    gone = members(filled)[2][:2]
    groups.lock_members(filled, WORKSHOP, gone[:1], who=WHO)
    groups.leave_out(filled, WORKSHOP, gone, who=WHO)
    shown = view(filled)
    assert {card.id for card in shown.left_out} == set(gone)
    assert not shown.newcomers
    new, _ = register_attendant(filled, WORKSHOP, {"name": "Late"}, who=WHO)
    groups.seat_newcomers(filled, WORKSHOP, who=WHO)
    assert group_of(filled, new) == "s3"
    groups.take_in(filled, WORKSHOP, gone[:1], who=WHO)
    assert [card.id for card in view(filled).newcomers] == [gone[0]]
    groups.move_members(filled, WORKSHOP, {gone[1]: "s1"}, who=WHO)
    assert load(filled).split.left_out == ()


def test_the_next_round_mixes_people(filled: Database) -> None:
    groups.split_into_groups(filled, WORKSHOP, who=WHO)
    first = members(filled)
    groups.split_next_round(filled, WORKSHOP, who=WHO)
    shown = view(filled)

    assert load(filled).split.rounds == (tuple(first),)
    assert shown.split.repeats
    assert shown.split.imbalance == 0
    assert shown.split.repeats.least <= shown.split.repeats.pairs < 15
    undo(filled, WORKSHOP, who=WHO)
    assert (members(filled), load(filled).split.rounds) == (first, ())


def test_rules_are_changed_and_nobody_moves(filled: Database) -> None:
    groups.split_into_groups(filled, WORKSHOP, who=WHO)
    before = members(filled)
    fields = {
        "balance": 40,
        "facilitators": (IDS[0],),
        "wishes": (Wish(attendant=IDS[1], sectors=("s2", "gone", "s1")),),
        "attributes": (SplitAttribute(attribute=QuotaAttribute.FLAGS),),
    }
    groups.change_split_rules(filled, WORKSHOP, fields, who=WHO)
    rules = load(filled).split
    assert (rules.balance, rules.facilitators) == (40, (IDS[0],))
    assert rules.wishes == (Wish(attendant=IDS[1], sectors=("s2", "s1")),)
    assert members(filled) == before
    with pytest.raises(UserError, match="1 of the attendants of these rules"):
        groups.change_split_rules(filled, WORKSHOP, {"apart": ((IDS[0], UUID(int=77)),)}, who=WHO)
    with pytest.raises(KeyError):
        groups.change_split_rules(filled, WORKSHOP, {"seed": 1}, who=WHO)


def test_the_page(filled: Database) -> None:
    assert view(filled).unseated
    assert view(filled).sentences == ()
    people = [replace(one, stays=(Stay(arrived=at(8)),) if one.id != IDS[3] else ()) for one in PEOPLE]
    rules = crowd(
        people,
        4,
        facilitators=(IDS[0],),
        apart=((IDS[1], IDS[2]),),
        together=((IDS[4], IDS[5]),),
        wishes=(Wish(attendant=IDS[6], sectors=("s1", "s2", "s3", "s4")),),
    )
    own = replace(group("s2"), rapporteur=str(IDS[0]), room="Hall", locked=(IDS[7],))
    third = replace(group("s3"), rapporteur="Ms Chan")
    import_workshop(filled, replace(rules, groups=(own, third)), {}, who=WHO, replace=True)
    groups.split_into_groups(filled, WORKSHOP, who=WHO)
    shown = view(filled)
    cards = {card.id: card for column in shown.columns for card in column.cards}

    assert [column.sector for column in shown.columns] == ["s1", "s2", "s3", "s4"]
    assert (shown.columns[1].room, shown.columns[1].rapporteur) == ("Hall", PEOPLE[0].name)
    assert shown.columns[2].rapporteur == "Ms Chan"
    assert [[card.id for card in column.cards] for column in shown.columns] == [
        list({one.sector: one.members for one in load(filled).groups}[column.sector]) for column in shown.columns
    ]
    assert cards[IDS[0]].facilitator
    assert cards[IDS[1]].apart
    assert cards[IDS[5]].together
    assert cards[IDS[7]].locked
    assert not cards[IDS[1]].locked
    assert cards[IDS[6]].wish == ["s1", "s2", "s3", "s4"].index(group_of(filled, IDS[6]))
    assert cards[IDS[7]].wish is None
    assert shown.absent == (IDS[3],)
    assert not cards[IDS[3]].here
    assert shown.fairness.sizes == tuple(len(column.cards) for column in shown.columns)
    assert shown.sentences
    assert find_why_here(filled, WORKSHOP, IDS[7]).locked
    assert causes(load(filled), shown.split) == ()


def test_rules_follow_attendants_who_go_or_turn_out_to_be_one(filled: Database) -> None:
    rules = crowd(
        PEOPLE,
        4,
        facilitators=(IDS[0], IDS[1]),
        apart=((IDS[1], IDS[2]), (IDS[0], IDS[3])),
        wishes=(Wish(attendant=IDS[1], sectors=("s1",)), Wish(attendant=IDS[2])),
        rounds=(((IDS[1],), (IDS[2],)),),
    )
    some = replace(rules, groups=(replace(group("s1"), locked=(IDS[1], IDS[2])),))
    import_workshop(filled, some, {}, who=WHO, replace=True)
    merge_attendants(filled, WORKSHOP, IDS[0], IDS[1], who=WHO)
    merged = load(filled)
    assert merged.split.facilitators == (IDS[0],)
    assert merged.split.apart == ((IDS[0], IDS[2]), (IDS[0], IDS[3]))
    assert merged.split.wishes[0] == Wish(attendant=IDS[0], sectors=("s1",))
    assert merged.groups[0].locked == (IDS[0], IDS[2])
    remove_attendants(filled, WORKSHOP, [IDS[2]], who=WHO)
    after = load(filled)
    assert after.split.apart == ((IDS[0],), (IDS[0], IDS[3]))
    assert after.split.rounds == (((IDS[0],), ()),)
    assert [wish.attendant for wish in after.split.wishes] == [IDS[0]]
    assert after.groups[0].locked == (IDS[0],)
    undo(filled, WORKSHOP, who=WHO)
    undo(filled, WORKSHOP, who=WHO)
    assert load(filled) == some
    merge_attendants(filled, WORKSHOP, IDS[0], IDS[1], who=WHO)
    unmerge_attendants(filled, WORKSHOP, IDS[1], who=WHO)
    assert load(filled) == some


def test_a_sector_that_is_removed_is_wished_no_more(filled: Database) -> None:
    groups.change_split_rules(filled, WORKSHOP, {"wishes": (Wish(attendant=IDS[0], sectors=("s4", "s1")),)}, who=WHO)
    before = load(filled)
    remove_rows(filled, WORKSHOP, Part.SECTOR, ["s4"], who=WHO)
    assert load(filled).split.wishes == (Wish(attendant=IDS[0], sectors=("s1",)),)
    undo(filled, WORKSHOP, who=WHO)
    describe_workshop(filled, WORKSHOP, {"title": "Another"}, who=WHO)
    assert load(filled) == replace(before, title="Another")


def test_a_sector_that_is_taken_away_is_wished_no_more(filled: Database) -> None:
    groups.change_split_rules(filled, WORKSHOP, {"wishes": (Wish(attendant=IDS[0], sectors=("s4", "s1")),)}, who=WHO)
    groups.split_into_groups(filled, WORKSHOP, who=WHO)
    fewer = (Sector(key="s1", title="One"), Sector(key="s2", title="Two"))
    describe_workshop(filled, WORKSHOP, {"sectors": fewer, "starts": datetime(2026, 1, 1)}, who=WHO)
    shown = view(filled)

    assert load(filled).split.wishes == (Wish(attendant=IDS[0], sectors=("s1",)),)
    assert len(shown.columns) == 2
    assert len(shown.newcomers) == 22 - sum(shown.fairness.sizes) > 0
    groups.seat_newcomers(filled, WORKSHOP, who=WHO)
    assert sorted(map(len, members(filled)[:2])) == [11, 11]


def test_the_price_of_balance_is_shown(filled: Database) -> None:
    fields = {"wishes": skewed_wishes(PEOPLE, 4, 4)}
    groups.change_split_rules(filled, WORKSHOP, fields, who=WHO)
    curve = list(wish_curve(load(filled)))

    assert [balance for balance, _ in curve] == [100, 75, 50, 25, 0]
    costs = [split.wishes.cost for _, split in curve if split.wishes]
    assert costs == sorted(costs, reverse=True)
    assert costs[0] > costs[-1]
    assert all(split.protected == 0 for _, split in curve)


def test_a_proposal_moves_nobody_unless_it_is_taken() -> None:
    some = replace(crowd(attendants(8), 2), groups=(group("s1", 1, 3, 5), group("s2", 2, 4, 6)))
    kept = propose_split(some, 1, keep=True)
    assert kept.moves == ()
    assert {one.sector: one.members[:3] for one in kept.split.groups} == {
        one.sector: one.members for one in some.groups
    }
    assert kept.offers[0].split.imbalance == kept.split.imbalance > 0
    anew = propose_split(some, 1)
    assert anew.split.imbalance == 0
    assert {move.attendant for move in anew.moves} <= {identity(number) for number in range(1, 7)}
    assert anew.moves
    assert all(move.source != move.target for move in anew.moves)


def test_somebody_who_changed_the_workshop_meanwhile_is_heard(
    filled: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The search is made again on what is there when it is written."""
    searched = []
    split = groups.splits.split_workshop

    def search(workshop: Workshop, seed: int | None, **options: object) -> object:
        searched.append(len(workshop.attendants))
        if len(searched) == 1:
            register_attendant(filled, WORKSHOP, {"name": "Just in time"}, who="Dara")
        return split(workshop, seed, **options)

    monkeypatch.setattr(groups.splits, "split_workshop", search)
    groups.split_into_groups(filled, WORKSHOP, who=WHO)
    assert searched == [22, 23]
    assert sum(map(len, members(filled))) == 23
