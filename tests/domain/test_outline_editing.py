"""What the keys do in an outline editor."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain.outline import OutlineStyle
from clesidra_desktop.domain.outline_editing import (
    Edit,
    Place,
    Selection,
    delete,
    find,
    indent,
    insert,
    join_back,
    join_next,
    move_down,
    move_up,
    outdent,
    set_style,
    split,
)
from clesidra_desktop.domain.outline_lines import DEEPEST, OutlineLine, from_lines, levelled, to_lines
from tests.helpers.strategies import outlines

BULLET, NUMBER, PARAGRAPH = OutlineStyle.BULLET, OutlineStyle.NUMBER, OutlineStyle.PARAGRAPH
Lines = tuple[OutlineLine, ...]


def lines(*written: str) -> Lines:
    """Return bullets: a line for each text, on the level that its leading dots say."""
    return tuple(OutlineLine(len(one) - len(one.lstrip(".")), one.lstrip("."), BULLET) for one in written)


def written(made: Lines) -> list[str]:
    return ["." * one.level + one.text for one in made]


def cursor(line: int, column: int = 0) -> Selection:
    return Selection.cursor(line, column)


def done(before: Lines, edit: Edit | None) -> tuple[list[str], tuple[int, int]]:
    """Return the lines after an edit as they are written, and where the cursor is."""
    assert edit
    return written(edit.apply(before)), (edit.selection.first.line, edit.selection.first.column)


TREE = lines("a", ".b", "..c", ".d", "e")


@pytest.mark.parametrize(
    ("before", "at", "after", "then"),
    [
        (lines("water"), cursor(0, 3), ["wat", "er"], (1, 0)),
        (lines("water"), cursor(0, 5), ["water", ""], (1, 0)),
        (TREE, cursor(1, 1), ["a", ".b", "..", "..c", ".d", "e"], (2, 0)),
        (TREE, cursor(1, 0), ["a", ".", ".b", "..c", ".d", "e"], (2, 0)),
        (lines("a", "."), cursor(1), ["a", ""], (1, 0)),
        (lines("one two", "three"), Selection(Place(0, 3), Place(1, 2)), ["one", "ree"], (1, 0)),
        (lines("one two"), Selection(Place(0, 0), Place(0, 7)), [""], (0, 0)),
    ],
)
def test_enter(before: Lines, at: Selection, after: list[str], then: tuple[int, int]) -> None:
    assert done(before, split(before, at)) == (after, then)


def test_enter_on_an_empty_point_ends_the_list() -> None:
    edit = split(lines("a", ""), cursor(1))
    assert edit
    assert edit.lines == (OutlineLine(0, "", PARAGRAPH),)
    last = split((OutlineLine(0, ""),), cursor(0))
    assert last
    assert last.lines == (OutlineLine(0, ""), OutlineLine(0, ""))


def test_backspace_goes_back_step_by_step() -> None:
    before = lines("a", ".b")
    assert done(before, join_back(before, cursor(1))) == (["a", "b"], (1, 0))
    once = lines("a", "b")
    twice = join_back(once, cursor(1))
    assert twice
    assert twice.lines[0].style is PARAGRAPH
    plain = twice.apply(once)
    assert done(plain, join_back(plain, cursor(1))) == (["ab"], (0, 1))
    assert join_back(plain, cursor(1, 1)) is None
    assert join_back((OutlineLine(0, "a"),), cursor(0)) is None
    assert done(before, join_back(before, Selection(Place(0, 0), Place(0, 1)))) == (["", ".b"], (0, 0))


def test_delete_lets_the_next_line_follow() -> None:
    before = lines("a", ".b", "..c")
    assert done(before, join_next(before, cursor(0, 1))) == (["ab", ".c"], (0, 1))
    assert join_next(before, cursor(0, 0)) is None
    assert join_next(before, cursor(2, 1)) is None


def test_levels_change_with_what_is_below() -> None:
    assert done(TREE, indent(TREE, cursor(4, 1))) == (["a", ".b", "..c", ".d", ".e"], (4, 1))
    assert done(TREE, indent(TREE, cursor(3))) == (["a", ".b", "..c", "..d", "e"], (3, 0))
    assert done(TREE, outdent(TREE, cursor(1))) == (["a", "b", ".c", ".d", "e"], (1, 0))
    assert indent(TREE, cursor(0)) is None
    assert indent(TREE, cursor(1)) is None
    assert outdent(TREE, cursor(4)) is None
    deep = tuple(OutlineLine(level, "") for level in range(DEEPEST + 1))
    assert indent((*deep, OutlineLine(DEEPEST, "")), cursor(DEEPEST + 1)) is None


def test_points_move_among_their_siblings_with_what_is_below() -> None:
    assert done(TREE, move_down(TREE, cursor(1))) == (["a", ".d", ".b", "..c", "e"], (2, 0))
    assert done(TREE, move_up(TREE, cursor(3, 1))) == (["a", ".d", ".b", "..c", "e"], (1, 1))
    assert done(TREE, move_up(TREE, cursor(4))) == (["e", "a", ".b", "..c", ".d"], (0, 0))
    assert [move_up(TREE, cursor(1)), move_up(TREE, cursor(0))] == [None, None]
    assert [move_down(TREE, cursor(3)), move_down(TREE, cursor(4))] == [None, None]
    assert move_up(TREE, Selection(Place(3, 0), Place(4, 1))) is None


def test_styles() -> None:
    edit = set_style(TREE, Selection(Place(1, 0), Place(2, 0)), NUMBER)
    assert edit
    assert [one.style for one in edit.apply(TREE)] == [BULLET, NUMBER, NUMBER, BULLET, BULLET]
    assert set_style(TREE, cursor(0), BULLET) is None


@pytest.mark.parametrize(
    ("before", "at", "after", "then"),
    [
        (lines("ab"), cursor(0, 1), ["a", "x", ".y", "b"], (2, 1)),
        (lines("a", ""), cursor(1), ["a", "x", ".y"], (2, 1)),
        (lines("a", ".b"), cursor(1, 1), ["a", ".b", ".x", "..y"], (3, 1)),
        (lines("ab", "cd"), Selection(Place(0, 1), Place(1, 1)), ["a", "x", ".y", "d"], (2, 1)),
    ],
)
def test_an_outline_is_pasted(before: Lines, at: Selection, after: list[str], then: tuple[int, int]) -> None:
    assert done(before, insert(before, at, lines("x", ".y"))) == (after, then)


def test_a_paragraph_is_pasted_into_the_line() -> None:
    before = lines("ab")
    assert done(before, insert(before, cursor(0, 1), (OutlineLine(0, "x\ny"),))) == (["ax\nyb"], (0, 4))
    assert done(lines(""), insert(lines(""), cursor(0), lines("x"))) == (["x"], (0, 1))
    assert insert(before, cursor(0), ()) is None


def test_texts_are_found_in_any_case_and_across_zero_width_spaces() -> None:
    looked = lines("Water, water", "ទឹក\u200bដី")
    assert [(one.first.line, one.first.column, one.last.column) for one in find(looked, "WATER")] == [
        (0, 0, 5),
        (0, 7, 12),
    ]
    assert [one.last.column for one in find(looked, "ទឹកដី")] == [6]
    assert list(find(looked, "")) == []
    assert list(find(looked, ".")) == []


# What holds whatever is done


@given(outlines(20))
def test_lines_are_the_outline(outline: tuple[object, ...]) -> None:
    made = to_lines(outline)  # type: ignore[arg-type]
    assert from_lines(made) == outline
    assert levelled(made) == list(made)


def test_levels_that_cannot_be_are_mended() -> None:
    assert [one.level for one in levelled(lines("...a", "...b", "c", ".d"))] == [0, 1, 0, 1]
    assert [one.level for one in levelled([OutlineLine(-3, "a")])] == [0]


@st.composite
def edited(draw: st.DrawFn) -> tuple[Lines, Selection]:
    """Outlines with something selected in them."""
    drawn = draw(st.lists(st.tuples(st.integers(0, 3), st.text("ab ", max_size=4)), min_size=1, max_size=8))
    made = tuple(levelled(OutlineLine(level, text, draw(st.sampled_from(OutlineStyle))) for level, text in drawn))
    places = []
    for _ in range(2):
        line = draw(st.integers(0, len(made) - 1))
        places.append(Place(line, draw(st.integers(0, len(made[line].text)))))
    return made, Selection(min(places), max(places))


KEYS = (delete, split, join_back, join_next, indent, outdent, move_up, move_down)


@given(edited(), st.lists(st.sampled_from(KEYS), max_size=6))
def test_levels_stay_possible_and_the_selection_stays_inside(
    start: tuple[Lines, Selection], keys: list[object]
) -> None:
    made, selection = start
    for key in keys:
        edit = key(made, selection)  # type: ignore[operator]
        if edit is None:
            continue
        before, made, selection = made, edit.apply(made), edit.selection
        assert levelled(made) == list(made)
        assert made
        assert selection.first <= selection.last
        for place in (selection.first, selection.last):
            assert 0 <= place.line < len(made)
            assert 0 <= place.column <= len(made[place.line].text)
        if key in (indent, outdent, move_up, move_down):
            assert Counter(one.text for one in made) == Counter(one.text for one in before)


@given(edited(), edited())
def test_what_is_pasted_is_all_there(start: tuple[Lines, Selection], pasted: tuple[Lines, Selection]) -> None:
    made, selection = start
    edit = insert(made, selection, pasted[0])
    assert edit
    after = edit.apply(made)
    assert levelled(after) == list(after)
    whole = "".join(one.text for one in after)
    head = (
        "".join(one.text for one in made[: selection.first.line])
        + (made[selection.first.line].text[: selection.first.column])
    )
    tail = made[selection.last.line].text[selection.last.column :] + "".join(
        one.text for one in made[selection.last.line + 1 :]
    )
    assert whole == head + "".join(one.text for one in pasted[0]) + tail


@given(edited())
def test_moving_up_and_down_again_changes_nothing(start: tuple[Lines, Selection]) -> None:
    made, selection = start
    up = move_up(made, selection)
    if up:
        down = move_down(up.apply(made), up.selection)
        assert down
        assert (down.apply(up.apply(made)), down.selection) == (made, selection)


@given(edited())
def test_breaking_a_line_and_joining_it_is_nothing(start: tuple[Lines, Selection]) -> None:
    made, selection = start
    at = Selection(selection.first, selection.first)
    edit = split(made, at)
    assert edit
    if len(edit.lines) == 2 and selection.first.column:
        broken = edit.apply(made)
        end = Selection.cursor(edit.at, len(broken[edit.at].text))
        joined = join_next(broken, end)
        assert joined
        assert [one.text for one in joined.apply(broken)] == [one.text for one in made]
