"""What a split looks at: the values that attendants have in the attributes that are to be spread."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import TypeAlias

from clesidra_desktop.domain.attendance import age_class
from clesidra_desktop.domain.workshop import Attendant, QuotaAttribute, SplitAttribute, SplitRules, Workshop

Value: TypeAlias = tuple[str, str]
"""The name of an attribute and what an attendant has in it; the empty string where that is unknown.

Names are plain text, because members of an enumeration take long to be looked up. An attribute that is spread with sex
has a second name, and a second value that holds both.
"""

CROSS = " × "
"""What stands between the two parts of a name or value that holds an attribute and sex."""

CROSSED = (QuotaAttribute.CATEGORY, QuotaAttribute.AGE_GROUP, QuotaAttribute.PROVINCE)
"""What can be spread with sex: more pairs than these are seldom possible in small groups."""

USUAL = (
    SplitAttribute(attribute=QuotaAttribute.CATEGORY, protected=True),
    SplitAttribute(attribute=QuotaAttribute.SEX, protected=True),
    SplitAttribute(attribute=QuotaAttribute.AGE_GROUP),
    SplitAttribute(attribute=QuotaAttribute.PROVINCE),
    SplitAttribute(attribute=QuotaAttribute.ORGANIZATION),
    SplitAttribute(attribute=QuotaAttribute.FLAGS, weight=0),
)
"""What is looked at where the rules say nothing else."""


def attributes_of(rules: SplitRules) -> tuple[SplitAttribute, ...]:
    """Return the attributes that a split looks at, in the usual order."""
    said = {one.attribute: one for one in rules.attributes}
    return tuple(one for usual in USUAL if (one := said.get(usual.attribute, usual)).weight > 0)


def names_in(one: SplitAttribute) -> tuple[str, ...]:
    """Return the names under which values of an attribute are spread: its own, and the one with sex."""
    name = str(one.attribute)
    return (name, f"{name}{CROSS}{QuotaAttribute.SEX}") if one.with_sex and one.attribute in CROSSED else (name,)


def year_of(workshop: Workshop) -> int | None:
    """Return the year in which ages are reckoned, None where the workshop has no date."""
    return workshop.starts.year if workshop.starts else None


def values_of(
    attendant: Attendant, year: int | None, attributes: Iterable[SplitAttribute] = attributes_of(SplitRules())
) -> frozenset[Value]:
    """Return what is spread evenly.

    The unknown are spread like a value, but nobody shares an unknown organization, or the want of a flag.
    """
    return frozenset(
        (name, value)
        for one in attributes
        for name, (values,) in columns_of((attendant,), year, one).items()
        for value in values
    )


def columns_of(
    attendants: Sequence[Attendant], year: int | None, one: SplitAttribute
) -> dict[str, list[Sequence[str]]]:
    """Return what each attendant has in an attribute, by the names of `names_in`: none, one or more values."""
    if one.attribute is QuotaAttribute.FLAGS:
        return {"flags": [tuple({flag.value for flag in attendant.flags}) for attendant in attendants]}
    own = _column(attendants, year, one.attribute)
    names = names_in(one)
    columns: dict[str, list[Sequence[str]]] = {names[0]: [(value,) for value in own]}
    if one.attribute is QuotaAttribute.ORGANIZATION:
        columns[names[0]] = [(value,) if value else () for value in own]
    for crossed in names[1:]:
        sexes = _column(attendants, year, QuotaAttribute.SEX)
        columns[crossed] = [(f"{value}{CROSS}{sex}",) for value, sex in zip(own, sexes, strict=True)]
    return columns


def _column(attendants: Iterable[Attendant], year: int | None, attribute: QuotaAttribute) -> list[str]:
    if attribute is QuotaAttribute.SEX:
        return [one.sex.value if one.sex else "" for one in attendants]
    if attribute is QuotaAttribute.AGE_GROUP and year:
        return [age_class(one, year) for one in attendants]
    return list(map(attrgetter(attribute.value), attendants))


def without_attribute(rules: SplitRules, attribute: QuotaAttribute) -> SplitRules:
    """Return the rules of a split that does not look at an attribute."""
    others = tuple(one for one in rules.attributes if one.attribute is not attribute)
    return replace(rules, attributes=(*others, SplitAttribute(attribute=attribute, weight=0)))
