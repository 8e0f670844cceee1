"""Compiled from ui/pages/paper_sheet.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout
class Ui_PaperSheet(object):
    def setupUi(self, PaperSheet: QFrame) -> None:
        if not PaperSheet.objectName():
            PaperSheet.setObjectName(u"PaperSheet")
        PaperSheet.setProperty(u"surface", u"card")
        self.rows = QVBoxLayout(PaperSheet)
        self.rows.setSpacing(8)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(16, 12, 16, 12)
        self.who = QLabel(PaperSheet)
        self.who.setObjectName(u"who")
        self.who.setWordWrap(True)
        self.who.setProperty(u"level", u"section")

        self.rows.addWidget(self.who)

        self.known = QLabel(PaperSheet)
        self.known.setObjectName(u"known")
        self.known.setWordWrap(True)
        self.known.setProperty(u"level", u"muted")

        self.rows.addWidget(self.known)

        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(3)
        self.name_label = QLabel(PaperSheet)
        self.name_label.setObjectName(u"name_label")

        self.fields.addWidget(self.name_label, 0, 0, 1, 1)

        self.name = QLineEdit(PaperSheet)
        self.name.setObjectName(u"name")

        self.fields.addWidget(self.name, 0, 1, 1, 1)

        self.name_km_label = QLabel(PaperSheet)
        self.name_km_label.setObjectName(u"name_km_label")

        self.fields.addWidget(self.name_km_label, 1, 0, 1, 1)

        self.name_km = QLineEdit(PaperSheet)
        self.name_km.setObjectName(u"name_km")

        self.fields.addWidget(self.name_km, 1, 1, 1, 1)

        self.sex_label = QLabel(PaperSheet)
        self.sex_label.setObjectName(u"sex_label")

        self.fields.addWidget(self.sex_label, 2, 0, 1, 1)

        self.sex = QComboBox(PaperSheet)
        self.sex.setObjectName(u"sex")

        self.fields.addWidget(self.sex, 2, 1, 1, 1)

        self.category_label = QLabel(PaperSheet)
        self.category_label.setObjectName(u"category_label")

        self.fields.addWidget(self.category_label, 3, 0, 1, 1)

        self.category = QComboBox(PaperSheet)
        self.category.setObjectName(u"category")

        self.fields.addWidget(self.category, 3, 1, 1, 1)

        self.organization_label = QLabel(PaperSheet)
        self.organization_label.setObjectName(u"organization_label")

        self.fields.addWidget(self.organization_label, 4, 0, 1, 1)

        self.organization = QLineEdit(PaperSheet)
        self.organization.setObjectName(u"organization")

        self.fields.addWidget(self.organization, 4, 1, 1, 1)

        self.phone_label = QLabel(PaperSheet)
        self.phone_label.setObjectName(u"phone_label")

        self.fields.addWidget(self.phone_label, 5, 0, 1, 1)

        self.phone = QLineEdit(PaperSheet)
        self.phone.setObjectName(u"phone")

        self.fields.addWidget(self.phone, 5, 1, 1, 1)

        self.signed_box = QCheckBox(PaperSheet)
        self.signed_box.setObjectName(u"signed_box")
        self.signed_box.setChecked(True)

        self.fields.addWidget(self.signed_box, 6, 1, 1, 1)

        self.day_label = QLabel(PaperSheet)
        self.day_label.setObjectName(u"day_label")

        self.fields.addWidget(self.day_label, 7, 0, 1, 1)

        self.day = QComboBox(PaperSheet)
        self.day.setObjectName(u"day")

        self.fields.addWidget(self.day, 7, 1, 1, 1)

        self.at_label = QLabel(PaperSheet)
        self.at_label.setObjectName(u"at_label")

        self.fields.addWidget(self.at_label, 8, 0, 1, 1)

        self.at = QLineEdit(PaperSheet)
        self.at.setObjectName(u"at")

        self.fields.addWidget(self.at, 8, 1, 1, 1)

        self.fields.setColumnStretch(0, 1)
        self.fields.setColumnStretch(1, 1)

        self.rows.addLayout(self.fields)

        self.error = QLabel(PaperSheet)
        self.error.setObjectName(u"error")
        self.error.setWordWrap(True)
        self.error.setProperty(u"level", u"error")

        self.rows.addWidget(self.error)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.keys = QLabel(PaperSheet)
        self.keys.setObjectName(u"keys")
        self.keys.setWordWrap(True)
        self.keys.setProperty(u"level", u"small")

        self.foot.addWidget(self.keys)

        self.enter = QPushButton(PaperSheet)
        self.enter.setObjectName(u"enter")
        self.enter.setProperty(u"role", u"primary")

        self.foot.addWidget(self.enter)

        self.foot.setStretch(0, 1)

        self.rows.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.name_km_label.setBuddy(self.name_km)
        self.sex_label.setBuddy(self.sex)
        self.category_label.setBuddy(self.category)
        self.organization_label.setBuddy(self.organization)
        self.phone_label.setBuddy(self.phone)
        self.day_label.setBuddy(self.day)
        self.at_label.setBuddy(self.at)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PaperSheet)

        QMetaObject.connectSlotsByName(PaperSheet)
    # setupUi

    def retranslateUi(self, PaperSheet: QFrame) -> None:
        self.name_label.setText(QCoreApplication.translate("PaperSheet", u"&Name", None))
        self.name_km_label.setText(QCoreApplication.translate("PaperSheet", u"Name in Khmer", None))
        self.sex_label.setText(QCoreApplication.translate("PaperSheet", u"Sex", None))
        self.category_label.setText(QCoreApplication.translate("PaperSheet", u"Category", None))
        self.organization_label.setText(QCoreApplication.translate("PaperSheet", u"Organization", None))
        self.phone_label.setText(QCoreApplication.translate("PaperSheet", u"Phone", None))
        self.signed_box.setText(QCoreApplication.translate("PaperSheet", u"&Signed on paper: has come", None))
        self.day_label.setText(QCoreApplication.translate("PaperSheet", u"&Day of the sheet", None))
        self.at_label.setText(QCoreApplication.translate("PaperSheet", u"Arrived &at", None))
        self.at.setPlaceholderText(QCoreApplication.translate("PaperSheet", u"8:12 or 812; empty where it is not known", None))
        self.keys.setText(QCoreApplication.translate("PaperSheet", u"Enter goes on, Ctrl+Enter is done, Esc gives up.", None))
        self.enter.setText(QCoreApplication.translate("PaperSheet", u"Enter the row", None))
        pass
    # retranslateUi

