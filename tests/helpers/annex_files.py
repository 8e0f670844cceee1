"""Files of annexes of every kind, built here."""

import io
import struct
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image

from clesidra_desktop.documents.blocks import Document, Paragraph, Section
from tests.helpers.documents import CREATED, document, write_pdf

WORDS = "The well at Kok Lak"


def saved(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    """Return a PDF as bytes, which are the same each time unless it is encrypted."""
    stream = io.BytesIO()
    pdf.save(stream, deterministic_id="encryption" not in options, **options)
    return stream.getvalue()


def text_pdf(*, landscape: bool = False) -> bytes:
    """Return a tagged PDF of one page with embedded fonts and the words on it: one of our own."""
    return write_pdf(document(Paragraph(WORDS), landscape=landscape), created=CREATED)


def pages_pdf(count: int) -> bytes:
    """Return such a PDF of several pages."""
    sections = tuple(Section((Paragraph(f"{WORDS}, page {number}"),)) for number in range(1, count + 1))
    return write_pdf(Document("en", "Pages", sections), created=CREATED)


def changed(content: bytes, change: Any, **options: Any) -> bytes:
    """Return a PDF after a function has changed it; `options` say how it is saved."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        change(pdf)
        return saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable, **options)


def turned(degrees: int) -> bytes:
    """Return a page that is shown turned."""
    return changed(text_pdf(), lambda pdf: pdf.pages[0].rotate(degrees, relative=False))


def cropped() -> bytes:
    """Return a page of which 400 by 300 points are seen, with boxes that start somewhere else."""

    def crop(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.MediaBox = Array([-20, -10, 575, 832])
        pdf.pages[0].obj.CropBox = Array([40, 520, 440, 820])
        pdf.pages[0].obj.TrimBox = Array([60, 540, 300, 700])

    return changed(text_pdf(), crop)


def drawn(content: bytes, **resources: Any) -> bytes:
    """Return a page of 400 by 300 points with this content."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(400, 300))
        page.obj.Contents = pdf.make_stream(content)
        page.obj.Resources = Dictionary(**resources)
        return saved(pdf)


def without_fonts() -> bytes:
    """Return a page in a font that is not in the file."""
    helvetica = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    return drawn(f"BT /F1 18 Tf 40 200 Td ({WORDS}) Tj ET".encode(), Font=Dictionary(F1=helvetica))


def printer_colours() -> bytes:
    """Return a page in colours of a printer."""
    return drawn(b"0 1 1 0 k 50 50 300 200 re f")


def without_letters() -> bytes:
    """Return a page whose fonts do not say which letters their glyphs are."""

    def forget(pdf: pikepdf.Pdf) -> None:
        for one in pdf.objects:
            if isinstance(one, Dictionary) and one.get("/Type") == "/Font" and "/ToUnicode" in one:
                del one["/ToUnicode"]

    return changed(text_pdf(), forget)


def hidden_layer() -> bytes:
    """Return a page with a layer that is not shown."""

    def hide(pdf: pikepdf.Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=pikepdf.String("Draft")))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([])))

    return changed(drawn(b"1 0 0 rg 50 50 300 200 re f"), hide)


def protected(user: str = "", owner: str = "secret") -> bytes:
    """Return a PDF that asks for a password: to be opened, or only to be changed."""
    with pikepdf.open(io.BytesIO(text_pdf())) as pdf:
        return saved(pdf, encryption=pikepdf.Encryption(user=user, owner=owner))


def dynamic_form(*, says_so: bool = True) -> bytes:
    """Return a form that only one program can show."""

    def make(pdf: pikepdf.Pdf) -> None:
        pdf.Root.NeedsRendering = says_so
        pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=pdf.make_stream(b"<xdp/>"))

    return changed(text_pdf(), make)


def filled_form(*, described: bool = False) -> bytes:
    """Return a form with one field, into which somebody has written; how it looks is left to the program.

    It may be `described` in XML as well, as forms of one program are.
    """

    def make(pdf: pikepdf.Pdf) -> None:
        helvetica = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        field = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=pikepdf.String("village"), F=4,
                V=pikepdf.String("Kok Lak"), Rect=Array([40, 200, 300, 230]), DA=pikepdf.String("/Helv 14 Tf 0 g"),
            )
        )  # fmt: skip
        pdf.pages[0].obj.Annots = Array([field])
        pdf.Root.AcroForm = Dictionary(
            Fields=Array([field]), DR=Dictionary(Font=Dictionary(Helv=helvetica)), NeedAppearances=True
        )
        if described:
            pdf.Root.AcroForm.XFA = pdf.make_stream(b"<xdp/>")

    return changed(drawn(b""), make)


def photo(orientation: int = 1, size: tuple[int, int] = (60, 40)) -> bytes:
    """Return a JPEG that is red at its upper left corner as it is stored, with a place and an orientation beside it."""
    picture = Image.new("RGB", size, "white")
    picture.paste("red", (0, 0, size[0] // 3, size[1] // 3))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif.get_ifd(0x8825)[1] = "N"
    stream = io.BytesIO()
    picture.save(stream, "JPEG", exif=exif, quality=95)
    return stream.getvalue()


def heic() -> bytes:
    """Return the beginning of a HEIC picture."""
    return struct.pack(">I", 24) + b"ftypheic" + bytes(12)
