"""Compiled from ui/pages/agenda_ways.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from clesidra_desktop.gui.widgets.table import Table
class Ui_AgendaWays(object):
    def setupUi(self, AgendaWays: QWidget) -> None:
        if not AgendaWays.objectName():
            AgendaWays.setObjectName(u"AgendaWays")
        self.rows = QVBoxLayout(AgendaWays)
        self.rows.setSpacing(8)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.new_row = QHBoxLayout()
        self.new_row.setSpacing(8)
        self.new_row.setObjectName(u"new_row")
        self.text = QLineEdit(AgendaWays)
        self.text.setObjectName(u"text")

        self.new_row.addWidget(self.text)

        self.responsible = QLineEdit(AgendaWays)
        self.responsible.setObjectName(u"responsible")

        self.new_row.addWidget(self.responsible)

        self.due = QLineEdit(AgendaWays)
        self.due.setObjectName(u"due")

        self.new_row.addWidget(self.due)

        self.add = QPushButton(AgendaWays)
        self.add.setObjectName(u"add")
        self.add.setProperty(u"role", u"primary")

        self.new_row.addWidget(self.add)

        self.new_row.setStretch(0, 6)
        self.new_row.setStretch(1, 3)
        self.new_row.setStretch(2, 2)

        self.rows.addLayout(self.new_row)

        self.error = QLabel(AgendaWays)
        self.error.setObjectName(u"error")
        self.error.setWordWrap(True)
        self.error.setProperty(u"level", u"error")

        self.rows.addWidget(self.error)

        self.table = Table(AgendaWays)
        self.table.setObjectName(u"table")

        self.rows.addWidget(self.table)

        self.tools = QHBoxLayout()
        self.tools.setSpacing(8)
        self.tools.setObjectName(u"tools")
        self.up = QPushButton(AgendaWays)
        self.up.setObjectName(u"up")
        self.up.setProperty(u"role", u"quiet")

        self.tools.addWidget(self.up)

        self.down = QPushButton(AgendaWays)
        self.down.setObjectName(u"down")
        self.down.setProperty(u"role", u"quiet")

        self.tools.addWidget(self.down)

        self.remove = QPushButton(AgendaWays)
        self.remove.setObjectName(u"remove")
        self.remove.setProperty(u"role", u"quiet")

        self.tools.addWidget(self.remove)

        self.rest = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.tools.addItem(self.rest)

        self.hint = QLabel(AgendaWays)
        self.hint.setObjectName(u"hint")
        self.hint.setProperty(u"level", u"small")

        self.tools.addWidget(self.hint)


        self.rows.addLayout(self.tools)


        self.retranslateUi(AgendaWays)

        QMetaObject.connectSlotsByName(AgendaWays)
    # setupUi

    def retranslateUi(self, AgendaWays: QWidget) -> None:
        self.text.setPlaceholderText(QCoreApplication.translate("AgendaWays", u"What was agreed to be done", None))
#if QT_CONFIG(accessibility)
        self.text.setAccessibleName(QCoreApplication.translate("AgendaWays", u"What was agreed to be done", None))
#endif // QT_CONFIG(accessibility)
        self.responsible.setPlaceholderText(QCoreApplication.translate("AgendaWays", u"Who does it", None))
#if QT_CONFIG(accessibility)
        self.responsible.setAccessibleName(QCoreApplication.translate("AgendaWays", u"Who does it", None))
#endif // QT_CONFIG(accessibility)
        self.due.setPlaceholderText(QCoreApplication.translate("AgendaWays", u"By when: 31/12/2026 or words", None))
#if QT_CONFIG(accessibility)
        self.due.setAccessibleName(QCoreApplication.translate("AgendaWays", u"By when", None))
#endif // QT_CONFIG(accessibility)
        self.add.setText(QCoreApplication.translate("AgendaWays", u"Add", None))
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("AgendaWays", u"Ways forward", None))
#endif // QT_CONFIG(accessibility)
        self.up.setText(QCoreApplication.translate("AgendaWays", u"Move up", None))
        self.down.setText(QCoreApplication.translate("AgendaWays", u"Move down", None))
        self.remove.setText(QCoreApplication.translate("AgendaWays", u"Remove", None))
        self.hint.setText(QCoreApplication.translate("AgendaWays", u"F2 edits, Alt+\u2191 and Alt+\u2193 move, Delete removes.", None))
        pass
    # retranslateUi

