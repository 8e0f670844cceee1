"""Compiled from ui/dialogs/anonymize.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject, QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout
class Ui_Anonymize(object):
    def setupUi(self, Anonymize: QDialog) -> None:
        if not Anonymize.objectName():
            Anonymize.setObjectName(u"Anonymize")
        self.rows = QVBoxLayout(Anonymize)
        self.rows.setSpacing(10)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(20, 16, 20, 16)
        self.title = QLabel(Anonymize)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setMinimumSize(QSize(560, 0))
        self.title.setProperty(u"level", u"title")

        self.rows.addWidget(self.title)

        self.said = QLabel(Anonymize)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)
        self.said.setProperty(u"level", u"muted")

        self.rows.addWidget(self.said)

        self.goes_label = QLabel(Anonymize)
        self.goes_label.setObjectName(u"goes_label")
        self.goes_label.setProperty(u"level", u"section")

        self.rows.addWidget(self.goes_label)

        self.goes = QLabel(Anonymize)
        self.goes.setObjectName(u"goes")
        self.goes.setWordWrap(True)

        self.rows.addWidget(self.goes)

        self.stays_label = QLabel(Anonymize)
        self.stays_label.setObjectName(u"stays_label")
        self.stays_label.setProperty(u"level", u"section")

        self.rows.addWidget(self.stays_label)

        self.stays = QLabel(Anonymize)
        self.stays.setObjectName(u"stays")
        self.stays.setWordWrap(True)

        self.rows.addWidget(self.stays)

        self.not_reached_label = QLabel(Anonymize)
        self.not_reached_label.setObjectName(u"not_reached_label")
        self.not_reached_label.setProperty(u"level", u"section")

        self.rows.addWidget(self.not_reached_label)

        self.not_reached = QLabel(Anonymize)
        self.not_reached.setObjectName(u"not_reached")
        self.not_reached.setWordWrap(True)
        self.not_reached.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard|Qt.TextInteractionFlag.TextSelectableByMouse)

        self.rows.addWidget(self.not_reached)

        self.error = QLabel(Anonymize)
        self.error.setObjectName(u"error")
        self.error.setWordWrap(True)
        self.error.setProperty(u"level", u"error")

        self.rows.addWidget(self.error)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.spring = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.spring)

        self.sweep = QPushButton(Anonymize)
        self.sweep.setObjectName(u"sweep")

        self.buttons.addWidget(self.sweep)

        self.cancel = QPushButton(Anonymize)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setProperty(u"role", u"quiet")

        self.buttons.addWidget(self.cancel)

        self.anonymize = QPushButton(Anonymize)
        self.anonymize.setObjectName(u"anonymize")
        self.anonymize.setProperty(u"role", u"danger")

        self.buttons.addWidget(self.anonymize)

        self.close_button = QPushButton(Anonymize)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setProperty(u"role", u"primary")

        self.buttons.addWidget(self.close_button)


        self.rows.addLayout(self.buttons)


        self.retranslateUi(Anonymize)

        QMetaObject.connectSlotsByName(Anonymize)
    # setupUi

    def retranslateUi(self, Anonymize: QDialog) -> None:
        Anonymize.setWindowTitle(QCoreApplication.translate("Anonymize", u"Anonymize a person", None))
        self.goes_label.setText(QCoreApplication.translate("Anonymize", u"This goes", None))
        self.stays_label.setText(QCoreApplication.translate("Anonymize", u"This stays", None))
        self.not_reached_label.setText(QCoreApplication.translate("Anonymize", u"This is not reached", None))
        self.sweep.setText(QCoreApplication.translate("Anonymize", u"Clean the file again", None))
        self.cancel.setText(QCoreApplication.translate("Anonymize", u"Cancel", None))
        self.anonymize.setText(QCoreApplication.translate("Anonymize", u"Anonymize for good", None))
        self.close_button.setText(QCoreApplication.translate("Anonymize", u"Close", None))
    # retranslateUi

