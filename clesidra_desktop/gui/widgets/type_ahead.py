"""Fields that offer what was typed before, by any part of it."""

from collections.abc import Callable, Iterable
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit

from clesidra_desktop.domain.names import folded

MOST = 9
"""Texts that are offered at once."""


def offer(field: QLineEdit, texts: Iterable[str]) -> None:
    """Let a field offer texts while something is typed, each once."""
    each = {folded(text): text for text in dict.fromkeys(texts) if text}
    wanted = [each[key] for key in sorted(each)]
    model = _model(field)
    field.completer().setFilterMode(Qt.MatchFlag.MatchContains)
    if model.stringList() != wanted:
        model.setStringList(wanted)


def offer_found(field: QLineEdit, find: Callable[[str], Iterable[str]]) -> None:
    """Let a field offer what is found for what was typed, which may be spelled otherwise."""
    if field.findChild(QStringListModel):
        return
    model = _model(field)
    field.completer().setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
    # before the completer looks: it listens to the same signal, and later
    field.textEdited.connect(lambda text: model.setStringList(list(find(text))[:MOST]))


def _model(field: QLineEdit) -> QStringListModel:
    """Return the texts that a field offers; a field that offered none gets what is needed."""
    found = cast("QStringListModel | None", field.findChild(QStringListModel))
    if found is not None:
        return found
    model = QStringListModel(field)
    completer = QCompleter(model, field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setMaxVisibleItems(MOST)
    field.setCompleter(completer)
    completer.activated.connect(field.textEdited)  # chosen is as good as typed
    popup = completer.popup()
    if popup is not None:
        popup.setObjectName("completions")
        _EnterThrough(popup, field)
    return model


class _EnterThrough(QObject):
    """Lets Enter take what stands chosen among the texts and go on to the field; Qt would only close the list."""

    def __init__(self, popup: QAbstractItemView, field: QLineEdit) -> None:
        super().__init__(popup)
        self._popup, self._field = popup, field
        popup.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the keys before Qt does."""
        if event.type() is QEvent.Type.Show:
            self._popup.setFocusProxy(None)  # type: ignore[arg-type] # the field would get the keys when it closes
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return super().eventFilter(watched, event)
        chosen = self._popup.selectedIndexes()  # the current one is there before anybody has chosen
        self._popup.hide()
        if chosen:
            self._field.setText(chosen[0].data())
            self._field.textEdited.emit(self._field.text())
            self._popup.hide()  # which the field has opened again
        QCoreApplication.sendEvent(self._field, event)
        return True
