"""The sections of the minutes: switched on and off, given another heading, and framed by texts of their own."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from clesidra_desktop.documents.words import breakable
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.minutes_sections import has_text
from clesidra_desktop.domain.outline import is_blank
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import mark, tr
from clesidra_desktop.gui.outline_keeper import OutlineKeeper, OutlineSource
from clesidra_desktop.gui.text_history import show_history
from clesidra_desktop.gui.widgets.outline_editor import OutlineEditor
from clesidra_desktop.services.minutes_sections import SectionLine, edit_section, remove_sections, section_lines

KEY = int(Qt.ItemDataRole.UserRole)
TITLE, TEXTS = 0, 1
"""The columns."""

PLACES = (("before", mark("Text at the beginning")), ("after", mark("Text at the end")))
"""The two texts of a section."""

HAS_TEXT = "¶"


class SectionsPanel(QWidget):
    """The tree of sections, and the text of the one that is chosen."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._lines: dict[str, SectionLine] = {}
        self._items: dict[str, QTreeWidgetItem] = {}
        self._place = "before"
        self.tree = QTreeWidget()
        self.tree.setObjectName("sections")
        self.editor = OutlineEditor(context.theme)
        self.keeper = OutlineKeeper(context, self.editor)
        self.remove = QPushButton()
        self.history = QToolButton()
        self.history.setProperty("role", "quiet")
        context.theme.set_icon(self.history, "history")
        self.places = {place: QPushButton() for place, _ in PLACES}
        self._about = QLabel(wordWrap=True)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def current(self) -> SectionLine | None:
        """The section that is chosen."""
        item = self.tree.currentItem()
        return self._lines.get(item.data(TITLE, KEY)) if item else None

    def show_workshop(self, workshop: Workshop, language: Language) -> None:
        """Show the sections of a workshop as its minutes call them in a language."""
        lines = section_lines(workshop, language)
        chosen = self.current.key if self.current else ""
        blocked = self.tree.blockSignals(True)
        same = [line.key for line in lines] == list(self._lines)
        self._lines = {line.key: line for line in lines}
        if not same:
            self._rebuild()
        for line in lines:
            self._show_line(line)
        if chosen not in self._items and lines:
            chosen = lines[0].key
        if lines:
            self.tree.setCurrentItem(self._items[chosen], TITLE)
        self.tree.blockSignals(blocked)
        self._show_current()
        self.keeper.refresh()

    def choose(self, key: str) -> None:
        """Choose a section; the tree takes the keys."""
        if key in self._items:
            self.tree.setCurrentItem(self._items[key], TITLE)
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_history(self) -> None:
        """Show what the text said before."""
        if line := self.current:
            title = f"{line.title} · {tr(dict(PLACES)[self._place])}"
            show_history(self._context, self.keeper, title, self)

    def commit(self) -> None:
        """Hand in what is waiting."""
        self.editor.commit()

    def retranslate(self) -> None:
        """Follow the language of the screens."""
        self.tree.setAccessibleName(tr("Sections of the minutes"))
        about = tr("Space switches a section on and off. F2 or a double click gives it another heading.")
        self._about.setText(breakable(about))
        for place, words in PLACES:
            self.places[place].setText(tr(words))
            self.places[place].setAccessibleName(tr(words))
        self.history.setToolTip(tr("What was here before") + " (Ctrl+H)")
        self.history.setAccessibleName(tr("What was here before"))
        self.remove.setText(tr("Remove the text"))
        for item in self._items.values():
            self._show_line(self._lines[item.data(TITLE, KEY)])
        self._show_current()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Delete remove what belongs to no section any more, and Enter go to the text."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_editing = self.tree.state() is QAbstractItemView.State.EditingState
            if event.key() == Qt.Key.Key_Delete and self.current and self.current.is_gone:
                self._remove()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current and not is_editing:
                self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    # How

    def _lay_out(self) -> None:
        tree = self.tree
        tree.setColumnCount(2)
        tree.setHeaderHidden(True)
        tree.setIndentation(16)
        tree.setRootIsDecorated(False)
        tree.setItemsExpandable(False)
        tree.setUniformRowHeights(True)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(TEXTS, QHeaderView.ResizeMode.Fixed)
        tree.header().setMinimumSectionSize(20)
        tree.header().resizeSection(TEXTS, 24)
        self._about.setProperty("level", "small")
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for button in self.places.values():
            button.setProperty("role", "small")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.history)
        self.remove.setProperty("role", "small")
        self.places[self._place].setChecked(True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self.tree, 5)
        rows.addWidget(self._about)
        rows.addLayout(buttons)
        rows.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self.editor, 4)

    def _connect(self) -> None:
        self.tree.installEventFilter(self)
        self.tree.itemChanged.connect(self._edited)
        self.tree.currentItemChanged.connect(self._show_current)
        for place, button in self.places.items():
            button.clicked.connect(partial(self._turn_to, place))
        self.history.clicked.connect(self.show_history)
        keys = QShortcut(QKeySequence("Ctrl+H"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.show_history)
        self.remove.clicked.connect(self._remove)
        self.editor.escaped.connect(lambda: self.tree.setFocus(Qt.FocusReason.OtherFocusReason))
        self._context.theme.changed.connect(self._recolour)

    def _rebuild(self) -> None:
        """Make the tree anew: sections came, went, or stand elsewhere."""
        self.tree.clear()
        self._items = {}
        above: list[QTreeWidgetItem] = []
        for line in self._lines.values():
            item = QTreeWidgetItem()
            item.setData(TITLE, KEY, line.key)
            del above[line.place.depth :]
            if above:
                above[-1].addChild(item)
            else:
                self.tree.addTopLevelItem(item)
            above.append(item)
            self._items[line.key] = item
        self.tree.expandAll()

    def _show_line(self, line: SectionLine) -> None:
        item = self._items[line.key]
        blocked = self.tree.blockSignals(True)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if line.is_gone:
            item.setFlags(flags)
            item.setText(TITLE, tr("No longer in the minutes: {section}", section=line.usual))
        else:
            item.setFlags(flags | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setText(TITLE, line.title)
            item.setCheckState(TITLE, Qt.CheckState.Checked if line.section.shown else Qt.CheckState.Unchecked)
        other = line.section.title and line.section.title != line.usual
        item.setToolTip(TITLE, tr("Usual heading: {title}", title=line.usual) if other else line.title)
        item.setText(TEXTS, HAS_TEXT if has_text(line.section) else "")
        item.setToolTip(TEXTS, tr("It has a text of its own.") if has_text(line.section) else "")
        item.setForeground(TITLE, self._context.theme.colour("text" if self._is_printed(item) else "muted"))
        self.tree.blockSignals(blocked)

    def _is_printed(self, item: QTreeWidgetItem | None) -> bool:
        while item is not None:
            line = self._lines[item.data(TITLE, KEY)]
            if line.is_gone or not line.section.shown:
                return False
            item = item.parent()
        return True

    def _recolour(self) -> None:
        for line in self._lines.values():
            self._show_line(line)

    def _edited(self, item: QTreeWidgetItem, column: int) -> None:
        """Hand in a check or a heading; what is shown follows the database."""
        line = self._lines.get(item.data(TITLE, KEY))
        if line is None or line.is_gone or column != TITLE:
            return
        shown, title = item.checkState(TITLE) is Qt.CheckState.Checked, item.text(TITLE).strip()
        if shown is not line.section.shown:
            self._context.open.do(edit_section, line.key, shown=shown)
        elif title != line.title:
            self._context.open.do(edit_section, line.key, title="" if title == line.usual else title)
            self._show_line(line)  # a heading that is taken away shows the usual one at once

    def _turn_to(self, place: str) -> None:
        self._place = place
        self.places[place].setChecked(True)
        self._show_current()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_current(self) -> None:
        line = self.current
        self.remove.setVisible(line is not None and line.is_gone)
        if line and line.is_gone and is_blank(line.section.before):
            self._place = "after"
        self.places[self._place].setChecked(True)
        words = tr(dict(PLACES)[self._place])
        self.editor.text.setAccessibleName(f"{line.title} · {words}" if line else words)
        self.keeper.open(OutlineSource.section(line.key, self._place) if line else None)

    def _remove(self) -> None:
        if line := self.current:
            self._context.open.do(remove_sections, [line.key], done=lambda _: self._removed())

    def _removed(self) -> None:
        open_workshop = self._context.open
        self._context.messages.news(tr("The text was removed."), tr("Undo"), open_workshop.way_back())
