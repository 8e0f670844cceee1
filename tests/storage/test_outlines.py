from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain.outline import Node, Outline, OutlineStyle, walk
from clesidra_desktop.storage.tables.outlines import from_points, to_points


def nodes(children: st.SearchStrategy[Outline]) -> st.SearchStrategy[Outline]:
    node = st.builds(
        Node, st.text(max_size=3), st.sampled_from(OutlineStyle), children, st.just({}) | st.just({"x-a": [None]})
    )
    return st.lists(node, max_size=4).map(tuple)


@given(st.recursive(st.just(()), nodes, max_leaves=30))
def test_outline_comes_back(outline: Outline) -> None:
    assert from_points(to_points(outline)) == outline


def test_depth_has_no_limit() -> None:
    node = Node("0")
    for level in range(1, 20_000):
        node = Node(str(level), children=(node,))
    points = to_points(from_points(to_points((node,))))
    assert [point["level"] for point in points] == list(range(20_000))
    assert [point["text"] for point in points] == [point.node.text for point in walk((node,))]
