"""Compiled from ui/new_person.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout

from clesidra_desktop.gui.widgets.key_choice import KeyChoice
class Ui_NewPerson(object):
    def setupUi(self, NewPerson: QFrame) -> None:
        if not NewPerson.objectName():
            NewPerson.setObjectName(u"NewPerson")
        NewPerson.setProperty(u"surface", u"card")
        self.rows = QVBoxLayout(NewPerson)
        self.rows.setSpacing(6)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(12, 10, 12, 10)
        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(10)
        self.fields.setVerticalSpacing(6)
        self.name_label = QLabel(NewPerson)
        self.name_label.setObjectName(u"name_label")

        self.fields.addWidget(self.name_label, 0, 0, 1, 1)

        self.name = QLineEdit(NewPerson)
        self.name.setObjectName(u"name")

        self.fields.addWidget(self.name, 0, 1, 1, 1)

        self.known = QFrame(NewPerson)
        self.known.setObjectName(u"known")
        self.known.setProperty(u"surface", u"warning")
        self.known_rows = QVBoxLayout(self.known)
        self.known_rows.setSpacing(2)
        self.known_rows.setObjectName(u"known_rows")
        self.known_rows.setContentsMargins(8, 4, 8, 4)
        self.known_label = QLabel(self.known)
        self.known_label.setObjectName(u"known_label")
        self.known_label.setWordWrap(True)

        self.known_rows.addWidget(self.known_label)


        self.fields.addWidget(self.known, 1, 0, 1, 2)

        self.category_row = QHBoxLayout()
        self.category_row.setSpacing(8)
        self.category_row.setObjectName(u"category_row")
        self.category_label = QLabel(NewPerson)
        self.category_label.setObjectName(u"category_label")

        self.category_row.addWidget(self.category_label)

        self.category = KeyChoice(NewPerson)
        self.category.setObjectName(u"category")

        self.category_row.addWidget(self.category)

        self.category_row.setStretch(1, 1)

        self.fields.addLayout(self.category_row, 2, 0, 1, 2)

        self.sex_label = QLabel(NewPerson)
        self.sex_label.setObjectName(u"sex_label")

        self.fields.addWidget(self.sex_label, 3, 0, 1, 1)

        self.sex = KeyChoice(NewPerson)
        self.sex.setObjectName(u"sex")

        self.fields.addWidget(self.sex, 3, 1, 1, 1)

        self.organization_label = QLabel(NewPerson)
        self.organization_label.setObjectName(u"organization_label")

        self.fields.addWidget(self.organization_label, 4, 0, 1, 1)

        self.organization = QLineEdit(NewPerson)
        self.organization.setObjectName(u"organization")

        self.fields.addWidget(self.organization, 4, 1, 1, 1)

        self.province_label = QLabel(NewPerson)
        self.province_label.setObjectName(u"province_label")

        self.fields.addWidget(self.province_label, 5, 0, 1, 1)

        self.last_row = QHBoxLayout()
        self.last_row.setSpacing(8)
        self.last_row.setObjectName(u"last_row")
        self.province = QLineEdit(NewPerson)
        self.province.setObjectName(u"province")

        self.last_row.addWidget(self.province)

        self.phone_label = QLabel(NewPerson)
        self.phone_label.setObjectName(u"phone_label")

        self.last_row.addWidget(self.phone_label)

        self.phone = QLineEdit(NewPerson)
        self.phone.setObjectName(u"phone")

        self.last_row.addWidget(self.phone)

        self.last_row.setStretch(0, 1)
        self.last_row.setStretch(2, 1)

        self.fields.addLayout(self.last_row, 5, 1, 1, 1)

        self.fields.setColumnStretch(1, 1)

        self.rows.addLayout(self.fields)

        self.error = QLabel(NewPerson)
        self.error.setObjectName(u"error")
        self.error.setWordWrap(True)
        self.error.setProperty(u"level", u"error")

        self.rows.addWidget(self.error)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.cancel = QPushButton(NewPerson)
        self.cancel.setObjectName(u"cancel")
#if QT_CONFIG(tooltip)
        self.cancel.setToolTip(u"Esc")
#endif // QT_CONFIG(tooltip)
        self.cancel.setProperty(u"role", u"quiet")

        self.buttons.addWidget(self.cancel)

        self.spring = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.spring)

        self.invite = QPushButton(NewPerson)
        self.invite.setObjectName(u"invite")
        self.invite.setProperty(u"role", u"quiet")

        self.buttons.addWidget(self.invite)

        self.register_now = QPushButton(NewPerson)
        self.register_now.setObjectName(u"register_now")
        self.register_now.setProperty(u"role", u"primary")

        self.buttons.addWidget(self.register_now)


        self.rows.addLayout(self.buttons)

        self.below = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rows.addItem(self.below)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.category_label.setBuddy(self.category)
        self.sex_label.setBuddy(self.sex)
        self.organization_label.setBuddy(self.organization)
        self.province_label.setBuddy(self.province)
        self.phone_label.setBuddy(self.phone)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(NewPerson)

        QMetaObject.connectSlotsByName(NewPerson)
    # setupUi

    def retranslateUi(self, NewPerson: QFrame) -> None:
        self.name_label.setText(QCoreApplication.translate("NewPerson", u"&Name", None))
        self.known_label.setText(QCoreApplication.translate("NewPerson", u"Perhaps this is somebody known:", None))
        self.category_label.setText(QCoreApplication.translate("NewPerson", u"&Category", None))
        self.sex_label.setText(QCoreApplication.translate("NewPerson", u"Se&x", None))
        self.organization_label.setText(QCoreApplication.translate("NewPerson", u"&Organization", None))
        self.province_label.setText(QCoreApplication.translate("NewPerson", u"&Province", None))
        self.phone_label.setText(QCoreApplication.translate("NewPerson", u"P&hone", None))
        self.cancel.setText(QCoreApplication.translate("NewPerson", u"Cancel", None))
        self.invite.setText(QCoreApplication.translate("NewPerson", u"Only invite", None))
#if QT_CONFIG(tooltip)
        self.invite.setToolTip(QCoreApplication.translate("NewPerson", u"Write the person down, who has not come yet (Shift+Enter)", None))
#endif // QT_CONFIG(tooltip)
        self.register_now.setText(QCoreApplication.translate("NewPerson", u"Register", None))
#if QT_CONFIG(tooltip)
        self.register_now.setToolTip(QCoreApplication.translate("NewPerson", u"Written down and arrived (Ctrl+Enter)", None))
#endif // QT_CONFIG(tooltip)
        pass
    # retranslateUi

