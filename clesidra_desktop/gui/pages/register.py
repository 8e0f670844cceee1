"""The registration table: who comes, who is here, and what is known of everybody."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QToolButton, QWidget

from clesidra_desktop.domain.counts import printed_categories
from clesidra_desktop.domain.days import day_at
from clesidra_desktop.gui.actions import plain_name
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.dialogs.attendant import AttendantDialog
from clesidra_desktop.gui.dialogs.bulk_edit import BulkEditDialog
from clesidra_desktop.gui.dialogs.doubles import DoublesDialog
from clesidra_desktop.gui.dialogs.export_list import ExportListDialog
from clesidra_desktop.gui.dialogs.import_list import ImportListDialog
from clesidra_desktop.gui.dialogs.signature import SignatureDialog
from clesidra_desktop.gui.double_search import search_doubles
from clesidra_desktop.gui.forms.ui_register import Ui_Register
from clesidra_desktop.gui.i18n import mark, tr, tr_count
from clesidra_desktop.gui.page import Page
from clesidra_desktop.gui.pages.register_door import Door
from clesidra_desktop.gui.pages.register_list import AttendantList
from clesidra_desktop.gui.people import People
from clesidra_desktop.gui.widgets.badge import CategoryColours
from clesidra_desktop.gui.widgets.chosen_path import ask_for_file
from clesidra_desktop.gui.widgets.tallies import Tallies
from clesidra_desktop.services.doubles import Double
from clesidra_desktop.settings import LAST_FOLDER

if TYPE_CHECKING:
    from clesidra_desktop.services.changes import Changes

PAUSE = 700
"""Milliseconds without a change after which probable doubles are looked for: not while the queue moves."""

LISTS = (".xlsx", ".xlsm", ".ods", ".csv", ".tsv", ".txt")
"""Ends of the names of files that may hold a list."""

STAY = re.compile(r"\$\.attendants\[(\d+)\]\.stays\[(\d+)\]\.(\w+)")
"""One of several stays of an attendant in the workshop file."""


class RegisterPage(Page):
    """The search box and what belongs to the door on the left, the list of attendants on the right."""

    ACTIONS: ClassVar = (
        "register_search",
        "register_filter",
        "mark_arrived",
        "mark_left",
        "take_back_arrival",
        "take_back_departure",
        "edit_selected",
        "sign_selected",
        "signed_on_paper",
        "show_doubles",
        "remove_selected",
        "import_list",
        "export_list",
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.ui = Ui_Register()
        self.ui.setupUi(self)
        self.colours = CategoryColours(context.theme)
        self.people = People(context.open, self)
        self.door = Door(context, self.people, self.colours, self.ui.search, self.ui.stack)
        self.tallies = Tallies(context.theme, self.colours)
        self.ui.tallies.addWidget(self.tallies)
        self.list = AttendantList(context, self.ui, self.colours, self)
        self.doubles: tuple[Double, ...] = ()
        self.ui.doubles.hide()
        self._double_check = QTimer(self, singleShot=True, interval=PAUSE)
        self._double_check.timeout.connect(self._look_for_doubles)
        self.setAcceptDrops(True)
        self._add_actions()
        self._connect()
        self.people.read()

    def refresh(self) -> None:
        """Show the workshop."""
        self._show()
        self._look_for_doubles()

    def update_for(self, changes: "Changes") -> None:
        """Show what a deed has changed."""
        self._show_list()
        self.context.tasks.soon(self._show_beside)
        tables = {*changes.added, *changes.changed, *changes.removed}
        if tables & {"attendants", "people", "told_apart"}:
            self._double_check.start()

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)
        self.list.retranslate()
        self.door.retranslate()
        self._show(anew=True)

    def restyle(self) -> None:
        """Follow the theme and the size of the type."""
        self.ui.table.fit_rows()
        self._show(anew=True)

    def shut(self) -> None:
        """Look for nothing more: the window is closed."""
        self._double_check.stop()
        super().shut()

    def first_field(self) -> QWidget:
        """The search box."""
        return self.ui.search

    def go_to(self, where: str) -> None:
        """Select the attendant and the field that a finding is about; several stays are in the details."""
        found, workshop = STAY.match(where), self.context.open.workshop
        if not self.list.go_to(where):
            self.ui.search.setFocus(Qt.FocusReason.OtherFocusReason)
        elif found and workshop:
            dialog = self.show_details(workshop.attendants[int(found[1])].id)
            dialog.go_to_stay(int(found[2]), found[3])

    def show_details(self, attendant_id: UUID) -> AttendantDialog:
        """Show all that is known of an attendant."""
        dialog = AttendantDialog(self.context, attendant_id, self.list, self)
        dialog.open()
        return dialog

    def let_sign(self, ids: list[UUID]) -> None:
        """Let attendants sign, one after the other."""
        SignatureDialog(self.context, ids, self).open()

    def show_doubles(self) -> None:
        """Show the probable doubles side by side, and what was merged."""
        DoublesDialog(self.context, self.doubles, self).open()

    def choose_list(self) -> None:
        """Let a person choose a file with a list, and show what is in it."""
        settings = self.context.settings
        kinds = tr("Lists ({kinds})", kinds=" ".join(f"*{suffix}" for suffix in LISTS))
        path = ask_for_file(self, tr("Import a list"), kinds, settings.get(LAST_FOLDER))
        if path:
            settings.set(LAST_FOLDER, str(Path(path).parent))
            self.import_list(Path(path))

    def import_list(self, path: Path) -> None:
        """Show what is in a list, to be taken in."""
        dialog = ImportListDialog(self.context, path, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def export_list(self) -> None:
        """Write the list, or a part of it, into a file."""
        shown = [row.attendant.id for row in self.list.model.shown_rows]
        selected = [one.id for one in self.list.selected()]
        ExportListDialog(self.context, shown, selected if len(selected) > 1 else [], self).open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take lists."""
        if _dropped_lists(event):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Show what is in a list that was dropped."""
        for path in _dropped_lists(event):
            self.import_list(path)

    def _add_tool(self, key: str, before: QWidget) -> QToolButton:
        """Add a tool on the right of another widget, from which Tab goes to it."""
        tool = QToolButton()
        tool.setDefaultAction(self.context.actions[key])
        tool.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        tool.setAccessibleName(plain_name(self.context.actions[key]))
        self.ui.tools.addWidget(tool)
        QWidget.setTabOrder(before, tool)
        return tool

    def _show(self, *, anew: bool = False) -> None:
        self._show_list()
        self._show_beside(anew=anew)

    def _show_list(self) -> None:
        workshop = self.context.open.workshop
        if workshop is not None:
            self.colours.show(printed_categories(workshop))
            self.list.show_workshop(workshop)

    def _show_beside(self, *, anew: bool = False) -> None:
        workshop = self.context.open.workshop
        if workshop is None:
            return
        categories = printed_categories(workshop)
        day = day_at(workshop, self.context.open.now())
        self.tallies.show_workshop(workshop, day, anew=anew)
        self.door.last.show_workshop(workshop, day)
        provinces = self.list.provinces(workshop)
        self.door.form.show_choices(categories, self.people.organizations, provinces)

    def _look_for_doubles(self) -> None:
        search_doubles(self.context, self, self._show_doubles)

    def _show_doubles(self, doubles: tuple[Double, ...]) -> None:
        self.doubles = doubles
        text = tr_count("{count} probable double", "{count} probable doubles", len(doubles))
        self.ui.doubles.setText(text)
        self.ui.doubles.setVisible(bool(doubles))

    def _edit_several(self, ids: list[UUID]) -> None:
        BulkEditDialog(self.context, ids, self).open()

    def _typed_in_table(self, text: str) -> None:
        self.ui.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ui.search.insert(text)

    def _connect(self) -> None:
        self.ui.doubles.clicked.connect(self.show_doubles)
        self.door.details.connect(self.show_details)
        self.door.sign.connect(lambda attendant_id: self.let_sign([attendant_id]))
        self.list.details.connect(self.show_details)
        self.list.sign.connect(self.let_sign)
        self.list.edit.connect(self._edit_several)
        self.list.typed.connect(self._typed_in_table)

    def _add_actions(self) -> None:
        """Add the actions; function keys are the same on Khmer and Latin keyboards."""
        listed, filter_field = self.list, self.ui.filter
        actions: tuple[tuple[str, str, Callable[[], object], str, str], ...] = (
            ("register_search", mark("Find a person to register"), self.door.begin, "Ctrl+F", "search"),
            ("register_filter", mark("Search in the list"), filter_field.setFocus, "Ctrl+Shift+F", "filter"),
            ("edit_selected", mark("Edit those selected…"), listed.edit_selected, "F4", "edit"),
            ("sign_selected", mark("Let those selected sign…"), listed.sign_selected, "F6", "pen"),
            ("signed_on_paper", mark("Signed on paper"), listed.sign_on_paper, "Shift+F6", "paper"),
            ("mark_arrived", mark("Mark arrived"), listed.mark_arrived, "F7", "check"),
            ("take_back_arrival", mark("Take the arrival back"), listed.take_back_arrivals, "Shift+F7", ""),
            ("mark_left", mark("Mark left"), listed.mark_left, "F8", "leave"),
            ("take_back_departure", mark("Take the departure back"), listed.take_back_departures, "Shift+F8", ""),
            ("show_doubles", mark("Probable doubles…"), self.show_doubles, "F9", "merge"),
            ("remove_selected", mark("Remove those selected"), listed.remove, "Ctrl+Shift+Del", "remove"),
            ("import_list", mark("Import a list…"), self.choose_list, "Ctrl+I", "import"),
            ("export_list", mark("Export the list…"), self.export_list, "Ctrl+E", "export"),
        )
        for key, text, slot, shortcut, icon in actions:
            self.context.actions.add(key, text, slot, shortcut=shortcut, menu="page", icon=icon)
        before: QWidget = self.ui.category
        for key in ("import_list", "export_list"):
            before = self._add_tool(key, before)


def _dropped_lists(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in LISTS]
