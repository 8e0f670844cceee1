"""The groups as a table, the fairness table and the wishes: views are told rightly, and nobody is lost."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from clesidra_desktop.domain import split as splits
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.workshop import Wish, Workshop
from clesidra_desktop.gui.models.board import BoardModel, Kind, _short_codes
from clesidra_desktop.gui.models.fairness import FOOTER_ROLE, WRONG_ROLE, FairnessModel
from clesidra_desktop.gui.models.wishes import WishesModel
from clesidra_desktop.services.groups_page import view_of
from tests.helpers.builders import STARTS, identity
from tests.helpers.crowds import crowd, office_list

pytestmark = pytest.mark.usefixtures("qapp")


def seated(size: int = 40, groups: int = 4) -> Workshop:
    workshop = crowd(office_list(size, 1), groups)
    split = splits.split_workshop(workshop)
    return splits.with_members(workshop, {one.sector: one.members for one in split.groups})


def watched(model: BoardModel | FairnessModel | WishesModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_every_attendant_has_one_card() -> None:
    workshop = seated()
    gone = workshop.groups[0].members[:2]
    workshop = splits.without_seats(workshop, gone)
    model = BoardModel()
    tester = watched(model)
    model.show_view(view_of(workshop, STARTS), [(one.code, one.label) for one in workshop.categories], Language.ENGLISH)

    cards = [card.id for column in model.columns for card in column.cards]
    assert sorted(cards) == sorted(one.id for one in workshop.attendants)
    assert [column.kind for column in model.columns] == [Kind.NEWCOMERS, *[Kind.GROUP] * 4]
    assert model.groups() == [1, 2, 3, 4]
    assert all(model.card(model.index_of(one)).id == one for one in cards)  # type: ignore[union-attr]
    assert not model.index_of(UUID(int=0)).isValid()
    assert model.card(QModelIndex()) is None
    model.clear()
    assert model.rowCount() == model.columnCount() == 0
    assert tester.model() is model


@pytest.mark.parametrize(
    ("codes", "short"),
    [
        (("CBO", "CCC", "LNGO", "GOV"), ("CB", "CC", "L", "G")),
        (("A", "AB"), ("A", "AB")),
        (("", "CBO"), ("", "C")),
    ],
)
def test_codes_are_as_short_as_they_can_be_told_apart(codes: tuple[str, ...], short: tuple[str, ...]) -> None:
    assert tuple(_short_codes(codes)[code] for code in codes) == short


def test_a_heading_says_the_room_and_who_reports() -> None:
    workshop = seated()
    first = replace(workshop.groups[0], room="Under the mango tree", rapporteur="Sok Dara")
    model = BoardModel()
    model.show_view(view_of(replace(workshop, groups=(first, *workshop.groups[1:])), STARTS), [], Language.ENGLISH)
    place = next(place for place, column in enumerate(model.columns) if column.sector == first.sector)

    said = model.headerData(place, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole).split("\n")
    assert said[1:] == ["10 people", "Under the mango tree", "Rapporteur: Sok Dara"]
    other = model.headerData(place + 1, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole).split("\n")
    assert len(other) == 2


def test_the_fairness_table_says_what_the_split_says() -> None:
    workshop = seated()
    workshop = splits.moved(workshop, {workshop.groups[0].members[0]: "s2", workshop.groups[0].members[1]: "s2"})
    table = view_of(workshop, STARTS).fairness
    model = FairnessModel()
    tester = watched(model)
    model.show_table(table, ["A", "B", "C", "D"], {"CBO": "Community groups"})

    assert model.columnCount() == 6
    assert model.rowCount() == len(table.rows) + len(model.footers())
    assert model.index(0, 0).data() == "Community groups"
    values = [row for row in range(model.rowCount()) if not model.index(row, 0).data(FOOTER_ROLE)]
    for row, fairness in zip(values, table.rows, strict=True):
        assert [model.index(row, column).data() for column in range(1, 5)] == list(map(str, fairness.counts))
        assert model.index(row, 5).data().endswith("✓" if fairness.fair else "✗")
        assert model.index(row, 5).data(WRONG_ROLE) is not fairness.fair
    said = " ".join(model.index(row, 0).data() for row in model.footers())
    assert "above the least possible" in said
    assert tester.model() is model


def test_wishes_are_ranked_without_gaps() -> None:
    people = [(identity(1), "A"), (identity(2), "B")]
    model = WishesModel(people, [("s1", "One"), ("s2", "Two"), ("s3", "Three")], [Wish(attendant=identity(2))])
    tester = watched(model)
    for column, rank in ((1, 1), (2, 1), (3, 9), (1, 0)):
        model.give_rank(model.index(0, column), rank)
    model.give_rank(model.index(1, 0), 1)
    model.give_rank(QModelIndex(), 1)

    assert model.wishes == (Wish(attendant=identity(1), sectors=("s2", "s3")),)
    assert [model.index(0, column).data() for column in range(4)] == ["A", "", "1", "2"]
    assert tester.model() is model
