"""Compiled from ui/pages/prepare_team.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from clesidra_desktop.gui.widgets.growing_edit import GrowingEdit
class Ui_PrepareTeam(object):
    def setupUi(self, PrepareTeam: QWidget) -> None:
        if not PrepareTeam.objectName():
            PrepareTeam.setObjectName(u"PrepareTeam")
        self.rows = QVBoxLayout(PrepareTeam)
        self.rows.setSpacing(8)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(0, 10, 8, 8)
        self.hint = QLabel(PrepareTeam)
        self.hint.setObjectName(u"hint")
        self.hint.setProperty(u"level", u"muted")

        self.rows.addWidget(self.hint)

        self.team = QHBoxLayout()
        self.team.setSpacing(16)
        self.team.setObjectName(u"team")
        self.facilitator_cell = QVBoxLayout()
        self.facilitator_cell.setSpacing(2)
        self.facilitator_cell.setObjectName(u"facilitator_cell")
        self.facilitator_label = QLabel(PrepareTeam)
        self.facilitator_label.setObjectName(u"facilitator_label")

        self.facilitator_cell.addWidget(self.facilitator_label)

        self.facilitator = GrowingEdit(PrepareTeam)
        self.facilitator.setObjectName(u"facilitator")

        self.facilitator_cell.addWidget(self.facilitator)

        self.facilitator_note = QLabel(PrepareTeam)
        self.facilitator_note.setObjectName(u"facilitator_note")
        self.facilitator_note.setWordWrap(True)
        self.facilitator_note.setProperty(u"level", u"small")

        self.facilitator_cell.addWidget(self.facilitator_note)

        self.facilitator_spring = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.facilitator_cell.addItem(self.facilitator_spring)


        self.team.addLayout(self.facilitator_cell)

        self.mc_cell = QVBoxLayout()
        self.mc_cell.setSpacing(2)
        self.mc_cell.setObjectName(u"mc_cell")
        self.mc_label = QLabel(PrepareTeam)
        self.mc_label.setObjectName(u"mc_label")

        self.mc_cell.addWidget(self.mc_label)

        self.mc = GrowingEdit(PrepareTeam)
        self.mc.setObjectName(u"mc")

        self.mc_cell.addWidget(self.mc)

        self.mc_note = QLabel(PrepareTeam)
        self.mc_note.setObjectName(u"mc_note")
        self.mc_note.setWordWrap(True)
        self.mc_note.setProperty(u"level", u"small")

        self.mc_cell.addWidget(self.mc_note)

        self.mc_spring = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.mc_cell.addItem(self.mc_spring)


        self.team.addLayout(self.mc_cell)

        self.minute_taker_cell = QVBoxLayout()
        self.minute_taker_cell.setSpacing(2)
        self.minute_taker_cell.setObjectName(u"minute_taker_cell")
        self.minute_taker_label = QLabel(PrepareTeam)
        self.minute_taker_label.setObjectName(u"minute_taker_label")

        self.minute_taker_cell.addWidget(self.minute_taker_label)

        self.minute_taker = GrowingEdit(PrepareTeam)
        self.minute_taker.setObjectName(u"minute_taker")

        self.minute_taker_cell.addWidget(self.minute_taker)

        self.minute_taker_note = QLabel(PrepareTeam)
        self.minute_taker_note.setObjectName(u"minute_taker_note")
        self.minute_taker_note.setWordWrap(True)
        self.minute_taker_note.setProperty(u"level", u"small")

        self.minute_taker_cell.addWidget(self.minute_taker_note)

        self.minute_taker_spring = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.minute_taker_cell.addItem(self.minute_taker_spring)


        self.team.addLayout(self.minute_taker_cell)

        self.team.setStretch(0, 1)
        self.team.setStretch(1, 1)
        self.team.setStretch(2, 1)

        self.rows.addLayout(self.team)

        self.aims = QHBoxLayout()
        self.aims.setSpacing(16)
        self.aims.setObjectName(u"aims")
        self.objectives_cell = QVBoxLayout()
        self.objectives_cell.setSpacing(2)
        self.objectives_cell.setObjectName(u"objectives_cell")
        self.objectives_label = QLabel(PrepareTeam)
        self.objectives_label.setObjectName(u"objectives_label")

        self.objectives_cell.addWidget(self.objectives_label)

        self.objectives = GrowingEdit(PrepareTeam)
        self.objectives.setObjectName(u"objectives")

        self.objectives_cell.addWidget(self.objectives)

        self.objectives_note = QLabel(PrepareTeam)
        self.objectives_note.setObjectName(u"objectives_note")
        self.objectives_note.setWordWrap(True)
        self.objectives_note.setProperty(u"level", u"small")

        self.objectives_cell.addWidget(self.objectives_note)

        self.objectives_spring = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.objectives_cell.addItem(self.objectives_spring)


        self.aims.addLayout(self.objectives_cell)

        self.aims.setStretch(0, 1)

        self.rows.addLayout(self.aims)

        self.spring = QSpacerItem(1, 1, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rows.addItem(self.spring)

        self.rows.setStretch(3, 1)
#if QT_CONFIG(shortcut)
        self.facilitator_label.setBuddy(self.facilitator)
        self.mc_label.setBuddy(self.mc)
        self.minute_taker_label.setBuddy(self.minute_taker)
        self.objectives_label.setBuddy(self.objectives)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PrepareTeam)

        QMetaObject.connectSlotsByName(PrepareTeam)
    # setupUi

    def retranslateUi(self, PrepareTeam: QWidget) -> None:
        self.hint.setText(QCoreApplication.translate("PrepareTeam", u"One name or one objective on each line.", None))
        self.facilitator_label.setText(QCoreApplication.translate("PrepareTeam", u"Fa&cilitators", None))
        self.mc_label.setText(QCoreApplication.translate("PrepareTeam", u"&MCs", None))
        self.minute_taker_label.setText(QCoreApplication.translate("PrepareTeam", u"M&inute takers", None))
        self.objectives_label.setText(QCoreApplication.translate("PrepareTeam", u"&Objectives", None))
        pass
    # retranslateUi

