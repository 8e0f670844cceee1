"""The minutes: real pages beside the findings, and what is written from them.

The parts of the page are beside this module: `minutes_preview`, `minutes_choices`, `minutes_writing`.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.publishing import PublishedVersion
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_minutes import Ui_Minutes
from clesidra_desktop.gui.i18n import mark, tr, tr_count
from clesidra_desktop.gui.page import Page
from clesidra_desktop.gui.pages.minutes_choices import MinutesChoices
from clesidra_desktop.gui.pages.minutes_preview import MinutesPreview
from clesidra_desktop.gui.pages.minutes_sections import SectionsPanel
from clesidra_desktop.gui.pages.minutes_versions import MinutesVersions
from clesidra_desktop.gui.pages.minutes_writing import MinutesWriting
from clesidra_desktop.gui.pages.prepare_annexes import AnnexesSection, dropped_files
from clesidra_desktop.gui.pages.prepare_section import index_in, scrolling
from clesidra_desktop.gui.widgets.pages_view import PagesView

TABS = (
    ("minutes_choices", mark("Choices for the minutes"), "Ctrl+F6", "settings", "choices_tab"),
    ("minutes_sections", mark("Sections of the minutes"), "Ctrl+F7", "bullets", "sections_tab"),
    ("minutes_annexes", mark("Annexes of the minutes"), "Ctrl+F8", "file", "annexes_tab"),
    ("minutes_versions", mark("Published versions"), "Ctrl+F9", "lock", "versions_tab"),
)
"""The actions that show a tab: the name, the keys and the icon of each, and the tab."""


class MinutesPage(Page):
    """Findings on the left, pages in the centre, on the right what shapes them."""

    ACTIONS = (
        *(key for key, *_ in TABS),
        "write_minutes",
        "write_pack",
        "write_papers",
        "publish",
        "what_changed",
        "print_version",
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.ui = Ui_Minutes()
        self.ui.setupUi(self)
        self.pages = PagesView(context.theme)
        self.ui.centre.addWidget(self.pages)
        self.ui.findings.set_up(context)
        self.choices = MinutesChoices(context, self.ui)
        self.preview = MinutesPreview(context, self.pages, self.choices.chosen)
        self.sections = SectionsPanel(context)
        self.ui.sections_rows.addWidget(self.sections)
        self.annexes = AnnexesSection(context, is_narrow=True)
        self.annexes.setObjectName("minutes_annexes")
        self._set_up_annexes()
        self._writing = MinutesWriting(context, self, self.choices)
        self._shown: object = None
        self._offered: object = None
        self.versions = MinutesVersions(context, self.choices.chosen)
        self._set_up_top()
        self.ui.versions_rows.addWidget(self.versions)
        self.versions.counted.connect(self._name_publishing)
        self.versions.known.connect(self._offer)
        self._add_actions()
        self.ui.tabs.tabBar().setDrawBase(False)
        for key, words, keys, icon, tab in TABS:
            context.actions.add(key, words, partial(self._show_tab, tab), shortcut=keys, menu="page", icon=icon)
        self.choices.changed.connect(self._show_choices)
        self.preview.missed.connect(self._make_later)
        self.preview.shown.connect(self._say_pages)
        self.preview.shown.connect(lambda: self.ui.findings.show_more(self.preview.findings))
        self.preview.failed.connect(self._say_failed)
        self.preview.slow.connect(lambda: self.ui.state.setText(tr("New pages are being made…")))
        self._said_of_pages = ""
        self.retranslate()

    def enter(self) -> None:
        """Be shown, with the pages of now."""
        super().enter()
        self.preview.hurry()

    def refresh(self) -> None:
        """Show the workshop."""
        workshop = self.context.open.workshop
        if workshop is None:
            return
        if self._shown != workshop.id:
            self._shown = workshop.id
            self._offer(None)
        self.sections.show_workshop(workshop, self.choices.chosen().language)
        self.annexes.show_workshop(workshop, {})
        self.preview.make_soon()
        self.versions.refresh()

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)
        self.choices.retranslate()
        self.versions.retranslate()
        self.sections.retranslate()
        self.annexes.retranslate()
        self.pages.setAccessibleName(tr("Pages of the minutes"))
        self.ui.tabs.setAccessibleName(tr("What shapes the minutes"))
        self._say_pages()

    def commit(self) -> None:
        """Hand in what is waiting."""
        self.sections.commit()
        self.annexes.commit()

    def go_to(self, where: str) -> None:
        """Show the section that a path names."""
        workshop = self.context.open.workshop
        index = index_in(where)
        if workshop and where.startswith("$.minutes") and index < len(workshop.minutes):
            self.ui.tabs.setCurrentWidget(self.ui.sections_tab)
            self.sections.choose(workshop.minutes[index].key)

    def shut(self) -> None:
        """Close the preview."""
        super().shut()
        self.preview.stop()
        self.versions.shut()

    def first_field(self) -> QWidget:
        """The pages."""
        return self.pages

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files anywhere on the page."""
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Make annexes of the files, and show them."""
        event.acceptProposedAction()
        self.ui.tabs.setCurrentWidget(self.ui.annexes_tab)
        self.annexes.take(dropped_files(event))

    def _workshop_replaced(self) -> None:
        self.preview.forget()
        self.annexes.turn_away()
        super()._workshop_replaced()

    def _set_up_annexes(self) -> None:
        self.ui.annexes_rows.addWidget(scrolling(self.annexes))
        self.setAcceptDrops(True)
        for keys, do in (
            ("Alt+Up", partial(self.annexes.move_row, -1)),
            ("Alt+Down", partial(self.annexes.move_row, 1)),
            ("Ctrl+Shift+Delete", self.annexes.remove_row),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.annexes)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    def _set_up_top(self) -> None:
        for button, icon, slot in (
            (self.ui.write, "minutes", self._writing.write_minutes),
            (self.ui.pack, "archive", self._writing.write_pack),
            (self.ui.papers, "print", self._writing.write_papers),
            (self.ui.publish, "lock", self.versions.publish),
        ):
            self.context.theme.set_icon(button, icon)
            button.clicked.connect(partial(self._begin, slot))

    def _begin(self, work: Callable[[], object], *_: object) -> None:
        """Begin what reads the workshop, with what was typed a moment ago in it."""
        self.commit()
        work()

    def _add_actions(self) -> None:
        add = self.context.actions.add
        for key, name, slot, shortcut, icon in (
            ("write_minutes", mark("Write the minutes…"), self._writing.write_minutes, "Ctrl+Return", "minutes"),
            ("write_pack", mark("Closing pack…"), self._writing.write_pack, "Ctrl+Shift+K", "archive"),
            ("write_papers", mark("Papers for the room…"), self._writing.write_papers, "Ctrl+P", "print"),
            ("publish", mark("Publish the minutes…"), self.versions.publish, "Ctrl+Shift+P", "lock"),
            (
                "what_changed",
                mark("What changed since a version…"),
                self.versions.show_changes,
                "Ctrl+Shift+C",
                "history",
            ),
            ("print_version", mark("Print the published version…"), self.versions.print_it, "Ctrl+Alt+P", "print"),
        ):
            add(key, name, partial(self._begin, slot), shortcut=shortcut, icon=icon)

    def _name_publishing(self, number: int) -> None:
        self.ui.publish.setText(tr("Publish version {number}…", number=number))

    def _offer(self, version: PublishedVersion | None) -> None:
        """Choose the language and the edition that the workshop was published in last, once for each of its states."""
        workshop = self.context.open.workshop
        state = (self._shown, version.number if version else 0)
        if workshop is None or state == self._offered:
            return
        self._offered = state
        if version:
            self.choices.choose(version.language, version.edition)
        else:
            self.choices.choose(workshop.language, Edition.FULL)

    def _show_choices(self) -> None:
        if workshop := self.context.open.workshop:
            self.sections.show_workshop(workshop, self.choices.chosen().language)
        self.preview.make_soon()

    def _show_tab(self, name: str) -> None:
        """Show a tab; what is first in it takes the keys."""
        fields = {"choices_tab": self.ui.language, "sections_tab": self.sections.tree, "versions_tab": self.versions}
        self.ui.tabs.setCurrentWidget(getattr(self.ui, name))
        fields.get(name, self.annexes.first_field()).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make_later(self) -> None:
        self._stale = True

    def _say_failed(self, error: UserError) -> None:
        self.ui.state.setText(tr("No pages"))
        if str(error) != self._said_of_pages:  # it fails again with every key until it is mended
            self._said_of_pages = str(error)
            self.context.messages.error(error)

    def _say_pages(self) -> None:
        self._said_of_pages = ""
        count = self.pages.page_count
        self.ui.state.setText(tr_count("{count} page", "{count} pages", count) if count else "")
