"""How groups share the screen: all of them on one sheet as long as the last row reads the names."""

from math import atan, degrees

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from clesidra_desktop.app import Program
from clesidra_desktop.gui.audience import seating as module
from clesidra_desktop.gui.audience.content import ShownGroup
from clesidra_desktop.gui.audience.seating import LARGEST, LEAST, Seating, SeatingPainter, plan_seating
from clesidra_desktop.gui.theme import KHMER, LATIN, load_fonts
from clesidra_desktop.gui.typesetting import SetText, fit_text, sized

NAMES = ("Chan Rithy", "Meas Chanthou", "Rocham Bun Leang", "Sev Sreymom")
TITLES = ("Good Governance", "Enabling Environment", "Financial Sustainability", "Capacity Development", "Networking")
LONG_ROOM = "Terrace behind the kitchen of the hall"
SIZES = ((1280, 720), (1920, 1080))


@pytest.fixture
def font(qapp: QApplication) -> QFont:
    assert qapp is not None
    load_fonts()
    return QFont([LATIN, KHMER])


def groups(*sizes: int, room: str = LONG_ROOM) -> tuple[ShownGroup, ...]:
    return tuple(
        ShownGroup(
            f"Group {place + 1}",
            TITLES[place % len(TITLES)],
            room,
            tuple(NAMES[number % len(NAMES)] for number in range(size)),
            size // 2 if size else None,
        )
        for place, size in enumerate(sizes)
    )


def box(width: int, height: int) -> QRectF:
    """The room that the screen leaves to groups while a question stands below them."""
    return QRectF(0, 0, width * 0.932, height * 0.64)


def test_the_least_names_are_twice_what_a_good_eye_reads_from_the_last_row(font: QFont) -> None:
    capital = QFontMetricsF(sized(font, 1000)).capHeight() / 1000 * LEAST
    assert degrees(atan(capital / 6)) * 60 >= 10


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_five_groups_with_one_larger_stay_beside_each_other(font: QFont, width: int, height: int) -> None:
    found = plan_seating(groups(13, 11, 11, 12, 12), box(width, height), height, font)

    assert (found.sheets, found.columns, found.lists) == (1, 5, 1)
    assert found.size >= height * LEAST


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_one_group_has_the_whole_width_in_large_type(font: QFont, width: int, height: int) -> None:
    found = plan_seating(groups(13), box(width, height), height, font)

    assert found.lists > 1
    assert found.size > height / 24


def test_few_names_are_no_larger_than_the_title_of_the_screen(font: QFont) -> None:
    assert plan_seating(groups(4, 4, 4), box(1280, 720), 720, font).size <= 720 * LARGEST


def test_those_that_have_no_room_come_on_sheets_that_are_filled(font: QFont) -> None:
    found = plan_seating(groups(*[15] * 20), box(1280, 720), 720, font)

    assert found.sheets > 1
    assert found.columns * found.lists > 2
    assert found.size >= 720 * LEAST
    assert (found.sheets - 1) * found.each < 20 <= found.sheets * found.each


def test_nobody_and_nothing_is_no_mistake(font: QFont) -> None:
    assert plan_seating(groups(0, 0), box(1280, 720), 720, font).sheets == 1
    assert plan_seating((), box(1280, 720), 720, font) == Seating(1, 1, 1, 1, 0.0)


def test_a_long_room_is_broken_into_lines_and_not_made_smaller(
    font: QFont, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: dict[str, SetText] = {}

    def watch(text: str, *values: object, **options: object) -> SetText:
        made[text] = fit_text(text, *values, **options)  # type: ignore[arg-type]
        return made[text]

    monkeypatch.setattr(module, "fit_text", watch)
    shown = groups(13, 11, 11, 12, 12)
    found = plan_seating(shown, box(1280, 720), 720, font)
    pixmap = QPixmap(1280, 720)
    painter = QPainter(pixmap)
    SeatingPainter(painter, program.window.context.theme, font, found, 720).draw(shown, box(1280, 720))
    painter.end()

    heads = [one for text, one in made.items() if LONG_ROOM in text]
    assert len(heads) == 5
    for one in heads:
        assert one.is_whole
        assert one.lines > 1
        assert one.layout.font().pixelSize() >= int(720 * LEAST)


@pytest.mark.parametrize(("width", "height"), [*SIZES, (720, 1280)])
def test_a_room_of_many_words_is_drawn_all_the_same(font: QFont, program: Program, width: int, height: int) -> None:
    shown = groups(13, 0, 12, room=" ".join([LONG_ROOM] * 20))
    place = box(width, height)
    found = plan_seating(shown, place, height, font)
    pixmap = QPixmap(width, height)
    painter = QPainter(pixmap)
    SeatingPainter(painter, program.window.context.theme, font, found, height).draw(shown[: found.each], place)
    painter.end()

    assert found.size >= height * LEAST
