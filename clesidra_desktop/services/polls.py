"""Polls: hands are counted in the room, typed in, and held against the people who were there."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias
from uuid import UUID

from clesidra_desktop.documents.blocks import Block
from clesidra_desktop.documents.compose.result import compose_poll
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.row_keys import fresh_key
from clesidra_desktop.domain.workshop import Poll, PollOption
from clesidra_desktop.exchange.text import clean_line, clean_text
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.storage import polls as stored
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.ids import new_mark
from clesidra_desktop.storage.journal import row_changes

Options: TypeAlias = tuple[PollOption, ...]

EDITABLE = frozenset({"question", "respondents", "multiple", "options", "note"})
"""The fields of Poll that can be edited."""


@dataclass(frozen=True, slots=True)
class HandCount:
    """The hands counted for the option of a poll that `rename_poll_option` would find by a place and known texts."""

    place: int
    known: Collection[str]
    hands: int


def printed_poll(poll: Poll, language: Language) -> Sequence[Block]:
    """Return a poll as the minutes print it: a sentence, a table with shares, a bar chart and the note."""
    return compose_poll(poll, Labels(language))


def add_poll(
    database: Database, workshop_id: UUID, question: str, options: Sequence[str], *, who: str, multiple: bool = False
) -> tuple[str, Changes]:
    """Add a poll; return its key and what changed. Raises UserError where a text is missing or stands twice."""
    choices = tuple(PollOption(text=text) for text in options)
    with database.transaction(deed="add_poll", who=who, workshop_id=workshop_id) as session:
        key = fresh_key(Poll, new_mark())
        poll = _checked(Poll(key=key, question="", multiple=multiple), {"question": question, "options": choices})
        stored.add_poll(session, workshop_id, poll)
        return key, Changes.of(row_changes(session))


def edit_poll(database: Database, workshop_id: UUID, key: str, details: Mapping[str, object], *, who: str) -> Changes:
    """Give a poll other details: fields of Poll by name, those in `EDITABLE`.

    Raises UserError where one cannot be or the poll is gone, KeyError for another field.
    """
    with database.transaction(deed="edit_poll", who=who, workshop_id=workshop_id) as session:
        stored.edit_poll(session, workshop_id, key, lambda poll: _checked(poll, details))
        return Changes.of(row_changes(session))


def rename_poll_option(
    database: Database, workshop_id: UUID, key: str, place: int, known: Collection[str], text: str, *, who: str
) -> Changes:
    """Give an option of a poll another text; its count stays.

    It is the option at a place, if its text is one that is `known` of it, or else the one of such a text, wherever it
    stands by now. Raises UserError where there is none, where the text cannot be, or where the poll is gone.
    """

    def rename(options: Options) -> Options:
        at = _find_option(options, place, known)
        return (*options[:at], replace(options[at], text=text), *options[at + 1 :])

    return _edit_options(database, workshop_id, key, rename, who)


def add_poll_option(database: Database, workshop_id: UUID, key: str, text: str, *, who: str) -> Changes:
    """Add an option behind the others. Raises UserError where the text cannot be or the poll is gone."""
    return _edit_options(database, workshop_id, key, lambda options: (*options, PollOption(text=text)), who)


def remove_poll_option(
    database: Database, workshop_id: UUID, key: str, place: int, known: Collection[str], *, who: str
) -> Changes:
    """Remove an option with its count; it is found, and errors are raised, as in `rename_poll_option`."""

    def remove(options: Options) -> Options:
        at = _find_option(options, place, known)
        return (*options[:at], *options[at + 1 :])

    return _edit_options(database, workshop_id, key, remove, who)


def count_poll(
    database: Database,
    workshop_id: UUID,
    key: str,
    counts: Sequence[HandCount],
    details: Mapping[str, object],
    *,
    who: str,
) -> Changes:
    """Write the hands that were counted for some options, and perhaps how many people answered, among `details`.

    What is not given stays: somebody else may be counting it. Totals that disagree are taken: they are findings. Raises
    UserError for a count below 0, where an option is gone, as in `rename_poll_option`, or the poll is.
    """

    def count(options: Options) -> Options:
        counted = list(options)
        for one in counts:
            at = _find_option(options, one.place, one.known)
            counted[at] = replace(counted[at], count=one.hands)
        return tuple(counted)

    with database.transaction(deed="count_poll", who=who, workshop_id=workshop_id) as session:
        stored.edit_poll(
            session,
            workshop_id,
            key,
            lambda poll: _checked(poll, {**details, "options": count(poll.options)}),
        )
        return Changes.of(row_changes(session))


def remove_poll(database: Database, workshop_id: UUID, key: str, *, who: str) -> Changes:
    """Remove a poll; agenda items that showed it show none. Raises UserError where it is gone."""
    with database.transaction(deed="remove_poll", who=who, workshop_id=workshop_id) as session:
        stored.remove_poll(session, workshop_id, key)
        return Changes.of(row_changes(session))


def _edit_options(
    database: Database, workshop_id: UUID, key: str, edit: Callable[[Options], Options], who: str
) -> Changes:
    with database.transaction(deed="edit_poll", who=who, workshop_id=workshop_id) as session:
        stored.edit_poll(session, workshop_id, key, lambda poll: _checked(poll, {"options": edit(poll.options)}))
        return Changes.of(row_changes(session))


def _find_option(options: Options, place: int, known: Collection[str]) -> int:
    if place < len(options) and options[place].text in known:
        return place
    for at, option in enumerate(options):
        if option.text in known:
            return at
    raise UserError("This option of the poll is not there any more; perhaps it was changed on another computer.")


def _checked(poll: Poll, details: Mapping[str, object]) -> Poll:
    """Return a poll with details: clean text, a question, options of different texts, counts that can be."""
    if other := details.keys() - EDITABLE:
        raise KeyError(*sorted(other))
    wanted: dict[str, Any] = dict(details)
    edited = replace(poll, **wanted)
    edited = replace(
        edited,
        question=clean_line(edited.question),
        note=clean_text(edited.note)[0],
        options=tuple(replace(option, text=clean_line(option.text)) for option in edited.options),
    )
    if not edited.question:
        raise UserError("A poll needs a question. Type what the room is asked.")
    texts = [option.text for option in edited.options]
    if "" in texts:
        raise UserError("Option no. {number} of the poll is empty. Type it.", number=texts.index("") + 1)
    for text in texts:
        if texts.count(text) > 1:
            raise UserError("There are two options “{text}” in the poll. Give one another text.", text=text)
    for number in (edited.respondents, *(option.count for option in edited.options)):
        if number is not None and number < 0:
            raise UserError("{number} hands cannot be counted. Type a number from 0 on.", number=number)
    return edited
