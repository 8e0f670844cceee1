"""What is done to the groups, and what is said of it afterwards. Nothing is dealt anew without being asked."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QInputDialog, QWidget

from clesidra_desktop.domain import split as splits
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.exchange.workshop_file.reading import WorkshopFile
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import mark, tr, tr_count, tr_error
from clesidra_desktop.gui.models.board import BoardColumn, Kind
from clesidra_desktop.gui.tasks import Cancelled, Job
from clesidra_desktop.gui.widgets.chosen_path import ask_for_folder
from clesidra_desktop.services import groups as deeds
from clesidra_desktop.services.groups_page import GroupCard
from clesidra_desktop.services.papers import Paper
from clesidra_desktop.services.rapporteurs import describe_group
from clesidra_desktop.services.written import read_file, write_papers_into
from clesidra_desktop.settings import LAST_FOLDER

SEEDS = 10_000
"""Seeds are drawn below this, so that they can be read out to the room."""

RULES = {
    "apart": mark("{names} sit apart from the next split on."),
    "together": mark("{names} sit together from the next split on."),
}


class GroupsDeeds:
    """The deeds of the page. `show_rules` opens the rules, where one of them is in the way."""

    def __init__(self, context: Context, page: QWidget, show_rules: Callable[[], object]) -> None:
        self._context = context
        self._page = page
        self._show_rules = show_rules
        self._draw = Random()  # noqa: S311 (which deal comes next is no secret; the seed is shown)
        self.job: Job | None = None

    # Dealing

    def deal(self) -> None:
        """Split for the first time with the workshop's own seed, or deal again with another one."""
        workshop = self._context.open.workshop
        if workshop is None:
            return
        seed = None
        if splits.seats_of(workshop):
            seed = self._draw.choice([one for one in range(1, SEEDS) if one != workshop.split.seed])
        self.deal_with(seed)

    def deal_with(self, seed: int | None) -> None:
        """Deal with a seed; the workshop's own where it is None."""
        self._deal(deeds.split_into_groups, seed)

    def ask_seed(self) -> None:
        """Ask for a seed, and deal with it."""
        workshop = self._context.open.workshop
        if workshop is None:
            return
        said = tr("The same list and seed give the same groups on every computer.")
        dialog = self._question("seed", tr("Deal with a seed"), said)
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        dialog.setIntRange(0, 2**31 - 1)
        dialog.setIntValue(workshop.split.seed)
        dialog.intValueSelected.connect(self.deal_with)
        dialog.show()

    def _question(self, name: str, title: str, text: str) -> QInputDialog:
        dialog = QInputDialog(self._page)
        dialog.setObjectName(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        dialog.setLabelText(text)
        return dialog

    def next_round(self) -> None:
        """Note the groups as a round, and mix people anew."""
        self._deal(deeds.split_next_round, None)

    def _deal(self, deed: Callable[..., Any], seed: int | None) -> None:
        workshop = self._context.open.workshop
        if workshop is None or self.job is not None:
            return
        before, job = splits.seats_of(workshop), Job(self._page)
        self.job = job
        job.finished.connect(self._finished)
        self._context.messages.work(job, tr("Splitting into groups…"))

        def progress(done: int, total: int) -> None:
            try:
                job.progress(done, total)
            except Cancelled:
                job.finished.emit()
                raise

        def done(_changes: object) -> None:
            job.finished.emit()
            self._tell_deal(before)

        def failed(error: UserError) -> None:
            job.finished.emit()
            self._refuse(error)

        self._context.open.do(deed, seed=seed, progress=progress, done=done, failed=failed)

    def _finished(self) -> None:
        self.job = None

    def _refuse(self, error: UserError) -> None:
        self._context.messages.warn(tr_error(error), tr("Rules…"), self._show_rules)

    def _tell_deal(self, before: dict[UUID, int]) -> None:
        workshop = self._context.open.workshop
        if workshop is None:
            return
        now = splits.seats_of(workshop)
        moved = sum(now.get(one, place) != place for one, place in before.items())
        if before:
            said = tr(
                "Dealt with seed {seed}: {moved} of {count} people sit in another group now.",
                seed=workshop.split.seed,
                moved=moved,
                count=len(before),
            )
        else:
            said = tr("{count} people sit in {groups} groups.", count=len(now), groups=len(workshop.sectors))
        self._context.messages.news(said, tr("Undo"), self._context.open.way_back())

    # People

    def seat_newcomers(self) -> None:
        """Seat those who have no seat; nobody else moves."""
        workshop = self._context.open.workshop
        if workshop is None:
            return
        before = splits.seats_of(workshop)

        def done(_changes: object) -> None:
            now = self._context.open.workshop
            count = len(splits.seats_of(now)) - len(before) if now else 0
            self._context.messages.news(
                tr_count("{count} person was seated; nobody moved.", "{count} people were seated; nobody moved.", count)
            )

        self._context.open.do(deeds.seat_newcomers, done=done)

    def drop(self, people: tuple[UUID, ...], column: BoardColumn) -> None:
        """Put people where they were dropped."""
        match column.kind:
            case Kind.GROUP:
                self.move(people, column.sector)
            case Kind.LEFT_OUT:
                self._context.open.do(deeds.leave_out, people)
            case Kind.NEWCOMERS:
                self._context.open.do(deeds.take_in, people)

    def let_report(self, attendant: UUID, sector: str) -> None:
        """Let somebody report for a group; nobody, where it is they already."""
        workshop = self._context.open.workshop
        group = next((one for one in workshop.groups if one.sector == sector), None) if workshop else None
        is_theirs = group is not None and group.rapporteur == str(attendant)
        self._context.open.do(describe_group, sector, rapporteur="" if is_theirs else str(attendant))

    def ask_room(self, column: BoardColumn) -> None:
        """Ask where a group meets, and note it."""
        workshop = self._context.open.workshop
        if workshop is None:
            return
        dialog = self._question("room", tr("Room"), tr("Where {group} meets:", group=column.title))
        dialog.setTextValue(next((one.room for one in workshop.groups if one.sector == column.sector), ""))
        dialog.textValueSelected.connect(lambda room: self._context.open.do(describe_group, column.sector, room=room))
        dialog.show()

    def move(self, people: Iterable[UUID], sector: str) -> None:
        """Put people into a group."""
        self._context.open.do(deeds.move_members, dict.fromkeys(people, sector))

    def swap(self, cards: tuple[GroupCard, ...]) -> None:
        """Let two change groups."""
        if len(cards) != 2:
            self._context.messages.news(tr("Select two people who are to change groups."))
            return
        self._context.open.do(deeds.swap_members, cards[0].id, cards[1].id)

    def lock(self, cards: tuple[GroupCard, ...]) -> None:
        """Lock people where they sit, or take the locks away where all have one."""
        if cards:
            deed = deeds.unlock_members if all(card.locked for card in cards) else deeds.lock_members
            self._context.open.do(deed, [card.id for card in cards])

    def leave_out(self, people: Iterable[UUID]) -> None:
        """Free the seats of people, or take those in again who were left out."""
        workshop, chosen = self._context.open.workshop, tuple(people)
        if workshop and chosen:
            out = frozenset(workshop.split.left_out)
            self._context.open.do(deeds.take_in if out.issuperset(chosen) else deeds.leave_out, chosen)

    def add_rule(self, field: str, cards: tuple[GroupCard, ...], names: str) -> None:
        """Keep people apart or together; a rule that contradicts the others is refused before it is taken."""
        workshop = self._context.open.workshop
        if workshop is None:
            return
        if len(cards) < 2:
            self._context.messages.news(tr("Select at least two people for this rule."))
            return
        people = tuple(card.id for card in cards)
        deed = {"apart": deeds.keep_apart, "together": deeds.keep_together}[field]

        def take(_checked: object) -> None:
            self._context.open.do(
                deed, people, done=lambda _: self._context.messages.news(tr(RULES[field], names=names))
            )

        candidate = with_rules(workshop, **{field: (*getattr(workshop.split, field), people)})
        self._context.tasks.aside(partial(splits.refuse_contradictions, candidate), take, self._refuse)

    # Evening out and printing

    def find_offers(self, show: Callable[[tuple[splits.Offer, ...]], object]) -> None:
        """Look for the fewest moves that help; `show` is given the offers, unless it was cancelled."""
        workshop = self._context.open.workshop
        if workshop is None or self.job is not None:
            return
        job = self.job = Job(self._page)
        job.finished.connect(self._finished)
        self._context.messages.work(job, tr("Looking for moves that make the groups more even…"))

        def done(offers: tuple[splits.Offer, ...]) -> None:
            job.finished.emit()
            if not job.is_stopped:
                show(offers)

        def failed(error: UserError) -> None:
            job.finished.emit()
            self._context.messages.error(error)

        self._context.tasks.aside(lambda: splits.even_out(workshop), done, failed)

    def take_offer(self, offer: splits.Offer) -> None:
        """Make the moves of an offer."""
        if offer.moves:
            self._context.open.do(deeds.even_out, offer.moves)

    def print_lists(self) -> None:
        """Write the lists for the doors into a folder."""
        workshop, settings = self._context.open.workshop, self._context.settings
        folder = ask_for_folder(self._page, tr("Choose a folder"), settings.get(LAST_FOLDER)) if workshop else ""
        if workshop is None or not folder:
            return
        settings.set(LAST_FOLDER, folder)
        job = Job(self._page)
        self._context.messages.work(job, tr("Writing the papers…"))

        def done(paths: tuple[Path, ...]) -> None:
            job.finished.emit()
            names = ", ".join(path.name for path in paths)
            show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(folder))
            self._context.messages.news(tr("Written: {names}", names=names), tr("Open the folder"), show)

        def failed(error: UserError) -> None:
            job.finished.emit()
            self._context.messages.error(error)

        def start(read: WorkshopFile) -> None:
            self._context.tasks.aside(
                lambda: write_papers_into(read, Path(folder), [Paper.GROUPS], workshop.language, job.progress),
                done,
                failed,
                job.finished.emit,
            )

        self._context.open.ask(read_file, workshop.id, done=start)


def with_rules(workshop: Workshop, **fields: Any) -> Workshop:
    """Return the workshop with other rules of its split."""
    return replace(workshop, split=replace(workshop.split, **fields))
