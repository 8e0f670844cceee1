"""Speed of lists, as ratios in one run: reading against openpyxl, one deed against a deed for each row."""

import gc
import random
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl

from clesidra_desktop.exchange.lists.reading import read_list
from clesidra_desktop.services.attendants import register_attendant
from clesidra_desktop.services.lists.importing import import_attendants, preview_list
from clesidra_desktop.services.lists.plan import Decision, Status
from clesidra_desktop.services.workshops import import_workshop
from clesidra_desktop.storage.database import open_database
from tests.helpers import builders as make
from tests.helpers.lists import write_xlsx

COUNT = 1000
FAMILIES = [
    "Sok",
    "Chan",
    "Kim",
    "Heng",
    "Touch",
    "Phan",
    "Keo",
    "Tep",
    "Som",
    "Yin",
    "Meas",
    "Sin",
    "Mao",
    "Nhem",
    "Oum",
    "Pich",
    "Bun",
    "Lim",
    "Chea",
    "Ros",
]
NAMES = [
    "Dara",
    "Sophea",
    "Vuthy",
    "Phalla",
    "Leakena",
    "Kosal",
    "Chamroeun",
    "Narith",
    "Piseth",
    "Maly",
    "Kunthea",
    "Vannak",
    "Bopha",
    "Rith",
    "Mony",
]


def rows() -> list[list[str]]:
    """Return a header and rows of names as common as in life."""
    chance = random.Random(1)  # noqa: S311 - the same list in every run
    return [
        ["No", "Name", "Sex", "Age", "Organization", "Phone"],
        *(
            [
                str(number),
                f"{chance.choice(FAMILIES)} {chance.choice(NAMES)} {chance.choice(NAMES)}",
                chance.choice("FM"),
                str(chance.randint(18, 80)),
                f"Organization {chance.randint(1, 200)}",
                f"0{chance.randint(10_000_000, 99_999_999)}",
            ]
            for number in range(1, COUNT + 1)
        ),
    ]


def seconds(work: Callable[[], object], runs: int = 1) -> float:
    """Return the processor time of the quickest run."""
    found = []
    for _ in range(runs):
        gc.collect()
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def test_a_spreadsheet_is_read_faster_than_by_openpyxl(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "list.xlsx", rows())

    def by_openpyxl() -> None:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        assert sum(1 for _ in book.worksheets[0].iter_rows(values_only=True)) == COUNT + 1
        book.close()

    own, peer = seconds(lambda: read_list(path), 3), seconds(by_openpyxl, 3)
    print(f"\nread {COUNT} rows: {own:.3f} s, openpyxl {peer:.3f} s", end="")
    assert peer >= 2 * own


def test_a_list_is_taken_much_faster_than_row_by_row(tmp_path: Path) -> None:
    workshop = make.workshop(attendants=(), groups=())
    with open_database(tmp_path / "workshops.db") as database:
        import_workshop(database, workshop, {}, who="Bopha")
        one_by_one = seconds(
            lambda: [
                register_attendant(database, workshop.id, {"name": f"Person {number}"}, who="Bopha")
                for number in range(COUNT // 10)
            ]
        )
        read = read_list(write_xlsx(tmp_path / "list.xlsx", rows()))
        shown = preview_list(database, workshop.id, read)
        looking = seconds(lambda: preview_list(database, workshop.id, read), 3)
        while doubtful := [row.number for row in shown.rows if row.status is Status.UNDECIDED]:
            shown.decide(doubtful, Decision.DIFFERENT)
        mending = seconds(lambda: shown.mend(500, 1, "Somebody Else"), 3)
        taking = seconds(lambda: import_attendants(database, workshop.id, shown.plan(), who="Bopha"))
    print(f"\npreview {looking:.3f} s, mend {mending:.4f} s, take {taking:.3f} s", end="")
    print(f"; a tenth of the rows one by one {one_by_one:.3f} s", end="")
    assert taking + looking <= 5 * one_by_one
    assert mending <= looking / 5
