"""Preparing a workshop: made from a template or an earlier one, described, and given its agenda and papers."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from clesidra_desktop.domain.agenda import moved_agenda
from clesidra_desktop.domain.drafts import Taken, draft_of
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.split import among_sectors
from clesidra_desktop.domain.workshop import Programme, Workshop
from clesidra_desktop.exchange.text import clean_text
from clesidra_desktop.exchange.workshop_file.reading import read_workshop_file
from clesidra_desktop.paths import resource
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.services.workshops import export_workshop
from clesidra_desktop.storage import workshops as stored
from clesidra_desktop.storage.adoption import adopt_all
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.directory import people_at
from clesidra_desktop.storage.ids import uuid7
from clesidra_desktop.storage.journal import row_changes

TEMPLATES = ("networking-event", "focus-group", "assembly", "training", "blank")
"""The templates, the one for what this program was made for first."""

PREPARED = frozenset(
    {
        "language",
        "title",
        "programme",
        "starts",
        "ends",
        "timezone",
        "venue",
        "place",
        "team",
        "objectives",
        "categories",
        "quotas",
        "sectors",
        "questions",
        "agenda",
        "polls",
        "annexes",
    }
)
"""The fields of Workshop that are set before it begins."""


ROWS = frozenset({"categories", "quotas", "sectors", "questions", "agenda", "polls", "annexes"})
"""Those of them that are lists of rows."""

LINES = frozenset({"title", "venue", "place", "timezone"})


def read_template(name: str, language: Language) -> Workshop:
    """Return a template in a language. Raises KeyError for one that does not exist."""
    if name not in TEMPLATES:
        raise KeyError(name)
    return read_workshop_file(resource(f"templates/{name}-{language}.json")).workshop


def create_workshop(
    database: Database, template: Workshop, *, who: str, title: str = "", starts: datetime | None = None
) -> UUID:
    """Make a workshop with everything in a template, and return its id."""
    draft = draft_of(template, lambda: uuid7(database.now()), Taken(structure=True))
    made = replace(draft, title=one_line(title) or template.title, starts=starts)
    with database.transaction(deed="create_workshop", who=who, workshop_id=made.id) as session:
        stored.save_workshop(session, made, {})
    return made.id


def copy_workshop(
    database: Database,
    earlier_id: UUID,
    taken: Taken,
    *,
    who: str,
    title: str = "",
    starts: datetime | None = None,
    language: Language | None = None,
) -> UUID:
    """Make a workshop with parts of an earlier one, and return its id. Raises UserError where that one is gone.

    `language` is what will be typed in; by default that of the earlier one. Attendants who are taken over are the
    people of the directory that they were there.
    """
    earlier, files = export_workshop(database, earlier_id)
    made = draft_of(earlier, lambda: uuid7(database.now()), taken, starts)
    made = replace(made, title=one_line(title) or earlier.title, language=language or earlier.language)
    kept = {annex.file for annex in made.annexes if annex.file}
    with database.transaction(deed="create_workshop", who=who, workshop_id=made.id) as session:
        stored.save_workshop(session, made, {path: content for path, content in files.items() if path in kept})
        if made.attendants:
            people = people_at(session, earlier_id)
            pairs = zip(made.attendants, earlier.attendants, strict=True)
            who_is = {copy.id: people[one.id] for copy, one in pairs if one.id in people}
            adopt_all(session, made.id, lambda: uuid7(database.now()), who_is)
    return made.id


def describe_workshop(
    database: Database,
    workshop_id: UUID,
    fields: Mapping[str, object],
    *,
    who: str,
    renamed: Mapping[str, str] | None = None,
    files: Mapping[str, bytes] | None = None,
) -> Changes:
    """Give a workshop other values in some of the fields `PREPARED`, by name.

    `renamed` are codes of categories, new by old: attendants and quotas follow. Nobody wishes for a sector that goes.
    What has a fixed start on a day moves with the days of the workshop. `files` are contents of new annexes by path.
    Raises UserError where a value cannot be, KeyError for another field.
    """
    if other := fields.keys() - PREPARED:
        raise KeyError(*sorted(other))
    parts = (ROWS & fields.keys()) | ({"attendants", "quotas"} if renamed else set())
    parts |= {"split"} if "sectors" in fields else set()
    parts |= {"agenda"} if "starts" in fields else set()
    with database.transaction(deed="describe_workshop", who=who, workshop_id=workshop_id) as session:
        stored.edit_workshop(
            session, workshop_id, lambda before: _described(before, fields, renamed or {}), files or {}, parts
        )
        return Changes.of(row_changes(session))


def describe_programme(database: Database, workshop_id: UUID, details: Mapping[str, str], *, who: str) -> Changes:
    """Give the programme of a workshop other details: name, funder, activity. One without any is taken away."""

    def described(workshop: Workshop) -> Workshop:
        values: dict[str, Any] = {name: one_line(value) for name, value in details.items()}
        programme = replace(workshop.programme or Programme(name=""), **values)
        is_there = programme.name or programme.funder or programme.activity or programme.extensions
        return replace(workshop, programme=programme if is_there else None)

    with database.transaction(deed="describe_programme", who=who, workshop_id=workshop_id) as session:
        stored.edit_workshop(session, workshop_id, described, {}, ())
        return Changes.of(row_changes(session))


def name_team(database: Database, workshop_id: UUID, names: Mapping[str, tuple[str, ...]], *, who: str) -> Changes:
    """Name the people of some parts of the team: facilitator, mc, minute_taker."""
    values: dict[str, Any] = {
        part: tuple(line for name in listed if (line := one_line(name))) for part, listed in names.items()
    }
    with database.transaction(deed="name_team", who=who, workshop_id=workshop_id) as session:
        stored.edit_workshop(
            session, workshop_id, lambda workshop: replace(workshop, team=replace(workshop.team, **values)), {}, ()
        )
        return Changes.of(row_changes(session))


def _described(workshop: Workshop, fields: Mapping[str, object], renamed: Mapping[str, str]) -> Workshop:
    values: dict[str, Any] = {name: one_line(value) if name in LINES else value for name, value in fields.items()}
    if "objectives" in values:
        values["objectives"] = tuple(line for text in values["objectives"] if (line := one_line(text)))
    described = replace(workshop, **values)
    if not described.title:
        raise UserError("A workshop needs a title. Type what the invitation says.")
    if described.starts and described.ends and described.ends < described.starts:
        raise UserError("The workshop ends before it starts. Correct one of the two times.")
    _refuse_twice("category", [one.code for one in described.categories])
    _refuse_twice("sector", [one.key for one in described.sectors])
    _refuse_twice("question", [one.key for one in described.questions])
    if "agenda" not in fields and workshop.starts and described.starts:
        described = replace(described, agenda=moved_agenda(described.agenda, workshop.starts, described.starts))
    if "sectors" in fields:
        described = replace(described, split=among_sectors(described.split, [one.key for one in described.sectors]))
    if renamed:
        described = replace(
            described,
            attendants=tuple(
                replace(one, category=renamed.get(one.category, one.category)) for one in described.attendants
            ),
            quotas=tuple(
                replace(one, value=renamed.get(one.value, one.value)) if one.attribute == "category" else one
                for one in described.quotas
            ),
        )
    return described


def _refuse_twice(what: str, keys: list[str]) -> None:
    for key in keys:
        if keys.count(key) > 1:
            raise UserError(
                "There are two entries “{key}” of the kind {what}. Give one another name.", key=key, what=what
            )


def one_line(value: object) -> str:
    """Return text on one line, without what cannot be printed."""
    return " ".join(clean_text(str(value))[0].split())
