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
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain import outline
from clesidra_desktop.domain.agenda import printed_items
from clesidra_desktop.domain.outline import Outline, OutlineStyle
from clesidra_desktop.domain.rapporteurs import rapporteurs
from clesidra_desktop.domain.tallies import poll_base, poll_total, tally
from clesidra_desktop.domain.workshop import AgendaItem, AgendaKind, Attendant, Group, Poll, WayForward, Workshop

LIST_STYLES = {
    OutlineStyle.BULLET: ListStyle.BULLET,
    OutlineStyle.NUMBER: ListStyle.NUMBER,
    OutlineStyle.PARAGRAPH: ListStyle.PLAIN,
}


def compose_result(workshop: Workshop, labels: Labels, annexes: tuple[NumberedAnnex, ...]) -> list[Block]:
    """Compose the second part. What no agenda item presents is printed after the last one: nothing is left out."""
    items = [item for item in printed_items(workshop.agenda) if item.kind is not AgendaKind.BREAK]
    blocks = [block for item in items for block in _Item(workshop, labels, annexes, item).blocks()]
    blocks += _unpresented(workshop, labels, items)
    return blocks or [Paragraph(labels("no_agenda"), ParagraphRole.MISSING)]


def _unpresented(workshop: Workshop, labels: Labels, items: list[AgendaItem]) -> list[Block]:
    kinds = {item.kind for item in items}
    shown = {item.poll for item in items if item.kind is AgendaKind.POLL}
    blocks: list[Block] = []
    if AgendaKind.ANSWERS not in kinds and (workshop.sectors or workshop.questions):
        blocks += [Heading(2, labels("answers")), *_answers(workshop, labels)]
    if AgendaKind.WAYS_FORWARD not in kinds and workshop.ways_forward:
        blocks += [Heading(2, labels("ways_forward")), _ways_forward(workshop.ways_forward, labels)]
    for poll in workshop.polls:
        if poll.key not in shown:
            blocks += [Heading(2, labels("poll")), *compose_poll(poll, labels)]
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
        blocks: list[Block] = [Heading(2, item.title)]
        if item.speaker:
            blocks.append(Paragraph(labels("by_speaker", speaker=item.speaker), ParagraphRole.BYLINE))
        notes = outline_blocks(item.notes)
        content = self._content()
        if not notes and not content:
            notes = [Paragraph(labels("no_notes"), ParagraphRole.MISSING)]
        blocks += [*notes, *content]
        for annex in self._annexes:
            if annex.annex.key == item.annex:
                blocks.append(Paragraph(labels("detail_in", annex=annex.name), ParagraphRole.NOTE))
        return blocks

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


def outline_blocks(items: Outline) -> list[Block]:
    """Turn an outline into paragraphs and lists.

    Running text at the first level is a paragraph of its own; everything below it belongs to one list, at the level
    of the outline less one, so that points under a paragraph start at the left edge.
    """
    blocks: list[Block] = []
    pending: list[ListItem] = []
    for point in outline.walk(items):
        node = point.node
        top = point.level == 0
        if top and node.style is OutlineStyle.PARAGRAPH:
            if pending:
                blocks.append(List(tuple(pending)))
                pending = []
            if node.text.strip():
                blocks.append(Paragraph(node.text))
            offset = 1
            continue
        if top:
            offset = 0
        pending.append(ListItem(node.text, LIST_STYLES[node.style], point.level - offset, point.ordinal))
    if pending:
        blocks.append(List(tuple(pending)))
    return blocks


def _answers(workshop: Workshop, labels: Labels) -> list[Block]:
    given = {(answer.sector, answer.question): answer.items for answer in workshop.answers}
    groups = {group.sector: group for group in workshop.groups}
    reporting = rapporteurs(workshop)
    missing = Paragraph(labels("no_answer"), ParagraphRole.MISSING)
    blocks: list[Block] = []
    for number, sector in enumerate(workshop.sectors, start=1):
        blocks.append(Heading(3, sector.title, number))
        if sector.key in groups and (line := _group_line(groups[sector.key], reporting, labels)):
            blocks.append(Paragraph(line, ParagraphRole.BYLINE))
        for count, question in enumerate(workshop.questions, start=1):
            items = given.get((sector.key, question.key), ())
            answer = [missing] if outline.is_blank(items) else outline_blocks(items)
            blocks += [Heading(4, question.text, count), *answer]
        if not workshop.questions:
            blocks.append(missing)
    if not workshop.sectors:
        for number, question in enumerate(workshop.questions, start=1):
            blocks += [Heading(3, question.text, number), missing]
    return blocks or [missing]


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
