"""Blocks become strips that keep together what a reader wants together."""

from itertools import pairwise

import pytest

from clesidra_desktop.documents.blocks import (
    Bar,
    BarChart,
    Block,
    Column,
    Heading,
    KeyTable,
    List,
    ListItem,
    ListStyle,
    Paragraph,
    ParagraphRole,
    Table,
    Title,
)
from clesidra_desktop.documents.pdf.flow import Flow
from clesidra_desktop.documents.pdf.fonts import FontBook
from clesidra_desktop.documents.pdf.lists import bullet
from clesidra_desktop.documents.pdf.paginate import paginate
from clesidra_desktop.documents.pdf.references import PageIndex
from clesidra_desktop.documents.pdf.strips import Strip
from clesidra_desktop.documents.pdf.style import Typesetters
from clesidra_desktop.documents.pdf.tables import RowStrip
from clesidra_desktop.documents.pdf.tags import Element, Row, Structure
from clesidra_desktop.documents.theme import default_theme
from clesidra_desktop.domain.progress import no_progress
from tests.helpers.documents import document

WIDTH, HEIGHT = 400.0, 600.0
LONG = "The meeting talked about the forest, the river and the market. " * 12


def strips(*blocks: Block, progress: list[tuple[int, int]] | None = None) -> list[Strip]:
    told = (lambda done, total: progress.append((done, total))) if progress is not None else no_progress
    return Flow(WIDTH, HEIGHT, Typesetters(FontBook()), PageIndex(document(*blocks)), Structure().root, told).strips(
        blocks
    )


def outline_of(element: Element | Row) -> object:
    """Return the tags of an element and everything below it, as nested tuples."""
    if isinstance(element, Row):
        return ("TR", ("TH" if element.header else "TD",) * element.cells)
    return (element.tag, *(outline_of(child) for child in element.children)) if element.children else element.tag


def elements(*blocks: Block) -> tuple[object, ...]:
    root = Structure().root
    Flow(WIDTH, HEIGHT, Typesetters(FontBook()), PageIndex(document(*blocks)), root, no_progress).strips(blocks)
    return tuple(outline_of(child) for child in root.children)


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_a_heading_holds_what_follows(level: int) -> None:
    made = strips(Heading(level, LONG, 1), Paragraph("text"))
    assert len(made) > 2
    assert all(strip.keep for strip in made[:-1])
    assert not made[-1].keep


def test_headings_stand_in_the_outline_with_their_numbers() -> None:
    made = strips(Title("Minutes"), Heading(1, "Result", 2), Heading(3, "Networking", 5), Heading(4, "Why?", 2))
    marks = [strip.mark for strip in made if strip.mark]
    assert [(mark.text, mark.level) for mark in marks] == [
        ("Minutes", 0),
        ("II. Result", 0),
        ("5. Networking", 2),
        ("5.2. Why?", 3),
    ]


def test_a_paragraph_leaves_two_lines_on_either_side() -> None:
    made = strips(Paragraph(LONG))
    assert len(made) > 5
    assert [index for index, strip in enumerate(made) if strip.keep] == [0, len(made) - 2]


def test_a_byline_and_a_note_stay_where_they_belong() -> None:
    made = strips(Paragraph("by her", ParagraphRole.BYLINE), Paragraph("text"), Paragraph("See", ParagraphRole.NOTE))
    assert [strip.keep for strip in made] == [True, True, False]


def test_no_item_stands_alone_beside_a_page_break() -> None:
    items = tuple(ListItem(f"item {n}", ListStyle.BULLET) for n in range(5))
    assert [strip.keep for strip in strips(List(items))] == [True, False, False, True, False]
    assert [strip.keep for strip in strips(List(items[:2]))] == [True, False]
    assert [strip.keep for strip in strips(List(items[:1]))] == [False]


def test_deep_items_stay_on_the_page() -> None:
    made = strips(List(tuple(ListItem("deep " * 30, ListStyle.NUMBER, level, 1) for level in range(40))))
    for page in paginate(made, 700):
        for placement in page:
            for placed in getattr(placement.strip, "placed", ()):
                assert placed.x >= 0
                assert placed.x + placed.line.width <= WIDTH + 0.1


def test_every_third_level_has_the_same_bullet() -> None:
    shapes = [bullet(level, 10, -8, default_theme().values.colours) for level in range(4)]
    assert len(set(shapes)) == 3
    assert shapes[0] == shapes[3]


def table(count: int, *, totals: int = 0, text: str = "cell") -> Table:
    rows = [(str(number), text) for number in range(count)]
    return Table((Column("No", 1), Column("Text", 5)), rows, totals)


def test_the_header_of_a_table_is_repeated_and_totals_are_never_alone() -> None:
    made = strips(table(50, totals=1))
    assert made[0].keep
    assert all(strip.header is made[0] for strip in made[1:])
    assert [strip.keep for strip in made[-3:]] == [False, True, False]


def test_a_small_table_is_not_divided() -> None:
    assert all(strip.keep for strip in strips(table(6))[:-1])


def test_a_table_without_rows_is_its_header() -> None:
    assert len(strips(table(0))) == 1


def test_a_row_that_is_taller_than_a_page_goes_on() -> None:
    made = strips(table(2, text="W" * 9000))
    pages = paginate(made, 600)
    assert len(pages) > 2
    for page in pages:
        assert page[-1].offset + page[-1].strip.height <= 600.02
        assert page[0].strip is made[0]


def test_cells_stand_beside_each_other_within_the_width() -> None:
    made = [strip for strip in strips(table(3, text="one two three")) if isinstance(strip, RowStrip)]
    grid = made[0].grid
    edges = [(left, left + width) for left, width in zip(grid.lefts, grid.widths, strict=True)]
    assert all(right < left for (_, right), (left, _) in pairwise(edges))
    assert edges[-1][1] <= WIDTH


def test_progress_is_told_in_rows() -> None:
    told: list[tuple[int, int]] = []
    strips(table(1200), progress=told)
    assert told == [(500, 1200), (1000, 1200)]


def test_a_key_table_shows_labels_and_all_values() -> None:
    made = strips(KeyTable((("MC", ("One", "Two")), ("Where", ("There",))), "summary"))
    assert sum(len(getattr(strip, "placed", ())) for strip in made) == 5
    assert made[0].keep


def test_bars_are_as_long_as_their_values() -> None:
    chart = BarChart((Bar("a", 10, "10"), Bar("b", 5, "5"), Bar("c", 0, "0")), "Hands", "summary")
    made = strips(chart)
    captions = [getattr(strip, "placed", ())[-1].x for strip in made[:3]]
    left = captions[2]
    assert captions[1] - left == pytest.approx((captions[0] - left) / 2)
    assert all(strip.keep for strip in made[:-1])


def test_a_chart_in_which_nobody_voted_divides_by_nothing() -> None:
    assert strips(BarChart((Bar("a", 0, "0"),), "Hands", "summary"))
    assert strips(BarChart((), "Hands", "summary")) == []


def test_blocks_become_elements_in_reading_order() -> None:
    made = elements(
        Title("Minutes"),
        KeyTable((("MC", ("One", "Two")),), "summary"),
        Heading(1, "Result", 2),
        Heading(2, "Item"),
        Paragraph("by her", ParagraphRole.BYLINE),
        table(1),
        BarChart((Bar("a", 1, "1"),), "Hands", "summary"),
    )
    assert made == (
        "H1",
        ("Table", ("TR", "TH", "TD")),
        "H2",
        "H3",
        "P",
        ("Table", ("TR", ("TH", "TH")), ("TR", ("TD", "TD"))),
        "Figure",
    )


def test_lists_are_nested_and_begin_anew_with_another_kind() -> None:
    number, bullets, plain = ListStyle.NUMBER, ListStyle.BULLET, ListStyle.PLAIN
    made = elements(
        List(
            (
                ListItem("a", number, 0, 1),
                ListItem("b", bullets, 1),
                ListItem("c", plain, 2),
                ListItem("d", bullets, 1),
                ListItem("e", number, 0, 2),
                ListItem("f", bullets, 0),
            )
        )
    )
    plain_item = ("LI", "LBody")
    first = ("LI", "Lbl", "LBody", ("L", plain_item))
    inner = ("L", first, ("LI", "Lbl", "LBody"))
    assert made == (
        ("L", ("LI", "Lbl", "LBody", inner), ("LI", "Lbl", "LBody")),
        ("L", ("LI", "Lbl", "LBody")),
    )
