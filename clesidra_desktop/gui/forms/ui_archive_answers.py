"""Compiled from ui/pages/archive_answers.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSpacerItem, QStackedWidget, QTextBrowser, QVBoxLayout, QWidget

from clesidra_desktop.gui.widgets.calm_combo import CalmComboBox
from clesidra_desktop.gui.widgets.table import Table
class Ui_ArchiveAnswers(object):
    def setupUi(self, ArchiveAnswers: QWidget) -> None:
        if not ArchiveAnswers.objectName():
            ArchiveAnswers.setObjectName(u"ArchiveAnswers")
        self.rows = QVBoxLayout(ArchiveAnswers)
        self.rows.setSpacing(8)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.filters_place = QHBoxLayout()
        self.filters_place.setObjectName(u"filters_place")

        self.rows.addLayout(self.filters_place)

        self.state = QLabel(ArchiveAnswers)
        self.state.setObjectName(u"state")
        self.state.setProperty(u"level", u"muted")

        self.rows.addWidget(self.state)

        self.body = QStackedWidget(ArchiveAnswers)
        self.body.setObjectName(u"body")
        self.answers_page = QWidget()
        self.answers_page.setObjectName(u"answers_page")
        self.columns = QHBoxLayout(self.answers_page)
        self.columns.setSpacing(16)
        self.columns.setObjectName(u"columns")
        self.columns.setContentsMargins(0, 0, 0, 0)
        self.table = Table(self.answers_page)
        self.table.setObjectName(u"table")

        self.columns.addWidget(self.table)

        self.answer = QTextBrowser(self.answers_page)
        self.answer.setObjectName(u"answer")

        self.columns.addWidget(self.answer)

        self.columns.setStretch(0, 3)
        self.columns.setStretch(1, 2)
        self.body.addWidget(self.answers_page)

        self.rows.addWidget(self.body)

        self.tools = QHBoxLayout()
        self.tools.setSpacing(8)
        self.tools.setObjectName(u"tools")
        self.hint = QLabel(ArchiveAnswers)
        self.hint.setObjectName(u"hint")
        self.hint.setProperty(u"level", u"small")

        self.tools.addWidget(self.hint)

        self.spring = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.tools.addItem(self.spring)

        self.language_label = QLabel(ArchiveAnswers)
        self.language_label.setObjectName(u"language_label")

        self.tools.addWidget(self.language_label)

        self.language = CalmComboBox(ArchiveAnswers)
        self.language.setObjectName(u"language")

        self.tools.addWidget(self.language)

        self.pdf = QCheckBox(ArchiveAnswers)
        self.pdf.setObjectName(u"pdf")
        self.pdf.setChecked(True)

        self.tools.addWidget(self.pdf)

        self.docx = QCheckBox(ArchiveAnswers)
        self.docx.setObjectName(u"docx")
        self.docx.setChecked(True)

        self.tools.addWidget(self.docx)

        self.write = QPushButton(ArchiveAnswers)
        self.write.setObjectName(u"write")
        self.write.setProperty(u"role", u"primary")

        self.tools.addWidget(self.write)


        self.rows.addLayout(self.tools)


        self.retranslateUi(ArchiveAnswers)

        QMetaObject.connectSlotsByName(ArchiveAnswers)
    # setupUi

    def retranslateUi(self, ArchiveAnswers: QWidget) -> None:
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("ArchiveAnswers", u"Answers of all workshops", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.answer.setAccessibleName(QCoreApplication.translate("ArchiveAnswers", u"The whole answer", None))
#endif // QT_CONFIG(accessibility)
        self.hint.setText(QCoreApplication.translate("ArchiveAnswers", u"Enter opens the answer in its workshop.", None))
        self.language_label.setText(QCoreApplication.translate("ArchiveAnswers", u"Booklet in", None))
#if QT_CONFIG(accessibility)
        self.language.setAccessibleName(QCoreApplication.translate("ArchiveAnswers", u"Language of the booklet", None))
#endif // QT_CONFIG(accessibility)
        self.pdf.setText(QCoreApplication.translate("ArchiveAnswers", u"PDF", None))
        self.docx.setText(QCoreApplication.translate("ArchiveAnswers", u"Word", None))
        self.write.setText(QCoreApplication.translate("ArchiveAnswers", u"Make the booklet\u2026", None))
        pass
    # retranslateUi

