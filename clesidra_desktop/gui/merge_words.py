"""Words for what differs between two versions of a workshop: tables, fields and values."""

from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from clesidra_desktop.domain.merge import (
    FILES,
    ORDER,
    SEAT,
    WHOLE,
    Change,
    Choice,
    Conflict,
    Difference,
    Event,
    Place,
)
from clesidra_desktop.domain.outline import Node
from clesidra_desktop.domain.outline_lines import OutlineLine, to_lines
from clesidra_desktop.domain.workshop import AgendaKind, Flag, PollOption, Sex, Stay, Wish, Workshop
from clesidra_desktop.gui.i18n import date_text, mark, time_text, tr
from clesidra_desktop.gui.words import ATTRIBUTE_WORDS, CONSENT_WORDS, FLAG_WORDS, KIND_WORDS, SEX_WORDS

TABLE_WORDS = {
    "agenda": mark("Agenda"),
    "annexes": mark("Annexes"),
    "answers": mark("Answers"),
    "attendants": mark("Attendants"),
    "categories": mark("Categories"),
    FILES: mark("Files"),
    "groups": mark("Groups"),
    "minutes": mark("Minutes"),
    "polls": mark("Polls"),
    "programme": mark("Programme"),
    "questions": mark("Questions"),
    "quotas": mark("Quotas"),
    "sectors": mark("Sectors"),
    "split": mark("Rules of the split"),
    "team": mark("Team"),
    "ways_forward": mark("Ways forward"),
    "workshop": mark("Workshop"),
}

FIELD_WORDS = {
    WHOLE: mark("Added or removed"),
    ORDER: mark("Order"),
    SEAT: mark("Group"),
    "activity": mark("Activity"),
    "age_group": mark("Age group"),
    "after": mark("Text after it"),
    "allotted": mark("Minutes given"),
    "annex": mark("Annex"),
    "before": mark("Text before it"),
    "birth_year": mark("Born"),
    "category": mark("Category"),
    "consent": mark("Consent"),
    "content": mark("Content"),
    "due": mark("By when"),
    "email": mark("E-mail"),
    "ended": mark("Ended"),
    "ends": mark("End"),
    "extensions": mark("Of other programs"),
    "facilitator": mark("Facilitators"),
    "file": mark("File"),
    "fixed_start": mark("Fixed start"),
    "flags": mark("Flags"),
    "funder": mark("Funder"),
    "internal": mark("For the team only"),
    "items": mark("Answer"),
    "kind": mark("Kind"),
    "label": mark("Label"),
    "language": mark("Language"),
    "mc": mark("MC"),
    "minute_taker": mark("Minute taker"),
    "minutes": mark("Minutes planned"),
    "multiple": mark("Several answers"),
    "name": mark("Name"),
    "name_km": mark("Name in Khmer"),
    "note": mark("Note"),
    "notes": mark("Notes"),
    "objectives": mark("Objectives"),
    "options": mark("Answers and hands"),
    "organization": mark("Organization"),
    "phone": mark("Phone"),
    "place": mark("Place"),
    "poll": mark("Poll"),
    "position": mark("Position"),
    "province": mark("Province"),
    "question": mark("Question"),
    "rapporteur": mark("Rapporteur"),
    "respondents": mark("Respondents"),
    "responsible": mark("Responsible"),
    "room": mark("Room"),
    "sex": mark("Sex"),
    "share": mark("Share"),
    "signature": mark("Signature"),
    "shown": mark("Printed"),
    "skipped": mark("Left out"),
    "source": mark("Source"),
    "speaker": mark("Speaker"),
    "started": mark("Started"),
    "starts": mark("Start"),
    "stays": mark("Came and left"),
    "text": mark("Text"),
    "timezone": mark("Time zone"),
    "title": mark("Title"),
    "value": mark("Value"),
    "venue": mark("Venue"),
}

EVENT_WORDS = {
    Event.ADDED_HERE: mark("Added here"),
    Event.ADDED_THERE: mark("Added in the file"),
    Event.ADDED_ON_BOTH: mark("Added on both sides, as one"),
    Event.REMOVED_HERE: mark("Removed here"),
    Event.REMOVED_THERE: mark("Removed in the file"),
    Event.CHANGED_HERE: mark("Changed here, removed in the file"),
    Event.CHANGED_THERE: mark("Removed here, changed in the file"),
    Event.NEEDED_HERE: mark("Needed here, removed in the file"),
    Event.NEEDED_THERE: mark("Removed here, needed in the file"),
}

UNSAID = frozenset({"annex", "extensions", "file", "id", "key", "locked", "members", "poll", "signature"})
"""Fields of a whole row that are not listed: a person does not know it by them."""

USUAL = (None, "", (), False)
"""What a field of a row has where nobody said anything."""

NOTHING = "–"


def place_words(one: Difference | Conflict) -> str:
    """Return the field of a place in the language of the screens, or what became of a whole row."""
    return tr(EVENT_WORDS[one.event]) if one.event else _field_words(one.place.field)


def _field_words(field: str) -> str:
    """Return the name of a field; one of a newer kind is named as it is."""
    words = FIELD_WORDS.get(field)
    return tr(words) if words else field.replace("_", " ")


def table_words(place: Place) -> str:
    """Return the table of a place."""
    words = TABLE_WORDS.get(place.table)
    return tr(words) if words else place.table.replace("_", " ")


def side_lines(one: Difference | Conflict, side: Choice, workshop: Workshop | None) -> tuple[OutlineLine, ...]:
    """Return what one side has, as lines; of a whole row also what is in it, or what was changed in it there."""
    value = one.ours if side is Choice.OURS else one.theirs
    if value is None or not one.event or not is_dataclass(value):
        return _value_lines(value, workshop, one.place)
    name = _row_words(value)
    if not isinstance(one, Conflict):
        said = [(field.name, getattr(value, field.name)) for field in fields(value) if field.name not in UNSAID]
        details = [(field, _on_one_line(known, workshop, field)) for field, known in said if known not in USUAL]
        lines = [(field, words) for field, words in details if words != name]
        more = [tr("{field}: {value}", field=_field_words(field), value=words) for field, words in lines]
    elif one.changed:
        more = [_change_words(change, workshop) for change in one.changed]
    else:
        more = [tr("Nothing was changed in it, but something else needs it.")]
    return tuple(OutlineLine(0, text) for text in (name, *more))


def _change_words(change: Change, workshop: Workshop | None) -> str:
    was, now = (_on_one_line(value, workshop, change.field) for value in (change.was, change.now))
    return tr("{field}: {was} → {now}", field=_field_words(change.field), was=was, now=now)


def _on_one_line(value: Any, workshop: Workshop | None, field: str) -> str:
    return " / ".join(line.text for line in _value_lines(value, workshop, Place("", field=field)))


def _value_lines(value: Any, workshop: Workshop | None, place: Place) -> tuple[OutlineLine, ...]:
    """Return a value as lines; a dash where there is none."""
    if isinstance(value, tuple) and value and isinstance(value[0], Node):
        return to_lines(value)
    return tuple(OutlineLine(0, text) for text in _value_words(value, workshop, place).split("\n"))


def _value_words(value: Any, workshop: Workshop | None, place: Place) -> str:
    if value is None or value in ("", (), frozenset()) or value == {}:
        return NOTHING
    if place.field == SEAT and workshop:
        return _seat_words(value, workshop)
    if isinstance(value, tuple):
        return "\n".join(_words(one) for one in value)
    if place.table == FILES:
        return tr("A file of its own; its fingerprint is {digest}", digest=str(value)[:12])
    return _words(value)


def _seat_words(seat: frozenset[tuple[str, str]], workshop: Workshop) -> str:
    titles = {sector.key: sector.title for sector in workshop.sectors}
    locked = {key for key, role in seat if role == "locked"}
    words = []
    for key in sorted({key for key, _ in seat}):
        title = titles.get(key, key)
        words.append(tr("{group} (locked)", group=title) if key in locked else title)
    return "\n".join(words)


def _words(value: Any) -> str:
    if isinstance(value, StrEnum):
        return _member_words(value)
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, bool):
        return tr(CONSENT_WORDS[value])
    if isinstance(value, datetime):
        return f"{date_text(value.date())} {time_text(value)}"
    if isinstance(value, time):
        return time_text(datetime.combine(date.min, value))
    if isinstance(value, date):
        return date_text(value)
    if isinstance(value, Stay):
        came, left = (time_text(one) if one else "…" for one in (value.arrived, value.left))
        day = value.arrived or value.left
        return f"{date_text(day.date())} {came} – {left}" if day else f"{came} – {left}"
    return _row_words(value)


def _row_words(value: Any) -> str:
    """Return what a row is called."""
    if isinstance(value, PollOption):
        return f"{value.text}: {value.count}"
    if isinstance(value, Wish):
        return ", ".join(value.sectors)
    found = (getattr(value, name, "") for name in ("name", "title", "label", "question", "text", "items"))
    text = next((one for one in found if one), "")
    if isinstance(text, tuple):
        return " / ".join(line.text for line in to_lines(text))
    return str(text or value)


def _member_words(value: StrEnum) -> str:
    words: dict[Any, str] = {**ATTRIBUTE_WORDS, **KIND_WORDS, **FLAG_WORDS, **SEX_WORDS}
    return tr(words[value]) if isinstance(value, AgendaKind | Flag | Sex) or value in words else str(value)
