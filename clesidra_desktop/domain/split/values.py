"""What a split looks at: the values that attendants have in the attributes that are to be spread."""

from collections.abc import Iterable
from dataclasses import replace
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
    age = age_class(attendant, year) if year else attendant.age_group
    own = {
        "category": attendant.category,
        "sex": attendant.sex.value if attendant.sex else "",
        "age_group": age,
        "province": attendant.province,
        "organization": attendant.organization,
    }
    names = {name: str(one.attribute) for one in attributes for name in names_in(one)}
    values = {
        (name, own[attribute] if name == attribute else f"{own[attribute]}{CROSS}{own['sex']}")
        for name, attribute in names.items()
        if attribute in own and (own[attribute] or attribute != "organization")
    }
    if "flags" in names:
        values.update(("flags", flag.value) for flag in attendant.flags)
    return frozenset(values)


def without_attribute(rules: SplitRules, attribute: QuotaAttribute) -> SplitRules:
    """Return the rules of a split that does not look at an attribute."""
    others = tuple(one for one in rules.attributes if one.attribute is not attribute)
    return replace(rules, attributes=(*others, SplitAttribute(attribute=attribute, weight=0)))
