"""Compiled from ui/person_card.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject, Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from clesidra_desktop.gui.widgets.key_choice import KeyChoice
from clesidra_desktop.gui.widgets.table import Table
class Ui_PersonCard(object):
    def setupUi(self, PersonCard: QFrame) -> None:
        if not PersonCard.objectName():
            PersonCard.setObjectName(u"PersonCard")
        PersonCard.setProperty(u"surface", u"card")
        self.rows = QVBoxLayout(PersonCard)
        self.rows.setSpacing(8)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(16, 10, 16, 10)
        self.title = QLabel(PersonCard)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setProperty(u"level", u"section")

        self.rows.addWidget(self.title)

        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(2)
        self.name_label = QLabel(PersonCard)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setProperty(u"level", u"small")

        self.fields.addWidget(self.name_label, 0, 0, 1, 1)

        self.name = QLineEdit(PersonCard)
        self.name.setObjectName(u"name")

        self.fields.addWidget(self.name, 1, 0, 1, 1)

        self.name_km_label = QLabel(PersonCard)
        self.name_km_label.setObjectName(u"name_km_label")
        self.name_km_label.setProperty(u"level", u"small")

        self.fields.addWidget(self.name_km_label, 0, 1, 1, 1)

        self.name_km = QLineEdit(PersonCard)
        self.name_km.setObjectName(u"name_km")

        self.fields.addWidget(self.name_km, 1, 1, 1, 1)

        self.sex_label = QLabel(PersonCard)
        self.sex_label.setObjectName(u"sex_label")
        self.sex_label.setProperty(u"level", u"small")

        self.fields.addWidget(self.sex_label, 0, 2, 1, 1)

        self.sex = KeyChoice(PersonCard)
        self.sex.setObjectName(u"sex")

        self.fields.addWidget(self.sex, 1, 2, 1, 1)

        self.organization_label = QLabel(PersonCard)
        self.organization_label.setObjectName(u"organization_label")
        self.organization_label.setProperty(u"level", u"small")

        self.fields.addWidget(self.organization_label, 2, 0, 1, 1)

        self.organization = QLineEdit(PersonCard)
        self.organization.setObjectName(u"organization")

        self.fields.addWidget(self.organization, 3, 0, 1, 1)

        self.position_label = QLabel(PersonCard)
        self.position_label.setObjectName(u"position_label")
        self.position_label.setProperty(u"level", u"small")

        self.fields.addWidget(self.position_label, 2, 1, 1, 1)

        self.position = QLineEdit(PersonCard)
        self.position.setObjectName(u"position")

        self.fields.addWidget(self.position, 3, 1, 1, 1)

        self.category_label = QLabel(PersonCard)
        self.category_label.setObjectName(u"category_label")
        self.category_label.setProperty(u"level", u"small")

        self.fields.addWidget(self.category_label, 2, 2, 1, 1)

        self.category = QLineEdit(PersonCard)
        self.category.setObjectName(u"category")

        self.fields.addWidget(self.category, 3, 2, 1, 1)

        self.phone_label = QLabel(PersonCard)
        self.phone_label.setObjectName(u"phone_label")
        self.phone_label.setProperty(u"level", u"small")

        self.fields.addWidget(self.phone_label, 4, 0, 1, 1)

        self.phone = QLineEdit(PersonCard)
        self.phone.setObjectName(u"phone")

        self.fields.addWidget(self.phone, 5, 0, 1, 1)

        self.email_label = QLabel(PersonCard)
        self.email_label.setObjectName(u"email_label")
        self.email_label.setProperty(u"level", u"small")

        self.fields.addWidget(self.email_label, 4, 1, 1, 1)

        self.email = QLineEdit(PersonCard)
        self.email.setObjectName(u"email")

        self.fields.addWidget(self.email, 5, 1, 1, 1)

        self.province_label = QLabel(PersonCard)
        self.province_label.setObjectName(u"province_label")
        self.province_label.setProperty(u"level", u"small")

        self.fields.addWidget(self.province_label, 4, 2, 1, 1)

        self.province = QLineEdit(PersonCard)
        self.province.setObjectName(u"province")

        self.fields.addWidget(self.province, 5, 2, 1, 1)

        self.birth_year_label = QLabel(PersonCard)
        self.birth_year_label.setObjectName(u"birth_year_label")
        self.birth_year_label.setProperty(u"level", u"small")

        self.fields.addWidget(self.birth_year_label, 6, 0, 1, 1)

        self.birth_year = QLineEdit(PersonCard)
        self.birth_year.setObjectName(u"birth_year")

        self.fields.addWidget(self.birth_year, 7, 0, 1, 1)

        self.flags_label = QLabel(PersonCard)
        self.flags_label.setObjectName(u"flags_label")
        self.flags_label.setProperty(u"level", u"small")

        self.fields.addWidget(self.flags_label, 6, 1, 1, 2)

        self.flags = QHBoxLayout()
        self.flags.setSpacing(12)
        self.flags.setObjectName(u"flags")
        self.youth = QCheckBox(PersonCard)
        self.youth.setObjectName(u"youth")

        self.flags.addWidget(self.youth)

        self.indigenous = QCheckBox(PersonCard)
        self.indigenous.setObjectName(u"indigenous")

        self.flags.addWidget(self.indigenous)

        self.vulnerable = QCheckBox(PersonCard)
        self.vulnerable.setObjectName(u"vulnerable")

        self.flags.addWidget(self.vulnerable)

        self.flags_spring = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.flags.addItem(self.flags_spring)


        self.fields.addLayout(self.flags, 7, 1, 1, 2)

        self.fields.setColumnStretch(0, 1)
        self.fields.setColumnStretch(1, 1)
        self.fields.setColumnStretch(2, 1)

        self.rows.addLayout(self.fields)

        self.error = QLabel(PersonCard)
        self.error.setObjectName(u"error")
        self.error.setWordWrap(True)
        self.error.setProperty(u"level", u"error")

        self.rows.addWidget(self.error)

        self.below = QWidget(PersonCard)
        self.below.setObjectName(u"below")
        self.below_rows = QVBoxLayout(self.below)
        self.below_rows.setSpacing(6)
        self.below_rows.setObjectName(u"below_rows")
        self.below_rows.setContentsMargins(0, 0, 0, 0)
        self.history_label = QLabel(self.below)
        self.history_label.setObjectName(u"history_label")
        self.history_label.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignTop)
        self.history_label.setProperty(u"level", u"muted")

        self.below_rows.addWidget(self.history_label)

        self.history = Table(self.below)
        self.history.setObjectName(u"history")

        self.below_rows.addWidget(self.history)

        self.merged = QVBoxLayout()
        self.merged.setSpacing(4)
        self.merged.setObjectName(u"merged")

        self.below_rows.addLayout(self.merged)

        self.below_rows.setStretch(1, 1)

        self.rows.addWidget(self.below)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.saved = QLabel(PersonCard)
        self.saved.setObjectName(u"saved")
        self.saved.setProperty(u"level", u"small")

        self.buttons.addWidget(self.saved)

        self.spring = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.spring)

        self.anonymize = QPushButton(PersonCard)
        self.anonymize.setObjectName(u"anonymize")
        self.anonymize.setProperty(u"role", u"quiet")

        self.buttons.addWidget(self.anonymize)


        self.rows.addLayout(self.buttons)

        self.bottom = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rows.addItem(self.bottom)

        self.rows.setStretch(3, 1)
#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.name_km_label.setBuddy(self.name_km)
        self.sex_label.setBuddy(self.sex)
        self.organization_label.setBuddy(self.organization)
        self.position_label.setBuddy(self.position)
        self.category_label.setBuddy(self.category)
        self.phone_label.setBuddy(self.phone)
        self.email_label.setBuddy(self.email)
        self.province_label.setBuddy(self.province)
        self.birth_year_label.setBuddy(self.birth_year)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PersonCard)

        QMetaObject.connectSlotsByName(PersonCard)
    # setupUi

    def retranslateUi(self, PersonCard: QFrame) -> None:
        self.name_label.setText(QCoreApplication.translate("PersonCard", u"&Name", None))
        self.name_km_label.setText(QCoreApplication.translate("PersonCard", u"Name in &Khmer", None))
        self.sex_label.setText(QCoreApplication.translate("PersonCard", u"Se&x", None))
        self.organization_label.setText(QCoreApplication.translate("PersonCard", u"&Organization", None))
        self.position_label.setText(QCoreApplication.translate("PersonCard", u"Po&sition", None))
        self.category_label.setText(QCoreApplication.translate("PersonCard", u"&Category", None))
        self.phone_label.setText(QCoreApplication.translate("PersonCard", u"P&hone", None))
        self.email_label.setText(QCoreApplication.translate("PersonCard", u"&E-mail", None))
        self.province_label.setText(QCoreApplication.translate("PersonCard", u"&Province", None))
        self.birth_year_label.setText(QCoreApplication.translate("PersonCard", u"&Born", None))
        self.birth_year.setPlaceholderText(QCoreApplication.translate("PersonCard", u"year of birth, or age", None))
        self.flags_label.setText(QCoreApplication.translate("PersonCard", u"Counted as", None))
        self.youth.setText(QCoreApplication.translate("PersonCard", u"youth", None))
        self.indigenous.setText(QCoreApplication.translate("PersonCard", u"indigenous", None))
        self.vulnerable.setText(QCoreApplication.translate("PersonCard", u"vulnerable", None))
#if QT_CONFIG(accessibility)
        self.history.setAccessibleName(QCoreApplication.translate("PersonCard", u"Workshops of this person", None))
#endif // QT_CONFIG(accessibility)
        self.saved.setText(QCoreApplication.translate("PersonCard", u"What you type is saved at once.", None))
        self.anonymize.setText(QCoreApplication.translate("PersonCard", u"Anonymize\u2026", None))
        pass
    # retranslateUi

