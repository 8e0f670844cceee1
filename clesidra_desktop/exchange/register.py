"""The attendant register: a spreadsheet of the attendants, their counts by category, sex and age, and the polls."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import accumulate, groupby
from typing import Protocol, TypeAlias

from clesidra_desktop.domain.counts import AgeCount, age_class_at, age_classes, count_by_age
from clesidra_desktop.domain.editions import Edition, edition_of
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.tallies import poll_base, poll_total, tally
from clesidra_desktop.domain.workshop import Attendant, Category, Sex, Workshop
from clesidra_desktop.exchange.spreadsheet import CellValue, Sheet, write_spreadsheet

_Column: TypeAlias = tuple[str, Callable[[Attendant], CellValue]]
_Row: TypeAlias = tuple[CellValue, ...]

CAME = "✓"
"""Stands for an arrival at an unknown time; lists that are read take it for that."""

_SEXES = {Sex.FEMALE: "women", Sex.MALE: "men", Sex.OTHER: "other_sex", None: "unknown_sex"}


class Words(Protocol):
    """The labels of a language."""

    language: Language

    def __call__(self, key: str, **values: object) -> str:
        """Return a label."""
        ...


def write_register(workshop: Workshop, words: Words, *, edition: Edition = Edition.FULL, created: datetime) -> bytes:
    """Return the register of a workshop as XLSX; the same workshop, words and moment give the same bytes.

    The columns are always the same ones in an edition, so that registers of several workshops can be put below each
    other; only arrivals and departures go on for as many stays as anybody had. Times are real dates, local to the
    workshop; phone numbers and ids are text. The public edition counts ages by the program's own classes alone: an
    age group as somebody typed it may be the age of a single person.
    """
    sheets = (
        attendants_sheet(edition_of(workshop, edition), words, edition),
        _ages(workshop, words, edition),
        _polls(workshop, words),
    )
    return write_spreadsheet(sheets, title=workshop.title, language=words.language, created=created)


def attendants_sheet(workshop: Workshop, words: Words, edition: Edition) -> Sheet:
    """Return the sheet of the attendants of a workshop that is of this edition already."""
    columns = list(_columns(workshop, words, edition))
    rows = [
        (number, *(value(attendant) for _, value in columns))
        for number, attendant in enumerate(workshop.attendants, start=1)
    ]
    return Sheet(title=words("attendant_list"), header=(words("number"), *(title for title, _ in columns)), rows=rows)


def _columns(workshop: Workshop, words: Words, edition: Edition) -> Iterator[_Column]:
    categories = {category.code: category.label.strip() for category in workshop.categories}
    full = edition is Edition.FULL
    yield words("name"), lambda one: one.name
    yield words("name_khmer"), lambda one: one.name_km
    yield words("sex"), lambda one: words(f"sex_{one.sex}") if one.sex else None
    if full:
        yield from _age_columns(workshop, words)
    yield words("category"), lambda one: categories.get(one.category) or one.category
    yield words("organization"), lambda one: one.organization
    yield words("position"), lambda one: one.position
    yield words("province"), lambda one: one.province
    if full:
        yield from _personal_columns(words)
    for index in range(max((len(one.stays) for one in workshop.attendants), default=1) or 1):
        again = f" {index + 1}" if index else ""
        yield words("arrived") + again, partial(_arrival, index)
        yield words("left") + again, partial(_departure, index)
    yield words("attendant_id"), lambda one: str(one.id)


def _arrival(index: int, attendant: Attendant) -> CellValue:
    """Return when somebody came, or a tick where that is not known."""
    stay = attendant.stays[index] if index < len(attendant.stays) else None
    if stay is None:
        return None
    return stay.arrived or (CAME if stay.left is None else None)


def _departure(index: int, attendant: Attendant) -> CellValue:
    return attendant.stays[index].left if index < len(attendant.stays) else None


def _age_columns(workshop: Workshop, words: Words) -> Iterator[_Column]:
    yield words("birth_year"), lambda one: one.birth_year
    yield words("age_class"), lambda one: age_class_at(workshop, one)


def _personal_columns(words: Words) -> Iterator[_Column]:
    consents = {True: words("consent_given"), False: words("consent_refused"), None: None}
    yield words("phone"), lambda one: one.phone
    yield words("email"), lambda one: one.email
    yield words("flags"), lambda one: ", ".join(words(f"flag_{flag}") for flag in one.flags)
    yield words("signature"), lambda one: one.signature
    yield words("consent"), lambda one: consents[one.consent]


def _ages(workshop: Workshop, words: Words, edition: Edition) -> Sheet:
    unknown = words("unknown_age")
    if edition is Edition.PUBLIC:
        unknown = words("other_age")
        workshop = replace(workshop, attendants=tuple(replace(one, age_group="") for one in workshop.attendants))
    counts = count_by_age(workshop)
    classes = age_classes(counts)
    blocks = [
        _count_rows(category.label.strip() or category.code or words("no_category"), tuple(members), classes, words)
        for category, members in groupby(counts, key=lambda count: count.category)
    ]
    blocks.append(_count_rows(words("total"), _summed(counts), classes, words))
    return Sheet(
        title=words("age_sheet"),
        header=(words("category"), words("sex"), *(age or unknown for age in classes), words("total")),
        rows=[row for block in blocks for row in block],
        totals=frozenset(index - 1 for index in accumulate(map(len, blocks))),
    )


def _summed(counts: Sequence[AgeCount]) -> tuple[AgeCount, ...]:
    """Return the counts of all categories together, by sex."""
    ages: dict[Sex | None, Counter[str]] = {}
    for count in counts:
        ages.setdefault(count.sex, Counter()).update(count.ages)
    return tuple(AgeCount(Category(code="", label=""), sex, dict(counted)) for sex, counted in ages.items())


def _count_rows(label: str, counts: Sequence[AgeCount], classes: Sequence[str], words: Words) -> list[_Row]:
    """Return a row for each sex and one that sums them up."""
    rows: list[_Row] = [
        (label, words(_SEXES[count.sex]), *(count.ages.get(age, 0) for age in classes), count.total) for count in counts
    ]
    sums = (sum(count.ages.get(age, 0) for count in counts) for age in classes)
    rows.append((label, words("total"), *sums, sum(count.total for count in counts)))
    return rows


def _polls(workshop: Workshop, words: Words) -> Sheet:
    rows: list[_Row] = []
    totals: set[int] = set()
    for poll in workshop.polls:
        rows += [(poll.question, one.option.text, one.option.count, one.share, poll.respondents) for one in tally(poll)]
        if not poll.options:
            rows.append((poll.question, words("poll_not_recorded"), None, None, poll.respondents))
            continue
        total, base = poll_total(poll), poll_base(poll)
        totals.add(len(rows))
        rows.append((poll.question, words("poll_total"), total, total / base if base else 0.0, poll.respondents))
    header = ("poll_question", "poll_option", "poll_count", "poll_share", "poll_respondents")
    return Sheet(title=words("poll_sheet"), header=tuple(map(words, header)), rows=rows, totals=frozenset(totals))
