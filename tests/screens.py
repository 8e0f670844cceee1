"""Pictures of every page and dialog: `python -m tests.screens FOLDER`.

Each is taken from the real window on the sample workshop, in both languages, both lights and both sizes, on a screen of
its own. Those in English, light and small are also put where the handbook shows them. Every dialog must have a scene
here: a test counts them.
"""

import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from math import sin
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pyvirtualdisplay.display import Display

from clesidra_desktop.app import Program, build, open_database_of
from clesidra_desktop.domain.audience import Scene
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.split import CURVE
from clesidra_desktop.domain.workshop import Attendant
from clesidra_desktop.gui.dialogs.bulk_edit import BulkEditDialog
from clesidra_desktop.gui.dialogs.crash import show_crash
from clesidra_desktop.gui.dialogs.database_trouble import show_trouble
from clesidra_desktop.gui.dialogs.people_doubles import PeopleDoublesDialog
from clesidra_desktop.gui.dialogs.signature import SignatureDialog
from clesidra_desktop.gui.dialogs.split_rules import SplitRulesDialog
from clesidra_desktop.gui.page import PAGES
from clesidra_desktop.gui.pages.archive import ArchivePage
from clesidra_desktop.gui.pages.archive_reports import ReportsTab
from clesidra_desktop.gui.pages.directory import DirectoryPage
from clesidra_desktop.gui.pages.minutes import MinutesPage
from clesidra_desktop.gui.pages.prepare import PreparePage
from clesidra_desktop.gui.pages.register import RegisterPage
from clesidra_desktop.gui.widgets.line_chart import LineChartView
from clesidra_desktop.services.attendants import register_attendant
from clesidra_desktop.services.directory import add_person
from clesidra_desktop.services.doubles import Compared, Double, people_to_compare
from clesidra_desktop.settings import LANGUAGE, THEME, WHO, Settings
from tests.helpers.answers_scenes import answers_scenes, paper_scenes
from tests.helpers.archive_scenes import archive_scenes
from tests.helpers.offices import open_office
from tests.helpers.publishing_scenes import changes_scene, publish_scene, publishing_scenes
from tests.helpers.room_scenes import audience_scene, item_scene, open_morning
from tests.helpers.travelling import arrivals_scene, diagnosis_scene, merge_scene
from tests.helpers.wild_list import write_wild_list

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "resources" / "samples" / "ratanakiri" / "workshop.json"
HANDBOOK = ROOT / "docs" / "handbook" / "screens"
SIZES = ((1280, 720), (1920, 1080))
MOMENT = datetime(2026, 6, 12, 9, 42, tzinfo=timezone(timedelta(hours=7)))
LONGEST = 20
"""Seconds after which a picture that does not come is a mistake."""


def wait(program: Program) -> None:
    """Wait until everything is shown."""
    end = time.monotonic() + LONGEST
    for _ in range(4):
        program.application.processEvents()
        while not program.tasks.is_idle:
            if time.monotonic() > end:
                raise TimeoutError("the window is still at work")
            program.application.processEvents()
            time.sleep(0.005)


def trigger(action: str) -> Callable[[Program], None]:
    """Return what opens a dialog by an action."""
    return lambda program: program.window.context.actions[action].trigger()


def _crash(program: Program) -> None:
    show_crash(program.window, ValueError("an example"))


def _trouble(program: Program) -> None:
    error = UserError("The database {address} belongs to another program. Choose another one.", address="clesidra.db")
    show_trouble(program.window, error, "clesidra.db", lambda _address: None)


def _register(program: Program) -> RegisterPage:
    page = program.window.page
    assert isinstance(page, RegisterPage)
    return page


def _attendants(program: Program, count: int) -> list[Attendant]:
    workshop = program.window.context.open.workshop
    assert workshop is not None
    return list(workshop.attendants[:count])


def _attendant(program: Program) -> None:
    _register(program).show_details(_attendants(program, 1)[0].id)


def _several(program: Program) -> None:
    BulkEditDialog(program.window.context, [one.id for one in _attendants(program, 5)], program.window).show()


def _signature(program: Program) -> None:
    dialog = SignatureDialog(program.window.context, [_attendants(program, 1)[0].id], program.window)
    dialog.show()
    pad = dialog.ui.pad
    points = [QPoint(80 + 5 * step, int(130 + 46 * sin(step / 4) - step / 3)) for step in range(80)]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points:
        QTest.mouseMove(pad, point)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=points[-1])


def _doubles(program: Program) -> None:
    """Register somebody a second time, and compare the two."""
    one = _attendants(program, 4)[-1]
    details = {"name": one.name, "organization": "Women's Network", "phone": one.phone}
    program.window.context.open.do(register_attendant, details, done=lambda _: None)
    wait(program)
    _register(program).show_doubles()


def _why_here(program: Program) -> None:
    program.window.page.go_to("$.groups[0].members[0]")
    wait(program)
    trigger("groups_why")(program)


def _wishes(program: Program) -> None:
    """Let a third of the people wish something, and wait until it is known what that costs."""
    trigger("groups_rules")(program)
    dialog = program.window.page.findChild(SplitRulesDialog)
    assert isinstance(dialog, SplitRulesDialog)
    for row in range(0, 40, 2):
        for rank in range(1, 2 + row % 3):
            dialog.wishes.give_rank(dialog.wishes.index(row, 1 + (row // 2 + 2 * rank) % 5), rank)
    dialog.ui.tabs.setCurrentWidget(dialog.ui.wishes_tab)
    end = time.monotonic() + LONGEST
    while len(dialog.curve.known) < len(CURVE) and time.monotonic() < end:
        wait(program)


def _import(program: Program) -> None:
    with TemporaryDirectory() as folder:
        _register(program).import_list(write_wild_list(Path(folder) / "participants.xlsx"))
        wait(program)


def _directory(program: Program) -> DirectoryPage:
    page = program.window.page
    assert isinstance(page, DirectoryPage)
    return page


def _choose_person(program: Program) -> None:
    """Let the first person of the list be shown."""
    page = _directory(program)
    page.ui.people.setCurrentIndex(page.list.model.index(0, 0))
    page.list.choose_now()
    wait(program)


def _people_doubles(program: Program) -> None:
    """Add a person a second time, and compare the two."""
    _choose_person(program)
    known = _directory(program).card.person
    assert known is not None
    details = {"name": known.name, "phone": known.phone, "birth_year": known.birth_year, "organization": "Network"}
    program.window.context.open.do_in_directory(add_person, details)
    wait(program)
    PeopleDoublesDialog(program.window.context, find_doubles(program), program.window).show()


def find_doubles(program: Program) -> tuple[Double, ...]:
    """Return the probable doubles of the directory."""
    found: list[Compared] = []
    program.window.context.open.ask(people_to_compare, done=found.append)
    wait(program)
    return found[0].doubles()


def _anonymize(program: Program) -> None:
    _choose_person(program)
    program.window.context.actions["directory_anonymize"].trigger()


DIALOGS: dict[str, tuple[str, Callable[[Program], None]]] = {
    "agenda_item": ("overview", item_scene(wait)),
    "audience": ("overview", audience_scene(wait, None)),
    "audience_groups": ("overview", audience_scene(wait, Scene.GROUPS)),
    "audience_poll": ("overview", audience_scene(wait, Scene.POLL)),
    "audience_question": ("overview", audience_scene(wait, Scene.QUESTION)),
    "audience_title": ("overview", audience_scene(wait, Scene.TITLE)),
    "audience_ways": ("overview", audience_scene(wait, Scene.WAYS_FORWARD)),
    "anonymize": ("directory", _anonymize),
    "arrivals": ("workshops", arrivals_scene(wait)),
    "attendant": ("register", _attendant),
    "bulk_edit": ("register", _several),
    "command_palette": ("overview", trigger("find_command")),
    "crash": ("overview", _crash),
    "database_trouble": ("workshops", _trouble),
    "diagnosis": ("settings", diagnosis_scene),
    "doubles": ("register", _doubles),
    "export_list": ("register", trigger("export_list")),
    "help": ("overview", trigger("help")),
    "import_list": ("register", _import),
    "text_history": ("answers", trigger("answer_history")),
    "merge_workshop": ("workshops", merge_scene(wait)),
    "new_workshop": ("workshops", trigger("new_workshop")),
    "people_doubles": ("directory", _people_doubles),
    "publish": ("minutes", publish_scene(wait)),
    "signature": ("register", _signature),
    "split_rules": ("groups", trigger("groups_rules")),
    "split_wishes": ("groups", _wishes),
    "what_changed": ("minutes", changes_scene(wait)),
    "why_here": ("groups", _why_here),
}
"""Each dialog by its name: the page on which it is opened, and how."""


@contextmanager
def program_of(application: QApplication, folder: Path, language: str, theme: str) -> Iterator[Program]:
    """Run a program on the sample workshop."""
    settings = Settings(folder / "settings.json")
    for option, value in ((LANGUAGE, language), (THEME, theme), (WHO, "Chan Sophea")):
        settings.set(option, value)
    program = build(application, settings, lambda: MOMENT, folder / "cache")
    program.window.show()
    open_database_of(program, str(folder / f"{language}-{theme}.db"), program.window.database_opened)
    wait(program)
    yield program
    program.close()
    program.window.deleteLater()
    application.processEvents()


def take(program: Program, name: str, target: Path) -> Iterator[Path]:
    """Take pictures of what is shown at both sizes: the window with the dialog over it."""
    for width, height in SIZES:
        program.window.resize(width, height)
        wait(program)
        path = target / f"{name}-{program.window.context.translation.language}-{program.window.context.theme.name}"
        path = path.with_name(f"{path.name}-{width}x{height}.png")
        screen = program.window.screen().grabWindow(program.window.winId(), 0, 0, width, height)
        screen.save(str(path))
        yield path


def take_all(program: Program, target: Path) -> Iterator[Path]:
    """Take pictures of every page and every dialog."""
    yield from take(program, "empty", target)
    program.window.open_file(SAMPLE)
    wait(program)
    for spec in PAGES:
        program.window.show_page(spec.key)
        wait(program)
        if spec.key == "directory":
            _choose_person(program)
        yield from take(program, spec.key, target)
        yield from take_sections(program, target)
    yield from take_agenda(program, target)
    for scenes in (answers_scenes, paper_scenes, archive_scenes, publishing_scenes):
        for name in scenes(program, wait):
            yield from take(program, name, target)
    for name, (page, show) in DIALOGS.items():
        program.window.show_page(page)
        wait(program)
        before = {one for one in program.application.topLevelWidgets() if one.isVisible()}
        show(program)
        wait(program)
        shown = [one for one in program.application.topLevelWidgets() if one not in before and one.isVisible()]
        if not shown:
            raise RuntimeError(f"the dialog {name} did not come")
        yield from take_dialog(program, name, shown[0], target)
        shown[0].close()
        wait(program)
    yield from take_reports(program, target)


def take_reports(program: Program, target: Path) -> Iterator[Path]:
    """Take pictures of reports on several workshops; they come last, because all pages would show these."""
    program.window.show_page("archive")
    page = program.window.page
    assert isinstance(page, ArchivePage)
    program.window.context.open.ask(open_office, done=lambda _: None)
    wait(program)
    tab = page.tab("reports")
    assert isinstance(tab, ReportsTab)
    tab.refresh()
    end = time.monotonic() + LONGEST
    while tab.is_counting and time.monotonic() < end:  # it waits for further choices
        wait(program)
    yield from take(program, "archive_reports", target)
    bar, line = tab.ui.scroll.verticalScrollBar(), tab.ui.sheet.findChild(LineChartView)
    assert isinstance(line, LineChartView)
    bar.setValue(line.mapTo(tab.ui.sheet, QPoint(0, -120)).y())
    yield from take(program, "archive_reports_quotas", target)


def take_agenda(program: Program, target: Path) -> Iterator[Path]:
    """Take pictures of the agenda while it runs, and of what is beside it."""
    page = open_morning(program, wait)
    for place, name in enumerate(("agenda", "agenda_polls", "agenda_ways")):
        page.ui.tabs.setCurrentIndex(place)
        wait(program)
        yield from take(program, name, target)


def take_sections(program: Program, target: Path) -> Iterator[Path]:
    """Take pictures of the other sections of a page that has some."""
    page = program.window.page
    if isinstance(page, PreparePage):
        for place, section in enumerate(page.sections[1:], start=1):
            page.ui.sections.setCurrentIndex(place)
            wait(program)
            yield from take(program, section.objectName(), target)
    if isinstance(page, MinutesPage):
        for name in ("sections", "annexes"):
            page.ui.tabs.setCurrentWidget(getattr(page.ui, f"{name}_tab"))
            wait(program)
            yield from take(program, f"minutes_{name}", target)
        page.ui.tabs.setCurrentWidget(page.ui.choices_tab)


def take_dialog(program: Program, name: str, dialog: QWidget, target: Path) -> Iterator[Path]:
    """Take a picture of a dialog by itself."""
    context = program.window.context
    path = target / f"{name}-{context.translation.language}-{context.theme.name}.png"
    dialog.grab().save(str(path))
    yield path


def write_small(source: Path, target: Path) -> None:
    """Write a picture with the 256 colours that show it best: a third of the bytes, and nothing is missed."""
    with Image.open(source) as picture:
        picture.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(target, optimize=True)


def main(target: Path) -> int:
    """Take all pictures; return how many there are."""
    target.mkdir(parents=True, exist_ok=True)
    taken: list[Path] = []
    with Display(visible=False, size=(1920, 1080)), TemporaryDirectory() as folder:
        application = QApplication([])
        for language in ("en", "km"):
            for theme in ("light", "dark"):
                with program_of(application, Path(folder), language, theme) as program:
                    taken += take_all(program, target)
    HANDBOOK.mkdir(parents=True, exist_ok=True)
    for path in taken:
        if path.stem.endswith(("-en-light", "-en-light-1280x720")):
            write_small(path, HANDBOOK / f"{path.stem.removesuffix('-1280x720')}.png")
    return len(taken)


if __name__ == "__main__":
    parser = ArgumentParser(description="Takes a picture of every page and dialog.")
    parser.add_argument("folder", type=Path, help="where the pictures go; those of the handbook are renewed as well")
    print(main(parser.parse_args().folder), "pictures")  # noqa: T201
