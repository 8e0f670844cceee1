"""Compiled from ui/pages/directory.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QSpacerItem, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from clesidra_desktop.gui.widgets.one_of import OneOf
from clesidra_desktop.gui.widgets.spellings_card import SpellingsCard
from clesidra_desktop.gui.widgets.table import Table
class Ui_Directory(object):
    def setupUi(self, Directory: QWidget) -> None:
        if not Directory.objectName():
            Directory.setObjectName(u"Directory")
        self.rows = QVBoxLayout(Directory)
        self.rows.setSpacing(0)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(24, 8, 24, 16)
        self.tabs = QTabWidget(Directory)
        self.tabs.setObjectName(u"tabs")
        self.people_tab = QWidget()
        self.people_tab.setObjectName(u"people_tab")
        self.people_columns = QHBoxLayout(self.people_tab)
        self.people_columns.setSpacing(16)
        self.people_columns.setObjectName(u"people_columns")
        self.people_columns.setContentsMargins(0, 12, 0, 0)
        self.people_rows = QVBoxLayout()
        self.people_rows.setSpacing(8)
        self.people_rows.setObjectName(u"people_rows")
        self.search = QLineEdit(self.people_tab)
        self.search.setObjectName(u"search")
        self.search.setClearButtonEnabled(True)
        self.search.setProperty(u"look", u"large")

        self.people_rows.addWidget(self.search)

        self.people_bar = QHBoxLayout()
        self.people_bar.setSpacing(6)
        self.people_bar.setObjectName(u"people_bar")
        self.count = QLabel(self.people_tab)
        self.count.setObjectName(u"count")
        self.count.setProperty(u"level", u"muted")

        self.people_bar.addWidget(self.count)

        self.people_spring = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.people_bar.addItem(self.people_spring)

        self.doubles = QPushButton(self.people_tab)
        self.doubles.setObjectName(u"doubles")
        self.doubles.setProperty(u"role", u"chip")

        self.people_bar.addWidget(self.doubles)

        self.new_person = QPushButton(self.people_tab)
        self.new_person.setObjectName(u"new_person")

        self.people_bar.addWidget(self.new_person)


        self.people_rows.addLayout(self.people_bar)

        self.people_body = QStackedWidget(self.people_tab)
        self.people_body.setObjectName(u"people_body")
        self.people_page = QWidget()
        self.people_page.setObjectName(u"people_page")
        self.people_page_rows = QVBoxLayout(self.people_page)
        self.people_page_rows.setSpacing(0)
        self.people_page_rows.setObjectName(u"people_page_rows")
        self.people_page_rows.setContentsMargins(0, 0, 0, 0)
        self.people = Table(self.people_page)
        self.people.setObjectName(u"people")

        self.people_page_rows.addWidget(self.people)

        self.people_body.addWidget(self.people_page)

        self.people_rows.addWidget(self.people_body)


        self.people_columns.addLayout(self.people_rows)

        self.card_place = QVBoxLayout()
        self.card_place.setObjectName(u"card_place")

        self.people_columns.addLayout(self.card_place)

        self.people_columns.setStretch(0, 2)
        self.people_columns.setStretch(1, 3)
        self.tabs.addTab(self.people_tab, "")
        self.organizations_tab = QWidget()
        self.organizations_tab.setObjectName(u"organizations_tab")
        self.organizations_columns = QHBoxLayout(self.organizations_tab)
        self.organizations_columns.setSpacing(16)
        self.organizations_columns.setObjectName(u"organizations_columns")
        self.organizations_columns.setContentsMargins(0, 12, 0, 0)
        self.organizations_rows = QVBoxLayout()
        self.organizations_rows.setSpacing(8)
        self.organizations_rows.setObjectName(u"organizations_rows")
        self.organization_search = QLineEdit(self.organizations_tab)
        self.organization_search.setObjectName(u"organization_search")
        self.organization_search.setClearButtonEnabled(True)
        self.organization_search.setProperty(u"look", u"large")

        self.organizations_rows.addWidget(self.organization_search)

        self.organizations_bar = QHBoxLayout()
        self.organizations_bar.setSpacing(6)
        self.organizations_bar.setObjectName(u"organizations_bar")
        self.organizations_count = QLabel(self.organizations_tab)
        self.organizations_count.setObjectName(u"organizations_count")
        self.organizations_count.setProperty(u"level", u"muted")

        self.organizations_bar.addWidget(self.organizations_count)

        self.organizations_spring = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.organizations_bar.addItem(self.organizations_spring)

        self.organizations_hint = QLabel(self.organizations_tab)
        self.organizations_hint.setObjectName(u"organizations_hint")
        self.organizations_hint.setProperty(u"level", u"small")

        self.organizations_bar.addWidget(self.organizations_hint)


        self.organizations_rows.addLayout(self.organizations_bar)

        self.organizations_body = QStackedWidget(self.organizations_tab)
        self.organizations_body.setObjectName(u"organizations_body")
        self.organizations_page = QWidget()
        self.organizations_page.setObjectName(u"organizations_page")
        self.organizations_page_rows = QVBoxLayout(self.organizations_page)
        self.organizations_page_rows.setSpacing(0)
        self.organizations_page_rows.setObjectName(u"organizations_page_rows")
        self.organizations_page_rows.setContentsMargins(0, 0, 0, 0)
        self.organizations = Table(self.organizations_page)
        self.organizations.setObjectName(u"organizations")

        self.organizations_page_rows.addWidget(self.organizations)

        self.organizations_body.addWidget(self.organizations_page)

        self.organizations_rows.addWidget(self.organizations_body)


        self.organizations_columns.addLayout(self.organizations_rows)

        self.organizations_right = QVBoxLayout()
        self.organizations_right.setSpacing(16)
        self.organizations_right.setObjectName(u"organizations_right")
        self.chosen_organizations = OneOf(self.organizations_tab)
        self.chosen_organizations.setObjectName(u"chosen_organizations")

        self.organizations_right.addWidget(self.chosen_organizations)

        self.suggested = SpellingsCard(self.organizations_tab)
        self.suggested.setObjectName(u"suggested")

        self.organizations_right.addWidget(self.suggested)

        self.organizations_below = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.organizations_right.addItem(self.organizations_below)

        self.organizations_right.setStretch(2, 1)

        self.organizations_columns.addLayout(self.organizations_right)

        self.organizations_columns.setStretch(0, 3)
        self.organizations_columns.setStretch(1, 2)
        self.tabs.addTab(self.organizations_tab, "")

        self.rows.addWidget(self.tabs)


        self.retranslateUi(Directory)

        self.tabs.setCurrentIndex(0)


        QMetaObject.connectSlotsByName(Directory)
    # setupUi

    def retranslateUi(self, Directory: QWidget) -> None:
        self.search.setPlaceholderText(QCoreApplication.translate("Directory", u"Type a name, phone or organization\u2026", None))
#if QT_CONFIG(accessibility)
        self.search.setAccessibleName(QCoreApplication.translate("Directory", u"Search people", None))
#endif // QT_CONFIG(accessibility)
        self.doubles.setText(QCoreApplication.translate("Directory", u"Look for doubles", None))
        self.new_person.setText(QCoreApplication.translate("Directory", u"New person", None))
#if QT_CONFIG(accessibility)
        self.people.setAccessibleName(QCoreApplication.translate("Directory", u"People of the directory", None))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.people_tab), QCoreApplication.translate("Directory", u"People", None))
        self.organization_search.setPlaceholderText(QCoreApplication.translate("Directory", u"Type a part of a name or spelling\u2026", None))
#if QT_CONFIG(accessibility)
        self.organization_search.setAccessibleName(QCoreApplication.translate("Directory", u"Search organizations", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.organizations.setAccessibleName(QCoreApplication.translate("Directory", u"Organizations", None))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.organizations_tab), QCoreApplication.translate("Directory", u"Organizations", None))
        pass
    # retranslateUi

