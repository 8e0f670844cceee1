"""Compiled from ui/pages/register.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject, QSize
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QSpacerItem, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from clesidra_desktop.gui.widgets.elided_label import ElidedLabel
from clesidra_desktop.gui.widgets.one_of import OneOf
from clesidra_desktop.gui.widgets.register_table import RegisterTable
class Ui_Register(object):
    def setupUi(self, Register: QWidget) -> None:
        if not Register.objectName():
            Register.setObjectName(u"Register")
        self.columns = QHBoxLayout(Register)
        self.columns.setSpacing(16)
        self.columns.setObjectName(u"columns")
        self.columns.setContentsMargins(24, 16, 24, 16)
        self.door = QWidget(Register)
        self.door.setObjectName(u"door")
        self.door.setMinimumSize(QSize(400, 0))
        self.door.setMaximumSize(QSize(560, 16777215))
        self.door_rows = QVBoxLayout(self.door)
        self.door_rows.setSpacing(8)
        self.door_rows.setObjectName(u"door_rows")
        self.door_rows.setContentsMargins(0, 0, 0, 0)
        self.search = QLineEdit(self.door)
        self.search.setObjectName(u"search")
        self.search.setProperty(u"look", u"large")

        self.door_rows.addWidget(self.search)

        self.stack = OneOf(self.door)
        self.stack.setObjectName(u"stack")

        self.door_rows.addWidget(self.stack)

        self.tallies_card = QFrame(self.door)
        self.tallies_card.setObjectName(u"tallies_card")
        self.tallies_card.setProperty(u"surface", u"card")
        self.tallies = QVBoxLayout(self.tallies_card)
        self.tallies.setObjectName(u"tallies")
        self.tallies.setContentsMargins(12, 8, 12, 8)

        self.door_rows.addWidget(self.tallies_card)

        self.door_rows.setStretch(1, 1)

        self.columns.addWidget(self.door)

        self.list_rows = QVBoxLayout()
        self.list_rows.setSpacing(8)
        self.list_rows.setObjectName(u"list_rows")
        self.chips = QHBoxLayout()
        self.chips.setSpacing(6)
        self.chips.setObjectName(u"chips")
        self.all = QPushButton(Register)
        self.all.setObjectName(u"all")
        self.all.setCheckable(True)
        self.all.setChecked(True)
        self.all.setProperty(u"role", u"chip")

        self.chips.addWidget(self.all)

        self.here = QPushButton(Register)
        self.here.setObjectName(u"here")
        self.here.setCheckable(True)
        self.here.setProperty(u"role", u"chip")

        self.chips.addWidget(self.here)

        self.not_yet = QPushButton(Register)
        self.not_yet.setObjectName(u"not_yet")
        self.not_yet.setCheckable(True)
        self.not_yet.setProperty(u"role", u"chip")

        self.chips.addWidget(self.not_yet)

        self.missing = QPushButton(Register)
        self.missing.setObjectName(u"missing")
        self.missing.setCheckable(True)
        self.missing.setProperty(u"role", u"chip")

        self.chips.addWidget(self.missing)

        self.chip_spring = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.chips.addItem(self.chip_spring)

        self.doubles = QPushButton(Register)
        self.doubles.setObjectName(u"doubles")
        self.doubles.setProperty(u"role", u"chip")

        self.chips.addWidget(self.doubles)


        self.list_rows.addLayout(self.chips)

        self.filters = QHBoxLayout()
        self.filters.setSpacing(8)
        self.filters.setObjectName(u"filters")
        self.filter = QLineEdit(Register)
        self.filter.setObjectName(u"filter")
        self.filter.setClearButtonEnabled(True)

        self.filters.addWidget(self.filter)

        self.category = QComboBox(Register)
        self.category.setObjectName(u"category")

        self.filters.addWidget(self.category)

        self.tools = QHBoxLayout()
        self.tools.setSpacing(8)
        self.tools.setObjectName(u"tools")

        self.filters.addLayout(self.tools)

        self.columns_button = QToolButton(Register)
        self.columns_button.setObjectName(u"columns_button")
        self.columns_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

        self.filters.addWidget(self.columns_button)


        self.list_rows.addLayout(self.filters)

        self.body = QStackedWidget(Register)
        self.body.setObjectName(u"body")
        self.list_page = QWidget()
        self.list_page.setObjectName(u"list_page")
        self.list_page_rows = QVBoxLayout(self.list_page)
        self.list_page_rows.setSpacing(8)
        self.list_page_rows.setObjectName(u"list_page_rows")
        self.list_page_rows.setContentsMargins(0, 0, 0, 0)
        self.table = RegisterTable(self.list_page)
        self.table.setObjectName(u"table")

        self.list_page_rows.addWidget(self.table)

        self.selection = QHBoxLayout()
        self.selection.setSpacing(6)
        self.selection.setObjectName(u"selection")
        self.selected = ElidedLabel(self.list_page)
        self.selected.setObjectName(u"selected")
        self.selected.setProperty(u"level", u"muted")

        self.selection.addWidget(self.selected)

        self.mark_arrived = QPushButton(self.list_page)
        self.mark_arrived.setObjectName(u"mark_arrived")
        self.mark_arrived.setProperty(u"role", u"quiet")

        self.selection.addWidget(self.mark_arrived)

        self.mark_left = QPushButton(self.list_page)
        self.mark_left.setObjectName(u"mark_left")
        self.mark_left.setProperty(u"role", u"quiet")

        self.selection.addWidget(self.mark_left)

        self.edit = QPushButton(self.list_page)
        self.edit.setObjectName(u"edit")
        self.edit.setProperty(u"role", u"quiet")

        self.selection.addWidget(self.edit)

        self.sign = QPushButton(self.list_page)
        self.sign.setObjectName(u"sign")
        self.sign.setProperty(u"role", u"quiet")

        self.selection.addWidget(self.sign)

        self.remove = QPushButton(self.list_page)
        self.remove.setObjectName(u"remove")
        self.remove.setProperty(u"role", u"quiet")

        self.selection.addWidget(self.remove)

        self.selection.setStretch(0, 1)

        self.list_page_rows.addLayout(self.selection)

        self.body.addWidget(self.list_page)

        self.list_rows.addWidget(self.body)


        self.columns.addLayout(self.list_rows)

        self.columns.setStretch(0, 3)
        self.columns.setStretch(1, 5)

        self.retranslateUi(Register)

        QMetaObject.connectSlotsByName(Register)
    # setupUi

    def retranslateUi(self, Register: QWidget) -> None:
        self.search.setPlaceholderText(QCoreApplication.translate("Register", u"Type a name, phone or organization\u2026", None))
#if QT_CONFIG(accessibility)
        self.search.setAccessibleName(QCoreApplication.translate("Register", u"Find a person to register", None))
#endif // QT_CONFIG(accessibility)
        self.filter.setPlaceholderText(QCoreApplication.translate("Register", u"Search in the list", None))
#if QT_CONFIG(accessibility)
        self.filter.setAccessibleName(QCoreApplication.translate("Register", u"Search in the list", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.category.setAccessibleName(QCoreApplication.translate("Register", u"Category", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.columns_button.setToolTip(QCoreApplication.translate("Register", u"Columns", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.columns_button.setAccessibleName(QCoreApplication.translate("Register", u"Columns", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("Register", u"Attendants", None))
#endif // QT_CONFIG(accessibility)
        self.mark_arrived.setText(QCoreApplication.translate("Register", u"Arrived", None))
        self.mark_left.setText(QCoreApplication.translate("Register", u"Left", None))
        self.edit.setText(QCoreApplication.translate("Register", u"Edit\u2026", None))
        self.sign.setText(QCoreApplication.translate("Register", u"Sign\u2026", None))
        self.remove.setText(QCoreApplication.translate("Register", u"Remove", None))
        pass
    # retranslateUi

