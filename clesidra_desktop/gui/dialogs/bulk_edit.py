"""Several attendants get the same details at once."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QWidget

from clesidra_desktop.domain.counts import printed_categories
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.provinces import province_names
from clesidra_desktop.gui.attendant_edits import detail_of
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_bulk_edit import Ui_BulkEdit
from clesidra_desktop.gui.i18n import tr, tr_count, tr_error
from clesidra_desktop.gui.widgets.type_ahead import offer
from clesidra_desktop.gui.words import CONSENT_WORDS, SEX_WORDS
from clesidra_desktop.services.attendants import edit_attendants

NAMED = 6
"""Attendants that are named in the title's place."""


class BulkEditDialog(QDialog):
    """Each field with a tick: only what is ticked is changed."""

    def __init__(self, context: Context, ids: Sequence[UUID], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_BulkEdit()
        self.ui.setupUi(self)
        self._context = context
        self._ids = list(ids)
        ui = self.ui
        self.fields: dict[str, tuple[QCheckBox, QComboBox | QLineEdit]] = {
            "category": (ui.take_category, ui.category),
            "sex": (ui.take_sex, ui.sex),
            "organization": (ui.take_organization, ui.organization),
            "position": (ui.take_position, ui.position),
            "province": (ui.take_province, ui.province),
            "age_group": (ui.take_age_group, ui.age_group),
            "consent": (ui.take_consent, ui.consent),
        }
        for tick, field in self.fields.values():
            tick.toggled.connect(field.setEnabled)
            tick.toggled.connect(self._show_button)
            field.setAccessibleName(tick.text().replace("&", ""))
        ui.cancel.clicked.connect(self.reject)
        ui.change.clicked.connect(self.change)
        ui.error.hide()
        self._fill()
        self._show_button()

    def change(self) -> None:
        """Hand in what is ticked; the dialog stays where that fails."""
        self._context.open.do(
            edit_attendants, self._ids, self.details(), done=lambda _: self.accept(), failed=self._refuse, owner=self
        )

    def details(self) -> dict[str, Any]:
        """Return the fields that are ticked, by name."""
        return {
            key: detail_of(key, field.currentData() if isinstance(field, QComboBox) else field.text())
            for key, (tick, field) in self.fields.items()
            if tick.isChecked()
        }

    def _fill(self) -> None:
        workshop, count = self._context.open.workshop, len(self._ids)
        self.ui.title.setText(tr_count("Edit {count} attendant", "Edit {count} attendants", count))
        if workshop is None:
            return
        names = [one.name or one.name_km for one in workshop.attendants if one.id in set(self._ids)]
        self.ui.names.setText(", ".join(names[:NAMED]) + (" …" if len(names) > NAMED else ""))
        for category in printed_categories(workshop):
            label = f"{category.code} · {category.label}" if category.label != category.code else category.code
            self.ui.category.addItem(label or tr("none"), category.code)
        for sex, words in SEX_WORDS.items():
            self.ui.sex.addItem(tr(words), sex)
        for consent, words in CONSENT_WORDS.items():
            self.ui.consent.addItem(tr(words), consent)
        for key in ("organization", "position", "province", "age_group"):
            field = self.fields[key][1]
            if isinstance(field, QLineEdit):
                more = province_names(workshop.language) if key == "province" else ()
                offer(field, [*more, *(getattr(one, key) for one in workshop.attendants)])

    def _show_button(self, *_: object) -> None:
        self.ui.change.setEnabled(any(tick.isChecked() for tick, _ in self.fields.values()))

    def _refuse(self, error: UserError) -> None:
        self.ui.error.setText(tr_error(error))
        self.ui.error.show()
