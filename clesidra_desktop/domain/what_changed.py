"""What changed between two states of a workshop, by the sections of the minutes, for a person to read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from clesidra_desktop.domain.attendance import those_who_came
from clesidra_desktop.domain.counts import count_by_category, count_by_sex
from clesidra_desktop.domain.minutes_sections import places
from clesidra_desktop.domain.outline import Outline, OutlineStyle, walk
from clesidra_desktop.domain.outline_difference import Fate
from clesidra_desktop.domain.word_difference import ChangedLine, Split, Words, compare_lines, split_plain
from clesidra_desktop.domain.workshop import AgendaItem, Attendant, Sex, Stay, Workshop

Digests: TypeAlias = Mapping[str, str]
"""SHA-256 of files, by their paths inside the workshop file."""

NO_DIGESTS: Digests = MappingProxyType({})

INDENT = "    "
MARKS = {OutlineStyle.PARAGRAPH: "", OutlineStyle.BULLET: "• ", OutlineStyle.NUMBER: "№ "}
SHOWN_DIGITS = 12
"""Digits of a SHA-256 by which a person tells two contents apart."""


class Part(StrEnum):
    """A section of the minutes, in their order."""

    HEADER = "header"
    TEAM = "team"
    OBJECTIVES = "objectives"
    COUNTS = "counts"
    AGENDA = "agenda"
    ANSWERS = "answers"
    POLLS = "polls"
    WAYS_FORWARD = "ways_forward"
    ATTENDANTS = "attendants"
    ANNEXES = "annexes"
    SECTIONS = "sections"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that is compared: what it is by its key, and its lines.

    It is headed by what somebody typed, such as the title of an agenda item, and by `name`, an English word to be
    translated, such as "Venue"; either may be empty.
    """

    key: tuple[str, ...]
    heading: str
    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry that was added, taken away (`fate`), or stayed with other lines in it."""

    part: Part
    fate: Fate
    heading: str
    name: str
    lines: tuple[ChangedLine, ...]


def what_changed(
    before: Workshop,
    after: Workshop,
    *,
    files: tuple[Digests, Digests] = (NO_DIGESTS, NO_DIGESTS),
    split: Split = split_plain,
) -> tuple[EntryChange, ...]:
    """Return what differs between two states of a workshop, section by section; nothing where they are the same.

    `files` are the digests of the files of both, so that another content under the same name is seen. `split` parts
    texts into words.
    """
    old, new = _entries(before, files[0]), _entries(after, files[1])
    return tuple(change for part in Part for change in _compare(part, old[part], new[part], split))


def _compare(part: Part, old: Iterable[Entry], new: Iterable[Entry], split: Split) -> Iterator[EntryChange]:
    before, after = ({entry.key: entry for entry in entries} for entries in (old, new))
    for key in _merged(list(before), list(after)):
        was, now = before.get(key), after.get(key)
        lines = compare_lines(was.lines if was else (), now.lines if now else (), split)
        shown = now or was
        if shown is None or (was and now and not lines and was.heading == now.heading):
            continue
        fate = Fate.SAME if was and now else Fate.ADDED if now else Fate.REMOVED
        yield EntryChange(part, fate, shown.heading, shown.name, lines)
    if part in ORDERED and before.keys() == after.keys() and list(before) != list(after):
        titles = [[entry.heading or " ".join(entry.lines) for entry in side.values()] for side in (before, after)]
        yield EntryChange(part, Fate.SAME, "", "Order", compare_lines(titles[0], titles[1], split))


ORDERED = frozenset({Part.AGENDA, Part.WAYS_FORWARD, Part.ANNEXES})
"""Sections whose order a reader would miss."""


def _merged(old: list[tuple[str, ...]], new: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return all keys in the later order, what is gone behind the key that it followed."""
    known = set(new)
    followers: dict[tuple[str, ...] | None, list[tuple[str, ...]]] = {}
    last: tuple[str, ...] | None = None
    for key in old:
        if key in known:
            last = key
        else:
            followers.setdefault(last, []).append(key)
    merged = followers.get(None, [])[:]
    for key in new:
        merged += [key, *followers.get(key, [])]
    return merged


def _entries(workshop: Workshop, digests: Digests) -> dict[Part, list[Entry]]:
    return {
        Part.HEADER: _header(workshop),
        Part.TEAM: _team(workshop),
        Part.OBJECTIVES: [Entry((), "", "", workshop.objectives)],
        Part.COUNTS: list(_counts(workshop)),
        Part.AGENDA: _unique(_agenda_item(item) for item in workshop.agenda if not item.internal),
        Part.ANSWERS: list(_answers(workshop)),
        Part.POLLS: list(_polls(workshop)),
        Part.WAYS_FORWARD: [
            Entry((str(way.id),), "", "", _filled(way.text, " · ".join(_filled(way.responsible, way.due))))
            for way in workshop.ways_forward
        ],
        Part.ATTENDANTS: [_attendant(one) for one in workshop.attendants],
        Part.ANNEXES: _unique(
            Entry((annex.key,), annex.title, "", _filled(annex.title, _file(annex.file, digests)))
            for annex in workshop.annexes
        ),
        Part.SECTIONS: list(_sections(workshop)),
    }


def _unique(entries: Iterable[Entry]) -> list[Entry]:
    """Return entries of which each has a key of its own: nothing forbids two rows of a key."""
    found: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        key = entry.key
        while key in found:
            key = (*key, "again")
        found[key] = Entry(key, entry.heading, entry.name, entry.lines)
    return list(found.values())


def _sections(workshop: Workshop) -> Iterator[Entry]:
    """Yield what is otherwise than usual in the sections of the minutes."""
    titles = {place.key: place.title for place in places(workshop)}
    for section in workshop.minutes:
        values = {
            "Heading": _filled(section.title),
            "Not printed": () if section.shown else ("✕",),
            "Text before it": _outline(section.before),
            "Text after it": _outline(section.after),
        }
        for name, lines in values.items():
            if lines:
                yield Entry((section.key, name), titles.get(section.key) or section.key, name, lines)


def _header(workshop: Workshop) -> list[Entry]:
    programme = workshop.programme
    values = {
        "Title": workshop.title,
        "Programme": programme.name if programme else "",
        "Funder": programme.funder if programme else "",
        "Activity": programme.activity if programme else "",
        "Starts": f"{workshop.starts:%Y-%m-%d %H:%M}" if workshop.starts else "",
        "Ends": f"{workshop.ends:%Y-%m-%d %H:%M}" if workshop.ends else "",
        "Venue": workshop.venue,
        "Place": workshop.place,
    }
    return [Entry((name,), "", name, _filled(text)) for name, text in values.items()]


def _team(workshop: Workshop) -> list[Entry]:
    team = workshop.team
    names = {"Facilitators": team.facilitator, "MC": team.mc, "Minute takers": team.minute_taker}
    return [Entry((name,), "", name, people) for name, people in names.items()]


SEXES = {Sex.FEMALE: "Women", Sex.MALE: "Men", Sex.OTHER: "Other", None: "Not recorded"}


def _counts(workshop: Workshop) -> Iterator[Entry]:
    came = those_who_came(workshop)
    yield Entry(("all",), "", "Attendants", (str(len(came)),))
    for sex, count in count_by_sex(came).items():
        yield Entry(("sex", str(sex)), "", SEXES[sex], (str(count),))
    for category in count_by_category(workshop):
        label = category.category.label or category.category.code
        for sex, count in category.sexes.items():
            yield Entry(("category", category.category.code, str(sex)), label, SEXES[sex], (str(count),))


def _agenda_item(item: AgendaItem) -> Entry:
    planned = f"{item.minutes} min" if item.minutes is not None else ""
    ran = _times(Stay(arrived=item.started, left=item.ended))
    first = " · ".join(_filled(planned, ran, "✕" if item.skipped else ""))
    return Entry((item.key,), item.title, "", (*_filled(item.title, item.speaker, first), *_outline(item.notes)))


def _answers(workshop: Workshop) -> Iterator[Entry]:
    sectors = {sector.key: sector.title for sector in workshop.sectors}
    questions = {question.key: question.text for question in workshop.questions}
    said = {(answer.sector, answer.question): answer.items for answer in workshop.answers}
    order = [(sector, question) for sector in sectors for question in questions]
    for sector, question in [*order, *(key for key in said if key not in set(order))]:
        heading = f"{sectors.get(sector, sector)} — {questions.get(question, question)}"
        yield Entry((sector, question), heading, "", _outline(said.get((sector, question), ())))


def _polls(workshop: Workshop) -> Iterator[Entry]:
    polls = _unique(
        Entry(
            (poll.key,),
            poll.question,
            "",
            (
                *(f"{option.text}: {option.count}" for option in poll.options),
                *_filled(f"Σ {poll.respondents}" if poll.respondents is not None else "", poll.note),
            ),
        )
        for poll in workshop.polls
    )
    yield from polls


def _attendant(one: Attendant) -> Entry:
    person = _filled(one.name, one.name_km)
    details = " · ".join(_filled(one.category, one.sex or "", one.organization, one.position, one.province))
    private = " · ".join(_filled(str(one.birth_year or ""), one.age_group, one.phone, one.email, ", ".join(one.flags)))
    times = ", ".join(filter(None, map(_times, one.stays)))
    return Entry((str(one.id),), one.name or one.name_km, "", _filled(" · ".join(person), details, private, times))


def _times(stay: Stay) -> str:
    if stay.arrived is None and stay.left is None:
        return ""
    return f"{f'{stay.arrived:%H:%M}' if stay.arrived else '…'} – {f'{stay.left:%H:%M}' if stay.left else '…'}"


def _file(path: str, digests: Digests) -> str:
    digest = digests.get(path, "")
    return f"{path} ({digest[:SHOWN_DIGITS]})" if digest else path


def _outline(outline: Outline) -> tuple[str, ...]:
    """Return the lines of an outline with their marks, without numbers: a new line would change all that follow."""
    return tuple(
        f"{INDENT * point.level}{MARKS[point.node.style]}{point.node.text}"
        for point in walk(outline)
        if point.node.text.strip()
    )


def _filled(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text.strip())


def marked(words: Iterable[Words]) -> str:
    """Return words as plain text: what was taken away in [-…-], what was added in {+…+}."""
    signs = {Fate.SAME: "{}", Fate.REMOVED: "[-{}-]", Fate.ADDED: "{{+{}+}}"}
    return "".join(signs[one.fate].format(one.text) for one in words)
