"""Compiled from ui/dialogs/publish.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from clesidra_desktop.gui.widgets.growing_edit import GrowingEdit
class Ui_Publish(object):
    def setupUi(self, Publish: QDialog) -> None:
        if not Publish.objectName():
            Publish.setObjectName(u"Publish")
        self.rows = QVBoxLayout(Publish)
        self.rows.setSpacing(10)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(20, 16, 20, 16)
        self.title = QLabel(Publish)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"level", u"title")

        self.rows.addWidget(self.title)

        self.about = QLabel(Publish)
        self.about.setObjectName(u"about")
        self.about.setWordWrap(True)
        self.about.setProperty(u"level", u"muted")

        self.rows.addWidget(self.about)

        self.choices = QHBoxLayout()
        self.choices.setSpacing(8)
        self.choices.setObjectName(u"choices")
        self.language_label = QLabel(Publish)
        self.language_label.setObjectName(u"language_label")

        self.choices.addWidget(self.language_label)

        self.language = QComboBox(Publish)
        self.language.setObjectName(u"language")

        self.choices.addWidget(self.language)

        self.edition_label = QLabel(Publish)
        self.edition_label.setObjectName(u"edition_label")

        self.choices.addWidget(self.edition_label)

        self.edition = QComboBox(Publish)
        self.edition.setObjectName(u"edition")

        self.choices.addWidget(self.edition)

        self.spring = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.choices.addItem(self.spring)


        self.rows.addLayout(self.choices)

        self.beside = QLabel(Publish)
        self.beside.setObjectName(u"beside")
        self.beside.setWordWrap(True)

        self.rows.addWidget(self.beside)

        self.reason_label = QLabel(Publish)
        self.reason_label.setObjectName(u"reason_label")
        self.reason_label.setWordWrap(True)

        self.rows.addWidget(self.reason_label)

        self.reason = GrowingEdit(Publish)
        self.reason.setObjectName(u"reason")

        self.rows.addWidget(self.reason)

        self.findings_title = QLabel(Publish)
        self.findings_title.setObjectName(u"findings_title")
        self.findings_title.setWordWrap(True)
        self.findings_title.setProperty(u"level", u"section")

        self.rows.addWidget(self.findings_title)

        self.scroll = QScrollArea(Publish)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.findings = QWidget()
        self.findings.setObjectName(u"findings")
        self.findings_rows = QVBoxLayout(self.findings)
        self.findings_rows.setSpacing(8)
        self.findings_rows.setObjectName(u"findings_rows")
        self.findings_rows.setContentsMargins(0, 0, 6, 0)
        self.scroll.setWidget(self.findings)

        self.rows.addWidget(self.scroll)

        self.who = QLabel(Publish)
        self.who.setObjectName(u"who")
        self.who.setWordWrap(True)
        self.who.setProperty(u"level", u"muted")

        self.rows.addWidget(self.who)

        self.error = QLabel(Publish)
        self.error.setObjectName(u"error")
        self.error.setWordWrap(True)
        self.error.setProperty(u"level", u"error")

        self.rows.addWidget(self.error)

        self.progress = QProgressBar(Publish)
        self.progress.setObjectName(u"progress")
        self.progress.setTextVisible(False)

        self.rows.addWidget(self.progress)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons_spring = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttons_spring)

        self.cancel = QPushButton(Publish)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setProperty(u"role", u"quiet")

        self.buttons.addWidget(self.cancel)

        self.publish = QPushButton(Publish)
        self.publish.setObjectName(u"publish")
        self.publish.setProperty(u"role", u"primary")

        self.buttons.addWidget(self.publish)


        self.rows.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.language_label.setBuddy(self.language)
        self.edition_label.setBuddy(self.edition)
        self.reason_label.setBuddy(self.reason)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Publish)

        QMetaObject.connectSlotsByName(Publish)
    # setupUi

    def retranslateUi(self, Publish: QDialog) -> None:
        Publish.setWindowTitle(QCoreApplication.translate("Publish", u"Publish the minutes", None))
        self.about.setText(QCoreApplication.translate("Publish", u"All files of the minutes are frozen as they are now and never change. A correction is a new version.", None))
        self.language_label.setText(QCoreApplication.translate("Publish", u"&Language", None))
        self.edition_label.setText(QCoreApplication.translate("Publish", u"&Edition", None))
#if QT_CONFIG(accessibility)
        self.reason.setAccessibleName(QCoreApplication.translate("Publish", u"Why it had to be corrected", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.progress.setAccessibleName(QCoreApplication.translate("Publish", u"Progress", None))
#endif // QT_CONFIG(accessibility)
        self.cancel.setText(QCoreApplication.translate("Publish", u"Cancel", None))
    # retranslateUi

