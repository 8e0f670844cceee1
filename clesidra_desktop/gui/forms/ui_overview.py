"""Compiled from ui/pages/overview.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from clesidra_desktop.gui.widgets.findings_list import FindingsList
class Ui_Overview(object):
    def setupUi(self, Overview: QWidget) -> None:
        if not Overview.objectName():
            Overview.setObjectName(u"Overview")
        self.rows = QVBoxLayout(Overview)
        self.rows.setSpacing(14)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(24, 16, 24, 16)
        self.title = QLabel(Overview)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setProperty(u"level", u"title")

        self.rows.addWidget(self.title)

        self.next_card = QFrame(Overview)
        self.next_card.setObjectName(u"next_card")
        self.next_card.setProperty(u"surface", u"card")
        self.next_row = QHBoxLayout(self.next_card)
        self.next_row.setObjectName(u"next_row")
        self.next_row.setContentsMargins(16, 12, 16, 12)
        self.next_words = QVBoxLayout()
        self.next_words.setObjectName(u"next_words")
        self.next_title = QLabel(self.next_card)
        self.next_title.setObjectName(u"next_title")
        self.next_title.setProperty(u"level", u"section")

        self.next_words.addWidget(self.next_title)

        self.next_sentence = QLabel(self.next_card)
        self.next_sentence.setObjectName(u"next_sentence")
        self.next_sentence.setWordWrap(True)
        self.next_sentence.setProperty(u"level", u"muted")

        self.next_words.addWidget(self.next_sentence)


        self.next_row.addLayout(self.next_words)

        self.next = QPushButton(self.next_card)
        self.next.setObjectName(u"next")
        self.next.setProperty(u"role", u"primary")

        self.next_row.addWidget(self.next)

        self.next_row.setStretch(0, 1)

        self.rows.addWidget(self.next_card)

        self.numbers = QHBoxLayout()
        self.numbers.setSpacing(12)
        self.numbers.setObjectName(u"numbers")

        self.rows.addLayout(self.numbers)

        self.findings_title = QLabel(Overview)
        self.findings_title.setObjectName(u"findings_title")
        self.findings_title.setProperty(u"level", u"section")

        self.rows.addWidget(self.findings_title)

        self.findings = FindingsList(Overview)
        self.findings.setObjectName(u"findings")

        self.rows.addWidget(self.findings)

        self.hint = QLabel(Overview)
        self.hint.setObjectName(u"hint")
        self.hint.setProperty(u"level", u"small")

        self.rows.addWidget(self.hint)


        self.retranslateUi(Overview)

        QMetaObject.connectSlotsByName(Overview)
    # setupUi

    def retranslateUi(self, Overview: QWidget) -> None:
        self.findings_title.setText(QCoreApplication.translate("Overview", u"Before the minutes are published", None))
        self.hint.setText(QCoreApplication.translate("Overview", u"Enter goes to the place where a finding is mended.", None))
        pass
    # retranslateUi

