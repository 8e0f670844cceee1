"""Compiled from ui/pages/prepare_agenda.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QScrollArea, QSizePolicy, QSpacerItem, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from clesidra_desktop.gui.widgets.calm_combo import CalmComboBox
from clesidra_desktop.gui.widgets.growing_edit import OneLineEdit
from clesidra_desktop.gui.widgets.table import Table
class Ui_PrepareAgenda(object):
    def setupUi(self, PrepareAgenda: QWidget) -> None:
        if not PrepareAgenda.objectName():
            PrepareAgenda.setObjectName(u"PrepareAgenda")
        self.rows = QVBoxLayout(PrepareAgenda)
        self.rows.setSpacing(8)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(0, 10, 0, 0)
        self.columns = QHBoxLayout()
        self.columns.setSpacing(16)
        self.columns.setObjectName(u"columns")
        self.left = QVBoxLayout()
        self.left.setSpacing(6)
        self.left.setObjectName(u"left")
        self.body = QStackedWidget(PrepareAgenda)
        self.body.setObjectName(u"body")
        self.table_page = QWidget()
        self.table_page.setObjectName(u"table_page")
        self.table_rows = QVBoxLayout(self.table_page)
        self.table_rows.setObjectName(u"table_rows")
        self.table_rows.setContentsMargins(0, 0, 0, 0)
        self.table = Table(self.table_page)
        self.table.setObjectName(u"table")

        self.table_rows.addWidget(self.table)

        self.body.addWidget(self.table_page)

        self.left.addWidget(self.body)

        self.tools = QHBoxLayout()
        self.tools.setSpacing(4)
        self.tools.setObjectName(u"tools")
        self.add = QPushButton(PrepareAgenda)
        self.add.setObjectName(u"add")
        self.add.setProperty(u"role", u"quiet")

        self.tools.addWidget(self.add)

        self.duplicate = QPushButton(PrepareAgenda)
        self.duplicate.setObjectName(u"duplicate")
        self.duplicate.setProperty(u"role", u"quiet")

        self.tools.addWidget(self.duplicate)

        self.up = QToolButton(PrepareAgenda)
        self.up.setObjectName(u"up")
        self.up.setProperty(u"role", u"quiet")

        self.tools.addWidget(self.up)

        self.down = QToolButton(PrepareAgenda)
        self.down.setObjectName(u"down")
        self.down.setProperty(u"role", u"quiet")

        self.tools.addWidget(self.down)

        self.remove = QToolButton(PrepareAgenda)
        self.remove.setObjectName(u"remove")
        self.remove.setProperty(u"role", u"quiet")

        self.tools.addWidget(self.remove)

        self.tools_spring = QSpacerItem(1, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.tools.addItem(self.tools_spring)


        self.left.addLayout(self.tools)

        self.clock = QLabel(PrepareAgenda)
        self.clock.setObjectName(u"clock")
        self.clock.setWordWrap(True)
        self.clock.setProperty(u"level", u"muted")

        self.left.addWidget(self.clock)

        self.overruns = QLabel(PrepareAgenda)
        self.overruns.setObjectName(u"overruns")
        self.overruns.setWordWrap(True)
        self.overruns.setProperty(u"level", u"late")

        self.left.addWidget(self.overruns)


        self.columns.addLayout(self.left)

        self.scroll = QScrollArea(PrepareAgenda)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form = QWidget()
        self.form.setObjectName(u"form")
        self.item_rows = QVBoxLayout(self.form)
        self.item_rows.setSpacing(4)
        self.item_rows.setObjectName(u"item_rows")
        self.item_rows.setContentsMargins(4, 0, 10, 0)
        self.item_title_cell = QVBoxLayout()
        self.item_title_cell.setSpacing(2)
        self.item_title_cell.setObjectName(u"item_title_cell")
        self.item_title_label = QLabel(self.form)
        self.item_title_label.setObjectName(u"item_title_label")

        self.item_title_cell.addWidget(self.item_title_label)

        self.item_title = OneLineEdit(self.form)
        self.item_title.setObjectName(u"item_title")

        self.item_title_cell.addWidget(self.item_title)

        self.item_title_note = QLabel(self.form)
        self.item_title_note.setObjectName(u"item_title_note")
        self.item_title_note.setWordWrap(True)
        self.item_title_note.setProperty(u"level", u"small")

        self.item_title_cell.addWidget(self.item_title_note)

        self.item_title_spring = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.item_title_cell.addItem(self.item_title_spring)


        self.item_rows.addLayout(self.item_title_cell)

        self.speaker_cell = QVBoxLayout()
        self.speaker_cell.setSpacing(2)
        self.speaker_cell.setObjectName(u"speaker_cell")
        self.speaker_label = QLabel(self.form)
        self.speaker_label.setObjectName(u"speaker_label")

        self.speaker_cell.addWidget(self.speaker_label)

        self.speaker = QLineEdit(self.form)
        self.speaker.setObjectName(u"speaker")

        self.speaker_cell.addWidget(self.speaker)

        self.speaker_note = QLabel(self.form)
        self.speaker_note.setObjectName(u"speaker_note")
        self.speaker_note.setWordWrap(True)
        self.speaker_note.setProperty(u"level", u"small")

        self.speaker_cell.addWidget(self.speaker_note)

        self.speaker_spring = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.speaker_cell.addItem(self.speaker_spring)


        self.item_rows.addLayout(self.speaker_cell)

        self.kind_row = QHBoxLayout()
        self.kind_row.setSpacing(16)
        self.kind_row.setObjectName(u"kind_row")
        self.kind_cell = QVBoxLayout()
        self.kind_cell.setSpacing(2)
        self.kind_cell.setObjectName(u"kind_cell")
        self.kind_label = QLabel(self.form)
        self.kind_label.setObjectName(u"kind_label")

        self.kind_cell.addWidget(self.kind_label)

        self.kind = CalmComboBox(self.form)
        self.kind.setObjectName(u"kind")

        self.kind_cell.addWidget(self.kind)

        self.kind_note = QLabel(self.form)
        self.kind_note.setObjectName(u"kind_note")
        self.kind_note.setWordWrap(True)
        self.kind_note.setProperty(u"level", u"small")

        self.kind_cell.addWidget(self.kind_note)

        self.kind_spring = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.kind_cell.addItem(self.kind_spring)


        self.kind_row.addLayout(self.kind_cell)

        self.minutes_cell = QVBoxLayout()
        self.minutes_cell.setSpacing(2)
        self.minutes_cell.setObjectName(u"minutes_cell")
        self.minutes_label = QLabel(self.form)
        self.minutes_label.setObjectName(u"minutes_label")

        self.minutes_cell.addWidget(self.minutes_label)

        self.minutes = QLineEdit(self.form)
        self.minutes.setObjectName(u"minutes")

        self.minutes_cell.addWidget(self.minutes)

        self.minutes_note = QLabel(self.form)
        self.minutes_note.setObjectName(u"minutes_note")
        self.minutes_note.setWordWrap(True)
        self.minutes_note.setProperty(u"level", u"small")

        self.minutes_cell.addWidget(self.minutes_note)

        self.minutes_spring = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.minutes_cell.addItem(self.minutes_spring)


        self.kind_row.addLayout(self.minutes_cell)

        self.kind_row.setStretch(0, 3)
        self.kind_row.setStretch(1, 2)

        self.item_rows.addLayout(self.kind_row)

        self.fixed_cell = QVBoxLayout()
        self.fixed_cell.setSpacing(2)
        self.fixed_cell.setObjectName(u"fixed_cell")
        self.fixed_label = QLabel(self.form)
        self.fixed_label.setObjectName(u"fixed_label")

        self.fixed_cell.addWidget(self.fixed_label)

        self.fixed_row = QHBoxLayout()
        self.fixed_row.setSpacing(8)
        self.fixed_row.setObjectName(u"fixed_row")
        self.fixed_time = QLineEdit(self.form)
        self.fixed_time.setObjectName(u"fixed_time")

        self.fixed_row.addWidget(self.fixed_time)

        self.fixed_day = CalmComboBox(self.form)
        self.fixed_day.setObjectName(u"fixed_day")

        self.fixed_row.addWidget(self.fixed_day)

        self.fixed_row.setStretch(0, 2)
        self.fixed_row.setStretch(1, 3)

        self.fixed_cell.addLayout(self.fixed_row)

        self.fixed_time_note = QLabel(self.form)
        self.fixed_time_note.setObjectName(u"fixed_time_note")
        self.fixed_time_note.setWordWrap(True)
        self.fixed_time_note.setProperty(u"level", u"small")

        self.fixed_cell.addWidget(self.fixed_time_note)


        self.item_rows.addLayout(self.fixed_cell)

        self.poll_cell = QVBoxLayout()
        self.poll_cell.setSpacing(2)
        self.poll_cell.setObjectName(u"poll_cell")
        self.poll_label = QLabel(self.form)
        self.poll_label.setObjectName(u"poll_label")

        self.poll_cell.addWidget(self.poll_label)

        self.poll = CalmComboBox(self.form)
        self.poll.setObjectName(u"poll")

        self.poll_cell.addWidget(self.poll)

        self.poll_note = QLabel(self.form)
        self.poll_note.setObjectName(u"poll_note")
        self.poll_note.setWordWrap(True)
        self.poll_note.setProperty(u"level", u"small")

        self.poll_cell.addWidget(self.poll_note)

        self.poll_spring = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.poll_cell.addItem(self.poll_spring)


        self.item_rows.addLayout(self.poll_cell)

        self.annex_cell = QVBoxLayout()
        self.annex_cell.setSpacing(2)
        self.annex_cell.setObjectName(u"annex_cell")
        self.annex_label = QLabel(self.form)
        self.annex_label.setObjectName(u"annex_label")

        self.annex_cell.addWidget(self.annex_label)

        self.annex = CalmComboBox(self.form)
        self.annex.setObjectName(u"annex")

        self.annex_cell.addWidget(self.annex)

        self.annex_note = QLabel(self.form)
        self.annex_note.setObjectName(u"annex_note")
        self.annex_note.setWordWrap(True)
        self.annex_note.setProperty(u"level", u"small")

        self.annex_cell.addWidget(self.annex_note)

        self.annex_spring = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.annex_cell.addItem(self.annex_spring)


        self.item_rows.addLayout(self.annex_cell)

        self.internal = QCheckBox(self.form)
        self.internal.setObjectName(u"internal")

        self.item_rows.addWidget(self.internal)

        self.item_spring = QSpacerItem(1, 1, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.item_rows.addItem(self.item_spring)

        self.item_rows.setStretch(7, 1)
        self.scroll.setWidget(self.form)

        self.columns.addWidget(self.scroll)

        self.columns.setStretch(0, 5)
        self.columns.setStretch(1, 3)

        self.rows.addLayout(self.columns)

#if QT_CONFIG(shortcut)
        self.item_title_label.setBuddy(self.item_title)
        self.speaker_label.setBuddy(self.speaker)
        self.kind_label.setBuddy(self.kind)
        self.minutes_label.setBuddy(self.minutes)
        self.fixed_label.setBuddy(self.fixed_time)
        self.poll_label.setBuddy(self.poll)
        self.annex_label.setBuddy(self.annex)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PrepareAgenda)

        QMetaObject.connectSlotsByName(PrepareAgenda)
    # setupUi

    def retranslateUi(self, PrepareAgenda: QWidget) -> None:
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("PrepareAgenda", u"Agenda", None))
#endif // QT_CONFIG(accessibility)
        self.add.setText(QCoreApplication.translate("PrepareAgenda", u"Add an item", None))
        self.duplicate.setText(QCoreApplication.translate("PrepareAgenda", u"Duplicate", None))
#if QT_CONFIG(tooltip)
        self.up.setToolTip(QCoreApplication.translate("PrepareAgenda", u"Move up", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.up.setAccessibleName(QCoreApplication.translate("PrepareAgenda", u"Move up", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.down.setToolTip(QCoreApplication.translate("PrepareAgenda", u"Move down", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.down.setAccessibleName(QCoreApplication.translate("PrepareAgenda", u"Move down", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.remove.setToolTip(QCoreApplication.translate("PrepareAgenda", u"Remove", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.remove.setAccessibleName(QCoreApplication.translate("PrepareAgenda", u"Remove", None))
#endif // QT_CONFIG(accessibility)
        self.item_title_label.setText(QCoreApplication.translate("PrepareAgenda", u"&Title", None))
        self.speaker_label.setText(QCoreApplication.translate("PrepareAgenda", u"&Speaker", None))
        self.kind_label.setText(QCoreApplication.translate("PrepareAgenda", u"&Kind", None))
        self.minutes_label.setText(QCoreApplication.translate("PrepareAgenda", u"&Minutes", None))
        self.minutes.setPlaceholderText(QCoreApplication.translate("PrepareAgenda", u"30", None))
        self.fixed_label.setText(QCoreApplication.translate("PrepareAgenda", u"&Fixed start", None))
        self.fixed_time.setPlaceholderText(QCoreApplication.translate("PrepareAgenda", u"follows the item before", None))
#if QT_CONFIG(accessibility)
        self.fixed_day.setAccessibleName(QCoreApplication.translate("PrepareAgenda", u"Day", None))
#endif // QT_CONFIG(accessibility)
        self.poll_label.setText(QCoreApplication.translate("PrepareAgenda", u"&Poll", None))
        self.annex_label.setText(QCoreApplication.translate("PrepareAgenda", u"Anne&x", None))
        self.internal.setText(QCoreApplication.translate("PrepareAgenda", u"&Internal: for the team, never printed", None))
        pass
    # retranslateUi

