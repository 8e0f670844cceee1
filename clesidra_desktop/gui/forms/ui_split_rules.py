"""Compiled from ui/dialogs/split_rules.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QListWidget, QPushButton, QSizePolicy, QSlider, QSpacerItem, QTabWidget, QVBoxLayout, QWidget

from clesidra_desktop.gui.widgets.wishes_table import WishesTable
class Ui_SplitRules(object):
    def setupUi(self, SplitRules: QDialog) -> None:
        if not SplitRules.objectName():
            SplitRules.setObjectName(u"SplitRules")
        self.rows = QVBoxLayout(SplitRules)
        self.rows.setSpacing(10)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(20, 16, 20, 16)
        self.tabs = QTabWidget(SplitRules)
        self.tabs.setObjectName(u"tabs")
        self.tabs.setMinimumSize(QSize(760, 420))
        self.balance_tab = QWidget()
        self.balance_tab.setObjectName(u"balance_tab")
        self.balance_rows = QVBoxLayout(self.balance_tab)
        self.balance_rows.setSpacing(8)
        self.balance_rows.setObjectName(u"balance_rows")
        self.balance_about = QLabel(self.balance_tab)
        self.balance_about.setObjectName(u"balance_about")
        self.balance_about.setWordWrap(True)
        self.balance_about.setProperty(u"level", u"muted")

        self.balance_rows.addWidget(self.balance_about)

        self.attributes = QGridLayout()
        self.attributes.setObjectName(u"attributes")
        self.attributes.setHorizontalSpacing(16)
        self.attributes.setVerticalSpacing(6)
        self.attributes.setColumnStretch(0, 2)
        self.attributes.setColumnStretch(1, 1)
        self.attributes.setColumnStretch(2, 2)

        self.balance_rows.addLayout(self.attributes)

        self.balance_spring = QSpacerItem(1, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.balance_rows.addItem(self.balance_spring)

        self.tabs.addTab(self.balance_tab, "")
        self.people_tab = QWidget()
        self.people_tab.setObjectName(u"people_tab")
        self.people_columns = QHBoxLayout(self.people_tab)
        self.people_columns.setSpacing(12)
        self.people_columns.setObjectName(u"people_columns")
        self.people_rows = QVBoxLayout()
        self.people_rows.setObjectName(u"people_rows")
        self.people_label = QLabel(self.people_tab)
        self.people_label.setObjectName(u"people_label")

        self.people_rows.addWidget(self.people_label)

        self.search = QLineEdit(self.people_tab)
        self.search.setObjectName(u"search")

        self.people_rows.addWidget(self.search)

        self.people = QListWidget(self.people_tab)
        self.people.setObjectName(u"people")
        self.people.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

        self.people_rows.addWidget(self.people)


        self.people_columns.addLayout(self.people_rows)

        self.rule_buttons = QVBoxLayout()
        self.rule_buttons.setObjectName(u"rule_buttons")
        self.rule_spring = QSpacerItem(1, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rule_buttons.addItem(self.rule_spring)

        self.facilitate = QPushButton(self.people_tab)
        self.facilitate.setObjectName(u"facilitate")

        self.rule_buttons.addWidget(self.facilitate)

        self.apart = QPushButton(self.people_tab)
        self.apart.setObjectName(u"apart")

        self.rule_buttons.addWidget(self.apart)

        self.together = QPushButton(self.people_tab)
        self.together.setObjectName(u"together")

        self.rule_buttons.addWidget(self.together)

        self.rule_spring_2 = QSpacerItem(1, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rule_buttons.addItem(self.rule_spring_2)


        self.people_columns.addLayout(self.rule_buttons)

        self.set_rows = QVBoxLayout()
        self.set_rows.setObjectName(u"set_rows")
        self.sets_label = QLabel(self.people_tab)
        self.sets_label.setObjectName(u"sets_label")

        self.set_rows.addWidget(self.sets_label)

        self.sets = QListWidget(self.people_tab)
        self.sets.setObjectName(u"sets")
        self.sets.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sets.setWordWrap(True)

        self.set_rows.addWidget(self.sets)

        self.remove_set = QPushButton(self.people_tab)
        self.remove_set.setObjectName(u"remove_set")

        self.set_rows.addWidget(self.remove_set)


        self.people_columns.addLayout(self.set_rows)

        self.people_columns.setStretch(0, 1)
        self.people_columns.setStretch(2, 1)
        self.tabs.addTab(self.people_tab, "")
        self.wishes_tab = QWidget()
        self.wishes_tab.setObjectName(u"wishes_tab")
        self.wishes_rows = QVBoxLayout(self.wishes_tab)
        self.wishes_rows.setSpacing(8)
        self.wishes_rows.setObjectName(u"wishes_rows")
        self.wishes_about = QLabel(self.wishes_tab)
        self.wishes_about.setObjectName(u"wishes_about")
        self.wishes_about.setWordWrap(True)
        self.wishes_about.setProperty(u"level", u"muted")

        self.wishes_rows.addWidget(self.wishes_about)

        self.wishes = WishesTable(self.wishes_tab)
        self.wishes.setObjectName(u"wishes")

        self.wishes_rows.addWidget(self.wishes)

        self.slider_row = QHBoxLayout()
        self.slider_row.setObjectName(u"slider_row")
        self.slider_label = QLabel(self.wishes_tab)
        self.slider_label.setObjectName(u"slider_label")

        self.slider_row.addWidget(self.slider_label)

        self.slider = QSlider(self.wishes_tab)
        self.slider.setObjectName(u"slider")
        self.slider.setOrientation(Qt.Orientation.Horizontal)
        self.slider.setMaximum(100)
        self.slider.setSingleStep(5)
        self.slider.setPageStep(25)

        self.slider_row.addWidget(self.slider)

        self.slider_end = QLabel(self.wishes_tab)
        self.slider_end.setObjectName(u"slider_end")

        self.slider_row.addWidget(self.slider_end)

        self.slider_value = QLabel(self.wishes_tab)
        self.slider_value.setObjectName(u"slider_value")
        self.slider_value.setMinimumSize(QSize(40, 0))

        self.slider_row.addWidget(self.slider_value)


        self.wishes_rows.addLayout(self.slider_row)

        self.curve_column = QVBoxLayout()
        self.curve_column.setObjectName(u"curve_column")

        self.wishes_rows.addLayout(self.curve_column)

        self.curve_state = QLabel(self.wishes_tab)
        self.curve_state.setObjectName(u"curve_state")
        self.curve_state.setWordWrap(True)
        self.curve_state.setProperty(u"level", u"small")

        self.wishes_rows.addWidget(self.curve_state)

        self.tabs.addTab(self.wishes_tab, "")
        self.rounds_tab = QWidget()
        self.rounds_tab.setObjectName(u"rounds_tab")
        self.rounds_rows = QVBoxLayout(self.rounds_tab)
        self.rounds_rows.setSpacing(8)
        self.rounds_rows.setObjectName(u"rounds_rows")
        self.rounds_about = QLabel(self.rounds_tab)
        self.rounds_about.setObjectName(u"rounds_about")
        self.rounds_about.setWordWrap(True)
        self.rounds_about.setProperty(u"level", u"muted")

        self.rounds_rows.addWidget(self.rounds_about)

        self.rounds = QListWidget(self.rounds_tab)
        self.rounds.setObjectName(u"rounds")

        self.rounds_rows.addWidget(self.rounds)

        self.remove_round = QPushButton(self.rounds_tab)
        self.remove_round.setObjectName(u"remove_round")

        self.rounds_rows.addWidget(self.remove_round)

        self.tabs.addTab(self.rounds_tab, "")

        self.rows.addWidget(self.tabs)

        self.error = QLabel(SplitRules)
        self.error.setObjectName(u"error")
        self.error.setWordWrap(True)
        self.error.setProperty(u"level", u"error")

        self.rows.addWidget(self.error)

        self.hint = QLabel(SplitRules)
        self.hint.setObjectName(u"hint")
        self.hint.setProperty(u"level", u"small")

        self.rows.addWidget(self.hint)

        self.buttons = QDialogButtonBox(SplitRules)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Cancel|QDialogButtonBox.StandardButton.Ok)

        self.rows.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.people_label.setBuddy(self.search)
        self.sets_label.setBuddy(self.sets)
        self.slider_label.setBuddy(self.slider)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SplitRules)

        QMetaObject.connectSlotsByName(SplitRules)
    # setupUi

    def retranslateUi(self, SplitRules: QDialog) -> None:
        SplitRules.setWindowTitle(QCoreApplication.translate("SplitRules", u"Rules of the split", None))
        self.balance_about.setText(QCoreApplication.translate("SplitRules", u"What is spread evenly over the groups. Protected attributes come before all others; a higher weight comes before a lower one, 0 is not looked at.", None))
        self.tabs.setTabText(self.tabs.indexOf(self.balance_tab), QCoreApplication.translate("SplitRules", u"Balance", None))
        self.people_label.setText(QCoreApplication.translate("SplitRules", u"&People", None))
        self.search.setPlaceholderText(QCoreApplication.translate("SplitRules", u"Search by name", None))
        self.facilitate.setText(QCoreApplication.translate("SplitRules", u"&Facilitator", None))
        self.apart.setText(QCoreApplication.translate("SplitRules", u"Keep &apart", None))
        self.together.setText(QCoreApplication.translate("SplitRules", u"Keep &together", None))
        self.sets_label.setText(QCoreApplication.translate("SplitRules", u"&Rules", None))
        self.remove_set.setText(QCoreApplication.translate("SplitRules", u"Remove the rule", None))
        self.tabs.setTabText(self.tabs.indexOf(self.people_tab), QCoreApplication.translate("SplitRules", u"Who sits with whom", None))
        self.wishes_about.setText(QCoreApplication.translate("SplitRules", u"Type 1 for the first wish of a person, 2 for the second, and so on; Delete takes a wish away. Letters find a name.", None))
        self.slider_label.setText(QCoreApplication.translate("SplitRules", u"&Wishes first", None))
        self.slider_end.setText(QCoreApplication.translate("SplitRules", u"Balance first", None))
        self.tabs.setTabText(self.tabs.indexOf(self.wishes_tab), QCoreApplication.translate("SplitRules", u"Wishes", None))
        self.rounds_about.setText(QCoreApplication.translate("SplitRules", u"People who sat together in these rounds are mixed. \u201cNext round\u201d on the page notes the groups here.", None))
        self.remove_round.setText(QCoreApplication.translate("SplitRules", u"Forget the round", None))
        self.tabs.setTabText(self.tabs.indexOf(self.rounds_tab), QCoreApplication.translate("SplitRules", u"Earlier rounds", None))
        self.hint.setText(QCoreApplication.translate("SplitRules", u"Nobody moves before the next split.", None))
    # retranslateUi

