"""Compiled from ui/pages/workshops.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QSpacerItem, QStackedWidget, QVBoxLayout, QWidget
class Ui_Workshops(object):
    def setupUi(self, Workshops: QWidget) -> None:
        if not Workshops.objectName():
            Workshops.setObjectName(u"Workshops")
        self.rows = QVBoxLayout(Workshops)
        self.rows.setSpacing(12)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(24, 16, 24, 16)
        self.top = QHBoxLayout()
        self.top.setSpacing(12)
        self.top.setObjectName(u"top")
        self.title = QLabel(Workshops)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"level", u"title")

        self.top.addWidget(self.title)

        self.spring = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.top.addItem(self.spring)

        self.take_in = QPushButton(Workshops)
        self.take_in.setObjectName(u"take_in")

        self.top.addWidget(self.take_in)

        self.open_file = QPushButton(Workshops)
        self.open_file.setObjectName(u"open_file")

        self.top.addWidget(self.open_file)

        self.new_workshop = QPushButton(Workshops)
        self.new_workshop.setObjectName(u"new_workshop")
        self.new_workshop.setProperty(u"role", u"primary")

        self.top.addWidget(self.new_workshop)


        self.rows.addLayout(self.top)

        self.filters = QHBoxLayout()
        self.filters.setSpacing(8)
        self.filters.setObjectName(u"filters")
        self.search = QLineEdit(Workshops)
        self.search.setObjectName(u"search")

        self.filters.addWidget(self.search)

        self.year = QComboBox(Workshops)
        self.year.setObjectName(u"year")

        self.filters.addWidget(self.year)

        self.place = QComboBox(Workshops)
        self.place.setObjectName(u"place")

        self.filters.addWidget(self.place)


        self.rows.addLayout(self.filters)

        self.body = QStackedWidget(Workshops)
        self.body.setObjectName(u"body")
        self.nothing_yet = QWidget()
        self.nothing_yet.setObjectName(u"nothing_yet")
        self.body.addWidget(self.nothing_yet)

        self.rows.addWidget(self.body)


        self.retranslateUi(Workshops)

        self.body.setCurrentIndex(0)


        QMetaObject.connectSlotsByName(Workshops)
    # setupUi

    def retranslateUi(self, Workshops: QWidget) -> None:
        self.title.setText(QCoreApplication.translate("Workshops", u"All workshops", None))
        self.take_in.setText(QCoreApplication.translate("Workshops", u"Take in\u2026", None))
        self.open_file.setText(QCoreApplication.translate("Workshops", u"Open file\u2026", None))
        self.new_workshop.setText(QCoreApplication.translate("Workshops", u"New workshop", None))
        self.search.setPlaceholderText(QCoreApplication.translate("Workshops", u"Search by title or place", None))
#if QT_CONFIG(accessibility)
        self.search.setAccessibleName(QCoreApplication.translate("Workshops", u"Search workshops", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.year.setAccessibleName(QCoreApplication.translate("Workshops", u"Year", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.place.setAccessibleName(QCoreApplication.translate("Workshops", u"Place", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

