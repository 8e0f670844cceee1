"""Compiled from ui/pages/settings.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QSpacerItem, QSpinBox, QVBoxLayout, QWidget
class Ui_Settings(object):
    def setupUi(self, Settings: QWidget) -> None:
        if not Settings.objectName():
            Settings.setObjectName(u"Settings")
        self.rows = QVBoxLayout(Settings)
        self.rows.setSpacing(14)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(24, 16, 24, 16)
        self.title = QLabel(Settings)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"level", u"title")

        self.rows.addWidget(self.title)

        self.grid = QGridLayout()
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(18)
        self.grid.setVerticalSpacing(10)
        self.language_label = QLabel(Settings)
        self.language_label.setObjectName(u"language_label")

        self.grid.addWidget(self.language_label, 0, 0, 1, 1)

        self.language = QComboBox(Settings)
        self.language.setObjectName(u"language")

        self.grid.addWidget(self.language, 0, 1, 1, 1)

        self.theme_label = QLabel(Settings)
        self.theme_label.setObjectName(u"theme_label")

        self.grid.addWidget(self.theme_label, 1, 0, 1, 1)

        self.theme = QComboBox(Settings)
        self.theme.setObjectName(u"theme")

        self.grid.addWidget(self.theme, 1, 1, 1, 1)

        self.size_label = QLabel(Settings)
        self.size_label.setObjectName(u"size_label")

        self.grid.addWidget(self.size_label, 2, 0, 1, 1)

        self.size = QSpinBox(Settings)
        self.size.setObjectName(u"size")
        self.size.setSuffix(u" px")

        self.grid.addWidget(self.size, 2, 1, 1, 1)

        self.who_label = QLabel(Settings)
        self.who_label.setObjectName(u"who_label")

        self.grid.addWidget(self.who_label, 3, 0, 1, 1)

        self.who = QLineEdit(Settings)
        self.who.setObjectName(u"who")

        self.grid.addWidget(self.who, 3, 1, 1, 1)

        self.who_hint = QLabel(Settings)
        self.who_hint.setObjectName(u"who_hint")
        self.who_hint.setWordWrap(True)
        self.who_hint.setProperty(u"level", u"small")

        self.grid.addWidget(self.who_hint, 4, 1, 1, 1)

        self.database_label = QLabel(Settings)
        self.database_label.setObjectName(u"database_label")

        self.grid.addWidget(self.database_label, 5, 0, 1, 1)

        self.database = QLineEdit(Settings)
        self.database.setObjectName(u"database")

        self.grid.addWidget(self.database, 5, 1, 1, 1)

        self.choose = QPushButton(Settings)
        self.choose.setObjectName(u"choose")

        self.grid.addWidget(self.choose, 5, 2, 1, 1)

        self.database_hint = QLabel(Settings)
        self.database_hint.setObjectName(u"database_hint")
        self.database_hint.setWordWrap(True)
        self.database_hint.setProperty(u"level", u"small")

        self.grid.addWidget(self.database_hint, 6, 1, 1, 1)


        self.rows.addLayout(self.grid)

        self.keeping_title = QLabel(Settings)
        self.keeping_title.setObjectName(u"keeping_title")
        self.keeping_title.setProperty(u"level", u"section")

        self.rows.addWidget(self.keeping_title)

        self.keeping = QGridLayout()
        self.keeping.setObjectName(u"keeping")
        self.keeping.setHorizontalSpacing(16)
        self.keeping.setVerticalSpacing(8)
        self.write_archive = QPushButton(Settings)
        self.write_archive.setObjectName(u"write_archive")

        self.keeping.addWidget(self.write_archive, 0, 0, 1, 1)

        self.archive_hint = QLabel(Settings)
        self.archive_hint.setObjectName(u"archive_hint")
        self.archive_hint.setWordWrap(True)
        self.archive_hint.setProperty(u"level", u"small")

        self.keeping.addWidget(self.archive_hint, 0, 1, 1, 1)

        self.examine = QPushButton(Settings)
        self.examine.setObjectName(u"examine")

        self.keeping.addWidget(self.examine, 1, 0, 1, 1)

        self.examine_hint = QLabel(Settings)
        self.examine_hint.setObjectName(u"examine_hint")
        self.examine_hint.setWordWrap(True)
        self.examine_hint.setProperty(u"level", u"small")

        self.keeping.addWidget(self.examine_hint, 1, 1, 1, 1)

        self.examine_folder = QPushButton(Settings)
        self.examine_folder.setObjectName(u"examine_folder")

        self.keeping.addWidget(self.examine_folder, 2, 0, 1, 1)

        self.folder_hint = QLabel(Settings)
        self.folder_hint.setObjectName(u"folder_hint")
        self.folder_hint.setWordWrap(True)
        self.folder_hint.setProperty(u"level", u"small")

        self.keeping.addWidget(self.folder_hint, 2, 1, 1, 1)

        self.keeping.setColumnStretch(1, 1)

        self.rows.addLayout(self.keeping)

        self.spring = QSpacerItem(1, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rows.addItem(self.spring)

#if QT_CONFIG(shortcut)
        self.language_label.setBuddy(self.language)
        self.theme_label.setBuddy(self.theme)
        self.size_label.setBuddy(self.size)
        self.who_label.setBuddy(self.who)
        self.database_label.setBuddy(self.database)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Settings)

        QMetaObject.connectSlotsByName(Settings)
    # setupUi

    def retranslateUi(self, Settings: QWidget) -> None:
        self.title.setText(QCoreApplication.translate("Settings", u"Settings", None))
        self.language_label.setText(QCoreApplication.translate("Settings", u"&Language of the screens", None))
        self.theme_label.setText(QCoreApplication.translate("Settings", u"&Colours", None))
        self.size_label.setText(QCoreApplication.translate("Settings", u"&Size of the type", None))
        self.who_label.setText(QCoreApplication.translate("Settings", u"&Your name", None))
        self.who_hint.setText(QCoreApplication.translate("Settings", u"The history of each workshop says who did what. Undo takes back only what you did.", None))
        self.database_label.setText(QCoreApplication.translate("Settings", u"&Database", None))
        self.choose.setText(QCoreApplication.translate("Settings", u"Choose\u2026", None))
        self.database_hint.setText(QCoreApplication.translate("Settings", u"A file, or an address such as postgresql://user@server/name where several laptops share one. It is used from the next start on.", None))
        self.keeping_title.setText(QCoreApplication.translate("Settings", u"What is kept", None))
        self.write_archive.setText(QCoreApplication.translate("Settings", u"&Write all workshops into a folder\u2026", None))
        self.archive_hint.setText(QCoreApplication.translate("Settings", u"Workshop files, annexes and a list, with checksums: for the archive, or for another computer.", None))
        self.examine.setText(QCoreApplication.translate("Settings", u"&Is everything whole?", None))
        self.examine_hint.setText(QCoreApplication.translate("Settings", u"Looks at the database, and at every workshop and file in it.", None))
        self.examine_folder.setText(QCoreApplication.translate("Settings", u"Are these &packs whole?", None))
        self.folder_hint.setText(QCoreApplication.translate("Settings", u"Looks at every byte of the packs in a folder, such as those on a stick.", None))
        pass
    # retranslateUi

