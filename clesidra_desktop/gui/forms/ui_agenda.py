"""Compiled from ui/pages/agenda.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget
class Ui_Agenda(object):
    def setupUi(self, Agenda: QWidget) -> None:
        if not Agenda.objectName():
            Agenda.setObjectName(u"Agenda")
        self.rows = QVBoxLayout(Agenda)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(24, 8, 24, 16)
        self.tabs = QTabWidget(Agenda)
        self.tabs.setObjectName(u"tabs")
        self.tabs.setDocumentMode(True)
        self.run = QWidget()
        self.run.setObjectName(u"run")
        self.run_rows = QVBoxLayout(self.run)
        self.run_rows.setSpacing(12)
        self.run_rows.setObjectName(u"run_rows")
        self.run_rows.setContentsMargins(0, 12, 0, 0)
        self.columns = QHBoxLayout()
        self.columns.setSpacing(16)
        self.columns.setObjectName(u"columns")
        self.timeline_column = QVBoxLayout()
        self.timeline_column.setSpacing(6)
        self.timeline_column.setObjectName(u"timeline_column")
        self.timeline_tools = QHBoxLayout()
        self.timeline_tools.setSpacing(2)
        self.timeline_tools.setObjectName(u"timeline_tools")

        self.timeline_column.addLayout(self.timeline_tools)


        self.columns.addLayout(self.timeline_column)

        self.now_column = QVBoxLayout()
        self.now_column.setObjectName(u"now_column")

        self.columns.addLayout(self.now_column)

        self.notes_column = QVBoxLayout()
        self.notes_column.setSpacing(6)
        self.notes_column.setObjectName(u"notes_column")

        self.columns.addLayout(self.notes_column)

        self.columns.setStretch(0, 40)
        self.columns.setStretch(1, 30)
        self.columns.setStretch(2, 34)

        self.run_rows.addLayout(self.columns)

        self.late_row = QVBoxLayout()
        self.late_row.setObjectName(u"late_row")

        self.run_rows.addLayout(self.late_row)

        self.run_rows.setStretch(0, 1)
        self.tabs.addTab(self.run, "")
        self.polls = QWidget()
        self.polls.setObjectName(u"polls")
        self.polls_rows = QVBoxLayout(self.polls)
        self.polls_rows.setObjectName(u"polls_rows")
        self.polls_rows.setContentsMargins(0, 12, 0, 0)
        self.tabs.addTab(self.polls, "")
        self.ways = QWidget()
        self.ways.setObjectName(u"ways")
        self.ways_rows = QVBoxLayout(self.ways)
        self.ways_rows.setObjectName(u"ways_rows")
        self.ways_rows.setContentsMargins(0, 12, 0, 0)
        self.tabs.addTab(self.ways, "")

        self.rows.addWidget(self.tabs)


        self.retranslateUi(Agenda)

        QMetaObject.connectSlotsByName(Agenda)
    # setupUi

    def retranslateUi(self, Agenda: QWidget) -> None:
        self.tabs.setTabText(self.tabs.indexOf(self.run), QCoreApplication.translate("Agenda", u"The agenda against the clock", None))
        self.tabs.setTabText(self.tabs.indexOf(self.polls), QCoreApplication.translate("Agenda", u"Polls", None))
        self.tabs.setTabText(self.tabs.indexOf(self.ways), QCoreApplication.translate("Agenda", u"Ways forward", None))
        pass
    # retranslateUi

