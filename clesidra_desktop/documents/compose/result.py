"""The result of the meeting: one section for every agenda item that is neither internal nor a break."""

from clesidra_desktop.documents.blocks import (
    Align,
    Bar,
    BarChart,
    Block,
    Column,
    Heading,
    List,
    ListItem,
    ListStyle,
    Paragraph,
    ParagraphRole,
    Table,
)
from clesidra_desktop.documents.compose.annexes import NumberedAnnex
from clesidra_desktop.documents.compose.outlines import outline_blocks
from clesidra_desktop.documents.compose.sections import Sections
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain import outline
from clesidra_desktop.domain.agenda import printed_items
from clesidra_desktop.domain.minutes_sections import SectionKind
from clesidra_desktop.domain.rapporteurs import rapporteurs
from clesidra_desktop.domain.tallies import poll_base, poll_total, tally
from clesidra_desktop.domain.workshop import (
    AgendaItem,
    AgendaKind,
    Attendant,
    Group,
    Poll,
    Sector,
    WayForward,
    Workshop,
)


def compose_result(workshop: Workshop, labels: Labels, annexes: tuple[NumberedAnnex, ...]) -> list[Block]:
    """Compose the second part. What no agenda item presents is printed after the last one: nothing is left out."""
    items = [item for item in printed_items(workshop.agenda) if item.kind is not AgendaKind.BREAK]
    blocks = [block for item in items for block in _Item(workshop, labels, annexes, item).blocks()]
    blocks += _unpresented(workshop, labels, items)
    return blocks if blocks or items else [Paragraph(labels("no_agenda"), ParagraphRole.MISSING)]


def _unpresented(workshop: Workshop, labels: Labels, items: list[AgendaItem]) -> list[Block]:
    kinds = {item.kind for item in items}
    shown = {item.poll for item in items if item.kind is AgendaKind.POLL}
    sections = Sections(workshop)
    blocks: list[Block] = []
    if AgendaKind.ANSWERS not in kinds and (workshop.sectors or workshop.questions):
        heading = Heading(2, labels("answers"))
        blocks += sections.framed(SectionKind.ANSWERS, "", heading, _answers(workshop, labels))
    if AgendaKind.WAYS_FORWARD not in kinds and workshop.ways_forward:
        heading = Heading(2, labels("ways_forward"))
        blocks += sections.framed(SectionKind.WAYS_FORWARD, "", heading, [_ways_forward(workshop.ways_forward, labels)])
    for poll in workshop.polls:
        if poll.key not in shown:
            heading = Heading(2, labels("poll"))
            blocks += sections.framed(SectionKind.POLL, poll.key, heading, compose_poll(poll, labels))
    return blocks


class _Item:
    """One agenda item as it is printed."""

    def __init__(
        self, workshop: Workshop, labels: Labels, annexes: tuple[NumberedAnnex, ...], item: AgendaItem
    ) -> None:
        self._workshop = workshop
        self._labels = labels
        self._annexes = annexes
        self._item = item

    def blocks(self) -> list[Block]:
        item, labels = self._item, self._labels
        sections = Sections(self._workshop)
        said: list[Block] = [*outline_blocks(item.notes), *self._content()]
        is_bare = not said and item.kind is not AgendaKind.ANSWERS  # whose sectors may all be switched off
        if is_bare and not sections.has_text(SectionKind.ITEM, item.key):
            said = [Paragraph(labels("no_notes"), ParagraphRole.MISSING)]
        for annex in self._annexes:
            if annex.annex.key == item.annex:
                said.append(Paragraph(labels("detail_in", annex=annex.name), ParagraphRole.NOTE))
        byline = [Paragraph(labels("by_speaker", speaker=item.speaker), ParagraphRole.BYLINE)] if item.speaker else []
        return sections.framed(SectionKind.ITEM, item.key, Heading(2, item.title), said, byline)

    def _content(self) -> list[Block]:
        workshop, labels = self._workshop, self._labels
        match self._item.kind:
            case AgendaKind.ANSWERS:
                return _answers(workshop, labels)
            case AgendaKind.BREAKOUT:
                return _groups(workshop, labels)
            case AgendaKind.WAYS_FORWARD:
                if not workshop.ways_forward:
                    return [Paragraph(labels("no_ways_forward"), ParagraphRole.MISSING)]
                return [_ways_forward(workshop.ways_forward, labels)]
            case AgendaKind.POLL:
                polls = [poll for poll in workshop.polls if poll.key == self._item.poll]
                if not polls:
                    return [Paragraph(labels("poll_not_recorded"), ParagraphRole.MISSING)]
                return [block for poll in polls for block in compose_poll(poll, labels)]
            case AgendaKind.TALK | AgendaKind.BREAK:
                return []


def _answers(workshop: Workshop, labels: Labels) -> list[Block]:
    sections = Sections(workshop)
    missing = Paragraph(labels("no_answer"), ParagraphRole.MISSING)
    if not workshop.sectors:
        questions = enumerate(workshop.questions, start=1)
        return [block for number, one in questions for block in (Heading(3, one.text, number), missing)] or [missing]
    shown = [one for one in workshop.sectors if sections.is_shown(SectionKind.SECTOR, one.key)]
    blocks: list[Block] = []
    for number, sector in enumerate(shown, start=1):
        heading = Heading(3, sector.title, number)
        said = _answers_of(sector, workshop, missing)
        blocks += sections.framed(SectionKind.SECTOR, sector.key, heading, said, _byline(sector, workshop, labels))
    return blocks


def _answers_of(sector: Sector, workshop: Workshop, missing: Paragraph) -> list[Block]:
    given = {answer.question: answer.items for answer in workshop.answers if answer.sector == sector.key}
    blocks: list[Block] = []
    for count, question in enumerate(workshop.questions, start=1):
        items = given.get(question.key, ())
        answer = [missing] if outline.is_blank(items) else outline_blocks(items)
        blocks += [Heading(4, question.text, count), *answer]
    return blocks or [missing]


def _byline(sector: Sector, workshop: Workshop, labels: Labels) -> list[Paragraph]:
    """Return who sat in the group of a sector, as a paragraph."""
    reporting = rapporteurs(workshop)
    lines = (_group_line(group, reporting, labels) for group in workshop.groups if group.sector == sector.key)
    return [Paragraph(line, ParagraphRole.BYLINE) for line in lines if line]


def _group_line(group: Group, reporting: dict[str, Attendant | str], labels: Labels) -> str:
    one = reporting[group.sector]
    rapporteur = one if isinstance(one, str) else one.name.strip() or one.name_km
    return labels.dotted(
        (
            labels("rapporteur", name=rapporteur) if rapporteur else "",
            labels("room", room=group.room) if group.room else "",
            labels("group_size", count=len(group.members)) if group.members else "",
        )
    )


def _groups(workshop: Workshop, labels: Labels) -> list[Block]:
    titles = {sector.key: sector.title for sector in workshop.sectors}
    reporting = rapporteurs(workshop)
    items = tuple(
        ListItem(labels.dotted((titles[group.sector], _group_line(group, reporting, labels))), ListStyle.BULLET)
        for group in workshop.groups
    )
    return [List(items)] if items else []


def _ways_forward(ways: tuple[WayForward, ...], labels: Labels) -> List:
    items = []
    for number, way in enumerate(ways, start=1):
        due = labels.date(way.due_date) if way.due_date else way.due
        details = labels.dotted(
            (
                labels("responsible", name=way.responsible) if way.responsible else "",
                labels("due", date=due) if due else "",
            )
        )
        text = f"{way.text}\n{details}" if details else way.text
        items.append(ListItem(text, ListStyle.NUMBER, ordinal=number))
    return List(tuple(items))


def compose_poll(poll: Poll, labels: Labels) -> list[Block]:
    """Compose a poll: a sentence, a table with shares, a bar chart and the note."""
    results = tally(poll)
    was_counted = results or poll.respondents is not None
    sentence = labels("poll_sentence", respondents=poll_base(poll), question=poll.question)
    said = sentence if was_counted else poll.question
    several = labels("poll_several")
    blocks: list[Block] = [Paragraph(f"{said} {several}" if poll.multiple else said)]
    if results:
        rows = [(one.option.text, labels.number(one.option.count), labels.share(one.share)) for one in results]
        total = poll_total(poll)
        base = poll_base(poll)
        whole = "" if poll.multiple else labels.share(total / base if base else 0.0)
        rows.append((labels("poll_total"), labels.number(total), whole))
        columns = (
            Column(labels("poll_option"), 70),
            Column(labels("poll_count"), 15, Align.END),
            Column(labels("poll_share"), 15, Align.END),
        )
        summary = labels("poll_table_summary", question=poll.question)
        blocks.append(Table(columns, tuple(rows), totals=1, summary=summary))
        blocks.append(_chart(poll, labels))
    else:
        blocks.append(Paragraph(labels("poll_not_recorded"), ParagraphRole.MISSING))
    if poll.note:
        blocks.append(Paragraph(poll.note))
    return blocks


def _chart(poll: Poll, labels: Labels) -> BarChart:
    bars = tuple(
        Bar(
            one.option.text,
            one.option.count,
            f"{labels.number(one.option.count)} ({labels.share(one.share)})",
        )
        for one in tally(poll)
    )
    described = labels.join(f"{bar.label}: {bar.caption}" for bar in bars)
    return BarChart(
        bars, axis=labels("poll_count"), summary=labels("poll_chart", question=poll.question, bars=described)
    )
