"""The directory of the office: people and organizations across workshops. It needs no workshop to be open."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.dialogs.anonymize import AnonymizeDialog
from clesidra_desktop.gui.dialogs.people_doubles import PeopleDoublesDialog
from clesidra_desktop.gui.forms.ui_directory import Ui_Directory
from clesidra_desktop.gui.i18n import mark, tr, tr_count
from clesidra_desktop.gui.open_workshop import LOOK_EVERY
from clesidra_desktop.gui.page import Page
from clesidra_desktop.gui.pages.directory_organizations import OrganizationList
from clesidra_desktop.gui.pages.directory_people import PeopleList
from clesidra_desktop.gui.pages.person_card import PersonCard
from clesidra_desktop.gui.people import People
from clesidra_desktop.gui.tasks import Job
from clesidra_desktop.services.directory import PersonHistory
from clesidra_desktop.services.doubles import Compared, Double, people_to_compare

if TYPE_CHECKING:
    from uuid import UUID

    from clesidra_desktop.services.changes import Changes
    from clesidra_desktop.services.history import State
    from clesidra_desktop.storage.directory import Attended

FEW = 5000
"""People among whom doubles are looked for unasked: it takes less than a second, and nobody waits for it."""

QUIET = 500
"""Milliseconds without a change after which doubles are looked for again."""


class DirectoryPage(Page):
    """Two tabs. What is done here is undone here: the directory has a history of its own."""

    ACTIONS: ClassVar = (
        "directory_search",
        "directory_new",
        "directory_doubles",
        "directory_anonymize",
        "directory_people",
        "directory_organizations",
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.ui = Ui_Directory()
        self.ui.setupUi(self)
        self.people = People(context.open, self, of_workshop=False)
        self.card = PersonCard(self)
        self.card.set_up(context, self.people.organizations)
        self.ui.card_place.addWidget(self.card)
        self.list = PeopleList(context, self.ui, self.people, self)
        self.organizations = OrganizationList(context, self.ui, self)
        self.doubles: tuple[Double, ...] = ()
        self._dialog: PeopleDoublesDialog | None = None
        self._job: Job | None = None
        self._is_read = self._is_looking = self._have_looked = False
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self._look_unasked)
        self._others = QTimer(self, interval=LOOK_EVERY)
        self._others.timeout.connect(self._follow_others)
        context.theme.set_icon(self.ui.new_person, "add")
        self._add_actions()
        self._connect()
        self._show_doubles()

    @property
    def history(self) -> "State | None":
        """What undo and redo would take back: of the directory."""
        return self.context.open.directory_state

    def undo(self) -> None:
        """Take back what was done last to the directory."""
        self.card.commit()
        self.take_back(directory=True)

    def redo(self) -> None:
        """Do again what was undone last in the directory."""
        self.do_again(directory=True)

    def enter(self) -> None:
        """Be shown, and see what others write."""
        super().enter()
        self._others.start()

    def leave(self) -> None:
        """Be shown no longer."""
        self._others.stop()
        super().leave()

    def refresh(self) -> None:
        """Read the directory once; from then on what has changed."""
        if not self.context.open.is_ready:
            self._stale = True
            return
        self.context.open.follow_directory()
        if not self._is_read:
            self._is_read = True
            self.list.read()
            self.organizations.read()
            self._quiet.start()

    def update_for(self, _changes: "Changes") -> None:
        """See what a deed on the open workshop means for the directory."""
        self.context.open.follow_directory()

    def commit(self) -> None:
        """Hand in what is still being typed."""
        self.card.commit()

    def shut(self) -> None:
        """Let go of what waits; a long look for doubles is not waited for."""
        super().shut()
        self.list.stop()
        for timer in (self._quiet, self._others):
            timer.stop()
        if self._job:
            self._job.stop()

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)
        self.card.retranslate()
        self.list.retranslate()
        self.organizations.retranslate()
        self._show_doubles()

    def restyle(self) -> None:
        """Follow the size of the type."""
        for table in (self.ui.people, self.ui.organizations, self.card.ui.history):
            table.fit_rows()

    def first_field(self) -> QWidget:
        """The search of the tab."""
        return self.ui.search if self._shows_people else self.ui.organization_search

    def show_doubles(self) -> None:
        """Show the probable doubles side by side; of organizations, let the digits choose a name."""
        if not self._shows_people:
            self.organizations.go_to_suggested()
        elif not self._have_looked:
            self._look_for_doubles(then_show=True)
        else:
            self.card.commit()
            self._dialog = PeopleDoublesDialog(self.context, self.doubles, self)
            self._dialog.destroyed.connect(self._dialog_closed)
            self._dialog.open()

    def anonymize(self, history: PersonHistory) -> None:
        """Ask whether a person is to be forgotten."""
        dialog = AnonymizeDialog(self.context, history, self)
        dialog.anonymized.connect(self.card.say_anonymized)
        dialog.open()

    @property
    def _shows_people(self) -> bool:
        return self.ui.tabs.currentWidget() is self.ui.people_tab

    # Doubles

    def _look_unasked(self) -> None:
        """Look where it takes no time; before the list was read, nobody knows, and among many people ask for it."""
        if not self.list.is_read:
            self._quiet.start()
        elif self.list.total <= FEW:
            self._look_for_doubles()
        else:
            self._have_looked = False
            self._show_doubles()

    def _look_for_doubles(self, *, then_show: bool = False) -> None:
        """Read the people on the database thread and compare them on the other one, with a way to stop it."""
        if self._is_looking:
            self._quiet.start()
            return
        self._is_looking = True
        job = self._job = Job(self)
        self.context.messages.work(job, tr("Looking for probable doubles…"))

        def stopped() -> None:
            self._is_looking = False
            job.finished.emit()

        def take(doubles: tuple[Double, ...]) -> None:
            stopped()
            self.doubles, self._have_looked = doubles, True
            self._show_doubles()
            if self._dialog:
                self._dialog.take_doubles(doubles)
            elif then_show:
                self.show_doubles()

        def compare(people: Compared) -> None:
            self.context.tasks.aside(lambda: people.doubles(progress=job.progress), take, stopped=stopped)

        self.context.open.ask(people_to_compare, done=compare)

    def _show_doubles(self) -> None:
        text = tr_count("{count} probable double", "{count} probable doubles", len(self.doubles))
        self.ui.doubles.setText(text if self._have_looked else tr("Look for doubles"))
        self.ui.doubles.setVisible(bool(self.doubles) or (not self._have_looked and self.list.total > FEW))

    def _dialog_closed(self) -> None:
        self._dialog = None

    # What happens

    def _directory_changed(self, changes: "Changes") -> None:
        if not self._is_read:
            return
        tables = {*changes.added, *changes.changed, *changes.removed}
        self.list.update_for(changes)
        self.card.refresh()
        if tables & {"people", "attendants", "organizations"}:
            self.organizations.read()
        if tables & {"people", "told_apart"}:
            self._quiet.start()

    def _follow_others(self) -> None:
        if self.context.tasks.is_idle:
            self.context.open.follow_directory()

    def _choose(self, person_id: "UUID | None") -> None:
        self.card.show_person(person_id)

    def _go_into_card(self) -> None:
        self.list.choose_now()
        self.card.ui.name.setEnabled(True)
        self.card.ui.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_new(self, name: str = "") -> None:
        self.ui.tabs.setCurrentWidget(self.ui.people_tab)
        self.card.begin_new(name)

    def _open_workshop(self, attended: "Attended") -> None:
        """Open a workshop of a person, and go to the person there."""
        opened = self.context.open

        def show() -> None:
            attendants = opened.workshop.attendants if opened.workshop else ()
            place = next((n for n, one in enumerate(attendants) if one.id == attended.attendant_id), None)
            self.context.show_page("register", "" if place is None else f"$.attendants[{place}].name")

        opened.open(attended.workshop_id, show)

    def _anonymize_chosen(self) -> None:
        if self.card.history:
            self.card.ui.anonymize.click()

    def _show_tab(self, place: int) -> None:
        self.ui.tabs.setCurrentIndex(place)
        self._search()

    def _search(self) -> None:
        field = self.first_field()
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        (self.ui.search if self._shows_people else self.ui.organization_search).selectAll()

    def _connect(self) -> None:
        self.ui.doubles.clicked.connect(self.show_doubles)
        self.ui.new_person.clicked.connect(lambda _checked: self._begin_new())
        self.list.chosen.connect(self._choose)
        self.list.entered.connect(self._go_into_card)
        self.list.new.connect(self._begin_new)
        self.card.added.connect(self.list.show_person)
        self.card.opened.connect(self._open_workshop)
        self.card.anonymized.connect(self.anonymize)
        self.context.open.directory_changed.connect(self._directory_changed)

    def _add_actions(self) -> None:
        """Add the actions of both tabs."""
        actions: tuple[tuple[str, str, Callable[[], object], str, str], ...] = (
            ("directory_search", mark("Search the directory"), self._search, "Ctrl+F", "search"),
            ("directory_new", mark("New person in the directory"), self._begin_new, "Ctrl+Shift+N", "add"),
            ("directory_doubles", mark("Probable doubles…"), self.show_doubles, "F9", "merge"),
            ("directory_anonymize", mark("Anonymize the person…"), self._anonymize_chosen, "Ctrl+Shift+Del", "remove"),
            ("directory_people", mark("People"), partial(self._show_tab, 0), "Alt+1", ""),
            ("directory_organizations", mark("Organizations"), partial(self._show_tab, 1), "Alt+2", ""),
        )
        for key, text, slot, shortcut, icon in actions:
            self.context.actions.add(key, text, slot, shortcut=shortcut, menu="page", icon=icon)
