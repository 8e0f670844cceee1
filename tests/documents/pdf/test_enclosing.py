"""Files are put into a PDF that is written already, at its end."""

import io
from pathlib import Path

import pikepdf
import pytest

from clesidra_desktop.documents.pdf.enclosing import CHUNK, enclose


def with_keys(*keys: bytes, filling: int = 0) -> io.BytesIO:
    """Return a PDF with a stream for each key behind a filling of so many bytes."""
    stream = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        streams = [pdf.make_stream(key) for key in keys]
        for one in streams:
            one.Type = pikepdf.Name.EmbeddedFile
            one.Subtype = pikepdf.Name("/50% of it")
        pdf.Root.Filling = pdf.make_stream(b"x" * filling)
        pdf.Root.Files = pikepdf.Array(streams)
        pdf.docinfo["/Title"] = "A title"
        pdf.save(stream, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return stream


@pytest.mark.parametrize("filling", [0, *range(CHUNK - 400, CHUNK - 300, 7), 3 * CHUNK])
def test_files_take_the_place_of_their_keys(filling: int, tmp_path: Path) -> None:
    contents = {b"key-one": b"", b"key-two": bytes(range(256)) * 5000}
    files = {}
    for key, content in contents.items():
        files[key] = tmp_path / key.decode()
        files[key].write_bytes(content)
    stream = with_keys(*contents, filling=filling)
    before = stream.getvalue()
    enclose(stream, files)
    assert stream.getvalue().startswith(before)
    with pikepdf.open(stream) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert [one.read_raw_bytes() for one in pdf.Root.Files] == list(contents.values())
        assert {str(one.Subtype) for one in pdf.Root.Files} == {"/50% of it"}
        assert str(pdf.docinfo["/Title"]) == "A title"


def test_no_files_change_nothing() -> None:
    stream = with_keys(b"key")
    before = stream.getvalue()
    enclose(stream, {})
    assert stream.getvalue() == before


def test_a_file_that_is_gone_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        enclose(with_keys(b"key"), {b"key": tmp_path / "gone"})
