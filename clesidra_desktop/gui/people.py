"""The people whom the search box of the door knows: kept in memory, and current with every deed."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from clesidra_desktop.domain.days import day_at
from clesidra_desktop.domain.names import folded
from clesidra_desktop.gui.open_workshop import OpenWorkshop
from clesidra_desktop.services.organizations import OrganizationNames, organization_names
from clesidra_desktop.services.people_search import ENOUGH
from clesidra_desktop.services.register_search import Hit, News, PeopleFinder, people_index

if TYPE_CHECKING:
    from clesidra_desktop.services.changes import Changes


MANY = 300
"""Changed rows from which on the people are read anew on the database thread: taking so many in would be felt."""


class People(QObject):
    """Finds people of the directory and of the open workshop. `changed` is emitted when others may be found."""

    changed = Signal()

    def __init__(self, open_workshop: OpenWorkshop, parent: QObject | None = None, *, of_workshop: bool = True) -> None:
        super().__init__(parent)
        self._of_workshop = of_workshop
        self._open = open_workshop
        self._finder: PeopleFinder | None = None
        self._names: OrganizationNames | None = None
        self._wanted: UUID | None = None
        if of_workshop:
            open_workshop.replaced.connect(self.read)
            open_workshop.changed.connect(self._follow)
        else:
            open_workshop.directory_changed.connect(self._follow)

    @property
    def is_ready(self) -> bool:
        """Whether the directory has been read."""
        return self._finder is not None

    def read(self) -> None:
        """Read the directory for the workshop that is open, or by itself."""
        workshop = self._open.workshop if self._of_workshop else None
        self._finder = None
        self._wanted = workshop.id if workshop else None
        if workshop or not self._of_workshop:
            self._open.ask(people_index, self._wanted, self._day(), done=self._take)
            self._open.ask(organization_names, done=self._take_names)

    def find(self, typed: str, limit: int = ENOUGH) -> list[Hit]:
        """Return those who are meant most likely; nobody before the directory has been read."""
        return self._finder.find(typed, limit) if self._finder else []

    def organizations(self, typed: str) -> list[str]:
        """Return names of organizations for what was typed, of the directory and of those registered since."""
        known = self._names.find(typed) if self._names else []
        workshop, wanted = self._open.workshop, folded(typed)
        here = [one.organization for one in workshop.attendants if one.organization] if workshop else []
        return list(dict.fromkeys([*known, *(name for name in here if wanted in folded(name))]))

    def _day(self) -> date | None:
        workshop = self._open.workshop if self._of_workshop else None
        return day_at(workshop, self._open.now()) if workshop else None

    def _take_names(self, names: OrganizationNames) -> None:
        self._names = names

    def _take(self, finder: PeopleFinder) -> None:
        if finder.workshop_id == self._wanted:
            self._finder = finder
            self.changed.emit()

    def _follow(self, changes: "Changes") -> None:
        if "organizations" in {*changes.added, *changes.changed, *changes.removed}:
            self._open.ask(organization_names, done=self._take_names)
        finder = self._finder
        if finder is None:
            return
        if self._wanted and len(changes) > MANY:
            self._open.ask(people_index, self._wanted, self._day(), done=self._take)
            return

        def take(news: News) -> None:
            finder.take(news)
            if finder is self._finder:
                self.changed.emit()

        self._open.when_shown(partial(self._open.ask, finder.news, changes, self._day(), done=take))
