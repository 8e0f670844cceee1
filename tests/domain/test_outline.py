import sys
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain.outline import Node, Outline, OutlineStyle, depth, is_blank, walk
from clesidra_desktop.domain.outline_lines import ordinals, to_lines
from tests.helpers.builders import nested, points
from tests.helpers.strategies import outlines

BULLET, NUMBER, PARAGRAPH = OutlineStyle.BULLET, OutlineStyle.NUMBER, OutlineStyle.PARAGRAPH
DEEP = 5_000


def reference_walk(nodes: Outline, level: int = 0) -> Iterator[tuple[Node, int, int]]:
    ordinal = 0
    for node in nodes:
        ordinal = ordinal + 1 if node.style is NUMBER else 0
        yield node, level, ordinal
        yield from reference_walk(node.children, level + 1)


@given(outlines(max_leaves=20))
def test_walk_yields_what_recursion_would(outline: Outline) -> None:
    assert [(point.node, point.level, point.ordinal) for point in walk(outline)] == list(reference_walk(outline))


def test_walk_goes_down_before_it_goes_on() -> None:
    outline = (Node("a", BULLET, (Node("b", BULLET, points("c")), Node("d"))), Node("e"))

    assert [(point.node.text, point.level) for point in walk(outline)] == [
        ("a", 0),
        ("b", 1),
        ("c", 2),
        ("d", 1),
        ("e", 0),
    ]


def test_numbers_count_among_siblings_and_start_anew_after_another_style() -> None:
    outline = (
        Node("1", NUMBER, points("1", "2", style=NUMBER)),
        Node("2", NUMBER),
        Node("–", BULLET),
        Node("1", NUMBER),
        Node("", PARAGRAPH, points("1", style=NUMBER)),
        Node("1", NUMBER),
    )

    assert [point.ordinal for point in walk(outline)] == [1, 1, 2, 2, 0, 1, 0, 1, 1]


def test_an_outline_may_be_deeper_than_the_stack() -> None:
    deep = nested(DEEP)

    assert sys.getrecursionlimit() < DEEP
    assert [point.level for point in walk(deep)] == list(range(DEEP))
    assert depth(deep) == DEEP
    assert not is_blank(deep)


@given(outlines())
def test_depth_is_the_number_of_levels_met(outline: Outline) -> None:
    assert depth(outline) == len({level for _, level, _ in reference_walk(outline)})


@given(outlines())
def test_blank_is_an_outline_without_a_word(outline: Outline) -> None:
    assert is_blank(outline) == all(not node.text.split() for node, _, _ in reference_walk(outline))


@given(st.text(alphabet=" \t\n\u2003"))
def test_white_space_is_blank_at_every_depth(space: str) -> None:
    assert is_blank((Node(space, BULLET, (Node(space, NUMBER, (Node(space),)),)),))
    assert not is_blank((Node(space, BULLET, (Node(space, NUMBER, (Node("word"),)),)),))


@given(outlines(max_leaves=20))
def test_lines_have_the_numbers_that_are_printed(outline: Outline) -> None:
    assert ordinals(to_lines(outline)) == [point.ordinal for point in walk(outline)]
