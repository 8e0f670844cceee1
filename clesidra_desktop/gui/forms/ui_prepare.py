"""Compiled from ui/pages/prepare.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QMetaObject
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget
class Ui_Prepare(object):
    def setupUi(self, Prepare: QWidget) -> None:
        if not Prepare.objectName():
            Prepare.setObjectName(u"Prepare")
        self.rows = QVBoxLayout(Prepare)
        self.rows.setSpacing(6)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(24, 8, 24, 10)
        self.sections = QTabWidget(Prepare)
        self.sections.setObjectName(u"sections")
        self.sections.setDocumentMode(True)
        self.sections.setUsesScrollButtons(True)

        self.rows.addWidget(self.sections)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(12)
        self.foot.setObjectName(u"foot")
        self.missing = QLabel(Prepare)
        self.missing.setObjectName(u"missing")
        self.missing.setWordWrap(True)
        self.missing.setProperty(u"level", u"muted")

        self.foot.addWidget(self.missing)

        self.next = QPushButton(Prepare)
        self.next.setObjectName(u"next")
        self.next.setProperty(u"role", u"primary")

        self.foot.addWidget(self.next)

        self.foot.setStretch(0, 1)

        self.rows.addLayout(self.foot)


        self.retranslateUi(Prepare)

        QMetaObject.connectSlotsByName(Prepare)
    # setupUi

    def retranslateUi(self, Prepare: QWidget) -> None:
        pass
    # retranslateUi

