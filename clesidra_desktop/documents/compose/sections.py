"""Sections as a workshop wants them: left out, with another heading, between texts of their own."""

from collections.abc import Sequence
from dataclasses import replace

from clesidra_desktop.documents.blocks import Block, Heading
from clesidra_desktop.documents.compose.outlines import outline_blocks
from clesidra_desktop.domain import minutes_sections as domain
from clesidra_desktop.domain.minutes_sections import SectionKind, section_key
from clesidra_desktop.domain.workshop import MinutesSection, Workshop


class Sections:
    """What a workshop says of the sections of its minutes."""

    def __init__(self, workshop: Workshop) -> None:
        self._known = {section.key: section for section in workshop.minutes}

    def of(self, kind: SectionKind, key: str = "") -> MinutesSection:
        """Return how a section is printed."""
        name = section_key(kind, key)
        return self._known.get(name) or MinutesSection(key=name)

    def is_shown(self, kind: SectionKind, key: str = "") -> bool:
        """Whether a section is printed at all."""
        return self.of(kind, key).shown

    def has_text(self, kind: SectionKind, key: str = "") -> bool:
        """Whether a section has text of its own."""
        return domain.has_text(self.of(kind, key))

    def framed(
        self, kind: SectionKind, key: str, heading: Heading, content: Sequence[Block], byline: Sequence[Block] = ()
    ) -> list[Block]:
        """Return a section with its usual heading and content as it is wanted; nothing where it is left out."""
        section = self.of(kind, key)
        if not section.shown:
            return []
        titled = replace(heading, text=section.title or heading.text)
        return [titled, *byline, *outline_blocks(section.before), *content, *outline_blocks(section.after)]
