"""A person whom nobody knows is written down at the door: name and category, and what there is time for."""

from collections.abc import Callable, Iterable
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QSizePolicy, QWidget

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Category
from clesidra_desktop.gui.forms.ui_new_person import Ui_NewPerson
from clesidra_desktop.gui.i18n import tr, tr_error
from clesidra_desktop.gui.widgets.key_choice import SEX_KEYS, UNKNOWN, Option
from clesidra_desktop.gui.widgets.type_ahead import offer, offer_found
from clesidra_desktop.gui.words import SEX_LETTERS, SEX_WORDS
from clesidra_desktop.services.register_search import Hit

KNOWN_SHOWN = 2
"""People that are offered as perhaps the same."""

Find = Callable[[str, int], list[Hit]]


class _KnownButton(QPushButton):
    """A person in one line, which ends with … where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setProperty("role", "offer")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show a text."""
        self._whole = text
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what fits."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width() - 12)
        self.setText(shown.replace("&", "&&"))


class NewPersonForm(QFrame):
    """The fields of a new person.

    `submitted` carries the details (fields of Attendant by name) and whether the person has arrived; `known` a Hit that
    it turned out to be; `cancelled` gives the form up.
    """

    submitted = Signal(object, bool)  # a dict would lose its enums on the way
    known = Signal(object)
    cancelled = Signal()

    def __init__(self, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_NewPerson()
        self.ui.setupUi(self)
        self._find = find
        self._known_buttons = [_KnownButton() for _ in range(KNOWN_SHOWN)]
        self._known_hits: list[Hit] = []
        for place, button in enumerate(self._known_buttons):
            button.clicked.connect(partial(self._take_known, place))
            self.ui.known_rows.addWidget(button)
        self._fields = (self.ui.organization, self.ui.province, self.ui.phone)
        order: list[QWidget] = [self.ui.name, self.ui.category, self.ui.sex, *self._fields]
        for field, following in zip(order, [*order[1:], None], strict=True):
            go_on = partial(self._go_on, following)
            if isinstance(field, QLineEdit):
                field.returnPressed.connect(go_on)
            field.installEventFilter(self)
        for choice, following in ((self.ui.category, self.ui.sex), (self.ui.sex, self.ui.organization)):
            choice.chosen.connect(partial(self._chose, following))
            choice.entered.connect(partial(self._go_on, following))
        for one, two in pairwise([*order, self.ui.register_now, self.ui.invite, self.ui.cancel]):
            QWidget.setTabOrder(one, two)
        self.ui.name.textEdited.connect(self._look)
        self.ui.phone.textEdited.connect(self._look)
        self.ui.register_now.clicked.connect(lambda: self._submit(arrived=True))
        self.ui.invite.clicked.connect(lambda: self._submit(arrived=False))
        self.ui.cancel.clicked.connect(self.cancelled)
        self._categories: tuple[Category, ...] = ()
        self._has_just_chosen = False
        self.retranslate()

    def show_choices(
        self, categories: Iterable[Category], organizations: Callable[[str], Iterable[str]], provinces: Iterable[str]
    ) -> None:
        """Offer the categories of a workshop, and what else may be typed."""
        self._categories = tuple(category for category in categories if category.code)
        options = [
            Option(
                one.code, f"{place} {one.code}" if place < 10 else one.code, str(place) if place < 10 else "", one.label
            )
            for place, one in enumerate(self._categories, start=1)
        ]
        self.ui.category.show_options(options, self.ui.category.value)
        offer_found(self.ui.organization, organizations)
        offer(self.ui.province, provinces)

    def begin(self, name: str) -> None:
        """Begin with a name; the keys go to the category."""
        self._has_just_chosen = False
        self.ui.name.setText(name)
        for field in self._fields:
            field.setText("")
        self.ui.category.choose(None)
        self.ui.sex.choose(None)
        self._show_error("")
        self._look()
        (self.ui.category if name else self.ui.name).setFocus(Qt.FocusReason.OtherFocusReason)

    def details(self) -> dict[str, Any]:
        """Return what was typed, as fields of Attendant by name. Raises UserError where something needed is missing."""
        name, category = self.ui.name.text().strip(), self.ui.category.value
        if not name:
            self.ui.name.setFocus(Qt.FocusReason.OtherFocusReason)
            raise UserError("An attendant needs a name. Type it, or what the person is called.")
        if self._categories and not category:
            self.ui.category.setFocus(Qt.FocusReason.OtherFocusReason)
            raise UserError("Choose a category by its digit.")
        sex = self.ui.sex.value
        details = {"name": name, "category": category or "", "sex": None if sex == UNKNOWN else sex}
        texts = {"organization": self.ui.organization, "province": self.ui.province, "phone": self.ui.phone}
        return details | {key: text for key, field in texts.items() if (text := field.text().strip())}

    def refuse(self, error: UserError) -> None:
        """Say beside the fields why the person could not be registered."""
        self._show_error(tr_error(error))

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)
        sexes = [
            Option(sex or UNKNOWN, tr(SEX_LETTERS[sex]), SEX_KEYS[sex], tr(words)) for sex, words in SEX_WORDS.items()
        ]
        self.ui.sex.show_options(sexes, self.ui.sex.value)
        for widget, label in (
            (self.ui.category, self.ui.category_label),
            (self.ui.sex, self.ui.sex_label),
        ):
            widget.setAccessibleName(label.text().replace("&", ""))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that end the form from every field: Esc, Ctrl+Enter, Shift+Enter."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self._ends(event):
                return True
            has_just_chosen, self._has_just_chosen = self._has_just_chosen, False
            if has_just_chosen and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the same keys from the buttons."""
        if not self._ends(event):
            super().keyPressEvent(event)

    def _ends(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._submit(arrived=True)
                return True
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._submit(arrived=False)
                return True
        return False

    def _chose(self, following: QWidget) -> None:
        """Go on by the key that has chosen; an Enter straight after it means the same, and skips nothing."""
        self._go_on(following)
        self._has_just_chosen = True

    def _go_on(self, following: QWidget | None) -> None:
        if following is None:
            self._submit(arrived=True)
        else:
            following.setFocus(Qt.FocusReason.TabFocusReason)

    def _submit(self, *, arrived: bool) -> None:
        try:
            details = self.details()
        except UserError as error:
            self.refuse(error)
            return
        self._show_error("")
        self.submitted.emit(details, arrived)

    def _take_known(self, place: int) -> None:
        self.known.emit(self._known_hits[place])

    def _show_error(self, text: str) -> None:
        self.ui.error.setText(text)
        self.ui.error.setVisible(bool(text))

    def _look(self, _text: str = "") -> None:
        """Offer people who may be the one that is being typed."""
        typed = [field.text().strip() for field in (self.ui.phone, self.ui.name)]
        hits = [hit for text in typed if len(text) >= 4 for hit in self._find(text, KNOWN_SHOWN)]
        hits = list({hit.id: hit for hit in hits}.values())[:KNOWN_SHOWN]
        for button, hit in zip(self._known_buttons, [*hits, None, None], strict=False):
            button.setVisible(hit is not None)
            if hit is not None:
                parts = (hit.name, hit.name_km, hit.category, hit.organization)
                text = " · ".join(part for part in parts if part)
                button.setToolTip(text)
                button.setAccessibleName(text)
                button.show_text(text)
        self._known_hits = hits
        self.ui.known.setVisible(bool(hits))
