"""The keys by which rows of a workshop are told apart, and the codes of categories, which are no other.

Every row has one, and no two of a kind have the same.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TypeVar

from clesidra_desktop.domain.workshop import (
    AgendaItem,
    Annex,
    Category,
    MinutesSection,
    Poll,
    Question,
    Sector,
    Workshop,
)

FORMS: dict[type, str] = {
    AgendaItem: "item-{}",
    Annex: "annex-{}",
    Category: "C{}",
    MinutesSection: "section-{}",
    Poll: "poll-{}",
    Question: "question-{}",
    Sector: "sector-{}",
}
"""What the keys of new rows look like, by the class of the rows."""

Row = TypeVar("Row", AgendaItem, Annex, Category, MinutesSection, Poll, Question, Sector)


def new_key(form: type, taken: Collection[str]) -> str:
    """Return a key for a row of a class that none has so far."""
    number = len(taken) + 1
    while (key := FORMS[form].format(number)) in taken:
        number += 1
    return key


def fresh_key(form: type, mark: str) -> str:
    """Return a key for a row of a class that is added now, such as `poll-3f9a0c21`; nobody else has the mark.

    Two laptops add rows without knowing of each other. Rows of a file that have no key get numbers (`new_key`), so that
    the same file has the same keys everywhere.
    """
    return FORMS[form].format(mark)


def with_keys(workshop: Workshop) -> Workshop:
    """Return a workshop in which every row has a key of its own: one that was empty, or stood twice, is another.

    What names a sector or a question without a key names the first of them still. Nobody is counted for a category
    that had no code: no code means that it is not known.
    """
    sectors, questions = _keyed(workshop.sectors), _keyed(workshop.questions)
    sector, question = _first_without(workshop.sectors, sectors), _first_without(workshop.questions, questions)
    return replace(
        workshop,
        categories=_keyed(workshop.categories),
        sectors=sectors,
        questions=questions,
        groups=tuple(replace(one, sector=one.sector or sector) for one in workshop.groups),
        answers=tuple(
            replace(one, sector=one.sector or sector, question=one.question or question) for one in workshop.answers
        ),
        split=replace(
            workshop.split,
            wishes=tuple(
                replace(wish, sectors=tuple(one or sector for one in wish.sectors)) for wish in workshop.split.wishes
            ),
        ),
        agenda=_keyed(workshop.agenda),
        polls=_keyed(workshop.polls),
        annexes=_keyed(workshop.annexes),
        minutes=_keyed(workshop.minutes),
    )


def _keyed(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return rows each of which has a key of its own."""
    seen: set[str] = set()
    taken = {_key(one) for one in rows}
    keyed = []
    for one in rows:
        if _key(one) in seen or not _key(one):
            key = new_key(type(one), taken)
            taken.add(key)
            one = replace(one, code=key) if isinstance(one, Category) else replace(one, key=key)  # noqa: PLW2901
        seen.add(_key(one))
        keyed.append(one)
    return tuple(keyed)


def _key(row: object) -> str:
    key: str = row.code if isinstance(row, Category) else row.key  # type: ignore[attr-defined]
    return key


def _first_without(before: Sequence[Sector | Question], after: Sequence[Sector | Question]) -> str:
    """Return the new key of the first row that had none, empty where every row had one."""
    return next((new.key for old, new in zip(before, after, strict=True) if not old.key), "")
