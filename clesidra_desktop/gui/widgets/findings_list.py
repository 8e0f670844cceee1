"""Findings, each a sentence that leads to the place where it is mended."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from clesidra_desktop.documents.words import breakable
from clesidra_desktop.domain.finding import Finding, Severity
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
    ("$.minutes", "minutes"),
)
"""The page on which a finding is mended, by the beginning of its path; all else is prepared."""

PREPARED = ("$.agenda", ".title", ".speaker", ".minutes", ".fixed_start", ".key", ".kind", ".poll", ".annex")
"""Ends of paths of the agenda that are prepared and not run."""


PADDING, GAP = 6, 6
"""Pixels beside a sentence, as the style sheet has them, and between it and its icon or the next one."""


def page_of(where: str) -> str:
    """Return the key of the page where a finding is mended."""
    page = next((page for begins, page in PLACES if where.startswith(begins)), "prepare")
    is_planned = where.startswith("$.agenda") and where.endswith(PREPARED)
    return "prepare" if is_planned else page


class FindingsList(QListWidget):
    """The findings of a workshop; Enter or a click goes to the place."""

    def set_up(self, context: Context) -> None:
        """Take what is needed to go to a place."""
        self._context = context
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Findings"))
        self.setIconSize(QSize(18, 18))
        self.itemActivated.connect(self._mend)
        self.itemClicked.connect(self._mend)

    def show_findings(self, findings: Sequence[Finding], nothing: str = "") -> None:
        """Show findings, or that there are none; `nothing` says so in other words."""
        self.clear()
        for one in findings:
            item = QListWidgetItem(breakable(tr(one.template, **one.values)))
            icon = ("warning", "red") if one.severity is Severity.ERROR else ("info", "amber")
            item.setIcon(self._context.theme.icon(*icon))
            item.setData(Qt.ItemDataRole.UserRole, one.where)
            self.addItem(item)
        if not findings:
            self.addItem(breakable(nothing or tr("Nothing to mend: the minutes can be published.")))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every sentence the lines that it needs in this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Measure here: the view forgets the style sheet's padding, and cuts what needs one more line by it."""
        beside = 2 * PADDING + self.iconSize().width() + 2 * GAP
        room = QRect(0, 0, max(self.viewport().width() - beside, 40), 10_000)
        for item in map(self.item, range(self.count())):
            text = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
            item.setSizeHint(QSize(0, max(text.height(), self.iconSize().height()) + 2 * GAP))

    def _mend(self, item: QListWidgetItem) -> None:
        where = item.data(Qt.ItemDataRole.UserRole)
        if where:
            self._context.show_page(page_of(where), where)
