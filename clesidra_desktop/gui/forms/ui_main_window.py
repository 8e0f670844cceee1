"""Compiled from ui/main_window.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMainWindow, QSizePolicy, QSpacerItem, QStackedWidget, QVBoxLayout, QWidget
class Ui_MainWindow(object):
    def setupUi(self, MainWindow: QMainWindow) -> None:
        if not MainWindow.objectName():
            MainWindow.setObjectName(u"MainWindow")
        MainWindow.setWindowTitle(u"Clesidra")
        self.centre = QWidget(MainWindow)
        self.centre.setObjectName(u"centre")
        self.rows = QVBoxLayout(self.centre)
        self.rows.setSpacing(0)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.columns = QHBoxLayout()
        self.columns.setSpacing(0)
        self.columns.setObjectName(u"columns")
        self.page_column = QVBoxLayout()
        self.page_column.setSpacing(0)
        self.page_column.setObjectName(u"page_column")
        self.pages = QStackedWidget(self.centre)
        self.pages.setObjectName(u"pages")

        self.page_column.addWidget(self.pages)


        self.columns.addLayout(self.page_column)


        self.rows.addLayout(self.columns)

        self.foot = QFrame(self.centre)
        self.foot.setObjectName(u"foot")
        self.foot.setProperty(u"surface", u"foot")
        self.foot_row = QHBoxLayout(self.foot)
        self.foot_row.setObjectName(u"foot_row")
        self.foot_row.setContentsMargins(16, 2, 8, 2)
        self.undo_hint = QLabel(self.foot)
        self.undo_hint.setObjectName(u"undo_hint")
        self.undo_hint.setProperty(u"level", u"small")

        self.foot_row.addWidget(self.undo_hint)

        self.foot_spring = QSpacerItem(40, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot_row.addItem(self.foot_spring)

        self.keys_hint = QLabel(self.foot)
        self.keys_hint.setObjectName(u"keys_hint")
        self.keys_hint.setProperty(u"level", u"small")

        self.foot_row.addWidget(self.keys_hint)


        self.rows.addWidget(self.foot)

        MainWindow.setCentralWidget(self.centre)

        self.retranslateUi(MainWindow)

        QMetaObject.connectSlotsByName(MainWindow)
    # setupUi

    def retranslateUi(self, MainWindow: QMainWindow) -> None:
        self.keys_hint.setText(QCoreApplication.translate("MainWindow", u"Ctrl+K: find a command \u00b7 F1: help", None))
        pass
    # retranslateUi

