"""All answers to a question across workshops, and their booklet."""

import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from clesidra_desktop.documents.blocks import Contents, Heading, Title
from clesidra_desktop.documents.compose.booklet import compose_booklet
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain.archive import Filters
from clesidra_desktop.domain.language import Language
from clesidra_desktop.services.archive import archive_choices
from clesidra_desktop.services.booklet import (
    booklet_name,
    find_archived_answers,
    find_archived_ways,
    make_booklet,
    write_booklet,
)
from clesidra_desktop.services.history import undo
from clesidra_desktop.services.minutes import Format
from clesidra_desktop.services.ways_forward import finish_way_forward
from clesidra_desktop.storage.database import Database
from tests.helpers import builders as make
from tests.helpers.archive import OLD, TODAY, fill
from tests.helpers.documents import pdf_text


@pytest.fixture
def archive(database: Database) -> Database:
    """Two workshops."""
    fill(database)
    return database


def test_answers_stand_side_by_side_the_newest_first(archive: Database) -> None:
    choices = archive_choices(archive)
    water = next(topic for topic in choices.sectors if topic.title == "Water")
    need = next(topic for topic in choices.questions if topic.title == "What do you need?")
    found = find_archived_answers(archive, Filters(sector=water, question=need))

    assert [(one.title, one.items[0].text) for one in found.answers] == [
        ("Meeting of 2019", "Clean wells in 2019"),
        ("Meeting of 2017", "Clean wells in 2017"),
    ]
    assert find_archived_answers(archive, Filters(), limit=2).more
    assert find_archived_answers(archive, Filters(year=2018)).answers == ()


def test_a_booklet_is_grouped_by_sector_question_and_workshop(archive: Database) -> None:
    booklet = make_booklet(archive, Filters())
    told = [
        (sector.title, question.text, [one.title for one in question.answers])
        for sector in booklet.sectors
        for question in sector.questions
    ]

    both = ["Meeting of 2019", "Meeting of 2017"]
    assert told == [
        ("Water", "What do you need?", both),
        ("Water", "Who helps?", both),
        ("Land", "What do you need?", both),
    ]


@pytest.mark.parametrize("language", list(Language))
def test_a_booklet_has_a_title_page_and_contents(archive: Database, language: Language) -> None:
    document = compose_booklet(make_booklet(archive, Filters(programme="Rivers")), Labels(language))
    first, *sectors = document.sections

    assert [type(block) for block in first.blocks][::2] == [Title, Contents]
    assert "Rivers" in document.title
    headings = [block for section in sectors for block in section.blocks if isinstance(block, Heading)]
    assert [(one.level, one.number) for one in headings[:4]] == [(1, 1), (2, 0), (3, 1), (3, 2)]


def test_a_booklet_of_nothing_says_so(archive: Database) -> None:
    document = compose_booklet(make_booklet(archive, Filters(year=2018)), Labels(Language.ENGLISH))

    assert len(document.sections) == 2


def test_a_booklet_is_written_and_can_be_stopped(archive: Database, tmp_path: Path) -> None:
    booklet = make_booklet(archive, Filters())
    targets = {kind: tmp_path / booklet_name(booklet.filters, kind, Language.KHMER) for kind in Format}
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    assert list(write_booklet(booklet, targets, language=Language.KHMER, created=moment)) == list(targets.values())
    assert "Clean wells in 2017" in pdf_text(targets[Format.PDF].read_bytes())
    assert "Clean wells in 2017" in zipfile.ZipFile(targets[Format.DOCX]).read("word/document.xml").decode()

    def stop(_done: int, _total: int) -> None:
        raise InterruptedError

    half = {Format.PDF: tmp_path / "half.pdf"}
    with pytest.raises(InterruptedError):
        list(write_booklet(booklet, half, language=Language.KHMER, progress=lambda _: stop))
    assert not half[Format.PDF].exists()


def test_ways_forward_are_late_until_they_are_done_and_undo_takes_it_back(archive: Database) -> None:
    def late() -> dict[str, int]:
        return {one.title: one.days_late(TODAY) for one in find_archived_ways(archive, Filters())}

    assert late() == {"Meeting of 2019": 31, "Meeting of 2017": 761}
    finish_way_forward(archive, OLD, make.way_forward(2017).id, date(2019, 5, 1), who="tester")
    assert late() == {"Meeting of 2019": 31, "Meeting of 2017": 0}
    undo(archive, OLD, who="tester")
    assert late() == {"Meeting of 2019": 31, "Meeting of 2017": 761}
    assert find_archived_ways(archive, Filters(place="Nowhere")) == ()
