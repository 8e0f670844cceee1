"""Compiled from ui/dialogs/import_list.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject, QSize, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QScrollArea, QSizePolicy, QSpacerItem, QSpinBox, QVBoxLayout, QWidget

from clesidra_desktop.gui.widgets.elided_label import ElidedLabel
from clesidra_desktop.gui.widgets.table import Table
class Ui_ImportList(object):
    def setupUi(self, ImportList: QDialog) -> None:
        if not ImportList.objectName():
            ImportList.setObjectName(u"ImportList")
        self.rows = QVBoxLayout(ImportList)
        self.rows.setSpacing(8)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(16, 12, 16, 12)
        self.source = QHBoxLayout()
        self.source.setSpacing(8)
        self.source.setObjectName(u"source")
        self.file = ElidedLabel(ImportList)
        self.file.setObjectName(u"file")
        self.file.setProperty(u"level", u"section")

        self.source.addWidget(self.file)

        self.sheet_label = QLabel(ImportList)
        self.sheet_label.setObjectName(u"sheet_label")

        self.source.addWidget(self.sheet_label)

        self.sheet = QComboBox(ImportList)
        self.sheet.setObjectName(u"sheet")

        self.source.addWidget(self.sheet)

        self.encoding_label = QLabel(ImportList)
        self.encoding_label.setObjectName(u"encoding_label")

        self.source.addWidget(self.encoding_label)

        self.encoding = QComboBox(ImportList)
        self.encoding.setObjectName(u"encoding")

        self.source.addWidget(self.encoding)

        self.delimiter_label = QLabel(ImportList)
        self.delimiter_label.setObjectName(u"delimiter_label")

        self.source.addWidget(self.delimiter_label)

        self.delimiter = QComboBox(ImportList)
        self.delimiter.setObjectName(u"delimiter")

        self.source.addWidget(self.delimiter)

        self.header_label = QLabel(ImportList)
        self.header_label.setObjectName(u"header_label")

        self.source.addWidget(self.header_label)

        self.header = QSpinBox(ImportList)
        self.header.setObjectName(u"header")
        self.header.setMaximumSize(QSize(90, 16777215))

        self.source.addWidget(self.header)

        self.source.setStretch(0, 1)

        self.rows.addLayout(self.source)

        self.hint = QLabel(ImportList)
        self.hint.setObjectName(u"hint")
        self.hint.setWordWrap(True)
        self.hint.setProperty(u"level", u"muted")

        self.rows.addWidget(self.hint)

        self.middle = QHBoxLayout()
        self.middle.setSpacing(12)
        self.middle.setObjectName(u"middle")
        self.columns_area = QScrollArea(ImportList)
        self.columns_area.setObjectName(u"columns_area")
        self.columns_area.setMinimumSize(QSize(270, 0))
        self.columns_area.setMaximumSize(QSize(310, 16777215))
        self.columns_area.setWidgetResizable(True)
        self.columns_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.columns_page = QWidget()
        self.columns_page.setObjectName(u"columns_page")
        self.columns_rows = QVBoxLayout(self.columns_page)
        self.columns_rows.setSpacing(3)
        self.columns_rows.setObjectName(u"columns_rows")
        self.columns_rows.setContentsMargins(0, 0, 8, 0)
        self.columns_area.setWidget(self.columns_page)

        self.middle.addWidget(self.columns_area)

        self.right = QVBoxLayout()
        self.right.setSpacing(6)
        self.right.setObjectName(u"right")
        self.chips = QHBoxLayout()
        self.chips.setSpacing(6)
        self.chips.setObjectName(u"chips")

        self.right.addLayout(self.chips)

        self.table = Table(ImportList)
        self.table.setObjectName(u"table")

        self.right.addWidget(self.table)


        self.middle.addLayout(self.right)

        self.middle.setStretch(1, 1)

        self.rows.addLayout(self.middle)

        self.about = QFrame(ImportList)
        self.about.setObjectName(u"about")
        self.about.setProperty(u"surface", u"card")
        self.about_row = QHBoxLayout(self.about)
        self.about_row.setSpacing(8)
        self.about_row.setObjectName(u"about_row")
        self.about_row.setContentsMargins(12, 6, 12, 6)
        self.sentence = QLabel(self.about)
        self.sentence.setObjectName(u"sentence")
        self.sentence.setWordWrap(True)

        self.about_row.addWidget(self.sentence)

        self.everywhere = QPushButton(self.about)
        self.everywhere.setObjectName(u"everywhere")

        self.about_row.addWidget(self.everywhere)

        self.same = QPushButton(self.about)
        self.same.setObjectName(u"same")

        self.about_row.addWidget(self.same)

        self.different = QPushButton(self.about)
        self.different.setObjectName(u"different")

        self.about_row.addWidget(self.different)

        self.empty = QPushButton(self.about)
        self.empty.setObjectName(u"empty")

        self.about_row.addWidget(self.empty)

        self.leave_out = QPushButton(self.about)
        self.leave_out.setObjectName(u"leave_out")

        self.about_row.addWidget(self.leave_out)

        self.about_row.setStretch(0, 1)

        self.rows.addWidget(self.about)

        self.bottom = QHBoxLayout()
        self.bottom.setSpacing(10)
        self.bottom.setObjectName(u"bottom")
        self.arrived = QCheckBox(ImportList)
        self.arrived.setObjectName(u"arrived")

        self.bottom.addWidget(self.arrived)

        self.progress = QProgressBar(ImportList)
        self.progress.setObjectName(u"progress")
        self.progress.setMaximumSize(QSize(200, 16777215))
        self.progress.setTextVisible(False)

        self.bottom.addWidget(self.progress)

        self.error = QLabel(ImportList)
        self.error.setObjectName(u"error")
        self.error.setWordWrap(True)
        self.error.setProperty(u"level", u"error")

        self.bottom.addWidget(self.error)

        self.spring = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bottom.addItem(self.spring)

        self.cancel = QPushButton(ImportList)
        self.cancel.setObjectName(u"cancel")

        self.bottom.addWidget(self.cancel)

        self.take = QPushButton(ImportList)
        self.take.setObjectName(u"take")
        self.take.setProperty(u"role", u"primary")

        self.bottom.addWidget(self.take)


        self.rows.addLayout(self.bottom)

#if QT_CONFIG(shortcut)
        self.sheet_label.setBuddy(self.sheet)
        self.encoding_label.setBuddy(self.encoding)
        self.delimiter_label.setBuddy(self.delimiter)
        self.header_label.setBuddy(self.header)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ImportList)

        QMetaObject.connectSlotsByName(ImportList)
    # setupUi

    def retranslateUi(self, ImportList: QDialog) -> None:
        ImportList.setWindowTitle(QCoreApplication.translate("ImportList", u"Import a list", None))
        self.sheet_label.setText(QCoreApplication.translate("ImportList", u"&Sheet", None))
        self.encoding_label.setText(QCoreApplication.translate("ImportList", u"&Letters", None))
        self.delimiter_label.setText(QCoreApplication.translate("ImportList", u"&Divided by", None))
        self.header_label.setText(QCoreApplication.translate("ImportList", u"Titles in &row", None))
        self.hint.setText(QCoreApplication.translate("ImportList", u"Nothing is taken yet. On the left, say what each column holds; on the right, mend what is marked. F8 goes to the next row that needs you.", None))
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("ImportList", u"Rows of the list", None))
#endif // QT_CONFIG(accessibility)
        self.same.setText(QCoreApplication.translate("ImportList", u"Same person", None))
        self.different.setText(QCoreApplication.translate("ImportList", u"Different person", None))
        self.empty.setText(QCoreApplication.translate("ImportList", u"Leave these cells empty", None))
        self.leave_out.setText(QCoreApplication.translate("ImportList", u"Leave out", None))
        self.arrived.setText(QCoreApplication.translate("ImportList", u"Mark them as here now", None))
#if QT_CONFIG(accessibility)
        self.progress.setAccessibleName(QCoreApplication.translate("ImportList", u"Progress", None))
#endif // QT_CONFIG(accessibility)
        self.cancel.setText(QCoreApplication.translate("ImportList", u"Cancel", None))
    # retranslateUi

