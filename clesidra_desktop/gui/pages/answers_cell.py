"""One answer to type in, and what may stand beside it: the question with the group, or what somebody else has typed."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QTextEdit, QToolButton, QVBoxLayout, QWidget

from clesidra_desktop.domain.conflicts import ConflictError
from clesidra_desktop.domain.outline_difference import Fate, compare
from clesidra_desktop.domain.outline_editing import Place, Selection
from clesidra_desktop.domain.outline_lines import Lines, to_lines
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.gui.outline_keeper import OutlineKeeper, OutlineSource
from clesidra_desktop.gui.widgets.clamped_label import ClampedLabel
from clesidra_desktop.gui.widgets.difference_view import DifferenceView
from clesidra_desktop.gui.widgets.elided_label import ElidedLabel
from clesidra_desktop.gui.widgets.outline_editor import OutlineEditor

COMPARE_AFTER = 250
"""Milliseconds without a key after which two texts are compared again."""

STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""Columns and rows to the next answer, by the key that is pressed with Ctrl."""


class CellPane(QFrame):
    """An answer with its question above it.

    `left` says that somebody wants to go back to the matrix; `stepped` where from here, in columns and rows; `focused`
    that somebody types here now; `history_wanted` that somebody asks what was here before.
    """

    left = Signal()
    stepped = Signal(int, int)
    focused = Signal()
    history_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cell_pane")
        self._context = context
        self.cell: tuple[str, str] | None = None
        self.sector, self.group = QLabel(), ElidedLabel()
        self.sector.setProperty("level", "section")
        self.group.setProperty("level", "muted")
        self.question = ClampedLabel(2)
        self.history = QToolButton()
        self.history.setProperty("role", "quiet")
        context.theme.set_icon(self.history, "history")
        self.editor = OutlineEditor(context.theme, self)
        self.keeper = OutlineKeeper(context, self.editor)
        self.theirs = _Theirs(context, self)
        self._comparing = QTimer(self, singleShot=True, interval=COMPARE_AFTER)
        self._comparing.timeout.connect(self._compare)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.editor.text)
        self.retranslate()

    def show_cell(self, cell: tuple[str, str] | None, sector: str = "", question: str = "") -> None:
        """Show an answer by its keys, with the words of its sector and question."""
        self.cell = cell
        self.sector.setText(sector)
        self.question.setText(question)
        self.editor.text.setAccessibleName(f"{sector} · {question}")
        self.keeper.open(OutlineSource.answer(*cell) if cell else None)
        self.history.setEnabled(cell is not None)

    def show_group(self, rapporteur: str, room: str) -> None:
        """Say who reports and where the group meets."""
        said = [tr("Rapporteur: {name}", name=rapporteur)] if rapporteur else []
        self.group.setText(" · ".join([*said, *([room] if room else [])]))

    def mark_active(self, active: bool) -> None:
        """Say that the arrows of the matrix lead here."""
        self.sector.setEnabled(active)

    def retranslate(self) -> None:
        """Follow the language."""
        self.history.setToolTip(tr("What was here before") + " (Ctrl+H)")
        self.history.setAccessibleName(tr("What was here before"))
        self.theirs.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Ctrl and an arrow before the text does."""
        if event.type() is QEvent.Type.FocusIn:
            self.focused.emit()
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) and isinstance(event, QKeyEvent):
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            step = STEPS.get(Qt.Key(event.key())) if modifiers == Qt.KeyboardModifier.ControlModifier else None
            if step:
                event.accept()
                if event.type() is QEvent.Type.KeyPress:
                    self.stepped.emit(*step)
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.sector)
        top.addWidget(self.group, 1)
        top.addWidget(self.history)
        texts = QHBoxLayout()
        texts.setSpacing(12)
        texts.addWidget(self.editor, 1)
        texts.addWidget(self.theirs, 1)
        self.theirs.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(top)
        rows.addWidget(self.question)
        rows.addLayout(texts, 1)

    def _connect(self) -> None:
        self.editor.text.installEventFilter(self)
        self.editor.escaped.connect(self.left)
        self.history.clicked.connect(self.history_wanted)
        self.keeper.conflicted.connect(self._show_conflict)
        self.editor.text.outline.lines_changed.connect(self._changed)

    def _changed(self) -> None:
        if self.theirs.isVisible():
            self._comparing.start()

    def _show_conflict(self, error: ConflictError | None) -> None:
        """Show what somebody else has typed beside what is typed here, until it is decided."""
        self.theirs.lines = to_lines(error.theirs) if error else ()
        self.theirs.setVisible(error is not None)
        if error:
            self._compare()
        else:
            self._comparing.stop()
            self.editor.text.setExtraSelections([])

    def _compare(self) -> None:
        mine = self.editor.lines
        compared = compare(mine, self.theirs.lines)
        self.theirs.view.show_lines(one for one in compared if one.fate is not Fate.REMOVED)
        mine_alone = [one.fate for one in compared if one.fate is not Fate.ADDED]
        self._mark(place for place, fate in enumerate(mine_alone) if fate is Fate.REMOVED and mine[place].text)

    def _mark(self, lines: Iterable[int]) -> None:
        """Mark lines that only the text here has."""
        marks = []
        for place in lines:
            mark = QTextEdit.ExtraSelection()
            length = len(self.editor.lines[place].text)
            mark.cursor = self.editor.text.outline.cursor_of(Selection(Place(place, 0), Place(place, length)))
            mark.format.setBackground(self._context.theme.colour("amberSoft"))
            marks.append(mark)
        self.editor.text.setExtraSelections(marks)


class _Theirs(QWidget):
    """What somebody else has typed meanwhile."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: Lines = ()
        self._title = ClampedLabel(3)
        self._title.setProperty("level", "muted")
        self.view = DifferenceView(context.theme, self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self._title)
        rows.addWidget(self.view, 1)

    def retranslate(self) -> None:
        """Follow the language."""
        self._title.setText(tr("What the other one typed; + is not in yours. Yours is on the left."))
        self.view.setAccessibleName(tr("What the other one typed"))


class QuestionPanel(QScrollArea):
    """The question in large beside the answer, and who sits in the group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sector, self._question = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self._where, self._members_title, self._members = QLabel(wordWrap=True), QLabel(), QLabel(wordWrap=True)
        levels = {
            self._sector: "muted",
            self._question: "title",
            self._where: "muted",
            self._members_title: "section",
            self._members: "",
        }
        inner = QFrame()
        inner.setProperty("surface", "card")
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        for label, level in levels.items():
            label.setProperty("level", level)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        column.addStretch()
        self.setWidget(inner)

    def show_cell(self, sector: str, question: str, group: str, members: Iterable[str]) -> None:
        """Show the words of an answer's sector and question, and its group."""
        names = "\n".join(members)
        self._sector.setText(sector)
        self._question.setText(question)
        self._where.setText(group)
        self._where.setVisible(bool(group))
        self._members_title.setText(tr("In the group"))
        self._members_title.setVisible(bool(names))
        self._members.setText(names)
