"""Words for the archive: what kinds of text there are, and the page on which each is written."""

from datetime import datetime

from clesidra_desktop.domain.archive import Kind
from clesidra_desktop.gui.i18n import date_text, mark, tr

TEXT_WORDS = {
    Kind.TITLE: mark("Title"),
    Kind.DETAILS: mark("Place, programme, team"),
    Kind.OBJECTIVE: mark("Objective"),
    Kind.SECTOR: mark("Sector"),
    Kind.QUESTION: mark("Question"),
    Kind.ANSWER: mark("Answer"),
    Kind.AGENDA: mark("Agenda item"),
    Kind.NOTES: mark("Notes"),
    Kind.POLL: mark("Poll"),
    Kind.MINUTES: mark("Minutes"),
    Kind.WAY_FORWARD: mark("Way forward"),
    Kind.ANNEX: mark("Annex"),
    Kind.ANNEX_TEXT: mark("In an annex"),
    Kind.PERSON: mark("Person"),
}

PAGES_OF = {"answers": "answers", "agenda": "agenda", "polls": "agenda", "ways_forward": "agenda"} | {
    "attendants": "register",
    "groups": "groups",
    "minutes": "minutes",
}
"""The pages on which what stands at a JSON path is written, by its first name; all others are prepared."""


def page_of(path: str) -> str:
    """Return the key of the page on which a text is written."""
    name = path.removeprefix("$.").split("[", maxsplit=1)[0].split(".", maxsplit=1)[0]
    return PAGES_OF.get(name, "prepare")


def day_words(moment: datetime | None) -> str:
    """Return a day as people write it."""
    return date_text(moment.date()) if moment else tr("no date")
