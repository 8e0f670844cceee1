"""A workshop in the middle of its morning, for pictures of the agenda page and of the screen for the audience."""

import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid5

from clesidra_desktop.app import Program
from clesidra_desktop.domain.audience import Scene
from clesidra_desktop.gui.pages.agenda import AgendaPage
from tests.helpers.window import SAMPLE

IDENTITY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ON = "land"
"""The item that is on; those after it have not begun."""


def write_morning(folder: Path, day: datetime) -> Path:
    """Write the sample as it was while the third talk was on, on another day and with ids of its own."""
    text = SAMPLE.read_text(encoding="utf-8")
    text = IDENTITY.sub(lambda found: str(uuid5(UUID(found[0]), "morning")), text)
    workshop = json.loads(text.replace("2026-03-18", f"{day:%Y-%m-%d}"))
    workshop["annexes"] = []
    has_begun = True
    for item in workshop["agenda"]:
        item.pop("annex", None)
        if item["key"] == ON:
            item.pop("ended")
            has_begun = False
        elif not has_begun:
            for moment in ("started", "ended"):
                item.pop(moment, None)
    path = folder / "morning.json"
    path.write_text(json.dumps(workshop), encoding="utf-8")
    return path


def open_morning(program: Program, wait: Callable[[Program], None]) -> AgendaPage:
    """Open that workshop, unless it is, and show its agenda."""
    context = program.window.context
    workshop = context.open.workshop
    if workshop is None or not any(one.key == ON and one.started and not one.ended for one in workshop.agenda):
        with TemporaryDirectory() as folder:
            program.window.open_file(write_morning(Path(folder), context.clock()))
            wait(program)
    program.window.show_page("agenda")
    wait(program)
    page = program.window.page
    assert isinstance(page, AgendaPage)
    page.ui.tabs.setCurrentIndex(0)
    wait(program)
    return page


def item_scene(wait: Callable[[Program], None]) -> Callable[[Program], None]:
    """Return what opens the dialog of the item that is on."""

    def show(program: Program) -> None:
        open_morning(program, wait)
        program.window.context.actions["edit_item"].trigger()

    return show


def audience_scene(wait: Callable[[Program], None], scene: Scene | None) -> Callable[[Program], None]:
    """Return what opens the screen for the audience with a scene on it."""

    def show(program: Program) -> None:
        page = open_morning(program, wait)
        page.audience.choose(scene)
        page.audience.present(program.window.screen())

    return show
