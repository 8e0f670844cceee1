"""Shows one of several widgets in the same place, with the room that this one needs."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class OneOf(QWidget):
    """As a stack; but a stack asks for the room of the tallest, also while it is hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widgets: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def add(self, widget: QWidget) -> None:
        """Add a widget; the first one is shown."""
        widget.setVisible(not self._widgets)
        self._widgets.append(widget)
        self._column.addWidget(widget)

    @property
    def shown(self) -> QWidget:
        """The widget that is shown."""
        return next(widget for widget in self._widgets if not widget.isHidden())

    def show_one(self, wanted: QWidget) -> None:
        """Show one of the widgets in the place of the other."""
        for widget in self._widgets:
            if widget is not wanted:
                widget.hide()
        wanted.show()
