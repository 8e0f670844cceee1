"""The groups: a column each, how even they are and why, and what can be done about it."""

import re
from collections.abc import Mapping
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from clesidra_desktop.domain import split as splits
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.dialogs.split_rules import SplitRulesDialog
from clesidra_desktop.gui.dialogs.why_here import WhyHereDialog
from clesidra_desktop.gui.dress import dress
from clesidra_desktop.gui.forms.ui_groups import Ui_Groups
from clesidra_desktop.gui.i18n import mark, tr, tr_count
from clesidra_desktop.gui.models.board import Kind
from clesidra_desktop.gui.page import Page
from clesidra_desktop.gui.pages.groups_deeds import GroupsDeeds
from clesidra_desktop.gui.split_words import (
    labels_of,
    names_of,
    offer_words,
    proof_sentence,
    say,
    some_names,
    titles_of,
)
from clesidra_desktop.gui.widgets.empty_state import EmptyState
from clesidra_desktop.gui.widgets.fairness_table import FairnessTable
from clesidra_desktop.gui.widgets.group_board import GroupBoard
from clesidra_desktop.services.groups_page import GroupsView, find_why_here, view_of

ROOM_FOR_TABLE = 720
"""The height of the page from which the fairness table is shown without being asked for."""

OFFER_WIDTH = 620
"""Pixels of an offer to even out; the whole is in its tooltip."""

PLACE = re.compile(r"\$\.groups\[(\d+)\](?:\.\w+\[(\d+)\])?")


class GroupsPage(Page):
    """The board above, the fairness table below; one sentence on top."""

    ACTIONS: ClassVar[tuple[str, ...]] = (
        "groups_deal",
        "groups_seed",
        "groups_seat",
        "groups_even",
        "groups_rules",
        "groups_round",
        "groups_print",
        "groups_left",
        "groups_right",
        "groups_lock",
        "groups_why",
        "groups_leave_out",
        "groups_swap",
        "groups_apart",
        "groups_together",
        "groups_rapporteur",
        "groups_room",
        "groups_fairness",
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.ui = Ui_Groups()
        self.ui.setupUi(self)
        self.deeds = GroupsDeeds(context, self, self.show_rules)
        self.board = GroupBoard(context.theme)
        self.table = FairnessTable(context.theme)
        self.ui.parts.insertWidget(0, self.board)
        self.ui.below_rows.addWidget(self.table, 1)
        self.ui.parts.setStretchFactor(0, 3)
        self.ui.parts.setStretchFactor(1, 2)
        self._empty = EmptyState(context.theme, "groups")
        self._empty.hide()
        self.ui.rows.addWidget(self._empty, 1)
        self.ui.rows.setStretchFactor(self.ui.parts, 1)
        self.view: GroupsView | None = None
        self._asked: object = None
        self._wanted: tuple[int, int] | None = None
        self._is_table_chosen = False
        self.ui.fairness.setChecked(False)
        self.ui.below.setVisible(False)
        self._wire()
        self._add_actions()
        self.retranslate()
        context.open.replaced.connect(self._forget)

    def refresh(self) -> None:
        """Work out how even the groups are, and show them; only the newest request counts."""
        workshop = self.context.open.workshop
        if workshop is None:
            return
        if not workshop.sectors or not workshop.attendants:
            self._asked = None
            self._show_nothing(workshop)
            return
        asked = self._asked = object()

        def done(view: GroupsView) -> None:
            if asked is self._asked:
                self._show(workshop, view)

        moment = self.context.open.now()
        self.context.tasks.aside(lambda: view_of(workshop, moment), done)

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)
        self.board.setAccessibleName(tr("Groups"))
        self.table.setAccessibleName(tr("How evenly every value is spread"))
        for button, action in self._buttons().items():
            button.setToolTip(self.context.actions[action].toolTip())

    def restyle(self) -> None:
        """Follow the theme and the size of the type."""
        self.board.fit()
        self.table.fit()
        self.board.viewport().update()

    def first_field(self) -> QWidget:
        """The board, or the first step where there is none yet."""
        return self._empty.button if self._empty.isVisibleTo(self) else self.board

    def go_to(self, where: str) -> None:
        """Show the group that a finding is about, and the person in it."""
        found = PLACE.match(where)
        if found:
            self._wanted = int(found[1]), int(found[2] or 0)
            self._take_wanted()
        else:
            self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def shut(self) -> None:
        """Stop what is under way."""
        super().shut()
        if self.deeds.job:
            self.deeds.job.stop()

    def show_rules(self) -> None:
        """Open the rules of the split."""
        if self.context.open.workshop:
            SplitRulesDialog(self.context, self).show()

    # Showing

    def _show_nothing(self, workshop: Workshop) -> None:
        self.view = None
        self.board.cards.clear()
        self._show_body(shown=False)
        if not workshop.sectors:
            self._empty.say(
                tr("No sectors yet"),
                tr(
                    "Each group discusses one sector. Write the sectors first; then those who come are split into "
                    "groups."
                ),
                tr("Write the sectors"),
                lambda: self.context.show_page("prepare", "$.sectors"),
            )
        else:
            self._empty.say(
                tr("Nobody is registered yet"),
                tr("Register those who come; then they are split into one group for each sector."),
                tr("Register"),
                lambda: self.context.show_page("register"),
            )

    def _forget(self) -> None:
        """Show nothing of the workshop before; a click in the meantime would be about another one."""
        self._asked = self.view = None
        self.board.cards.clear()

    def _show(self, workshop: Workshop, view: GroupsView) -> None:
        self.view = view
        if view.unseated:
            self._show_body(shown=False)
            self._empty.say(
                tr("Groups as evenly mixed as possible"),
                tr(
                    "{people} people will be split into {groups} groups, so that categories, sexes, ages, provinces "
                    "and organizations are spread as evenly as possible. Undo takes it back.",
                    people=len(view.newcomers),
                    groups=len(view.columns),
                ),
                tr("Split into groups"),
                self.deeds.deal,
            )
            return
        current, chosen = self.board.keep_choice()
        categories = [(one.code, one.label) for one in workshop.categories]
        self.board.cards.show_view(view, categories, self.context.translation.language)
        titles = titles_of(workshop)
        self.table.fairness.show_table(view.fairness, [titles[one.sector] for one in view.columns], labels_of(workshop))
        self._show_body(shown=True)
        self._say(workshop, view)
        self.board.fit()
        self.board.choose(chosen, current)
        self._take_wanted()
        self._find_causes(workshop, view)

    def _show_body(self, *, shown: bool) -> None:
        """Show the board, or the first step; the keys go on where they were, unless that is hidden now."""
        focus = QApplication.focusWidget()
        held = focus is not None and self.isAncestorOf(focus)
        for widget in (self.ui.parts, self.ui.fairness, self.ui.keys, self.ui.said, *self._buttons()):
            widget.setVisible(shown)
        self._empty.setVisible(not shown)
        for widget in (self.ui.newcomers, self.ui.absent, self.ui.broken, self.ui.causes, self.ui.few_moves):
            widget.hide()
        self.ui.rules.show()
        self.ui.state.setText("")
        if shown and not self._is_table_chosen:
            self.ui.fairness.setChecked(self.height() >= ROOM_FOR_TABLE)
        if held and focus is not None and not focus.isVisibleTo(self):
            self.first_field().setFocus()

    def _say(self, workshop: Workshop, view: GroupsView) -> None:
        language = self.context.translation.language
        broken = [one.sentence for one in view.split.violations]
        self.ui.broken.setText(" ".join(say(one.sentence) for one in view.split.violations))
        self.ui.broken.setVisible(bool(broken))
        said = [say(one) for one in view.sentences if one not in broken]
        self.ui.said.setText(" ".join([proof_sentence(view.split), *said[:1]]))
        self.ui.details.setText(" ".join(said[1:]))
        dress(self.ui.said, level="good" if view.split.imbalance <= view.split.bound and not broken else "")
        self.ui.state.setText(tr("seed {seed}", seed=view.split.seed))
        self.ui.state.setToolTip(
            tr(
                "Whoever splits the same list (check number {list}) with this seed gets the same groups.",
                list=view.split.fingerprint,
            )
        )
        self.ui.deal.setText(tr("Another deal"))
        names = names_of(workshop, language)
        _say_newcomers(self.ui, view, names)
        self.ui.absent.setVisible(bool(view.absent))
        self.ui.absent_text.setText(
            tr_count(
                "{names} has a seat and is not in the room.",
                "{names} have seats and are not in the room.",
                len(view.absent),
                names=some_names(names[one] for one in view.absent),
            )
        )
        fair = sum(row.fair for row in view.fairness.rows)
        self.ui.fairness.setText(
            tr("Fairness table: {fair} of {all} values are fair", fair=fair, all=len(view.fairness.rows))
        )

    def _find_causes(self, workshop: Workshop, view: GroupsView) -> None:
        if not view.split.imbalance:
            return
        asked = self._asked

        def done(found: tuple[splits.Sentence, ...]) -> None:
            if asked is self._asked:
                self.ui.causes.setText(" ".join(map(say, found)))
                self.ui.causes.setVisible(bool(found))
                self.ui.few_moves.setVisible(any(one.template == splits.MOVED for one in found))

        self.context.tasks.aside(lambda: splits.causes(workshop, view.split), done)

    def _take_wanted(self) -> None:
        workshop = self.context.open.workshop
        if self._wanted is None or workshop is None or not self.board.cards.columns:
            return
        (group, member), self._wanted = self._wanted, None
        members = workshop.groups[group].members[member:] if group < len(workshop.groups) else ()
        if members:
            self.board.choose(members[:1], members[0])
        self.board.setFocus()

    # Wiring

    def _buttons(self) -> dict[QWidget, str]:
        ui = self.ui
        return {
            ui.deal: "groups_deal",
            ui.even: "groups_even",
            ui.rules: "groups_rules",
            ui.round: "groups_round",
            ui.print: "groups_print",
        }

    def _wire(self) -> None:
        icons = {
            self.ui.deal: "dice",
            self.ui.even: "balance",
            self.ui.few_moves: "balance",
            self.ui.rules: "filter",
            self.ui.round: "right",
            self.ui.print: "print",
            self.ui.seat: "add",
        }
        for button, icon in icons.items():
            self.context.theme.set_icon(button, icon)
        self.ui.deal.clicked.connect(self.deeds.deal)
        self.ui.even.clicked.connect(self._even_out)
        self.ui.few_moves.clicked.connect(self._even_out)
        self.ui.rules.clicked.connect(self.show_rules)
        self.ui.round.clicked.connect(self.deeds.next_round)
        self.ui.print.clicked.connect(self.deeds.print_lists)
        self.ui.seat.clicked.connect(self.deeds.seat_newcomers)
        self.ui.leave_absent.clicked.connect(lambda: self.deeds.leave_out(self.view.absent if self.view else ()))
        self.ui.fairness.toggled.connect(self.ui.below.setVisible)
        self.ui.fairness.toggled.connect(
            lambda on: self.context.theme.set_icon(self.ui.fairness, "down" if on else "right")
        )
        self.ui.fairness.clicked.connect(self._choose_table)
        self.context.theme.set_icon(self.ui.fairness, "right")
        self.board.dropped.connect(self.deeds.drop)
        self.board.lock_clicked.connect(self._lock_one)
        self.board.horizontalHeader().sectionDoubleClicked.connect(self._name_room)
        self.board.doubleClicked.connect(lambda _: self._why_here())

    def _add_actions(self) -> None:
        add = partial(self.context.actions.add, menu="page")
        add("groups_deal", mark("Split, or deal again"), self.deeds.deal, shortcut="Ctrl+D", icon="dice")
        add("groups_seed", mark("Deal with a seed…"), self.deeds.ask_seed, shortcut="Ctrl+Shift+D")
        add("groups_seat", mark("Seat newcomers"), self.deeds.seat_newcomers, shortcut="Ctrl+Return", icon="add")
        add("groups_even", mark("Even out…"), self._even_out, shortcut="Ctrl+E", icon="balance")
        add("groups_rules", mark("Rules of the split…"), self.show_rules, shortcut="Ctrl+R", icon="filter")
        add(
            "groups_round",
            mark("Next round: mix people anew"),
            self.deeds.next_round,
            shortcut="Ctrl+Shift+R",
            icon="right",
        )
        add("groups_print", mark("Print the group lists…"), self.deeds.print_lists, shortcut="Ctrl+P", icon="print")
        add("groups_left", mark("Move to the group on the left"), partial(self._step, -1), shortcut="Ctrl+Left")
        add("groups_right", mark("Move to the group on the right"), partial(self._step, 1), shortcut="Ctrl+Right")
        add(
            "groups_lock", mark("Lock or unlock"), lambda: self.deeds.lock(self.board.chosen), shortcut="L", icon="lock"
        )
        add("groups_why", mark("Why here?"), self._why_here, shortcut="W", icon="info")
        add(
            "groups_leave_out",
            mark("Leave people out, or take them in again"),
            self._leave_out,
            shortcut="Del",
            icon="leave",
        )
        add(
            "groups_swap",
            mark("Let two people change groups"),
            lambda: self.deeds.swap(self.board.chosen),
            shortcut="S",
        )
        add("groups_apart", mark("Keep apart"), partial(self._add_rule, "apart"), shortcut="A")
        add("groups_together", mark("Keep together"), partial(self._add_rule, "together"), shortcut="T")
        add("groups_rapporteur", mark("Reports for the group"), self._let_report, shortcut="R", icon="pen")
        add("groups_room", mark("Room of the group…"), self._name_room, shortcut="F2", icon="edit")
        add("groups_fairness", mark("Show or hide the fairness table"), self.ui.fairness.click, shortcut="F")

    def _choose_table(self) -> None:
        self._is_table_chosen = True

    def _lock_one(self, attendant: UUID) -> None:
        card = self.board.cards.card(self.board.cards.index_of(attendant))
        if card:
            self.deeds.lock((card,))

    def _leave_out(self) -> None:
        self.deeds.leave_out(card.id for card in self.board.chosen)

    def _add_rule(self, field: str) -> None:
        chosen = self.board.chosen
        self.deeds.add_rule(field, chosen, ", ".join(self.board.cards.name(card) for card in chosen))

    def _step(self, step: int) -> None:
        """Move those who are chosen one group further; from outside the groups into the nearest."""
        cards, groups = self.board.cards, self.board.cards.groups()
        at = self.board.currentIndex().column()
        if not groups or not self.board.chosen:
            return
        target = at + step
        if target in groups:
            self.deeds.move([card.id for card in self.board.chosen], cards.columns[target].sector)

    def _let_report(self) -> None:
        """Let the person on whom the cursor stands report for the group, or nobody where they do so already."""
        card, column = self.board.cards.card(self.board.currentIndex()), self.board.current_column
        if card and column and column.kind is Kind.GROUP:
            self.deeds.let_report(card.id, column.sector)

    def _name_room(self, place: int | None = None) -> None:
        """Ask for the room of the group in a column; in that of the cursor where none is named."""
        column = self.board.current_column if place is None else self.board.cards.columns[place]
        if column and column.kind is Kind.GROUP:
            self.deeds.ask_room(column)

    def _why_here(self) -> None:
        workshop, card = self.context.open.workshop, self.board.cards.card(self.board.currentIndex())
        column = self.board.current_column
        if workshop is None or card is None or column is None or column.kind is not Kind.GROUP:
            return
        self.context.open.ask(
            find_why_here,
            workshop.id,
            card.id,
            done=lambda why: WhyHereDialog(self.context, why, workshop, self).show(),
        )

    def _even_out(self) -> None:
        self.deeds.find_offers(self._show_offers)

    def _show_offers(self, offers: tuple[splits.Offer, ...]) -> None:
        workshop = self.context.open.workshop
        if workshop is None or not self.isVisible():
            return
        if len(offers) < 2:
            self.context.messages.news(tr("No four moves make the groups more even than they are."))
            return
        names, titles = names_of(workshop, self.context.translation.language), titles_of(workshop)
        menu = QMenu(self)
        menu.setObjectName("offers")
        menu.setToolTipsVisible(True)
        for offer in offers:
            words = offer_words(offer, names, titles).replace("&", "&&")
            shown = menu.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, OFFER_WIDTH)
            action = QAction(f"&{len(offer.moves)}   {shown}", menu)
            action.setToolTip(words)
            action.triggered.connect(partial(self.deeds.take_offer, offer))
            menu.addAction(action)
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.ui.even.mapToGlobal(QPoint(0, self.ui.even.height())))


def _say_newcomers(ui: Ui_Groups, view: GroupsView, names: Mapping[UUID, str]) -> None:
    """Say who has no seat, and apart from them who has not come at all: these are seated by hand only."""
    here = [names[card.id] for card in view.newcomers if card.id not in view.waiting]
    said = [tr("Not seated yet: {names}.", names=some_names(here))] if here else []
    if view.waiting:
        waiting = some_names(names[one] for one in view.waiting)
        said.append(tr("Without a seat, for they have not come: {names}.", names=waiting))
    ui.newcomers.setVisible(bool(said))
    ui.newcomers_text.setText(" ".join(said))
    ui.seat.setText(tr("Seat newcomers ({count})", count=len(here)))
    ui.seat.setVisible(bool(here))
