"""The organizations on the Directory page: names, spellings, who has them; brought together, renamed, parted."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.names import folded
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_directory import Ui_Directory
from clesidra_desktop.gui.i18n import mark, tr, tr_count
from clesidra_desktop.gui.models.rows import Column, RowsModel
from clesidra_desktop.gui.pages.organization_card import OrganizationCard
from clesidra_desktop.gui.widgets.empty_state import EmptyState
from clesidra_desktop.gui.widgets.spellings_card import SpellingsCard
from clesidra_desktop.gui.widgets.undo_keys import UndoKeys
from clesidra_desktop.services.organizations import (
    OrganizationLine,
    join_spellings,
    list_organizations,
    part_spelling,
    rename_organization,
)
from clesidra_desktop.services.spellings import Cluster, cluster_spellings

WIDTHS = {"spellings": 170, "people": 70, "attendants": 112}


def _columns(rename: Callable[[OrganizationLine, str], object]) -> tuple[Column[OrganizationLine], ...]:
    return (
        Column("name", mark("Name"), lambda one: one.name, lambda one: folded(one.name), rename),
        Column("spellings", mark("Spellings"), lambda one: ", ".join(one.spellings)),
        Column(
            "people", mark("People"), lambda one: str(one.use.people or ""), lambda one: one.use.people, is_number=True
        ),
        Column(
            "attendants",
            mark("Attendants"),
            lambda one: str(one.use.attendants or ""),
            lambda one: one.use.attendants,
            is_number=True,
        ),
    )


class OrganizationList(QObject):
    """The table on the left; on the right the one that is chosen, or several of them, and what may be one."""

    def __init__(self, context: Context, ui: Ui_Directory, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.ui = ui
        self._is_read = False
        self._clusters: list[Cluster] = []
        self._later: list[frozenset[str]] = []
        self._wanted: Hashable = None
        self.model: RowsModel[OrganizationLine] = RowsModel(_columns(self.rename), _identity, self)
        self.card, self.several = OrganizationCard(), SpellingsCard()
        self._hint = QLabel(wordWrap=True)
        self._hint.setProperty("level", "muted")
        for widget in (self._hint, self.card, self.several):
            ui.chosen_organizations.add(widget)
        self._empty = EmptyState(context.theme, "directory")
        ui.organizations_body.addWidget(self._empty)
        self._set_up_table()
        UndoKeys(ui.organization_search)
        ui.organization_search.textChanged.connect(self._filter)
        ui.organization_search.installEventFilter(self)
        self.card.renamed.connect(self.rename)
        self.card.parted.connect(self.part)
        self.several.joined.connect(self.join)
        ui.suggested.joined.connect(self.join)
        ui.suggested.skipped.connect(self._skip)
        ui.suggested.hide()
        self.retranslate()

    def read(self) -> None:
        """Read the list."""
        self._context.open.ask(list_organizations, done=self._take)

    def retranslate(self) -> None:
        """Follow the language."""
        self.model.retranslate()
        self._hint.setText(
            tr("Choose an organization to rename it. Choose several with Ctrl or Shift to bring them together.")
        )
        self._show_body()
        self._show_suggested()

    def go_to_suggested(self) -> None:
        """Let the digits choose among the names that may be one."""
        if not self.ui.suggested.isHidden():
            self.ui.suggested.setFocus(Qt.FocusReason.OtherFocusReason)

    # Deeds

    def rename(self, line: OrganizationLine, name: str) -> None:
        """Let everybody who has the organization have another name of it."""
        if line.id is not None:
            self._do(rename_organization, line.id, name, wanted=line.id, failed=self.card.refuse)
        else:
            self._do(join_spellings, name, [line.name], wanted=None, failed=self.card.refuse)

    def part(self, line: OrganizationLine, spelling: str) -> None:
        """Let a spelling stand for the organization no more."""
        self._do(part_spelling, line.id, spelling, wanted=line.id, failed=self.card.refuse)

    def join(self, name: str, spellings: Sequence[str]) -> None:
        """Bring spellings together under a name."""
        others = [one for one in spellings if one != name]

        def say(_: object) -> None:
            said = tr_count(
                "“{name}” stands for {count} spelling more.",
                "“{name}” stands for {count} spellings more.",
                len(others),
                name=name,
            )
            self._context.messages.news(said, tr("Undo"), self._context.open.way_back(directory=True))

        self._do(join_spellings, name, others, wanted=None, done=say)

    def _do(
        self,
        deed: Callable[..., Any],
        *arguments: object,
        wanted: Hashable,
        done: Callable[[Any], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
    ) -> None:
        self._wanted = wanted

        def follow(outcome: Any) -> None:
            if isinstance(outcome, tuple):  # the id of the organization that spellings were brought together in
                self._wanted = outcome[0]
            if done:
                done(outcome)

        self._context.open.do_in_directory(deed, *arguments, done=follow, failed=failed)

    # What is shown

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the search into the list by arrows."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and self.model.shown_rows
        ):
            if not self.ui.organizations.currentIndex().isValid():
                self.ui.organizations.selectRow(0)
            self.ui.organizations.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _set_up_table(self) -> None:
        table = self.ui.organizations
        table.set_up(self.model, self._context.settings, "organizations", stretched="name")
        table.setEditTriggers(table.EditTrigger.EditKeyPressed)
        for key, width in WIDTHS.items():
            table.setColumnWidth(self.model.column_of(key), width)
        table.selectionModel().selectionChanged.connect(self._show_chosen)
        table.doubleClicked.connect(lambda _: self.card.ui.name.setFocus())

    def _take(self, lines: Sequence[OrganizationLine]) -> None:
        self._is_read = True
        self.model.show_rows(lines)
        clusters = cluster_spellings(lines)
        now = {frozenset(one.uses): one for one in clusters}
        put_off = [now.pop(key) for key in self._later if key in now]
        self._clusters = [*now.values(), *put_off]
        self._show_body()
        self._show_suggested()
        index = self.model.index_of(self._wanted) if self._wanted is not None else None
        if index is not None and index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.ui.organizations.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.ui.organizations.scrollTo(index)
        self._show_chosen()

    def _filter(self) -> None:
        words = folded(self.ui.organization_search.text()).split()

        def accepts(one: OrganizationLine) -> bool:
            line = folded(" ".join((one.name, *one.spellings)))
            return all(word in line for word in words)

        self.model.set_filter(accepts)
        self._show_body()

    def _show_body(self) -> None:
        count = len(self.model.all_rows)
        said = tr_count("{count} organization", "{count} organizations", count) if self._is_read else ""
        self.ui.organizations_count.setText(said)
        self.ui.organizations_hint.setText(tr("F2 renames") if count else "")
        if not count:
            self._empty.say(
                tr("No organizations yet"),
                tr(
                    "The organizations of attendants stand here. Where one is spelled in several ways, you bring the "
                    "spellings together, and lists, groups and reports count it as one."
                ),
            )
        elif not self.model.shown_rows:
            self._empty.say(
                tr("Nothing found"),
                tr("No organization has these words."),
                tr("Show all"),
                self.ui.organization_search.clear,
            )
        is_empty = self._is_read and not self.model.shown_rows
        self.ui.organizations_body.setCurrentWidget(self._empty if is_empty else self.ui.organizations_page)

    def _selected(self) -> list[OrganizationLine]:
        rows = sorted({index.row() for index in self.ui.organizations.selectionModel().selectedRows()})
        return [self.model.shown_rows[row] for row in rows]

    def _show_chosen(self, *_: object) -> None:
        lines = self._selected()
        if len(lines) == 1:
            self.card.show_line(lines[0])
        elif lines:
            uses = {line.name: line.use.attendants + line.use.people for line in lines}
            by_use = dict(sorted(uses.items(), key=lambda use: -use[1]))
            self.several.show_names(tr("Bring these together?"), by_use, skips=False)
        shown = self.card if len(lines) == 1 else self.several if lines else self._hint
        self.ui.chosen_organizations.show_one(shown)
        self._show_suggested()

    def _show_suggested(self) -> None:
        self.ui.suggested.setVisible(bool(self._clusters) and len(self._selected()) < 2)
        if self._clusters:
            cluster, count = self._clusters[0], len(self._clusters)
            others = {name: use for name, use in cluster.uses.items() if name != cluster.name}
            uses = {cluster.name: cluster.uses[cluster.name], **others}
            title = (
                tr("Perhaps one organization")
                if count == 1
                else tr("Perhaps one organization: 1 of {count}", count=count)
            )
            self.ui.suggested.show_names(title, uses, skips=count > 1)

    def _skip(self) -> None:
        """Put the first cluster behind the others, also when they are found again."""
        first = self._clusters.pop(0)
        self._clusters.append(first)
        key = frozenset(first.uses)
        self._later = [*(one for one in self._later if one != key), key]
        self._show_suggested()
        self.go_to_suggested()


def _identity(line: OrganizationLine) -> Hashable:
    return line.id or line.name
