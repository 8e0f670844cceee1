"""Whether the rows of a workshop can be told apart, and whether every row that one names is there."""

from collections.abc import Collection, Hashable, Iterable
from uuid import UUID

from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.exchange.workshop_file.misfit import Misfit, describe


def check_integrity(workshop: Workshop) -> None:
    """Raise Misfit where an id, a key or an answer stands twice, or where a row names another that is missing."""
    _check_identities(workshop)
    _check_groups(workshop)
    _check_answers(workshop)
    _check_agenda(workshop)


def _check_identities(workshop: Workshop) -> None:
    _once("$.categories[{}].code", (category.code for category in workshop.categories))
    _once("$.attendants[{}].id", (attendant.id for attendant in workshop.attendants))
    for index, attendant in enumerate(workshop.attendants):
        _once(f"$.attendants[{index}].flags[{{}}]", attendant.flags)
    _once("$.sectors[{}].key", (sector.key for sector in workshop.sectors))
    _once("$.questions[{}].key", (question.key for question in workshop.questions))
    _once("$.agenda[{}].key", (item.key for item in workshop.agenda))
    _once("$.polls[{}].key", (poll.key for poll in workshop.polls))
    _once("$.ways_forward[{}].id", (way.id for way in workshop.ways_forward))
    _once("$.annexes[{}].key", (annex.key for annex in workshop.annexes))


def _check_groups(workshop: Workshop) -> None:
    sectors = {sector.key for sector in workshop.sectors}
    attendants = {attendant.id for attendant in workshop.attendants}
    _once("$.groups[{}].sector", (group.sector for group in workshop.groups))
    for index, group in enumerate(workshop.groups):
        _known(f"$.groups[{index}].sector", group.sector, sectors, "the key of a sector")
        _once(f"$.groups[{index}].members[{{}}]", group.members)
        for place, member in enumerate(group.members):
            _known(f"$.groups[{index}].members[{place}]", member, attendants, "the id of an attendant")


def _check_answers(workshop: Workshop) -> None:
    sectors = {sector.key for sector in workshop.sectors}
    questions = {question.key for question in workshop.questions}
    for index, answer in enumerate(workshop.answers):
        _known(f"$.answers[{index}].sector", answer.sector, sectors, "the key of a sector")
        _known(f"$.answers[{index}].question", answer.question, questions, "the key of a question")
    _once("$.answers[{}]", ((answer.sector, answer.question) for answer in workshop.answers))


def _check_agenda(workshop: Workshop) -> None:
    annexes = {annex.key for annex in workshop.annexes}
    polls = {poll.key for poll in workshop.polls}
    for index, item in enumerate(workshop.agenda):
        if item.annex:
            _known(f"$.agenda[{index}].annex", item.annex, annexes, "the key of an annex")
        if item.poll:
            _known(f"$.agenda[{index}].poll", item.poll, polls, "the key of a poll")


def _once(place: str, values: Iterable[Hashable]) -> None:
    """Refuse a value that stands twice; `place` is its path with {} for the position."""
    first: dict[Hashable, int] = {}
    for index, value in enumerate(values):
        if value in first:
            raise Misfit(place.format(index), _shown(value), f"one that {place.format(first[value])} does not have")
        first[value] = index


def _known(place: str, value: str | UUID, known: Collection[Hashable], expected: str) -> None:
    if value not in known:
        raise Misfit(place, _shown(value), f"{expected} of this workshop")


def _shown(value: Hashable) -> str:
    if isinstance(value, tuple):
        return " and ".join(describe(part) for part in value)
    return describe(str(value))
