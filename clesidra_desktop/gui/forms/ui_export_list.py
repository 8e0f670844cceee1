"""Compiled from ui/dialogs/export_list.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject, QSize
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout
class Ui_ExportList(object):
    def setupUi(self, ExportList: QDialog) -> None:
        if not ExportList.objectName():
            ExportList.setObjectName(u"ExportList")
        self.rows = QVBoxLayout(ExportList)
        self.rows.setSpacing(8)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(20, 16, 20, 16)
        self.who_label = QLabel(ExportList)
        self.who_label.setObjectName(u"who_label")

        self.rows.addWidget(self.who_label)

        self.who = QComboBox(ExportList)
        self.who.setObjectName(u"who")
        self.who.setMinimumSize(QSize(380, 0))

        self.rows.addWidget(self.who)

        self.edition_label = QLabel(ExportList)
        self.edition_label.setObjectName(u"edition_label")

        self.rows.addWidget(self.edition_label)

        self.edition = QComboBox(ExportList)
        self.edition.setObjectName(u"edition")

        self.rows.addWidget(self.edition)

        self.language_label = QLabel(ExportList)
        self.language_label.setObjectName(u"language_label")

        self.rows.addWidget(self.language_label)

        self.language = QComboBox(ExportList)
        self.language.setObjectName(u"language")

        self.rows.addWidget(self.language)

        self.buttons = QDialogButtonBox(ExportList)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Cancel|QDialogButtonBox.StandardButton.Save)

        self.rows.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.who_label.setBuddy(self.who)
        self.edition_label.setBuddy(self.edition)
        self.language_label.setBuddy(self.language)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ExportList)

        QMetaObject.connectSlotsByName(ExportList)
    # setupUi

    def retranslateUi(self, ExportList: QDialog) -> None:
        ExportList.setWindowTitle(QCoreApplication.translate("ExportList", u"Export the list", None))
        self.who_label.setText(QCoreApplication.translate("ExportList", u"&Who", None))
        self.edition_label.setText(QCoreApplication.translate("ExportList", u"&Edition", None))
        self.language_label.setText(QCoreApplication.translate("ExportList", u"&Language of the titles", None))
    # retranslateUi

