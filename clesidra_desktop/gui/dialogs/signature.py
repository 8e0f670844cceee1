"""Attendants sign, one after the other: on the pad, or on paper."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.row_codes import attendant_codes
from clesidra_desktop.domain.workshop import Attendant
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_signature import Ui_Signature
from clesidra_desktop.gui.i18n import tr, tr_error
from clesidra_desktop.services.signatures import mark_signed_on_paper, sign


class SignatureDialog(QDialog):
    """The pad with the name over it. Goes on to the next attendant by itself."""

    def __init__(self, context: Context, ids: Sequence[UUID], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_Signature()
        self.ui.setupUi(self)
        self._context = context
        self._waiting = list(ids)
        self._done = 0
        self._is_busy = False
        self.ui.pad.setAccessibleName(tr("Signature"))
        context.theme.set_icon(self.ui.undo, "undo")
        self.ui.pad.changed.connect(self._show_buttons)
        self.ui.undo.clicked.connect(self.ui.pad.undo)
        self.ui.clear.clicked.connect(self.ui.pad.clear)
        self.ui.keep.clicked.connect(self.keep)
        self.ui.on_paper.clicked.connect(self.take_paper)
        self.ui.row_code.returnPressed.connect(self.take_paper)
        self.ui.skip.clicked.connect(self.skip)
        self.ui.cancel.clicked.connect(self.reject)
        for button in (self.ui.undo, self.ui.clear, self.ui.on_paper, self.ui.skip, self.ui.cancel):
            button.setAutoDefault(False)
        self._show()

    def keep(self) -> None:
        """Keep what was signed on the pad."""
        if not self.ui.pad.is_empty:
            self._do(sign, self._waiting[0], self.ui.pad.picture())

    def take_paper(self) -> None:
        """Note the row of the sign-in sheet; without another one it is the row printed for the attendant."""
        self._do(mark_signed_on_paper, {self._waiting[0]: self.ui.row_code.text().strip()})

    def skip(self) -> None:
        """Go on without a signature."""
        if not self._is_busy:
            self._next()

    def _do(self, deed: Callable[..., Any], *arguments: object) -> None:
        """Do it once, however often the button is pressed, and go on: a second time it would be for the next one."""
        if self._is_busy:
            return
        self._is_busy = True

        def free() -> None:
            self._is_busy = False

        def done(_: object) -> None:
            free()
            self._next()

        def failed(error: UserError) -> None:
            free()
            self._refuse(error)

        self._context.open.do(deed, *arguments, done=done, failed=failed, stopped=free, owner=self)

    def _next(self) -> None:
        self._waiting.pop(0)
        self._done += 1
        self._show()

    def _show(self) -> None:
        attendant = self._attendant()
        while attendant is None and self._waiting:  # removed meanwhile
            self._waiting.pop(0)
            attendant = self._attendant()
        if attendant is None:
            self.accept()
            return
        workshop = self._context.open.workshop
        codes = attendant_codes(one.id for one in workshop.attendants) if workshop else {}
        self.ui.name.setText(" ".join(part for part in (attendant.name, attendant.name_km) if part))
        self.ui.row_code.setText("")
        self.ui.row_code.setPlaceholderText(codes.get(attendant.id, ""))
        total = self._done + len(self._waiting)
        self.ui.count.setText(tr("{number} of {total}", number=self._done + 1, total=total) if total > 1 else "")
        self.ui.skip.setVisible(len(self._waiting) > 1)
        self._refuse(None)
        self.ui.pad.clear()
        self.ui.pad.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_buttons()

    def _attendant(self) -> Attendant | None:
        workshop = self._context.open.workshop
        found = workshop.attendants if workshop and self._waiting else ()
        return next((one for one in found if one.id == self._waiting[0]), None)

    def _show_buttons(self) -> None:
        for button in (self.ui.undo, self.ui.clear, self.ui.keep):
            button.setEnabled(not self.ui.pad.is_empty)

    def _refuse(self, error: UserError | None) -> None:
        self.ui.error.setText(tr_error(error) if error else "")
        self.ui.error.setVisible(error is not None)
