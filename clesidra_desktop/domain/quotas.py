"""Quotas: how far a share is reached and how many people are missing."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from clesidra_desktop.domain.workshop import Attendant, Quota, QuotaAttribute


@dataclass(frozen=True, slots=True)
class QuotaResult:
    """How a quota stands among `total` attendants.

    `having` have the value, `unknown` have none in that attribute. Unknown people stay in the total: they are
    never counted away. `missing` is how many more people with the value, and nobody else, must come.
    """

    quota: Quota
    having: int
    unknown: int
    total: int
    missing: int

    @property
    def share(self) -> float:
        """The share reached, 0 where nobody is there."""
        return self.having / self.total if self.total else 0.0

    @property
    def reached(self) -> bool:
        """Whether the share is reached; with nobody there it is not."""
        return self.missing == 0


def values_of(attendant: Attendant, attribute: QuotaAttribute) -> tuple[str, ...]:
    """Return the values that an attendant has in an attribute; none where it is unknown."""
    match attribute:
        case QuotaAttribute.FLAGS:
            return tuple(str(flag) for flag in attendant.flags)
        case QuotaAttribute.SEX:
            return (str(attendant.sex),) if attendant.sex else ()
        case _:
            value: str = getattr(attendant, attribute.value)
            return (value,) if value else ()


def measure_quota(quota: Quota, attendants: Sequence[Attendant]) -> QuotaResult:
    """Measure a quota. A flag that is not set means no, so flags know no unknown."""
    values = [values_of(attendant, quota.attribute) for attendant in attendants]
    having = sum(quota.value in own for own in values)
    unknown = 0 if quota.attribute is QuotaAttribute.FLAGS else sum(not own for own in values)
    return quota_result(quota, having, unknown, len(values))


def quota_result(quota: Quota, having: int, unknown: int, total: int) -> QuotaResult:
    """Return how a quota stands, from numbers that were counted already."""
    return QuotaResult(quota, having, unknown, total, _missing(having, total, quota.share))


def _missing(having: int, total: int, share: float) -> int:
    """Return the least n with having + n at least the share of total + n, where somebody is there.

    No n is enough for a share of 1 that somebody does not have; then n is the number of these.
    """
    goal = Fraction(str(share))  # the share as it was typed: 0.4 is two fifths, and not the double next to it
    if goal >= 1:
        return total - having if total else 1
    return max(math.ceil((goal * total - having) / (1 - goal)), 0 if total else 1)
