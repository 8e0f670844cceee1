"""The list of attendants for other programs: nothing computes, and Excel shows Khmer."""

import csv
import io
from datetime import UTC, datetime

import openpyxl
import pytest

from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.language import Language
from clesidra_desktop.exchange.attendant_list import write_csv, write_xlsx
from tests.helpers import builders as make

ENGLISH, KHMER = Labels(Language.ENGLISH), Labels(Language.KHMER)
CREATED = datetime(2026, 5, 6, 17, tzinfo=UTC)
DANGEROUS = ("=1+1", "+855 12 345 678", "-5", "@SUM(A1)", "\t=1", "\n=1")


def records(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", DANGEROUS)
def test_nothing_computes(text: str) -> None:
    workshop = make.workshop(attendants=(make.attendant(1, organization=text),))
    (record,) = records(write_csv(workshop, ENGLISH, edition=Edition.FULL))
    assert record["Organization"] == f"'{text}"
    content = write_xlsx(workshop, ENGLISH, edition=Edition.FULL, created=CREATED)
    (page,) = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    cell = next(cell for cell in page[2] if page.cell(1, cell.column).value == "Organization")
    assert (cell.value, cell.data_type) == (text, "s")


def test_text_for_excel() -> None:
    stay = make.stay(make.at(8, 5), make.at(12).replace(second=7))
    workshop = make.workshop(attendants=(make.attendant(1, name_km="សុខ ដារ៉ា", phone="012 345 678", stays=(stay,)),))
    content = write_csv(workshop, KHMER, edition=Edition.FULL)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    (record,) = records(content)
    assert record["ឈ្មោះជាអក្សរខ្មែរ"] == "សុខ ដារ៉ា"
    assert record["លេខទូរសព្ទ"] == "012 345 678"
    assert (record["មកដល់"], record["ចាកចេញ"]) == ("2026-05-06 08:05", "2026-05-06 12:00:07")


def test_a_public_list_has_nothing_personal() -> None:
    workshop = make.workshop(attendants=(make.attendant(1, phone="012 345 678", email="a@b.org"),))
    content = write_csv(workshop, ENGLISH, edition=Edition.PUBLIC)
    assert b"012 345" not in content
    assert b"a@b.org" not in content
    assert records(content)[0]["Organization"] == "Organization 1"
