"""Compiled from ui/pages/prepare_basics.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QSpacerItem, QToolButton, QVBoxLayout, QWidget

from clesidra_desktop.gui.widgets.calm_combo import CalmComboBox
class Ui_PrepareBasics(object):
    def setupUi(self, PrepareBasics: QWidget) -> None:
        if not PrepareBasics.objectName():
            PrepareBasics.setObjectName(u"PrepareBasics")
        self.rows = QVBoxLayout(PrepareBasics)
        self.rows.setSpacing(8)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(0, 10, 8, 8)
        self.title_row = QHBoxLayout()
        self.title_row.setSpacing(16)
        self.title_row.setObjectName(u"title_row")
        self.title_cell = QVBoxLayout()
        self.title_cell.setSpacing(2)
        self.title_cell.setObjectName(u"title_cell")
        self.title_label = QLabel(PrepareBasics)
        self.title_label.setObjectName(u"title_label")

        self.title_cell.addWidget(self.title_label)

        self.title = QLineEdit(PrepareBasics)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"size", u"large")

        self.title_cell.addWidget(self.title)

        self.title_note = QLabel(PrepareBasics)
        self.title_note.setObjectName(u"title_note")
        self.title_note.setWordWrap(True)
        self.title_note.setProperty(u"level", u"small")

        self.title_cell.addWidget(self.title_note)

        self.title_spring = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.title_cell.addItem(self.title_spring)


        self.title_row.addLayout(self.title_cell)

        self.title_row.setStretch(0, 1)

        self.rows.addLayout(self.title_row)

        self.when = QHBoxLayout()
        self.when.setSpacing(16)
        self.when.setObjectName(u"when")
        self.starts_cell = QVBoxLayout()
        self.starts_cell.setSpacing(2)
        self.starts_cell.setObjectName(u"starts_cell")
        self.starts_label = QLabel(PrepareBasics)
        self.starts_label.setObjectName(u"starts_label")

        self.starts_cell.addWidget(self.starts_label)

        self.starts_row = QHBoxLayout()
        self.starts_row.setSpacing(6)
        self.starts_row.setObjectName(u"starts_row")
        self.starts_day = QLineEdit(PrepareBasics)
        self.starts_day.setObjectName(u"starts_day")

        self.starts_row.addWidget(self.starts_day)

        self.starts_calendar = QToolButton(PrepareBasics)
        self.starts_calendar.setObjectName(u"starts_calendar")
        self.starts_calendar.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.starts_calendar.setProperty(u"role", u"quiet")

        self.starts_row.addWidget(self.starts_calendar)

        self.starts_time = QLineEdit(PrepareBasics)
        self.starts_time.setObjectName(u"starts_time")

        self.starts_row.addWidget(self.starts_time)

        self.starts_row.setStretch(0, 3)
        self.starts_row.setStretch(2, 2)

        self.starts_cell.addLayout(self.starts_row)

        self.starts_day_note = QLabel(PrepareBasics)
        self.starts_day_note.setObjectName(u"starts_day_note")
        self.starts_day_note.setWordWrap(True)
        self.starts_day_note.setProperty(u"level", u"small")

        self.starts_cell.addWidget(self.starts_day_note)

        self.starts_time_note = QLabel(PrepareBasics)
        self.starts_time_note.setObjectName(u"starts_time_note")
        self.starts_time_note.setWordWrap(True)
        self.starts_time_note.setProperty(u"level", u"small")

        self.starts_cell.addWidget(self.starts_time_note)

        self.starts_spring = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.starts_cell.addItem(self.starts_spring)


        self.when.addLayout(self.starts_cell)

        self.ends_cell = QVBoxLayout()
        self.ends_cell.setSpacing(2)
        self.ends_cell.setObjectName(u"ends_cell")
        self.ends_label = QLabel(PrepareBasics)
        self.ends_label.setObjectName(u"ends_label")

        self.ends_cell.addWidget(self.ends_label)

        self.ends_row = QHBoxLayout()
        self.ends_row.setSpacing(6)
        self.ends_row.setObjectName(u"ends_row")
        self.ends_day = QLineEdit(PrepareBasics)
        self.ends_day.setObjectName(u"ends_day")

        self.ends_row.addWidget(self.ends_day)

        self.ends_calendar = QToolButton(PrepareBasics)
        self.ends_calendar.setObjectName(u"ends_calendar")
        self.ends_calendar.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.ends_calendar.setProperty(u"role", u"quiet")

        self.ends_row.addWidget(self.ends_calendar)

        self.ends_time = QLineEdit(PrepareBasics)
        self.ends_time.setObjectName(u"ends_time")

        self.ends_row.addWidget(self.ends_time)

        self.ends_row.setStretch(0, 3)
        self.ends_row.setStretch(2, 2)

        self.ends_cell.addLayout(self.ends_row)

        self.ends_day_note = QLabel(PrepareBasics)
        self.ends_day_note.setObjectName(u"ends_day_note")
        self.ends_day_note.setWordWrap(True)
        self.ends_day_note.setProperty(u"level", u"small")

        self.ends_cell.addWidget(self.ends_day_note)

        self.ends_time_note = QLabel(PrepareBasics)
        self.ends_time_note.setObjectName(u"ends_time_note")
        self.ends_time_note.setWordWrap(True)
        self.ends_time_note.setProperty(u"level", u"small")

        self.ends_cell.addWidget(self.ends_time_note)

        self.ends_spring = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.ends_cell.addItem(self.ends_spring)


        self.when.addLayout(self.ends_cell)

        self.timezone_cell = QVBoxLayout()
        self.timezone_cell.setSpacing(2)
        self.timezone_cell.setObjectName(u"timezone_cell")
        self.timezone_label = QLabel(PrepareBasics)
        self.timezone_label.setObjectName(u"timezone_label")

        self.timezone_cell.addWidget(self.timezone_label)

        self.timezone = CalmComboBox(PrepareBasics)
        self.timezone.setObjectName(u"timezone")
        self.timezone.setEditable(True)

        self.timezone_cell.addWidget(self.timezone)

        self.timezone_note = QLabel(PrepareBasics)
        self.timezone_note.setObjectName(u"timezone_note")
        self.timezone_note.setWordWrap(True)
        self.timezone_note.setProperty(u"level", u"small")

        self.timezone_cell.addWidget(self.timezone_note)

        self.timezone_spring = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.timezone_cell.addItem(self.timezone_spring)


        self.when.addLayout(self.timezone_cell)

        self.when.setStretch(0, 1)
        self.when.setStretch(1, 1)
        self.when.setStretch(2, 1)

        self.rows.addLayout(self.when)

        self.days = QLabel(PrepareBasics)
        self.days.setObjectName(u"days")
        self.days.setWordWrap(True)
        self.days.setProperty(u"level", u"muted")

        self.rows.addWidget(self.days)

        self.where = QHBoxLayout()
        self.where.setSpacing(16)
        self.where.setObjectName(u"where")
        self.venue_cell = QVBoxLayout()
        self.venue_cell.setSpacing(2)
        self.venue_cell.setObjectName(u"venue_cell")
        self.venue_label = QLabel(PrepareBasics)
        self.venue_label.setObjectName(u"venue_label")

        self.venue_cell.addWidget(self.venue_label)

        self.venue = QLineEdit(PrepareBasics)
        self.venue.setObjectName(u"venue")

        self.venue_cell.addWidget(self.venue)

        self.venue_note = QLabel(PrepareBasics)
        self.venue_note.setObjectName(u"venue_note")
        self.venue_note.setWordWrap(True)
        self.venue_note.setProperty(u"level", u"small")

        self.venue_cell.addWidget(self.venue_note)

        self.venue_spring = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.venue_cell.addItem(self.venue_spring)


        self.where.addLayout(self.venue_cell)

        self.place_cell = QVBoxLayout()
        self.place_cell.setSpacing(2)
        self.place_cell.setObjectName(u"place_cell")
        self.place_label = QLabel(PrepareBasics)
        self.place_label.setObjectName(u"place_label")

        self.place_cell.addWidget(self.place_label)

        self.place = QLineEdit(PrepareBasics)
        self.place.setObjectName(u"place")

        self.place_cell.addWidget(self.place)

        self.place_note = QLabel(PrepareBasics)
        self.place_note.setObjectName(u"place_note")
        self.place_note.setWordWrap(True)
        self.place_note.setProperty(u"level", u"small")

        self.place_cell.addWidget(self.place_note)

        self.place_spring = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.place_cell.addItem(self.place_spring)


        self.where.addLayout(self.place_cell)

        self.language_cell = QVBoxLayout()
        self.language_cell.setSpacing(2)
        self.language_cell.setObjectName(u"language_cell")
        self.language_label = QLabel(PrepareBasics)
        self.language_label.setObjectName(u"language_label")

        self.language_cell.addWidget(self.language_label)

        self.language = CalmComboBox(PrepareBasics)
        self.language.setObjectName(u"language")

        self.language_cell.addWidget(self.language)

        self.language_note = QLabel(PrepareBasics)
        self.language_note.setObjectName(u"language_note")
        self.language_note.setWordWrap(True)
        self.language_note.setProperty(u"level", u"small")

        self.language_cell.addWidget(self.language_note)

        self.language_spring = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.language_cell.addItem(self.language_spring)


        self.where.addLayout(self.language_cell)

        self.where.setStretch(0, 1)
        self.where.setStretch(1, 1)
        self.where.setStretch(2, 1)

        self.rows.addLayout(self.where)

        self.programme = QHBoxLayout()
        self.programme.setSpacing(16)
        self.programme.setObjectName(u"programme")
        self.programme_name_cell = QVBoxLayout()
        self.programme_name_cell.setSpacing(2)
        self.programme_name_cell.setObjectName(u"programme_name_cell")
        self.programme_name_label = QLabel(PrepareBasics)
        self.programme_name_label.setObjectName(u"programme_name_label")

        self.programme_name_cell.addWidget(self.programme_name_label)

        self.programme_name = QLineEdit(PrepareBasics)
        self.programme_name.setObjectName(u"programme_name")

        self.programme_name_cell.addWidget(self.programme_name)

        self.programme_name_note = QLabel(PrepareBasics)
        self.programme_name_note.setObjectName(u"programme_name_note")
        self.programme_name_note.setWordWrap(True)
        self.programme_name_note.setProperty(u"level", u"small")

        self.programme_name_cell.addWidget(self.programme_name_note)

        self.programme_name_spring = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.programme_name_cell.addItem(self.programme_name_spring)


        self.programme.addLayout(self.programme_name_cell)

        self.programme_funder_cell = QVBoxLayout()
        self.programme_funder_cell.setSpacing(2)
        self.programme_funder_cell.setObjectName(u"programme_funder_cell")
        self.programme_funder_label = QLabel(PrepareBasics)
        self.programme_funder_label.setObjectName(u"programme_funder_label")

        self.programme_funder_cell.addWidget(self.programme_funder_label)

        self.programme_funder = QLineEdit(PrepareBasics)
        self.programme_funder.setObjectName(u"programme_funder")

        self.programme_funder_cell.addWidget(self.programme_funder)

        self.programme_funder_note = QLabel(PrepareBasics)
        self.programme_funder_note.setObjectName(u"programme_funder_note")
        self.programme_funder_note.setWordWrap(True)
        self.programme_funder_note.setProperty(u"level", u"small")

        self.programme_funder_cell.addWidget(self.programme_funder_note)

        self.programme_funder_spring = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.programme_funder_cell.addItem(self.programme_funder_spring)


        self.programme.addLayout(self.programme_funder_cell)

        self.programme_activity_cell = QVBoxLayout()
        self.programme_activity_cell.setSpacing(2)
        self.programme_activity_cell.setObjectName(u"programme_activity_cell")
        self.programme_activity_label = QLabel(PrepareBasics)
        self.programme_activity_label.setObjectName(u"programme_activity_label")

        self.programme_activity_cell.addWidget(self.programme_activity_label)

        self.programme_activity = QLineEdit(PrepareBasics)
        self.programme_activity.setObjectName(u"programme_activity")

        self.programme_activity_cell.addWidget(self.programme_activity)

        self.programme_activity_note = QLabel(PrepareBasics)
        self.programme_activity_note.setObjectName(u"programme_activity_note")
        self.programme_activity_note.setWordWrap(True)
        self.programme_activity_note.setProperty(u"level", u"small")

        self.programme_activity_cell.addWidget(self.programme_activity_note)

        self.programme_activity_spring = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.programme_activity_cell.addItem(self.programme_activity_spring)


        self.programme.addLayout(self.programme_activity_cell)

        self.programme.setStretch(0, 1)
        self.programme.setStretch(1, 1)
        self.programme.setStretch(2, 1)

        self.rows.addLayout(self.programme)

        self.spring = QSpacerItem(1, 1, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rows.addItem(self.spring)

        self.rows.setStretch(5, 1)
#if QT_CONFIG(shortcut)
        self.title_label.setBuddy(self.title)
        self.starts_label.setBuddy(self.starts_day)
        self.ends_label.setBuddy(self.ends_day)
        self.timezone_label.setBuddy(self.timezone)
        self.venue_label.setBuddy(self.venue)
        self.place_label.setBuddy(self.place)
        self.language_label.setBuddy(self.language)
        self.programme_name_label.setBuddy(self.programme_name)
        self.programme_funder_label.setBuddy(self.programme_funder)
        self.programme_activity_label.setBuddy(self.programme_activity)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PrepareBasics)

        QMetaObject.connectSlotsByName(PrepareBasics)
    # setupUi

    def retranslateUi(self, PrepareBasics: QWidget) -> None:
        self.title_label.setText(QCoreApplication.translate("PrepareBasics", u"&Title", None))
        self.title.setPlaceholderText(QCoreApplication.translate("PrepareBasics", u"What the invitation says", None))
        self.starts_label.setText(QCoreApplication.translate("PrepareBasics", u"&Starts", None))
        self.starts_day.setPlaceholderText(QCoreApplication.translate("PrepareBasics", u"2026-12-01", None))
        self.starts_time.setPlaceholderText(QCoreApplication.translate("PrepareBasics", u"08:00", None))
        self.ends_label.setText(QCoreApplication.translate("PrepareBasics", u"&Ends", None))
        self.ends_day.setPlaceholderText(QCoreApplication.translate("PrepareBasics", u"2026-12-01", None))
        self.ends_time.setPlaceholderText(QCoreApplication.translate("PrepareBasics", u"08:00", None))
        self.timezone_label.setText(QCoreApplication.translate("PrepareBasics", u"Time &zone", None))
        self.venue_label.setText(QCoreApplication.translate("PrepareBasics", u"&Venue", None))
        self.venue.setPlaceholderText(QCoreApplication.translate("PrepareBasics", u"The name of the building", None))
        self.place_label.setText(QCoreApplication.translate("PrepareBasics", u"&Place", None))
        self.place.setPlaceholderText(QCoreApplication.translate("PrepareBasics", u"The town, district or province", None))
        self.language_label.setText(QCoreApplication.translate("PrepareBasics", u"&Language of the minutes", None))
        self.programme_name_label.setText(QCoreApplication.translate("PrepareBasics", u"Pro&gramme", None))
        self.programme_name.setPlaceholderText(QCoreApplication.translate("PrepareBasics", u"The project that the workshop belongs to", None))
        self.programme_funder_label.setText(QCoreApplication.translate("PrepareBasics", u"&Funder", None))
        self.programme_funder.setPlaceholderText(QCoreApplication.translate("PrepareBasics", u"Who pays for it", None))
        self.programme_activity_label.setText(QCoreApplication.translate("PrepareBasics", u"&Activity", None))
        self.programme_activity.setPlaceholderText(QCoreApplication.translate("PrepareBasics", u"Its number or name in the project", None))
        pass
    # retranslateUi

