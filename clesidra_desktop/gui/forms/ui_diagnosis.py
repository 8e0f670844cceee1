"""Compiled from ui/dialogs/diagnosis.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout
class Ui_Diagnosis(object):
    def setupUi(self, Diagnosis: QDialog) -> None:
        if not Diagnosis.objectName():
            Diagnosis.setObjectName(u"Diagnosis")
        self.rows = QVBoxLayout(Diagnosis)
        self.rows.setSpacing(8)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(20, 16, 20, 16)
        self.summary = QLabel(Diagnosis)
        self.summary.setObjectName(u"summary")
        self.summary.setWordWrap(True)
        self.summary.setProperty(u"level", u"section")

        self.rows.addWidget(self.summary)

        self.looked = QLabel(Diagnosis)
        self.looked.setObjectName(u"looked")
        self.looked.setWordWrap(True)
        self.looked.setProperty(u"level", u"muted")

        self.rows.addWidget(self.looked)

        self.faults = QPlainTextEdit(Diagnosis)
        self.faults.setObjectName(u"faults")
        self.faults.setReadOnly(True)
        self.faults.setTabChangesFocus(True)

        self.rows.addWidget(self.faults)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.copy = QPushButton(Diagnosis)
        self.copy.setObjectName(u"copy")

        self.button_row.addWidget(self.copy)

        self.spring = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.spring)

        self.close_button = QPushButton(Diagnosis)
        self.close_button.setObjectName(u"close_button")

        self.button_row.addWidget(self.close_button)


        self.rows.addLayout(self.button_row)


        self.retranslateUi(Diagnosis)

        QMetaObject.connectSlotsByName(Diagnosis)
    # setupUi

    def retranslateUi(self, Diagnosis: QDialog) -> None:
        Diagnosis.setWindowTitle(QCoreApplication.translate("Diagnosis", u"Is everything whole?", None))
#if QT_CONFIG(accessibility)
        self.faults.setAccessibleName(QCoreApplication.translate("Diagnosis", u"What is wrong", None))
#endif // QT_CONFIG(accessibility)
        self.copy.setText(QCoreApplication.translate("Diagnosis", u"Co&py", None))
        self.close_button.setText(QCoreApplication.translate("Diagnosis", u"Close", None))
    # retranslateUi

