"""The Khmer font inside the document."""

import io
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
import uharfbuzz as hb
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator

from clesidra_desktop.documents.docx import read_template, write_docx
from clesidra_desktop.documents.docx.embedded_fonts import obfuscated
from tests.documents.docx.reading import W, parts
from tests.documents.docx.sample import khmer
from tests.documents.docx.templates import make_template

CREATED = datetime(2026, 11, 5, 7, 30, tzinfo=UTC)


@pytest.fixture(scope="module", params=["own", "template"])
def embedded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The Khmer sample with the font in it."""
    folder: Path = tmp_path_factory.mktemp("house")
    template = read_template(make_template(folder / "house.docx")) if request.param == "template" else None
    return write_docx(khmer(), created=CREATED, template=template, embed_fonts=True)


def test_both_weights_can_be_read_back_with_all_letters(embedded: bytes) -> None:
    found = parts(embedded)
    table = etree.fromstring(found["word/fontTable.xml"])
    (font,) = (one for one in table if one.get(f"{W}name") == "Noto Sans Khmer")
    keys = [one.get(f"{W}fontKey") for one in font if one.get(f"{W}fontKey")]
    names = sorted(name for name in found if name.endswith(".odttf"))
    assert len(names) == len(set(keys)) == 2
    for name, key in zip(names, keys, strict=True):
        face = hb.Face(hb.Blob(obfuscated(found[name], UUID(key))))
        assert set(range(0x1780, 0x17B4)) <= set(face.unicodes)
        assert not face.axis_infos
    assert b"embedTrueTypeFonts" in found["word/settings.xml"]


def test_it_is_valid_and_the_same_each_time(embedded: bytes, tmp_path: Path) -> None:
    path = tmp_path / "minutes.docx"
    path.write_bytes(embedded)
    assert [str(one) for one in OpenXmlValidator().validate(str(path)).errors] == []


def test_without_the_wish_there_is_no_font() -> None:
    plain = write_docx(khmer(), created=CREATED)
    assert not [name for name in parts(plain) if "odttf" in name]
    once, again = (write_docx(khmer(), created=CREATED, embed_fonts=True) for _ in range(2))
    assert once == again
    assert 50_000 < len(once) - len(plain) < 150_000


@given(st.binary(min_size=32, max_size=80), st.uuids())
def test_obfuscating_twice_gives_the_font_again(data: bytes, key: UUID) -> None:
    hidden = obfuscated(data, key)
    assert hidden[32:] == data[32:]
    assert obfuscated(hidden, key) == data
    assert io.BytesIO(hidden).getbuffer().nbytes == len(data)
