"""The booklet: what groups of many workshops have answered, by sector, question and workshop."""

from clesidra_desktop.documents.blocks import (
    Block,
    Contents,
    Document,
    Heading,
    KeyTable,
    Paragraph,
    ParagraphRole,
    Section,
    Title,
)
from clesidra_desktop.documents.compose.outlines import outline_blocks
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.documents.shorten import shortened
from clesidra_desktop.domain.archive import ArchivedAnswer, Booklet

CONTENTS_TO = 2
"""The deepest heading in the contents: the questions. Of workshops there may be thousands."""


def compose_booklet(booklet: Booklet, labels: Labels) -> Document:
    """Compose a booklet in the language of the labels: a first page with the contents, then the answers."""
    programme = booklet.filters.programme
    title = labels("booklet_of", programme=programme) if programme else labels("booklet")
    first: tuple[Block, ...] = (Title(title), _about(booklet, labels), Contents(labels("contents"), CONTENTS_TO))
    sectors = tuple(Section(tuple(_sector(booklet, place, labels))) for place in range(len(booklet.sectors)))
    nothing = Section((Paragraph(labels("no_answer"), ParagraphRole.MISSING),))
    return Document(
        language=labels.language,
        title=title,
        sections=(Section(first), *(sectors or (nothing,))),
        subject=programme,
        running_title=shortened(title),
        footer=shortened(labels.dotted((programme, _years(booklet, labels)))),
        page_label=labels.raw("page_label"),
        digits=labels.digits.ten,
        keywords=tuple(sector.title for sector in booklet.sectors),
        fields={"title": title, "workshop": "", "programme": programme, "date": _years(booklet, labels), "place": ""},
    )


def _about(booklet: Booklet, labels: Labels) -> KeyTable:
    filters, answers = booklet.filters, booklet.answers
    rows = [
        (labels("booklet_sector"), filters.sector.title if filters.sector else labels("booklet_all_sectors")),
        (labels("booklet_question"), filters.question.title if filters.question else labels("booklet_all_questions")),
        (labels("location"), filters.place),
        (labels("booklet_years"), _years(booklet, labels)),
        (labels("booklet_workshops"), labels.number(len({one.workshop_id for one in answers}))),
        (labels("booklet_answers"), labels.number(len(answers))),
    ]
    return KeyTable(tuple((label, (text,)) for label, text in rows if text), labels("booklet_summary"))


def _years(booklet: Booklet, labels: Labels) -> str:
    """Return from which year to which the workshops were."""
    years = sorted({one.starts.year for one in booklet.answers if one.starts})
    if not years:
        return ""
    first, last = labels.number(years[0]), labels.number(years[-1])
    return first if first == last else labels("time_range", first=first, last=last)


def _sector(booklet: Booklet, place: int, labels: Labels) -> list[Block]:
    sector = booklet.sectors[place]
    blocks: list[Block] = [Heading(1, sector.title, place + 1)]
    for question in sector.questions:
        blocks.append(Heading(2, question.text))
        for number, answer in enumerate(question.answers, start=1):
            blocks += _answer(answer, number, labels)
    return blocks


def _answer(answer: ArchivedAnswer, number: int, labels: Labels) -> list[Block]:
    when = labels.date(answer.starts.date()) if answer.starts else labels("not_recorded")
    about = labels.dotted((when, labels.join((answer.venue, answer.place))))
    heading = Heading(3, answer.title.strip() or labels("not_recorded"), number)
    return [heading, Paragraph(about, ParagraphRole.BYLINE), *outline_blocks(answer.items)]
