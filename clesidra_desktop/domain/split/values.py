"""What a split looks at: the values that attendants have in the attributes that are to be spread."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeAlias

from clesidra_desktop.domain.attendance import age_class
from clesidra_desktop.domain.workshop import Attendant, QuotaAttribute, SplitAttribute, SplitRules, Workshop

Value: TypeAlias = tuple[str, str]
"""The name of an attribute and what an attendant has in it; the empty string where that is unknown.

Names are plain text, because members of an enumeration take long to be looked up.
"""

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
    names = [str(one.attribute) for one in attributes]
    values = {(name, own[name]) for name in names if name in own and (own[name] or name != "organization")}
    if "flags" in names:
        values.update(("flags", flag.value) for flag in attendant.flags)
    return frozenset(values)


def without_attribute(rules: SplitRules, attribute: QuotaAttribute) -> SplitRules:
    """Return the rules of a split that does not look at an attribute."""
    others = tuple(one for one in rules.attributes if one.attribute is not attribute)
    return replace(rules, attributes=(*others, SplitAttribute(attribute=attribute, weight=0)))
