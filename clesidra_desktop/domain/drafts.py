"""New workshops: from a template, or from an earlier workshop without what happened in it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from clesidra_desktop.domain.minutes_sections import is_usual
from clesidra_desktop.domain.signatures import without_signature
from clesidra_desktop.domain.workshop import AnnexSource, Attendant, MinutesSection, SplitRules, Workshop


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


def draft_of(earlier: Workshop, new_id: Callable[[], UUID], taken: Taken) -> Workshop:
    """Return a new workshop made of parts of an earlier one. What was said and when is never taken."""
    draft = Workshop(
        id=new_id(), language=earlier.language, title=earlier.title, timezone=earlier.timezone, place=earlier.place
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
            agenda=tuple(
                replace(
                    item,
                    allotted=None,
                    skipped=False,
                    started=None,
                    ended=None,
                    notes=(),
                    annex=item.annex if taken.papers else "",
                )
                for item in earlier.agenda
            ),
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


def _without_texts(section: MinutesSection) -> MinutesSection:
    return replace(section, before=(), after=())


def invited(attendant: Attendant, new_id: UUID) -> Attendant:
    """Return an attendant of another workshop as one who is invited: without arrivals, signature and consent."""
    return replace(without_signature(attendant), id=new_id, stays=(), consent=None)
