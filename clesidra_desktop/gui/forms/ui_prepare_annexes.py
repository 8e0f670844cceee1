"""Compiled from ui/pages/prepare_annexes.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget
class Ui_PrepareAnnexes(object):
    def setupUi(self, PrepareAnnexes: QWidget) -> None:
        if not PrepareAnnexes.objectName():
            PrepareAnnexes.setObjectName(u"PrepareAnnexes")
        self.rows = QVBoxLayout(PrepareAnnexes)
        self.rows.setSpacing(8)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(0, 10, 8, 8)
        self.drop = QFrame(PrepareAnnexes)
        self.drop.setObjectName(u"drop")
        self.drop.setProperty(u"surface", u"card")
        self.drop_row = QHBoxLayout(self.drop)
        self.drop_row.setSpacing(8)
        self.drop_row.setObjectName(u"drop_row")
        self.drop_row.setContentsMargins(16, 10, 12, 10)
        self.about = QLabel(self.drop)
        self.about.setObjectName(u"about")
        self.about.setWordWrap(True)
        self.about.setProperty(u"level", u"muted")

        self.drop_row.addWidget(self.about)

        self.add_attendants = QPushButton(self.drop)
        self.add_attendants.setObjectName(u"add_attendants")
        self.add_attendants.setProperty(u"role", u"quiet")

        self.drop_row.addWidget(self.add_attendants)

        self.add_agenda = QPushButton(self.drop)
        self.add_agenda.setObjectName(u"add_agenda")
        self.add_agenda.setProperty(u"role", u"quiet")

        self.drop_row.addWidget(self.add_agenda)

        self.choose = QPushButton(self.drop)
        self.choose.setObjectName(u"choose")

        self.drop_row.addWidget(self.choose)

        self.drop_row.setStretch(0, 1)

        self.rows.addWidget(self.drop)

        self.list = QVBoxLayout()
        self.list.setObjectName(u"list")

        self.rows.addLayout(self.list)

        self.spring = QSpacerItem(1, 1, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rows.addItem(self.spring)


        self.retranslateUi(PrepareAnnexes)

        QMetaObject.connectSlotsByName(PrepareAnnexes)
    # setupUi

    def retranslateUi(self, PrepareAnnexes: QWidget) -> None:
        self.add_attendants.setText(QCoreApplication.translate("PrepareAnnexes", u"Add the attendant list", None))
        self.add_agenda.setText(QCoreApplication.translate("PrepareAnnexes", u"Add the agenda", None))
        self.choose.setText(QCoreApplication.translate("PrepareAnnexes", u"&Choose files\u2026", None))
        pass
    # retranslateUi

