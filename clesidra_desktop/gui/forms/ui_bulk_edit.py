"""Compiled from ui/dialogs/bulk_edit.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject, QSize
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout
class Ui_BulkEdit(object):
    def setupUi(self, BulkEdit: QDialog) -> None:
        if not BulkEdit.objectName():
            BulkEdit.setObjectName(u"BulkEdit")
        self.rows = QVBoxLayout(BulkEdit)
        self.rows.setSpacing(10)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(20, 16, 20, 16)
        self.title = QLabel(BulkEdit)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setProperty(u"level", u"title")

        self.rows.addWidget(self.title)

        self.names = QLabel(BulkEdit)
        self.names.setObjectName(u"names")
        self.names.setWordWrap(True)
        self.names.setProperty(u"level", u"muted")

        self.rows.addWidget(self.names)

        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(6)
        self.take_category = QCheckBox(BulkEdit)
        self.take_category.setObjectName(u"take_category")

        self.fields.addWidget(self.take_category, 0, 0, 1, 1)

        self.category = QComboBox(BulkEdit)
        self.category.setObjectName(u"category")
        self.category.setEnabled(False)
        self.category.setMinimumSize(QSize(300, 0))

        self.fields.addWidget(self.category, 0, 1, 1, 1)

        self.take_sex = QCheckBox(BulkEdit)
        self.take_sex.setObjectName(u"take_sex")

        self.fields.addWidget(self.take_sex, 1, 0, 1, 1)

        self.sex = QComboBox(BulkEdit)
        self.sex.setObjectName(u"sex")
        self.sex.setEnabled(False)
        self.sex.setMinimumSize(QSize(300, 0))

        self.fields.addWidget(self.sex, 1, 1, 1, 1)

        self.take_organization = QCheckBox(BulkEdit)
        self.take_organization.setObjectName(u"take_organization")

        self.fields.addWidget(self.take_organization, 2, 0, 1, 1)

        self.organization = QLineEdit(BulkEdit)
        self.organization.setObjectName(u"organization")
        self.organization.setEnabled(False)
        self.organization.setMinimumSize(QSize(300, 0))

        self.fields.addWidget(self.organization, 2, 1, 1, 1)

        self.take_position = QCheckBox(BulkEdit)
        self.take_position.setObjectName(u"take_position")

        self.fields.addWidget(self.take_position, 3, 0, 1, 1)

        self.position = QLineEdit(BulkEdit)
        self.position.setObjectName(u"position")
        self.position.setEnabled(False)
        self.position.setMinimumSize(QSize(300, 0))

        self.fields.addWidget(self.position, 3, 1, 1, 1)

        self.take_province = QCheckBox(BulkEdit)
        self.take_province.setObjectName(u"take_province")

        self.fields.addWidget(self.take_province, 4, 0, 1, 1)

        self.province = QLineEdit(BulkEdit)
        self.province.setObjectName(u"province")
        self.province.setEnabled(False)
        self.province.setMinimumSize(QSize(300, 0))

        self.fields.addWidget(self.province, 4, 1, 1, 1)

        self.take_age_group = QCheckBox(BulkEdit)
        self.take_age_group.setObjectName(u"take_age_group")

        self.fields.addWidget(self.take_age_group, 5, 0, 1, 1)

        self.age_group = QLineEdit(BulkEdit)
        self.age_group.setObjectName(u"age_group")
        self.age_group.setEnabled(False)
        self.age_group.setMinimumSize(QSize(300, 0))

        self.fields.addWidget(self.age_group, 5, 1, 1, 1)

        self.take_consent = QCheckBox(BulkEdit)
        self.take_consent.setObjectName(u"take_consent")

        self.fields.addWidget(self.take_consent, 6, 0, 1, 1)

        self.consent = QComboBox(BulkEdit)
        self.consent.setObjectName(u"consent")
        self.consent.setEnabled(False)
        self.consent.setMinimumSize(QSize(300, 0))

        self.fields.addWidget(self.consent, 6, 1, 1, 1)

        self.fields.setColumnStretch(1, 1)

        self.rows.addLayout(self.fields)

        self.hint = QLabel(BulkEdit)
        self.hint.setObjectName(u"hint")
        self.hint.setProperty(u"level", u"small")

        self.rows.addWidget(self.hint)

        self.error = QLabel(BulkEdit)
        self.error.setObjectName(u"error")
        self.error.setWordWrap(True)
        self.error.setProperty(u"level", u"error")

        self.rows.addWidget(self.error)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.spring = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.spring)

        self.cancel = QPushButton(BulkEdit)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setProperty(u"role", u"quiet")

        self.buttons.addWidget(self.cancel)

        self.change = QPushButton(BulkEdit)
        self.change.setObjectName(u"change")
        self.change.setProperty(u"role", u"primary")

        self.buttons.addWidget(self.change)


        self.rows.addLayout(self.buttons)


        self.retranslateUi(BulkEdit)

        self.change.setDefault(True)


        QMetaObject.connectSlotsByName(BulkEdit)
    # setupUi

    def retranslateUi(self, BulkEdit: QDialog) -> None:
        BulkEdit.setWindowTitle(QCoreApplication.translate("BulkEdit", u"Edit several attendants", None))
        self.take_category.setText(QCoreApplication.translate("BulkEdit", u"&Category", None))
        self.take_sex.setText(QCoreApplication.translate("BulkEdit", u"Se&x", None))
        self.take_organization.setText(QCoreApplication.translate("BulkEdit", u"&Organization", None))
        self.take_position.setText(QCoreApplication.translate("BulkEdit", u"Po&sition", None))
        self.take_province.setText(QCoreApplication.translate("BulkEdit", u"&Province", None))
        self.take_age_group.setText(QCoreApplication.translate("BulkEdit", u"Age &group", None))
        self.take_consent.setText(QCoreApplication.translate("BulkEdit", u"May be named and pict&ured", None))
        self.hint.setText(QCoreApplication.translate("BulkEdit", u"Only what is ticked is changed.", None))
        self.cancel.setText(QCoreApplication.translate("BulkEdit", u"Cancel", None))
        self.change.setText(QCoreApplication.translate("BulkEdit", u"Change", None))
    # retranslateUi

