"""Compiled from ui/pages/paper.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListWidget, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from clesidra_desktop.gui.widgets.table import Table
class Ui_Paper(object):
    def setupUi(self, Paper: QWidget) -> None:
        if not Paper.objectName():
            Paper.setObjectName(u"Paper")
        self.rows = QVBoxLayout(Paper)
        self.rows.setSpacing(12)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(24, 16, 24, 16)
        self.top = QHBoxLayout()
        self.top.setSpacing(10)
        self.top.setObjectName(u"top")
        self.title = QLabel(Paper)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"level", u"title")

        self.top.addWidget(self.title)

        self.state = QLabel(Paper)
        self.state.setObjectName(u"state")
        self.state.setProperty(u"level", u"muted")

        self.top.addWidget(self.state)

        self.spring = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.top.addItem(self.spring)


        self.rows.addLayout(self.top)

        self.columns = QHBoxLayout()
        self.columns.setSpacing(24)
        self.columns.setObjectName(u"columns")
        self.left = QVBoxLayout()
        self.left.setSpacing(8)
        self.left.setObjectName(u"left")
        self.code_label = QLabel(Paper)
        self.code_label.setObjectName(u"code_label")

        self.left.addWidget(self.code_label)

        self.code = QLineEdit(Paper)
        self.code.setObjectName(u"code")
        self.code.setProperty(u"size", u"large")

        self.left.addWidget(self.code)

        self.meant = QLabel(Paper)
        self.meant.setObjectName(u"meant")
        self.meant.setWordWrap(True)
        self.meant.setProperty(u"level", u"muted")

        self.left.addWidget(self.meant)

        self.offered = QListWidget(Paper)
        self.offered.setObjectName(u"offered")

        self.left.addWidget(self.offered)


        self.columns.addLayout(self.left)

        self.right = QVBoxLayout()
        self.right.setSpacing(8)
        self.right.setObjectName(u"right")
        self.log_top = QHBoxLayout()
        self.log_top.setObjectName(u"log_top")
        self.log_label = QLabel(Paper)
        self.log_label.setObjectName(u"log_label")
        self.log_label.setProperty(u"level", u"section")

        self.log_top.addWidget(self.log_label)

        self.log_spring = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.log_top.addItem(self.log_spring)

        self.take_back = QPushButton(Paper)
        self.take_back.setObjectName(u"take_back")
        self.take_back.setProperty(u"role", u"quiet")

        self.log_top.addWidget(self.take_back)


        self.right.addLayout(self.log_top)

        self.log = Table(Paper)
        self.log.setObjectName(u"log")

        self.right.addWidget(self.log)


        self.columns.addLayout(self.right)

        self.columns.setStretch(0, 5)
        self.columns.setStretch(1, 4)

        self.rows.addLayout(self.columns)

#if QT_CONFIG(shortcut)
        self.code_label.setBuddy(self.code)
        self.log_label.setBuddy(self.log)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Paper)

        QMetaObject.connectSlotsByName(Paper)
    # setupUi

    def retranslateUi(self, Paper: QWidget) -> None:
        self.title.setText(QCoreApplication.translate("Paper", u"From paper", None))
        self.code_label.setText(QCoreApplication.translate("Paper", u"Row &code on the paper", None))
#if QT_CONFIG(accessibility)
        self.offered.setAccessibleName(QCoreApplication.translate("Paper", u"Rows that may be meant", None))
#endif // QT_CONFIG(accessibility)
        self.log_label.setText(QCoreApplication.translate("Paper", u"&Entered so far", None))
        self.take_back.setText(QCoreApplication.translate("Paper", u"Take the last back", None))
        pass
    # retranslateUi

