"""Reports as files: whole in every format, and nobody named in any of them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.report_periods import whole_year
from clesidra_desktop.domain.reports import Filters, PeopleRange
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.services.appearance import Appearance
from clesidra_desktop.services.report_files import ReportFormat, WrittenReport, report_name
from clesidra_desktop.services.reports import make_report
from clesidra_desktop.storage.database import Database, open_database
from tests.documents.docx.templates import make_template
from tests.helpers.documents import pdf_text, squeezed
from tests.helpers.offices import TODAY, open_office
from tests.helpers.personal import found
from tests.helpers.preflight import complaints

CREATED = datetime(2026, 11, 5, 7, 30, tzinfo=UTC)


@pytest.fixture
def office(tmp_path: Path) -> tuple[Path, list[Workshop]]:
    path = tmp_path / "office.db"
    with open_database(path) as database:
        return path, open_office(database)


def written(path: Path, language: Language, appearance: Appearance = Appearance()) -> WrittenReport:  # noqa: B008
    with open_database(path) as database:
        report = make_report(database, Filters(whole_year(2026)), TODAY)
    return WrittenReport(report, PeopleRange(50, len(report.people), 3), language, appearance)


@pytest.mark.parametrize("language", list(Language))
def test_nobody_is_named_in_any_part_of_any_file(
    office: tuple[Path, list[Workshop]], language: Language, tmp_path: Path
) -> None:
    path, workshops = office
    people = [one for workshop in workshops for one in workshop.attendants]
    secrets = {text for one in people for text in (one.name, one.phone, one.organization, str(one.id)) if text}
    names = []
    for target in written(path, language).write(tmp_path / "out", created=CREATED):
        names.append(target.name)
        assert found(target.read_bytes(), secrets) == set()
    assert names == [f"report-2026-01-01-2026-12-31-{language}.{kind}" for kind in ("pdf", "docx", "xlsx")]


def test_reports_of_other_programmes_and_places_stand_beside_each_other(database: Database) -> None:
    names = {
        report_name(make_report(database, Filters(**narrowed), TODAY), ReportFormat.PDF, Language.ENGLISH)
        for narrowed in ({}, {"programme": "Rivers"}, {"programme": "Forest: 2"}, {"place": "Kratie"}, {"place": "Kep"})
    }
    assert names == {
        "report-en.pdf",
        "report-Rivers-en.pdf",
        "report-Forest-2-en.pdf",
        "report-Kratie-en.pdf",
        "report-Kep-en.pdf",
    }


def test_the_search_would_find_somebody(office: tuple[Path, list[Workshop]], tmp_path: Path) -> None:
    for target in written(office[0], Language.ENGLISH).write(tmp_path / "out", created=CREATED):
        assert found(target.read_bytes(), {"Local authorities", "Nobody at all"}) == {"Local authorities"}


@pytest.mark.parametrize("language", list(Language))
def test_the_pdf_is_one_for_an_archive(office: tuple[Path, list[Workshop]], language: Language, tmp_path: Path) -> None:
    (target,) = written(office[0], language).write(tmp_path / "out", [ReportFormat.PDF], created=CREATED)
    assert complaints(target.read_bytes(), tmp_path) == ""


def test_the_range_stands_in_the_document(office: tuple[Path, list[Workshop]], tmp_path: Path) -> None:
    ready = written(office[0], Language.ENGLISH)
    (target,) = ready.write(tmp_path / "out", [ReportFormat.PDF], created=CREATED)
    assert squeezed(f"between 50 and {len(ready.report.people)}") in squeezed(pdf_text(target.read_bytes()))


def test_the_word_document_takes_the_template_of_the_office(
    office: tuple[Path, list[Workshop]], tmp_path: Path
) -> None:
    template = tmp_path / "office.docx"
    make_template(template)
    ready = written(office[0], Language.ENGLISH, Appearance(template))
    plain = written(office[0], Language.ENGLISH)
    (one,) = ready.write(tmp_path / "one", [ReportFormat.DOCX], created=CREATED)
    (other,) = plain.write(tmp_path / "other", [ReportFormat.DOCX], created=CREATED)
    assert one.read_bytes() != other.read_bytes()


def test_the_same_report_is_the_same_file(office: tuple[Path, list[Workshop]], tmp_path: Path) -> None:
    ready = written(office[0], Language.KHMER)
    first = [path.read_bytes() for path in ready.write(tmp_path / "one", created=CREATED)]
    assert first == [path.read_bytes() for path in ready.write(tmp_path / "two", created=CREATED)]


def test_pages_for_the_printer_are_those_of_the_pdf(office: tuple[Path, list[Workshop]]) -> None:
    with written(office[0], Language.ENGLISH).pictures() as pages:
        assert len(pages.sizes) > 3
        assert pages.draw(0, 200).width == 200
