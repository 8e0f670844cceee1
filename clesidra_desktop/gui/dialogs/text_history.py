"""What a text said before: its versions in the journal, to be looked at and brought back."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from clesidra_desktop.domain.outline_difference import compare, count_differences
from clesidra_desktop.domain.outline_lines import Lines, to_lines
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.dress import dress
from clesidra_desktop.gui.forms.ui_text_history import Ui_TextHistory
from clesidra_desktop.gui.i18n import clock_text, date_text, mark, tr
from clesidra_desktop.gui.models.rows import Column, RowsModel
from clesidra_desktop.gui.widgets.difference_view import DifferenceView
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.versions import Version

Find = Callable[[Database], tuple[Version, ...]]

FIRST_WORDS = 60
"""Characters by which a version is told from others."""


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version with its lines, and how many of them were added and removed since the one before it."""

    version: Version
    lines: Lines
    added: int
    removed: int

    @property
    def begins(self) -> str:
        """Its first words."""
        first = next((line.text for line in self.lines if line.text.strip()), "")
        return first if len(first) <= FIRST_WORDS else f"{first[:FIRST_WORDS]}…"


def version_rows(versions: tuple[Version, ...]) -> tuple[VersionRow, ...]:
    """Return the rows of versions, the newest first as they come."""
    lines = [to_lines(one.outline) for one in versions]
    return tuple(
        VersionRow(one, now, *count_differences(before, now))
        for one, now, before in zip(versions, lines, [*lines[1:], ()], strict=True)
    )


class TextHistoryDialog(QDialog):
    """The versions on the left; on the right the chosen one, compared with the text as it is now."""

    def __init__(
        self, context: Context, title: str, find: Find, restore: Callable[[Version], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("text_history")
        self._restore = restore
        self._local = context.open.local
        self.ui = Ui_TextHistory()
        self.ui.setupUi(self)
        self.ui.title.setText(title)
        self.text = DifferenceView(context.theme)
        self.text.setAccessibleName(tr("The chosen version"))
        self.ui.text_column.addWidget(self.text, 1)
        columns: tuple[Column[VersionRow], ...] = (
            Column("when", mark("When"), self._when, sort=lambda row: row.version.sequence),
            Column("who", mark("Who"), lambda row: row.version.who),
            Column("change", mark("Lines"), _change),
            Column("begins", mark("Begins with"), lambda row: row.begins),
        )
        self.model = RowsModel(columns, lambda row: row.version.sequence, self)
        self.ui.versions.set_up(self.model, context.settings, "text_history", stretched="begins")
        for column, width in (("when", 132), ("who", 110), ("change", 78)):
            self.ui.versions.setColumnWidth(self.model.column_of(column), width)
        self.ui.versions.selectionModel().currentChanged.connect(lambda *_: self._show())
        self.ui.versions.doubleClicked.connect(lambda _index: self.accept())
        self._bring_back = self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._bring_back.setText(tr("Bring it back"))
        self._bring_back.setEnabled(False)
        dress(self._bring_back, role="primary")
        self.ui.buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        self.ui.buttons.accepted.connect(self.accept)
        self.ui.buttons.rejected.connect(self.reject)
        self.ui.about.setText(tr("Looking into the journal…"))
        self.resize(1040, 560)
        context.open.ask(lambda database: version_rows(find(database)), done=self._show_rows)

    def accept(self) -> None:
        """Bring the chosen version back."""
        row = self._chosen()
        if row and self._bring_back.isEnabled():
            self._restore(row.version)
            super().accept()

    def _show_rows(self, rows: tuple[VersionRow, ...]) -> None:
        self.model.show_rows(rows)
        if not rows:
            self.ui.about.setText(tr("Nothing was typed here yet."))
            return
        self.ui.versions.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ui.versions.setCurrentIndex(self.model.index(min(1, len(rows) - 1), 0))

    def _when(self, row: VersionRow) -> str:
        """The day and the moment of a version, on the clocks where the workshop is."""
        at = self._local(row.version.at)
        return f"{at:%d/%m}  {clock_text(at)}"

    def _chosen(self) -> VersionRow | None:
        index = self.ui.versions.currentIndex()
        return self.model.row_at(index) if index.isValid() else None

    def _show(self) -> None:
        row = self._chosen()
        if row is None:
            return
        now = self.model.all_rows[0].lines
        is_now = row.version.sequence == self.model.all_rows[0].version.sequence
        self._bring_back.setEnabled(not is_now and row.lines != now)
        at = self._local(row.version.at)
        values = {"day": date_text(at.date()), "time": clock_text(at)}
        self.ui.about.setText(
            tr("As it is now, since {day}, {time}.", **values)
            if is_now
            else tr("As it was on {day} at {time}: + would come back, − would go.", **values)
        )
        self.text.show_lines(compare(now, row.lines))


def _change(row: VersionRow) -> str:
    parts = [f"+{row.added}" if row.added else "", f"−{row.removed}" if row.removed else ""]
    return " ".join(part for part in parts if part) or "="
