"""Which rows of a workshop other rows name, and a workshop in which no row is named that is not there."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import chain
from uuid import UUID

from clesidra_desktop.domain.merge.model import Place
from clesidra_desktop.domain.merge.values import key_of
from clesidra_desktop.domain.workshop import SplitRules, Workshop

NAMED = ("attendants", "sectors", "questions", "annexes", "polls")
"""Tables whose rows are named by others."""


def missing_rows(workshop: Workshop) -> set[Place]:
    """Return the rows that are named and are not there."""
    there = {Place(table, key_of(row)) for table in NAMED for row in getattr(workshop, table)}
    return set(_named(workshop)) - there


def _named(workshop: Workshop) -> Iterator[Place]:
    for id_ in _people(workshop):
        yield Place("attendants", (str(id_),))
    wished = chain.from_iterable(wish.sectors for wish in workshop.split.wishes)
    for key in chain((group.sector for group in workshop.groups), (one.sector for one in workshop.answers), wished):
        yield Place("sectors", (key,))
    for answer in workshop.answers:
        yield Place("questions", (answer.question,))
    for item in workshop.agenda:
        if item.annex:
            yield Place("annexes", (item.annex,))
        if item.poll:
            yield Place("polls", (item.poll,))


def _people(workshop: Workshop) -> Iterator[UUID]:
    rules = workshop.split
    for group in workshop.groups:
        yield from group.members
        yield from group.locked
    for people in (rules.facilitators, rules.left_out, *rules.apart, *rules.together, *chain(*rules.rounds)):
        yield from people
    yield from (wish.attendant for wish in rules.wishes)


def without(workshop: Workshop, missing: Collection[Place]) -> Workshop:
    """Return a workshop in which rows that are not there are named no more; what only they carried goes with them."""
    if not missing:
        return workshop
    gone = {table: {place.key[0] for place in missing if place.table == table} for table in NAMED}

    def known(people: tuple[UUID, ...]) -> tuple[UUID, ...]:
        return tuple(one for one in people if str(one) not in gone["attendants"])

    return replace(
        workshop,
        groups=tuple(
            replace(group, members=known(group.members), locked=known(group.locked))
            for group in workshop.groups
            if group.sector not in gone["sectors"]
        ),
        split=_split_without(workshop.split, gone),
        answers=tuple(
            answer
            for answer in workshop.answers
            if answer.sector not in gone["sectors"] and answer.question not in gone["questions"]
        ),
        agenda=tuple(
            replace(
                item,
                annex="" if item.annex in gone["annexes"] else item.annex,
                poll="" if item.poll in gone["polls"] else item.poll,
            )
            for item in workshop.agenda
        ),
    )


def _split_without(rules: SplitRules, gone: dict[str, set[str]]) -> SplitRules:
    def known(people: tuple[UUID, ...]) -> tuple[UUID, ...]:
        return tuple(one for one in people if str(one) not in gone["attendants"])

    return replace(
        rules,
        facilitators=known(rules.facilitators),
        left_out=known(rules.left_out),
        apart=tuple(map(known, rules.apart)),
        together=tuple(map(known, rules.together)),
        wishes=tuple(
            replace(wish, sectors=tuple(key for key in wish.sectors if key not in gone["sectors"]))
            for wish in rules.wishes
            if str(wish.attendant) not in gone["attendants"]
        ),
        rounds=tuple(tuple(map(known, groups)) for groups in rules.rounds),
    )
