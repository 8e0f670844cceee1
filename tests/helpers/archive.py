"""A small archive: two workshops with the same sectors and questions, in two years."""

from datetime import date, datetime
from uuid import UUID

from clesidra_desktop.domain.workshop import (
    Annex,
    AnnexSource,
    Answer,
    MinutesSection,
    Programme,
    Question,
    Sector,
    Workshop,
)
from clesidra_desktop.services.archive import index_archive, read_annexes
from clesidra_desktop.services.workshops import import_workshop
from clesidra_desktop.storage.database import Database
from tests.helpers import builders as make

OLD, NEW = UUID(int=0xA1), UUID(int=0xA2)
SECTORS = (Sector(key="water", title="Water"), Sector(key="sector-2", title="Land"))
QUESTIONS = (Question(key="need", text="What do you need?"), Question(key="question-2", text="Who helps?"))


def archived(id_: UUID, year: int, **changes: object) -> Workshop:
    """Return a workshop of a year with three answers, notes, a way forward and an annex."""
    answers = (
        Answer(sector="water", question="need", items=make.points(f"Clean wells in {year}", "ទឹកស្អាតសម្រាប់ភូមិ")),
        Answer(sector="sector-2", question="need", items=make.points(f"Titles for fields {year}")),
        Answer(sector="water", question="question-2", items=make.points("The commune helps with pumps")),
    )
    details: dict[str, object] = {
        "id": id_,
        "title": f"Meeting of {year}",
        "place": "Kratie" if year == 2017 else "Stung Treng",
        "programme": Programme(name="Rivers", funder="A fund"),
        "starts": datetime(year, 11, 1, 8),
        "ends": datetime(year, 11, 1, 12),
        "sectors": SECTORS,
        "questions": QUESTIONS,
        "groups": (),
        "answers": answers,
        "attendants": (make.attendant(year, name=f"Sok Dara{year}", phone="012 345 678", organization="Fishery"),),
        "ways_forward": (
            make.way_forward(year, text=f"Repair the gate {year}", responsible="Commune", due=f"{year}-12-01"),
        ),
        "minutes": (MinutesSection(key="objectives", before=make.points(f"A preface of {year}")),),
        "annexes": (Annex(key="letter", title="A letter", source=AnnexSource.FILE, file="annexes/letter.txt"),),
    }
    return make.workshop(**(details | changes))


FILES = {"annexes/letter.txt": "The ferry brings cement. ឡានដឹកស៊ីម៉ង់ត៍។".encode()}
TODAY = date(2020, 1, 1)


def fill(database: Database) -> None:
    """Put both workshops into a database, all of it indexed."""
    for id_, year in ((OLD, 2017), (NEW, 2019)):
        import_workshop(database, archived(id_, year), FILES, who="tester")
    index_archive(database)
    read_annexes(database)
