"""The sections of the minutes: what they are called, switched on and off, and their free texts."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.minutes_sections import (
    MADE_ANNEXES,
    Place,
    SectionKind,
    has_text,
    places,
    section_key,
    section_of,
    with_section,
)
from clesidra_desktop.domain.outline import Outline, walk
from clesidra_desktop.domain.shortening import short
from clesidra_desktop.domain.workshop import MinutesSection, Workshop
from clesidra_desktop.exchange.text import clean_outline
from clesidra_desktop.services.answers import Text, version_of
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.services.prepare import one_line
from clesidra_desktop.storage import minutes_sections as stored
from clesidra_desktop.storage import versions, workshops
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.journal import row_changes
from clesidra_desktop.storage.versions import Version

LABELS = {
    SectionKind.OBJECTIVES: "objectives",
    SectionKind.RESULT: "result",
    SectionKind.ANSWERS: "answers",
    SectionKind.WAYS_FORWARD: "ways_forward",
    SectionKind.POLL: "poll",
    SectionKind.ANNEX_LIST: "annexes",
}
"""The labels of sections that have their heading from the document."""

MADE_LABELS = dict(
    zip(
        (section_key(SectionKind.ANNEX, f"({source})") for source in MADE_ANNEXES),
        ("attendant_list", "agenda"),
        strict=True,
    )
)
"""The same of the annexes that the program adds, by their keys."""


@dataclass(frozen=True, slots=True)
class SectionLine:
    """A section as a list shows it. `usual` is its heading where none was typed; `is_gone`: it is there no longer."""

    place: Place
    section: MinutesSection
    usual: str
    is_gone: bool = False

    @property
    def key(self) -> str:
        """What the section is known by."""
        return self.place.key

    @property
    def title(self) -> str:
        """The heading that is printed."""
        return self.section.title or self.usual


def section_lines(workshop: Workshop, language: Language) -> tuple[SectionLine, ...]:
    """Return all sections of the minutes in a language, and behind them those whose texts belong to none any more."""
    labels = Labels(language)
    found = places(workshop)
    known = {place.key for place in found}
    lines = [SectionLine(place, section_of(workshop, place.key), _usual(place, labels)) for place in found]
    gone = (one for one in workshop.minutes if one.key not in known and has_text(one))
    lines += [SectionLine(Place(one.key, _kind_of(one.key), 0), one, _words_of(one), is_gone=True) for one in gone]
    return tuple(lines)


def edit_section(
    database: Database,
    workshop_id: UUID,
    key: str,
    *,
    who: str,
    shown: bool | None = None,
    title: str | None = None,
) -> Changes:
    """Switch a section on or off, or give it another title; an empty one is the usual one."""
    values: dict[str, Any] = {} if shown is None else {"shown": shown}
    values |= {} if title is None else {"title": one_line(title)}

    def edit(workshop: Workshop) -> Workshop:
        section = replace(section_of(workshop, key), **values)
        return replace(workshop, minutes=with_section(workshop, section))

    return _run(database, workshop_id, "edit_section", edit, who)


def remove_sections(database: Database, workshop_id: UUID, keys: Collection[str], *, who: str) -> Changes:
    """Forget all that was said of sections, their texts included."""

    def edit(workshop: Workshop) -> Workshop:
        return replace(workshop, minutes=tuple(one for one in workshop.minutes if one.key not in keys))

    return _run(database, workshop_id, "remove_section", edit, who)


def find_section_text(database: Database, workshop_id: UUID, key: str, place: str) -> Text:
    """Return the text `before` or `after` a section; one that was never typed is empty."""
    with database.session() as session:
        return Text(*stored.load_text(session, workshop_id, key, place))


def record_section_text(
    database: Database, workshop_id: UUID, key: str, place: str, text: Outline, *, version: str, who: str
) -> tuple[str, Changes]:
    """Write the text `before` or `after` a section; return the version it has now and what changed.

    Raises ConflictError, which has both texts, where somebody else has changed it since it was read.
    """
    return _record(database, workshop_id, (key, place), text, version, "record_section_text", who)


def section_text_versions(database: Database, workshop_id: UUID, key: str, place: str) -> tuple[Version, ...]:
    """Return what the text `before` or `after` a section said, the newest version first."""
    with database.session() as session:
        return tuple(versions.section_versions(session, workshop_id, key, place))


def restore_section_text(
    database: Database, workshop_id: UUID, key: str, place: str, sequence: int, *, version: str, who: str
) -> tuple[str, Changes]:
    """Make a text again what a version of it said; see `record_section_text`."""
    with database.session() as session:
        text = version_of(versions.section_versions(session, workshop_id, key, place), sequence)
    return _record(database, workshop_id, (key, place), text, version, "restore_section_text", who)


def _record(
    database: Database, workshop_id: UUID, where: tuple[str, str], text: Outline, version: str, deed: str, who: str
) -> tuple[str, Changes]:
    clean = clean_outline(text)
    with database.transaction(deed=deed, who=who, workshop_id=workshop_id) as session:
        written = stored.save_text(session, workshop_id, *where, clean, version)
        return written, Changes.of(row_changes(session))


def _run(database: Database, workshop_id: UUID, deed: str, edit: workshops.Edit, who: str) -> Changes:
    with database.transaction(deed=deed, who=who, workshop_id=workshop_id) as session:
        workshops.edit_workshop(session, workshop_id, edit, {}, {"minutes"})
        return Changes.of(row_changes(session))


def _usual(place: Place, labels: Labels) -> str:
    label = MADE_LABELS.get(place.key) or LABELS.get(place.kind)
    return place.title or (labels(label) if label else place.key)


def _words_of(section: MinutesSection) -> str:
    """Return the heading of a section that is gone or, as the item that gave it is gone too, how its texts begin."""
    points = walk((*section.before, *section.after))
    first = next(point.node.text for point in points if point.node.text.strip())
    return section.title or short(first)


def _kind_of(key: str) -> SectionKind:
    kind = key.partition(":")[0]
    return SectionKind(kind) if kind in set(SectionKind) else SectionKind.ITEM
