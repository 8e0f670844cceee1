"""Compiled from ui/dialogs/doubles.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject, QSize
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget
class Ui_Doubles(object):
    def setupUi(self, Doubles: QDialog) -> None:
        if not Doubles.objectName():
            Doubles.setObjectName(u"Doubles")
        self.rows = QVBoxLayout(Doubles)
        self.rows.setSpacing(10)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(20, 16, 20, 16)
        self.title = QLabel(Doubles)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setProperty(u"level", u"title")

        self.rows.addWidget(self.title)

        self.reasons = QLabel(Doubles)
        self.reasons.setObjectName(u"reasons")
        self.reasons.setWordWrap(True)
        self.reasons.setProperty(u"level", u"muted")

        self.rows.addWidget(self.reasons)

        self.scroll = QScrollArea(Doubles)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setMinimumSize(QSize(680, 340))
        self.inner = QWidget()
        self.inner.setObjectName(u"inner")
        self.grid = QGridLayout(self.inner)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(4)
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(2, 1)
        self.scroll.setWidget(self.inner)

        self.rows.addWidget(self.scroll)

        self.error = QLabel(Doubles)
        self.error.setObjectName(u"error")
        self.error.setWordWrap(True)
        self.error.setProperty(u"level", u"error")

        self.rows.addWidget(self.error)

        self.pair_buttons = QHBoxLayout()
        self.pair_buttons.setSpacing(8)
        self.pair_buttons.setObjectName(u"pair_buttons")
        self.later = QPushButton(Doubles)
        self.later.setObjectName(u"later")
        self.later.setProperty(u"role", u"quiet")

        self.pair_buttons.addWidget(self.later)

        self.spring = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.pair_buttons.addItem(self.spring)

        self.apart = QPushButton(Doubles)
        self.apart.setObjectName(u"apart")

        self.pair_buttons.addWidget(self.apart)

        self.merge = QPushButton(Doubles)
        self.merge.setObjectName(u"merge")
        self.merge.setProperty(u"role", u"primary")

        self.pair_buttons.addWidget(self.merge)


        self.rows.addLayout(self.pair_buttons)

        self.merged = QFrame(Doubles)
        self.merged.setObjectName(u"merged")
        self.merged_rows = QVBoxLayout(self.merged)
        self.merged_rows.setSpacing(4)
        self.merged_rows.setObjectName(u"merged_rows")
        self.merged_rows.setContentsMargins(0, 8, 0, 0)
        self.merged_label = QLabel(self.merged)
        self.merged_label.setObjectName(u"merged_label")
        self.merged_label.setProperty(u"level", u"section")

        self.merged_rows.addWidget(self.merged_label)


        self.rows.addWidget(self.merged)

        self.below = QSpacerItem(1, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rows.addItem(self.below)

        self.buttons = QHBoxLayout()
        self.buttons.setObjectName(u"buttons")
        self.close_spring = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.close_spring)

        self.close_button = QPushButton(Doubles)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setProperty(u"role", u"quiet")

        self.buttons.addWidget(self.close_button)


        self.rows.addLayout(self.buttons)

        self.rows.setStretch(2, 1)

        self.retranslateUi(Doubles)

        QMetaObject.connectSlotsByName(Doubles)
    # setupUi

    def retranslateUi(self, Doubles: QDialog) -> None:
        Doubles.setWindowTitle(QCoreApplication.translate("Doubles", u"Probable doubles", None))
        self.later.setText(QCoreApplication.translate("Doubles", u"&Later", None))
        self.apart.setText(QCoreApplication.translate("Doubles", u"&Not the same person", None))
        self.merge.setText(QCoreApplication.translate("Doubles", u"&Merge into one", None))
        self.merged_label.setText(QCoreApplication.translate("Doubles", u"Merged before", None))
        self.close_button.setText(QCoreApplication.translate("Doubles", u"Close", None))
    # retranslateUi

