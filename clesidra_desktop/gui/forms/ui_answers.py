"""Compiled from ui/pages/answers.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSpacerItem, QSplitter, QVBoxLayout, QWidget
class Ui_Answers(object):
    def setupUi(self, Answers: QWidget) -> None:
        if not Answers.objectName():
            Answers.setObjectName(u"Answers")
        self.rows = QVBoxLayout(Answers)
        self.rows.setSpacing(10)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(24, 16, 24, 12)
        self.top = QHBoxLayout()
        self.top.setSpacing(8)
        self.top.setObjectName(u"top")
        self.title = QLabel(Answers)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"level", u"title")

        self.top.addWidget(self.title)

        self.state = QLabel(Answers)
        self.state.setObjectName(u"state")
        self.state.setProperty(u"level", u"muted")

        self.top.addWidget(self.state)

        self.spring = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.top.addItem(self.spring)

        self.one = QPushButton(Answers)
        self.one.setObjectName(u"one")
        self.one.setCheckable(True)
        self.one.setChecked(True)
        self.one.setAutoExclusive(True)
        self.one.setProperty(u"role", u"chip")

        self.top.addWidget(self.one)

        self.two = QPushButton(Answers)
        self.two.setObjectName(u"two")
        self.two.setCheckable(True)
        self.two.setAutoExclusive(True)
        self.two.setProperty(u"role", u"chip")

        self.top.addWidget(self.two)

        self.beside = QPushButton(Answers)
        self.beside.setObjectName(u"beside")
        self.beside.setCheckable(True)
        self.beside.setAutoExclusive(True)
        self.beside.setProperty(u"role", u"chip")

        self.top.addWidget(self.beside)

        self.next_empty = QPushButton(Answers)
        self.next_empty.setObjectName(u"next_empty")
        self.next_empty.setProperty(u"role", u"primary")

        self.top.addWidget(self.next_empty)


        self.rows.addLayout(self.top)

        self.body = QWidget(Answers)
        self.body.setObjectName(u"body")
        self.body_rows = QVBoxLayout(self.body)
        self.body_rows.setSpacing(10)
        self.body_rows.setObjectName(u"body_rows")
        self.body_rows.setContentsMargins(0, 0, 0, 0)
        self.matrix_place = QVBoxLayout()
        self.matrix_place.setObjectName(u"matrix_place")

        self.body_rows.addLayout(self.matrix_place)

        self.panes = QSplitter(self.body)
        self.panes.setObjectName(u"panes")
        self.panes.setOrientation(Qt.Orientation.Horizontal)
        self.panes.setChildrenCollapsible(False)
        self.panes.setHandleWidth(16)

        self.body_rows.addWidget(self.panes)

        self.body_rows.setStretch(1, 1)

        self.rows.addWidget(self.body)


        self.retranslateUi(Answers)

        QMetaObject.connectSlotsByName(Answers)
    # setupUi

    def retranslateUi(self, Answers: QWidget) -> None:
        self.title.setText(QCoreApplication.translate("Answers", u"Answers", None))
        self.one.setText(QCoreApplication.translate("Answers", u"One answer", None))
        self.two.setText(QCoreApplication.translate("Answers", u"Two side by side", None))
        self.beside.setText(QCoreApplication.translate("Answers", u"With the question", None))
        self.next_empty.setText(QCoreApplication.translate("Answers", u"Next empty answer", None))
        pass
    # retranslateUi

