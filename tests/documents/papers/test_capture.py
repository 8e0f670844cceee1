"""Capture sheets: every question of every group with its code and room to write."""

import re
from itertools import pairwise

import pytest

from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.documents.papers import write_capture_sheets
from clesidra_desktop.documents.papers.capture import BOTTOM, LEAST_LINES, PITCH, WIDTH
from clesidra_desktop.documents.pdf.style import A4
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.row_codes import answer_codes
from clesidra_desktop.domain.workshop import Question, Workshop
from tests.documents.papers.reading import comparable, contents, page_texts
from tests.helpers.builders import at, group, questions, sectors, workshop
from tests.helpers.documents import CREATED, KHMER_SENTENCE


def sheets(of: Workshop, language: Language = Language.ENGLISH) -> bytes:
    return write_capture_sheets(of, Labels(language), created=CREATED)


def rules(content: str) -> list[float]:
    """Return where the lines to write on stand, counted from the top of the page."""
    return [A4[1] - float(y) for y in re.findall(rf"\S+ (\S+) {WIDTH:.2f} 0 re S", content)]


def test_every_question_of_every_sector_has_its_code() -> None:
    of = workshop(sectors=sectors(3), questions=questions(3))
    texts = page_texts(sheets(of))
    codes = answer_codes(of)
    assert len(texts) == 3
    for sector, text in zip(of.sectors, texts, strict=True):
        for number, question in enumerate(of.questions, start=1):
            assert " ".join((f"{number}.", question.text, codes[sector.key, question.key])) in text


def test_the_head_has_what_is_known_and_room_for_the_rest() -> None:
    of = workshop(groups=(group("s1", 1, rapporteur="Ms Bun Davy", room="Hall B"),))
    first, second = page_texts(sheets(of))
    known = "Sector 1 Rapporteur: Ms Bun Davy Room: Hall B Date: 6 May 2026"
    assert first.startswith(f"Capture sheet · Group 1 {known} 1. ")
    assert second.startswith("Capture sheet · Group 2 Sector 2 Rapporteur: Room: Date: 6 May 2026 1. ")
    assert "Date: 1. " in page_texts(sheets(workshop(ends=at(12, day=7))))[0]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 7, 10])
@pytest.mark.parametrize("text", ["Why?", KHMER_SENTENCE * 2])
def test_there_are_eight_lines_at_least_and_pages_are_full(count: int, text: str) -> None:
    asked = tuple(Question(key=f"q{number}", text=text) for number in range(count))
    pdf = sheets(workshop(sectors=sectors(1), questions=asked))
    on_pages = [len(re.findall(r" \d+\. ", page)) for page in page_texts(pdf)]
    assert sum(on_pages) == count
    assert max(on_pages) - min(on_pages) <= 1
    for asked_here, content in zip(on_pages, contents(pdf), strict=True):
        lines = rules(content)
        assert len(lines) >= asked_here * LEAST_LINES
        assert len(lines) % asked_here == 0
        assert lines[-1] == pytest.approx(BOTTOM, abs=0.01)
        gaps = [below - above for above, below in pairwise(lines)]
        assert min(gaps) >= PITCH - 0.02


def test_pages_of_a_sector_are_numbered() -> None:
    texts = page_texts(sheets(workshop(questions=questions(4))))
    assert ["Page 1 of 2" in text for text in texts] == [True, False, True, False]


def test_a_question_as_long_as_a_page_is_printed_whole() -> None:
    text = "What was it that you really wanted to say, and why did you not say it before? " * 30
    (page,) = page_texts(sheets(workshop(sectors=sectors(1), questions=(Question(key="q1", text=text),))))
    assert comparable(text) in comparable(page)


def test_khmer() -> None:
    (page, _) = page_texts(sheets(workshop(), Language.KHMER))
    assert comparable(page).startswith(comparable("សន្លឹកកត់ត្រាចម្លើយ · ក្រុមទី ១ Sector 1 អ្នករាយការណ៍៖"))
    assert " ១. Question 1? " in page
