"""Giving a widget the properties that the style sheet knows, at any time."""

from PySide6.QtWidgets import QWidget


def dress(widget: QWidget, **properties: object) -> None:
    """Set properties such as level, surface, role or wrong, and let the style sheet look again."""
    if all(widget.property(name) == value for name, value in properties.items()):
        return
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
