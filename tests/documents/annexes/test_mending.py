"""What an archive forbids and nobody sees goes away; what it forbids and people see makes a picture of the page."""

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import ImageCms

from clesidra_desktop.documents.annexes.model import PreparedAnnex
from tests.documents.annexes.test_pdf_file import prepared
from tests.helpers import annex_files as make

RED = b"\xff\0\0"
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
DRAWN = b"q 300 0 0 200 50 50 cm /Im Do Q"


def page_with(content: bytes = DRAWN, **resources: Any) -> bytes:
    """Return a page of 400 by 300 points; a function among the resources makes its entry of the file."""

    def fill(pdf: pikepdf.Pdf) -> None:
        made = {key: value(pdf) if callable(value) else value for key, value in resources.items()}
        pdf.pages[0].obj.Resources = Dictionary(**made)

    return make.changed(make.drawn(content), fill)


def image(**entries: Any) -> Any:
    """Return what makes an image of one red pixel."""
    usual = {
        "Type": Name.XObject,
        "Subtype": Name.Image,
        "Width": 1,
        "Height": 1,
        "ColorSpace": Name.DeviceRGB,
        "BitsPerComponent": 8,
    }

    def add(pdf: pikepdf.Pdf) -> Any:
        made = {key: value(pdf) if callable(value) else value for key, value in {**usual, **entries}.items()}
        return Dictionary(Im=pdf.make_stream(RED, **made))

    return add


def profile(content: bytes, colours: int = 3) -> Any:
    return lambda pdf: Array([Name.ICCBased, pdf.make_stream(content, N=colours)])


def kept(annex: PreparedAnnex) -> pikepdf.Dictionary:
    """Return the resources of the only page, which is kept as it is."""
    assert annex.pages[0].picture is None
    assert annex.remarks == ()
    assert annex.pdf is not None
    return annex.pdf.pages[0].obj.Resources


def test_pictures_are_not_smoothed_nor_meant_or_described_in_unknown_ways(tmp_path: Path) -> None:
    odd = image(
        Interpolate=True, Intent=Name.Nice, Metadata=lambda pdf: pdf.make_stream(b"<odd/>"), PieceInfo=Dictionary()
    )
    with prepared(page_with(XObject=odd), tmp_path) as annex:
        assert not {"/Interpolate", "/Intent", "/Metadata", "/PieceInfo"} & set(kept(annex).XObject.Im)


def test_what_is_allowed_stays(tmp_path: Path) -> None:
    fine = image(Interpolate=False, Intent=Name.Perceptual, ColorSpace=profile(SRGB))
    with prepared(page_with(XObject=fine), tmp_path) as annex:
        assert {"/Interpolate", "/Intent"} <= set(kept(annex).XObject.Im)


def test_states_lose_screens_and_unknown_intents(tmp_path: Path) -> None:
    state = Dictionary(HT=Dictionary(HalftoneType=16), RI=Name.Nice, TR2=Name.Default, ca=0.5)
    with prepared(page_with(b"/G gs 0 0 9 9 re f", ExtGState=Dictionary(G=state)), tmp_path) as annex:
        assert set(kept(annex).ExtGState.G) == {"/ca"}


def test_lists_of_glyphs_are_left_out(tmp_path: Path) -> None:
    def lie(pdf: pikepdf.Pdf) -> None:
        for one in pdf.objects:
            if isinstance(one, Dictionary) and one.get("/Type") == "/FontDescriptor":
                one.CIDSet = pdf.make_stream(b"\x01")

    with prepared(make.changed(make.text_pdf(), lie), tmp_path) as annex:
        (font, *_) = kept(annex).Font.values()
        assert "/CIDSet" not in font.DescendantFonts[0].FontDescriptor
        assert annex.pages[0].text


def test_a_form_has_resources_of_its_own(tmp_path: Path) -> None:
    def wrap(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        inner = pdf.make_stream(page.Contents.read_bytes(), Type=Name.XObject, Subtype=Name.Form, BBox=page.MediaBox)
        page.Resources.XObject = Dictionary(Inner=inner)
        page.Contents = pdf.make_stream(b"/Inner Do")

    with prepared(make.changed(make.text_pdf(), wrap), tmp_path) as annex:
        resources = kept(annex)
        assert list(resources.XObject.Inner.Resources.Font) == list(resources.Font)
        assert make.WORDS in annex.pages[0].text


@pytest.mark.parametrize(
    "content",
    [
        page_with(27 * b"q " + b"0 0 9 9 re f " + 27 * b"Q "),
        page_with(b"q 9 0 0 9 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /RGB /I true ID \xff\0\0 EI Q"),
        page_with(XObject=image(ColorSpace=profile(b"no profile"))),
        page_with(XObject=image(ColorSpace=profile(SRGB, 1))),
        page_with(
            b"/S cs 1 scn 0 0 99 99 re f",
            ColorSpace=Dictionary(
                S=Array(
                    [
                        Name.DeviceN, Array([Name.Gold]), Name.DeviceRGB,
                        Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1, 1, 1]), C1=Array([1, 1, 0]), N=1),
                    ]
                )
            ),
        ),
    ],
    ids=["deep", "smoothed", "no-profile", "other-profile", "spot-colour"],
)  # fmt: skip
def test_what_cannot_be_mended_makes_a_picture(content: bytes, tmp_path: Path) -> None:
    with prepared(content, tmp_path) as annex:
        assert annex.pages[0].picture is not None
        assert "what is on it" in annex.remarks[0].sentence


@pytest.mark.parametrize(
    ("flags", "encoding", "is_kept"),
    [
        (32, Name.WinAnsiEncoding, True),
        (32, Dictionary(BaseEncoding=Name.MacRomanEncoding, Differences=Array([65, Name.B])), True),
        (32, Dictionary(Differences=Array([65, Name.B])), False),
        (32, None, False),
        (4, None, True),
        (4, Name.WinAnsiEncoding, False),
    ],
)
def test_truetype_fonts_say_in_one_way_which_glyphs_they_mean(
    flags: int, encoding: Any, is_kept: bool, tmp_path: Path
) -> None:
    def turn(pdf: pikepdf.Pdf) -> None:
        fonts = pdf.pages[0].obj.Resources.Font
        for name, font in list(fonts.items()):
            descriptor = font.DescendantFonts[0].FontDescriptor
            descriptor.Flags = flags
            simple = Dictionary(
                Type=Name.Font, Subtype=Name.TrueType, BaseFont=font.BaseFont, FirstChar=0, LastChar=0,
                Widths=Array([500]), FontDescriptor=descriptor, ToUnicode=font.ToUnicode,
            )  # fmt: skip
            if encoding is not None:
                simple.Encoding = encoding
            fonts[name] = pdf.make_indirect(simple)

    with prepared(make.changed(make.text_pdf(), turn), tmp_path) as annex:
        assert (annex.pages[0].picture is None) is is_kept


def test_pages_in_larger_units_are_shown_whole(tmp_path: Path) -> None:
    def enlarge(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.UserUnit = 2

    with prepared(make.changed(make.text_pdf(), enlarge), tmp_path) as annex:
        assert (round(annex.pages[0].width), round(annex.pages[0].height)) == (595, 842)
    with prepared(make.changed(make.without_fonts(), enlarge), tmp_path) as annex:
        (line,) = annex.pages[0].lines
        assert (annex.pages[0].width, annex.pages[0].height) == (400, 300)
        assert line.x == pytest.approx(40, abs=3)


def test_what_several_pages_share_is_mended_once_and_circles_end(tmp_path: Path) -> None:
    def share(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
        form.Resources = Dictionary(XObject=Dictionary(Self=form))
        for page in pdf.pages:
            page.obj.Resources.XObject = Dictionary(F=form)

    with prepared(make.changed(make.pages_pdf(3), share), tmp_path) as annex:
        assert [page.picture for page in annex.pages] == [None] * 3


def test_the_profile_of_the_program_itself_is_taken() -> None:
    assert ImageCms.ImageCmsProfile(io.BytesIO(SRGB)).profile.xcolor_space.strip() == "RGB"
