"""Compiled from ui/pages/archive_reports.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject, Qt
from PySide6.QtWidgets import QCheckBox, QDateEdit, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QSpacerItem, QStackedWidget, QVBoxLayout, QWidget

from clesidra_desktop.gui.widgets.calm_combo import CalmComboBox
class Ui_ArchiveReports(object):
    def setupUi(self, ArchiveReports: QWidget) -> None:
        if not ArchiveReports.objectName():
            ArchiveReports.setObjectName(u"ArchiveReports")
        self.rows = QVBoxLayout(ArchiveReports)
        self.rows.setSpacing(10)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.filters = QHBoxLayout()
        self.filters.setSpacing(8)
        self.filters.setObjectName(u"filters")
        self.period = CalmComboBox(ArchiveReports)
        self.period.setObjectName(u"period")

        self.filters.addWidget(self.period)

        self.first = QDateEdit(ArchiveReports)
        self.first.setObjectName(u"first")
        self.first.setDisplayFormat(u"yyyy-MM-dd")
        self.first.setCalendarPopup(True)

        self.filters.addWidget(self.first)

        self.dash = QLabel(ArchiveReports)
        self.dash.setObjectName(u"dash")
        self.dash.setText(u"\u2013")

        self.filters.addWidget(self.dash)

        self.last = QDateEdit(ArchiveReports)
        self.last.setObjectName(u"last")
        self.last.setDisplayFormat(u"yyyy-MM-dd")
        self.last.setCalendarPopup(True)

        self.filters.addWidget(self.last)

        self.programme = CalmComboBox(ArchiveReports)
        self.programme.setObjectName(u"programme")

        self.filters.addWidget(self.programme)

        self.place = CalmComboBox(ArchiveReports)
        self.place.setObjectName(u"place")

        self.filters.addWidget(self.place)

        self.spring = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.filters.addItem(self.spring)


        self.rows.addLayout(self.filters)

        self.body = QStackedWidget(ArchiveReports)
        self.body.setObjectName(u"body")
        self.nothing_yet = QWidget()
        self.nothing_yet.setObjectName(u"nothing_yet")
        self.body.addWidget(self.nothing_yet)
        self.scroll = QScrollArea()
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sheet = QWidget()
        self.sheet.setObjectName(u"sheet")
        self.content = QVBoxLayout(self.sheet)
        self.content.setSpacing(12)
        self.content.setObjectName(u"content")
        self.content.setContentsMargins(0, 0, 12, 12)
        self.cards = QGridLayout()
        self.cards.setSpacing(10)
        self.cards.setObjectName(u"cards")

        self.content.addLayout(self.cards)

        self.said = QHBoxLayout()
        self.said.setSpacing(10)
        self.said.setObjectName(u"said")
        self.remarks = QLabel(self.sheet)
        self.remarks.setObjectName(u"remarks")
        self.remarks.setWordWrap(True)
        self.remarks.setProperty(u"level", u"small")

        self.said.addWidget(self.remarks)

        self.doubles = QPushButton(self.sheet)
        self.doubles.setObjectName(u"doubles")

        self.said.addWidget(self.doubles)


        self.content.addLayout(self.said)

        self.parts = QVBoxLayout()
        self.parts.setSpacing(10)
        self.parts.setObjectName(u"parts")

        self.content.addLayout(self.parts)

        self.below = QSpacerItem(1, 1, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.content.addItem(self.below)

        self.scroll.setWidget(self.sheet)
        self.body.addWidget(self.scroll)

        self.rows.addWidget(self.body)

        self.bottom = QHBoxLayout()
        self.bottom.setSpacing(10)
        self.bottom.setObjectName(u"bottom")
        self.language_label = QLabel(ArchiveReports)
        self.language_label.setObjectName(u"language_label")

        self.bottom.addWidget(self.language_label)

        self.language = CalmComboBox(ArchiveReports)
        self.language.setObjectName(u"language")

        self.bottom.addWidget(self.language)

        self.pdf = QCheckBox(ArchiveReports)
        self.pdf.setObjectName(u"pdf")
        self.pdf.setText(u"PDF")
        self.pdf.setChecked(True)

        self.bottom.addWidget(self.pdf)

        self.docx = QCheckBox(ArchiveReports)
        self.docx.setObjectName(u"docx")
        self.docx.setChecked(True)

        self.bottom.addWidget(self.docx)

        self.xlsx = QCheckBox(ArchiveReports)
        self.xlsx.setObjectName(u"xlsx")
        self.xlsx.setChecked(True)

        self.bottom.addWidget(self.xlsx)

        self.bottom_spring = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bottom.addItem(self.bottom_spring)

        self.print = QPushButton(ArchiveReports)
        self.print.setObjectName(u"print")

        self.bottom.addWidget(self.print)

        self.write = QPushButton(ArchiveReports)
        self.write.setObjectName(u"write")
        self.write.setProperty(u"role", u"primary")

        self.bottom.addWidget(self.write)


        self.rows.addLayout(self.bottom)

#if QT_CONFIG(shortcut)
        self.language_label.setBuddy(self.language)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ArchiveReports)

        self.body.setCurrentIndex(0)


        QMetaObject.connectSlotsByName(ArchiveReports)
    # setupUi

    def retranslateUi(self, ArchiveReports: QWidget) -> None:
#if QT_CONFIG(accessibility)
        self.period.setAccessibleName(QCoreApplication.translate("ArchiveReports", u"Time", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.first.setAccessibleName(QCoreApplication.translate("ArchiveReports", u"From", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.last.setAccessibleName(QCoreApplication.translate("ArchiveReports", u"To", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.programme.setAccessibleName(QCoreApplication.translate("ArchiveReports", u"Programme", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.place.setAccessibleName(QCoreApplication.translate("ArchiveReports", u"Place", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.scroll.setAccessibleName(QCoreApplication.translate("ArchiveReports", u"The report", None))
#endif // QT_CONFIG(accessibility)
        self.language_label.setText(QCoreApplication.translate("ArchiveReports", u"&Language", None))
        self.docx.setText(QCoreApplication.translate("ArchiveReports", u"Word document", None))
        self.xlsx.setText(QCoreApplication.translate("ArchiveReports", u"Spreadsheet", None))
        self.print.setText(QCoreApplication.translate("ArchiveReports", u"Print\u2026", None))
        self.write.setText(QCoreApplication.translate("ArchiveReports", u"Write the report\u2026", None))
        pass
    # retranslateUi

