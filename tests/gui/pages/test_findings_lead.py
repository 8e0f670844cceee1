"""Every kind of finding leads to the field that mends it: the right page is shown, the right field has the keys."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.gui.models.rows import RowsModel
from clesidra_desktop.gui.pages.minutes import MinutesPage
from clesidra_desktop.services.workshops import import_workshop
from tests.helpers.builders import workshop
from tests.helpers.slips import CASES, Case
from tests.helpers.window import settle, show

LEADS = (
    (r"\$\.(title|venue|place|timezone|objectives)", "prepare", r"{0}"),
    (r"\$\.(start|end)s", "prepare", "Day of the {0}"),
    (r"\$\.team\.(\w+)", "prepare", r"{0}"),
    (r"\$\.categories\[1\]\.label", "prepare", "Label of the category"),
    (r"\$\.sectors\[1\]\.title", "prepare", "Title of the sector"),
    (r"\$\.questions\[0\]\.text", "prepare", "Text of the question"),
    (r"\$\.annexes\[0\]\.title", "prepare", "Title of the annex"),
    (r"\$\.annexes\[1\]\.file", "prepare", "Other file…"),
    (r"\$\.agenda", "prepare", "Agenda[0].planned"),
    (r"\$\.agenda\[0\]\.title", "prepare", "item_title"),
    (r"\$\.agenda\[\d\]\.(poll|minutes)", "prepare", "{0}"),
    (r"\$\.agenda\[\d\]\.(started|ended)", "agenda", "agenda_item:{0}"),
    (r"\$\.agenda\[2\]\.notes", "agenda", "Notes"),
    (r"\$\.polls\[0\]\.(question|respondents)", "agenda", "{0}"),
    (r"\$\.polls\[0\]\.options\[1\]\.text", "agenda", "Answer no. 2"),
    (r"\$\.polls\[0\]\.options", "agenda", "Hands for answer no. 1"),
    (r"\$\.ways_forward\[1\]\.text", "agenda", "Ways forward[1].text"),
    (r"\$\.ways_forward", "agenda", "What was agreed to be done"),
    (r"\$\.attendants|\$\.quotas\[\d\]", "register", "Find a person to register"),
    (r"\$\.attendants\[(\d)\]\.(name|category|sex|birth_year|arrived|left)", "register", "Attendants[{0}].{1}"),
    (r"\$\.attendants\[\d\]\.stays\[1\]\.(\w+)", "register", "attendant:{0}"),
    (r"\$\.groups", "groups", "Groups[-1]."),
    (r"\$\.groups\[1\]\.members\[0\]", "groups", "Groups[1]."),
    (r"\$\.groups\[1\]\.members", "groups", "Groups[-1]."),
    (r"\$\.answers.*s2.*q2.*", "answers", "Sector 2 · Question 2?"),
    (r"\$\.minutes\[0\]\.shown", "minutes", "Sections of the minutes: Objectives"),
    (r"\$\.minutes\[1\]", "minutes", "Sections of the minutes: No longer in the minutes: We thank the commune."),
)
"""The path of a finding, the page where it is mended, and what has the keys there; groups of the path are filled in."""

OTHERWISE = {"agenda-missing": "Add the first item", "poll-options-missing": "Another answer"}
"""What has the keys by the kind of finding, where there is nothing yet at the place."""


def wanted(case: Case) -> tuple[str, str]:
    """Return the page and what is to have the keys there."""
    for pattern, page, focused in LEADS:
        if found := re.fullmatch(pattern, case.where):
            return page, OTHERWISE.get(case.code) or focused.format(*found.groups())
    raise KeyError(case.where)


def described(widget: QWidget | None) -> str:
    """Return what has the keys: its name, and of a table the row and the column."""
    if widget is None:
        return "nothing"
    name = widget.accessibleName() or widget.objectName() or getattr(widget, "text", str)()
    if isinstance(widget, QTreeWidget):
        return f"{name}: {widget.currentItem().text(0)}"
    if isinstance(widget, QAbstractItemView):
        index = widget.currentIndex()
        model = index.model()
        column = model.columns[index.column()].key if isinstance(model, RowsModel) else ""
        return f"{name}[{index.row()}].{column}"
    return name


def go(qtbot: QtBot, program: Program, case: Case) -> tuple[str, str]:
    """Open a workshop with a slip, click on its finding, and return the page that is shown and what has the keys."""
    window = program.window
    made = workshop(**case.changes)
    database = window.context.open._database
    assert database is not None
    import_workshop(database, made, {}, who="tester", replace=True)
    window.context.open.open(made.id)
    settle(qtbot, program)
    page = show(qtbot, program, "minutes")
    assert isinstance(page, MinutesPage)
    items = [page.ui.findings.item(place) for place in range(page.ui.findings.count())]
    item = next(one for one in items if one.data(Qt.ItemDataRole.UserRole) == case.where)
    qtbot.mouseClick(
        page.ui.findings.viewport(), Qt.MouseButton.LeftButton, pos=page.ui.findings.visualItemRect(item).center()
    )
    settle(qtbot, program)
    focused = described(QApplication.focusWidget())
    if dialog := QApplication.activeModalWidget():
        focused = f"{dialog.objectName()}:{focused}".lower()
        dialog.close()
        settle(qtbot, program)
        with qtbot.waitActive(window):
            window.activateWindow()
    return window.page.objectName().removeprefix("page_"), focused


@pytest.mark.parametrize("page", ["prepare", "register", "agenda", "groups", "answers", "minutes"])
def test_a_click_on_a_finding_leads_to_the_field_that_mends_it(qtbot: QtBot, program: Program, page: str) -> None:
    """The cases are all kinds of findings: another test holds them against the source."""
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    cases = [case for case in CASES if wanted(case)[0] == page]
    led = [(case.code, case.where, *go(qtbot, program, case)) for case in cases]

    assert cases
    assert led == [(case.code, case.where, *wanted(case)) for case in cases]
