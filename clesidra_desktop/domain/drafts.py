"""New workshops: from a template, or from an earlier workshop without what happened in it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from clesidra_desktop.domain.agenda import moved_agenda
from clesidra_desktop.domain.minutes_sections import is_usual
from clesidra_desktop.domain.paper_arrivals import ROW_KEY
from clesidra_desktop.domain.signatures import without_signature
from clesidra_desktop.domain.workshop import AgendaItem, AnnexSource, Attendant, MinutesSection, SplitRules, Workshop


@dataclass(frozen=True, slots=True)
class Taken:
    """What a new workshop takes from an earlier one.

    `structure` is the programme, categories, quotas, sectors, questions, polls, objectives, the agenda, what a
    split into groups weighs, and which sections the minutes have; `people`
    are the attendants, who are invited again, and the team; `papers` are the annexes that come from files.
    """

    structure: bool = True
    people: bool = False
    papers: bool = False


def draft_of(earlier: Workshop, new_id: Callable[[], UUID], taken: Taken, starts: datetime | None = None) -> Workshop:
    """Return a new workshop made of parts of an earlier one. What was said and when is never taken.

    What is planned for a day of the earlier one is planned for the same day of the new one, which starts at `starts`.
    """
    draft = Workshop(
        id=new_id(),
        language=earlier.language,
        title=earlier.title,
        starts=starts,
        timezone=earlier.timezone,
        place=earlier.place,
    )
    if taken.structure:
        draft = replace(
            draft,
            programme=earlier.programme,
            venue=earlier.venue,
            objectives=earlier.objectives,
            categories=earlier.categories,
            quotas=earlier.quotas,
            sectors=earlier.sectors,
            questions=earlier.questions,
            split=SplitRules(balance=earlier.split.balance, attributes=earlier.split.attributes),
            agenda=_planned_anew(earlier, starts, keeps_annexes=taken.papers),
            minutes=tuple(one for one in map(_without_texts, earlier.minutes) if not is_usual(one)),
            polls=tuple(
                replace(
                    poll, respondents=None, note="", options=tuple(replace(option, count=0) for option in poll.options)
                )
                for poll in earlier.polls
            ),
        )
    if taken.people:
        draft = replace(
            draft,
            team=earlier.team,
            categories=earlier.categories,
            attendants=tuple(invited(attendant, new_id()) for attendant in earlier.attendants),
        )
    kept = taken.papers, taken.structure
    return replace(draft, annexes=tuple(one for one in earlier.annexes if kept[one.source is not AnnexSource.FILE]))


def _planned_anew(earlier: Workshop, starts: datetime | None, *, keeps_annexes: bool) -> tuple[AgendaItem, ...]:
    return tuple(
        replace(
            item,
            allotted=None,
            skipped=False,
            started=None,
            ended=None,
            notes=(),
            annex=item.annex if keeps_annexes else "",
        )
        for item in moved_agenda(earlier.agenda, earlier.starts, starts)
    )


def _without_texts(section: MinutesSection) -> MinutesSection:
    return replace(section, before=(), after=())


def invited(attendant: Attendant, new_id: UUID) -> Attendant:
    """Return an attendant of another workshop as one who is invited.

    Arrivals, signature, consent and the row on the paper of that workshop are left there.
    """
    kept = {key: value for key, value in attendant.extensions.items() if key != ROW_KEY}
    return replace(without_signature(attendant), id=new_id, stays=(), consent=None, extensions=kept)
