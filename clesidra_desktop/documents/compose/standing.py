"""What minutes say of themselves: that they are a draft, or which published version they are."""

from clesidra_desktop.documents.blocks import Block, Paragraph, ParagraphRole
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain.publishing import Standing


def standing_mark(standing: Standing | None, labels: Labels) -> str:
    """Return what stands in the header of every page."""
    if standing is None:
        return ""
    return labels("version_mark", number=standing.number) if standing.number else labels("draft_mark")


def standing_lines(standing: Standing | None, labels: Labels) -> list[Block]:
    """Return what stands under the title."""
    if standing is None:
        return []
    if standing.day is None:
        return [Paragraph(labels("draft"), ParagraphRole.NOTE)]
    day = labels.date(standing.day)
    sentences = [labels("version", number=standing.number, date=day)]
    if standing.replaces and standing.replaced_day:
        reason = " ".join(standing.reason.split())
        sentences.append(
            labels("version_replaces", number=standing.replaces, date=labels.date(standing.replaced_day), reason=reason)
        )
    return [Paragraph(" ".join(sentences), ParagraphRole.NOTE)]
