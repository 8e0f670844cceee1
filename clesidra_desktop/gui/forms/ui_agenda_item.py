"""Compiled from ui/dialogs/agenda_item.ui; do not edit, run `python ui/compile.py`."""

# fmt: off
from PySide6.QtCore import QCoreApplication, QMetaObject, QSize
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateTimeEdit, QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QSpinBox, QVBoxLayout
class Ui_AgendaItem(object):
    def setupUi(self, AgendaItem: QDialog) -> None:
        if not AgendaItem.objectName():
            AgendaItem.setObjectName(u"AgendaItem")
        AgendaItem.setMinimumSize(QSize(560, 0))
        self.rows = QVBoxLayout(AgendaItem)
        self.rows.setSpacing(12)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(24, 16, 24, 16)
        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(10)
        self.title_label = QLabel(AgendaItem)
        self.title_label.setObjectName(u"title_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.title_label)

        self.title = QLineEdit(AgendaItem)
        self.title.setObjectName(u"title")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.title)

        self.speaker_label = QLabel(AgendaItem)
        self.speaker_label.setObjectName(u"speaker_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.speaker_label)

        self.speaker = QLineEdit(AgendaItem)
        self.speaker.setObjectName(u"speaker")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.speaker)

        self.kind_label = QLabel(AgendaItem)
        self.kind_label.setObjectName(u"kind_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.kind_label)

        self.kind = QComboBox(AgendaItem)
        self.kind.setObjectName(u"kind")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.kind)

        self.poll_label = QLabel(AgendaItem)
        self.poll_label.setObjectName(u"poll_label")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.poll_label)

        self.poll = QComboBox(AgendaItem)
        self.poll.setObjectName(u"poll")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.poll)

        self.minutes_label = QLabel(AgendaItem)
        self.minutes_label.setObjectName(u"minutes_label")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.minutes_label)

        self.minutes = QSpinBox(AgendaItem)
        self.minutes.setObjectName(u"minutes")
        self.minutes.setMaximum(44640)

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.minutes)

        self.is_fixed = QCheckBox(AgendaItem)
        self.is_fixed.setObjectName(u"is_fixed")

        self.form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.is_fixed)

        self.fixed_start = QDateTimeEdit(AgendaItem)
        self.fixed_start.setObjectName(u"fixed_start")
        self.fixed_start.setCalendarPopup(True)
        self.fixed_start.setDisplayFormat(u"yyyy-MM-dd HH:mm")

        self.form.setWidget(5, QFormLayout.ItemRole.FieldRole, self.fixed_start)

        self.has_started = QCheckBox(AgendaItem)
        self.has_started.setObjectName(u"has_started")

        self.form.setWidget(6, QFormLayout.ItemRole.LabelRole, self.has_started)

        self.started = QDateTimeEdit(AgendaItem)
        self.started.setObjectName(u"started")
        self.started.setCalendarPopup(True)
        self.started.setDisplayFormat(u"yyyy-MM-dd HH:mm")

        self.form.setWidget(6, QFormLayout.ItemRole.FieldRole, self.started)

        self.has_ended = QCheckBox(AgendaItem)
        self.has_ended.setObjectName(u"has_ended")

        self.form.setWidget(7, QFormLayout.ItemRole.LabelRole, self.has_ended)

        self.ended = QDateTimeEdit(AgendaItem)
        self.ended.setObjectName(u"ended")
        self.ended.setCalendarPopup(True)
        self.ended.setDisplayFormat(u"yyyy-MM-dd HH:mm")

        self.form.setWidget(7, QFormLayout.ItemRole.FieldRole, self.ended)

        self.internal = QCheckBox(AgendaItem)
        self.internal.setObjectName(u"internal")

        self.form.setWidget(8, QFormLayout.ItemRole.FieldRole, self.internal)


        self.rows.addLayout(self.form)

        self.error = QLabel(AgendaItem)
        self.error.setObjectName(u"error")
        self.error.setWordWrap(True)
        self.error.setProperty(u"level", u"error")

        self.rows.addWidget(self.error)

        self.buttons = QDialogButtonBox(AgendaItem)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Cancel|QDialogButtonBox.StandardButton.Ok)

        self.rows.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.title_label.setBuddy(self.title)
        self.speaker_label.setBuddy(self.speaker)
        self.kind_label.setBuddy(self.kind)
        self.poll_label.setBuddy(self.poll)
        self.minutes_label.setBuddy(self.minutes)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(AgendaItem)

        QMetaObject.connectSlotsByName(AgendaItem)
    # setupUi

    def retranslateUi(self, AgendaItem: QDialog) -> None:
        AgendaItem.setWindowTitle(QCoreApplication.translate("AgendaItem", u"Agenda item", None))
        self.title_label.setText(QCoreApplication.translate("AgendaItem", u"&Title", None))
        self.speaker_label.setText(QCoreApplication.translate("AgendaItem", u"S&peaker", None))
        self.kind_label.setText(QCoreApplication.translate("AgendaItem", u"&What happens", None))
        self.poll_label.setText(QCoreApplication.translate("AgendaItem", u"P&oll", None))
        self.minutes_label.setText(QCoreApplication.translate("AgendaItem", u"&Minutes", None))
        self.is_fixed.setText(QCoreApplication.translate("AgendaItem", u"&Starts exactly at", None))
        self.has_started.setText(QCoreApplication.translate("AgendaItem", u"Started a&t", None))
        self.has_ended.setText(QCoreApplication.translate("AgendaItem", u"&Ended at", None))
        self.internal.setText(QCoreApplication.translate("AgendaItem", u"&Internal: for the team, never shown or printed", None))
    # retranslateUi

