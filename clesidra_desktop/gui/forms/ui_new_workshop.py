"""Compiled from ui/dialogs/new_workshop.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject, QSize, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QLineEdit, QListWidget, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout
class Ui_NewWorkshop(object):
    def setupUi(self, NewWorkshop: QDialog) -> None:
        if not NewWorkshop.objectName():
            NewWorkshop.setObjectName(u"NewWorkshop")
        self.rows = QVBoxLayout(NewWorkshop)
        self.rows.setSpacing(10)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(20, 16, 20, 16)
        self.title_label = QLabel(NewWorkshop)
        self.title_label.setObjectName(u"title_label")

        self.rows.addWidget(self.title_label)

        self.title = QLineEdit(NewWorkshop)
        self.title.setObjectName(u"title")

        self.rows.addWidget(self.title)

        self.when = QHBoxLayout()
        self.when.setSpacing(12)
        self.when.setObjectName(u"when")
        self.start_column = QVBoxLayout()
        self.start_column.setObjectName(u"start_column")
        self.starts_label = QLabel(NewWorkshop)
        self.starts_label.setObjectName(u"starts_label")

        self.start_column.addWidget(self.starts_label)

        self.starts_row = QHBoxLayout()
        self.starts_row.setSpacing(6)
        self.starts_row.setObjectName(u"starts_row")
        self.starts_day = QLineEdit(NewWorkshop)
        self.starts_day.setObjectName(u"starts_day")

        self.starts_row.addWidget(self.starts_day)

        self.starts_calendar = QPushButton(NewWorkshop)
        self.starts_calendar.setObjectName(u"starts_calendar")
        self.starts_calendar.setAutoDefault(False)
        self.starts_calendar.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.starts_calendar.setProperty(u"role", u"quiet")

        self.starts_row.addWidget(self.starts_calendar)

        self.starts_time = QLineEdit(NewWorkshop)
        self.starts_time.setObjectName(u"starts_time")

        self.starts_row.addWidget(self.starts_time)

        self.starts_row.setStretch(0, 3)
        self.starts_row.setStretch(2, 2)

        self.start_column.addLayout(self.starts_row)

        self.starts_day_note = QLabel(NewWorkshop)
        self.starts_day_note.setObjectName(u"starts_day_note")
        self.starts_day_note.setWordWrap(True)

        self.start_column.addWidget(self.starts_day_note)

        self.starts_time_note = QLabel(NewWorkshop)
        self.starts_time_note.setObjectName(u"starts_time_note")
        self.starts_time_note.setWordWrap(True)

        self.start_column.addWidget(self.starts_time_note)

        self.starts_spring = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.start_column.addItem(self.starts_spring)


        self.when.addLayout(self.start_column)

        self.language_column = QVBoxLayout()
        self.language_column.setObjectName(u"language_column")
        self.language_label = QLabel(NewWorkshop)
        self.language_label.setObjectName(u"language_label")

        self.language_column.addWidget(self.language_label)

        self.language = QComboBox(NewWorkshop)
        self.language.setObjectName(u"language")

        self.language_column.addWidget(self.language)

        self.language_spring = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.language_column.addItem(self.language_spring)


        self.when.addLayout(self.language_column)

        self.when.setStretch(0, 1)
        self.when.setStretch(1, 1)

        self.rows.addLayout(self.when)

        self.from_label = QLabel(NewWorkshop)
        self.from_label.setObjectName(u"from_label")

        self.rows.addWidget(self.from_label)

        self.sources = QListWidget(NewWorkshop)
        self.sources.setObjectName(u"sources")
        self.sources.setMinimumSize(QSize(560, 120))

        self.rows.addWidget(self.sources)

        self.about = QLabel(NewWorkshop)
        self.about.setObjectName(u"about")
        self.about.setWordWrap(True)
        self.about.setProperty(u"level", u"muted")

        self.rows.addWidget(self.about)

        self.taken = QHBoxLayout()
        self.taken.setObjectName(u"taken")
        self.taken_label = QLabel(NewWorkshop)
        self.taken_label.setObjectName(u"taken_label")

        self.taken.addWidget(self.taken_label)

        self.structure = QCheckBox(NewWorkshop)
        self.structure.setObjectName(u"structure")
        self.structure.setChecked(True)

        self.taken.addWidget(self.structure)

        self.people = QCheckBox(NewWorkshop)
        self.people.setObjectName(u"people")

        self.taken.addWidget(self.people)

        self.papers = QCheckBox(NewWorkshop)
        self.papers.setObjectName(u"papers")

        self.taken.addWidget(self.papers)

        self.taken_spring = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.taken.addItem(self.taken_spring)


        self.rows.addLayout(self.taken)

        self.buttons = QDialogButtonBox(NewWorkshop)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Cancel|QDialogButtonBox.StandardButton.Ok)

        self.rows.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.title_label.setBuddy(self.title)
        self.starts_label.setBuddy(self.starts_day)
        self.language_label.setBuddy(self.language)
        self.from_label.setBuddy(self.sources)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(NewWorkshop)

        QMetaObject.connectSlotsByName(NewWorkshop)
    # setupUi

    def retranslateUi(self, NewWorkshop: QDialog) -> None:
        NewWorkshop.setWindowTitle(QCoreApplication.translate("NewWorkshop", u"New workshop", None))
        self.title_label.setText(QCoreApplication.translate("NewWorkshop", u"&Title", None))
        self.title.setPlaceholderText(QCoreApplication.translate("NewWorkshop", u"What the invitation says", None))
        self.starts_label.setText(QCoreApplication.translate("NewWorkshop", u"&Starts", None))
        self.starts_day.setPlaceholderText(QCoreApplication.translate("NewWorkshop", u"2026-12-01", None))
        self.starts_time.setPlaceholderText(QCoreApplication.translate("NewWorkshop", u"08:00", None))
        self.language_label.setText(QCoreApplication.translate("NewWorkshop", u"&Language of the minutes", None))
        self.from_label.setText(QCoreApplication.translate("NewWorkshop", u"Start &from", None))
        self.taken_label.setText(QCoreApplication.translate("NewWorkshop", u"Take from it:", None))
        self.structure.setText(QCoreApplication.translate("NewWorkshop", u"agenda and structure", None))
        self.people.setText(QCoreApplication.translate("NewWorkshop", u"people", None))
        self.papers.setText(QCoreApplication.translate("NewWorkshop", u"annex files", None))
    # retranslateUi

