"""The findings before publishing: everything in a workshop that a reader of its minutes would stumble over."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import pairwise
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from clesidra_desktop.domain import outline
from clesidra_desktop.domain.agenda import plan, printed_items
from clesidra_desktop.domain.agenda_clock import runs_past_its_day
from clesidra_desktop.domain.attendance import day_of, those_there, those_who_came
from clesidra_desktop.domain.checks_arrivals import check_arrivals
from clesidra_desktop.domain.checks_minutes import check_sections
from clesidra_desktop.domain.finding import Finding, Severity
from clesidra_desktop.domain.forgetting import NOBODY
from clesidra_desktop.domain.quotas import measure_quota
from clesidra_desktop.domain.tallies import people_asked, poll_base, poll_total
from clesidra_desktop.domain.workshop import AgendaItem, AgendaKind, Annex, AnnexSource, Attendant, Poll, Workshop


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
    if not workshop.venue.strip():
        yield _warning("venue-missing", "$.venue", "No venue is given. Type the name of the building.")
    if not workshop.place.strip():
        yield _warning("place-missing", "$.place", "No place is given. Type the name of the town or district.")
    if not any(objective.strip() for objective in workshop.objectives):
        yield _warning("objectives-missing", "$.objectives", "No objective is given. Type at least one.")
    team = workshop.team
    if not any(name.strip() for name in team.facilitator):
        yield _warning("facilitator-missing", "$.team.facilitator", "No facilitator is named. Type a name.")
    if not any(name.strip() for name in team.mc):
        yield _warning("mc-missing", "$.team.mc", "No MC is named. Type a name.")
    if not any(name.strip() for name in team.minute_taker):
        yield _warning("minute-taker-missing", "$.team.minute_taker", "No minute taker is named. Type a name.")


def _times(workshop: Workshop) -> Iterator[Finding]:
    if workshop.starts is None:
        yield _warning(
            "starts-missing", "$.starts", "It is not recorded when the workshop started. Type the date and the time."
        )
    if workshop.ends is None:
        yield _warning(
            "ends-missing", "$.ends", "It is not recorded when the workshop ended. Type the date and the time."
        )
    if workshop.starts and workshop.ends and workshop.ends <= workshop.starts:
        yield _error(
            "ends-before-start",
            "$.ends",
            "The workshop ends at {ends}, which is not after its start at {starts}. Correct one of the two.",
            ends=workshop.ends,
            starts=workshop.starts,
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


REQUIRED_TEXTS = (
    ("categories", "label", "Category no. {number} has no label. Type one."),
    ("agenda", "title", "Agenda item no. {number} has no title. Type one."),
    ("sectors", "title", "Sector no. {number} has no title. Type one."),
    ("questions", "text", "Question no. {number} is empty. Type it."),
    ("polls", "question", "The question of poll no. {number} is empty. Type it."),
    ("ways_forward", "text", "Way forward no. {number} is empty. Type it, or remove it."),
    ("annexes", "title", "Annex no. {number} has no title. Type one."),
)
"""What is printed as a heading or a row of its own: the list in the workshop, the text in each, what is said."""


def _required_texts(workshop: Workshop) -> Iterator[Finding]:
    for rows, key, template in REQUIRED_TEXTS:
        for index, row in enumerate(getattr(workshop, rows)):
            if not getattr(row, key).strip():
                yield _error("text-missing", f"$.{rows}[{index}].{key}", template, number=index + 1)


def _attendants(workshop: Workshop) -> Iterator[Finding]:
    if not workshop.attendants:
        yield _warning("attendants-missing", "$.attendants", "No attendant is registered. Register those who came.")
    known = {category.code for category in workshop.categories}
    came = {attendant.id for attendant in those_who_came(workshop)}
    arrivals_kept = any(attendant.arrived for attendant in workshop.attendants)
    for index, attendant in enumerate(workshop.attendants):
        where = f"$.attendants[{index}]"
        name = attendant.name.strip() or attendant.name_km.strip()
        if name == NOBODY:  # who asked to be forgotten is not asked anything any more
            continue
        if not name:
            name = f"no. {index + 1}"
            yield _error(
                "attendant-name-missing",
                f"{where}.name",
                "Attendant no. {number} has no name. Type it, or remove the row.",
                number=index + 1,
            )
        if not attendant.category:
            yield _error("category-missing", f"{where}.category", "{name} has no category. Choose one.", name=name)
        elif attendant.category not in known:
            yield _error(
                "category-unknown",
                f"{where}.category",
                "The category “{category}” of {name} is not in the list of categories. Choose another, or add it.",
                category=attendant.category,
                name=name,
            )
        if attendant.sex is None:
            yield _warning(
                "sex-missing", f"{where}.sex", "The sex of {name} is not recorded. Ask and choose.", name=name
            )
        if workshop.starts and attendant.birth_year and attendant.birth_year > workshop.starts.year:
            yield _error(
                "birth-year-later",
                f"{where}.birth_year",
                "{name} would be born in {year}, after the workshop. Correct it; years of the Buddhist era are 543 "
                "higher.",
                name=name,
                year=attendant.birth_year,
            )
        yield from _arrival(attendant, name, where, is_invited=attendant.id not in came, are_kept=arrivals_kept)
        yield from _stays(attendant, name, where)


def _arrival(attendant: Attendant, name: str, where: str, *, is_invited: bool, are_kept: bool) -> Iterator[Finding]:
    if is_invited:
        yield _warning(
            "arrival-missing",
            f"{where}.arrived",
            "{name} has no time of arrival, and is counted as invited only. Type the time if {name} was there.",
            name=name,
        )
    elif are_kept and attendant.arrived is None and not any(day_of(one) and not one.left for one in attendant.stays):
        yield _warning(
            "arrival-missing",
            f"{where}.arrived",
            "{name} has no time of arrival. Type it, or take {name} off the list if that person did not come.",
            name=name,
        )


def _stays(attendant: Attendant, name: str, where: str) -> Iterator[Finding]:
    """Find moments that go back; a single stay stands in the file as `arrived` and `left` of the attendant."""
    stays = attendant.stays
    for index, stay in enumerate(stays):
        if stay.arrived and stay.left and stay.left < stay.arrived:
            yield _error(
                "left-before-arrival",
                f"{where}.stays[{index}].left" if len(stays) > 1 else f"{where}.left",
                "{name} left at {left}, before arriving at {arrived}. Correct one of the two.",
                name=name,
                left=stay.left,
                arrived=stay.arrived,
            )
    for index, (before, after) in enumerate(pairwise(stays), start=1):
        if before.left and after.arrived and after.arrived < before.left:
            yield _error(
                "back-before-leaving",
                f"{where}.stays[{index}].arrived",
                "{name} came back at {arrived}, before leaving at {left}. Correct one of the two.",
                name=name,
                arrived=after.arrived,
                left=before.left,
            )


def _quotas(workshop: Workshop) -> Iterator[Finding]:
    for index, quota in enumerate(workshop.quotas):
        result = measure_quota(quota, those_who_came(workshop))
        if result.total and not result.reached:
            yield _warning(
                "quota-missed",
                f"$.quotas[{index}]",
                QUOTA_FOR_SOME if quota.share < 1 else QUOTA_FOR_ALL,
                having=result.having,
                total=result.total,
                attribute=quota.attribute.value.replace("_", " ").removesuffix("s"),  # one flag of the flags
                value=quota.value,
                missing=result.missing,
                share=f"{quota.share * 100:g}%",
            )


QUOTA_FOR_SOME = (
    "{having} of {total} attendants have the {attribute} “{value}”; it takes {missing} more to reach {share}. "
    "If the workshop is over, say why in a text of the minutes (Minutes, Sections)."
)
QUOTA_FOR_ALL = (
    "{having} of {total} attendants have the {attribute} “{value}”; all should. "
    "If the workshop is over, say why in a text of the minutes (Minutes, Sections)."
)


def _agenda(workshop: Workshop) -> Iterator[Finding]:
    if not workshop.agenda:
        yield _warning("agenda-missing", "$.agenda", "The agenda is empty. Type its items.")
    was_run = any(item.started or item.ended for item in workshop.agenda)
    for index, item in enumerate(workshop.agenda):
        where = f"$.agenda[{index}]"
        if item.started and item.ended and item.ended < item.started:
            yield _error(
                "item-ends-before-start",
                f"{where}.ended",
                "“{title}” ended at {ended}, before it started at {started}. Correct one of the two.",
                title=item.title,
                ended=item.ended,
                started=item.started,
            )
        if item.ended and item.started and runs_past_its_day(item, item.ended):
            yield _warning(
                "item-past-its-day",
                f"{where}.ended",
                "“{title}” started at {started} and ended only at {ended}, on another day. Correct when it ended.",
                title=item.title,
                started=item.started,
                ended=item.ended,
            )
        if item.started and not item.ended:
            yield _warning(
                "item-never-ended",
                f"{where}.ended",
                "“{title}” was started but never ended. Type when it ended.",
                title=item.title,
            )
        if was_run and not item.started and not item.internal and not item.skipped:
            yield _warning(
                "item-never-started",
                f"{where}.started",
                "It is not recorded when “{title}” started. Type it, or remove the item if it was left out.",
                title=item.title,
            )
        yield from _item_content(item, where)
    yield from _agenda_clock(workshop)


def _item_content(item: AgendaItem, where: str) -> Iterator[Finding]:
    if item.internal:
        return
    if item.kind is AgendaKind.BREAK and not outline.is_blank(item.notes):
        yield _warning(
            "break-notes",
            f"{where}.notes",
            "The notes of the break “{title}” are not printed in the minutes. Move them to another item.",
            title=item.title,
        )
    if item.kind is AgendaKind.POLL and not item.poll:
        yield _error(
            "poll-not-chosen", f"{where}.poll", "No poll is chosen for “{title}”. Choose one.", title=item.title
        )


def _agenda_clock(workshop: Workshop) -> Iterator[Finding]:
    planned = plan(workshop)
    for index, (before, after) in enumerate(pairwise(planned)):
        if before.ends and after.starts and before.ends > after.starts:
            yield _warning(
                "planned-overrun",
                f"$.agenda[{index}].minutes",
                "“{title}” is planned to end at {ends}, after “{next}” starts at {starts}. Shorten the one, or start "
                "the other later.",
                title=before.item.title,
                ends=before.ends,
                next=after.item.title,
                starts=after.starts,
            )
    last = planned[-1].ends if planned else None
    if last and workshop.ends and last > workshop.ends:
        yield _warning(
            "agenda-too-long",
            "$.agenda",
            "The agenda is planned to end at {agenda}, after the end of the workshop at {ends}. Shorten the agenda, or "
            "correct the end.",
            agenda=last,
            ends=workshop.ends,
        )


def _groups(workshop: Workshop) -> Iterator[Finding]:
    if not workshop.groups:
        return
    seats = Counter(member for group in workshop.groups for member in dict.fromkeys(group.members))
    last_seats = {
        member: f"$.groups[{index}].members[{place}]"
        for index, group in enumerate(workshop.groups)
        for place, member in enumerate(group.members)
    }
    for attendant in workshop.attendants:
        if seats[attendant.id] > 1:
            yield _error(
                "in-two-groups",
                last_seats[attendant.id],
                "{name} sits in {count} groups. Leave one seat and remove the others.",
                name=attendant.name or attendant.name_km,
                count=seats[attendant.id],
            )
    yield from _seats(workshop, set(seats))
    titles = {sector.key: sector.title for sector in workshop.sectors}
    for index, group in enumerate(workshop.groups):
        if not group.members:
            yield _warning(
                "group-empty",
                f"$.groups[{index}].members",
                "The group of “{sector}” has no members. Name them, or remove the group.",
                sector=titles.get(group.sector, group.sector),
            )


def _seats(workshop: Workshop, seated: set[UUID]) -> Iterator[Finding]:
    """Compare who sits in a group with who was there while the groups met."""
    meeting = _breakout(workshop)
    present = {one.id for one in (those_there(workshop, *meeting) if meeting else those_who_came(workshop))}
    for index, attendant in enumerate(workshop.attendants):
        if attendant.id in seated - present and attendant.name != NOBODY:
            yield _warning(
                "seated-absent",
                f"$.attendants[{index}].arrived",
                "{name} sits in a group but was not there when the groups met. Correct the times, or remove the seat.",
                name=attendant.name or attendant.name_km,
            )
    if present - seated:
        yield _warning(
            "groups-total",
            "$.groups",
            "{seated} of the {present} attendants who were there when the groups met sit in a group. Give the others a "
            "group too, if they had one.",
            seated=len(present & seated),
            present=len(present),
        )


def _breakout(workshop: Workshop) -> tuple[datetime, datetime] | None:
    """Return when the groups met: as it was, else as it was planned."""
    for entry in plan(workshop):
        first = entry.item.started or entry.starts
        if entry.item.kind is AgendaKind.BREAKOUT and first:
            return first, max(first, entry.item.ended or entry.ends or first)
    return None


def path_of_answer(sector: str, question: str) -> str:
    """Return the JSON path (RFC 9535) of the answer of a sector to a question, also where none is recorded."""
    return f"$.answers[?@.sector=={json.dumps(sector)}&&@.question=={json.dumps(question)}]"


def _answers(workshop: Workshop) -> Iterator[Finding]:
    given = {(answer.sector, answer.question) for answer in workshop.answers if not outline.is_blank(answer.items)}
    for sector in workshop.sectors:
        for question in workshop.questions:
            if (sector.key, question.key) not in given:
                yield _error(
                    "answer-missing",
                    path_of_answer(sector.key, question.key),
                    "No answer of “{sector}” to “{question}” is recorded. Type it; otherwise the minutes will say that "
                    "none was.",
                    sector=sector.title,
                    question=question.text,
                )
    if given and not _presents(workshop, AgendaKind.ANSWERS):
        yield _warning(
            "answers-item-missing",
            "$.agenda",
            "No agenda item presents the answers, so they are printed after the last one. Add one of the kind answers.",
        )


def _presents(workshop: Workshop, kind: AgendaKind) -> bool:
    return any(item.kind is kind for item in printed_items(workshop.agenda))


def _polls(workshop: Workshop) -> Iterator[Finding]:
    shown = {item.poll for item in printed_items(workshop.agenda) if item.kind is AgendaKind.POLL}
    for index, poll in enumerate(workshop.polls):
        where = f"$.polls[{index}]"
        yield from check_poll(poll, where, people_asked(workshop, poll) if workshop.attendants else None)
        for number, option in enumerate(poll.options, start=1):
            if not option.text.strip():
                yield _error(
                    "text-missing",
                    f"{where}.options[{number - 1}].text",
                    "Option no. {number} of the poll “{question}” is empty. Type it.",
                    number=number,
                    question=poll.question,
                )
        if poll.key not in shown:
            yield _warning(
                "poll-item-missing",
                "$.agenda",
                "No agenda item shows the poll “{question}”, so it is printed after the last one. Add one of the kind "
                "poll.",
                question=poll.question,
            )


def check_poll(poll: Poll, where: str, present: int | None) -> Iterator[Finding]:
    """Hold the counts of a poll against each other and against the people present; None where nobody is registered."""
    total, base = poll_total(poll), poll_base(poll)
    if not poll.options:
        yield _warning(
            "poll-options-missing",
            f"{where}.options",
            "The poll “{question}” has no options. Type what people could choose, with the counts.",
            question=poll.question,
        )
    elif poll.multiple:
        yield from _several_answers(poll, where)
    elif total != base:
        yield _error(
            "poll-total",
            f"{where}.options",
            "The options of the poll “{question}” add up to {total}, but {respondents} people answered. Count again, "
            "and correct one of the two.",
            question=poll.question,
            total=total,
            respondents=base,
        )
    answered = max((option.count for option in poll.options), default=0) if poll.multiple else base
    if present is not None and max(answered, poll.respondents or 0) > present:
        yield _error(
            "poll-too-many",
            f"{where}.respondents",
            "{asked} people answered the poll “{question}”, but only {present} attendants were there. Correct the "
            "count, or register the others.",
            asked=max(answered, poll.respondents or 0),
            question=poll.question,
            present=present,
        )


def _several_answers(poll: Poll, where: str) -> Iterator[Finding]:
    """Look at the counts of a poll in which everybody could choose several options."""
    total = poll_total(poll)
    if poll.respondents is None:
        if total:
            yield _warning(
                "poll-respondents-missing",
                f"{where}.respondents",
                "It is not recorded how many people answered the poll “{question}”, so the shares are of all answers. "
                "Type how many it were.",
                question=poll.question,
            )
        return
    most = max(option.count for option in poll.options)
    if most > poll.respondents or total < poll.respondents:
        yield _error(
            "poll-total",
            f"{where}.options",
            "{respondents} people answered the poll “{question}”, but an option has {most} hands and all have {total}. "
            "Count again, and correct what is wrong.",
            question=poll.question,
            respondents=poll.respondents,
            most=most,
            total=total,
        )


def _ways_forward(workshop: Workshop) -> Iterator[Finding]:
    has_item = _presents(workshop, AgendaKind.WAYS_FORWARD)
    if workshop.ways_forward and not has_item:
        yield _warning(
            "ways-forward-item-missing",
            "$.agenda",
            "No agenda item is for the ways forward, so they are printed after the last one. Add one of the kind "
            "ways-forward.",
        )
    if has_item and not workshop.ways_forward:
        yield _warning(
            "ways-forward-missing",
            "$.ways_forward",
            "No way forward is recorded. Type what was agreed; otherwise the minutes will say that nothing was.",
        )


def _annexes(workshop: Workshop) -> Iterator[Finding]:
    for index, annex in enumerate(workshop.annexes):
        if annex.source is AnnexSource.FILE and not annex.file:
            yield _error(
                "annex-without-file",
                f"$.annexes[{index}].file",
                "No file is given for the annex “{title}”. Choose one, or remove the annex.",
                title=annex.title,
            )


Check = Callable[[Workshop], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    _header,
    _times,
    _required_texts,
    _attendants,
    check_arrivals,
    _quotas,
    _agenda,
    _groups,
    _answers,
    _polls,
    _ways_forward,
    _annexes,
    check_sections,
)
