"""Sign-in sheets: a row and its code for everybody, room for others, a sheet for each day."""

from datetime import datetime

import pytest

from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.documents.papers import write_sign_in_sheets
from clesidra_desktop.documents.papers.sign_in import ROW_HEIGHT
from clesidra_desktop.documents.pdf.style import MILLIMETRE
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.row_codes import FORM, attendant_codes, empty_row_code
from clesidra_desktop.domain.workshop import Programme, Workshop
from tests.documents.papers.reading import page_texts
from tests.helpers.builders import at, attendant, attendants, identity, workshop
from tests.helpers.documents import CREATED


def pages(of: Workshop, language: Language = Language.ENGLISH) -> list[str]:
    return page_texts(write_sign_in_sheets(of, Labels(language), created=CREATED))


def codes(text: str) -> list[str]:
    """Return the row codes in a text, in order; the year has the form of none."""
    return [word for word in text.split() if FORM.fullmatch(word)]


@pytest.mark.parametrize(("count", "empty"), [(0, 28), (1, 27), (13, 15), (14, 28), (27, 15), (28, 28)])
def test_there_are_fifteen_empty_rows_at_least_and_no_part_of_a_page(count: int, empty: int) -> None:
    text = " ".join(pages(workshop(attendants=attendants(count), groups=())))
    given = list(attendant_codes(map(identity, range(1, count + 1))).values())
    assert codes(text) == [*given, *(empty_row_code(row, 0, workshop().id) for row in range(1, empty + 1))]


def test_everything_about_an_attendant_stands_in_the_row() -> None:
    one = attendant(
        1, name="Keo Sophea", name_km="កែវ សុភា", organization="Upland Hearth", phone="012 000 101", category="GOV"
    )
    (code,) = attendant_codes([one.id]).values()
    first, _ = pages(workshop(attendants=(one,)))
    row = ["1", code, "Keo Sophea", "កែវ សុភា", "F", "Gov", "Upland Hearth", "012 000 101"]
    assert " ".join(row) in first
    assert "Signature" in first
    khmer, _ = pages(workshop(attendants=(one,)), Language.KHMER)
    assert khmer.index("កែវ សុភា") < khmer.index("Keo Sophea")
    assert "ហត្ថលេខា" in khmer


def test_every_page_says_what_it_is() -> None:
    programme = Programme(name="Canals", funder="A fund", activity="2.1")
    sheets = pages(workshop(attendants=attendants(40), programme=programme))
    assert len(sheets) == 4
    for number, text in enumerate(sheets, start=1):
        assert "Wells and canals" in text
        assert "6 May 2026 · Pagoda school, Takeo" in text
        assert "Canals · funded by A fund · Activity 2.1" in text
        assert "Name in Khmer" in text
        assert f"Page {number} of 4" in text


def test_every_day_has_its_sheet_and_its_own_empty_rows() -> None:
    sheets = pages(workshop(ends=at(12, day=8)))
    assert len(sheets) == 6
    for day in range(3):
        text = " ".join(sheets[2 * day : 2 * day + 2])
        assert text.count(f"{6 + day} May 2026") == 2
        assert text.count(f"Day {day + 1} of 3") == 2
        assert "Page 2 of 2" in text
        assert codes(text)[-1] == empty_row_code(24, day + 1, workshop().id)
        assert set(attendant_codes(map(identity, range(1, 5))).values()) < set(codes(text))


def test_an_unknown_day_is_left_to_be_written() -> None:
    assert "Date: …" in pages(workshop(starts=None, ends=None))[0]


def test_a_workshop_that_lasts_for_years_is_refused() -> None:
    with pytest.raises(UserError, match="lasts 367 days"):
        pages(workshop(ends=datetime(2027, 5, 7, 12)))


def test_rows_are_tall_enough_to_sign() -> None:
    assert ROW_HEIGHT >= 10 * MILLIMETRE
