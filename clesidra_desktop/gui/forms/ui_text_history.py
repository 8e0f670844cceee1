"""Compiled from ui/dialogs/text_history.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout

from clesidra_desktop.gui.widgets.table import Table
class Ui_TextHistory(object):
    def setupUi(self, TextHistory: QDialog) -> None:
        if not TextHistory.objectName():
            TextHistory.setObjectName(u"TextHistory")
        self.rows = QVBoxLayout(TextHistory)
        self.rows.setSpacing(10)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(20, 16, 20, 16)
        self.title = QLabel(TextHistory)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setProperty(u"level", u"section")

        self.rows.addWidget(self.title)

        self.columns = QHBoxLayout()
        self.columns.setSpacing(16)
        self.columns.setObjectName(u"columns")
        self.versions = Table(TextHistory)
        self.versions.setObjectName(u"versions")

        self.columns.addWidget(self.versions)

        self.text_column = QVBoxLayout()
        self.text_column.setSpacing(6)
        self.text_column.setObjectName(u"text_column")
        self.about = QLabel(TextHistory)
        self.about.setObjectName(u"about")
        self.about.setWordWrap(True)
        self.about.setProperty(u"level", u"muted")

        self.text_column.addWidget(self.about)


        self.columns.addLayout(self.text_column)

        self.columns.setStretch(0, 4)
        self.columns.setStretch(1, 5)

        self.rows.addLayout(self.columns)

        self.buttons = QDialogButtonBox(TextHistory)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Close|QDialogButtonBox.StandardButton.Ok)

        self.rows.addWidget(self.buttons)


        self.retranslateUi(TextHistory)

        QMetaObject.connectSlotsByName(TextHistory)
    # setupUi

    def retranslateUi(self, TextHistory: QDialog) -> None:
        TextHistory.setWindowTitle(QCoreApplication.translate("TextHistory", u"What was here before", None))
#if QT_CONFIG(accessibility)
        self.versions.setAccessibleName(QCoreApplication.translate("TextHistory", u"Versions", None))
#endif // QT_CONFIG(accessibility)
    # retranslateUi

