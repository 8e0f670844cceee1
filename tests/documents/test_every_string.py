"""Everything that was typed into a workshop is found in its documents, in the order in which minutes are read."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from clesidra_desktop.documents.compose import compose_minutes
from clesidra_desktop.documents.docx import write_docx
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain import outline
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.workshop import AgendaItem, AgendaKind, AnnexSource, Poll, Workshop
from tests.helpers.documents import CREATED, pdf_text, squeezed, write_pdf
from tests.helpers.samples import NASTY, SAMPLE, name_of, read

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(params=list(Language))
def language(request: pytest.FixtureRequest) -> Language:
    return Language(request.param)


@pytest.fixture(params=[SAMPLE, *NASTY], ids=name_of)
def workshop(request: pytest.FixtureRequest) -> Workshop:
    path = request.param
    assert isinstance(path, Path)
    return read(path)


def test_in_the_pdf(workshop: Workshop, language: Language) -> None:
    # Without what stands on every page, a text that goes over to the next one is whole.
    document = replace(compose_minutes(workshop, Labels(language)), fields={}, page_label="")
    find_all(workshop, pdf_text(write_pdf(document, created=CREATED)))


def test_in_the_docx(workshop: Workshop, language: Language) -> None:
    document = compose_minutes(workshop, Labels(language))
    find_all(workshop, text_of_docx(write_docx(document, created=CREATED)))


def find_all(workshop: Workshop, text: str) -> None:
    """Look for every string behind the one before it."""
    found = comparable(text)
    position = 0
    for string in strings(workshop):
        wanted = comparable(string)
        at = found.find(wanted, position)
        assert at >= 0, f"“{string}” is not in its place; it {'is elsewhere' if wanted in found else 'is nowhere'}"
        position = at + len(wanted)


def comparable(text: str) -> str:
    """Return a text without its spaces, and without Arabic and brackets, which poppler puts in an order of its own."""
    return re.sub("[\u0590-\u08ff()]+", "", squeezed(text))


def text_of_docx(docx: bytes) -> str:
    """Return the text of the body, with the charts where they stand."""
    with zipfile.ZipFile(BytesIO(docx)) as package:
        body = ET.fromstring(package.read("word/document.xml"))  # noqa: S314 - our own
    return "".join(element.text or "" for element in body.iter(f"{W}t"))


def strings(workshop: Workshop) -> Iterator[str]:
    """Yield the strings of a workshop in the order of its minutes."""
    yield workshop.title
    if workshop.programme:
        yield from (workshop.programme.name, workshop.programme.funder, workshop.programme.activity)
    yield from (*workshop.team.facilitator, *workshop.team.mc, *workshop.team.minute_taker)
    yield from (category.label for category in workshop.categories)
    yield from (workshop.venue, workshop.place)
    yield from workshop.objectives
    shown = [item for item in workshop.agenda if not item.internal and item.kind is not AgendaKind.BREAK]
    for item in shown:
        yield from (item.title, item.speaker, *(point.node.text for point in outline.walk(item.notes)))
        yield from _content(workshop, item)
    yield from _left_over(workshop, shown)
    for annex in workshop.annexes:
        yield annex.title
    for annex in workshop.annexes:
        if annex.source is AnnexSource.ATTENDANTS:
            for one in workshop.attendants:
                yield from (one.name, one.name_km, one.organization, one.position, one.province, one.phone, one.email)
        elif annex.source is AnnexSource.AGENDA:
            for item in workshop.agenda:
                if not item.internal:
                    yield from (item.title, item.speaker)
        else:
            yield annex.title


def _content(workshop: Workshop, item: AgendaItem) -> Iterator[str]:
    match item.kind:
        case AgendaKind.ANSWERS:
            yield from _answers(workshop)
        case AgendaKind.WAYS_FORWARD:
            yield from _ways_forward(workshop)
        case AgendaKind.POLL:
            for poll in workshop.polls:
                if poll.key == item.poll:
                    yield from _poll(poll)
        case AgendaKind.BREAKOUT:
            for group in workshop.groups:
                yield from (group.rapporteur, group.room)


def _left_over(workshop: Workshop, shown: list[AgendaItem]) -> Iterator[str]:
    kinds = {item.kind for item in shown}
    if AgendaKind.ANSWERS not in kinds and workshop.questions:
        yield from _answers(workshop)
    if AgendaKind.WAYS_FORWARD not in kinds:
        yield from _ways_forward(workshop)
    for poll in workshop.polls:
        if poll.key not in {item.poll for item in shown}:
            yield from _poll(poll)


def _answers(workshop: Workshop) -> Iterator[str]:
    given = {(answer.sector, answer.question): answer.items for answer in workshop.answers}
    for sector in workshop.sectors:
        yield sector.title
        for question in workshop.questions:
            yield question.text
            items = given.get((sector.key, question.key), ())
            yield from (point.node.text for point in outline.walk(items))


def _ways_forward(workshop: Workshop) -> Iterator[str]:
    for way in workshop.ways_forward:
        yield from (way.text, way.responsible, way.due if way.due_date is None else "")


def _poll(poll: Poll) -> Iterator[str]:
    yield poll.question
    yield from (option.text for option in poll.options)
    yield poll.note
