"""A list as an office in a province makes it: everything at once that is hard."""

from datetime import date
from pathlib import Path

import pytest

from clesidra_desktop.domain.workshop import Category, Sex, Workshop
from clesidra_desktop.exchange.lists.reading import read_list
from clesidra_desktop.services.history import undo
from clesidra_desktop.services.lists.importing import import_attendants, preview_list
from clesidra_desktop.services.lists.plan import Decision, Status, Why
from clesidra_desktop.services.lists.preview import ImportPreview
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.storage.database import Database
from tests.helpers import builders as make
from tests.helpers.lists import csv_text, write_ods, write_xlsx

NOBODY = [None] * 12
ROWS = [
    ["ព្រះរាជាណាចក្រកម្ពុជា", *NOBODY[1:]],
    ["បញ្ជីវត្តមានសិក្ខាសាលា ខេត្តក្រចេះ ថ្ងៃទី៦ ឧសភា ២០២៦", *NOBODY[1:]],
    NOBODY,
    [None, "ល.រ", "គោត្តនាម និងនាម", None, "ភេទ", None, "អាយុ/ឆ្នាំកំណើត", "ប្រភេទ", "ស្ថាប័ន", "តួនាទី", "លេខទូរស័ព្ទ", "ហត្ថលេខា"],
    [None, None, "អក្សរខ្មែរ", "អក្សរឡាតាំង", "ប", "ស", None, None, None, None, None, None],
    [None, "១", "សុខ ដារ៉ា", "Sok Dara", "✓", None, "៤៥", "សហគមន៍", "សហគមន៍ព្រៃឈើ", "ប្រធាន", 12345678, None],
    [None, "២", "ច័ន្ទ\u200bសុភា", "Chan Sophea", None, "✓", 1984, "CBO", None, "សមាជិក", 971234567, None],
    [None, "៣", "គឹម\u00a0ស្រីមុំ", "Kim Sreymom", None, "x", "២៥៣៣", "CBOs", "Network", "Chief", "០៨៨ ៤៥០ ៨៥៣", None],
    NOBODY,
    [None, "អង្គការ", *NOBODY[2:]],
    [None, "៤", None, "Heng Bopha", None, "✓", date(1990, 5, 1), "NGO", "NGO Forum", "Staff", "+855 12 999 888", None],
    [None, "៥", None, "Mr. SOK Dara", "✓", None, 45, None, None, None, "012345678", None],
    [None, "៦", None, "Heng Bopha ", None, "✓", None, None, "NGO forum", None, None, None],
    [None, "៧", "ហេង វិចិត្រ", "Heng Vichet", "✓", None, "forty", "រដ្ឋ", "Department", "Chief", "123", None],
    [None, "៨", None, "Mao Vanna", "✓", "✓", "កុមារ", "គ្រូ", None, None, None, None],
    [None, "៩", None, "Heng Bopa", None, "✓", None, None, "NGO Forum", None, None, None],
    [None, "១០", *NOBODY[2:]],
    [None, "សរុប", None, None, 6, 3, *NOBODY[6:]],
]  # fmt: skip
MERGED = ["A1:L1", "A2:L2", "C4:D4", "E4:F4", *(f"{column}4:{column}5" for column in "BGHIJKL"), "I6:I7", "B10:L10"]
CATEGORIES = (
    Category(code="CBO", label="CBOs"),
    Category(code="LNGO", label="LNGOs"),
    Category(code="GOV", label="Gov"),
)
WORKSHOP = Workshop(
    id=make.identity(5), language=make.workshop().language, title="Kratie", starts=make.STARTS, categories=CATEGORIES
)


def plain(value: object) -> str:
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)


@pytest.fixture(params=["xlsx", "ods", "csv", "utf-16"])
def shown(request: pytest.FixtureRequest, tmp_path: Path, database: Database) -> ImportPreview:
    import_workshop(database, WORKSHOP, {}, who="Bopha")
    path = tmp_path / f"បញ្ជី.{request.param}"
    texts = csv_text([[plain(value) for value in row] for row in ROWS], ";")
    if request.param == "xlsx":
        write_xlsx(path, ROWS, merged=MERGED)
    elif request.param == "ods":
        write_ods(path, ROWS, padding=1000)
    else:
        path.write_bytes(texts.encode("utf-8-sig" if request.param == "csv" else "utf-16"))
    return preview_list(database, WORKSHOP.id, read_list(path))


def test_a_wild_list(shown: ImportPreview, database: Database) -> None:
    assert [field.value for field in shown.columns.values()] == [
        "name_km", "name", "male", "female", "age", "category", "organization", "position", "phone"
    ]  # fmt: skip
    assert {row.number: row.status.value for row in shown.rows if row.why is not Why.HEADING} == {
        6: "new",
        7: "new",
        8: "new",
        11: "new",
        12: "there",
        13: "there",
        14: "faulty",
        15: "faulty",
        16: "undecided",
        18: "left_out",
    }
    assert [(one.row, one.title.split()[-1], one.found) for one in shown.faults] == [
        (14, "លេខទូរស័ព្ទ", "123"),
        (15, "ប", "✓"),
        (15, "អាយុ/ឆ្នាំកំណើត", "កុមារ"),
        (15, "ប្រភេទ", "គ្រូ"),
    ]
    shown.mend(14, 10, "12 333 444")
    shown.mend(15, 4, "")
    shown.mend(15, 6, "១២")
    shown.mend_alike(7, "គ្រូ", "GOV")
    shown.decide([16], Decision.DIFFERENT)
    assert shown.count()[Status.NEW] == 7
    done = import_attendants(database, WORKSHOP.id, shown.plan(), who="Bopha")
    assert len(done.added) == 7
    taken = [
        (one.name, one.name_km, one.sex, one.birth_year, one.category, one.phone)
        for one in export_workshop(database, WORKSHOP.id)[0].attendants
    ]
    assert taken == [
        ("Sok Dara", "សុខ ដារ៉ា", Sex.MALE, 1981, "CBO", "012 345 678"),
        ("Chan Sophea", "ច័ន្ទសុភា", Sex.FEMALE, 1984, "CBO", "097 123 4567"),
        ("Kim Sreymom", "គឹម ស្រីមុំ", Sex.FEMALE, 1990, "CBO", "088 450 853"),
        ("Heng Bopha", "", Sex.FEMALE, 1990, "LNGO", "012 999 888"),
        ("Heng Vichet", "ហេង វិចិត្រ", Sex.MALE, 1986, "GOV", "012 333 444"),
        ("Mao Vanna", "", Sex.FEMALE, 2014, "GOV", ""),
        ("Heng Bopa", "", Sex.FEMALE, None, "", ""),
    ]
    undo(database, WORKSHOP.id, who="Bopha")
    assert export_workshop(database, WORKSHOP.id)[0].attendants == ()


def test_merged_cells_stand_for_all_their_rows(tmp_path: Path, database: Database) -> None:
    import_workshop(database, WORKSHOP, {}, who="Bopha")
    shown = preview_list(database, WORKSHOP.id, read_list(write_xlsx(tmp_path / "a.xlsx", ROWS, merged=MERGED)))
    assert shown.row(7).attendant.organization == "សហគមន៍ព្រៃឈើ"
