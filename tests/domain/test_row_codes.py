from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain import row_codes
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.row_codes import (
    CLEAR,
    MOST_EMPTY_ROWS,
    SYMBOLS,
    answer_codes,
    attendant_codes,
    empty_row_code,
    is_row_of_another,
    read_row_code,
)
from tests.helpers.builders import identity, questions, sectors, workshop

ids = st.lists(st.uuids(), max_size=30)
codes = st.one_of(
    st.uuids().map(lambda id_: attendant_codes([id_])[id_]),
    st.uuids().map(lambda id_: answer_codes(workshop(id=id_))["s1", "q2"]),
    st.builds(empty_row_code, st.integers(1, MOST_EMPTY_ROWS), st.integers(0, 40), st.none() | st.uuids()),
)


def is_code(text: str) -> bool:
    try:
        read_row_code(text)
    except UserError:
        return False
    return True


@given(ids)
def test_every_attendant_has_a_code_of_its_own(attendants: list[UUID]) -> None:
    given_ = attendant_codes(attendants)
    assert set(given_) == set(attendants)
    assert len(set(given_.values())) == len(given_)
    assert all(set(code) <= set(CLEAR) for code in given_.values())


@given(ids)
def test_the_order_of_the_list_does_not_matter(attendants: list[UUID]) -> None:
    assert attendant_codes(reversed(attendants)) == attendant_codes(attendants)


@given(ids, st.uuids())
def test_whoever_comes_later_changes_no_code(attendants: list[UUID], other: UUID) -> None:
    *before, _ = sorted({*attendants, other})
    assert attendant_codes([*attendants, other]).items() >= attendant_codes(before).items()


@given(st.data())
def test_a_wrong_character_is_found(data: st.DataObject) -> None:
    code = data.draw(codes)
    place = data.draw(st.integers(0, len(code) - 1))
    wrong = data.draw(st.sampled_from(SYMBOLS.replace(code[place], "")))
    assert not is_code(code[:place] + wrong + code[place + 1 :])


@given(st.data())
def test_swapped_neighbours_are_found(data: st.DataObject) -> None:
    code = data.draw(codes)
    place = data.draw(st.integers(0, len(code) - 2))
    one, other = code[place : place + 2]
    assert one == other or not is_code(code[:place] + other + one + code[place + 2 :])


@given(codes)
def test_a_code_is_read_however_it_is_typed(code: str) -> None:
    assert read_row_code(code) == code
    assert read_row_code(f" {code[:2]}-{code[2:].lower()} ") == code
    assert read_row_code(code.translate(str.maketrans("0123456789V", "O1234S6789U"))) == code
    assert read_row_code(code.translate(str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩"))) == code


@pytest.mark.parametrize("typed", ["", "N", "7", "K7WQ", "ខ្មែរ", "N0", "N001*", "000000"])
def test_what_is_no_code_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        read_row_code(typed)
    assert str(refused.value).startswith(f"“{typed}” is no row code.")


def test_codes_stay_what_they_are() -> None:
    """Paper that has been printed must be understood by every later version."""
    assert attendant_codes([identity(1), identity(2)]) == {identity(1): "89QPX", identity(2): "TWDF8"}
    assert list(answer_codes(workshop()).values()) == ["A3YQP", "AYX7F", "A4JY8", "APPQY"]
    assert [empty_row_code(1), empty_row_code(99), empty_row_code(1, day=1)] == ["N017", "N99V", "N101D"]
    assert [empty_row_code(1, 0, identity(9)), empty_row_code(1, 12, identity(9))] == ["N01RJA", "N1201RJB"]


def test_a_code_that_is_taken_becomes_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(row_codes, "ATTENDANT_LENGTH", 1)
    made = attendant_codes(map(identity, range(1, 41)))
    assert len(set(made.values())) == 40
    assert {len(code) for code in made.values()} == {2, 3, 4}
    assert made.items() >= attendant_codes(map(identity, range(1, 11))).items()


def test_five_thousand_attendants() -> None:
    made = attendant_codes(map(identity, range(5000)))
    assert len(set(made.values())) == 5000
    assert sum(len(code) > 5 for code in made.values()) < 100


def test_codes_of_answers_differ_between_rows_and_from_those_of_attendants() -> None:
    made = answer_codes(workshop(sectors=sectors(20), questions=questions(20)))
    assert len(set(made.values())) == 400
    assert all(code.startswith("A") for code in made.values())


@given(st.integers(0, 40), st.integers(0, 40), st.integers(1, MOST_EMPTY_ROWS), st.integers(1, MOST_EMPTY_ROWS))
def test_empty_rows_of_all_days_differ(day: int, other_day: int, row: int, other_row: int) -> None:
    same = (day, row) == (other_day, other_row)
    for workshop_id in (None, identity(9)):
        one, other = empty_row_code(row, day, workshop_id), empty_row_code(other_row, other_day, workshop_id)
        assert (one == other) == same
    assert empty_row_code(row, day) != empty_row_code(other_row, other_day, identity(9))


def test_an_empty_row_of_another_workshop_is_told_from_one_of_this() -> None:
    """Two letters tell 225 workshops apart; sheets from before them are of any workshop."""
    ids = [identity(number) for number in range(200)]
    foreign = [is_row_of_another(empty_row_code(7, 2, one), ids[0]) for one in ids]
    assert not foreign[0]
    assert sum(foreign) > 190
    assert not is_row_of_another(empty_row_code(7, 2), ids[0])
    assert not is_row_of_another(attendant_codes(ids)[ids[3]], ids[0])


@pytest.mark.parametrize("row", [0, MOST_EMPTY_ROWS + 1])
def test_there_is_no_code_for_more_empty_rows(row: int) -> None:
    with pytest.raises(ValueError, match=f"empty row {row}"):
        empty_row_code(row)
