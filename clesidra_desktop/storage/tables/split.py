"""The rules of the split into groups: what it weighs, sets of people, and wishes."""

from itertools import groupby
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from clesidra_desktop.domain.workshop import QuotaAttribute, SplitAttribute, SplitRules, Wish
from clesidra_desktop.storage.tables.base import CHILDREN, Row

FACILITATORS, LEFT_OUT, APART, TOGETHER, ROUND = "facilitators", "left_out", "apart", "together", "round"
"""The kinds of sets."""


class SplitMemberRow(Row):
    """The place of an attendant in a set."""

    __tablename__ = "split_members"
    KEY: ClassVar = ("attendant_id",)
    PARENT: ClassVar = "set_id"

    set_id: Mapped[UUID] = mapped_column(ForeignKey("split_sets.id"), index=True, init=False)
    ordinal: Mapped[int]
    attendant_id: Mapped[UUID] = mapped_column(ForeignKey("attendants.id"), index=True)


class SplitSetRow(Row):
    """A set of attendants of whom a rule speaks; `round` numbers earlier rounds, `ordinal` the sets of a kind."""

    __tablename__ = "split_sets"
    KEY: ClassVar = ("kind", "round", "ordinal")
    PARENT: ClassVar = "split_id"

    split_id: Mapped[UUID] = mapped_column(ForeignKey("splits.id"), index=True, init=False)
    kind: Mapped[str]
    round: Mapped[int]
    ordinal: Mapped[int]

    members: Mapped[list[SplitMemberRow]] = relationship(cascade=CHILDREN, order_by=SplitMemberRow.ordinal)

    @classmethod
    def from_domain(cls, kind: str, people: tuple[UUID, ...], ordinal: int = 0, number: int = 0) -> "SplitSetRow":
        """Return the row of a set, with its members."""
        members = [SplitMemberRow(ordinal=place, attendant_id=one) for place, one in enumerate(people)]
        return cls(kind=kind, round=number, ordinal=ordinal, members=members)

    def to_domain(self) -> tuple[UUID, ...]:
        """Return the attendants of the set."""
        return tuple(member.attendant_id for member in self.members)


class WishRow(Row):
    """The sectors, by their keys, that an attendant wishes to discuss."""

    __tablename__ = "wishes"
    KEY: ClassVar = ("attendant_id",)
    PARENT: ClassVar = "split_id"

    split_id: Mapped[UUID] = mapped_column(ForeignKey("splits.id"), index=True, init=False)
    ordinal: Mapped[int]
    attendant_id: Mapped[UUID] = mapped_column(ForeignKey("attendants.id"), index=True)
    sectors: Mapped[list[str]]
    extensions: Mapped[dict[str, Any]]

    @classmethod
    def from_domain(cls, ordinal: int, wish: Wish) -> "WishRow":
        """Return the row of a wish."""
        return cls(ordinal=ordinal, attendant_id=wish.attendant, sectors=list(wish.sectors), extensions=wish.extensions)

    def to_domain(self) -> Wish:
        """Return the wish."""
        return Wish(attendant=self.attendant_id, sectors=tuple(self.sectors), extensions=self.extensions)


class SplitRow(Row):
    """The rules of a workshop's split; a workshop whose rules are the usual ones has none of these."""

    __tablename__ = "splits"
    KEY: ClassVar = ()

    workshop_id: Mapped[UUID] = mapped_column(ForeignKey("workshops.id"), index=True, init=False)
    seed: Mapped[int]
    balance: Mapped[int]
    attributes: Mapped[list[dict[str, Any]]]
    extensions: Mapped[dict[str, Any]]

    sets: Mapped[list[SplitSetRow]] = relationship(
        cascade=CHILDREN, order_by=[SplitSetRow.kind, SplitSetRow.round, SplitSetRow.ordinal]
    )
    wishes: Mapped[list[WishRow]] = relationship(cascade=CHILDREN, order_by=WishRow.ordinal)

    @classmethod
    def from_domain(cls, rules: SplitRules) -> "list[SplitRow]":
        """Return the row of rules, or none."""
        if rules == SplitRules():
            return []
        sets = [
            *(SplitSetRow.from_domain(APART, people, place) for place, people in enumerate(rules.apart)),
            *(SplitSetRow.from_domain(TOGETHER, people, place) for place, people in enumerate(rules.together)),
            *(
                SplitSetRow.from_domain(ROUND, people, place, number)
                for number, groups in enumerate(rules.rounds)
                for place, people in enumerate(groups)
            ),
        ]
        if rules.facilitators:
            sets.append(SplitSetRow.from_domain(FACILITATORS, rules.facilitators))
        if rules.left_out:
            sets.append(SplitSetRow.from_domain(LEFT_OUT, rules.left_out))
        row = cls(
            seed=rules.seed,
            balance=rules.balance,
            attributes=[_to_json(one) for one in rules.attributes],
            extensions=rules.extensions,
            sets=sets,
            wishes=[WishRow.from_domain(*item) for item in enumerate(rules.wishes)],
        )
        return [row]

    def to_domain(self) -> SplitRules:
        """Return the rules."""
        return SplitRules(
            seed=self.seed,
            balance=self.balance,
            attributes=tuple(map(_from_json, self.attributes)),
            facilitators=next(iter(self._sets(FACILITATORS)), ()),
            left_out=next(iter(self._sets(LEFT_OUT)), ()),
            apart=self._sets(APART),
            together=self._sets(TOGETHER),
            wishes=tuple(wish.to_domain() for wish in self.wishes),
            rounds=self._rounds(),
            extensions=self.extensions,
        )

    def _sets(self, kind: str) -> tuple[tuple[UUID, ...], ...]:
        return tuple(one.to_domain() for one in self.sets if one.kind == kind)

    def _rounds(self) -> tuple[tuple[tuple[UUID, ...], ...], ...]:
        rounds = groupby((one for one in self.sets if one.kind == ROUND), key=lambda one: one.round)
        return tuple(tuple(one.to_domain() for one in sets) for _, sets in rounds)


def _to_json(one: SplitAttribute) -> dict[str, Any]:
    return {
        "attribute": one.attribute.value,
        "weight": one.weight,
        "protected": one.protected,
        "with_sex": one.with_sex,
        "extensions": one.extensions,
    }


def _from_json(one: dict[str, Any]) -> SplitAttribute:
    return SplitAttribute(
        attribute=QuotaAttribute(one["attribute"]),
        weight=one["weight"],
        protected=one["protected"],
        with_sex=one.get("with_sex", False),  # older databases do not have it
        extensions=one["extensions"],
    )
