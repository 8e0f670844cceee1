"""Compiled from ui/dialogs/what_changed.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QSizePolicy, QSpacerItem, QVBoxLayout

from clesidra_desktop.gui.widgets.changes_view import ChangesView
class Ui_WhatChanged(object):
    def setupUi(self, WhatChanged: QDialog) -> None:
        if not WhatChanged.objectName():
            WhatChanged.setObjectName(u"WhatChanged")
        self.rows = QVBoxLayout(WhatChanged)
        self.rows.setSpacing(10)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(20, 16, 20, 16)
        self.choices = QHBoxLayout()
        self.choices.setSpacing(8)
        self.choices.setObjectName(u"choices")
        self.before_label = QLabel(WhatChanged)
        self.before_label.setObjectName(u"before_label")

        self.choices.addWidget(self.before_label)

        self.before = QComboBox(WhatChanged)
        self.before.setObjectName(u"before")

        self.choices.addWidget(self.before)

        self.after_label = QLabel(WhatChanged)
        self.after_label.setObjectName(u"after_label")

        self.choices.addWidget(self.after_label)

        self.after = QComboBox(WhatChanged)
        self.after.setObjectName(u"after")

        self.choices.addWidget(self.after)

        self.spring = QSpacerItem(8, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.choices.addItem(self.spring)


        self.rows.addLayout(self.choices)

        self.about = QLabel(WhatChanged)
        self.about.setObjectName(u"about")
        self.about.setWordWrap(True)
        self.about.setProperty(u"level", u"muted")

        self.rows.addWidget(self.about)

        self.changes = ChangesView(WhatChanged)
        self.changes.setObjectName(u"changes")

        self.rows.addWidget(self.changes)

        self.buttons = QDialogButtonBox(WhatChanged)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Close)

        self.rows.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.before_label.setBuddy(self.before)
        self.after_label.setBuddy(self.after)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(WhatChanged)

        QMetaObject.connectSlotsByName(WhatChanged)
    # setupUi

    def retranslateUi(self, WhatChanged: QDialog) -> None:
        WhatChanged.setWindowTitle(QCoreApplication.translate("WhatChanged", u"What changed", None))
        self.before_label.setText(QCoreApplication.translate("WhatChanged", u"&From", None))
        self.after_label.setText(QCoreApplication.translate("WhatChanged", u"&To", None))
    # retranslateUi

