"""A calendar below a field in which a day is typed."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtWidgets import QCalendarWidget, QMenu, QWidgetAction

from clesidra_desktop.gui.widgets.checked_field import CheckedField


def choose_day(field: CheckedField, day: date | None) -> None:
    """Show a calendar at a day; the day that is chosen in it is typed into the field."""
    menu = QMenu(field.field)
    calendar = QCalendarWidget()
    calendar.setLocale(QLocale())
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    if day:
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
    action = QWidgetAction(menu)
    action.setDefaultWidget(calendar)
    menu.addAction(action)

    def choose(chosen: QDate) -> None:
        menu.close()
        field.type_in(chosen.toString("yyyy-MM-dd"))
        field.field.setFocus(Qt.FocusReason.OtherFocusReason)

    calendar.clicked.connect(choose)
    calendar.activated.connect(choose)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(field.field.mapToGlobal(QPoint(0, field.field.height())))
    calendar.setFocus(Qt.FocusReason.PopupFocusReason)
