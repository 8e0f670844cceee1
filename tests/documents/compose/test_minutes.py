"""The minutes as blocks: what is printed, in which order, and what is said where nothing was recorded."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings

from clesidra_desktop.documents.annexes.kinds import PDF
from clesidra_desktop.documents.annexes.model import PreparedAnnex, SourcePage
from clesidra_desktop.documents.blocks import (
    BarChart,
    Block,
    Document,
    Enclosed,
    Heading,
    Image,
    KeyTable,
    List,
    ListStyle,
    Paragraph,
    ParagraphRole,
    Picture,
    ReferenceTable,
    Table,
    Title,
)
from clesidra_desktop.documents.compose import compose_minutes
from clesidra_desktop.documents.compose.outlines import outline_blocks
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.outline import Node, OutlineStyle
from clesidra_desktop.domain.workshop import (
    AgendaKind,
    AnnexSource,
    Category,
    Flag,
    Programme,
    Sex,
    Stay,
    Team,
    Workshop,
)
from tests.helpers import builders as make
from tests.helpers.samples import SAMPLE, read
from tests.helpers.strategies import workshops

LABELS = Labels(Language.ENGLISH)


def composed(workshop: Workshop, *files: str) -> Document:
    annexes = {file: PreparedAnnex(path=Path(file), media_type="application/pdf") for file in files}
    return compose_minutes(workshop, LABELS, annexes)


def blocks(document: Document) -> list[Block]:
    return [block for section in document.sections for block in section.blocks]


def headings(document: Document) -> list[str]:
    return [block.text for block in blocks(document) if isinstance(block, Heading)]


def missing(document: Document) -> list[str]:
    return [b.text for b in blocks(document) if isinstance(b, Paragraph) and b.role is ParagraphRole.MISSING]


def tables(document: Document) -> list[Table]:
    return [block for block in blocks(document) if isinstance(block, Table)]


def attendant_table(workshop: Workshop) -> Table:
    return next(table for table in tables(composed(workshop)) if table.columns[0].title == "No")


def header(document: Document) -> dict[str, tuple[str, ...]]:
    return dict(next(block for block in blocks(document) if isinstance(block, KeyTable)).rows)


def test_the_sample_from_top_to_bottom() -> None:
    workshop = read(SAMPLE)
    document = composed(workshop)
    first = document.sections[0].blocks
    assert isinstance(first[0], Title)
    assert first[0].text == f"Minutes of {workshop.title}"
    parts = [block.text for block in first if isinstance(block, Heading) and block.level == 1]
    assert parts == ["Objectives", "The result of the meeting", "Annexes"]
    assert [section.landscape for section in document.sections] == [False, True, False, False]
    sectors = [block for block in first if isinstance(block, Heading) and block.level == 3]
    assert [(one.number, one.text) for one in sectors] == list(enumerate((s.title for s in workshop.sectors), start=1))
    assert len([block for block in first if isinstance(block, Heading) and block.level == 4]) == 15
    assert missing(document) == ["The file welcome-slides.pdf was not found when these minutes were made."]


def test_breaks_and_internal_items_are_not_printed() -> None:
    workshop = make.workshop(
        agenda=(
            make.item("a", title="Talk"),
            make.item("b", title="Coffee", kind=AgendaKind.BREAK),
            make.item("c", title="Secret", internal=True),
        )
    )
    document = composed(workshop)
    assert "Talk" in headings(document)
    assert "Coffee" not in headings(document)
    agenda = next(table for table in tables(document) if "Planned" in [column.title for column in table.columns])
    assert [row[1] for row in agenda.rows] == ["Talk", "Coffee"]
    assert "Secret" not in str(document)


def test_the_header_counts_everybody() -> None:
    people = (
        *make.attendants(3, category="CBO"),
        make.attendant(4, category="", sex=None),
        make.attendant(5, category="Press", sex=Sex.OTHER),
    )
    lines = header(composed(make.workshop(attendants=people)))["Participated by"]
    assert "CBOs: 3" in lines[0] or "CBO: 3" in lines[0]
    assert "Press: 1" in lines[0]
    assert "No category: 1" in lines[0]
    assert lines[1] == "Total: 5, of whom women: 2 (40 %)"
    assert lines[2] == "Sex not recorded: 1"
    assert lines[3].startswith("The attendant list is in Annex ")


def test_nobody_came() -> None:
    document = composed(make.workshop(attendants=(), groups=(), annexes=()))
    assert header(document)["Participated by"][-1] == "Total: 0, of whom women: 0 (0 %)"


def test_a_bare_workshop_says_what_is_missing() -> None:
    bare = Workshop(id=make.identity(1), language=Language.ENGLISH, title="")
    document = composed(bare)
    assert document.title == "Minutes of not recorded"
    assert set(header(document)["MC"]) == {"not recorded"}
    assert missing(document) == ["not recorded", "No agenda was recorded."]
    assert len(document.sections) == 1


def test_unanswered_questions_are_printed_as_such() -> None:
    workshop = make.workshop(
        sectors=make.sectors(2), questions=make.questions(2), answers=(), agenda=(make.item(kind=AgendaKind.ANSWERS),)
    )
    assert missing(composed(workshop)).count("no answer recorded") == 4


@pytest.mark.parametrize("rapporteur", ["Ms Sok", str(make.identity(1))])
def test_the_rapporteur_is_named(rapporteur: str) -> None:
    people = (make.attendant(1, name="Ms Sok"),)
    workshop = make.workshop(
        attendants=people,
        groups=(make.group("s1", 1, rapporteur=rapporteur, room="Hall"),),
        agenda=(make.item(kind=AgendaKind.ANSWERS),),
    )
    assert Paragraph("Rapporteur: Ms Sok · Room: Hall · Members: 1", ParagraphRole.BYLINE) in blocks(composed(workshop))


def test_what_no_item_presents_is_printed_at_the_end() -> None:
    workshop = make.workshop(
        agenda=(make.item("only", title="Only talk"),),
        polls=(make.poll(3, 4),),
        ways_forward=(make.way_forward(1),),
    )
    texts = headings(composed(workshop))
    assert texts.index("Only talk") < texts.index("Answers of the groups") < texts.index("Ways forward")
    assert texts.index("Ways forward") < texts.index("Poll") < texts.index("Annexes")


def test_lists_are_added_as_annexes_where_the_workshop_names_none() -> None:
    workshop = make.workshop(annexes=(make.annex(title="Slides"),))
    (listed,) = (block for block in blocks(composed(workshop)) if isinstance(block, ReferenceTable))
    assert [row.text for row in listed.rows] == ["Attendant list", "Agenda", "Slides"]
    assert [row.label for row in listed.rows] == ["Annex I", "Annex II", "Annex III"]
    keys = {block.key for block in blocks(composed(workshop)) if isinstance(block, Heading)}
    assert keys >= {row.key for row in listed.rows}


def test_annexes_of_the_workshop_keep_their_order_and_titles() -> None:
    workshop = make.workshop(
        annexes=(
            make.annex("a", title="Programme of the day", source=AnnexSource.AGENDA, file=""),
            make.annex("b", title="Who came", source=AnnexSource.ATTENDANTS, file=""),
        )
    )
    document = composed(workshop)
    assert headings(document)[-3:] == [
        "Annex I: Programme of the day",
        "Annex II: Who came",
        "Attendants by sex and category",
    ]
    assert header(document)["Participated by"][-1] == "The attendant list is in Annex II"


def test_an_item_refers_to_its_annex() -> None:
    workshop = make.workshop(agenda=(make.item(annex="slides"),), annexes=(make.annex("slides"),))
    notes = [b.text for b in blocks(composed(workshop)) if isinstance(b, Paragraph) and b.role is ParagraphRole.NOTE]
    assert "Details are in Annex III." in notes


def test_a_file_that_is_not_there_is_named() -> None:
    workshop = make.workshop(annexes=(make.annex("slides", file="annexes/slides.pdf"),))
    assert missing(composed(workshop)) == ["The file slides.pdf was not found when these minutes were made."]
    assert missing(composed(workshop, "annexes/slides.pdf")) == [
        "The file slides.pdf could not be shown here as pages. It is attached to this document."
    ]


def test_an_annex_says_what_follows() -> None:
    workshop = make.workshop(annexes=(make.annex("slides", file="annexes/slides.pdf"),))
    image = Image(b"picture", "image/png", 4, 3)
    for annex, kinds in (
        (PreparedAnnex(path=Path("slides.pdf"), media_type=PDF, pages=(SourcePage(100, 50),)), {Paragraph}),
        (PreparedAnnex(path=Path("s.odp"), media_type="", pages=(SourcePage(100, 50),)), {Paragraph, Enclosed}),
        (PreparedAnnex(path=Path("slides.pdf"), media_type=PDF), {Paragraph, Enclosed}),
        (PreparedAnnex(path=Path("slides.jpg"), media_type="", images=(image,)), {Picture, Paragraph}),
    ):
        section = compose_minutes(workshop, LABELS, {"annexes/slides.pdf": annex}).sections[-1]
        assert (section.annex, section.name) == ("annexes/slides.pdf", "Annex III")
        assert {type(block) for block in section.blocks} == {Heading, *kinds}


def test_signatures_stand_beside_their_names() -> None:
    people = tuple(make.attendant(number, signature="" if number == 2 else f"{number}.png") for number in (1, 2, 3))
    image = Image(b"ink", "image/png", 9, 3)
    document = compose_minutes(make.workshop(attendants=people), LABELS, signatures={"1.png": image})
    table = next(block for block in tables(document) if "Signature" in [column.title for column in block.columns])
    column = [one.title for one in table.columns].index("Signature")
    assert table.pictures == {(0, column): Picture(image, f"Signature of {people[0].name}")}
    bare = compose_minutes(make.workshop(attendants=people), LABELS)
    assert all("Signature" not in [column.title for column in table.columns] for table in tables(bare))


def test_a_poll_has_a_sentence_a_table_and_a_chart() -> None:
    workshop = make.workshop(
        agenda=(make.item(kind=AgendaKind.POLL, poll="poll"),),
        polls=(make.poll(17, 5, 11, key="poll", respondents=33),),
    )
    document = composed(workshop)
    table = next(table for table in tables(document) if "Share" in [column.title for column in table.columns])
    assert [row[1:] for row in table.rows] == [("17", "52 %"), ("5", "15 %"), ("11", "33 %"), ("33", "100 %")]
    chart = next(block for block in blocks(document) if isinstance(block, BarChart))
    assert [bar.value for bar in chart.bars] == [17, 5, 11]
    assert chart.bars[0].caption == "17 (52 %)"
    assert all(bar.label in chart.summary for bar in chart.bars)


def test_ways_forward_say_who_and_when() -> None:
    way = make.way_forward(1, text="Write a plan", responsible="Ms Sok", due="2026-12-31")
    later = make.way_forward(2, text="Print it", responsible="", due="when the plan is there")
    workshop = make.workshop(agenda=(make.item(kind=AgendaKind.WAYS_FORWARD),), ways_forward=(way, later))
    texts = [item.text for block in blocks(composed(workshop)) if isinstance(block, List) for item in block.items]
    assert "Write a plan\nResponsible: Ms Sok · Due: 31 December 2026" in texts
    assert "Print it\nDue: when the plan is there" in texts


def test_an_outline_becomes_paragraphs_and_lists() -> None:
    deep = Node("c", OutlineStyle.NUMBER, (Node("d", OutlineStyle.PARAGRAPH),))
    made = outline_blocks(
        (
            Node("a", OutlineStyle.PARAGRAPH, (Node("b", OutlineStyle.NUMBER), deep)),
            Node("e", OutlineStyle.BULLET, (Node("f", OutlineStyle.BULLET),)),
            Node("", OutlineStyle.PARAGRAPH),
            Node("g", OutlineStyle.NUMBER),
        )
    )
    assert made[0] == Paragraph("a")
    first = made[1]
    assert isinstance(first, List)
    assert [(item.text, item.level, item.style, item.ordinal) for item in first.items] == [
        ("b", 0, ListStyle.NUMBER, 1),
        ("c", 0, ListStyle.NUMBER, 2),
        ("d", 1, ListStyle.PLAIN, 0),
        ("e", 0, ListStyle.BULLET, 0),
        ("f", 1, ListStyle.BULLET, 0),
    ]
    assert isinstance(made[2], List)
    assert made[2].items[0].ordinal == 1


def test_columns_that_nobody_fills_are_left_out() -> None:
    workshop = make.workshop(attendants=(make.attendant(1, organization="", province="", birth_year=None),))
    assert [column.title for column in attendant_table(workshop).columns] == ["No", "Name", "Sex", "Category"]


def test_the_attendant_list_has_everything() -> None:
    person = make.attendant(
        1,
        name="Sok Dara",
        name_km="សុខ ដារ៉ា",
        birth_year=1990,
        position="Chair",
        phone="012 000 111",
        email="dara@example.org",
        flags=(Flag.YOUTH, Flag.INDIGENOUS),
        stays=(Stay(arrived=make.at(8, 5), left=make.at(15, 30)),),
    )
    table = attendant_table(make.workshop(attendants=(person,)))
    row = dict(zip((column.title for column in table.columns), table.rows[0], strict=True))
    assert row["Name in Khmer"] == "សុខ ដារ៉ា"
    assert row["Age"] == "36"
    assert row["Remarks"] == "youth, indigenous"
    assert (row["Arrived"], row["Left"]) == ("08:05", "15:30")
    assert table.rows[-1][1] == "Total: 1"
    assert table.totals == 1


def test_arrivals_on_several_days_carry_their_dates() -> None:
    stays = (Stay(arrived=make.at(8), left=make.at(12)), Stay(arrived=make.at(9, day=7)))
    table = attendant_table(make.workshop(attendants=(make.attendant(1, stays=stays),)))
    row = dict(zip((column.title for column in table.columns), table.rows[0], strict=True))
    assert row["Arrived"] == "2026-05-06 08:00\n2026-05-07 09:00"
    assert row["Left"] == "2026-05-06 12:00\n—"


def test_the_day_for_which_somebody_signed_is_printed_where_there_are_several() -> None:
    signed = Stay(extensions={"x-day": "2026-05-07"})
    people = (make.attendant(1, stays=(Stay(arrived=make.at(8)), signed)), make.attendant(2, stays=(signed,)))
    table = attendant_table(make.workshop(attendants=people))
    place = [column.title for column in table.columns].index("Arrived")
    assert [row[place] for row in table.rows[:2]] == ["2026-05-06 08:00\n2026-05-07", "2026-05-07"]
    alone = attendant_table(make.workshop(attendants=people[1:]))
    assert "Arrived" not in [column.title for column in alone.columns]


def test_what_was_left_out_or_inserted_is_told_from_what_was_planned() -> None:
    workshop = make.workshop(
        agenda=(
            make.item("talk", title="Talk", minutes=30, allotted=40, started=make.at(8), ended=make.at(8, 40)),
            make.item("song", title="Song", minutes=None, allotted=5, started=make.at(8, 40), ended=make.at(8, 50)),
            make.item("film", title="Film", minutes=30, skipped=True, notes=()),
            make.item("debate", title="Debate", minutes=30, skipped=True),
        )
    )
    document = composed(workshop)
    agenda = next(table for table in tables(document) if "Planned" in [c.title for c in table.columns])
    assert [(row[0], row[1], row[3], row[4]) for row in agenda.rows] == [
        ("08:00 – 08:30", "Talk", "30", "08:00 – 08:40"),
        ("—", "Song", "—", "08:40 – 08:50"),
        ("08:30 – 09:00", "Film", "30", "left out"),
        ("09:00 – 09:30", "Debate", "30", "left out"),
    ]
    assert not any("Film" in title for title in headings(document))
    assert any("Debate" in title for title in headings(document))


def test_an_agenda_of_several_days_names_each_day_once() -> None:
    workshop = make.workshop(
        starts=datetime(2026, 5, 6, 8),
        agenda=(
            make.item("a", minutes=60),
            make.item("b", minutes=60),
            make.item("c", minutes=30, fixed_start=datetime(2026, 5, 7, 9)),
        ),
    )
    agenda = next(table for table in tables(composed(workshop)) if "Planned" in [c.title for c in table.columns])
    assert [row[0] for row in agenda.rows] == ["6 May 2026", "", "7 May 2026"]
    assert [row[1] for row in agenda.rows] == ["08:00 – 09:00", "09:00 – 10:00", "09:00 – 09:30"]


def test_khmer_minutes_have_khmer_words_and_digits() -> None:
    document = compose_minutes(read(SAMPLE), Labels(Language.KHMER))
    assert document.title.startswith("កំណត់ហេតុ")
    rows = [block for block in blocks(document) if isinstance(block, Table)][-2].rows
    assert not any(digit in rows[-1][-1] for digit in "0123456789")


def test_the_programme_stands_under_the_title() -> None:
    programme = Programme(name="Voices", funder="A fund", activity="1.2")
    document = composed(replace(make.workshop(), programme=programme))
    lead = document.sections[0].blocks[1]
    assert lead == Paragraph("Voices · funded by A fund · Activity 1.2", ParagraphRole.LEAD)


@settings(max_examples=60, deadline=None)
@given(workshop=workshops())
@pytest.mark.parametrize("language", list(Language))
def test_any_workshop_can_be_composed(workshop: Workshop, language: Language) -> None:
    document = compose_minutes(workshop, Labels(language))
    for block in blocks(document):
        if isinstance(block, Table):
            assert all(len(row) == len(block.columns) for row in block.rows)
            assert all(column.weight > 0 for column in block.columns)


def test_blank_texts_are_as_good_as_missing() -> None:
    workshop = make.workshop(
        programme=Programme(name="Voices", funder=" ", activity="\t"),
        place="  ",
        objectives=("", " ", "One"),
        ways_forward=(make.way_forward(1, text="Act", responsible=" ", due="  "),),
        agenda=(make.item(speaker=" "), make.item("w", kind=AgendaKind.WAYS_FORWARD)),
        team=Team(mc=("", " "), facilitator=("Ms Sok", "")),
        categories=(Category(code="CBO", label=" "),),
    )
    document = composed(workshop)
    assert document.sections[0].blocks[1] == Paragraph("Voices", ParagraphRole.LEAD)
    rows = header(document)
    assert rows["MC"] == ("not recorded",)
    assert rows["Facilitated by"] == ("Ms Sok",)
    assert rows["Location"] == (workshop.venue,)
    assert "CBO: " in rows["Participated by"][0]
    texts = [item.text for block in blocks(document) if isinstance(block, List) for item in block.items]
    assert "One" in texts
    assert "Act" in texts
    assert "" not in texts
    assert not any(
        isinstance(b, Paragraph) and b.role is ParagraphRole.BYLINE and "by" in b.text for b in blocks(document)
    )


def test_age_says_all_that_is_known() -> None:
    people = (
        make.attendant(1, birth_year=1990, age_group="25-36"),
        make.attendant(2, birth_year=None, age_group="old"),
        make.attendant(3, birth_year=1990, age_group=""),
    )

    def ages(workshop: Workshop) -> list[str]:
        table = attendant_table(workshop)
        index = [column.title for column in table.columns].index("Age")
        return [row[index] for row in table.rows[:-1]]

    assert ages(make.workshop(attendants=people)) == ["36 (25-36)", "old", "36"]
    assert ages(make.workshop(attendants=people, starts=None)) == ["1990 (25-36)", "old", "1990"]


def test_sectors_and_questions_are_never_lost() -> None:
    talk = (make.item("only"),)
    alone = make.workshop(
        sectors=make.sectors(1), questions=(), answers=(), agenda=talk, groups=(make.group("s1", 1, room="Hall"),)
    )
    assert alone.sectors[0].title in headings(composed(alone))
    assert "Room: Hall" in str(blocks(composed(alone)))
    asked = make.workshop(sectors=(), questions=make.questions(2), answers=(), agenda=talk, groups=())
    assert [question.text in headings(composed(asked)) for question in asked.questions] == [True, True]


def test_a_poll_that_nobody_counted_says_only_that() -> None:
    workshop = make.workshop(
        polls=(make.poll(respondents=None, options=(), question="Why?"),), agenda=(make.item("a"),)
    )
    document = composed(workshop)
    assert Paragraph("Why?") in blocks(document)
    assert "The result of the poll was not recorded." in missing(document)
    assert "answered by" not in str(blocks(document))


def test_an_item_without_minutes_has_no_planned_end() -> None:
    table = next(
        t
        for t in tables(composed(make.workshop(agenda=(make.item(minutes=None),))))
        if len(t.columns) == 5 and t.columns[0].title == "Planned"
    )
    assert table.rows[0][0] == "08:00 – …"


def test_wide_columns_hold_long_texts() -> None:
    people = make.attendants(5, organization="The Provincial Department of Rural Development", position="Chair")
    widths = {column.title: column.weight for column in attendant_table(make.workshop(attendants=people)).columns}
    assert widths["Organization"] > 1.5 * widths["Position"] > widths["Sex"]


def test_lines_for_every_page_are_short() -> None:
    document = composed(make.workshop(title="Word " * 100))
    assert len(document.running_title) <= 96
    assert document.running_title.endswith("Word…")
    assert len(document.title) > 400


def test_who_was_only_invited_is_not_in_the_minutes() -> None:
    invited = make.attendant(77, name="Only Invited", stays=())
    came = (make.attendant(1, stays=(make.stay(make.at(8)),)),)
    held = make.workshop(attendants=came, groups=())
    more = replace(held, attendants=(*held.attendants, invited))
    labels = Labels(held.language)
    assert compose_minutes(more, labels) == compose_minutes(held, labels)
