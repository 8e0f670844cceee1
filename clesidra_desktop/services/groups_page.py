"""What is shown of the groups: the page of the window, and the proposal that the command line prints."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from clesidra_desktop.domain import split as splits
from clesidra_desktop.domain.attendance import is_here, those_who_came
from clesidra_desktop.domain.days import day_at
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.names import Names
from clesidra_desktop.domain.rapporteurs import rapporteurs
from clesidra_desktop.domain.workshop import Attendant, Sex, Workshop
from clesidra_desktop.storage import workshops as stored
from clesidra_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class GroupCard:
    """An attendant in a group. `wish` is the rank of the wish that is met, from 0; None without one.

    `here` says whether the attendant is in the room.
    """

    id: UUID
    name: str
    name_km: str
    category: str
    sex: Sex | None
    here: bool
    locked: bool
    facilitator: bool
    apart: bool
    together: bool
    wish: int | None


@dataclass(frozen=True, slots=True)
class GroupColumn:
    """The group of a sector. `rapporteur` is a name."""

    sector: str
    title: str
    room: str
    rapporteur: Names
    cards: tuple[GroupCard, ...]


@dataclass(frozen=True, slots=True)
class GroupsView:
    """The page of the groups.

    `newcomers` have no seat yet, and those of them who are `waiting` are only invited, while others have come;
    `left_out` get none; `absent` are seated and not in the room, once anybody is.
    `unseated` says that nobody has a seat, so that there is nothing to be judged.
    """

    columns: tuple[GroupColumn, ...]
    newcomers: tuple[GroupCard, ...]
    waiting: tuple[UUID, ...]
    left_out: tuple[GroupCard, ...]
    absent: tuple[UUID, ...]
    unseated: bool
    split: splits.Split
    fairness: splits.Fairness
    sentences: tuple[splits.Sentence, ...]


@dataclass(frozen=True, slots=True)
class SplitProposal:
    """A split that is not taken yet: what it is, who would move, what evening out would give, and what can be said."""

    split: splits.Split
    moves: tuple[splits.Move, ...]
    offers: tuple[splits.Offer, ...]
    fairness: splits.Fairness
    sentences: tuple[splits.Sentence, ...]
    causes: tuple[splits.Sentence, ...]


def find_why_here(database: Database, workshop_id: UUID, attendant: UUID) -> splits.WhyHere:
    """Return why an attendant sits in a group. Raises UserError for one without a seat."""
    return splits.why_here(_load(database, workshop_id), attendant)


def propose_split(workshop: Workshop, seed: int | None = None, *, keep: bool = False) -> SplitProposal:
    """Return a split of everybody, or of the newcomers only where all who sit `keep` their seats.

    Raises UserError where there are no sectors or rules that no split can keep.
    """
    split = splits.seat_newcomers(workshop, seed) if keep else splits.split_workshop(workshop, seed)
    keys = [sector.key for sector in workshop.sectors]
    taken = splits.with_members(workshop, {group.sector: group.members for group in split.groups})
    return SplitProposal(
        split=split,
        moves=tuple(
            splits.Move(one, keys[source], keys[target]) for one, source, target in splits.moves_of(workshop, split)
        ),
        offers=splits.even_out(taken),
        fairness=splits.fairness(workshop, split),
        sentences=splits.sentences(workshop, split),
        causes=() if keep else splits.causes(workshop, split),
    )


def view_of(workshop: Workshop, moment: datetime) -> GroupsView:
    """Return the page of the groups of a workshop at a local moment."""
    split = splits.split_now(workshop)
    day = day_at(workshop, moment)
    cards = {one.id: _card(workshop, one, here=is_here(one, day)) for one in workshop.attendants}
    seats = splits.seats_of(workshop)
    left_out = frozenset(workshop.split.left_out)
    groups = {group.sector: group for group in workshop.groups}
    reporting = rapporteurs(workshop)
    columns = []
    for sector, own in zip(workshop.sectors, split.groups, strict=True):
        group = groups.get(sector.key)
        reporter = reporting.get(sector.key, "")
        order = {one: place for place, one in enumerate(group.members if group else ())}
        columns.append(
            GroupColumn(
                sector=sector.key,
                title=sector.title,
                room=group.room if group else "",
                rapporteur=_reporter(reporter, [cards[one] for one in order if one in cards]),
                cards=tuple(cards[one] for one in sorted(own.members, key=order.__getitem__)),
            )
        )
    anybody = any(card.here for card in cards.values())
    newcomers = tuple(cards[one.id] for one in workshop.attendants if one.id not in seats and one.id not in left_out)
    came = {one.id for one in those_who_came(workshop)}
    return GroupsView(
        columns=tuple(columns),
        newcomers=newcomers,
        waiting=tuple(card.id for card in newcomers if card.id not in came),
        left_out=tuple(cards[one.id] for one in workshop.attendants if one.id in left_out),
        absent=tuple(one.id for one in workshop.attendants if anybody and one.id in seats and not cards[one.id].here),
        unseated=not seats,
        split=split,
        fairness=splits.fairness(workshop, split),
        sentences=splits.sentences(workshop, split) if seats else (),
    )


def _reporter(reporter: Attendant | str, members: list[GroupCard]) -> Names:
    """Return who reports in both letters, where that is known: a name may be noted as text."""
    if isinstance(reporter, str):
        return Names(reporter, next((card.name_km for card in members if card.name == reporter), ""))
    return Names(reporter.name, reporter.name_km)


def _card(workshop: Workshop, attendant: Attendant, *, here: bool) -> GroupCard:
    rules = workshop.split
    own = attendant.id
    wished = next((wish.sectors for wish in rules.wishes if wish.attendant == own), ())
    sector = next((group.sector for group in workshop.groups if own in group.members), "")
    return GroupCard(
        id=own,
        name=attendant.name,
        name_km=attendant.name_km,
        category=attendant.category,
        sex=attendant.sex,
        here=here,
        locked=any(own in group.locked for group in workshop.groups),
        facilitator=own in rules.facilitators,
        apart=any(own in people for people in rules.apart),
        together=any(own in people for people in rules.together),
        wish=wished.index(sector) if sector in wished else None,
    )


def _load(database: Database, workshop_id: UUID) -> Workshop:
    with database.session() as session:
        workshop = stored.load_workshop(session, workshop_id)
    if workshop is None:
        raise UserError("This workshop is not in the database any more; perhaps it was removed on another computer.")
    return workshop
