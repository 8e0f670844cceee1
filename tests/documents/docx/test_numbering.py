import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clesidra_desktop.documents.blocks import Document, Heading, List, ListItem, ListStyle, Section
from clesidra_desktop.documents.docx import write_docx
from tests.documents.docx.reading import parts, printed_numbers, written
from tests.documents.docx.sample import CREATED

_headings = st.lists(st.builds(Heading, st.integers(1, 4), st.just("x"), st.integers(0, 4)), max_size=25)
_items = st.lists(
    st.builds(ListItem, st.just("x"), st.sampled_from(ListStyle), st.integers(0, 11), st.integers(1, 4)), max_size=25
)
_FORMATS = ("decimal", "lowerLetter", "lowerRoman")


def _printed(*blocks: Heading | List, counts_shared: bool) -> list[str]:
    docx = write_docx(Document("en", "", (Section(blocks),)), created=CREATED)
    return list(printed_numbers(docx, counts_shared=counts_shared))


def _heading_numbers(headings: list[Heading]) -> list[str]:
    """The numbers that the blocks ask for."""
    labels = []
    sector = 0
    for heading in headings:
        if heading.level < 3:
            sector = 0
        elif heading.level == 3:
            sector = heading.number
        label = f"{heading.number}."
        if heading.level == 1:
            label = f"{written(heading.number, 'upperRoman')}."
        elif heading.level == 4 and sector:
            label = f"{sector}.{label}"
        labels.append(label if heading.number and heading.level != 2 else "")
    return labels


@pytest.mark.parametrize("counts_shared", [True, False])
@given(_headings)
@settings(deadline=None)
def test_headings_get_the_number_of_their_block(counts_shared: bool, headings: list[Heading]) -> None:
    assert _printed(*headings, counts_shared=counts_shared) == _heading_numbers(headings)


@pytest.mark.parametrize("counts_shared", [True, False])
@given(st.lists(_items, max_size=3))
@settings(deadline=None)
def test_items_get_their_ordinal(counts_shared: bool, lists: list[list[ListItem]]) -> None:
    expected = []
    for item in (item for items in lists for item in items):
        level = min(item.level, 8)
        if item.style is ListStyle.NUMBER:
            expected.append(f"{written(item.ordinal, _FORMATS[level % 3])}.")
        elif item.style is ListStyle.BULLET:
            expected.append("•○▪"[level % 3])
    blocks = [List(tuple(items)) for items in lists]
    assert _printed(*blocks, counts_shared=counts_shared) == expected


def test_usual_headings_need_no_restart() -> None:
    """Part, item, sectors and questions in their order: the styles alone number them."""
    headings = [
        Heading(1, "Objectives", 1),
        Heading(1, "Results", 2),
        Heading(2, "Opening"),
        Heading(3, "Irrigation", 1),
        Heading(4, "What?", 1),
        Heading(4, "Who?", 2),
        Heading(3, "Drinking water", 2),
        Heading(4, "What?", 1),
        Heading(2, "Closing"),
        Heading(3, "Tasks", 1),
        Heading(1, "Annexes", 3),
    ]
    docx = write_docx(Document("en", "", (Section(tuple(headings)),)), created=CREATED)
    assert b"w:numPr" not in parts(docx)["word/document.xml"]
    assert b"w:startOverride" not in parts(docx)["word/numbering.xml"]


def test_an_item_without_ordinal_follows_the_one_before() -> None:
    items = tuple(ListItem("x", ListStyle.NUMBER, 0, ordinal) for ordinal in (3, 0, 0))
    assert _printed(List(items), counts_shared=True) == ["3.", "4.", "5."]
