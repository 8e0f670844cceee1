"""Findings about the sections of the minutes: what is switched off, and texts whose section is gone."""

import unicodedata
from collections.abc import Iterator

from clesidra_desktop.domain import outline
from clesidra_desktop.domain.finding import Finding, Severity
from clesidra_desktop.domain.minutes_sections import SectionKind, has_text, places
from clesidra_desktop.domain.workshop import MinutesSection, Workshop

OFF = (
    "“{title}” is switched off in the minutes, with what is recorded in it. Switch it on, or leave it if that is meant."
)
OFF_BY_KIND = {
    SectionKind.OBJECTIVES: (
        "The objectives are switched off in the minutes. Switch them on, or leave them if that is meant."
    ),
    SectionKind.RESULT: (
        "The result of the meeting is switched off in the minutes, with everything in it. Switch it on, or leave it if "
        "that is meant."
    ),
    SectionKind.ANSWERS: (
        "The answers of the groups are switched off in the minutes. Switch them on, or leave them if that is meant."
    ),
    SectionKind.WAYS_FORWARD: (
        "The ways forward are switched off in the minutes. Switch them on, or leave them if that is meant."
    ),
    SectionKind.ANNEX_LIST: (
        "The list of annexes is switched off in the minutes. Switch it on, or leave it if that is meant."
    ),
}
"""What is said of sections that have their title from the document."""


COENG = "\u17d2"
"""Joins the next consonant below the one before."""

LONGEST = 60
"""Characters of a text that stand for the whole in a sentence."""


def check_sections(workshop: Workshop) -> Iterator[Finding]:
    """Find sections with content that are switched off, and texts of sections that are in the minutes no longer."""
    known = {place.key: place for place in places(workshop)}
    for index, section in enumerate(workshop.minutes):
        place = known.get(section.key)
        if place is None:
            if has_text(section):
                yield _gone(section, index)
        elif not section.shown and (place.has_content or has_text(section)):
            title = section.title or place.title
            template = OFF if title else OFF_BY_KIND.get(place.kind, OFF)
            values: dict[str, object] = {"title": title or place.key} if template is OFF else {}
            yield Finding("section-off", Severity.WARNING, f"$.minutes[{index}].shown", template, values)


def _gone(section: MinutesSection, index: int) -> Finding:
    texts = (point.node.text for part in (section.before, section.after) for point in outline.walk(part))
    return Finding(
        "section-gone",
        Severity.WARNING,
        f"$.minutes[{index}]",
        "The section of the minutes to which the text “{text}” belongs is there no longer. Copy the text to another "
        "section, or remove it.",
        {"text": _beginning(next(text for text in texts if text.strip()))},
    )


def _beginning(text: str) -> str:
    """Return how a text begins; no letter is torn from its signs."""
    line = " ".join(text.split())
    end = LONGEST
    while end < len(line) and (unicodedata.category(line[end])[0] == "M" or line[end - 1] == COENG):
        end -= 1
    return line if len(line) <= LONGEST else f"{line[:end].rstrip()}…"
