"""Compiled from ui/pages/minutes.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QSpacerItem, QTabWidget, QVBoxLayout, QWidget

from clesidra_desktop.gui.widgets.chosen_path import ChosenPath
from clesidra_desktop.gui.widgets.findings_list import FindingsList
class Ui_Minutes(object):
    def setupUi(self, Minutes: QWidget) -> None:
        if not Minutes.objectName():
            Minutes.setObjectName(u"Minutes")
        self.rows = QVBoxLayout(Minutes)
        self.rows.setSpacing(12)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(24, 16, 24, 16)
        self.top = QHBoxLayout()
        self.top.setSpacing(10)
        self.top.setObjectName(u"top")
        self.title = QLabel(Minutes)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"level", u"title")

        self.top.addWidget(self.title)

        self.state = QLabel(Minutes)
        self.state.setObjectName(u"state")
        self.state.setProperty(u"level", u"muted")

        self.top.addWidget(self.state)

        self.spring = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.top.addItem(self.spring)

        self.papers = QPushButton(Minutes)
        self.papers.setObjectName(u"papers")

        self.top.addWidget(self.papers)

        self.pack = QPushButton(Minutes)
        self.pack.setObjectName(u"pack")

        self.top.addWidget(self.pack)

        self.write = QPushButton(Minutes)
        self.write.setObjectName(u"write")

        self.top.addWidget(self.write)

        self.publish = QPushButton(Minutes)
        self.publish.setObjectName(u"publish")
        self.publish.setProperty(u"role", u"primary")

        self.top.addWidget(self.publish)


        self.rows.addLayout(self.top)

        self.columns = QHBoxLayout()
        self.columns.setSpacing(16)
        self.columns.setObjectName(u"columns")
        self.left = QVBoxLayout()
        self.left.setObjectName(u"left")
        self.findings_title = QLabel(Minutes)
        self.findings_title.setObjectName(u"findings_title")
        self.findings_title.setProperty(u"level", u"section")

        self.left.addWidget(self.findings_title)

        self.findings = FindingsList(Minutes)
        self.findings.setObjectName(u"findings")

        self.left.addWidget(self.findings)


        self.columns.addLayout(self.left)

        self.centre = QVBoxLayout()
        self.centre.setObjectName(u"centre")

        self.columns.addLayout(self.centre)

        self.tabs = QTabWidget(Minutes)
        self.tabs.setObjectName(u"tabs")
        self.tabs.setDocumentMode(True)
        self.choices_tab = QWidget()
        self.choices_tab.setObjectName(u"choices_tab")
        self.choices_around = QVBoxLayout(self.choices_tab)
        self.choices_around.setObjectName(u"choices_around")
        self.choices_around.setContentsMargins(0, 0, 0, 0)
        self.choices_area = QScrollArea(self.choices_tab)
        self.choices_area.setObjectName(u"choices_area")
        self.choices_area.setFrameShape(QFrame.Shape.NoFrame)
        self.choices_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.choices_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.choices_area.setWidgetResizable(True)
        self.choices_inner = QWidget()
        self.choices_inner.setObjectName(u"choices_inner")
        self.choices_rows = QVBoxLayout(self.choices_inner)
        self.choices_rows.setSpacing(6)
        self.choices_rows.setObjectName(u"choices_rows")
        self.choices_rows.setContentsMargins(0, 10, 0, 0)
        self.language_label = QLabel(self.choices_inner)
        self.language_label.setObjectName(u"language_label")

        self.choices_rows.addWidget(self.language_label)

        self.language = QComboBox(self.choices_inner)
        self.language.setObjectName(u"language")

        self.choices_rows.addWidget(self.language)

        self.edition_label = QLabel(self.choices_inner)
        self.edition_label.setObjectName(u"edition_label")

        self.choices_rows.addWidget(self.edition_label)

        self.edition = QComboBox(self.choices_inner)
        self.edition.setObjectName(u"edition")

        self.choices_rows.addWidget(self.edition)

        self.edition_hint = QLabel(self.choices_inner)
        self.edition_hint.setObjectName(u"edition_hint")
        self.edition_hint.setWordWrap(True)
        self.edition_hint.setProperty(u"level", u"small")

        self.choices_rows.addWidget(self.edition_hint)

        self.pdf = QCheckBox(self.choices_inner)
        self.pdf.setObjectName(u"pdf")
        self.pdf.setChecked(True)

        self.choices_rows.addWidget(self.pdf)

        self.docx = QCheckBox(self.choices_inner)
        self.docx.setObjectName(u"docx")
        self.docx.setChecked(True)

        self.choices_rows.addWidget(self.docx)

        self.embed = QCheckBox(self.choices_inner)
        self.embed.setObjectName(u"embed")

        self.choices_rows.addWidget(self.embed)

        self.template_label = QLabel(self.choices_inner)
        self.template_label.setObjectName(u"template_label")

        self.choices_rows.addWidget(self.template_label)

        self.template_path = ChosenPath(self.choices_inner)
        self.template_path.setObjectName(u"template_path")

        self.choices_rows.addWidget(self.template_path)

        self.theme_label = QLabel(self.choices_inner)
        self.theme_label.setObjectName(u"theme_label")

        self.choices_rows.addWidget(self.theme_label)

        self.theme_path = ChosenPath(self.choices_inner)
        self.theme_path.setObjectName(u"theme_path")

        self.choices_rows.addWidget(self.theme_path)

        self.right_spring = QSpacerItem(1, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.choices_rows.addItem(self.right_spring)

        self.choices_area.setWidget(self.choices_inner)

        self.choices_around.addWidget(self.choices_area)

        self.tabs.addTab(self.choices_tab, "")
        self.sections_tab = QWidget()
        self.sections_tab.setObjectName(u"sections_tab")
        self.sections_rows = QVBoxLayout(self.sections_tab)
        self.sections_rows.setObjectName(u"sections_rows")
        self.sections_rows.setContentsMargins(0, 10, 0, 0)
        self.tabs.addTab(self.sections_tab, "")
        self.annexes_tab = QWidget()
        self.annexes_tab.setObjectName(u"annexes_tab")
        self.annexes_rows = QVBoxLayout(self.annexes_tab)
        self.annexes_rows.setObjectName(u"annexes_rows")
        self.annexes_rows.setContentsMargins(0, 10, 0, 0)
        self.tabs.addTab(self.annexes_tab, "")
        self.versions_tab = QWidget()
        self.versions_tab.setObjectName(u"versions_tab")
        self.versions_rows = QVBoxLayout(self.versions_tab)
        self.versions_rows.setObjectName(u"versions_rows")
        self.versions_rows.setContentsMargins(0, 10, 0, 0)
        self.tabs.addTab(self.versions_tab, "")

        self.columns.addWidget(self.tabs)

        self.columns.setStretch(0, 4)
        self.columns.setStretch(1, 9)
        self.columns.setStretch(2, 6)

        self.rows.addLayout(self.columns)

#if QT_CONFIG(shortcut)
        self.findings_title.setBuddy(self.findings)
        self.language_label.setBuddy(self.language)
        self.edition_label.setBuddy(self.edition)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Minutes)

        QMetaObject.connectSlotsByName(Minutes)
    # setupUi

    def retranslateUi(self, Minutes: QWidget) -> None:
        self.title.setText(QCoreApplication.translate("Minutes", u"Minutes", None))
        self.papers.setText(QCoreApplication.translate("Minutes", u"Papers for the room\u2026", None))
        self.pack.setText(QCoreApplication.translate("Minutes", u"Closing pack\u2026", None))
        self.write.setText(QCoreApplication.translate("Minutes", u"Write the minutes\u2026", None))
        self.findings_title.setText(QCoreApplication.translate("Minutes", u"&Findings", None))
        self.language_label.setText(QCoreApplication.translate("Minutes", u"&Language", None))
        self.edition_label.setText(QCoreApplication.translate("Minutes", u"&Edition", None))
        self.pdf.setText(QCoreApplication.translate("Minutes", u"PDF, for the archive", None))
        self.docx.setText(QCoreApplication.translate("Minutes", u"Word document", None))
        self.embed.setText(QCoreApplication.translate("Minutes", u"Khmer font in the Word document", None))
        self.template_label.setText(QCoreApplication.translate("Minutes", u"Word template", None))
        self.theme_label.setText(QCoreApplication.translate("Minutes", u"Look of the PDF", None))
        self.tabs.setTabText(self.tabs.indexOf(self.choices_tab), QCoreApplication.translate("Minutes", u"Choices", None))
        self.tabs.setTabText(self.tabs.indexOf(self.sections_tab), QCoreApplication.translate("Minutes", u"Sections", None))
        self.tabs.setTabText(self.tabs.indexOf(self.annexes_tab), QCoreApplication.translate("Minutes", u"Annexes", None))
        self.tabs.setTabText(self.tabs.indexOf(self.versions_tab), QCoreApplication.translate("Minutes", u"Versions", None))
        pass
    # retranslateUi

