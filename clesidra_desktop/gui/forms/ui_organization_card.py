"""Compiled from ui/organization_card.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout
class Ui_OrganizationCard(object):
    def setupUi(self, OrganizationCard: QFrame) -> None:
        if not OrganizationCard.objectName():
            OrganizationCard.setObjectName(u"OrganizationCard")
        OrganizationCard.setProperty(u"surface", u"card")
        self.rows = QVBoxLayout(OrganizationCard)
        self.rows.setSpacing(6)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(16, 10, 16, 12)
        self.name_label = QLabel(OrganizationCard)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setProperty(u"level", u"small")

        self.rows.addWidget(self.name_label)

        self.name_row = QHBoxLayout()
        self.name_row.setSpacing(8)
        self.name_row.setObjectName(u"name_row")
        self.name = QLineEdit(OrganizationCard)
        self.name.setObjectName(u"name")

        self.name_row.addWidget(self.name)

        self.rename = QPushButton(OrganizationCard)
        self.rename.setObjectName(u"rename")

        self.name_row.addWidget(self.rename)


        self.rows.addLayout(self.name_row)

        self.error = QLabel(OrganizationCard)
        self.error.setObjectName(u"error")
        self.error.setWordWrap(True)
        self.error.setProperty(u"level", u"error")

        self.rows.addWidget(self.error)

        self.use = QLabel(OrganizationCard)
        self.use.setObjectName(u"use")
        self.use.setWordWrap(True)
        self.use.setProperty(u"level", u"muted")

        self.rows.addWidget(self.use)

        self.spellings_label = QLabel(OrganizationCard)
        self.spellings_label.setObjectName(u"spellings_label")
        self.spellings_label.setWordWrap(True)
        self.spellings_label.setProperty(u"level", u"small")

        self.rows.addWidget(self.spellings_label)

        self.spellings = QVBoxLayout()
        self.spellings.setSpacing(2)
        self.spellings.setObjectName(u"spellings")

        self.rows.addLayout(self.spellings)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(OrganizationCard)

        QMetaObject.connectSlotsByName(OrganizationCard)
    # setupUi

    def retranslateUi(self, OrganizationCard: QFrame) -> None:
        self.name_label.setText(QCoreApplication.translate("OrganizationCard", u"&Name that stands everywhere", None))
        self.rename.setText(QCoreApplication.translate("OrganizationCard", u"Rename", None))
        self.spellings_label.setText(QCoreApplication.translate("OrganizationCard", u"Spellings that stand for it", None))
        pass
    # retranslateUi

