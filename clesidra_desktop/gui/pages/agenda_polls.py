"""Polls: the hands are counted in the room and typed here; what will be printed stands beside them."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidgetItem, QSpinBox, QToolButton, QWidget

from clesidra_desktop.documents.blocks import BarChart, Paragraph
from clesidra_desktop.domain.checks import check_poll
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.tallies import people_asked, poll_total
from clesidra_desktop.domain.workshop import AgendaKind, Poll, PollOption, Workshop
from clesidra_desktop.exchange.text import clean_text
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_agenda_polls import Ui_AgendaPolls
from clesidra_desktop.gui.i18n import tr, tr_count, tr_error
from clesidra_desktop.gui.widgets.autosave import PAUSE
from clesidra_desktop.gui.widgets.bar_chart import BarChartView
from clesidra_desktop.gui.widgets.checked_field import CheckedField, Done, Failed, HandIn, SharedNote, on_one_line
from clesidra_desktop.gui.widgets.empty_state import EmptyState
from clesidra_desktop.gui.widgets.held_keys import HeldKeys
from clesidra_desktop.gui.widgets.outline_text import ENTER_KEYS
from clesidra_desktop.gui.widgets.undo_keys import UndoKeys
from clesidra_desktop.services.agenda import edit_agenda_item
from clesidra_desktop.services.polls import (
    HandCount,
    add_poll,
    add_poll_option,
    count_poll,
    edit_poll,
    printed_poll,
    remove_poll,
    remove_poll_option,
    rename_poll_option,
)

if TYPE_CHECKING:
    from clesidra_desktop.services.changes import Changes

NOT_COUNTED = -1
KEY_ROLE = Qt.ItemDataRole.UserRole


class PollsPart(QWidget):
    """All polls of the workshop, one of them to be typed in."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.ui = Ui_AgendaPolls()
        self.ui.setupUi(self)
        self._key = ""
        self._options: list[_OptionRow] = []
        self._poll: Poll | None = None
        self._sentence = QLabel(wordWrap=True)
        self._chart = BarChartView(context.theme)
        self._note = QLabel(wordWrap=True)
        for widget in (self._sentence, self._chart, self._note):
            self.ui.print_rows.addWidget(widget)
        self.ui.print_rows.addStretch()
        self._empty = EmptyState(context.theme, "poll")
        self.ui.columns.insertWidget(1, self._empty, 8)
        self.said = SharedNote(self.ui.error)
        self._shown: tuple[UUID, str] | None = None
        self._counting = QTimer(self, singleShot=True, interval=PAUSE)
        self._counting.timeout.connect(self._count)
        self._count_turn = 0
        self._typed: set[QSpinBox] = set()
        self._under_way: Counter[QSpinBox] = Counter()
        self._question = CheckedField(self.ui.question, self.said, self._saving("question"))
        self._note_saver = CheckedField(
            self.ui.note, self.said, self._saving("note"), kept_as=lambda text: clean_text(text)[0]
        )
        self._connect()

    @property
    def key(self) -> str:
        """The key of the poll that is chosen; empty where there is none."""
        return self._key

    @property
    def is_typing(self) -> bool:
        """Whether something was typed that the database has neither read back nor refused."""
        fields = (self._question, self._note_saver, *(row.saver for row in self._options))
        return bool(self._typed) or any(self._under_way.values()) or any(field.is_busy for field in fields)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the polls as they were read back."""
        keys = [poll.key for poll in workshop.polls]
        if self._key not in keys:
            self._key = keys[0] if keys else ""
        listed = self.ui.list
        blocked = listed.blockSignals(True)  # it is not chosen by a person
        listed.clear()
        for poll in workshop.polls:
            item = QListWidgetItem(poll.question)
            item.setData(KEY_ROLE, poll.key)
            listed.addItem(item)
        if keys:
            listed.setCurrentRow(keys.index(self._key))
        listed.blockSignals(blocked)
        poll_now = next((poll for poll in workshop.polls if poll.key == self._key), None)
        self._turn_to((workshop.id, self._key))
        self._show(workshop, poll_now)

    def choose(self, key: str) -> None:
        """Show another poll."""
        workshop = self._context.open.workshop
        self.commit()
        if workshop:
            self._key = key
            self.show_workshop(workshop)

    def commit(self) -> None:
        """Hand in what was typed and is still waiting."""
        self._question.commit()
        self._note_saver.commit()
        for row in self._options:
            row.saver.commit()
        if self._counting.isActive():
            self._count()

    def first_field(self) -> QWidget:
        """The first count, or the question of the first poll."""
        return self._options[0].count if self._options else self.ui.new_question

    def ask_new(self) -> None:
        """Let the question of a new poll be typed."""
        self.ui.new_question.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to(self, where: str) -> None:
        """Let the field of a JSON path of the poll that is chosen take the keys."""
        _, _, inner = where.partition("].")
        place = int("".join(filter(str.isdigit, inner)) or 0)
        field = self.first_field()
        if inner == "question":
            field = self.ui.question
        elif inner == "respondents":
            field = self.ui.respondents
        elif inner.endswith(".text") and place < len(self._options):
            field = self._options[place].text
        elif inner == "options" and not self._options:
            field = self.ui.new_option
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)
        for place, row in enumerate(self._options):
            row.name(place)

    def _connect(self) -> None:
        ui = self.ui
        ui.list.currentItemChanged.connect(lambda item: self.choose(item.data(KEY_ROLE)) if item else None)
        ui.new_question.returnPressed.connect(self._add)
        ui.question.returnPressed.connect(lambda: self.go_on_from(ui.question))
        ui.new_option.returnPressed.connect(self._add_option)
        ui.remove.clicked.connect(self._remove)
        ui.multiple.clicked.connect(self._choose_multiple)
        ui.respondents.valueChanged.connect(lambda _: self.counted(ui.respondents))
        for watched in (ui.respondents, ui.list):
            watched.installEventFilter(self)
        UndoKeys(ui.new_question)
        UndoKeys(ui.new_option)

    def _turn_to(self, shown: tuple[UUID, str]) -> None:
        """Let the fields be those of another poll, where it is another one."""
        if shown == self._shown:
            return
        if self._shown and shown[0] != self._shown[0]:
            self._poll = None  # what was typed belongs to a workshop that is closed
        self._shown = shown
        self._forget_counts()
        for field in (self._question, self._note_saver):
            field.turn_to()
        while self._options:
            self._options.pop().remove()
        self.said.clear()

    def _show(self, workshop: Workshop, poll: Poll | None) -> None:
        self._poll = poll
        for widget in (self.ui.scroll, self.ui.print_title, self.ui.print_scroll, self.ui.remove):
            widget.setVisible(poll is not None)
        self._empty.setVisible(poll is None)
        self._empty.say(
            tr("No poll yet"),
            tr("Type the question on the left and press Enter. Hands are counted for each answer, and typed here."),
        )
        if poll is None:
            return
        self._question.show(poll.question)
        self._note_saver.show(poll.note)
        self.ui.multiple.setChecked(poll.multiple)
        self._show_options(poll)
        self._show_counts()
        self._show_result(workshop, poll)

    def _show_result(self, workshop: Workshop, poll: Poll) -> None:
        present = people_asked(workshop, poll) if workshop.attendants else None
        total = poll_total(poll)
        said = tr_count("{count} hand was counted.", "{count} hands were counted.", total)
        if present is not None:
            said += " " + tr_count("{count} person was there.", "{count} people were there.", present)
        self.ui.total.setText(said)
        found = [tr(one.template, **one.values) for one in check_poll(poll, "$.polls", present)]
        self.ui.findings.setText("\n".join(found))
        self.ui.findings.setVisible(bool(found))
        blocks = printed_poll(poll, workshop.language)
        paragraphs = [block.text for block in blocks if isinstance(block, Paragraph)]
        charts = [block for block in blocks if isinstance(block, BarChart)]
        self._sentence.setText(paragraphs[0])
        self._note.setText("\n\n".join(paragraphs[1:]))
        self._note.setVisible(len(paragraphs) > 1)
        self._chart.setVisible(bool(charts))
        if charts:
            self._chart.show_chart(charts[0])

    def _show_options(self, poll: Poll) -> None:
        if len(self._options) > len(poll.options):
            self._forget_counts()  # those below have moved up
        while len(self._options) > len(poll.options):
            self._options.pop().remove()
        while len(self._options) < len(poll.options):
            self._options.append(_OptionRow(self, self._context, len(self._options)))
        for row, option in zip(self._options, poll.options, strict=True):
            row.show_option(option)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab go as one reads; what removes comes behind the printed poll, where no typing ends."""
        ui, rows = self.ui, self._options
        inner = (field for row in rows for field in (row.text, row.count))
        typed = (ui.list, ui.new_question, ui.question, ui.multiple, *inner, ui.new_option, ui.respondents, ui.note)
        for before, after in pairwise((*typed, ui.print_scroll, *(row.gone for row in rows), ui.remove)):
            QWidget.setTabOrder(before, after)

    def _show_counts(self) -> None:
        """Show the counts of the database, but where others were typed that it has not read back."""
        poll = self._poll
        if poll is None:
            return
        hands = [(row.count, option.count) for row, option in zip(self._options, poll.options, strict=True)]
        for field, count in (*hands, (self.ui.respondents, poll.respondents)):
            if field in self._typed or self._under_way[field]:
                continue
            blocked = field.blockSignals(True)
            field.setValue(NOT_COUNTED if count is None else count)
            field.blockSignals(blocked)

    def _forget_counts(self) -> None:
        self._counting.stop()
        self._count_turn += 1
        self._typed.clear()
        self._under_way.clear()
        self.said.say(self._counting, "")

    # What a person does

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter go on to the next count, and Delete remove the poll of the list."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            counts: list[QSpinBox] = [*(row.count for row in self._options), self.ui.respondents]
            if watched in counts and event.key() in ENTER_KEYS:
                _type_over(counts[(counts.index(watched) + 1) % len(counts)])
                return True
            if watched is self.ui.list and event.key() == Qt.Key.Key_Delete:
                self._remove()
                return True
        return super().eventFilter(watched, event)

    def go_on_from(self, field: QLineEdit) -> None:
        """Go from the question to the answers, from one to the next, from the last to a new one, and to the counts."""
        typed = [self.ui.question, *(row.text for row in self._options), self.ui.new_option]
        place = typed.index(field) + 1
        if place < len(typed):
            _type_over(typed[place])
        elif self._options:
            _type_over(self._options[0].count)

    def counted(self, field: QSpinBox) -> None:
        """Take a count that was typed; it is handed in after a pause."""
        self._typed.add(field)
        self._counting.start()

    def _count(self) -> None:
        """Hand in the counts that were typed and no others: somebody else may count those on another computer."""
        self._counting.stop()
        if self._poll is None or not self._typed:
            return
        fields, turn = frozenset(self._typed), self._count_turn
        counts = [HandCount(row.place, row.known, row.count.value()) for row in self._options if row.count in fields]
        answered_by = self.ui.respondents.value()
        details = {"respondents": None if answered_by == NOT_COUNTED else answered_by}
        self._typed.clear()
        self._under_way.update(fields)

        def answered(sentence: str) -> None:
            if turn == self._count_turn:
                self._under_way.subtract(fields)
                self._typed |= fields if sentence else frozenset()
                self._show_counts()
            self.said.say(self._counting, sentence)

        self._context.open.do(
            count_poll,
            self._poll.key,
            counts,
            details if self.ui.respondents in fields else {},
            done=lambda _: answered(""),
            failed=lambda error: answered(tr_error(error)),
        )

    def _saving(self, name: str) -> HandIn:
        """Return what hands a field of the poll in."""

        def hand_in(text: str, done: Done, failed: Failed) -> None:
            if self._poll is None:
                done(None)
            else:
                self._context.open.do(edit_poll, self._poll.key, {name: text}, done=done, failed=failed)

        return hand_in

    def _choose_multiple(self, checked: bool) -> None:
        if self._poll:
            self._context.open.do(edit_poll, self._poll.key, {"multiple": checked})

    def rename_option(self, row: "_OptionRow", text: str, done: Done, failed: Failed) -> None:
        """Give an option another text."""
        if self._poll is None:
            done(None)
            return
        self._context.open.do(
            rename_poll_option,
            self._poll.key,
            row.place,
            row.known,
            text,
            done=done,
            failed=failed,
            owner=row.text,
        )

    def remove_option(self, row: "_OptionRow") -> None:
        """Remove an option with its count."""
        self.commit()
        if self._poll is None:
            return
        said, had_keys = tr("The answer “{text}” was removed.", text=row.text.text()), row.gone.hasFocus()

        def removed(_changes: "Changes") -> None:
            self._context.messages.news(said, tr("Undo"), self._context.open.way_back())
            if had_keys:  # and not the button that would remove the next one
                _type_over(
                    self._options[min(row.place, len(self._options) - 1)].text if self._options else self.ui.new_option
                )

        self._context.open.do(remove_poll_option, self._poll.key, row.place, row.known, done=removed)

    def _add_option(self) -> None:
        field = self.ui.new_option
        text = field.text().strip()
        if self._poll is None:
            return
        if not text:
            self.go_on_from(field)
            return
        self.commit()
        field.clear()
        self.said.say(field, "")

        def failed(error: UserError) -> None:
            self.said.say(field, tr_error(error))
            if not field.text():
                field.setText(text)

        self._context.open.do(add_poll_option, self._poll.key, text, failed=failed)

    def _add(self) -> None:
        question = self.ui.new_question.text().strip()
        if not question:
            return
        self.commit()
        self.ui.new_question.clear()
        held = HeldKeys(ENTER_KEYS)

        def added(result: "tuple[str, Changes]") -> None:
            held.give_to(self._added(result[0]))

        def failed(error: UserError) -> None:
            self.ui.new_question.setText(question)
            held.give_back()
            self._context.open.refused.emit(error)

        answers = (tr("In favour"), tr("Against"))
        self._context.open.do(add_poll, question, answers, done=added, failed=failed, stopped=held.give_back)

    def _added(self, key: str) -> QWidget | None:
        """Show the new poll, and let the agenda item that waits for one have it."""
        workshop = self._context.open.workshop
        if workshop is None or all(one.key != key for one in workshop.polls):
            return None  # another workshop was opened meanwhile
        self._key = key
        self.show_workshop(workshop)
        waiting = [
            item for item in workshop.agenda if item.kind is AgendaKind.POLL and not item.poll and not item.ended
        ]
        if waiting:
            self._context.open.do(edit_agenda_item, waiting[0].key, {"poll": key})
        self.go_on_from(self.ui.question)
        return self._options[0].text

    def _remove(self) -> None:
        if self._poll is None:
            return

        def removed(_changes: "Changes") -> None:
            said = tr("The poll was removed.")
            self._context.messages.news(said, tr("Undo"), self._context.open.way_back())
            if self.ui.remove.hasFocus() or self.ui.remove.isHidden():
                (self.ui.list if self._poll else self.ui.new_question).setFocus(Qt.FocusReason.OtherFocusReason)

        self._context.open.do(remove_poll, self._poll.key, done=removed)


def _type_over(field: QLineEdit | QSpinBox) -> None:
    """Let a field take the keys; what is typed stands instead of what is in it."""
    field.setFocus(Qt.FocusReason.TabFocusReason)
    field.selectAll()


class _OptionRow:
    """One option: its text, the hands counted, and a button that removes it.

    `known` are the texts that the option may have in the database by now: the one that was read, and those that were
    handed in since.
    """

    def __init__(self, part: PollsPart, context: Context, place: int) -> None:
        self._part = part
        self.place = place
        self.known: tuple[str, ...] = ()
        self._read = ""
        self.text = QLineEdit()
        self.saver = CheckedField(self.text, part.said, self._rename)
        self.text.returnPressed.connect(lambda: part.go_on_from(self.text))
        self.count = QSpinBox(maximum=100_000)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.count.setFixedWidth(92)
        self.count.setObjectName(f"hands_{place}")
        self.count.valueChanged.connect(lambda _: part.counted(self.count))
        self.count.installEventFilter(part)
        self.gone = QToolButton()
        self.gone.setProperty("role", "quiet")
        context.theme.set_icon(self.gone, "close")
        self.gone.clicked.connect(lambda: part.remove_option(self))
        for column, widget in enumerate((self.text, self.count, self.gone)):
            part.ui.options.addWidget(widget, place, column)
            widget.show()  # now, so that it can take the keys at once
        part.ui.options.setColumnStretch(0, 1)
        self.name(place)

    def name(self, place: int) -> None:
        """Say what the fields are for, in the language of the screens."""
        self.text.setAccessibleName(tr("Answer no. {number}", number=place + 1))
        self.count.setAccessibleName(tr("Hands for answer no. {number}", number=place + 1))
        self.gone.setToolTip(tr("Remove this answer"))
        self.gone.setAccessibleName(tr("Remove this answer"))

    def show_option(self, option: PollOption) -> None:
        """Show the text of an option, unless somebody is typing another one."""
        self._read = option.text
        self.saver.show(option.text)
        self._know()

    def _rename(self, text: str, done: Done, failed: Failed) -> None:
        def answer(told: Callable[[Any], object], what: object) -> None:
            told(what)
            self._know()

        self._part.rename_option(self, text, partial(answer, done), partial(answer, failed))
        self.known = (*self.known, on_one_line(text))

    def _know(self) -> None:
        if not self.saver.is_busy:
            self.known = (self._read,)

    def remove(self) -> None:
        """Take the row away."""
        self._part.said.say(self.saver, "")
        for widget in (self.text, self.count, self.gone):
            widget.hide()
            widget.deleteLater()
