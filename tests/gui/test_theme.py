"""The look: contrast in both lights, and a style sheet that is whole, mended, and made without the home folder."""

import os
import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QTabBar, QToolButton
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.domain.language import Language
from clesidra_desktop.gui import style_sheet
from clesidra_desktop.gui.page import PAGES
from clesidra_desktop.gui.style_sheet import SHEET, material_sheet, mended, own_sheet, read_colours
from clesidra_desktop.gui.theme import CATEGORY_COLOURS, DARK, KHMER, LATIN, LIGHT
from clesidra_desktop.paths import resource
from tests.helpers.window import settle, show

READABLE = 4.5
"""The least contrast of text in WCAG 2.2, criterion 1.4.3 (level AA)."""

VISIBLE = 3.0
"""The least contrast of what must be seen but not read: WCAG 2.2, criterion 1.4.11."""

TEXT_ON = [
    *[(text, ground) for text in ("text", "muted") for ground in ("window", "surface", "field", "soft", "selected")],
    *[(text, ground) for text in ("primary", "red", "amber", "green") for ground in ("window", "surface", "field")],
    ("onPrimary", "primary"),
    ("onPrimary", "primaryHover"),
    ("primary", "soft"),
    ("text", "amberSoft"),
    ("text", "redSoft"),
    ("primary", "selected"),
]


def luminance(colour: str) -> float:
    parts = [part / 255 for part in (QColor(colour).red(), QColor(colour).green(), QColor(colour).blue())]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_everything_can_be_read(theme: str) -> None:
    colours = read_colours(theme)
    low = {
        (text, ground): round(contrast(colours[text], colours[ground]), 2)
        for text, ground in TEXT_ON
        if contrast(colours[text], colours[ground]) < READABLE
    }

    assert low == {}


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_edges_and_categories_can_be_seen(theme: str) -> None:
    colours = read_colours(theme)

    assert contrast(colours["edge"], colours["window"]) >= VISIBLE
    assert all(contrast(one, colours["surface"]) >= READABLE for one in CATEGORY_COLOURS[theme])


def test_the_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_both_themes_have_the_same_colours() -> None:
    assert set(read_colours(LIGHT)) == set(read_colours(DARK))


@pytest.mark.parametrize("tall", [True, False])
def test_the_own_rules_are_whole(tall: bool) -> None:
    sheet = own_sheet(read_colours(LIGHT), 15, tall=tall)

    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


def test_what_qt_material_forces_is_taken_out() -> None:
    sheet = mended(
        "* {\n  color: red;\n}\nQWidget {\n  background-color: red;\n}\nQPushButton {\n  text-transform: uppercase;\n"
        "  margin: 0px;\n}\nQTableView::item {\n  color: red;\n  padding: 2px;\n}\n"
    )

    assert "red" not in sheet
    assert "uppercase" not in sheet
    assert "margin: 0px" in sheet
    assert "padding: 2px" in sheet


def test_the_sheet_is_rendered_once_and_leaves_nothing_behind(
    qapp: QApplication,  # noqa: ARG001
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    environment = dict(os.environ)
    first = material_sheet(LIGHT, tmp_path / "cache")
    (kept,) = (tmp_path / "cache").glob(f"window-{LIGHT}-*/{SHEET}")
    monkeypatch.setattr(style_sheet, "_render", None)  # asked again it would fail

    assert material_sheet(LIGHT, tmp_path / "cache") == first == kept.read_text(encoding="utf-8")
    assert dict(os.environ) == environment
    assert list(home.iterdir()) == []


def test_a_cache_that_cannot_be_written_is_no_obstacle(qapp: QApplication, tmp_path: Path) -> None:  # noqa: ARG001
    blocked = tmp_path / "file"
    blocked.write_text("")

    assert "QPushButton" in material_sheet(DARK, blocked / "cache")


def test_every_icon_is_drawn_in_the_colour_that_is_asked_for() -> None:
    for path in resource("icons").glob("*.svg"):
        text = path.read_text(encoding="utf-8")
        assert path.stem == "clesidra" or "currentColor" in text, path.name
        assert not re.search(r"<image|<script|http://(?!www\.w3\.org/2000/svg)", text), path.name


def test_khmer_stands_in_its_own_face(qtbot: QtBot, make_program: object) -> None:
    program = make_program("km")  # type: ignore[operator]
    label = QLabel("ស្ត្រី ក្រុម កម្ពុជា")
    qtbot.addWidget(label)

    assert QApplication.font().families() == [KHMER, LATIN]
    assert program.window.font().families()[0] == KHMER


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_file_dialog_of_qt_is_dressed_like_the_rest(qtbot: QtBot, make_program: object, theme: str) -> None:
    program = make_program(theme=theme)  # type: ignore[operator]
    dialog = QFileDialog(program.window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    box = dialog.findChild(QComboBox, "lookInCombo")
    assert isinstance(box, QComboBox)
    for name in ("toParentButton", "newFolderButton", "listModeButton", "detailModeButton"):
        button = dialog.findChild(QToolButton, name)
        assert isinstance(button, QToolButton)
        assert (button.y(), button.height()) == (box.y(), box.height()), name
        picture = button.icon().pixmap(16, 16).toImage()
        colours = [picture.pixelColor(x, y) for x in range(16) for y in range(16)]
        seen = {colour.name() for colour in colours if colour.alpha() == 255}
        assert seen <= {program.window.context.theme.colours["text"]}, name


class Told(QObject):
    """Counts how often each widget is told that its style is another one."""

    def __init__(self) -> None:
        super().__init__()
        self.times: Counter[QObject] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (a name of Qt)
        """Count, and let it pass."""
        if event.type() is QEvent.Type.StyleChange:
            self.times[watched] += 1
        return False


def test_a_switch_dresses_each_widget_once(qtbot: QtBot, opened: Program, qapp: QApplication) -> None:
    """One that is deep in a page would be dressed again for each of its parents, which takes seconds."""
    for spec in PAGES:
        show(qtbot, opened, spec.key)
    told = Told()
    qapp.installEventFilter(told)
    opened.window.set_theme(DARK)
    qapp.removeEventFilter(told)
    assert len(told.times) > 1000
    assert max(told.times.values()) == 2  # the old sheet goes, the new one comes


def test_pages_that_are_not_shown_follow_the_type(qtbot: QtBot, opened: Program) -> None:
    for spec in PAGES:
        show(qtbot, opened, spec.key)
    bars = opened.window.findChildren(QTabBar)
    for size, language in ((20, Language.KHMER), (14, Language.ENGLISH), (18, Language.KHMER)):
        opened.window.set_language(language)
        opened.window.set_font_size(size)
        settle(qtbot, opened)
        fonts = {(bar.font().pixelSize(), bar.font().families()[0]) for bar in bars}
        assert fonts == {(size, KHMER if language is Language.KHMER else LATIN)}
