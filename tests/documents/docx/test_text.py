import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from clesidra_desktop.documents.docx.text import Runs, clean, escape, paragraph, runs
from tests.documents.docx.reading import W, text_of


def _paragraph(text: str) -> etree._Element:
    return etree.fromstring(f'<root xmlns:w="{W[1:-1]}">{paragraph("BodyText", runs(text))}</root>')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nul \x00, bell \x07, half a pair \ud83c, no character \ufffe", "nul , bell , half a pair , no character "),
        ("Windows\r\nold\rUnix\n", "Windows\nold\nUnix\n"),
        ("tab\tstays", "tab\tstays"),
        ("mark \u200f and 🎉", "mark \u200f and 🎉"),
    ],
)
def test_clean_drops_only_what_xml_cannot_hold(text: str, expected: str) -> None:
    assert clean(text) == expected


@given(st.text(st.characters(exclude_categories=())))
def test_escaped_text_is_read_back_from_elements(text: str) -> None:
    assert etree.fromstring(f"<t>{escape(text)}</t>").text == (clean(text) or None)


@given(st.text(st.characters(exclude_categories=())))
def test_escaped_text_is_safe_in_attributes(text: str) -> None:
    read = etree.fromstring(f'<t a="{escape(text)}"/>').get("a")
    assert read == clean(text).replace("\n", " ").replace("\t", " ")


@given(st.text(st.characters(exclude_categories=()) | st.sampled_from("កខគ្ាិ១ \u200b\u200c\n\t<&")))
def test_runs_hold_the_whole_text_in_order(text: str) -> None:
    assert text_of(_paragraph(text)) == clean(text)


def test_khmer_stands_in_runs_of_its_own() -> None:
    read = _paragraph("CBO សហគមន៍ ព្រៃ\u200bឈើ, ១២ នាក់ and ᧠.")
    found = [(run.find(f"{W}rPr/{W}cs") is not None, text_of(run)) for run in read.iter(f"{W}r")]
    assert found == [
        (False, "CBO "),
        (True, "សហគមន៍ ព្រៃ\u200bឈើ"),
        (False, ", "),
        (True, "១២ នាក់"),
        (False, " and "),
        (True, "᧠"),
        (False, "."),
    ]
    assert {lang.get(f"{W}bidi") for lang in read.iter(f"{W}lang")} == {"km-KH"}


def test_kept_runs_are_the_runs() -> None:
    kept = Runs()
    texts = ["Kratie", "ក្រចេះ", "x" * 1000, "Kratie"]
    assert [kept[text] for text in texts] == [runs(text) for text in texts]
    assert set(kept) == {"Kratie", "ក្រចេះ"}
