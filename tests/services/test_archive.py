"""Searching the archive, on both engines, and that its index is never behind."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
import sqlcipher3.dbapi2

from clesidra_desktop.domain.archive import Filters, Kind
from clesidra_desktop.domain.outline import Node, OutlineStyle
from clesidra_desktop.services.anonymize import anonymize_person
from clesidra_desktop.services.answers import find_answer, record_answer
from clesidra_desktop.services.archive import (
    archive_choices,
    index_archive,
    index_next,
    place_in_workshop,
    read_annexes,
    search_archive,
    unread_file,
)
from clesidra_desktop.services.attendants import edit_attendants
from clesidra_desktop.services.history import undo
from clesidra_desktop.services.prepare import describe_workshop
from clesidra_desktop.services.ways_forward import add_way_forward, finish_way_forward, remove_way_forward
from clesidra_desktop.services.workshops import import_workshop
from clesidra_desktop.storage.database import Database, open_database
from clesidra_desktop.storage.search import tables
from clesidra_desktop.storage.tables.attendants import AttendantRow
from tests.helpers import builders as make
from tests.helpers.archive import NEW, OLD, archived, fill

EVERYTHING = Filters()


@pytest.fixture
def archive(database: Database) -> Database:
    """Both workshops."""
    fill(database)
    return database


def found(database: Database, typed: str, filters: Filters = EVERYTHING) -> list[tuple[int, Kind, str]]:
    """Return the year, the kind and the excerpt of what is found."""
    texts = search_archive(database, typed, filters).texts
    return [(one.hit.starts.year if one.hit.starts else 0, one.hit.kind, one.excerpt) for one in texts]


def kinds(database: Database, typed: str, filters: Filters = EVERYTHING) -> list[tuple[int, Kind]]:
    return [(year, kind) for year, kind, _ in found(database, typed, filters)]


def rows_of_index(database: Database) -> list[str]:
    with database.session() as session:
        return sorted(session.scalars(tables.TEXTS.select().with_only_columns(tables.TEXTS.c.text)))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("meeting of 2017", [(2017, Kind.TITLE)]),
        ("WELLS clean", [(2019, Kind.ANSWER), (2017, Kind.ANSWER)]),
        ("ស្អាត", [(2019, Kind.ANSWER), (2017, Kind.ANSWER)]),
        ("\u200bទឹក\u200bស្អាត", [(2019, Kind.ANSWER), (2017, Kind.ANSWER)]),
        ("ស្អាតសម្រាប់ភូ", [(2019, Kind.ANSWER), (2017, Kind.ANSWER)]),
        ('"gate 2017"', [(2017, Kind.WAY_FORWARD)]),
        ("ferry", [(2019, Kind.ANNEX_TEXT), (2017, Kind.ANNEX_TEXT)]),
        ("ស៊ីម៉ង់", [(2019, Kind.ANNEX_TEXT), (2017, Kind.ANNEX_TEXT)]),
        ("dara2019", [(2019, Kind.PERSON)]),
        ("wells ២០១៩", [(2019, Kind.ANSWER)]),
        ("012 345", []),
        ("nowhere", []),
        ("   ", []),
        ('"', []),
        ("100%", []),
        ("_ells", []),
    ],
)
def test_texts_are_found_by_parts_of_words(archive: Database, typed: str, expected: list[tuple[int, Kind]]) -> None:
    assert kinds(archive, typed) == expected


@pytest.mark.parametrize("typed", ["p", "mp", "ps", "ភូ", "ិ", "ps wi"])
def test_one_or_two_letters_are_found_everywhere_they_stand(archive: Database, typed: str) -> None:
    expected = sorted(text for text in rows_of_index(archive) if all(one in text.casefold() for one in typed.split()))

    assert sorted(one.hit.text for one in search_archive(archive, typed, EVERYTHING).texts) == [
        text.strip() for text in expected
    ]


def test_short_words_are_found_among_old_texts_too(archive: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clesidra_desktop.storage.search.finding.LOOKED_AT", 3)
    monkeypatch.setattr("clesidra_desktop.storage.search.finding.FEW_WORKSHOPS", 0)

    assert kinds(archive, "mp") == [(2019, Kind.ANSWER), (2017, Kind.ANSWER)]
    assert kinds(archive, "mp", Filters(year=2017)) == [(2017, Kind.ANSWER)]
    assert kinds(archive, "mp", Filters(place="Kratie")) == [(2017, Kind.ANSWER)]
    assert kinds(archive, "qq") == []
    assert len(search_archive(archive, "e", EVERYTHING, limit=4).texts) == 4


@pytest.mark.parametrize("looked_at", [1, 3, 5, 1000])
def test_a_long_word_beside_short_ones_is_found_in_new_and_old_texts(
    archive: Database, monkeypatch: pytest.MonkeyPatch, looked_at: int
) -> None:
    monkeypatch.setattr("clesidra_desktop.storage.search.finding.LOOKED_AT", looked_at)
    rows = rows_of_index(archive)
    longs = {word for text in rows for word in text.casefold().split() if 3 <= len(word) <= 8}
    for long in sorted(longs)[::3]:
        for short in ("e", "of", "ទ", "ត", long[-2:], long[:1], "2"):
            expected = sorted(text.strip() for text in rows if long in text.casefold() and short in text.casefold())
            found = sorted(one.hit.text for one in search_archive(archive, f"{long} {short}", EVERYTHING).texts)
            assert found == expected, (long, short)


@pytest.mark.parametrize("typed", ["3200", "៣២០០", "ទទឹង7", "32", "7", "៧"])
def test_numbers_are_found_in_the_digits_of_both_scripts(
    archive: Database, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.setattr("clesidra_desktop.storage.search.finding.LOOKED_AT", 1)
    key = add_way_forward(archive, OLD, {"text": "ប្រវែង៣២០០ ទទឹង៧"}, who="tester")[0]
    shown = {one.hit.row_id: one for one in search_archive(archive, typed, EVERYTHING).texts}

    assert key in shown
    assert [shown[key].excerpt[start:end] for start, end in shown[key].marks]


def test_the_words_are_marked_in_their_context(archive: Database) -> None:
    (first, *_) = (
        search_archive(archive, "need WELLS", Filters()).texts or search_archive(archive, "WELLS 2019", Filters()).texts
    )

    assert [first.excerpt[start:end] for start, end in first.marks] == ["wells", "2019"]
    assert (first.sector_title, first.question_text) == ("Water", "What do you need?")


@pytest.mark.parametrize(
    ("filters", "years"),
    [
        (Filters(year=2017), {2017}),
        (Filters(year=2018), set()),
        (Filters(place="Stung Treng"), {2019}),
        (Filters(programme="Rivers"), {2017, 2019}),
        (Filters(programme="Roads"), set()),
    ],
)
@pytest.mark.parametrize("typed", ["commune", "co"])
def test_filters_leave_workshops_out(archive: Database, filters: Filters, years: set[int], typed: str) -> None:
    assert {year for year, _ in kinds(archive, typed, filters)} == years


def test_sectors_and_questions_are_those_of_all_workshops(archive: Database) -> None:
    choices = archive_choices(archive)
    sectors = {topic.title: topic for topic in choices.sectors}
    questions = {topic.title: topic for topic in choices.questions}

    assert {title: topic.count for title, topic in sectors.items()} == {"Water": 2, "Land": 2}
    assert kinds(archive, "fields", Filters(sector=sectors["Land"])) == [(2019, Kind.ANSWER), (2017, Kind.ANSWER)]
    assert kinds(archive, "fields", Filters(sector=sectors["Water"])) == []
    assert kinds(archive, "pumps", Filters(question=questions["Who helps?"])) != []
    assert kinds(archive, "pumps", Filters(question=questions["What do you need?"])) == []
    assert (choices.total, choices.waiting, choices.values.years) == (2, 0, (2019, 2017))


def test_people_are_not_found_where_that_is_not_wanted(archive: Database) -> None:
    assert kinds(archive, "fishery") == [(2019, Kind.PERSON), (2017, Kind.PERSON)]
    assert kinds(archive, "fishery", Filters(people=False)) == []


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("titles 2017", "$.answers[1].items"),
        ("gate 2017", "$.ways_forward[0].text"),
        ("meeting of 2017", "$.title"),
        ("dara2017", "$.attendants[0].name"),
        ("ferry", "$.annexes[0].file"),
        ("preface", "$.minutes[0]"),
    ],
)
def test_a_text_leads_back_to_its_place(archive: Database, typed: str, path: str) -> None:
    hit = search_archive(archive, typed, Filters(year=2017)).texts[0].hit

    assert (hit.workshop_id, place_in_workshop(archive, hit)) == (OLD, path)


def test_a_text_that_is_gone_leads_nowhere(archive: Database) -> None:
    hit = search_archive(archive, "gate 2017", EVERYTHING).texts[0].hit
    remove_way_forward(archive, OLD, hit.row_id, who="tester")

    assert place_in_workshop(archive, hit) == ""


# Never behind


def test_what_a_deed_writes_is_found_at_once_and_undo_is_followed(archive: Database) -> None:
    version = find_answer(archive, OLD, "water", "need").version
    record_answer(archive, OLD, "water", "need", (Node("Bridges", OutlineStyle.BULLET),), version=version, who="tester")
    assert kinds(archive, "bridges") == [(2017, Kind.ANSWER)]
    assert kinds(archive, "wells") == [(2019, Kind.ANSWER)]

    undo(archive, OLD, who="tester")
    assert kinds(archive, "bridges") == []
    assert kinds(archive, "wells") == [(2019, Kind.ANSWER), (2017, Kind.ANSWER)]


def test_a_workshop_of_another_day_is_found_in_its_new_year(archive: Database) -> None:
    describe_workshop(archive, NEW, {"starts": archived(NEW, 2015).starts}, who="tester")

    assert kinds(archive, "wells") == [(2017, Kind.ANSWER), (2015, Kind.ANSWER)]
    assert kinds(archive, "wells", Filters(year=2019)) == []


def test_the_index_is_the_same_as_one_made_anew(archive: Database) -> None:
    edit_attendants(archive, OLD, [make.identity(2017)], {"name": "Chan Thy"}, who="tester")
    finish_way_forward(archive, NEW, make.way_forward(2019).id, date(2020, 1, 1), who="tester")
    kept = rows_of_index(archive)

    with archive.indexing() as connection:
        for table in (tables.TEXTS, tables.WORKSHOPS, tables.FILES):
            connection.execute(table.delete())
    index_archive(archive)
    read_annexes(archive)

    assert rows_of_index(archive) == kept


def test_an_index_of_another_version_is_made_anew(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_database(address) as database:
        fill(database)
    monkeypatch.setattr(tables, "VERSION", tables.VERSION + 1)
    with open_database(address) as database:
        assert kinds(database, "wells") == []
        assert archive_choices(database).waiting == 2
        assert index_next(database, 1) == (1, 2)
        assert kinds(database, "wells") == [(2017, Kind.ANSWER)]
        describe_workshop(database, NEW, {"title": "Another name"}, who="tester")  # its turn has not come
        assert kinds(database, "another name") == []
        index_archive(database)
        assert kinds(database, "another name") == [(2019, Kind.TITLE)]
        assert unread_file(database) is not None


# Nobody who is to be forgotten


def anonymized(database: Database) -> None:
    for number in (2017, 2019):
        anonymize_person(database, person_at(database, number), who="tester")


def person_at(database: Database, number: int) -> UUID:
    with database.session() as session:
        row = session.get(AttendantRow, make.identity(number))
        assert row is not None
        assert row.person_id is not None
        return row.person_id


def test_who_is_anonymized_is_found_no_more_nor_are_the_annexes(archive: Database) -> None:
    anonymized(archive)

    assert kinds(archive, "dara20") == []
    assert kinds(archive, "ferry") == []
    read_annexes(archive)
    assert unread_file(archive) is None
    assert kinds(archive, "ferry") == []
    assert kinds(archive, "wells") == [(2019, Kind.ANSWER), (2017, Kind.ANSWER)]


def test_who_is_anonymized_stands_in_no_table_of_the_index(tmp_path: Path) -> None:
    path = tmp_path / "workshops.db"
    letter = {"annexes/letter.txt": b"Mr. Sok Dara2017 has signed the letter"}
    with open_database(path) as database:
        import_workshop(database, archived(OLD, 2017), letter, who="tester")
        index_archive(database)
        read_annexes(database)
        assert shadows(path) >= {"dar", "ra2"}
        anonymize_person(database, person_at(database, 2017), who="tester")
        assert not shadows(path) & {"dar", "ara", "ra2"}
        assert b"Dara2017" not in stored(path)


def shadows(path: Path) -> set[str]:
    """Return all terms that the index knows."""
    connection = sqlcipher3.dbapi2.connect(str(path))
    terms = {term for (term,) in connection.execute("SELECT term FROM search_terms")}
    connection.close()
    return terms


def stored(path: Path) -> bytes:
    """Return all that the shadow tables and the tables of the index hold."""
    connection = sqlcipher3.dbapi2.connect(str(path))
    found = b""
    for table in ("search_index_data", "search_index_idx", "search_texts", "search_files"):
        for row in connection.execute(f"SELECT * FROM {table}"):  # noqa: S608 (names from above)
            found += b"\0".join(one if isinstance(one, bytes) else str(one).encode() for one in row)
    connection.close()
    return found
