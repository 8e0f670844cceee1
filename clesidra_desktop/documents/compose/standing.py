"""What minutes say of themselves: that they are a draft, or which published version they are."""

from dataclasses import replace

from clesidra_desktop.documents.blocks import Document, Paragraph, ParagraphRole, Title
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain.publishing import DRAFT, Standing


def with_standing(document: Document, standing: Standing, labels: Labels) -> Document:
    """Return a document that says what it is: on every page, under its title, and among its properties."""
    mark = labels("version_mark", number=standing.number) if standing.number else labels("draft_mark")
    first, *others = document.sections
    place = next(
        (place for place, block in enumerate(first.blocks) if not isinstance(block, Title) and not _is_lead(block)),
        len(first.blocks),
    )
    said = Paragraph(_said(standing, labels), ParagraphRole.NOTE)
    first = replace(first, blocks=(*first.blocks[:place], said, *first.blocks[place:]))
    return replace(document, sections=(first, *others), mark=mark, is_draft=standing == DRAFT)


def _is_lead(block: object) -> bool:
    return isinstance(block, Paragraph) and block.role is ParagraphRole.LEAD


def _said(standing: Standing, labels: Labels) -> str:
    if standing.day is None:
        return labels("draft")
    said = labels("version", number=standing.number, date=labels.date(standing.day))
    if standing.replaced_day is None:
        return said
    day, reason = labels.date(standing.replaced_day), " ".join(standing.reason.split())
    return " ".join((said, labels("version_replaces", number=standing.replaces, date=day, reason=reason)))
