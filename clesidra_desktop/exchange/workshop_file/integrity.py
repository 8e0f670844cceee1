"""Whether the rows of a workshop can be told apart, and whether every row that one names is there."""

from collections.abc import Collection, Hashable, Iterable
from uuid import UUID

from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.misfits import Misfit, describe


def check_integrity(workshop: Workshop) -> None:
    """Raise Misfit where an id, a key or an answer stands twice, or where a row names another that is missing."""
    _check_identities(workshop)
    _check_groups(workshop)
    _check_split(workshop)
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
    _once("$.minutes[{}].key", (section.key for section in workshop.minutes))


def _check_groups(workshop: Workshop) -> None:
    sectors = {sector.key for sector in workshop.sectors}
    attendants = {attendant.id for attendant in workshop.attendants}
    _once("$.groups[{}].sector", (group.sector for group in workshop.groups))
    for index, group in enumerate(workshop.groups):
        _known(f"$.groups[{index}].sector", group.sector, sectors, "the key of a sector")
        _check_people(f"$.groups[{index}].members", group.members, attendants)
        _check_people(f"$.groups[{index}].locked", group.locked, attendants)


def _check_split(workshop: Workshop) -> None:
    rules = workshop.split
    sectors = {sector.key for sector in workshop.sectors}
    attendants = {attendant.id for attendant in workshop.attendants}
    _once("$.split.attributes[{}].attribute", (str(one.attribute) for one in rules.attributes))
    _check_people("$.split.facilitators", rules.facilitators, attendants)
    _check_people("$.split.left_out", rules.left_out, attendants)
    for index, people in enumerate(rules.apart):
        _check_people(f"$.split.apart[{index}]", people, attendants)
    for index, people in enumerate(rules.together):
        _check_people(f"$.split.together[{index}]", people, attendants)
    _once("$.split.wishes[{}].attendant", (wish.attendant for wish in rules.wishes))
    for index, wish in enumerate(rules.wishes):
        _known(f"$.split.wishes[{index}].attendant", wish.attendant, attendants, "the id of an attendant")
        _once(f"$.split.wishes[{index}].sectors[{{}}]", wish.sectors)
        for place, sector in enumerate(wish.sectors):
            _known(f"$.split.wishes[{index}].sectors[{place}]", sector, sectors, "the key of a sector")
    for number, groups in enumerate(rules.rounds):
        for index, people in enumerate(groups):
            _check_people(f"$.split.rounds[{number}][{index}]", people, attendants)


def _check_people(place: str, people: tuple[UUID, ...], attendants: Collection[UUID]) -> None:
    """Refuse somebody who stands twice in a list or is no attendant."""
    _once(f"{place}[{{}}]", people)
    for index, one in enumerate(people):
        _known(f"{place}[{index}]", one, attendants, "the id of an attendant")


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
