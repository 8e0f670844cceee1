"""Compiled from ui/pages/groups.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSpacerItem, QSplitter, QVBoxLayout, QWidget
class Ui_Groups(object):
    def setupUi(self, Groups: QWidget) -> None:
        if not Groups.objectName():
            Groups.setObjectName(u"Groups")
        self.rows = QVBoxLayout(Groups)
        self.rows.setSpacing(8)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(24, 16, 24, 16)
        self.top = QHBoxLayout()
        self.top.setSpacing(8)
        self.top.setObjectName(u"top")
        self.title = QLabel(Groups)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"level", u"title")

        self.top.addWidget(self.title)

        self.state = QLabel(Groups)
        self.state.setObjectName(u"state")
        self.state.setProperty(u"level", u"muted")

        self.top.addWidget(self.state)

        self.spring = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.top.addItem(self.spring)

        self.deal = QPushButton(Groups)
        self.deal.setObjectName(u"deal")

        self.top.addWidget(self.deal)

        self.even = QPushButton(Groups)
        self.even.setObjectName(u"even")

        self.top.addWidget(self.even)

        self.rules = QPushButton(Groups)
        self.rules.setObjectName(u"rules")

        self.top.addWidget(self.rules)

        self.round = QPushButton(Groups)
        self.round.setObjectName(u"round")

        self.top.addWidget(self.round)

        self.print = QPushButton(Groups)
        self.print.setObjectName(u"print")

        self.top.addWidget(self.print)


        self.rows.addLayout(self.top)

        self.newcomers = QFrame(Groups)
        self.newcomers.setObjectName(u"newcomers")
        self.newcomers.setProperty(u"surface", u"warning")
        self.newcomers_row = QHBoxLayout(self.newcomers)
        self.newcomers_row.setObjectName(u"newcomers_row")
        self.newcomers_row.setContentsMargins(12, 6, 6, 6)
        self.newcomers_text = QLabel(self.newcomers)
        self.newcomers_text.setObjectName(u"newcomers_text")
        self.newcomers_text.setWordWrap(True)

        self.newcomers_row.addWidget(self.newcomers_text)

        self.seat = QPushButton(self.newcomers)
        self.seat.setObjectName(u"seat")
        self.seat.setProperty(u"role", u"primary")

        self.newcomers_row.addWidget(self.seat)

        self.newcomers_row.setStretch(0, 1)

        self.rows.addWidget(self.newcomers)

        self.absent = QFrame(Groups)
        self.absent.setObjectName(u"absent")
        self.absent.setProperty(u"surface", u"notice")
        self.absent_row = QHBoxLayout(self.absent)
        self.absent_row.setObjectName(u"absent_row")
        self.absent_row.setContentsMargins(12, 6, 6, 6)
        self.absent_text = QLabel(self.absent)
        self.absent_text.setObjectName(u"absent_text")
        self.absent_text.setWordWrap(True)

        self.absent_row.addWidget(self.absent_text)

        self.leave_absent = QPushButton(self.absent)
        self.leave_absent.setObjectName(u"leave_absent")

        self.absent_row.addWidget(self.leave_absent)

        self.absent_row.setStretch(0, 1)

        self.rows.addWidget(self.absent)

        self.broken = QLabel(Groups)
        self.broken.setObjectName(u"broken")
        self.broken.setWordWrap(True)
        self.broken.setProperty(u"level", u"error")

        self.rows.addWidget(self.broken)

        self.said = QLabel(Groups)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.rows.addWidget(self.said)

        self.causes_row = QHBoxLayout()
        self.causes_row.setObjectName(u"causes_row")
        self.causes = QLabel(Groups)
        self.causes.setObjectName(u"causes")
        self.causes.setWordWrap(True)
        self.causes.setProperty(u"level", u"late")

        self.causes_row.addWidget(self.causes)

        self.few_moves = QPushButton(Groups)
        self.few_moves.setObjectName(u"few_moves")

        self.causes_row.addWidget(self.few_moves)

        self.causes_row.setStretch(0, 1)

        self.rows.addLayout(self.causes_row)

        self.parts = QSplitter(Groups)
        self.parts.setObjectName(u"parts")
        self.parts.setOrientation(Qt.Orientation.Vertical)
        self.parts.setChildrenCollapsible(False)
        self.below = QWidget(self.parts)
        self.below.setObjectName(u"below")
        self.below_rows = QVBoxLayout(self.below)
        self.below_rows.setSpacing(6)
        self.below_rows.setObjectName(u"below_rows")
        self.below_rows.setContentsMargins(0, 4, 0, 0)
        self.details = QLabel(self.below)
        self.details.setObjectName(u"details")
        self.details.setWordWrap(True)
        self.details.setProperty(u"level", u"small")

        self.below_rows.addWidget(self.details)

        self.parts.addWidget(self.below)

        self.rows.addWidget(self.parts)

        self.foot = QHBoxLayout()
        self.foot.setObjectName(u"foot")
        self.fairness = QPushButton(Groups)
        self.fairness.setObjectName(u"fairness")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.fairness.sizePolicy().hasHeightForWidth())
        self.fairness.setSizePolicy(sizePolicy)
        self.fairness.setCheckable(True)
        self.fairness.setProperty(u"role", u"quiet")

        self.foot.addWidget(self.fairness)

        self.keys = QLabel(Groups)
        self.keys.setObjectName(u"keys")
        self.keys.setProperty(u"level", u"small")
        self.keys.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.foot.addWidget(self.keys)


        self.rows.addLayout(self.foot)


        self.retranslateUi(Groups)

        QMetaObject.connectSlotsByName(Groups)
    # setupUi

    def retranslateUi(self, Groups: QWidget) -> None:
        self.title.setText(QCoreApplication.translate("Groups", u"Groups", None))
        self.even.setText(QCoreApplication.translate("Groups", u"Even out\u2026", None))
        self.rules.setText(QCoreApplication.translate("Groups", u"Rules\u2026", None))
        self.round.setText(QCoreApplication.translate("Groups", u"Next round", None))
        self.print.setText(QCoreApplication.translate("Groups", u"Print\u2026", None))
        self.leave_absent.setText(QCoreApplication.translate("Groups", u"Leave them out", None))
        self.few_moves.setText(QCoreApplication.translate("Groups", u"Even out\u2026", None))
        self.keys.setText(QCoreApplication.translate("Groups", u"Ctrl+\u2190 \u2192 moves \u00b7 L locks \u00b7 W why here \u00b7 Del leaves out \u00b7 Shift selects more", None))
        pass
    # retranslateUi

