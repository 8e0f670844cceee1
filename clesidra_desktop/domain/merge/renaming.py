"""Rows and files of a workshop under other keys, with everything that names them."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, TypeAlias

from clesidra_desktop.domain.merge.model import FILES, State
from clesidra_desktop.domain.minutes_sections import SectionKind, section_key
from clesidra_desktop.domain.workshop import MinutesSection, SplitRules, Workshop

Names: TypeAlias = Mapping[str, Mapping[str, str]]
"""The new keys of rows by their old ones, by table; the new paths of files by their old ones under FILES."""

SECTIONS = {
    SectionKind.ITEM: "agenda",
    SectionKind.SECTOR: "sectors",
    SectionKind.POLL: "polls",
    SectionKind.ANNEX: "annexes",
}
"""Sections of the minutes whose keys name a row, with the table of that."""

NOTHING: Mapping[str, str] = {}


def renamed(state: State, names: Names) -> State:
    """Return a state in which rows and files have their new keys; what no name is given for keeps its own."""
    if not any(names.values()):
        return state
    paths = names.get(FILES, NOTHING)
    files = {paths.get(path, path): digest for path, digest in state.files.items()}
    return State(_workshop(state.workshop, names), files)


def marked_path(path: str, mark: str) -> str:
    """Return a path with a mark before its ending."""
    plain = PurePosixPath(path)
    return str(plain.with_name(f"{plain.stem}-{mark}{plain.suffix}"))


def _workshop(workshop: Workshop, names: Names) -> Workshop:
    sectors, questions = names.get("sectors", NOTHING), names.get("questions", NOTHING)
    annexes, polls = names.get("annexes", NOTHING), names.get("polls", NOTHING)
    codes, paths = names.get("categories", NOTHING), names.get(FILES, NOTHING)
    return replace(
        workshop,
        categories=_with_names(workshop.categories, code=codes),
        attendants=_with_names(workshop.attendants, category=codes, signature=paths),
        quotas=tuple(
            replace(one, value=codes.get(one.value, one.value)) if one.attribute == "category" else one
            for one in workshop.quotas
        ),
        sectors=_with_names(workshop.sectors, key=sectors),
        questions=_with_names(workshop.questions, key=questions),
        groups=_with_names(workshop.groups, sector=sectors),
        split=_split(workshop.split, sectors),
        answers=_with_names(workshop.answers, sector=sectors, question=questions),
        agenda=_with_names(workshop.agenda, key=names.get("agenda", NOTHING), annex=annexes, poll=polls),
        polls=_with_names(workshop.polls, key=polls),
        annexes=_with_names(workshop.annexes, key=annexes, file=paths),
        minutes=tuple(_section(one, names) for one in workshop.minutes),
    )


def _with_names(rows: tuple[Any, ...], **names: Mapping[str, str]) -> tuple[Any, ...]:
    """Return rows with other values in the fields that are named."""
    named = {field: known for field, known in names.items() if known}
    if not named:
        return rows

    def value(row: Any, field: str, known: Mapping[str, str]) -> str:
        now: str = getattr(row, field)
        return known.get(now, now)

    return tuple(replace(row, **{field: value(row, field, known) for field, known in named.items()}) for row in rows)


def _split(rules: SplitRules, sectors: Mapping[str, str]) -> SplitRules:
    wishes = (replace(one, sectors=tuple(sectors.get(key, key) for key in one.sectors)) for one in rules.wishes)
    return replace(rules, wishes=tuple(wishes))


def _section(section: MinutesSection, names: Names) -> MinutesSection:
    kind, _, key = section.key.partition(":")
    table = SECTIONS.get(kind)  # type: ignore[call-overload]
    known = names.get(table, NOTHING) if table else NOTHING
    return replace(section, key=section_key(SectionKind(kind), known[key])) if key in known else section
