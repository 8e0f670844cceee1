"""Pages: everything once, in order, within the height, and what belongs together together."""

from dataclasses import dataclass
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.documents.pdf.paginate import Placement, paginate
from clesidra_desktop.documents.pdf.strips import Mark, Strip
from clesidra_desktop.documents.pdf.tags import PageMarks

HEIGHT = 100.0


@dataclass(slots=True, eq=False)
class Plank:
    """A strip that draws nothing."""

    height: float
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    header: Strip | None = None
    mark: Mark | None = None

    def draw(self, operators: list[str], x: float, top: float, marks: PageMarks | None) -> None:
        """Draw nothing."""


planks = st.builds(
    Plank,
    height=st.floats(1, HEIGHT),
    before=st.floats(0, 20),
    after=st.floats(0, 20),
    keep=st.booleans(),
)


def bottoms(page: list[Placement]) -> list[float]:
    return [placement.offset + placement.strip.height for placement in page]


@given(strips=st.lists(planks, max_size=40))
def test_every_strip_stands_once_in_order_and_inside_the_page(strips: list[Plank]) -> None:
    pages = paginate(strips, HEIGHT)
    assert [placement.strip for page in pages for placement in page] == strips
    for page in pages:
        assert all(bottom <= HEIGHT + 0.02 for bottom in bottoms(page))
        assert all(above <= below.offset + 1e-6 for above, below in zip(bottoms(page), page[1:], strict=False))
        assert not page or page[0].offset == 0


@given(strips=st.lists(planks, max_size=40))
def test_what_fits_on_one_page_is_held_together(strips: list[Plank]) -> None:
    pages = paginate(strips, HEIGHT)
    page_of = {id(placement.strip): number for number, page in enumerate(pages) for placement in page}
    start = 0
    for index, strip in enumerate(strips):
        if strip.keep and index < len(strips) - 1:
            continue
        unit = strips[start : index + 1]
        start = index + 1
        gaps = sum(max(above.after, below.before) for above, below in pairwise(unit))
        if sum(one.height for one in unit) + gaps <= HEIGHT:
            assert len({page_of[id(one)] for one in unit}) == 1


def test_nothing_makes_one_empty_page() -> None:
    assert paginate([], HEIGHT) == [[]]


def test_a_header_is_repeated_where_a_row_begins_a_page() -> None:
    header = Plank(10, keep=True)
    rows = [Plank(30, header=header) for _ in range(7)]
    pages = paginate([header, *rows], HEIGHT)
    assert [page[0].strip for page in pages] == [header] * 3
    assert [len(page) for page in pages] == [4, 4, 2]


def test_a_heading_goes_with_what_follows() -> None:
    first, heading, text = Plank(80), Plank(15, keep=True), Plank(10)
    pages = paginate([first, heading, text], HEIGHT)
    assert [[placement.strip for placement in page] for page in pages] == [[first], [heading, text]]


def test_space_at_the_top_of_a_page_is_dropped() -> None:
    pages = paginate([Plank(90), Plank(20, before=15)], HEIGHT)
    assert pages[1][0].offset == 0
