"""Prepare: how attendants are counted, and which shares must be reached."""

from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from clesidra_desktop.domain.attendance import those_here
from clesidra_desktop.domain.days import day_at
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.quotas import measure_quota, values_of
from clesidra_desktop.domain.typed import read_percent
from clesidra_desktop.domain.workshop import Category, Flag, Quota, QuotaAttribute, Sex, Workshop
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import mark, tr, tr_count, tr_error
from clesidra_desktop.gui.pages.prepare_part import PartList, PartWords, RowDeeds, TwoLists, hint_of
from clesidra_desktop.gui.pages.prepare_section import Hints
from clesidra_desktop.gui.preparation import PLACES
from clesidra_desktop.gui.widgets.calm_combo import CalmComboBox
from clesidra_desktop.gui.widgets.checked_field import CheckedField, Done, Failed, say
from clesidra_desktop.gui.widgets.row_list import RowFrame
from clesidra_desktop.gui.words import ATTRIBUTE_WORDS, FLAG_WORDS, SEX_PLURALS, quota_name, quota_sentence
from clesidra_desktop.services.prepare_rows import Part

CATEGORIES = PartWords(
    mark("Categories"),
    mark("How attendants are counted in the header of the minutes. The code is what stands in lists and on badges."),
    mark("Add a category"),
)
QUOTAS = PartWords(
    mark("Quotas"),
    mark("Shares that must be reached. They are measured among those who are here."),
    mark("Add a quota"),
)

USUAL_SHARE = 0.4
"""The share that donors ask for most often, of women."""

PROPOSED = (
    (QuotaAttribute.SEX, str(Sex.FEMALE)),
    *((QuotaAttribute.FLAGS, str(flag)) for flag in Flag),
    (QuotaAttribute.SEX, str(Sex.MALE)),
)
"""What new quotas are about, the first that is still free."""

CHOSEN = (QuotaAttribute.SEX, QuotaAttribute.FLAGS, QuotaAttribute.CATEGORY)
"""Attributes whose values are chosen and not typed."""

CODE_WIDTH = 110


class CategoryRow(RowFrame[Category]):
    """Code and label, with how many attendants have it."""

    def __init__(self, deeds: RowDeeds) -> None:
        super().__init__(deeds.context.theme)
        self._deeds = deeds
        self._code_edit, self._label_edit = QLineEdit(), QLineEdit()
        self._code_edit.setFixedWidth(CODE_WIDTH)
        self._code = CheckedField(self._code_edit, self.note, self._take_code, _code_complaint)
        self._label = CheckedField(self._label_edit, self.second_note, deeds.saving(self, "label"))
        self.columns.addWidget(self._code_edit)
        self.columns.addWidget(self._label_edit, 1)

    def show_row(self, row: Category, hint: str) -> None:
        """Show code and label."""
        workshop = self._deeds.context.open.workshop
        people = sum(one.category == row.code for one in workshop.attendants) if workshop else 0
        count = tr_count("{count} attendant has it.", "{count} attendants have it.", people) if people else ""
        self._code.show(row.code, hint or count)
        self._label.show(row.label)

    def fields(self) -> tuple[CheckedField, ...]:
        """Code and label."""
        return self._code, self._label

    def first(self) -> QWidget:
        """The code, all of it marked, so that typing replaces the one that was made up."""
        self._code_edit.selectAll()
        return self._code_edit

    def field_of(self, name: str) -> QWidget:
        """The code or the label."""
        return self._label_edit if name == "label" else self.first()

    def name_all(self) -> None:
        """Say what is typed here."""
        super().name_all()
        self._code_edit.setAccessibleName(tr("Code of the category"))
        self._label_edit.setAccessibleName(tr("Label of the category"))
        self._label_edit.setPlaceholderText(tr("What the minutes print for it"))

    def _take_code(self, text: str, done: Done, failed: Failed) -> None:
        self._deeds.edit(self.key, {"code": text}, done, failed)


class QuotaRow(RowFrame[Quota]):
    """Attribute, value and share, with how it stands in words."""

    def __init__(self, deeds: RowDeeds) -> None:
        super().__init__(deeds.context.theme)
        self._deeds = deeds
        self._row: Quota | None = None
        self._attribute, self._value = CalmComboBox(), CalmComboBox()
        self._typed, self._percent = QLineEdit(), QLineEdit()
        self._percent.setFixedWidth(64)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._value_field = CheckedField(self._typed, self.second_note, self._take_value)
        self._share_field = CheckedField(self._percent, self.note, self._take_share, _share_complaint)
        for widget, stretch in ((self._attribute, 2), (self._value, 3), (self._typed, 3), (self._percent, 0)):
            self.columns.addWidget(widget, stretch)
        self.columns.addWidget(QLabel("%"))
        self._attribute.activated.connect(self._attribute_chosen)
        self._value.activated.connect(lambda _: self._change({"value": self._value.currentData()}))

    def show_row(self, row: Quota, hint: str) -> None:
        """Show the quota and how it stands."""
        self._row = row
        self._attribute.fill([(tr(words), one) for one, words in ATTRIBUTE_WORDS.items()], row.attribute)
        is_chosen = row.attribute in CHOSEN
        self._value.setVisible(is_chosen)
        self._typed.setVisible(not is_chosen)
        if is_chosen:
            self._value.fill(self._choices(row), row.value)
        self._value_field.show("" if is_chosen else row.value)
        self._share_field.show(f"{row.share * 100:.10g}", hint)

    def fields(self) -> tuple[CheckedField, ...]:
        """Value and share."""
        return self._value_field, self._share_field

    def first(self) -> QWidget:
        """The attribute."""
        return self._attribute

    def name_all(self) -> None:
        """Say what is chosen here."""
        super().name_all()
        self._attribute.setAccessibleName(tr("What the quota is about"))
        self._value.setAccessibleName(tr("Value that is counted"))
        self._typed.setAccessibleName(tr("Value that is counted"))
        self._typed.setPlaceholderText(tr("Value that is counted"))
        self._percent.setAccessibleName(tr("Share that must be reached, in percent"))

    def _choices(self, row: Quota) -> list[tuple[str, object]]:
        """Return the values of an attribute, with the one of the row where it is none of them."""
        workshop = self._deeds.context.open.workshop
        choices: list[tuple[str, object]] = []
        match row.attribute:
            case QuotaAttribute.SEX:
                choices = [(tr(words), value) for value, words in SEX_PLURALS.items()]
            case QuotaAttribute.FLAGS:
                choices = [(tr(words), str(flag)) for flag, words in FLAG_WORDS.items()]
            case QuotaAttribute.CATEGORY:
                choices = [(one.label or one.code, one.code) for one in workshop.categories] if workshop else []
        known = {value for _, value in choices}
        return choices if row.value in known else [*choices, (row.value, row.value)]

    def _attribute_chosen(self) -> None:
        attribute = QuotaAttribute(self._attribute.currentData())
        if self._row and attribute is not self._row.attribute:
            workshop = self._deeds.context.open.workshop
            value = _first_value(workshop, attribute) if workshop else ""
            self._change({"attribute": attribute, "value": value})

    def _change(self, details: dict[str, Any]) -> None:
        """Change what is chosen; where that cannot be, what was there is shown again with the reason."""

        def refused(error: UserError) -> None:
            if self._row:
                self.show_row(self._row, "")
            say(self.second_note, tr_error(error), is_wrong=True)

        self._deeds.edit(self.key, details, failed=refused)

    def _take_value(self, text: str, done: Done, failed: Failed) -> None:
        self._deeds.edit(self.key, {"value": text}, done, failed)

    def _take_share(self, text: str, done: Done, failed: Failed) -> None:
        self._deeds.edit(self.key, {"share": read_percent(text)}, done, failed)


def _code_complaint(text: str) -> str:
    return "" if text.strip() else tr("A category needs a code, such as CBO. Attendants are counted by it.")


def _share_complaint(text: str) -> str:
    is_share = read_percent(text) is not None
    return "" if is_share else tr("A quota is more than 0 % and at most 100 %. Type a number such as 40.")


def _first_value(workshop: Workshop, attribute: QuotaAttribute) -> str:
    """Return a value of an attribute that no quota is about yet, or the first; nothing where it is typed."""
    if attribute is QuotaAttribute.CATEGORY:
        values = [one.code for one in workshop.categories]
    else:
        values = [value for about, value in PROPOSED if about is attribute]
    taken = {one.value for one in workshop.quotas if one.attribute is attribute}
    return next((value for value in values if value not in taken), values[0] if values else "")


def new_quota(workshop: Workshop) -> Quota:
    """Return a quota about something that no other is about."""
    taken = {(one.attribute, one.value) for one in workshop.quotas}
    free = [pair for pair in PROPOSED if pair not in taken]
    attribute, value = free[0] if free else (QuotaAttribute.PROVINCE, _first_unused_province(workshop))
    return Quota(attribute=attribute, value=value, share=USUAL_SHARE)


def _first_unused_province(workshop: Workshop) -> str:
    taken = {one.value for one in workshop.quotas if one.attribute is QuotaAttribute.PROVINCE}
    known = (value for one in workshop.attendants for value in values_of(one, QuotaAttribute.PROVINCE))
    return next((value for value in known if value not in taken), workshop.place)


class CountedSection(TwoLists):
    """Categories on the left, quotas on the right."""

    KEY = "counted"
    TITLE = mark("Categories and quotas")
    PLACES: ClassVar = PLACES["counted"]

    def __init__(self, context: Context) -> None:
        self.categories: PartList[Category] = PartList(
            context, Part.CATEGORY, CategoryRow, CATEGORIES, lambda _: Category(code="", label="")
        )
        self.quotas: PartList[Quota] = PartList(context, Part.QUOTA, QuotaRow, QUOTAS, new_quota)
        super().__init__(context, self.categories, self.quotas)

    def show_workshop(self, workshop: Workshop, hints: Hints) -> None:
        """Show the rows."""
        self.categories.show_workshop(workshop, hint_of(hints, Part.CATEGORY, "label"))
        labels = {one.code: one.label for one in workshop.categories}
        here = those_here(workshop, day_at(workshop, self.categories.context.open.now()))

        def stands(_index: int, quota: Quota) -> str:
            if not quota.value:
                return tr("Type the value that is counted.")
            is_category = quota.attribute is QuotaAttribute.CATEGORY
            name = quota_name(quota, labels.get(quota.value, "") if is_category else "")
            return quota_sentence(measure_quota(quota, here), name)

        self.quotas.show_workshop(workshop, stands)
