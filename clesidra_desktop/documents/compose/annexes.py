"""The annexes: the attendant list with its counts, the agenda planned against actual, a page for every file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePosixPath

from clesidra_desktop.documents.annexes.kinds import PDF
from clesidra_desktop.documents.annexes.model import PreparedAnnexes
from clesidra_desktop.documents.blocks import (
    Align,
    Block,
    Column,
    Enclosed,
    Heading,
    Image,
    Paragraph,
    ParagraphRole,
    Picture,
    Reference,
    ReferenceTable,
    Section,
    Table,
)
from clesidra_desktop.documents.compose.attendants import SEX_TITLES, attendant_table
from clesidra_desktop.documents.compose.outlines import outline_blocks
from clesidra_desktop.documents.compose.sections import Sections
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain.agenda import PlannedItem, plan
from clesidra_desktop.domain.counts import count_by_category, count_by_sex
from clesidra_desktop.domain.minutes_sections import SectionKind, all_annexes
from clesidra_desktop.domain.quotas import QuotaResult, measure_quota
from clesidra_desktop.domain.workshop import Annex, AnnexSource, Attendant, Flag, QuotaAttribute, Sex, Workshop


@dataclass(frozen=True, slots=True)
class NumberedAnnex:
    """An annex with its name in the minutes, such as "Annex II"."""

    annex: Annex
    name: str
    number: str
    key: str


MADE_TITLES = {AnnexSource.ATTENDANTS: "attendant_list", AnnexSource.AGENDA: "agenda"}
"""The labels of the annexes that are added in front."""


def number_annexes(workshop: Workshop, labels: Labels) -> tuple[NumberedAnnex, ...]:
    """Number the annexes as they are printed, without those that are left out.

    The attendant list and the agenda are added in front where the workshop has attendants or an agenda and does
    not name that annex itself.
    """
    sections = Sections(workshop)
    titles = {f"({source})": labels(label) for source, label in MADE_TITLES.items()}
    shown = [one for one in all_annexes(workshop) if sections.is_shown(SectionKind.ANNEX, one.key)]
    numbered = []
    for position, one in enumerate(shown, start=1):
        title = sections.of(SectionKind.ANNEX, one.key).title or one.title or titles.get(one.key, "")
        annex = replace(one, title=title)
        number = labels.annex_number(position)
        numbered.append(NumberedAnnex(annex, labels("annex", number=number), number, f"annex-{position}"))
    return tuple(numbered)


def annex_list(annexes: Sequence[NumberedAnnex], labels: Labels) -> Block:
    """Compose the list of all annexes, with the page on which each begins."""
    if not annexes:
        return Paragraph(labels("no_annexes"), ParagraphRole.NOTE)
    rows = tuple(Reference(one.name, one.annex.title, one.key) for one in annexes)
    return ReferenceTable(rows, labels("page"), labels("annexes"))


def annex_sections(
    workshop: Workshop,
    labels: Labels,
    annexes: Sequence[NumberedAnnex],
    files: PreparedAnnexes,
    signatures: Mapping[str, Image],
    counted: Sequence[Attendant],
) -> list[Section]:
    """Compose every annex, each on pages of its own.

    `files` are the prepared files of annexes, `signatures` the pictures of signatures, by their paths inside the
    workshop file. Quotas are measured on those `counted`, with all their data.
    """
    wanted, sections = Sections(workshop), []
    for one in annexes:
        heading = Heading(1, labels("annex_heading", number=one.number, title=one.annex.title), key=one.key)
        own = wanted.of(SectionKind.ANNEX, one.annex.key)
        before, after = outline_blocks(own.before), outline_blocks(own.after)
        match one.annex.source:
            case AnnexSource.ATTENDANTS:
                blocks = _attendants(workshop, labels, signatures, counted)
                sections.append(Section((heading, *before, *blocks, *after), landscape=True))
            case AnnexSource.AGENDA:
                sections.append(Section((heading, *before, *_agenda(workshop, labels), *after)))
            case AnnexSource.FILE:
                blocks = [*before, *_file(one, labels, files), *after]
                sections.append(Section((heading, *blocks), annex=one.annex.file, name=one.name))
    return sections


def _file(numbered: NumberedAnnex, labels: Labels, files: PreparedAnnexes) -> list[Block]:
    annex = numbered.annex
    if not annex.file:
        return [Paragraph(labels("not_recorded"), ParagraphRole.MISSING)]
    name = PurePosixPath(annex.file).name
    prepared = files.get(annex.file)
    if prepared is None:
        return [Paragraph(labels("annex_missing", file=name), ParagraphRole.MISSING)]
    if prepared.images:
        told, count = f"{numbered.name}: {annex.title}", len(prepared.images)
        sheets = [
            Picture(image, told if count == 1 else f"{told}, {labels('page_label', page=page, pages=count)}")
            for page, image in enumerate(prepared.images, start=1)
        ]
        return [*sheets, Paragraph(labels("annex_file", file=name), ParagraphRole.NOTE)]
    original = Enclosed(annex.file, f"{numbered.name}: {name}")
    if prepared.pages:
        said = Paragraph(labels("annex_pages", file=name, count=len(prepared.pages)), ParagraphRole.NOTE)
        return [said] if prepared.media_type == PDF else [said, original]
    return [Paragraph(labels("annex_unshown", file=name), ParagraphRole.MISSING), original]


def _attendants(
    workshop: Workshop, labels: Labels, signatures: Mapping[str, Image], counted: Sequence[Attendant]
) -> list[Block]:
    if not workshop.attendants:
        return [Paragraph(labels("no_attendants"), ParagraphRole.MISSING)]
    quotas = [_quota(measure_quota(quota, counted), workshop, labels) for quota in workshop.quotas]
    return [
        attendant_table(workshop, labels, signatures),
        Heading(2, labels("by_sex_and_category")),
        _sex_table(workshop, labels),
        *quotas,
    ]


def _sex_table(workshop: Workshop, labels: Labels) -> Table:
    totals = count_by_sex(workshop.attendants)
    sexes = [sex for sex in SEX_TITLES if sex in (Sex.FEMALE, Sex.MALE) or sex in totals]
    columns = (
        Column(labels("category"), 40),
        *(Column(labels(SEX_TITLES[sex]), 15, Align.END) for sex in sexes),
        Column(labels("total"), 15, Align.END),
    )
    rows = [
        (
            count.category.label or labels("no_category"),
            *(labels.number(count.sexes.get(sex, 0)) for sex in sexes),
            labels.number(count.total),
        )
        for count in count_by_category(workshop)
    ]
    rows.append(
        (
            labels("total"),
            *(labels.number(totals.get(sex, 0)) for sex in sexes),
            labels.number(len(workshop.attendants)),
        )
    )
    return Table(columns, rows, totals=1, summary=labels("sex_table_summary"))


def _quota(result: QuotaResult, workshop: Workshop, labels: Labels) -> Paragraph:
    quota = result.quota
    value = quota.value
    match quota.attribute:
        case QuotaAttribute.SEX:
            value = next((labels(title) for sex, title in SEX_TITLES.items() if sex == value), value)
        case QuotaAttribute.FLAGS if value in set(Flag):
            value = labels(f"flag_{value}")
        case QuotaAttribute.CATEGORY:
            value = next((category.label for category in workshop.categories if category.code == value), value)
    line = labels(
        "quota_line",
        value=value,
        having=result.having,
        total=result.total,
        share=labels.share(result.share),
        goal=labels("percent", number=labels.digits.translate(f"{quota.share * 100:g}")),
    )
    state = labels("quota_reached") if result.reached else labels("quota_missed", missing=result.missing)
    return Paragraph(labels.dotted((line, state)), ParagraphRole.NOTE)


def _planned_hours(entry: PlannedItem) -> tuple[datetime | None, datetime | None]:
    """Return when an item was meant to start and end; one that was inserted while the agenda ran was not planned."""
    if entry.item.minutes is None:
        return (entry.starts, None) if entry.item.allotted is None else (None, None)
    return entry.starts, entry.ends


def _agenda(workshop: Workshop, labels: Labels) -> list[Block]:
    planned = [entry for entry in plan(workshop) if not entry.item.internal]
    if not planned:
        return [Paragraph(labels("no_agenda"), ParagraphRole.MISSING)]
    days = [(entry.starts or entry.item.started) for entry in planned]
    several = len({day.date() for day in days if day}) > 1
    rows = []
    shown = None
    for entry, start in zip(planned, days, strict=True):
        item = entry.item
        day = start.date() if start else None
        cells = [
            labels.hours(*_planned_hours(entry)),
            item.title,
            item.speaker,
            labels.number(item.minutes) if item.minutes is not None else "—",
            labels("item_skipped") if item.skipped and not item.started else labels.hours(item.started, item.ended),
        ]
        if several:
            cells.insert(0, labels.date(day) if day and day != shown else "")
        shown = day
        rows.append(tuple(cells))
    columns = [
        Column(labels("planned"), 22),
        Column(labels("item"), 46),
        Column(labels("speaker"), 23),
        Column(labels("minutes_planned"), 13, Align.CENTRE),
        Column(labels("actual"), 22),
    ]
    if several:
        columns.insert(0, Column(labels("day"), 19))
    return [Table(tuple(columns), rows, summary=labels("agenda_table_summary"))]
