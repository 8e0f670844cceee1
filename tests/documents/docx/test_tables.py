from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from clesidra_desktop.documents.blocks import Align, Bar, BarChart, Column, Document, KeyTable, Section, Table
from clesidra_desktop.documents.docx import write_docx
from clesidra_desktop.documents.docx.look import A4
from clesidra_desktop.documents.docx.tables import column_widths
from tests.documents.docx.reading import W, parts, style_of, text_of
from tests.documents.docx.sample import CREATED

_COLUMNS = (Column("Item", 3), Column("Who", 1, Align.CENTRE), Column("Votes", 1, Align.END))


def _table(*blocks: Table | KeyTable) -> etree._Element:
    docx = write_docx(Document("en", "", (Section(blocks),)), created=CREATED)
    return etree.fromstring(parts(docx)["word/document.xml"]).find(f".//{W}tbl")


def _rows(rows: Sequence[tuple[str, ...]], totals: int = 0) -> list[etree._Element]:
    return _table(Table(_COLUMNS, rows, totals, "Who asked for what")).findall(f"{W}tr")


@given(st.lists(st.tuples(st.floats(0.1, 20), st.integers(100, 1500)), min_size=1, max_size=14), st.booleans())
def test_columns_fill_the_width_by_their_weights(columns: list[tuple[float, int]], landscape: bool) -> None:
    width = A4.text_width(landscape)
    weights, floors = [weight for weight, _ in columns], [floor for _, floor in columns]
    widths = column_widths(weights, floors, width)
    assert sum(widths) == width
    if sum(floors) > width:
        floors = [0] * len(floors)
    assert all(got >= floor - 1 for got, floor in zip(widths, floors, strict=True))
    free = [got / weight for got, weight, floor in zip(widths, weights, floors, strict=True) if got > floor + 14]
    rounding = 15 * max(1 / weight for weight in weights)
    assert max(free, default=0) - min(free, default=0) <= rounding


def test_a_column_is_as_wide_as_the_longest_word_of_its_title() -> None:
    columns = (Column("Minutes", 0.1), Column("Item", 9), Column("រយៈពេលគិតជានាទីសម្រាប់ចំណុចនីមួយៗ", 0.1))
    grid = [int(column.get(f"{W}w")) for column in _table(Table(columns, ())).iter(f"{W}gridCol")]
    assert grid[0] > 900
    assert grid[2] < 400


def test_grid_and_cells_have_the_same_fixed_widths() -> None:
    table = _table(Table(_COLUMNS, (("a", "b", "c"),), summary='"Who" & what'))
    grid = [column.get(f"{W}w") for column in table.iter(f"{W}gridCol")]
    assert grid == [width.get(f"{W}w") for width in table.find(f"{W}tr").iter(f"{W}tcW")]
    assert sum(map(int, grid)) == int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w")) == A4.text_width(landscape=False)
    assert table.find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") == "fixed"
    assert table.find(f"{W}tblPr/{W}tblDescription").get(f"{W}val") == '"Who" & what'


def test_only_the_header_row_is_repeated() -> None:
    rows = _rows([("a", "b", "c")] * 3)
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False, False]
    assert [text_of(cell) for cell in rows[0].iter(f"{W}tc")] == ["Item", "Who", "Votes"]


def test_columns_align_their_text() -> None:
    for row in _rows([("a", "b", "c")]):
        aligns = [paragraph.find(f"{W}pPr/{W}jc") for paragraph in row.iter(f"{W}p")]
        assert [align is not None and align.get(f"{W}val") for align in aligns] == [False, "center", "right"]


def test_a_row_stays_whole_unless_it_may_not_fit_on_a_page() -> None:
    short, long = ("one\ntwo", "", ""), ("", "word " * 400, "")
    many_lines, unbroken = ("\n" * 60, "", ""), ("", "", "x" * 4000)
    rows = _rows([short, long, many_lines, unbroken, short])[1:]
    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows] == [True, False, False, False, True]


def _kept(rows: Sequence[etree._Element]) -> list[bool]:
    return [row.find(f".//{W}keepNext") is not None for row in rows]


def test_a_short_table_stays_together_and_a_long_one_keeps_its_totals() -> None:
    short, long = ("a", "", "1"), ("long " * 20, "", "1")
    assert _kept(_rows([short] * 4)[1:]) == [True, True, True, False]
    assert _kept(_rows([long] * 9, totals=1)[1:]) == [False] * 7 + [True, False]
    assert _kept(_rows([short] * 30, totals=2)[1:]) == [False] * 27 + [True, True, False]
    assert _kept(_rows([short] * 28 + [("x" * 9000, "", ""), short], totals=1)[1:]) == [False] * 30


def test_a_short_table_keeps_with_its_chart() -> None:
    table, chart = Table(_COLUMNS, [("a", "", "1")] * 2), BarChart((Bar("a", 1, "1"),), "", "")
    docx = write_docx(Document("en", "", (Section((table, chart)),)), created=CREATED)
    body = etree.fromstring(parts(docx)["word/document.xml"])[0]
    assert _kept([*body.iter(f"{W}tr"), body.find(f"{W}p")]) == [False, True, True, True]


def test_totals_are_bold_under_a_line() -> None:
    rows = _rows([("a", "", "1"), ("b", "", "2"), ("Total", "", "3"), ("Not voting", "", "1")], totals=2)[1:]
    styles = [{style_of(paragraph) for paragraph in row.iter(f"{W}p")} for row in rows]
    assert styles == [{"TableText"}, {"TableText"}, {"TableTotal"}, {"TableTotal"}]
    assert [row.find(f".//{W}tcBorders/{W}top") is not None for row in rows] == [False, False, True, False]


def test_a_table_of_totals_alone_is_written() -> None:
    rows = _rows([("Total", "", "0")], totals=1)
    assert [text_of(row) for row in rows] == ["ItemWhoVotes", "Total0"]


def test_rows_over_several_pieces_are_all_there() -> None:
    numbers = [str(number) for number in range(1203)]
    rows = _rows([(number, "", "") for number in numbers], totals=1)
    assert [text_of(row) for row in rows[1:]] == numbers


def test_wide_tables_are_set_small() -> None:
    table = _table(Table(tuple(Column(str(i), 1) for i in range(13)), (("x",) * 13,)))
    assert {style_of(paragraph) for paragraph in table.iter(f"{W}p")} == {"TableHeaderSmall", "TableTextSmall"}


def test_a_key_table_has_labels_and_a_paragraph_for_each_line() -> None:
    table = _table(KeyTable((("MC", ("Ms. Bopha", "Mr. Dara")), ("Place", ()), ("Notes", ("word " * 600,)))))
    cells = [[(style_of(p), text_of(p)) for p in cell.iter(f"{W}p")] for cell in table.iter(f"{W}tc")]
    assert cells[:4] == [
        [("TableLabel", "MC")],
        [("TableText", "Ms. Bopha"), ("TableText", "Mr. Dara")],
        [("TableLabel", "Place")],
        [("TableText", "")],
    ]
    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.iter(f"{W}tr")] == [True, True, False]
    assert table.find(f".//{W}tblHeader") is None
    assert _kept(table.findall(f"{W}tr")) == [False] * 3
    assert _kept(_table(KeyTable((("a", ("b",)),) * 3)).findall(f"{W}tr")) == [True, True, False]
