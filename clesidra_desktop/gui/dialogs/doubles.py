"""Probable doubles of a workshop side by side: merged into one, or told apart; what was merged comes apart again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from clesidra_desktop.domain.workshop import Attendant
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.double_search import search_doubles
from clesidra_desktop.gui.i18n import time_text, tr
from clesidra_desktop.gui.models.attendants import signature_words
from clesidra_desktop.gui.side_by_side import SideBySideDialog
from clesidra_desktop.services.doubles import Double, tell_apart
from clesidra_desktop.services.merging import list_merges, merge_attendants, unmerge_attendants

if TYPE_CHECKING:
    from clesidra_desktop.services.changes import Changes
    from clesidra_desktop.storage.database import Database
    from clesidra_desktop.storage.merging import Merge


class DoublesDialog(SideBySideDialog):
    """Attendants of the open workshop."""

    def __init__(self, context: Context, doubles: Sequence[Double], parent: QWidget) -> None:
        super().__init__(context, doubles, parent)
        context.open.changed.connect(self._read)
        self.show_next()
        self._read()

    def merge(self) -> None:
        """Make one attendant of the two, with the values that were chosen."""
        pair = self._pair()
        if pair is None:
            return
        kept, other = pair
        self._context.open.do(
            merge_attendants, kept.id, other.id, chosen=self.chosen(other), failed=self.refuse, owner=self
        )

    def tell_apart(self) -> None:
        """Remember that the two are not the same person."""
        pair = self._pair()
        if pair is None:
            return

        def deed(database: "Database", workshop_id: UUID, *, who: str) -> "Changes":
            return tell_apart(database, pair[0].id, pair[1].id, who=who, workshop_id=workshop_id)

        self._context.open.do(deed, failed=self.refuse, owner=self)

    def take_apart(self, other_id: UUID) -> None:
        """Let two attendants who were merged come apart."""
        self._context.open.do(unmerge_attendants, other_id, failed=self.refuse, owner=self)

    def show_next(self) -> None:
        """Show the first of the pairs."""
        self.show_pair(self._pair(), ((tr("Came and left"), _stays_words), (tr("Signed"), signature_words)))

    def _read(self, *_: object) -> None:
        workshop = self._context.open.workshop
        if workshop:
            search_doubles(self._context, self, self.take_doubles)
            self._context.open.ask(list_merges, workshop.id, done=self._take_merges, owner=self)

    def _pair(self) -> tuple[Attendant, Attendant] | None:
        workshop = self._context.open.workshop
        if workshop is None or not self._doubles:
            return None
        people = {one.id: one for one in workshop.attendants}
        double = self._doubles[0]
        if double.first not in people or double.second not in people:
            return None  # one is gone, and the next look at the database will say so
        return people[double.first], people[double.second]

    def _take_merges(self, merges: "Sequence[Merge]") -> None:
        workshop = self._context.open.workshop
        names = {one.id: one.name for one in workshop.attendants} if workshop else {}
        self.show_merges(
            [
                (one.at, tr("{other} was merged into {kept}", other=one.name, kept=names[one.kept_id]), one.other_id)
                for one in merges
                if one.kept_id in names
            ]
        )


def _stays_words(attendant: Attendant) -> str:
    return ", ".join(
        f"{time_text(stay.arrived) if stay.arrived else '?'} – {time_text(stay.left) if stay.left else ''}".strip()
        for stay in attendant.stays
    ) or tr("not yet")
