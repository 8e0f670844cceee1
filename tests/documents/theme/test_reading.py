"""Themes are read, completed, and refused with the key that does not fit."""

import io
from pathlib import Path

import fontpkg
import pytest
import uharfbuzz as hb
from PIL import Image as Pillow

from clesidra_desktop.documents.theme import THEME_FILE, default_folder, default_theme, read_theme
from clesidra_desktop.domain.errors import UserError


def theme(folder: Path, text: str) -> Path:
    (folder / THEME_FILE).write_text(text, encoding="utf-8")
    return folder


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read_theme(path)
    return str(caught.value)


def static_font(path: Path, rights: bytes = b"") -> Path:
    """Write Noto Sans in one weight; `rights` are the two bytes of its fsType."""
    face = hb.Face(hb.Blob.from_file_path(str(fontpkg.path("Noto Sans"))))
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(range(0x20, 0x7F))
    for axis in face.axis_infos:
        wanted.pin_axis_location(face, axis.tag, axis.default_value)
    made = hb.subset(face, wanted)
    content = bytearray(made.blob.data)
    if rights:
        place = content.index(b"OS/2") + 8
        start = int.from_bytes(content[place : place + 4], "big")
        content[start + 8 : start + 10] = rights
    path.write_bytes(content)
    return path


def test_an_empty_theme_is_that_of_the_program(tmp_path: Path) -> None:
    assert read_theme(theme(tmp_path, "")) == default_theme()
    assert read_theme(default_folder() / THEME_FILE) == default_theme()


def test_what_is_left_out_is_completed(tmp_path: Path) -> None:
    made = read_theme(theme(tmp_path, "\ufeff[sizes]\ntitle = { size = 21 }\n[colours]\naccent = '#AA0000'"))
    assert (made.values.sizes.title.size, made.values.sizes.title.leading) == (21, 27)
    assert made.values.colours.accent == "#AA0000"
    assert made.values.colours.text == default_theme().values.colours.text


@pytest.mark.parametrize(
    ("text", "key", "said"),
    [
        ("[colour]\ntext = '#000000'", "colour", "colours, or another"),
        ("[colours]\nacent = '#000000'", "colours.acent", "accent, or another"),
        ("[colours]\naccent = 'teal'", "colours.accent", "a colour such as #1f4e4a"),
        ("colours = 3", "colours", "an object with the keys text"),
        ("[page]\nsize = 'A3'", "page.size", '"A4" or "letter"'),
        ("[page]\ntop = 2", "page.top", "5 to 80 millimetres"),
        ("[page]\nside = 70", "page.side", "at most 65"),
        ("[page]\ntop = 70\nbottom = 70", "page.bottom", "turned page"),
        ("[sizes]\nbody = { size = 0, leading = 12 }", "sizes.body.size", "5 to 72 points"),
        ("[sizes]\nbody = { size = 12, leading = 10 }", "sizes.body.leading", "not less than the size, 12"),
        ("[sizes]\nkhmer_leading = nan", "sizes.khmer_leading", "a number from 1 to 2"),
        ("[sizes]\nbody = { size = nan, leading = 12 }", "sizes.body.size", "5 to 72 points"),
        ("[header]\nleft = '{titel}'", "header.left", "{title}, or another"),
        ("[footer]\nrule = 'yes'", "footer.rule", "true or false"),
        ("[first_page]\nkind = 'none'", "first_page.kind", '"title" or "cover"'),
        ("[logo]\nfile = 'none.png'", "logo.file", "a PNG or JPEG"),
        ("[logo]\nfile = 'theme.toml'", "logo.file", "a PNG or JPEG"),
        ("[logo]\nfile = '.'", "logo.file", "a PNG or JPEG"),
        ("[logo]\nfile = 'a.png'\nalt = ' '", "logo.alt", "what the logo shows"),
        ("[logo]\nfile = 'a.png'\nheader_height = 14", "logo.header_height", "at most 11"),
        ("[fonts]\ntext = 'Arial'", "fonts.text", "Noto Sans"),
        ("[fonts]\ntext = ''", "fonts.text", "Noto Sans"),
        ("[fonts]\ntext = 'theme.toml'", "fonts.text", "no font or broken"),
        ("[fonts]\nkhmer = 'Inter'", "fonts.khmer", "lacks \u1780"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, text: str, key: str, said: str) -> None:
    message = refusal(theme(tmp_path, text))
    assert f"{THEME_FILE} does not fit at {key}: " in message
    assert said in message


@pytest.mark.parametrize("content", [b"[page", b"\xff\xfe[", b"a = 1\na = 2"])
def test_what_is_no_toml_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / THEME_FILE).write_bytes(content)
    assert "is not TOML in UTF-8" in refusal(tmp_path)


def test_a_folder_without_a_theme(tmp_path: Path) -> None:
    assert "A theme is a folder with a file theme.toml in it." in refusal(tmp_path)


@pytest.mark.parametrize("rights", [b"\x00\x02", b"\x01\x00", b"\x02\x00"])
def test_a_font_that_may_not_be_embedded(tmp_path: Path, rights: bytes) -> None:
    static_font(tmp_path / "own.ttf", rights=rights)
    assert "whose maker forbids" in refusal(theme(tmp_path, "[fonts]\ntext = 'own.ttf'"))


def test_a_font_and_a_logo_beside_the_theme(tmp_path: Path) -> None:
    font = static_font(tmp_path / "own.ttf")
    stream = io.BytesIO()
    Pillow.new("RGBA", (40, 20), (200, 0, 0, 120)).save(stream, "PNG")
    (tmp_path / "logo.png").write_bytes(stream.getvalue())
    made = read_theme(theme(tmp_path, "[fonts]\ntext = 'own.ttf'\n[logo]\nfile = 'logo.png'"))
    assert (made.fonts.text, made.fonts.text_bold) == (font, font)
    assert made.logo is not None
    assert (made.logo.width, made.logo.height) == (40, 20)
