"""Compiled from ui/dialogs/merge_workshop.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSpacerItem, QTabBar, QVBoxLayout

from clesidra_desktop.gui.widgets.table import Table
class Ui_MergeWorkshop(object):
    def setupUi(self, MergeWorkshop: QDialog) -> None:
        if not MergeWorkshop.objectName():
            MergeWorkshop.setObjectName(u"MergeWorkshop")
        self.rows = QVBoxLayout(MergeWorkshop)
        self.rows.setSpacing(8)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(20, 16, 20, 16)
        self.title = QLabel(MergeWorkshop)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setProperty(u"level", u"title")

        self.rows.addWidget(self.title)

        self.summary = QLabel(MergeWorkshop)
        self.summary.setObjectName(u"summary")
        self.summary.setWordWrap(True)

        self.rows.addWidget(self.summary)

        self.section_row = QHBoxLayout()
        self.section_row.setSpacing(8)
        self.section_row.setObjectName(u"section_row")
        self.sections = QTabBar(MergeWorkshop)
        self.sections.setObjectName(u"sections")

        self.section_row.addWidget(self.sections)

        self.spring = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.section_row.addItem(self.spring)

        self.all_ours = QPushButton(MergeWorkshop)
        self.all_ours.setObjectName(u"all_ours")

        self.section_row.addWidget(self.all_ours)

        self.all_theirs = QPushButton(MergeWorkshop)
        self.all_theirs.setObjectName(u"all_theirs")

        self.section_row.addWidget(self.all_theirs)


        self.rows.addLayout(self.section_row)

        self.places = Table(MergeWorkshop)
        self.places.setObjectName(u"places")

        self.rows.addWidget(self.places)

        self.place = QLabel(MergeWorkshop)
        self.place.setObjectName(u"place")
        self.place.setWordWrap(True)
        self.place.setProperty(u"level", u"section")

        self.rows.addWidget(self.place)

        self.values = QGridLayout()
        self.values.setObjectName(u"values")
        self.values.setHorizontalSpacing(16)
        self.values.setVerticalSpacing(6)
        self.ours_label = QLabel(MergeWorkshop)
        self.ours_label.setObjectName(u"ours_label")
        self.ours_label.setProperty(u"level", u"muted")

        self.values.addWidget(self.ours_label, 0, 0, 1, 1)

        self.theirs_label = QLabel(MergeWorkshop)
        self.theirs_label.setObjectName(u"theirs_label")
        self.theirs_label.setProperty(u"level", u"muted")

        self.values.addWidget(self.theirs_label, 0, 1, 1, 1)

        self.choice_row = QHBoxLayout()
        self.choice_row.setSpacing(8)
        self.choice_row.setObjectName(u"choice_row")
        self.keep_ours = QPushButton(MergeWorkshop)
        self.keep_ours.setObjectName(u"keep_ours")

        self.choice_row.addWidget(self.keep_ours)

        self.keep_theirs = QPushButton(MergeWorkshop)
        self.keep_theirs.setObjectName(u"keep_theirs")

        self.choice_row.addWidget(self.keep_theirs)

        self.keep_both = QPushButton(MergeWorkshop)
        self.keep_both.setObjectName(u"keep_both")

        self.choice_row.addWidget(self.keep_both)

        self.choice_spring = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.choice_row.addItem(self.choice_spring)


        self.values.addLayout(self.choice_row, 2, 0, 1, 2)

        self.values.setRowStretch(1, 1)
        self.values.setColumnStretch(0, 1)
        self.values.setColumnStretch(1, 1)

        self.rows.addLayout(self.values)

        self.error = QLabel(MergeWorkshop)
        self.error.setObjectName(u"error")
        self.error.setWordWrap(True)
        self.error.setProperty(u"level", u"error")

        self.rows.addWidget(self.error)

        self.buttons = QDialogButtonBox(MergeWorkshop)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Cancel|QDialogButtonBox.StandardButton.Ok)

        self.rows.addWidget(self.buttons)

        self.rows.setStretch(3, 2)
        self.rows.setStretch(5, 3)

        self.retranslateUi(MergeWorkshop)

        QMetaObject.connectSlotsByName(MergeWorkshop)
    # setupUi

    def retranslateUi(self, MergeWorkshop: QDialog) -> None:
        MergeWorkshop.setWindowTitle(QCoreApplication.translate("MergeWorkshop", u"Merge two versions of a workshop", None))
#if QT_CONFIG(accessibility)
        self.sections.setAccessibleName(QCoreApplication.translate("MergeWorkshop", u"What is shown", None))
#endif // QT_CONFIG(accessibility)
        self.all_ours.setText(QCoreApplication.translate("MergeWorkshop", u"All as they are &here", None))
        self.all_theirs.setText(QCoreApplication.translate("MergeWorkshop", u"All as in the &file", None))
#if QT_CONFIG(accessibility)
        self.places.setAccessibleName(QCoreApplication.translate("MergeWorkshop", u"What differs", None))
#endif // QT_CONFIG(accessibility)
        self.ours_label.setText(QCoreApplication.translate("MergeWorkshop", u"On this computer", None))
        self.theirs_label.setText(QCoreApplication.translate("MergeWorkshop", u"In the file", None))
        self.keep_ours.setText(QCoreApplication.translate("MergeWorkshop", u"&1  Keep what is here", None))
        self.keep_theirs.setText(QCoreApplication.translate("MergeWorkshop", u"&2  Take the file's", None))
        self.keep_both.setText(QCoreApplication.translate("MergeWorkshop", u"&3  Both, one below the other", None))
    # retranslateUi

