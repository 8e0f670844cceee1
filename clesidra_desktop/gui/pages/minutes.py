"""The minutes: real pages beside the findings, and what is written from them.

The parts of the page are beside this module: `minutes_preview`, `minutes_choices`, `minutes_writing`.
"""

from PySide6.QtWidgets import QWidget

from clesidra_desktop.domain.checks import check_workshop
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_minutes import Ui_Minutes
from clesidra_desktop.gui.i18n import mark, tr, tr_count, tr_error
from clesidra_desktop.gui.page import Page
from clesidra_desktop.gui.pages.minutes_choices import MinutesChoices
from clesidra_desktop.gui.pages.minutes_preview import MinutesPreview
from clesidra_desktop.gui.pages.minutes_versions import MinutesVersions
from clesidra_desktop.gui.pages.minutes_writing import MinutesWriting
from clesidra_desktop.gui.widgets.pages_view import PagesView


class MinutesPage(Page):
    """Findings on the left, pages in the centre, on the right what shapes them."""

    ACTIONS = ("publish", "what_changed", "print_version")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.ui = Ui_Minutes()
        self.ui.setupUi(self)
        self.pages = PagesView(context.theme)
        self.ui.centre.addWidget(self.pages)
        self.ui.findings.set_up(context)
        self.choices = MinutesChoices(context, self.ui)
        self.preview = MinutesPreview(context, self.pages, self.choices.chosen)
        self._writing = MinutesWriting(context, self, self.choices)
        self._shown: object = None
        self.versions = MinutesVersions(context, self.choices.chosen)
        self._set_up_top()
        self.ui.versions_rows.addWidget(self.versions)
        self.versions.counted.connect(self._name_publishing)
        self._add_actions()
        self.choices.changed.connect(self.preview.make_soon)
        self.preview.missed.connect(self._make_later)
        self.preview.shown.connect(self._say_pages)
        self.preview.failed.connect(self._say_failed)
        self.retranslate()
        context.open.replaced.connect(self.preview.forget)

    def refresh(self) -> None:
        """Show the workshop."""
        workshop = self.context.open.workshop
        if workshop is None:
            return
        if self._shown != workshop.id:
            self._shown = workshop.id
            self.choices.choose_language(workshop.language)
        self.ui.findings.show_findings(check_workshop(workshop))
        self.preview.make_soon()
        self.versions.refresh()

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)
        self.choices.retranslate()
        self.versions.retranslate()
        self.pages.setAccessibleName(tr("Pages of the minutes"))
        self.ui.tabs.setAccessibleName(tr("What shapes the minutes"))
        self._say_pages()

    def shut(self) -> None:
        """Close the preview."""
        super().shut()
        self.preview.stop()
        self.versions.shut()

    def first_field(self) -> QWidget:
        """The pages."""
        return self.pages

    def _set_up_top(self) -> None:
        for button, icon, slot in (
            (self.ui.write, "minutes", self._writing.write_minutes),
            (self.ui.pack, "archive", self._writing.write_pack),
            (self.ui.papers, "print", self._writing.write_papers),
            (self.ui.publish, "lock", self.versions.publish),
        ):
            self.context.theme.set_icon(button, icon)
            button.clicked.connect(slot)

    def _add_actions(self) -> None:
        add = self.context.actions.add
        for key, name, slot, shortcut, icon in (
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
            add(key, name, slot, shortcut=shortcut, icon=icon)

    def _name_publishing(self, number: int) -> None:
        self.ui.publish.setText(tr("Publish version {number}…", number=number))

    def _make_later(self) -> None:
        self._stale = True

    def _say_failed(self, error: UserError) -> None:
        self.ui.state.setText(tr_error(error))

    def _say_pages(self) -> None:
        count = self.pages.page_count
        self.ui.state.setText(tr_count("{count} page", "{count} pages", count) if count else "")
