"""Find a command by typing: every action of the window by any part of its name, in the language shown or English."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from clesidra_desktop.domain.names import folded
from clesidra_desktop.gui.actions import Command, plain_name
from clesidra_desktop.gui.i18n import tr

WIDTH, HEIGHT = 560, 380


class CommandPalette(QDialog):
    """A field and the commands that it leaves; Enter runs the marked one."""

    def __init__(self, commands: Sequence[Command], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("command_palette")
        self.setWindowTitle(tr("Find a command"))
        self._commands = commands
        self.field = QLineEdit(placeholderText=tr("Type what you want to do"))
        self.field.setObjectName("command")
        self.field.setAccessibleName(tr("Find a command"))
        self.list = QListWidget()
        self.list.setObjectName("commands")
        self.list.setAccessibleName(tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.resize(WIDTH, HEIGHT)
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self._run)
        self.list.itemClicked.connect(lambda _item: self._run())
        self.field.installEventFilter(self)
        self._filter("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows walk through the list while the field keeps the keys."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step and self.list.count():
                self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
                return True
        return super().eventFilter(watched, event)

    def _filter(self, typed: str) -> None:
        words, begun = folded(typed).split(), folded(typed)
        named = [(folded(plain_name(one.action)), folded(one.also), one) for one in self._commands]
        found = [one for one in named if all(word in one[0] or word in one[1] for word in words)]
        found.sort(key=lambda one: not one[0].startswith(begun) and not one[1].startswith(begun))
        self.list.clear()
        for *_, command in found:
            action = command.action
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            item = QListWidgetItem(action.icon(), plain_name(action) + (f"   {keys}" if keys else ""))
            item.setData(Qt.ItemDataRole.UserRole, command)
            self.list.addItem(item)
        if not found:
            nothing = QListWidgetItem(tr("No command is called so. Type another word of what you want to do."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        self.list.setCurrentRow(0)

    def _run(self) -> None:
        item = self.list.currentItem()
        command: Command | None = item.data(Qt.ItemDataRole.UserRole) if item else None
        if command is None:
            return
        self.accept()
        command.run()
