"""The outline editor: notes and answers are typed in it. It saves itself, undoes, finds and counts words."""

from functools import partial

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from clesidra_desktop.documents.words import count_words
from clesidra_desktop.domain import outline_editing as editing
from clesidra_desktop.domain.outline import OutlineStyle
from clesidra_desktop.domain.outline_lines import Lines
from clesidra_desktop.gui.i18n import mark, tr, tr_count
from clesidra_desktop.gui.theme import Theme
from clesidra_desktop.gui.widgets.autosave import PAUSE
from clesidra_desktop.gui.widgets.find_bar import FindBar
from clesidra_desktop.gui.widgets.outline_text import OutlineText
from clesidra_desktop.gui.widgets.pause import Pause

TOOLS = (
    ("bullets", mark("Bullets"), "Ctrl+Shift+B"),
    ("numbers", mark("Numbers"), "Ctrl+Shift+N"),
    ("paragraph", mark("Running text"), "Ctrl+Shift+T"),
    ("outdent", mark("One level up"), "Shift+Tab"),
    ("indent", mark("One level down"), "Tab"),
    ("up", mark("Move up"), "Alt+Up"),
    ("down", mark("Move down"), "Alt+Down"),
    ("search", mark("Find"), "Ctrl+F"),
)
"""The tools: their icon, name and keys."""

COUNT_AFTER = 250
"""Milliseconds without a key after which words are counted; who types on and on sees them after a while, too."""

COUNTED_AT_ONCE = 200
"""Lines whose words are counted before keys are looked at again; Khmer needs a dictionary."""


class OutlineEditor(QWidget):
    """An editor of one outline.

    `handed_in` carries the lines when there was a pause in the typing, or the editor was left; `escaped` says that
    somebody wants to go on elsewhere; `decided` how two texts that were typed at once are to become one: `mine`,
    `theirs` or `both`.
    """

    handed_in = Signal(object)
    escaped = Signal()
    decided = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = OutlineText(theme, self)
        self.text.setObjectName("outline_text")
        self.find_bar = FindBar(self.text, theme, self)
        self.words = QLabel()
        self.words.setProperty("level", "small")
        self._tools: dict[str, QToolButton] = {}
        self._conflict = _Conflict(self)
        self._conflict.decided.connect(self.decided)
        self._waiting = self._showing = False
        self._timer = Pause(self, PAUSE)
        self._timer.timeout.connect(self.commit)
        self._counter = Pause(self, COUNT_AFTER)
        self._counter.timeout.connect(self._count)
        self._further = QTimer(self, singleShot=True, interval=0)
        self._further.timeout.connect(self._count_on)
        self._counting = (0, 0)
        self._lay_out(theme)
        self._connect_keys()
        self.text.outline.lines_changed.connect(self._changed)
        self.text.left.connect(self.commit)
        self.text.escaped.connect(self._escape)
        self.setFocusProxy(self.text)
        self.retranslate()

    @property
    def lines(self) -> Lines:
        """The lines as they stand."""
        return self.text.outline.lines

    @property
    def is_waiting(self) -> bool:
        """Whether something was typed that was not handed in yet."""
        return self._waiting

    def show_lines(self, lines: Lines, *, anew: bool = True) -> None:
        """Show lines; where it is the same text that changed elsewhere, not `anew`, the cursor stays as it can."""
        self._timer.stop()
        self._waiting, self._showing = False, True
        place = self.text.selection.last
        self.text.outline.show_lines(lines)
        self._showing = False
        if not anew:
            line = min(place.line, len(self.lines) - 1)
            column = min(place.column, len(self.lines[line].text))
            self.text.select(editing.Selection.cursor(line, column))
        self.show_conflict(False)
        self._counter.touch()

    def commit(self) -> None:
        """Hand in what is waiting."""
        self._timer.stop()
        if self._waiting:
            self._waiting = False
            self.handed_in.emit(tuple(self.lines))

    def set_enabled(self, enabled: bool) -> None:
        """Let somebody type, or only read."""
        self.text.setReadOnly(not enabled)
        for tool in self._tools.values():
            tool.setEnabled(enabled)

    def show_conflict(self, shown: bool) -> None:
        """Say that somebody else has changed the same text, and offer what can be done."""
        self._conflict.setVisible(shown)

    def retranslate(self) -> None:
        """Show all words in the language of the screens."""
        for key, name, keys in TOOLS:
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            self._tools[key].setToolTip(f"{tr(name)} ({shown})")
            self._tools[key].setAccessibleName(tr(name))
        self.text.setPlaceholderText(tr("Type here; - and a space make a point"))
        self._conflict.retranslate()
        self.find_bar.retranslate()
        self._count()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self, theme: Theme) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(2)
        for key, _, _ in TOOLS:
            tool = self._tools[key] = QToolButton()
            tool.setProperty("role", "quiet")
            tool.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            theme.set_icon(tool, key)
            bar.addWidget(tool)
        bar.addStretch()
        bar.addWidget(self.words)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addLayout(bar)
        rows.addWidget(self._conflict)
        rows.addWidget(self.text, 1)
        rows.addWidget(self.find_bar)
        self._conflict.hide()
        self.find_bar.hide()

    def _connect_keys(self) -> None:
        text = self.text
        does = {
            "bullets": partial(text.set_style, OutlineStyle.BULLET),
            "numbers": partial(text.set_style, OutlineStyle.NUMBER),
            "paragraph": partial(text.set_style, OutlineStyle.PARAGRAPH),
            "outdent": partial(text.run, editing.outdent),
            "indent": partial(text.run, editing.indent),
            "up": partial(text.run, editing.move_up),
            "down": partial(text.run, editing.move_down),
            "search": self.find_bar.begin,
        }
        for key, do in does.items():
            self._tools[key].clicked.connect(lambda _checked=False, do=do: do())
        for key, _, keys in TOOLS:
            if keys.startswith("Ctrl"):
                shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(does[key])

    def _changed(self) -> None:
        if not self._showing:
            self._waiting = True
            self._timer.touch()
            self._counter.touch()
            self.find_bar.look_again()

    def _escape(self) -> None:
        if self.find_bar.isVisible():
            self.find_bar.end()
        else:
            self.commit()
            self.escaped.emit()

    def _count(self) -> None:
        """Count the words, some lines at a time; whoever types goes first."""
        self._counting = (0, 0)
        self._count_on()

    def _count_on(self) -> None:
        first, total = self._counting
        total += sum(count_words(line.text) for line in self.lines[first : first + COUNTED_AT_ONCE])
        first += COUNTED_AT_ONCE
        self._counting = first, total
        if first < len(self.lines):
            self._further.start()
            return
        shown = QLocale().toString(total)
        self.words.setText(tr_count("{count} word", "{shown} words", total, shown=shown))


class _Conflict(QFrame):
    """What is shown where somebody else has changed the same text meanwhile."""

    decided = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self.setProperty("surface", "warning")
        self._said = QLabel(wordWrap=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 8, 12, 8)
        rows.addWidget(self._said)
        row = QHBoxLayout()
        self._answers = {key: QPushButton() for key in ("both", "mine", "theirs")}
        for key, button in self._answers.items():
            button.clicked.connect(lambda _checked=False, key=key: self.decided.emit(key))
            row.addWidget(button)
        row.addStretch()
        rows.addLayout(row)

    def retranslate(self) -> None:
        """Follow the language."""
        self._said.setText(tr("Somebody else has changed this text at the same time. Nothing was overwritten."))
        self._answers["both"].setText(tr("Keep both"))
        self._answers["mine"].setText(tr("Keep mine"))
        self._answers["theirs"].setText(tr("Take theirs"))
