"""Compiled from ui/dialogs/signature.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject, QSize
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout

from clesidra_desktop.gui.widgets.signature_pad import SignaturePad
class Ui_Signature(object):
    def setupUi(self, Signature: QDialog) -> None:
        if not Signature.objectName():
            Signature.setObjectName(u"Signature")
        self.rows = QVBoxLayout(Signature)
        self.rows.setSpacing(10)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(20, 16, 20, 16)
        self.name = QLabel(Signature)
        self.name.setObjectName(u"name")
        self.name.setWordWrap(True)
        self.name.setProperty(u"level", u"title")

        self.rows.addWidget(self.name)

        self.hint = QLabel(Signature)
        self.hint.setObjectName(u"hint")
        self.hint.setWordWrap(True)
        self.hint.setProperty(u"level", u"muted")

        self.rows.addWidget(self.hint)

        self.pad = SignaturePad(Signature)
        self.pad.setObjectName(u"pad")
        self.pad.setMinimumSize(QSize(640, 240))

        self.rows.addWidget(self.pad)

        self.pad_buttons = QHBoxLayout()
        self.pad_buttons.setSpacing(8)
        self.pad_buttons.setObjectName(u"pad_buttons")
        self.undo = QPushButton(Signature)
        self.undo.setObjectName(u"undo")
#if QT_CONFIG(shortcut)
        self.undo.setShortcut(u"Ctrl+Z")
#endif // QT_CONFIG(shortcut)
        self.undo.setProperty(u"role", u"quiet")

        self.pad_buttons.addWidget(self.undo)

        self.clear = QPushButton(Signature)
        self.clear.setObjectName(u"clear")
        self.clear.setProperty(u"role", u"quiet")

        self.pad_buttons.addWidget(self.clear)

        self.pad_spring = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.pad_buttons.addItem(self.pad_spring)


        self.rows.addLayout(self.pad_buttons)

        self.line = QFrame(Signature)
        self.line.setObjectName(u"line")
        self.line.setProperty(u"surface", u"line")

        self.rows.addWidget(self.line)

        self.paper = QHBoxLayout()
        self.paper.setSpacing(8)
        self.paper.setObjectName(u"paper")
        self.row_label = QLabel(Signature)
        self.row_label.setObjectName(u"row_label")

        self.paper.addWidget(self.row_label)

        self.row_code = QLineEdit(Signature)
        self.row_code.setObjectName(u"row_code")
        self.row_code.setMaximumSize(QSize(140, 16777215))

        self.paper.addWidget(self.row_code)

        self.on_paper = QPushButton(Signature)
        self.on_paper.setObjectName(u"on_paper")

        self.paper.addWidget(self.on_paper)

        self.paper_spring = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.paper.addItem(self.paper_spring)


        self.rows.addLayout(self.paper)

        self.error = QLabel(Signature)
        self.error.setObjectName(u"error")
        self.error.setWordWrap(True)
        self.error.setProperty(u"level", u"error")

        self.rows.addWidget(self.error)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.count = QLabel(Signature)
        self.count.setObjectName(u"count")
        self.count.setProperty(u"level", u"muted")

        self.buttons.addWidget(self.count)

        self.spring = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.spring)

        self.skip = QPushButton(Signature)
        self.skip.setObjectName(u"skip")
        self.skip.setProperty(u"role", u"quiet")

        self.buttons.addWidget(self.skip)

        self.cancel = QPushButton(Signature)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setProperty(u"role", u"quiet")

        self.buttons.addWidget(self.cancel)

        self.keep = QPushButton(Signature)
        self.keep.setObjectName(u"keep")
        self.keep.setProperty(u"role", u"primary")

        self.buttons.addWidget(self.keep)


        self.rows.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.row_label.setBuddy(self.row_code)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Signature)

        self.keep.setDefault(True)


        QMetaObject.connectSlotsByName(Signature)
    # setupUi

    def retranslateUi(self, Signature: QDialog) -> None:
        Signature.setWindowTitle(QCoreApplication.translate("Signature", u"Signature", None))
        self.hint.setText(QCoreApplication.translate("Signature", u"Sign here with a pen, a finger or the mouse.", None))
        self.undo.setText(QCoreApplication.translate("Signature", u"Undo the last line", None))
        self.clear.setText(QCoreApplication.translate("Signature", u"Begin again", None))
        self.row_label.setText(QCoreApplication.translate("Signature", u"Or on &paper, in the row", None))
        self.on_paper.setText(QCoreApplication.translate("Signature", u"Signed on paper", None))
        self.skip.setText(QCoreApplication.translate("Signature", u"Skip", None))
        self.cancel.setText(QCoreApplication.translate("Signature", u"Cancel", None))
        self.keep.setText(QCoreApplication.translate("Signature", u"Keep the signature", None))
    # retranslateUi

