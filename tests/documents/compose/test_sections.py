"""Sections of the minutes that are left out, re-titled, or framed by texts, in the tree and in both formats."""

import io
from datetime import UTC, datetime

import docx
import pytest

from clesidra_desktop.documents.blocks import Contents, Document, Heading, Paragraph, ReferenceTable
from clesidra_desktop.documents.compose import compose_minutes
from clesidra_desktop.documents.docx import write_docx
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.documents.numbering import numbered_headings
from clesidra_desktop.documents.pdf import save_pdf
from clesidra_desktop.domain.agenda import printed_items
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.minutes_sections import places
from clesidra_desktop.domain.outline import Node, OutlineStyle
from clesidra_desktop.domain.workshop import AgendaKind, MinutesSection, Workshop
from tests.helpers.builders import item, poll, workshop
from tests.helpers.documents import pdf_text

MOMENT = datetime(2026, 11, 3, tzinfo=UTC)
BEFORE, AFTER = (Node("Read this first."),), (Node("A point", OutlineStyle.BULLET), Node("And this last."))


def composed(*sections: MinutesSection, **changes: object) -> Document:
    return compose_minutes(workshop(minutes=sections, **changes), Labels(Language.ENGLISH))


def off(*keys: str) -> tuple[MinutesSection, ...]:
    return tuple(MinutesSection(key=key, shown=False) for key in keys)


def headings(document: Document) -> list[str]:
    return [f"{one.number} {one.heading.text}".strip() for one in numbered_headings(document)]


def texts(document: Document) -> list[str]:
    """The headings, and the paragraphs of the body and of its remarks, in their order."""
    return [
        block.text
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Heading | Paragraph)
    ]


def test_a_part_that_is_off_lets_the_numbers_close_up() -> None:
    assert headings(composed())[0] == "I. Objectives"
    shown = headings(composed(*off("objectives")))
    assert shown[0] == "I. The result of the meeting"
    assert "II. Annexes" in shown


def test_sectors_that_are_shown_are_numbered_without_gaps() -> None:
    shown = headings(composed(*off("sector:s1")))
    assert "1. Sector 2" in shown
    assert "1.1. Question 1?" in shown
    assert not any("Sector 1" in one for one in shown)


def test_all_sectors_may_be_off_without_a_word_about_answers() -> None:
    document = composed(*off("sector:s1", "sector:s2"), agenda=(item("reports", kind=AgendaKind.ANSWERS, notes=()),))
    assert headings(document)[1:3] == ["II. The result of the meeting", "Item reports"]
    assert Labels(Language.ENGLISH)("no_notes") not in texts(document)


def test_everything_may_be_off() -> None:
    usual = workshop()
    document = composed(*off(*(place.key for place in places(usual))))
    assert headings(document) == []
    assert len(document.sections) == 1


def test_an_item_that_is_off_goes_with_its_sectors() -> None:
    shown = headings(composed(*off("item:reports")))
    assert "Item opening" in shown
    assert not any("Sector" in one for one in shown)


def test_the_result_without_any_item_shown_says_nothing_of_an_agenda() -> None:
    document = composed(
        *off("item:opening"),
        agenda=(item("opening"),),
        sectors=(),
        questions=(),
        answers=(),
        groups=(),
        polls=(),
        ways_forward=(),
    )
    assert Labels(Language.ENGLISH)("no_agenda") not in texts(document)


def test_annexes_that_are_off_are_neither_listed_nor_printed_nor_counted() -> None:
    document = composed(*off("annex:(agenda)"))
    (table,) = (one for one in document.sections[0].blocks if isinstance(one, ReferenceTable))
    assert [(row.label, row.text) for row in table.rows] == [
        ("Annex I", "Attendant list"),
        ("Annex II", "Annex slides"),
    ]
    assert len(document.sections) == 3


def test_the_list_of_annexes_goes_without_the_annexes() -> None:
    document = composed(*off("annexes"))
    assert not any(isinstance(one, ReferenceTable) for one in document.sections[0].blocks)
    assert len(document.sections) == 4


@pytest.mark.parametrize("place", places(workshop()), ids=lambda place: place.key)
def test_every_section_has_its_title_and_texts(place: object) -> None:
    key = place.key  # type: ignore[attr-defined]
    document = composed(MinutesSection(key=key, title="Another title", before=BEFORE, after=AFTER))
    said = texts(document)
    titles = [one for one in said if "Another title" in one]
    assert len(titles) == 1
    start = said.index(titles[0])
    assert "Read this first." in said[start : start + 3]
    assert said.count("And this last.") == 1
    assert start < said.index("And this last.")


def test_texts_stand_at_both_ends_of_a_section_and_below_its_speaker() -> None:
    section = MinutesSection(key="item:opening", before=BEFORE, after=AFTER)
    said = texts(composed(section, agenda=(item("opening", speaker="The Governor", annex="slides"), item("next"))))
    start = said.index("Item opening")
    assert said[start + 1 : start + 3] == ["by The Governor", "Read this first."]
    assert said[said.index("And this last.") + 1] == "Item next"
    assert said[said.index("And this last.") - 1].startswith("Detail")


def test_text_stands_in_place_of_notes_that_are_not_there() -> None:
    section = MinutesSection(key="item:opening", before=BEFORE)
    silent = (item("opening", notes=()), item("next", notes=()))
    assert texts(composed(section, agenda=silent)).count(Labels(Language.ENGLISH)("no_notes")) == 1
    aims = composed(MinutesSection(key="objectives", after=AFTER), objectives=())
    assert Labels(Language.ENGLISH)("not_recorded") not in texts(aims)[:6]


@pytest.mark.parametrize(
    "made",
    [
        workshop(),
        workshop(agenda=(item("opening"),), annexes=()),
        workshop(agenda=(item("tea", kind=AgendaKind.BREAK), item("x", internal=True)), polls=(poll(3, 1),)),
    ],
)
def test_the_sections_are_those_of_the_document(made: Workshop) -> None:
    """What the window offers to switch off is what the minutes have, heading by heading."""
    document = compose_minutes(made, Labels(Language.ENGLISH))
    shown = [one.heading.level for one in numbered_headings(document) if one.heading.level < 4]
    inside = sum(
        one.heading.text == Labels(Language.ENGLISH)("by_sex_and_category") for one in numbered_headings(document)
    )
    assert len(shown) - inside == len(places(made))
    assert sum(place.key.startswith("item:") for place in places(made)) == sum(
        one.kind is not AgendaKind.BREAK for one in printed_items(made.agenda)
    )


def test_both_formats_and_their_contents_are_without_what_is_off() -> None:
    document = composed(
        *off("item:opening"), MinutesSection(key="objectives", title="What we wanted", before=BEFORE, after=AFTER)
    )
    assert any(isinstance(block, Contents) for block in document.sections[0].blocks)
    pdf, word = io.BytesIO(), write_docx(document, created=MOMENT)
    save_pdf(document, pdf, created=MOMENT)
    paragraphs = "\n".join(one.text for one in docx.Document(io.BytesIO(word)).paragraphs)
    for text in (pdf_text(pdf.getvalue()), paragraphs):
        assert "Item opening" not in text.split("Attendant list")[0]
        assert text.count("What we wanted") == 2  # in the contents, and above the part
        assert "Read this first." in text
        assert "And this last." in text
