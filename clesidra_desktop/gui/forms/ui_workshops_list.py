"""Compiled from ui/pages/workshops_list.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from clesidra_desktop.gui.widgets.table import Table
class Ui_WorkshopsList(object):
    def setupUi(self, WorkshopsList: QWidget) -> None:
        if not WorkshopsList.objectName():
            WorkshopsList.setObjectName(u"WorkshopsList")
        self.rows = QVBoxLayout(WorkshopsList)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.table = Table(WorkshopsList)
        self.table.setObjectName(u"table")

        self.rows.addWidget(self.table)

        self.hint = QLabel(WorkshopsList)
        self.hint.setObjectName(u"hint")
        self.hint.setProperty(u"level", u"small")

        self.rows.addWidget(self.hint)


        self.retranslateUi(WorkshopsList)

        QMetaObject.connectSlotsByName(WorkshopsList)
    # setupUi

    def retranslateUi(self, WorkshopsList: QWidget) -> None:
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("WorkshopsList", u"Workshops", None))
#endif // QT_CONFIG(accessibility)
        self.hint.setText(QCoreApplication.translate("WorkshopsList", u"Enter opens a workshop. You can also drop a workshop file on this window.", None))
        pass
    # retranslateUi

