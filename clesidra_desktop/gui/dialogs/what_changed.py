"""What changed between two published versions, or since one of them."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.publishing import PublishedVersion
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_what_changed import Ui_WhatChanged
from clesidra_desktop.gui.i18n import tr, tr_count, tr_error
from clesidra_desktop.gui.publishing_words import version_text
from clesidra_desktop.services.what_changed import WhatChanged, changes_between

NOW = 0
"""Stands for the workshop as it is, where versions count from 1."""


class WhatChangedDialog(QDialog):
    """Two choices above; below them what differs. `chosen` is the version that is looked at first."""

    def __init__(
        self,
        context: Context,
        workshop_id: UUID,
        versions: Sequence[PublishedVersion],
        chosen: PublishedVersion,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("what_changed")
        self._context = context
        self._workshop_id = workshop_id
        self.ui = Ui_WhatChanged()
        self.ui.setupUi(self)
        self.ui.changes.set_up(context.theme)
        self.ui.buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        self.ui.buttons.rejected.connect(self.reject)
        for version in versions:
            self.ui.before.addItem(version_text(version), version.number)
            self.ui.after.addItem(version_text(version), version.number)
        self.ui.after.addItem(tr("As it is now"), NOW)
        earlier = max((one.number for one in versions if one.number < chosen.number), default=None)
        before, after = (chosen.number, NOW) if earlier is None else (earlier, chosen.number)
        self.ui.before.setCurrentIndex(self.ui.before.findData(before))
        self.ui.after.setCurrentIndex(self.ui.after.findData(after))
        for box in (self.ui.before, self.ui.after):
            box.currentIndexChanged.connect(self._ask)
        self.resize(860, 600)
        self._ask()

    def _ask(self) -> None:
        wanted = self.ui.before.currentData(), self.ui.after.currentData()
        self.ui.about.setText(tr("Comparing…"))

        def done(told: WhatChanged) -> None:
            if wanted == (self.ui.before.currentData(), self.ui.after.currentData()):
                self._show(told)

        def failed(error: UserError) -> None:
            self.ui.changes.show_changes(())
            self.ui.about.setText(tr_error(error))

        before, after = wanted
        self._context.open.ask(
            changes_between, self._workshop_id, before, after or None, done=done, failed=failed, owner=self
        )

    def _show(self, told: WhatChanged) -> None:
        count = len(told.changes)
        self.ui.about.setText(
            tr_count(
                "{count} thing changed: struck words were taken away, underlined words were added.",
                "{count} things changed: struck words were taken away, underlined words were added.",
                count,
            )
            if count
            else tr("Nothing has changed.")
        )
        self.ui.changes.show_changes(told.changes)
