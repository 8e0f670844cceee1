"""A workshop whose groups are empty, in a window."""

import json
from pathlib import Path
from uuid import UUID

from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.gui.pages.groups import GroupsPage
from tests.helpers.window import SAMPLE, settle, show


def emptied_file(folder: Path, **changes: object) -> Path:
    """Write the sample without members in its groups, and with other changes, as a workshop file."""
    workshop = json.loads(SAMPLE.read_text(encoding="utf-8"))
    workshop["groups"] = [{**group, "members": []} for group in workshop["groups"]]
    workshop["answers"] = []
    workshop["annexes"] = []
    workshop["agenda"] = []
    for attendant in workshop["attendants"]:
        attendant.pop("signature", None)
    path = folder / "emptied.json"
    path.write_text(json.dumps(workshop | changes), encoding="utf-8")
    return path


def open_groups(qtbot: QtBot, program: Program, path: Path) -> GroupsPage:
    """Open a workshop file and show its groups."""
    program.window.open_file(path)
    settle(qtbot, program)
    page = show(qtbot, program, "groups")
    assert isinstance(page, GroupsPage)
    return page


def workshop_of(program: Program) -> Workshop:
    """Return the open workshop as the database has read it back."""
    workshop = program.window.context.open.workshop
    assert workshop is not None
    return workshop


def members_of(program: Program) -> dict[str, tuple[UUID, ...]]:
    """Return who sits in which group."""
    return {group.sector: group.members for group in workshop_of(program).groups}
