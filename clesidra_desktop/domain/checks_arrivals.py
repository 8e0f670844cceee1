"""Findings about arrivals on days that are none of the workshop's."""

from collections.abc import Iterator

from clesidra_desktop.domain.days import days_of
from clesidra_desktop.domain.finding import Finding, Severity
from clesidra_desktop.domain.forgetting import NOBODY
from clesidra_desktop.domain.workshop import Workshop

ONE_OF_THEM = "{name} arrived at {arrived}, but the workshop is from {starts} to {ends}. Correct the day."
ALL_OF_THEM = (
    "The workshop is from {starts} to {ends}, but everybody arrived on other days, first at {arrived}. Correct the "
    "days of the workshop, or the times of arrival."
)


def check_arrivals(workshop: Workshop) -> Iterator[Finding]:
    """Find arrivals on other days than the workshop's; where nobody came on its days, it is those that are wrong."""
    days = days_of(workshop)
    arrived = [
        (index, number, stay.arrived)
        for index, attendant in enumerate(workshop.attendants)
        for number, stay in enumerate(attendant.stays)
        if stay.arrived
    ]
    wrong = [one for one in arrived if one[-1].date() not in days]
    if workshop.starts is None or not wrong:
        return
    said: dict[str, object] = {"starts": workshop.starts, "ends": workshop.ends or workshop.starts}
    if len(wrong) == len(arrived) > 1:
        said["arrived"] = min(one[-1] for one in wrong)
        yield Finding("arrivals-on-other-days", Severity.WARNING, "$.starts", ALL_OF_THEM, said)
        return
    for index, number, moment in wrong:
        attendant = workshop.attendants[index]
        name = attendant.name.strip() or attendant.name_km.strip() or f"no. {index + 1}"
        stay = f".stays[{number}]" if len(attendant.stays) > 1 else ""
        where = f"$.attendants[{index}]{stay}.arrived"
        if name != NOBODY:
            values = {**said, "name": name, "arrived": moment}
            yield Finding("arrival-on-another-day", Severity.WARNING, where, ONE_OF_THEM, values)
