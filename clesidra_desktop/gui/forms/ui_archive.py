"""Compiled from ui/pages/archive.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QMetaObject
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget
class Ui_Archive(object):
    def setupUi(self, Archive: QWidget) -> None:
        if not Archive.objectName():
            Archive.setObjectName(u"Archive")
        self.rows = QVBoxLayout(Archive)
        self.rows.setSpacing(0)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(24, 8, 24, 16)
        self.tabs = QTabWidget(Archive)
        self.tabs.setObjectName(u"tabs")

        self.rows.addWidget(self.tabs)


        self.retranslateUi(Archive)

        QMetaObject.connectSlotsByName(Archive)
    # setupUi

    def retranslateUi(self, Archive: QWidget) -> None:
        pass
    # retranslateUi

