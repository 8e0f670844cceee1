"""Compiled from ui/dialogs/attendant.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject, QSize, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout

from clesidra_desktop.gui.widgets.key_choice import KeyChoice
class Ui_Attendant(object):
    def setupUi(self, Attendant: QDialog) -> None:
        if not Attendant.objectName():
            Attendant.setObjectName(u"Attendant")
        self.rows = QVBoxLayout(Attendant)
        self.rows.setSpacing(10)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(20, 16, 20, 16)
        self.columns = QHBoxLayout()
        self.columns.setSpacing(24)
        self.columns.setObjectName(u"columns")
        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(6)
        self.name_label = QLabel(Attendant)
        self.name_label.setObjectName(u"name_label")

        self.fields.addWidget(self.name_label, 0, 0, 1, 1)

        self.name = QLineEdit(Attendant)
        self.name.setObjectName(u"name")
        self.name.setMinimumSize(QSize(320, 0))

        self.fields.addWidget(self.name, 0, 1, 1, 1)

        self.name_km_label = QLabel(Attendant)
        self.name_km_label.setObjectName(u"name_km_label")

        self.fields.addWidget(self.name_km_label, 1, 0, 1, 1)

        self.name_km = QLineEdit(Attendant)
        self.name_km.setObjectName(u"name_km")

        self.fields.addWidget(self.name_km, 1, 1, 1, 1)

        self.sex_label = QLabel(Attendant)
        self.sex_label.setObjectName(u"sex_label")

        self.fields.addWidget(self.sex_label, 2, 0, 1, 1)

        self.sex = KeyChoice(Attendant)
        self.sex.setObjectName(u"sex")

        self.fields.addWidget(self.sex, 2, 1, 1, 1)

        self.category_label = QLabel(Attendant)
        self.category_label.setObjectName(u"category_label")

        self.fields.addWidget(self.category_label, 3, 0, 1, 1)

        self.category = QComboBox(Attendant)
        self.category.setObjectName(u"category")

        self.fields.addWidget(self.category, 3, 1, 1, 1)

        self.organization_label = QLabel(Attendant)
        self.organization_label.setObjectName(u"organization_label")

        self.fields.addWidget(self.organization_label, 4, 0, 1, 1)

        self.organization = QLineEdit(Attendant)
        self.organization.setObjectName(u"organization")

        self.fields.addWidget(self.organization, 4, 1, 1, 1)

        self.position_label = QLabel(Attendant)
        self.position_label.setObjectName(u"position_label")

        self.fields.addWidget(self.position_label, 5, 0, 1, 1)

        self.position = QLineEdit(Attendant)
        self.position.setObjectName(u"position")

        self.fields.addWidget(self.position, 5, 1, 1, 1)

        self.province_label = QLabel(Attendant)
        self.province_label.setObjectName(u"province_label")

        self.fields.addWidget(self.province_label, 6, 0, 1, 1)

        self.province = QLineEdit(Attendant)
        self.province.setObjectName(u"province")

        self.fields.addWidget(self.province, 6, 1, 1, 1)

        self.phone_label = QLabel(Attendant)
        self.phone_label.setObjectName(u"phone_label")

        self.fields.addWidget(self.phone_label, 7, 0, 1, 1)

        self.phone = QLineEdit(Attendant)
        self.phone.setObjectName(u"phone")

        self.fields.addWidget(self.phone, 7, 1, 1, 1)

        self.email_label = QLabel(Attendant)
        self.email_label.setObjectName(u"email_label")

        self.fields.addWidget(self.email_label, 8, 0, 1, 1)

        self.email = QLineEdit(Attendant)
        self.email.setObjectName(u"email")

        self.fields.addWidget(self.email, 8, 1, 1, 1)

        self.birth_year_label = QLabel(Attendant)
        self.birth_year_label.setObjectName(u"birth_year_label")

        self.fields.addWidget(self.birth_year_label, 9, 0, 1, 1)

        self.birth_year = QLineEdit(Attendant)
        self.birth_year.setObjectName(u"birth_year")

        self.fields.addWidget(self.birth_year, 9, 1, 1, 1)

        self.age_group_label = QLabel(Attendant)
        self.age_group_label.setObjectName(u"age_group_label")

        self.fields.addWidget(self.age_group_label, 10, 0, 1, 1)

        self.age_group = QLineEdit(Attendant)
        self.age_group.setObjectName(u"age_group")

        self.fields.addWidget(self.age_group, 10, 1, 1, 1)

        self.fields.setColumnStretch(1, 1)

        self.columns.addLayout(self.fields)

        self.right = QVBoxLayout()
        self.right.setSpacing(6)
        self.right.setObjectName(u"right")
        self.times_label = QLabel(Attendant)
        self.times_label.setObjectName(u"times_label")
        self.times_label.setProperty(u"level", u"section")

        self.right.addWidget(self.times_label)

        self.stays = QVBoxLayout()
        self.stays.setSpacing(4)
        self.stays.setObjectName(u"stays")

        self.right.addLayout(self.stays)

        self.stay_buttons = QHBoxLayout()
        self.stay_buttons.setObjectName(u"stay_buttons")
        self.arrive = QPushButton(Attendant)
        self.arrive.setObjectName(u"arrive")
        self.arrive.setProperty(u"role", u"quiet")

        self.stay_buttons.addWidget(self.arrive)

        self.leave = QPushButton(Attendant)
        self.leave.setObjectName(u"leave")
        self.leave.setProperty(u"role", u"quiet")

        self.stay_buttons.addWidget(self.leave)

        self.stay_spring = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.stay_buttons.addItem(self.stay_spring)


        self.right.addLayout(self.stay_buttons)

        self.signature_label = QLabel(Attendant)
        self.signature_label.setObjectName(u"signature_label")
        self.signature_label.setProperty(u"level", u"section")

        self.right.addWidget(self.signature_label)

        self.signature = QLabel(Attendant)
        self.signature.setObjectName(u"signature")
        self.signature.setMinimumSize(QSize(240, 84))
        self.signature.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.signature.setWordWrap(True)

        self.right.addWidget(self.signature)

        self.signature_buttons = QHBoxLayout()
        self.signature_buttons.setObjectName(u"signature_buttons")
        self.sign = QPushButton(Attendant)
        self.sign.setObjectName(u"sign")
        self.sign.setProperty(u"role", u"quiet")

        self.signature_buttons.addWidget(self.sign)

        self.unsign = QPushButton(Attendant)
        self.unsign.setObjectName(u"unsign")
        self.unsign.setProperty(u"role", u"quiet")

        self.signature_buttons.addWidget(self.unsign)

        self.signature_spring = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.signature_buttons.addItem(self.signature_spring)


        self.right.addLayout(self.signature_buttons)

        self.counted_label = QLabel(Attendant)
        self.counted_label.setObjectName(u"counted_label")
        self.counted_label.setProperty(u"level", u"section")

        self.right.addWidget(self.counted_label)

        self.flags = QHBoxLayout()
        self.flags.setSpacing(12)
        self.flags.setObjectName(u"flags")
        self.youth = QCheckBox(Attendant)
        self.youth.setObjectName(u"youth")

        self.flags.addWidget(self.youth)

        self.indigenous = QCheckBox(Attendant)
        self.indigenous.setObjectName(u"indigenous")

        self.flags.addWidget(self.indigenous)

        self.vulnerable = QCheckBox(Attendant)
        self.vulnerable.setObjectName(u"vulnerable")

        self.flags.addWidget(self.vulnerable)

        self.flags_spring = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.flags.addItem(self.flags_spring)


        self.right.addLayout(self.flags)

        self.consent_label = QLabel(Attendant)
        self.consent_label.setObjectName(u"consent_label")

        self.right.addWidget(self.consent_label)

        self.consent = QComboBox(Attendant)
        self.consent.setObjectName(u"consent")

        self.right.addWidget(self.consent)

        self.right_spring = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.right.addItem(self.right_spring)


        self.columns.addLayout(self.right)

        self.columns.setStretch(0, 3)
        self.columns.setStretch(1, 2)

        self.rows.addLayout(self.columns)

        self.error = QLabel(Attendant)
        self.error.setObjectName(u"error")
        self.error.setWordWrap(True)
        self.error.setProperty(u"level", u"error")

        self.rows.addWidget(self.error)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.previous = QPushButton(Attendant)
        self.previous.setObjectName(u"previous")
#if QT_CONFIG(tooltip)
        self.previous.setToolTip(u"Alt+\u2191")
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(shortcut)
        self.previous.setShortcut(u"Alt+Up")
#endif // QT_CONFIG(shortcut)
        self.previous.setProperty(u"role", u"quiet")

        self.buttons.addWidget(self.previous)

        self.following = QPushButton(Attendant)
        self.following.setObjectName(u"following")
#if QT_CONFIG(tooltip)
        self.following.setToolTip(u"Alt+\u2193")
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(shortcut)
        self.following.setShortcut(u"Alt+Down")
#endif // QT_CONFIG(shortcut)
        self.following.setProperty(u"role", u"quiet")

        self.buttons.addWidget(self.following)

        self.saved = QLabel(Attendant)
        self.saved.setObjectName(u"saved")
        self.saved.setProperty(u"level", u"small")

        self.buttons.addWidget(self.saved)

        self.spring = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.spring)

        self.close_button = QPushButton(Attendant)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setProperty(u"role", u"primary")

        self.buttons.addWidget(self.close_button)


        self.rows.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.name_km_label.setBuddy(self.name_km)
        self.sex_label.setBuddy(self.sex)
        self.category_label.setBuddy(self.category)
        self.organization_label.setBuddy(self.organization)
        self.position_label.setBuddy(self.position)
        self.province_label.setBuddy(self.province)
        self.phone_label.setBuddy(self.phone)
        self.email_label.setBuddy(self.email)
        self.birth_year_label.setBuddy(self.birth_year)
        self.age_group_label.setBuddy(self.age_group)
        self.consent_label.setBuddy(self.consent)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Attendant)

        QMetaObject.connectSlotsByName(Attendant)
    # setupUi

    def retranslateUi(self, Attendant: QDialog) -> None:
        Attendant.setWindowTitle(QCoreApplication.translate("Attendant", u"Attendant", None))
        self.name_label.setText(QCoreApplication.translate("Attendant", u"&Name", None))
        self.name_km_label.setText(QCoreApplication.translate("Attendant", u"Name in &Khmer", None))
        self.sex_label.setText(QCoreApplication.translate("Attendant", u"Se&x", None))
        self.category_label.setText(QCoreApplication.translate("Attendant", u"&Category", None))
        self.organization_label.setText(QCoreApplication.translate("Attendant", u"&Organization", None))
        self.position_label.setText(QCoreApplication.translate("Attendant", u"Po&sition", None))
        self.province_label.setText(QCoreApplication.translate("Attendant", u"&Province", None))
        self.phone_label.setText(QCoreApplication.translate("Attendant", u"P&hone", None))
        self.email_label.setText(QCoreApplication.translate("Attendant", u"&E-mail", None))
        self.birth_year_label.setText(QCoreApplication.translate("Attendant", u"&Born", None))
        self.birth_year.setPlaceholderText(QCoreApplication.translate("Attendant", u"year of birth, or age", None))
        self.age_group_label.setText(QCoreApplication.translate("Attendant", u"Age &group", None))
        self.age_group.setPlaceholderText(QCoreApplication.translate("Attendant", u"where the year is not known, such as 25-34", None))
        self.times_label.setText(QCoreApplication.translate("Attendant", u"Came and left", None))
        self.arrive.setText(QCoreApplication.translate("Attendant", u"Arrived now", None))
        self.leave.setText(QCoreApplication.translate("Attendant", u"Left now", None))
        self.signature_label.setText(QCoreApplication.translate("Attendant", u"Signature", None))
        self.sign.setText(QCoreApplication.translate("Attendant", u"Sign\u2026", None))
        self.unsign.setText(QCoreApplication.translate("Attendant", u"Remove the signature", None))
        self.counted_label.setText(QCoreApplication.translate("Attendant", u"Counted as", None))
        self.youth.setText(QCoreApplication.translate("Attendant", u"youth", None))
        self.indigenous.setText(QCoreApplication.translate("Attendant", u"indigenous", None))
        self.vulnerable.setText(QCoreApplication.translate("Attendant", u"vulnerable", None))
        self.consent_label.setText(QCoreApplication.translate("Attendant", u"May be named and pict&ured", None))
        self.previous.setText(QCoreApplication.translate("Attendant", u"Previous", None))
        self.following.setText(QCoreApplication.translate("Attendant", u"Next", None))
        self.saved.setText(QCoreApplication.translate("Attendant", u"What you type is saved at once.", None))
        self.close_button.setText(QCoreApplication.translate("Attendant", u"Close", None))
    # retranslateUi

