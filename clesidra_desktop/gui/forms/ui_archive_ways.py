"""Compiled from ui/pages/archive_ways.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QSpacerItem, QStackedWidget, QVBoxLayout, QWidget

from clesidra_desktop.gui.widgets.calm_combo import CalmComboBox
from clesidra_desktop.gui.widgets.table import Table
class Ui_ArchiveWays(object):
    def setupUi(self, ArchiveWays: QWidget) -> None:
        if not ArchiveWays.objectName():
            ArchiveWays.setObjectName(u"ArchiveWays")
        self.rows = QVBoxLayout(ArchiveWays)
        self.rows.setSpacing(8)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.bar = QHBoxLayout()
        self.bar.setSpacing(8)
        self.bar.setObjectName(u"bar")
        self.search = QLineEdit(ArchiveWays)
        self.search.setObjectName(u"search")
        self.search.setClearButtonEnabled(True)

        self.bar.addWidget(self.search)

        self.shown = CalmComboBox(ArchiveWays)
        self.shown.setObjectName(u"shown")

        self.bar.addWidget(self.shown)

        self.filters_place = QHBoxLayout()
        self.filters_place.setObjectName(u"filters_place")

        self.bar.addLayout(self.filters_place)

        self.bar.setStretch(0, 2)
        self.bar.setStretch(1, 2)
        self.bar.setStretch(2, 3)

        self.rows.addLayout(self.bar)

        self.state = QLabel(ArchiveWays)
        self.state.setObjectName(u"state")
        self.state.setProperty(u"level", u"muted")

        self.rows.addWidget(self.state)

        self.body = QStackedWidget(ArchiveWays)
        self.body.setObjectName(u"body")
        self.ways_page = QWidget()
        self.ways_page.setObjectName(u"ways_page")
        self.ways_rows = QVBoxLayout(self.ways_page)
        self.ways_rows.setObjectName(u"ways_rows")
        self.ways_rows.setContentsMargins(0, 0, 0, 0)
        self.table = Table(self.ways_page)
        self.table.setObjectName(u"table")

        self.ways_rows.addWidget(self.table)

        self.body.addWidget(self.ways_page)

        self.rows.addWidget(self.body)

        self.tools = QHBoxLayout()
        self.tools.setSpacing(8)
        self.tools.setObjectName(u"tools")
        self.done = QPushButton(ArchiveWays)
        self.done.setObjectName(u"done")
        self.done.setProperty(u"role", u"primary")

        self.tools.addWidget(self.done)

        self.open = QPushButton(ArchiveWays)
        self.open.setObjectName(u"open")

        self.tools.addWidget(self.open)

        self.spring = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.tools.addItem(self.spring)

        self.hint = QLabel(ArchiveWays)
        self.hint.setObjectName(u"hint")
        self.hint.setProperty(u"level", u"small")

        self.tools.addWidget(self.hint)


        self.rows.addLayout(self.tools)


        self.retranslateUi(ArchiveWays)

        QMetaObject.connectSlotsByName(ArchiveWays)
    # setupUi

    def retranslateUi(self, ArchiveWays: QWidget) -> None:
        self.search.setPlaceholderText(QCoreApplication.translate("ArchiveWays", u"Filter by words, people or workshop", None))
#if QT_CONFIG(accessibility)
        self.search.setAccessibleName(QCoreApplication.translate("ArchiveWays", u"Filter the ways forward", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.shown.setAccessibleName(QCoreApplication.translate("ArchiveWays", u"Which ways forward", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("ArchiveWays", u"Ways forward of all workshops", None))
#endif // QT_CONFIG(accessibility)
        self.done.setText(QCoreApplication.translate("ArchiveWays", u"Done", None))
        self.open.setText(QCoreApplication.translate("ArchiveWays", u"Open the workshop", None))
        self.hint.setText(QCoreApplication.translate("ArchiveWays", u"Space marks as done or not done, Enter opens the workshop.", None))
        pass
    # retranslateUi

