"""The table of rows: whatever is shown after whatever, views are told rightly."""

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from clesidra_desktop.gui.models.rows import Column, RowsModel


@dataclass(frozen=True)
class Fruit:
    """A row."""

    id: int
    name: str
    weight: int = 0


def fruits_model(edits: list[Any] | None = None) -> RowsModel[Fruit]:
    columns: tuple[Column[Fruit], ...] = (
        Column("name", "Name", lambda one: one.name),
        Column(
            "weight",
            "Weight",
            lambda one: f"{one.weight} g",
            sort=lambda one: one.weight,
            edit=lambda one, value: edits.append((one.id, value)) if edits is not None else None,
            value=lambda one: one.weight,
            is_number=True,
        ),
    )
    return RowsModel(columns, lambda one: one.id)


FRUITS = st.lists(
    st.builds(Fruit, st.integers(0, 12), st.text("abc", max_size=3), st.integers(0, 5)), unique_by=lambda one: one.id
)


@given(st.lists(FRUITS, min_size=1, max_size=4), st.integers(-1, 1), st.booleans(), st.integers(0, 5))
def test_views_are_told_rightly(shown: list[list[Fruit]], column: int, down: bool, least: int) -> None:
    model = fruits_model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
    model.sort(column, order)
    held: list[tuple[int, QPersistentModelIndex]] = []
    for rows in shown:
        model.show_rows(rows)
        model.set_filter(lambda one: one.weight >= least)
        expected = {one for one in rows if one.weight >= least}
        assert set(model.shown_rows) == expected
        kept = {identity for identity, _ in held} & {one.id for one in expected}
        gone: set[int] = set()
        for identity, index in held:
            if index.isValid():
                assert model.row_at(index).id == identity
            else:
                gone.add(identity)
        assert not gone & kept
        held = [(one.id, QPersistentModelIndex(model.index_of(one.id))) for one in model.shown_rows]
    if column == 1:
        weights = [one.weight for one in model.shown_rows]
        assert weights == sorted(weights, reverse=down)
    elif column < 0:
        assert list(model.shown_rows) == [one for one in shown[-1] if one.weight >= least]


def test_a_cell_that_did_not_change_is_not_told() -> None:
    model = fruits_model()
    model.show_rows([Fruit(1, "apple"), Fruit(2, "pear")])
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last, _roles=None: told.append((first.row(), last.row())))

    model.show_rows([Fruit(1, "apple"), Fruit(2, "quince")])

    assert told == [(1, 1)]


def test_what_is_typed_is_handed_in_and_shown_only_when_it_was_read_back() -> None:
    edits: list[Any] = []
    model = fruits_model(edits)
    model.show_rows([Fruit(1, "apple", 100)])

    assert model.setData(model.index(0, 1), 120)
    assert not model.setData(model.index(0, 0), "pear")
    assert edits == [(1, 120)]
    assert model.data(model.index(0, 1)) == "100 g"
    assert model.setData(model.index(0, 1), 100)  # nothing changed: nothing is handed in
    assert edits == [(1, 120)]


def test_two_rows_of_one_identity_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="identity"):
        fruits_model().show_rows([Fruit(1, "a"), Fruit(1, "b")])
