"""Two documents made by hand that together use every block, in English and in Khmer."""

from datetime import datetime

from clesidra_desktop.documents.blocks import (
    Align,
    Bar,
    BarChart,
    Column,
    Document,
    Heading,
    KeyTable,
    List,
    ListItem,
    ListStyle,
    Paragraph,
    ParagraphRole,
    Section,
    Table,
    Title,
)

CREATED = datetime(2024, 5, 17, 14, 30)

BULLET, NUMBER, PLAIN = ListStyle.BULLET, ListStyle.NUMBER, ListStyle.PLAIN


def _outline() -> List:
    return List(
        (
            ListItem("Wells dry up in March", BULLET),
            ListItem("Two of five pumps work", BULLET, 1),
            ListItem("The one at the school leaks", BULLET, 2),
            ListItem("What the village will do", NUMBER, 0, 1),
            ListItem("Clean the canal", NUMBER, 1, 1),
            ListItem("Mend the gate", NUMBER, 1, 2),
            ListItem("Ask for a hinge", NUMBER, 2, 1),
            ListItem("What the commune will do", NUMBER, 0, 2),
            ListItem("Send an engineer", NUMBER, 1, 1),
            ListItem("Both meet again in June.", PLAIN),
            ListItem("They bring the accounts.", PLAIN, 1),
            ListItem("Far too deep", NUMBER, 11, 1),
        )
    )


def _attendants() -> Table:
    titles = ("No.", "Name", "Sex", "Age", "Organization", "Position", "Province", "Arrived")
    aligns = (Align.END, Align.START, Align.CENTRE, Align.END, Align.START, Align.START, Align.START, Align.END)
    columns = tuple(
        Column(title, 0.5 if title == "No." else 1.0, align) for title, align in zip(titles, aligns, strict=True)
    )
    rows = [
        ("1", "Chan Bopha", "F", "34", "Water users' group", "Chair", "Pursat", "08:05"),
        ("2", "ឡុង ដារ៉ា", "M", "", "a-very-long-address.with-no-break@example.org", "", "Pursat", "08:20"),
        ("", "Total", "", "", "", "", "", "2"),
    ]
    return Table(columns, rows, 1, 'Who came, from where & when: the "list"')


def english() -> Document:
    """A portrait section, a landscape one with the long table, and a portrait one."""
    minutes = (
        Title("Minutes of the water users' workshop"),
        Paragraph("Rural water programme, second year", ParagraphRole.LEAD),
        KeyTable(
            (("Facilitated by", ("Ms. Chan Bopha", "Mr. Long Dara")), ("Location", ("Pursat",)), ("Funder", ())),
            "Who led the workshop and where it was",
        ),
        Heading(1, "Objectives", 1),
        List((ListItem("To share the water fairly", NUMBER, 0, 1), ListItem("To mend the canal", NUMBER, 0, 2))),
        Heading(1, "Results", 2),
        Heading(2, "Opening"),
        Paragraph("by Ms. Chan Bopha", ParagraphRole.BYLINE),
        Paragraph("She welcomed everyone.\nThe workshop began at 08:30."),
        Heading(2, "Answers of the groups"),
        Heading(3, "Irrigation", 1),
        Heading(4, "What is missing?", 1),
        _outline(),
        Heading(4, "Who will help?", 2),
        Paragraph("No answer recorded.", ParagraphRole.MISSING),
        Heading(3, "Drinking water", 2),
        Heading(4, "What is missing?", 1),
        Paragraph("<Pumps> & pipes\tat 5 °C 🎉", ParagraphRole.NOTE),
        Heading(2, "Poll"),
        Table(
            (Column("Option", 4), Column("Votes", 1, Align.END)),
            (("Canal first", "7"), ("Pumps first", "5"), ("Total", "12"), ("Not voting", "1")),
            2,
            "The votes",
        ),
        BarChart((Bar("Canal first", 7, "7 (58 %)"), Bar("Pumps first", 5.0, "5 (42 %)")), "Votes", "Seven of twelve"),
        Heading(2, "Ways forward"),
        Heading(3, "Tasks", 1),
        Heading(3, "Dates", 4),
    )
    lists = (Heading(1, "Annex I: Attendants"), _attendants(), KeyTable((("Women", ("1",)),)))
    return Document(
        "en",
        "Minutes of the water users' workshop",
        (Section(minutes), Section(lists, landscape=True), Section((Paragraph("The end."),))),
        subject="Workshop in Pursat",
        authors=("Ms. Chan Bopha", "Mr. Long Dara"),
        running_title="Water users' workshop",
        footer="Rural water programme",
        page_label="Page {page} of {pages}",
        keywords=("minutes", "water"),
    )


def khmer() -> Document:
    """Khmer text with numbers in Khmer digits, and a page label with its fields the other way round."""
    minutes = (
        Title("កំណត់ហេតុសិក្ខាសាលា"),
        KeyTable((("សម្របសម្រួលដោយ", ("លោកស្រី ចាន់ បុប្ផា",)), ("អ្នកចូលរួម", ("សរុប៖ ១២ នាក់ (CBO ៥)",)))),
        Heading(1, "គោលបំណង", 1),
        Paragraph("ចែករំលែកទឹកដោយយុត្តិធម៌ ក្នុងចំណោម CBO និង NGO ក្នុងខេត្ត។"),
        Heading(1, "លទ្ធផល", 2),
        Heading(2, "ការបើកសិក្ខាសាលា"),
        Paragraph("ដោយ លោកស្រី ចាន់ បុប្ផា", ParagraphRole.BYLINE),
        Heading(3, "ធារាសាស្ត្រ", 1),
        Heading(4, "តើខ្វះអ្វីខ្លះ?", 1),
        List((ListItem("ប្រឡាយ", NUMBER, 0, 1), ListItem("ទ្វារទឹក", BULLET, 1), ListItem("ម៉ាស៊ីនបូម", NUMBER, 0, 2))),
        Paragraph("មិនមានចម្លើយ", ParagraphRole.MISSING),
        Table((Column("ជម្រើស", 3), Column("ចំនួន", 1, Align.END)), (("ប្រឡាយមុន", "៧"), ("សរុប", "៧")), 1),
        BarChart((Bar("ប្រឡាយមុន", 7, "៧ (១០០ %)"),), "ចំនួន", "ប្រឡាយមុន ៧"),
    )
    return Document(
        "km",
        "កំណត់ហេតុសិក្ខាសាលា",
        (Section(minutes),),
        running_title="សិក្ខាសាលា",
        footer="កម្មវិធីទឹកជនបទ",
        page_label="{pages} ទំព័រ · ទំព័រ {page}",
        digits="០១២៣៤៥៦៧៨៩",
    )
