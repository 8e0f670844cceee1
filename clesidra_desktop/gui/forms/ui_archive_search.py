"""Compiled from ui/pages/archive_search.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QSpacerItem, QStackedWidget, QVBoxLayout, QWidget
class Ui_ArchiveSearch(object):
    def setupUi(self, ArchiveSearch: QWidget) -> None:
        if not ArchiveSearch.objectName():
            ArchiveSearch.setObjectName(u"ArchiveSearch")
        self.rows = QVBoxLayout(ArchiveSearch)
        self.rows.setSpacing(8)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.search = QLineEdit(ArchiveSearch)
        self.search.setObjectName(u"search")
        self.search.setClearButtonEnabled(True)
        self.search.setProperty(u"look", u"large")

        self.rows.addWidget(self.search)

        self.bar = QHBoxLayout()
        self.bar.setSpacing(8)
        self.bar.setObjectName(u"bar")
        self.filters_place = QHBoxLayout()
        self.filters_place.setObjectName(u"filters_place")

        self.bar.addLayout(self.filters_place)

        self.people = QCheckBox(ArchiveSearch)
        self.people.setObjectName(u"people")

        self.bar.addWidget(self.people)


        self.rows.addLayout(self.bar)

        self.state_row = QHBoxLayout()
        self.state_row.setSpacing(8)
        self.state_row.setObjectName(u"state_row")
        self.state = QLabel(ArchiveSearch)
        self.state.setObjectName(u"state")
        self.state.setProperty(u"level", u"muted")

        self.state_row.addWidget(self.state)

        self.spring = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.state_row.addItem(self.spring)

        self.waiting = QLabel(ArchiveSearch)
        self.waiting.setObjectName(u"waiting")
        self.waiting.setProperty(u"level", u"muted")

        self.state_row.addWidget(self.waiting)


        self.rows.addLayout(self.state_row)

        self.body = QStackedWidget(ArchiveSearch)
        self.body.setObjectName(u"body")

        self.rows.addWidget(self.body)


        self.retranslateUi(ArchiveSearch)

        QMetaObject.connectSlotsByName(ArchiveSearch)
    # setupUi

    def retranslateUi(self, ArchiveSearch: QWidget) -> None:
        self.search.setPlaceholderText(QCoreApplication.translate("ArchiveSearch", u"Type any words that were written at a workshop\u2026", None))
#if QT_CONFIG(accessibility)
        self.search.setAccessibleName(QCoreApplication.translate("ArchiveSearch", u"Search the archive", None))
#endif // QT_CONFIG(accessibility)
        self.people.setText(QCoreApplication.translate("ArchiveSearch", u"Search people, too", None))
        pass
    # retranslateUi

