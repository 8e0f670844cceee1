"""The rules of the split: what is spread, who sits with whom, wishes and earlier rounds. Nobody moves by them alone."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QListWidgetItem, QSpinBox, QWidget

from clesidra_desktop.domain import split as splits
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.names import folded
from clesidra_desktop.domain.workshop import QuotaAttribute, SplitAttribute, SplitRules, Workshop
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.dress import dress
from clesidra_desktop.gui.forms.ui_split_rules import Ui_SplitRules
from clesidra_desktop.gui.i18n import tr, tr_count, tr_error
from clesidra_desktop.gui.models.wishes import WishesModel
from clesidra_desktop.gui.split_words import name_of, titles_of
from clesidra_desktop.gui.widgets.wish_curve import WishCurve
from clesidra_desktop.gui.words import ATTRIBUTE_WORDS
from clesidra_desktop.services.groups import RULES, change_split_rules

HEAVIEST = 9

PAUSE = 700
"""Milliseconds after the last wish until it is worked out what balance costs."""

ROLE = int(Qt.ItemDataRole.UserRole)


class SplitRulesDialog(QDialog):
    """Holds a draft of the rules; OK hands in what differs, unless the rules contradict one another."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        workshop = context.open.workshop
        if workshop is None:
            raise RuntimeError("the rules of no workshop were asked for")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("split_rules")
        self.ui = Ui_SplitRules()
        self.ui.setupUi(self)
        self._context = context
        self._workshop = workshop
        self.rules: SplitRules = workshop.split
        self._names = {one.id: name_of(one, context.translation.language) for one in workshop.attendants}
        self._weights: dict[QuotaAttribute, tuple[QSpinBox, QCheckBox, QCheckBox]] = {}
        self._places: Iterator[tuple[int, splits.Split]] | None = None
        self._checked: object = None
        self._is_open = True
        self.curve = WishCurve(context.theme)
        self.ui.curve_column.addWidget(self.curve)
        self._set_up_attributes()
        self._set_up_people()
        self._set_up_wishes()
        self._set_up_rounds()
        self.ui.error.hide()
        self.resize(980, 640)
        dress(self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok), role="primary")
        self.ui.buttons.accepted.connect(self.accept)
        self.ui.buttons.rejected.connect(self.reject)
        self._check()

    def accept(self) -> None:
        """Take the rules, if they can be kept all at once."""
        fields = {name: getattr(self.rules, name) for name in RULES}
        changed = {name: value for name, value in fields.items() if value != getattr(self._workshop.split, name)}
        if not changed:
            super().accept()
            return

        def done(_changes: object) -> None:
            self._context.messages.news(tr("The rules count from the next split on; nobody has moved."))
            if self._is_open:
                super(SplitRulesDialog, self).accept()

        def take(_fine: object) -> None:
            self._context.open.do(change_split_rules, changed, done=done, failed=self._refuse)

        self._context.tasks.aside(partial(splits.refuse_contradictions, self._candidate()), take, self._refuse)

    def done(self, result: int) -> None:
        """Stop what is under way, and close."""
        self._is_open = False
        self._places = None
        self._patience.stop()
        super().done(result)

    # The draft

    def _candidate(self) -> Workshop:
        return replace(self._workshop, split=self.rules)

    def _edit(self, **fields: object) -> None:
        self.rules = replace(self.rules, **fields)  # type: ignore[arg-type]
        self._check()

    def _check(self) -> None:
        """Say beside the rules which of them contradict one another; only the newest draft counts."""
        checked = self._checked = object()

        def fine(_seats: object) -> None:
            if self._is_open and checked is self._checked:
                self.ui.error.hide()

        def wrong(error: UserError) -> None:
            if checked is self._checked:
                self._refuse(error)

        self._context.tasks.aside(partial(splits.refuse_contradictions, self._candidate()), fine, wrong)

    def _refuse(self, error: UserError) -> None:
        if not self._is_open:
            return
        self.ui.error.setText(tr_error(error))
        self.ui.error.show()

    # Balance

    def _set_up_attributes(self) -> None:
        said = {one.attribute: one for one in self.rules.attributes}
        for column, title in enumerate((tr("Attribute"), tr("Weight"), tr("Protected"), tr("With sex"))):
            heading = QLabel(title)
            heading.setProperty("level", "small")
            self.ui.attributes.addWidget(heading, 0, column)
        for row, usual in enumerate(splits.USUAL, start=1):
            rule = said.get(usual.attribute, usual)
            name = tr(ATTRIBUTE_WORDS[usual.attribute])
            label, weight, protected = QLabel(name), QSpinBox(), QCheckBox(tr("before all others"))
            with_sex = QCheckBox(tr("women and men of each"))
            with_sex.setVisible(usual.attribute in splits.CROSSED)
            weight.setRange(0, max(HEAVIEST, rule.weight))
            weight.setSpecialValueText(tr("not looked at"))
            weight.setValue(rule.weight)
            protected.setChecked(rule.protected)
            with_sex.setChecked(rule.with_sex)
            weight.setAccessibleName(tr("Weight of {attribute}", attribute=name))
            protected.setAccessibleName(tr("{attribute} is protected", attribute=name))
            with_sex.setAccessibleName(tr("The women and the men of each {attribute} are spread", attribute=name))
            label.setBuddy(weight)
            for column, widget in enumerate((label, weight, protected, with_sex)):
                self.ui.attributes.addWidget(widget, row, column)
            weight.valueChanged.connect(self._weigh)
            for box in (protected, with_sex):
                box.toggled.connect(self._weigh)
            self._weights[usual.attribute] = weight, protected, with_sex

    def _weigh(self, _value: object) -> None:
        said = {one.attribute: one for one in self.rules.attributes}
        attributes = []
        for usual in splits.USUAL:
            weight, protected, with_sex = self._weights[usual.attribute]
            before = said.get(usual.attribute, usual)
            now: SplitAttribute = replace(
                before, weight=weight.value(), protected=protected.isChecked(), with_sex=with_sex.isChecked()
            )
            if now != usual:
                attributes.append(now)
        self._edit(attributes=tuple(attributes))

    # Who sits with whom

    def _set_up_people(self) -> None:
        for one, name in sorted(self._names.items(), key=lambda entry: folded(entry[1])):
            item = QListWidgetItem(name)
            item.setData(ROLE, str(one))
            self.ui.people.addItem(item)
        self.ui.people.setAccessibleName(tr("People"))
        self.ui.search.textChanged.connect(self._search)
        self.ui.facilitate.clicked.connect(self._facilitate)
        self.ui.apart.clicked.connect(partial(self._add_set, "apart"))
        self.ui.together.clicked.connect(partial(self._add_set, "together"))
        self.ui.remove_set.clicked.connect(self._remove_set)
        self._show_sets()

    def _search(self, text: str) -> None:
        for row in range(self.ui.people.count()):
            item = self.ui.people.item(row)
            item.setHidden(folded(text) not in folded(item.text()))

    def _chosen(self) -> tuple[UUID, ...]:
        return tuple(UUID(item.data(ROLE)) for item in self.ui.people.selectedItems())

    def _facilitate(self) -> None:
        self._edit(facilitators=tuple(dict.fromkeys((*self.rules.facilitators, *self._chosen()))))
        self._show_sets()

    def _add_set(self, field: str) -> None:
        chosen, sets = self._chosen(), getattr(self.rules, field)
        if len(chosen) < 2:
            self._checked = None
            self._refuse(UserError("Choose at least two attendants for this rule."))
            return
        if not any(frozenset(one) == frozenset(chosen) for one in sets):
            self._edit(**{field: (*sets, chosen)})
        self._show_sets()

    def _show_sets(self) -> None:
        self.ui.sets.clear()
        for one in self.rules.facilitators:
            self._add_line(tr("One in each group: {names}", names=self._name(one)), "facilitators", one)
        for field, template in (("apart", tr("Apart: {names}")), ("together", tr("Together: {names}"))):
            for people in getattr(self.rules, field):
                self._add_line(template.format(names=", ".join(map(self._name, people))), field, people)
        self.ui.remove_set.setEnabled(self.ui.sets.count() > 0)
        self.ui.sets.setCurrentRow(0)

    def _name(self, one: UUID) -> str:
        return self._names.get(one, str(one))

    def _add_line(self, text: str, field: str, value: object) -> None:
        item = QListWidgetItem(text)
        item.setData(ROLE, (field, value))
        self.ui.sets.addItem(item)

    def _remove_set(self) -> None:
        item = self.ui.sets.currentItem()
        if item:
            field, value = item.data(ROLE)
            self._edit(**{field: tuple(one for one in getattr(self.rules, field) if one != value)})
            self._show_sets()

    # Wishes

    def _set_up_wishes(self) -> None:
        people = sorted(self._names.items(), key=lambda entry: folded(entry[1]))
        self.wishes = WishesModel(people, list(titles_of(self._workshop).items()), self.rules.wishes, self)
        self.ui.wishes.set_up(self.wishes)
        self.ui.wishes.setAccessibleName(tr("Wishes"))
        self.wishes.dataChanged.connect(lambda *_: self._take_wishes())
        with QSignalBlocker(self.ui.slider):
            self.ui.slider.setValue(self.rules.balance)
        self.ui.slider_value.setText(f"{self.rules.balance}")
        self.ui.slider.valueChanged.connect(self._slide)
        self._patience = QTimer(self, singleShot=True, interval=PAUSE)
        self._patience.timeout.connect(self._work_out)
        self.ui.tabs.currentChanged.connect(lambda _: self._work_out())
        self._show_curve_state()

    def _take_wishes(self) -> None:
        self._edit(wishes=self.wishes.wishes)
        self.curve.clear()
        self._places = None
        self._show_curve_state()
        self._patience.start()

    def _slide(self, balance: int) -> None:
        self.ui.slider_value.setText(str(balance))
        self._edit(balance=balance)

    def _show_curve_state(self) -> None:
        has_wishes = any(wish.sectors for wish in self.rules.wishes)
        self.curve.setVisible(has_wishes)
        self.ui.slider.setEnabled(has_wishes)
        self.ui.wishes.setVisible(bool(self._names and self._workshop.sectors))
        if not self._workshop.sectors:
            said = tr("Wishes are for sectors, and there are none yet. Write them on the page Prepare.")
        elif not self._names:
            said = tr("Nobody is registered yet, so nobody can have a wish.")
        elif not has_wishes:
            said = tr("Nobody has a wish yet, so there is nothing to weigh against balance.")
        else:
            said = tr("Bars: how many would get their first wish, and how even the groups would be.")
        self.ui.curve_state.setText(said)

    def _work_out(self) -> None:
        """Work the curve out while the tab is looked at, one place after the other."""
        is_shown = self.ui.tabs.currentWidget() is self.ui.wishes_tab
        if not is_shown or self.curve.known or self._places or not any(wish.sectors for wish in self.rules.wishes):
            return
        self._places = splits.wish_curve(self._candidate())
        self._ask_place(self._places)

    def _ask_place(self, places: Iterator[tuple[int, splits.Split]]) -> None:
        def found(place: tuple[int, splits.Split] | None) -> None:
            if place and places is self._places:
                self.curve.show_place(*place)
                self._ask_place(places)

        # What a contradiction is, stands beside the rules already.
        self._context.tasks.aside(lambda: next(places, None), found, lambda _error: None)

    # Earlier rounds

    def _set_up_rounds(self) -> None:
        self.ui.rounds.setAccessibleName(tr("Earlier rounds"))
        self.ui.remove_round.clicked.connect(self._remove_round)
        self._show_rounds()

    def _show_rounds(self) -> None:
        self.ui.rounds.clear()
        for number, groups in enumerate(self.rules.rounds, start=1):
            people = sum(map(len, groups))
            said = tr_count("{count} person", "{count} people", people)
            self.ui.rounds.addItem(
                tr("Round {number}: {people} in {groups} groups", number=number, people=said, groups=len(groups))
            )
        self.ui.rounds.setCurrentRow(0)
        self.ui.remove_round.setEnabled(bool(self.rules.rounds))

    def _remove_round(self) -> None:
        row = self.ui.rounds.currentRow()
        if row >= 0:
            self._edit(rounds=tuple(one for place, one in enumerate(self.rules.rounds) if place != row))
            self._show_rounds()
