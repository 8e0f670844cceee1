"""Findings, each a sentence that leads to the place where it is mended."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from clesidra_desktop.domain.checks import Finding, Severity
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import tr

PLACES = (
    ("$.attendants", "register"),
    ("$.quotas", "register"),
    ("$.groups", "groups"),
    ("$.answers", "answers"),
    ("$.agenda", "agenda"),
    ("$.polls", "agenda"),
    ("$.ways_forward", "agenda"),
)
"""The page on which a finding is mended, by the beginning of its path; all else is prepared."""

PREPARED = ("$.agenda", ".title", ".speaker", ".minutes", ".fixed_start", ".key")
"""Ends of paths of the agenda that are prepared and not run."""

AROUND, BETWEEN = 40, 6
"""Pixels beside and above a sentence that the sign and the space around an item take."""


def page_of(where: str) -> str:
    """Return the key of the page where a finding is mended."""
    page = next((page for begins, page in PLACES if where.startswith(begins)), "prepare")
    is_planned = where.startswith("$.agenda") and where.endswith(PREPARED)
    return "prepare" if is_planned else page


class _WholeSentences(QStyledItemDelegate):
    """Gives each sentence the lines that it needs; the list itself forgets the space around an item."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room that a sentence needs in the width of the list."""
        width = self._view.viewport().width() - self._view.iconSize().width() - AROUND
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        needed = self._view.fontMetrics().boundingRect(QRect(0, 0, max(width, 1), 10_000), int(flags), text).height()
        usual = super().sizeHint(option, index)
        return QSize(usual.width(), max(usual.height(), needed + BETWEEN))


class FindingsList(QListWidget):
    """The findings of a workshop; Enter or a click goes to the place."""

    def set_up(self, context: Context) -> None:
        """Take what is needed to go to a place."""
        self._context = context
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(_WholeSentences(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Findings"))
        self.setIconSize(QSize(18, 18))
        self.itemActivated.connect(self._mend)
        self.itemClicked.connect(self._mend)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show findings, or that there are none."""
        self.clear()
        for one in findings:
            item = QListWidgetItem(tr(one.template, **one.values))
            icon = ("warning", "red") if one.severity is Severity.ERROR else ("info", "amber")
            item.setIcon(self._context.theme.icon(*icon))
            item.setData(Qt.ItemDataRole.UserRole, one.where)
            self.addItem(item)
        if not findings:
            self.addItem(tr("Nothing to mend: the minutes can be published."))

    def _mend(self, item: QListWidgetItem) -> None:
        where = item.data(Qt.ItemDataRole.UserRole)
        if where:
            self._context.show_page(page_of(where), where)
