"""Probable doubles of the directory side by side, each with his or her workshops: merged, told apart, taken apart."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.gui.side_by_side import SideBySideDialog
from clesidra_desktop.services.directory import PersonHistory, find_pair
from clesidra_desktop.services.doubles import Double, tell_apart
from clesidra_desktop.services.merging import MergeOfPeople, find_merges, merge_people, unmerge_people


class PeopleDoublesDialog(SideBySideDialog):
    """People of the directory. The page looks for doubles again after each deed, and hands them in."""

    def __init__(self, context: Context, doubles: Sequence[Double], parent: QWidget) -> None:
        super().__init__(context, doubles, parent)
        self._shown: tuple[PersonHistory, PersonHistory] | None = None
        context.open.directory_changed.connect(self._read_merges)
        self.show_next()
        self._read_merges()

    def merge(self) -> None:
        """Make one person of the two, with the values that were chosen; the workshops of both are those of the one."""
        if self._shown:
            kept, other = (one.person for one in self._shown)
            self._done_with_pair()
            self._context.open.do_in_directory(
                merge_people, kept.id, other.id, chosen=self.chosen(other), failed=self.refuse
            )
            self.show_next()

    def tell_apart(self) -> None:
        """Remember that the two are not the same person."""
        if self._shown:
            first, second = (one.person for one in self._shown)
            self._done_with_pair()
            self._context.open.do_in_directory(tell_apart, first.id, second.id, failed=self.refuse)
            self.show_next()

    def take_apart(self, other_id: UUID) -> None:
        """Let two who were merged come apart."""
        self._context.open.do_in_directory(unmerge_people, other_id, failed=self.refuse)

    def show_next(self) -> None:
        """Read the first of the pairs, and show it."""
        if not self._doubles:
            self._shown = None
            self.show_pair(None)
            return
        double = self._doubles[0]

        def take(pair: tuple[PersonHistory, PersonHistory] | None) -> None:
            if not self._doubles or self._doubles[0] is not double:
                return
            if pair is None:  # they are one already, or one of them is gone
                self._done_with_pair()
                self.show_next()
                return
            if pair == self._shown and self.choices:
                return  # what was chosen stays
            self._shown = pair
            workshops = {one.person.id: _workshops_words(one) for one in pair}
            more = ((tr("Workshops"), lambda person: workshops[person.id]),)
            self.show_pair((pair[0].person, pair[1].person), more)

        self._context.open.ask(find_pair, double.first, double.second, done=take, failed=self.refuse)

    def _done_with_pair(self) -> None:
        """Go on with the next pair, before the doubles were looked for again."""
        self._doubles.pop(0)
        self._shown = None

    def _read_merges(self, *_: object) -> None:
        self._context.open.ask(find_merges, done=self._take_merges)

    def _take_merges(self, merges: Sequence[MergeOfPeople]) -> None:
        self.show_merges(
            [
                (one.at, tr("{other} was merged into {kept}", other=one.other, kept=one.kept), one.other_id)
                for one in merges
            ]
        )


def _workshops_words(history: PersonHistory) -> str:
    titles = dict.fromkeys(one.title for one in history.attended)
    return "\n".join(titles) or tr("none")
