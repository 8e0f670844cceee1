"""Compiled from ui/dialogs/arrivals.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout

from clesidra_desktop.gui.widgets.table import Table
class Ui_Arrivals(object):
    def setupUi(self, Arrivals: QDialog) -> None:
        if not Arrivals.objectName():
            Arrivals.setObjectName(u"Arrivals")
        self.rows = QVBoxLayout(Arrivals)
        self.rows.setSpacing(8)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(20, 16, 20, 16)
        self.summary = QLabel(Arrivals)
        self.summary.setObjectName(u"summary")
        self.summary.setWordWrap(True)
        self.summary.setProperty(u"level", u"section")

        self.rows.addWidget(self.summary)

        self.files = Table(Arrivals)
        self.files.setObjectName(u"files")

        self.rows.addWidget(self.files)

        self.sentence = QLabel(Arrivals)
        self.sentence.setObjectName(u"sentence")
        self.sentence.setWordWrap(True)

        self.rows.addWidget(self.sentence)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.decide = QPushButton(Arrivals)
        self.decide.setObjectName(u"decide")
        self.decide.setProperty(u"role", u"primary")

        self.button_row.addWidget(self.decide)

        self.spring = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.spring)

        self.close_button = QPushButton(Arrivals)
        self.close_button.setObjectName(u"close_button")

        self.button_row.addWidget(self.close_button)


        self.rows.addLayout(self.button_row)


        self.retranslateUi(Arrivals)

        QMetaObject.connectSlotsByName(Arrivals)
    # setupUi

    def retranslateUi(self, Arrivals: QDialog) -> None:
        Arrivals.setWindowTitle(QCoreApplication.translate("Arrivals", u"What was taken in", None))
#if QT_CONFIG(accessibility)
        self.files.setAccessibleName(QCoreApplication.translate("Arrivals", u"Files and packs", None))
#endif // QT_CONFIG(accessibility)
        self.decide.setText(QCoreApplication.translate("Arrivals", u"&Decide\u2026", None))
        self.close_button.setText(QCoreApplication.translate("Arrivals", u"Close", None))
    # retranslateUi

