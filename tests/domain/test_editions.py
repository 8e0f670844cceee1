"""What the public edition of a workshop keeps, and what it leaves out."""

import json
from dataclasses import fields, replace
from itertools import chain

from hypothesis import given

from clesidra_desktop.domain import outline
from clesidra_desktop.domain.counts import count_by_category
from clesidra_desktop.domain.editions import Edition, edition_of, files_of, public_workshop
from clesidra_desktop.domain.outline import Node
from clesidra_desktop.domain.workshop import AnnexSource, Attendant, Flag, SplitRules, Workshop
from clesidra_desktop.exchange.workshop_file import encode_workshop
from tests.helpers import builders as make
from tests.helpers.strategies import workshops

LEFT_OUT = {"birth_year", "age_group", "phone", "email", "flags", "signature", "consent", "extensions"}
KEPT = {"id", "name", "name_km", "category", "sex", "organization", "position", "province", "stays"}


def test_every_field_of_an_attendant_is_decided_on() -> None:
    """A new field must be put into one of the two sets, and be left out where it is personal."""
    assert {field.name for field in fields(Attendant)} == LEFT_OUT | KEPT


@given(workshops())
def test_the_public_edition_is_the_full_one_without_personal_data(workshop: Workshop) -> None:
    public = public_workshop(workshop)
    empty = Attendant(id=make.identity(1), name="")
    for before, after in zip(workshop.attendants, public.attendants, strict=True):
        assert all(getattr(after, name) == getattr(empty, name) for name in LEFT_OUT)
        assert all(getattr(after, name) == getattr(before, name) for name in KEPT - {"stays"})
        assert after.stays == tuple(replace(stay, extensions={}) for stay in before.stays)
    assert [quota.value for quota in public.quotas] == [quota.value for quota in workshop.quotas]
    assert [count.sexes for count in count_by_category(public)] == [
        count.sexes for count in count_by_category(workshop)
    ]
    assert public_workshop(public) == public


@given(workshops())
def test_no_extension_goes_along(workshop: Workshop) -> None:
    def keys(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value).union(*map(keys, value.values()))
        return set().union(*map(keys, value)) if isinstance(value, list) else set()

    assert not [key for key in keys(json.loads(encode_workshop(public_workshop(workshop)))) if key.startswith("x-")]


def test_nobody_reads_who_must_not_sit_with_whom() -> None:
    rules = SplitRules(apart=((make.identity(1), make.identity(2)),), left_out=(make.identity(3),))
    locked = replace(make.group("s1", 1, 2), locked=(make.identity(1),))
    public = public_workshop(make.workshop(split=rules, groups=(locked,)))
    assert public.split == SplitRules()
    assert public.groups == (make.group("s1", 1, 2),)


def test_an_outline_of_any_depth_keeps_its_points() -> None:
    nodes = (Node("a", extensions={"x-a": 1}, children=make.nested(3)), Node("b"), *make.nested(5000))
    workshop = make.workshop(agenda=(make.item(notes=nodes),))
    points = tuple(outline.walk(public_workshop(workshop).agenda[0].notes))
    assert [(point.node.text, point.level) for point in points] == [
        (point.node.text, point.level) for point in outline.walk(nodes)
    ]
    assert not any(point.node.extensions for point in points)


def test_the_full_edition_is_the_workshop_itself() -> None:
    workshop = make.workshop(attendants=make.attendants(2, flags=(Flag.YOUTH,), phone="012 345"))
    assert edition_of(workshop, Edition.FULL) is workshop
    assert edition_of(workshop, Edition.PUBLIC) == public_workshop(workshop)
    assert files_of(workshop, ["photos/1.jpg"], Edition.FULL) == {"photos/1.jpg"}


def test_only_the_files_of_annexes_go_along_with_the_public_edition() -> None:
    signed = replace(make.attendant(), signature="signatures/sok.png")
    annexes = (
        make.annex("slides"),
        make.annex("missing"),
        make.annex("scan", file="signatures/sok.png"),
        make.annex("agenda", source=AnnexSource.AGENDA, file="agenda.pdf"),
    )
    workshop = make.workshop(attendants=(signed,), annexes=annexes)
    files = ["annexes/slides.pdf", "signatures/sok.png", "photos/1.jpg", "agenda.pdf"]
    assert files_of(workshop, files, Edition.PUBLIC) == {"annexes/slides.pdf"}
    assert [annex.file for annex in public_workshop(workshop).annexes] == [
        "annexes/slides.pdf",
        "annexes/missing.pdf",
        "",
        "agenda.pdf",
    ]
    assert "sok.png" not in encode_workshop(public_workshop(workshop)).decode()


def test_names_of_groups_and_rapporteurs_still_mean_somebody() -> None:
    workshop = public_workshop(make.workshop())
    members = set(chain.from_iterable(group.members for group in workshop.groups))
    assert members == {attendant.id for attendant in workshop.attendants}
