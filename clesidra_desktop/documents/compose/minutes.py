"""The minutes of a workshop: title, header, objectives, the result of the meeting, annexes."""

from collections.abc import Mapping
from types import MappingProxyType

from clesidra_desktop.documents.annexes.model import NO_ANNEXES, PreparedAnnexes
from clesidra_desktop.documents.blocks import (
    Block,
    Contents,
    Document,
    Heading,
    Image,
    KeyTable,
    List,
    ListItem,
    ListStyle,
    Paragraph,
    ParagraphRole,
    Section,
    Title,
)
from clesidra_desktop.documents.compose.annexes import NumberedAnnex, annex_list, annex_sections, number_annexes
from clesidra_desktop.documents.compose.blanks import without_blanks
from clesidra_desktop.documents.compose.result import compose_result
from clesidra_desktop.documents.compose.sections import Sections
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.documents.shorten import shortened
from clesidra_desktop.domain.counts import count_by_category, count_by_sex, with_those_who_came
from clesidra_desktop.domain.editions import Edition, edition_of, files_of
from clesidra_desktop.domain.minutes_sections import SectionKind
from clesidra_desktop.domain.workshop import AnnexSource, Sex, Workshop

NO_SIGNATURES: Mapping[str, Image] = MappingProxyType({})


def compose_minutes(
    workshop: Workshop,
    labels: Labels,
    files: PreparedAnnexes = NO_ANNEXES,
    signatures: Mapping[str, Image] = NO_SIGNATURES,
    *,
    edition: Edition = Edition.FULL,
) -> Document:
    """Compose the minutes of a workshop in the language of the labels.

    `files` are the files of annexes, made ready, `signatures` the pictures of signatures, both by their paths inside
    the workshop file; an annex whose file is not there says so on its page. Attendants are those who came. The public
    edition is composed from the public workshop; only the quotas, which are counts, are measured on the full one.
    """
    workshop = with_those_who_came(without_blanks(workshop))
    counted = workshop.attendants
    shown = files_of(workshop, files, edition)
    files = {path: annex for path, annex in files.items() if path in shown}
    workshop = edition_of(workshop, edition)
    annexes = number_annexes(workshop, labels)
    title = labels("minutes_of", title=workshop.title.strip() or labels("not_recorded"))
    main: list[Block] = [
        Title(title),
        *_programme(workshop, labels),
        *_edition(edition, labels),
        _header(workshop, labels, annexes),
        Contents(labels("contents")),
        *_parts(workshop, labels, annexes),
    ]
    programme = workshop.programme
    return Document(
        language=labels.language,
        title=title,
        sections=(Section(tuple(main)), *annex_sections(workshop, labels, annexes, files, signatures, counted)),
        subject=programme.name if programme else "",
        authors=workshop.team.minute_taker,
        running_title=shortened(title),
        footer=shortened(labels.dotted((programme.name if programme else "", _place(workshop, labels)))),
        page_label=labels.raw("page_label"),
        annex_page=labels.raw("annex_page"),
        digits=labels.digits.ten,
        keywords=tuple(sector.title for sector in workshop.sectors),
        fields=_fields(workshop, title, labels),
    )


def _parts(workshop: Workshop, labels: Labels, annexes: tuple[NumberedAnnex, ...]) -> list[Block]:
    """Compose the numbered parts; the numbers go on where one is left out."""
    sections = Sections(workshop)
    parts = (
        (SectionKind.OBJECTIVES, "objectives", _objectives(workshop, labels)),
        (SectionKind.RESULT, "result", compose_result(workshop, labels, annexes)),
        (SectionKind.ANNEX_LIST, "annexes", [annex_list(annexes, labels)]),
    )
    shown = [part for part in parts if sections.is_shown(part[0])]
    return [
        block
        for number, (kind, label, content) in enumerate(shown, start=1)
        for block in sections.framed(kind, "", Heading(1, labels(label), number), content)
    ]


def _fields(workshop: Workshop, title: str, labels: Labels) -> Mapping[str, str]:
    """Return what the placeholders of an office's own template or theme stand for."""
    return {
        "title": title,
        "workshop": workshop.title.strip() or labels("not_recorded"),
        "programme": workshop.programme.name if workshop.programme else "",
        "date": labels.span(workshop.starts, workshop.ends),
        "place": _place(workshop, labels),
    }


def _place(workshop: Workshop, labels: Labels) -> str:
    return labels.join((workshop.venue, workshop.place))


def _programme(workshop: Workshop, labels: Labels) -> list[Block]:
    programme = workshop.programme
    if programme is None:
        return []
    parts = (
        programme.name,
        labels("funded_by", funder=programme.funder) if programme.funder else "",
        labels("activity", activity=programme.activity) if programme.activity else "",
    )
    return [Paragraph(labels.dotted(parts), ParagraphRole.LEAD)]


def _edition(edition: Edition, labels: Labels) -> list[Block]:
    return [Paragraph(labels("public_edition"), ParagraphRole.NOTE)] if edition is Edition.PUBLIC else []


def _header(workshop: Workshop, labels: Labels, annexes: tuple[NumberedAnnex, ...]) -> KeyTable:
    missing = (labels("not_recorded"),)
    team = workshop.team
    return KeyTable(
        rows=(
            (labels("facilitated_by"), team.facilitator or missing),
            (labels("mc"), team.mc or missing),
            (labels("minutes_taker"), team.minute_taker or missing),
            (labels("participated_by"), _participants(workshop, labels, annexes)),
            (labels("date_and_time"), (labels.span(workshop.starts, workshop.ends),)),
            (labels("location"), (_place(workshop, labels) or labels("not_recorded"),)),
        ),
        summary=labels("header_table_summary"),
    )


def _participants(workshop: Workshop, labels: Labels, annexes: tuple[NumberedAnnex, ...]) -> tuple[str, ...]:
    counts = labels.dotted(
        labels("category_count", label=count.category.label or labels("no_category"), count=count.total)
        for count in count_by_category(workshop)
    )
    sexes = count_by_sex(workshop.attendants)
    total, women = len(workshop.attendants), sexes.get(Sex.FEMALE, 0)
    share = labels.share(women / total if total else 0.0)
    lines = [counts, labels("participants_total", total=total, women=women, share=share)]
    if None in sexes:
        lines.append(labels("unknown_sex_count", count=sexes[None]))
    for annex in annexes:
        if annex.annex.source is AnnexSource.ATTENDANTS:
            lines.append(labels("see_attendant_list", annex=annex.name))
            break
    return tuple(line for line in lines if line)


def _objectives(workshop: Workshop, labels: Labels) -> list[Block]:
    if not workshop.objectives:
        if Sections(workshop).has_text(SectionKind.OBJECTIVES):
            return []
        return [Paragraph(labels("not_recorded"), ParagraphRole.MISSING)]
    items = (
        ListItem(text, ListStyle.NUMBER, ordinal=number) for number, text in enumerate(workshop.objectives, start=1)
    )
    return [List(tuple(items))]
