"""The sections of the minutes: which there are, what each is called by, and how one is printed otherwise than usual."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from clesidra_desktop.domain import outline
from clesidra_desktop.domain.agenda import printed_items
from clesidra_desktop.domain.workshop import AgendaKind, Annex, AnnexSource, MinutesSection, Workshop


class SectionKind(StrEnum):
    """What a section is about; a kind of which there may be several is followed by a key, as in `item:opening`."""

    OBJECTIVES = "objectives"
    RESULT = "result"
    ITEM = "item"
    SECTOR = "sector"
    ANSWERS = "answers"
    WAYS_FORWARD = "ways-forward"
    POLL = "poll"
    ANNEX_LIST = "annexes"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a section stands. `title` is what was typed for it, empty where the document has a word of its own."""

    key: str
    kind: SectionKind
    depth: int
    title: str = ""
    has_content: bool = False


def section_key(kind: SectionKind, key: str = "") -> str:
    """Return what a section is known by: the kind, and the key of the row that it prints."""
    return f"{kind}:{key}" if key else kind.value


def section_of(workshop: Workshop, key: str) -> MinutesSection:
    """Return how a section is printed; the usual way where nothing else is said."""
    return next((one for one in workshop.minutes if one.key == key), MinutesSection(key=key))


def is_usual(section: MinutesSection) -> bool:
    """Whether a section is printed as it would be if nothing was said of it."""
    return section == MinutesSection(key=section.key)


def has_text(section: MinutesSection) -> bool:
    """Whether free text was typed for a section."""
    return not (outline.is_blank(section.before) and outline.is_blank(section.after))


def with_section(workshop: Workshop, section: MinutesSection) -> tuple[MinutesSection, ...]:
    """Return the sections of a workshop with one as it is now; one that is usual again is not kept."""
    kept = [one for one in workshop.minutes if one.key != section.key]
    if not is_usual(section):
        known = [one.key for one in workshop.minutes]
        kept.insert(known.index(section.key) if section.key in known else len(kept), section)
    return tuple(kept)


MADE_ANNEXES = (AnnexSource.ATTENDANTS, AnnexSource.AGENDA)
"""The annexes that the program makes in front of all others where the workshop does not name them itself."""


def all_annexes(workshop: Workshop) -> tuple[Annex, ...]:
    """Return the annexes in the order in which they are printed, those that the program adds first, without a title."""
    named = {annex.source for annex in workshop.annexes}
    content = {AnnexSource.ATTENDANTS: workshop.attendants, AnnexSource.AGENDA: workshop.agenda}
    added = (
        Annex(key=f"({source})", title="", source=source)
        for source in MADE_ANNEXES
        if content[source] and source not in named
    )
    return (*added, *workshop.annexes)


def places(workshop: Workshop) -> tuple[Place, ...]:
    """Return all sections that the minutes of a workshop have, in their order, also those that are switched off."""
    aims = any(text.strip() for text in workshop.objectives)
    result = tuple(_result(workshop))
    found = {
        place.key: place
        for place in (
            Place(SectionKind.OBJECTIVES, SectionKind.OBJECTIVES, 0, has_content=aims),
            Place(SectionKind.RESULT, SectionKind.RESULT, 0, has_content=any(one.has_content for one in result)),
            *result,
            Place(SectionKind.ANNEX_LIST, SectionKind.ANNEX_LIST, 0, has_content=bool(workshop.annexes)),
            *(
                Place(section_key(SectionKind.ANNEX, annex.key), SectionKind.ANNEX, 0, annex.title, annex.file != "")
                for annex in all_annexes(workshop)
            ),
        )
    }
    return tuple(found.values())


def _result(workshop: Workshop) -> Iterator[Place]:
    """Yield what stands in the result: the items, then what no item presents."""
    items = [item for item in printed_items(workshop.agenda) if item.kind is not AgendaKind.BREAK]
    shown = {item.poll for item in items if item.kind is AgendaKind.POLL}
    kinds = {item.kind for item in items}
    given = any(not outline.is_blank(answer.items) for answer in workshop.answers)
    for item in items:
        has_content = not outline.is_blank(item.notes) or bool(
            (item.kind is AgendaKind.ANSWERS and given)
            or (item.kind is AgendaKind.WAYS_FORWARD and workshop.ways_forward)
            or (item.kind is AgendaKind.POLL and item.poll)
        )
        yield Place(section_key(SectionKind.ITEM, item.key), SectionKind.ITEM, 1, item.title, has_content)
        if item.kind is AgendaKind.ANSWERS:
            yield from _sectors(workshop)
    if AgendaKind.ANSWERS not in kinds and (workshop.sectors or workshop.questions):
        yield Place(SectionKind.ANSWERS, SectionKind.ANSWERS, 1, has_content=given)
        yield from _sectors(workshop)
    if AgendaKind.WAYS_FORWARD not in kinds and workshop.ways_forward:
        yield Place(SectionKind.WAYS_FORWARD, SectionKind.WAYS_FORWARD, 1, has_content=True)
    for poll in workshop.polls:
        if poll.key not in shown:
            yield Place(section_key(SectionKind.POLL, poll.key), SectionKind.POLL, 1, has_content=bool(poll.options))


def _sectors(workshop: Workshop) -> Iterator[Place]:
    given = {one.sector for one in workshop.answers if not outline.is_blank(one.items)}
    for sector in workshop.sectors:
        key = section_key(SectionKind.SECTOR, sector.key)
        yield Place(key, SectionKind.SECTOR, 2, sector.title, sector.key in given)
