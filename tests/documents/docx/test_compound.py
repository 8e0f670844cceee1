"""Compound files hold what was put in, as another library reads them."""

import io
import random
import struct

import olefile
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clesidra_desktop.documents.docx.compound import IN_HEADER, NATIVE, PACKAGE_CLASS, compound, package


def read(made: bytes, name: str) -> bytes:
    with olefile.OleFileIO(io.BytesIO(made), raise_defects=olefile.DEFECT_POTENTIAL) as opened:
        assert opened.parsing_issues == []
        assert opened.root.clsid == "0003000C-0000-0000-C000-000000000046"
        return bytes(opened.openstream(name).read())


BEYOND_THE_HEADER = IN_HEADER * 128 * 512


@pytest.mark.parametrize(
    "size",
    [
        0,
        1,
        63,
        64,
        65,
        511,
        512,
        513,
        4095,
        4096,
        4097,
        70_000,
        BEYOND_THE_HEADER - 4096,
        BEYOND_THE_HEADER,
        16_000_000,
    ],
)
def test_streams_of_every_size_come_out_again(size: int) -> None:
    content = random.Random(size).randbytes(size)  # noqa: S311 - not for secrets
    made = compound("Stream", content, PACKAGE_CLASS)
    assert read(made, "Stream") == content
    assert len(made) % 512 == 0


@settings(max_examples=40, deadline=None)
@given(content=st.binary(max_size=9000))
def test_any_content_comes_out_again(content: bytes) -> None:
    assert read(compound("Stream", content, PACKAGE_CLASS), "Stream") == content


@pytest.mark.parametrize("name", ["report.odp", "របាយការណ៍.zip"])
def test_a_package_says_its_name_and_holds_the_file(name: str) -> None:
    stream = read(package(name, b"what is in it"), NATIVE)
    assert struct.unpack_from("<I", stream) == (len(stream) - 4,)
    plain = name.encode("ascii", "replace").replace(b"?", b"_") + b"\0"
    assert stream[6 : 6 + 2 * len(plain)] == 2 * plain
    start = 6 + 2 * len(plain) + 8 + len(plain)
    (size,) = struct.unpack_from("<I", stream, start)
    assert stream[start + 4 : start + 4 + size] == b"what is in it"
    wide = name.encode("utf-16-le")
    assert stream[start + 4 + size :] == 3 * (struct.pack("<I", len(name)) + wide)
