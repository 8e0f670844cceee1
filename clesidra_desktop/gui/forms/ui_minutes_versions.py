"""Compiled from ui/pages/minutes_versions.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QListWidget, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget
class Ui_MinutesVersions(object):
    def setupUi(self, MinutesVersions: QWidget) -> None:
        if not MinutesVersions.objectName():
            MinutesVersions.setObjectName(u"MinutesVersions")
        self.rows = QVBoxLayout(MinutesVersions)
        self.rows.setSpacing(8)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.nothing = QLabel(MinutesVersions)
        self.nothing.setObjectName(u"nothing")
        self.nothing.setWordWrap(True)
        self.nothing.setProperty(u"level", u"muted")

        self.rows.addWidget(self.nothing)

        self.versions = QListWidget(MinutesVersions)
        self.versions.setObjectName(u"versions")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.versions.sizePolicy().hasHeightForWidth())
        self.versions.setSizePolicy(sizePolicy)
        self.versions.setMinimumSize(QSize(0, 56))
        self.versions.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.versions.setWordWrap(True)

        self.rows.addWidget(self.versions)

        self.files_label = QLabel(MinutesVersions)
        self.files_label.setObjectName(u"files_label")

        self.rows.addWidget(self.files_label)

        self.files = QListWidget(MinutesVersions)
        self.files.setObjectName(u"files")
        sizePolicy.setHeightForWidth(self.files.sizePolicy().hasHeightForWidth())
        self.files.setSizePolicy(sizePolicy)
        self.files.setMinimumSize(QSize(0, 56))
        self.files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.files.setWordWrap(True)

        self.rows.addWidget(self.files)

        self.buttons = QGridLayout()
        self.buttons.setSpacing(6)
        self.buttons.setObjectName(u"buttons")
        self.open_file = QPushButton(MinutesVersions)
        self.open_file.setObjectName(u"open_file")

        self.buttons.addWidget(self.open_file, 0, 0, 1, 1)

        self.save_pack = QPushButton(MinutesVersions)
        self.save_pack.setObjectName(u"save_pack")

        self.buttons.addWidget(self.save_pack, 0, 1, 1, 1)

        self.print_it = QPushButton(MinutesVersions)
        self.print_it.setObjectName(u"print_it")

        self.buttons.addWidget(self.print_it, 1, 0, 1, 1)

        self.send = QPushButton(MinutesVersions)
        self.send.setObjectName(u"send")

        self.buttons.addWidget(self.send, 1, 1, 1, 1)

        self.changed = QPushButton(MinutesVersions)
        self.changed.setObjectName(u"changed")

        self.buttons.addWidget(self.changed, 2, 0, 1, 2)


        self.rows.addLayout(self.buttons)

        self.spring = QSpacerItem(1, 1, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rows.addItem(self.spring)

        self.rows.setStretch(1, 2)
        self.rows.setStretch(3, 3)
#if QT_CONFIG(shortcut)
        self.files_label.setBuddy(self.files)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(MinutesVersions)

        QMetaObject.connectSlotsByName(MinutesVersions)
    # setupUi

    def retranslateUi(self, MinutesVersions: QWidget) -> None:
        self.nothing.setText(QCoreApplication.translate("MinutesVersions", u"These minutes were not published yet. Publishing freezes all files under a number, so that everybody can tell later what was handed out.", None))
#if QT_CONFIG(accessibility)
        self.versions.setAccessibleName(QCoreApplication.translate("MinutesVersions", u"Versions", None))
#endif // QT_CONFIG(accessibility)
        self.files_label.setText(QCoreApplication.translate("MinutesVersions", u"F&iles", None))
        self.open_file.setText(QCoreApplication.translate("MinutesVersions", u"Open", None))
        self.save_pack.setText(QCoreApplication.translate("MinutesVersions", u"Save the pack\u2026", None))
        self.print_it.setText(QCoreApplication.translate("MinutesVersions", u"Print\u2026", None))
        self.send.setText(QCoreApplication.translate("MinutesVersions", u"Send by e-mail", None))
        self.changed.setText(QCoreApplication.translate("MinutesVersions", u"What changed\u2026", None))
        pass
    # retranslateUi

