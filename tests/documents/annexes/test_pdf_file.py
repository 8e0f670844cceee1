"""The PDF of an annex is made ready as a person sees it; what cannot be shown is named."""

import io
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.documents.annexes.model import Bookmark, Level, PreparedAnnex
from clesidra_desktop.documents.annexes.pdf_file import prepare_pdf
from tests.helpers import annex_files as make

PLAIN = [
    make.changed(content, lambda _: None, stream_decode_level=pikepdf.StreamDecodeLevel.generalized)
    for content in (make.text_pdf(), make.without_fonts(), make.filled_form(), make.hidden_layer())
]
"""Files whose content can be damaged where it hurts."""


@contextmanager
def prepared(content: bytes, folder: Path) -> Iterator[PreparedAnnex]:
    path = folder / "slides.pdf"
    path.write_bytes(content)
    annex = prepare_pdf(path)
    if annex.pdf is None:
        yield annex
        return
    with closing(annex.pdf):
        yield annex


def codes(annex: PreparedAnnex) -> list[str]:
    return [remark.code for remark in annex.remarks]


@pytest.mark.parametrize(("degrees", "size"), [(0, (595, 842)), (90, (842, 595)), (180, (595, 842)), (270, (842, 595))])
def test_pages_are_as_large_as_they_are_seen(degrees: int, size: tuple[int, int], tmp_path: Path) -> None:
    with prepared(make.turned(degrees), tmp_path) as annex:
        (page,) = annex.pages
        assert (round(page.width), round(page.height)) == size
        assert page.picture is None
        assert make.WORDS in page.text
        assert (annex.level, annex.remarks) == (Level.A, ())


def test_of_a_cropped_page_is_taken_what_is_seen(tmp_path: Path) -> None:
    with prepared(make.cropped(), tmp_path) as annex:
        (page,) = annex.pages
        assert (page.width, page.height) == (400, 300)
        assert annex.pdf is not None
        form = annex.pdf.pages[0].as_form_xobject()
        assert [float(edge) for edge in form.BBox] == [40, 520, 440, 820]


def test_marks_of_another_structure_are_gone(tmp_path: Path) -> None:
    content = make.text_pdf()
    with pikepdf.open(io.BytesIO(content)) as before:
        assert b"/MCID" in before.pages[0].Contents.read_bytes()
    with prepared(content, tmp_path) as annex:
        assert annex.pdf is not None
        page = annex.pdf.pages[0]
        text = page.Contents.read_bytes()
        assert b"/MCID" not in text
        assert b"/Artifact" not in text
        assert text.count(b"BMC") + text.count(b"BDC") == text.count(b"EMC") > 0
        assert "/StructParents" not in page


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (make.without_fonts(), "fonts are missing"),
        (make.printer_colours(), "CMYK"),
        (make.hidden_layer(), "shown or hidden"),
    ],
    ids=["fonts", "colours", "layers"],
)
def test_a_page_that_an_archive_does_not_take_becomes_a_picture(content: bytes, reason: str, tmp_path: Path) -> None:
    with prepared(content, tmp_path) as annex:
        (page,) = annex.pages
        assert page.picture is not None
        assert page.picture.width / page.picture.height == pytest.approx(400 / 300, rel=0.01)
        assert codes(annex) == ["annex-pictures"]
        assert annex.remarks[0].sentence.startswith("slides.pdf (page 1): printed as a picture")
        assert reason in annex.remarks[0].sentence
        assert annex.level is Level.A


def test_the_words_of_a_page_that_is_a_picture_are_known_with_their_places(tmp_path: Path) -> None:
    with prepared(make.without_fonts(), tmp_path) as annex:
        (line,) = annex.pages[0].lines
        assert line.text == make.WORDS
        assert line.x == pytest.approx(40, abs=3)
        assert line.y == pytest.approx(200, abs=6)
        assert 100 < line.width < 250


@pytest.mark.parametrize("described", [False, True])
def test_what_was_written_into_a_form_is_seen_and_found(described: bool, tmp_path: Path) -> None:
    with prepared(make.filled_form(described=described), tmp_path) as annex:
        (page,) = annex.pages
        assert page.picture is not None
        assert [line.text for line in page.lines] == ["Kok Lak"]


def test_letters_that_cannot_be_read_out_lower_the_level(tmp_path: Path) -> None:
    with prepared(make.without_letters(), tmp_path) as annex:
        assert annex.level is Level.B
        assert codes(annex) == ["annex-level"]
        assert annex.pages[0].picture is None


def test_a_file_that_only_asks_who_changes_it_is_shown(tmp_path: Path) -> None:
    with prepared(make.protected(), tmp_path) as annex:
        assert len(annex.pages) == 1
        assert annex.remarks == ()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (make.protected(user="open"), "annex-password"),
        (make.dynamic_form(), "annex-dynamic-form"),
        (make.dynamic_form(says_so=False), "annex-dynamic-form"),
        (b"%PDF-1.7 and no more", "annex-broken"),
        (make.text_pdf()[:300], "annex-broken"),
    ],
    ids=["password", "dynamic", "no fields", "no pdf", "cut off"],
)
def test_what_cannot_be_shown_is_named(content: bytes, code: str, tmp_path: Path) -> None:
    with prepared(content, tmp_path) as annex:
        assert annex.pages == ()
        (remark,) = annex.remarks
        assert (remark.code, remark.unshown) == (code, True)
        assert "slides.pdf" in remark.sentence


def test_a_file_without_its_end_is_repaired(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(make.pages_pdf(3))) as opened:
        plain = make.saved(opened, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with prepared(plain[: plain.rindex(b"xref")], tmp_path) as annex:
        assert len(annex.pages) == 3


def test_bookmarks_lead_to_pages(tmp_path: Path) -> None:
    def mark(pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as outline:
            first = pikepdf.OutlineItem("First", 0)
            first.children.append(pikepdf.OutlineItem("Below", 1))
            first.children[0].children.append(pikepdf.OutlineItem("Too deep", 1))
            outline.root[:] = [first, pikepdf.OutlineItem("Last", 2)]

    with prepared(make.changed(make.pages_pdf(3), mark), tmp_path) as annex:
        assert annex.bookmarks == (Bookmark("First", 0, 0), Bookmark("Below", 1, 1), Bookmark("Last", 0, 2))


def test_pages_are_shown_without_bookmarks_where_the_outline_is_damaged(tmp_path: Path) -> None:
    def damage(pdf: pikepdf.Pdf) -> None:
        entry = pdf.make_indirect(pikepdf.Dictionary(Title=pikepdf.String("Odd"), A=pikepdf.String("no action")))
        pdf.Root.Outlines = pikepdf.Dictionary(Type=pikepdf.Name.Outlines, First=entry, Last=entry)

    with prepared(make.changed(make.pages_pdf(3), damage), tmp_path) as annex:
        assert len(annex.pages) == 3
        assert (annex.bookmarks, annex.remarks) == ((), ())


def test_progress_is_told_in_pages_and_may_stop_the_work(tmp_path: Path) -> None:
    path = tmp_path / "slides.pdf"
    path.write_bytes(make.pages_pdf(3))
    told: list[tuple[int, int]] = []
    annex = prepare_pdf(path, lambda done, total: told.append((done, total)))
    assert annex.pdf is not None
    annex.pdf.close()
    assert told == [(1, 3), (2, 3), (3, 3)]

    def stop(*_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        prepare_pdf(path, stop)


@given(st.sampled_from(range(len(PLAIN))), st.lists(st.tuples(st.integers(0), st.binary(max_size=3)), max_size=12))
def test_nothing_is_raised_for_a_damaged_file(which: int, damages: list[tuple[int, bytes]]) -> None:
    content = bytearray(PLAIN[which])
    for place, put in damages:
        at = place % len(content)
        content[at : at + 5] = put
    with TemporaryDirectory() as folder, prepared(bytes(content), Path(folder)) as annex:
        assert annex.pages or [remark.unshown for remark in annex.remarks] == [True]
