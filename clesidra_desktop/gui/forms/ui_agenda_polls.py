"""Compiled from ui/pages/agenda_polls.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject, QSize, Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QListWidget, QPlainTextEdit, QPushButton, QScrollArea, QSizePolicy, QSpacerItem, QSpinBox, QVBoxLayout, QWidget
class Ui_AgendaPolls(object):
    def setupUi(self, AgendaPolls: QWidget) -> None:
        if not AgendaPolls.objectName():
            AgendaPolls.setObjectName(u"AgendaPolls")
        self.columns = QHBoxLayout(AgendaPolls)
        self.columns.setSpacing(20)
        self.columns.setObjectName(u"columns")
        self.columns.setContentsMargins(0, 0, 0, 0)
        self.list_column = QVBoxLayout()
        self.list_column.setSpacing(8)
        self.list_column.setObjectName(u"list_column")
        self.list = QListWidget(AgendaPolls)
        self.list.setObjectName(u"list")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)

        self.list_column.addWidget(self.list)

        self.new_question = QLineEdit(AgendaPolls)
        self.new_question.setObjectName(u"new_question")

        self.list_column.addWidget(self.new_question)

        self.remove = QPushButton(AgendaPolls)
        self.remove.setObjectName(u"remove")
        self.remove.setProperty(u"role", u"quiet")

        self.list_column.addWidget(self.remove)


        self.columns.addLayout(self.list_column)

        self.scroll = QScrollArea(AgendaPolls)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setWidgetResizable(True)
        self.form = QWidget()
        self.form.setObjectName(u"form")
        self.form_rows = QVBoxLayout(self.form)
        self.form_rows.setSpacing(8)
        self.form_rows.setObjectName(u"form_rows")
        self.form_rows.setContentsMargins(0, 0, 8, 0)
        self.question_label = QLabel(self.form)
        self.question_label.setObjectName(u"question_label")
        self.question_label.setProperty(u"level", u"muted")

        self.form_rows.addWidget(self.question_label)

        self.question = QLineEdit(self.form)
        self.question.setObjectName(u"question")

        self.form_rows.addWidget(self.question)

        self.multiple = QCheckBox(self.form)
        self.multiple.setObjectName(u"multiple")

        self.form_rows.addWidget(self.multiple)

        self.options_label = QLabel(self.form)
        self.options_label.setObjectName(u"options_label")
        self.options_label.setProperty(u"level", u"muted")
        self.options_label.setWordWrap(True)

        self.form_rows.addWidget(self.options_label)

        self.options = QGridLayout()
        self.options.setObjectName(u"options")
        self.options.setHorizontalSpacing(6)
        self.options.setVerticalSpacing(6)

        self.form_rows.addLayout(self.options)

        self.new_option = QLineEdit(self.form)
        self.new_option.setObjectName(u"new_option")

        self.form_rows.addWidget(self.new_option)

        self.people_row = QHBoxLayout()
        self.people_row.setObjectName(u"people_row")
        self.respondents_label = QLabel(self.form)
        self.respondents_label.setObjectName(u"respondents_label")

        self.people_row.addWidget(self.respondents_label)

        self.respondents = QSpinBox(self.form)
        self.respondents.setObjectName(u"respondents")
        self.respondents.setMinimum(-1)
        self.respondents.setMaximum(100000)
        self.respondents.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.people_row.addWidget(self.respondents)

        self.people_row.setStretch(0, 1)

        self.form_rows.addLayout(self.people_row)

        self.total = QLabel(self.form)
        self.total.setObjectName(u"total")
        self.total.setWordWrap(True)

        self.form_rows.addWidget(self.total)

        self.findings = QLabel(self.form)
        self.findings.setObjectName(u"findings")
        self.findings.setWordWrap(True)
        self.findings.setProperty(u"level", u"late")

        self.form_rows.addWidget(self.findings)

        self.error = QLabel(self.form)
        self.error.setObjectName(u"error")
        self.error.setWordWrap(True)
        self.error.setProperty(u"level", u"error")

        self.form_rows.addWidget(self.error)

        self.note_label = QLabel(self.form)
        self.note_label.setObjectName(u"note_label")
        self.note_label.setProperty(u"level", u"muted")

        self.form_rows.addWidget(self.note_label)

        self.note = QPlainTextEdit(self.form)
        self.note.setObjectName(u"note")
        self.note.setTabChangesFocus(True)
        self.note.setMaximumSize(QSize(16777215, 90))

        self.form_rows.addWidget(self.note)

        self.rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.form_rows.addItem(self.rest)

        self.scroll.setWidget(self.form)

        self.columns.addWidget(self.scroll)

        self.print_column = QVBoxLayout()
        self.print_column.setSpacing(8)
        self.print_column.setObjectName(u"print_column")
        self.print_title = QLabel(AgendaPolls)
        self.print_title.setObjectName(u"print_title")
        self.print_title.setProperty(u"level", u"section")

        self.print_column.addWidget(self.print_title)

        self.print_scroll = QScrollArea(AgendaPolls)
        self.print_scroll.setObjectName(u"print_scroll")
        self.print_scroll.setWidgetResizable(True)
        self.print = QFrame()
        self.print.setObjectName(u"print")
        self.print.setProperty(u"surface", u"card")
        self.print_rows = QVBoxLayout(self.print)
        self.print_rows.setSpacing(12)
        self.print_rows.setObjectName(u"print_rows")
        self.print_rows.setContentsMargins(16, 12, 16, 12)
        self.print_scroll.setWidget(self.print)

        self.print_column.addWidget(self.print_scroll)


        self.columns.addLayout(self.print_column)

        self.columns.setStretch(0, 5)
        self.columns.setStretch(1, 9)
        self.columns.setStretch(2, 8)
#if QT_CONFIG(shortcut)
        self.question_label.setBuddy(self.question)
        self.respondents_label.setBuddy(self.respondents)
        self.note_label.setBuddy(self.note)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(AgendaPolls)

        QMetaObject.connectSlotsByName(AgendaPolls)
    # setupUi

    def retranslateUi(self, AgendaPolls: QWidget) -> None:
#if QT_CONFIG(accessibility)
        self.list.setAccessibleName(QCoreApplication.translate("AgendaPolls", u"Polls", None))
#endif // QT_CONFIG(accessibility)
        self.new_question.setPlaceholderText(QCoreApplication.translate("AgendaPolls", u"New poll: what is the room asked?", None))
#if QT_CONFIG(accessibility)
        self.new_question.setAccessibleName(QCoreApplication.translate("AgendaPolls", u"Question of a new poll", None))
#endif // QT_CONFIG(accessibility)
        self.remove.setText(QCoreApplication.translate("AgendaPolls", u"Remove this poll", None))
        self.question_label.setText(QCoreApplication.translate("AgendaPolls", u"&Question", None))
        self.multiple.setText(QCoreApplication.translate("AgendaPolls", u"People could choose &several answers", None))
        self.options_label.setText(QCoreApplication.translate("AgendaPolls", u"Answers and the hands counted for each; Enter goes on", None))
        self.new_option.setPlaceholderText(QCoreApplication.translate("AgendaPolls", u"Another answer", None))
#if QT_CONFIG(accessibility)
        self.new_option.setAccessibleName(QCoreApplication.translate("AgendaPolls", u"Another answer", None))
#endif // QT_CONFIG(accessibility)
        self.respondents_label.setText(QCoreApplication.translate("AgendaPolls", u"People who &answered", None))
        self.respondents.setSpecialValueText(QCoreApplication.translate("AgendaPolls", u"not counted", None))
        self.note_label.setText(QCoreApplication.translate("AgendaPolls", u"&Note, printed below the chart", None))
        self.print_title.setText(QCoreApplication.translate("AgendaPolls", u"As it will be printed", None))
        pass
    # retranslateUi

