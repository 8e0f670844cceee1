"""The findings before publishing: everything in a workshop that a reader of its minutes would stumble over."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from clesidra_desktop.domain import outline
from clesidra_desktop.domain.agenda import plan
from clesidra_desktop.domain.quotas import measure_quota
from clesidra_desktop.domain.tallies import poll_total
from clesidra_desktop.domain.workshop import AgendaKind, Annex, AnnexSource, Workshop


class Severity(StrEnum):
    """`error`: the minutes would say something wrong or leave something out. `warning`: worth a look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend.

    `code` names the kind of finding for programs, `where` is the JSON path in the workshop file to go to.
    `template` and `values` make the sentence, so that it can be translated at the edge.
    """

    code: str
    severity: Severity
    where: str
    template: str
    values: dict[str, object] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """What was found and what to do, in English."""
        return self.template.format(**self.values)


def _error(code: str, where: str, template: str, **values: object) -> Finding:
    return Finding(code, Severity.ERROR, where, template, values)


def _warning(code: str, where: str, template: str, **values: object) -> Finding:
    return Finding(code, Severity.WARNING, where, template, values)


def check_workshop(workshop: Workshop) -> tuple[Finding, ...]:
    """Return all findings of a workshop, in the order of the minutes. Looks at nothing but the workshop itself."""
    return tuple(finding for check in CHECKS for finding in check(workshop))


def missing_annex_file(index: int, annex: Annex) -> Finding:
    """The finding for an annex whose file was not there when the workshop file was read."""
    return _error(
        "annex-file-missing",
        f"$.annexes[{index}].file",
        "The file “{file}” of the annex “{title}” was not found. Put it beside the workshop file, or remove the annex.",
        file=annex.file,
        title=annex.title,
    )


def _header(workshop: Workshop) -> Iterator[Finding]:
    if not workshop.title.strip():
        yield _error("title-missing", "$.title", "The workshop has no title. Type one.")
    for key, named in (("venue", workshop.venue), ("place", workshop.place)):
        if not named.strip():
            yield _warning(f"{key}-missing", f"$.{key}", f"No {key} is given. Type where the workshop took place.")
    if not workshop.objectives:
        yield _warning("objectives-missing", "$.objectives", "No objective is given. Type at least one.")
    for role in ("facilitator", "mc", "minute_taker"):
        if not getattr(workshop.team, role):
            title = role.replace("_", " ")
            yield _warning(f"{role}-missing", f"$.team.{role}", f"No {title} is named. Type a name.")


def _times(workshop: Workshop) -> Iterator[Finding]:
    for key, moment in (("starts", workshop.starts), ("ends", workshop.ends)):
        if moment is None:
            yield _warning(f"{key}-missing", f"$.{key}", f"It is not recorded when the workshop {key}.")
    if workshop.starts and workshop.ends and workshop.ends <= workshop.starts:
        yield _error(
            "ends-before-start",
            "$.ends",
            "The workshop ends at {ends}, which is not after its start at {starts}. Correct one of the two.",
            ends=f"{workshop.ends:%Y-%m-%d %H:%M}",
            starts=f"{workshop.starts:%Y-%m-%d %H:%M}",
        )
    if workshop.timezone and not _is_zone(workshop.timezone):
        yield _warning(
            "timezone-unknown",
            "$.timezone",
            "“{zone}” is not a known time zone. Choose one such as Asia/Phnom_Penh.",
            zone=workshop.timezone,
        )


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _attendants(workshop: Workshop) -> Iterator[Finding]:
    if not workshop.attendants:
        yield _warning("attendants-missing", "$.attendants", "No attendant is registered.")
    known = {category.code for category in workshop.categories}
    arrivals_kept = any(attendant.arrived for attendant in workshop.attendants)
    for index, attendant in enumerate(workshop.attendants):
        where = f"$.attendants[{index}]"
        name = attendant.name.strip() or attendant.name_km.strip() or f"no. {index + 1}"
        if not attendant.name.strip():
            yield _error("attendant-name-missing", f"{where}.name", "Attendant {number} has no name.", number=index + 1)
        if not attendant.category:
            yield _error("category-missing", f"{where}.category", "{name} has no category.", name=name)
        elif attendant.category not in known:
            yield _error(
                "category-unknown",
                f"{where}.category",
                "The category “{category}” of {name} is not in the list of categories.",
                category=attendant.category,
                name=name,
            )
        if attendant.sex is None:
            yield _warning("sex-missing", f"{where}.sex", "The sex of {name} is not recorded.", name=name)
        if arrivals_kept and attendant.arrived is None:
            yield _warning("arrival-missing", f"{where}.arrived", "{name} has no time of arrival.", name=name)
        for stay in attendant.stays:
            if stay.arrived and stay.left and stay.left < stay.arrived:
                yield _error(
                    "left-before-arrival",
                    f"{where}.left",
                    "{name} left at {left}, before arriving at {arrived}.",
                    name=name,
                    left=f"{stay.left:%Y-%m-%d %H:%M}",
                    arrived=f"{stay.arrived:%Y-%m-%d %H:%M}",
                )
        if workshop.starts and attendant.birth_year and attendant.birth_year > workshop.starts.year:
            yield _error(
                "birth-year-later",
                f"{where}.birth_year",
                "{name} would be born in {year}, after the workshop. Years of the Buddhist era are 543 too high.",
                name=name,
                year=attendant.birth_year,
            )


def _quotas(workshop: Workshop) -> Iterator[Finding]:
    for index, quota in enumerate(workshop.quotas):
        result = measure_quota(quota, workshop.attendants)
        if not result.reached:
            yield _warning(
                "quota-missed",
                f"$.quotas[{index}]",
                "{having} of {total} attendants have {attribute} {value}; {missing} more are needed for {share:.0%}.",
                having=result.having,
                total=result.total,
                attribute=quota.attribute.value,
                value=quota.value,
                missing=result.missing,
                share=quota.share,
            )


def _groups(workshop: Workshop) -> Iterator[Finding]:
    if not workshop.groups:
        return
    seats = Counter(member for group in workshop.groups for member in group.members)
    names = {attendant.id: attendant.name for attendant in workshop.attendants}
    for member, count in seats.items():
        if count > 1:
            yield _error(
                "in-two-groups",
                "$.groups",
                "{name} sits in {count} groups.",
                name=names.get(member, member),
                count=count,
            )
    if len(seats) != len(workshop.attendants):
        yield _warning(
            "groups-total",
            "$.groups",
            "The groups have {members} members, but {attendants} attendants are registered.",
            members=len(seats),
            attendants=len(workshop.attendants),
        )
    for index, group in enumerate(workshop.groups):
        if not group.members:
            yield _warning(
                "group-empty",
                f"$.groups[{index}].members",
                "The group of {sector} has no members.",
                sector=group.sector,
            )


def _answers(workshop: Workshop) -> Iterator[Finding]:
    given: dict[tuple[str, str], int] = {}
    for index, answer in enumerate(workshop.answers):
        if not outline.is_blank(answer.items):
            given[answer.sector, answer.question] = index
    for sector in workshop.sectors:
        for question in workshop.questions:
            if (sector.key, question.key) not in given:
                yield _error(
                    "answer-missing",
                    "$.answers",
                    "No answer of {sector} to “{question}” is recorded.",
                    sector=sector.title,
                    question=question.text,
                )
    if given and not any(item.kind is AgendaKind.ANSWERS and not item.internal for item in workshop.agenda):
        yield _warning(
            "answers-item-missing",
            "$.agenda",
            "No agenda item presents the answers; they are printed after the last one.",
        )


def _agenda(workshop: Workshop) -> Iterator[Finding]:
    if not workshop.agenda:
        yield _warning("agenda-missing", "$.agenda", "The agenda is empty.")
    was_run = any(item.started or item.ended for item in workshop.agenda)
    for index, item in enumerate(workshop.agenda):
        where = f"$.agenda[{index}]"
        if item.started and item.ended and item.ended < item.started:
            yield _error(
                "item-ends-before-start", f"{where}.ended", "“{title}” ended before it started.", title=item.title
            )
        if item.started and not item.ended:
            yield _warning(
                "item-never-ended", f"{where}.ended", "“{title}” was started but never ended.", title=item.title
            )
        if was_run and not item.started and not item.internal:
            yield _warning("item-never-started", f"{where}.started", "“{title}” was never started.", title=item.title)
        if item.kind is AgendaKind.BREAK and not item.internal and not outline.is_blank(item.notes):
            yield _warning(
                "break-notes",
                f"{where}.notes",
                "The notes of the break “{title}” are not printed in the minutes.",
                title=item.title,
            )
        if item.kind is AgendaKind.POLL and not item.poll:
            yield _error("poll-not-chosen", f"{where}.poll", "No poll is chosen for “{title}”.", title=item.title)
    yield from _agenda_clock(workshop)


def _agenda_clock(workshop: Workshop) -> Iterator[Finding]:
    planned = plan(workshop)
    for index, (before, after) in enumerate(pairwise(planned), start=1):
        if before.ends and after.starts and before.ends > after.starts:
            yield _warning(
                "planned-overrun",
                f"$.agenda[{index - 1}].minutes",
                "“{title}” is planned to end after “{next}” starts.",
                title=before.item.title,
                next=after.item.title,
            )
    last = planned[-1].ends if planned else None
    if last and workshop.ends and last > workshop.ends:
        yield _warning(
            "agenda-too-long",
            "$.agenda",
            "The agenda is planned to end at {agenda}, after the end of the workshop at {ends}.",
            agenda=f"{last:%Y-%m-%d %H:%M}",
            ends=f"{workshop.ends:%Y-%m-%d %H:%M}",
        )


def _polls(workshop: Workshop) -> Iterator[Finding]:
    shown = {item.poll for item in workshop.agenda if item.kind is AgendaKind.POLL and not item.internal}
    for index, poll in enumerate(workshop.polls):
        where = f"$.polls[{index}]"
        total = poll_total(poll)
        if poll.respondents is not None and total != poll.respondents:
            yield _error(
                "poll-total",
                f"{where}.options",
                "The options of the poll “{question}” add up to {total}, but {respondents} people answered.",
                question=poll.question,
                total=total,
                respondents=poll.respondents,
            )
        asked = total if poll.respondents is None else poll.respondents
        if workshop.attendants and asked > len(workshop.attendants):
            yield _error(
                "poll-too-many",
                f"{where}.respondents",
                "{asked} people answered the poll “{question}”, but only {present} attendants are registered.",
                asked=asked,
                question=poll.question,
                present=len(workshop.attendants),
            )
        if poll.key not in shown:
            yield _warning(
                "poll-item-missing",
                where,
                "No agenda item shows the poll “{question}”; it is printed after the last one.",
                question=poll.question,
            )


def _ways_forward(workshop: Workshop) -> Iterator[Finding]:
    has_item = any(item.kind is AgendaKind.WAYS_FORWARD and not item.internal for item in workshop.agenda)
    if workshop.ways_forward and not has_item:
        yield _warning(
            "ways-forward-item-missing",
            "$.agenda",
            "No agenda item is for the ways forward; they are printed after the last one.",
        )
    if has_item and not workshop.ways_forward:
        yield _warning("ways-forward-missing", "$.ways_forward", "No way forward is recorded.")


def _annexes(workshop: Workshop) -> Iterator[Finding]:
    for index, annex in enumerate(workshop.annexes):
        if annex.source is AnnexSource.FILE and not annex.file:
            yield _error(
                "annex-without-file",
                f"$.annexes[{index}].file",
                "No file is given for the annex “{title}”.",
                title=annex.title,
            )


Check = Callable[[Workshop], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    _header,
    _times,
    _attendants,
    _quotas,
    _agenda,
    _groups,
    _answers,
    _polls,
    _ways_forward,
    _annexes,
)
