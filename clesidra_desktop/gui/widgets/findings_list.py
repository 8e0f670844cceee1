"""Findings, each a sentence that leads to the place where it is mended."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
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

PORTION = 100
"""Sentences that are added at once: more than any screen has room for."""

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
        """Follow the findings of the open workshop."""
        self._context = context
        self._more: tuple[Finding, ...] = ()
        self._nothing = ""
        self._shown: tuple[tuple[Finding, ...] | None, tuple[Finding, ...]] = (None, ())
        self._waiting: Sequence[Finding] = ()
        self._is_stale = True
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Findings"))
        self.setIconSize(QSize(18, 18))
        self.itemActivated.connect(self._mend)
        self.itemClicked.connect(self._mend)
        self.verticalScrollBar().valueChanged.connect(self._add_where_needed)
        context.findings.found.connect(self._follow)
        context.open.replaced.connect(self._follow)
        context.theme.changed.connect(self._refresh)

    def say_nothing(self, words: str) -> None:
        """Say in other words that nothing is to be mended; an empty text is for the usual ones."""
        if words != self._nothing:
            self._nothing = words
            self._refresh()

    def show_more(self, findings: Sequence[Finding]) -> None:
        """Show findings that others have made, behind those of the rules."""
        self._more = tuple(findings)
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was found while nobody could see it."""
        super().showEvent(event)
        if self._is_stale:
            self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every sentence the lines that it needs in this width."""
        super().resizeEvent(event)
        self._fit(0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.setAccessibleName(tr("Findings"))
            self._refresh()

    def _follow(self) -> None:
        """Show what is new; what is not leaves the list where a person has scrolled it."""
        if self._is_stale or self._shown != (self._context.findings.known, self._more):
            self._refresh()

    def _refresh(self) -> None:
        """Show what is known, or that nothing is to be mended; nothing while it is looked for."""
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return
        self.clear()
        known = self._context.findings.known
        self._shown = known, self._more
        self._waiting = [*(known or ()), *self._more]
        self._add()
        if known is not None and not self.count():
            self.addItem(breakable(self._nothing or tr("Nothing to mend: the minutes can be published.")))
            self._fit(0)

    def _add_where_needed(self, place: int) -> None:
        """Add what is waiting when the end comes near."""
        bar = self.verticalScrollBar()
        if self._waiting and place > bar.maximum() - 2 * bar.pageStep():
            self._add()

    def _add(self) -> None:
        """Add the next of the sentences that wait: thousands at once would hold the window."""
        first, now = self.count(), self._waiting[:PORTION]
        self._waiting = self._waiting[PORTION:]
        for one in now:
            item = QListWidgetItem(breakable(tr(one.template, **one.values)))
            icon = ("warning", "red") if one.severity is Severity.ERROR else ("info", "amber")
            item.setIcon(self._context.theme.icon(*icon))
            item.setData(Qt.ItemDataRole.UserRole, one.where)
            self.addItem(item)
        self._fit(first)

    def _fit(self, first: int) -> None:
        """Measure here: the view forgets the style sheet's padding, and cuts what needs one more line by it."""
        beside = 2 * PADDING + self.iconSize().width() + 2 * GAP
        room = QRect(0, 0, max(self.viewport().width() - beside, 40), 10_000)
        for item in map(self.item, range(first, self.count())):
            text = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
            item.setSizeHint(QSize(0, max(text.height(), self.iconSize().height()) + 2 * GAP))

    def _mend(self, item: QListWidgetItem) -> None:
        where = item.data(Qt.ItemDataRole.UserRole)
        if where:
            self._context.show_page(page_of(where), where)
