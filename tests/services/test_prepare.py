"""Preparing a workshop, on both engines."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from clesidra_desktop.domain.drafts import Taken
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.workshop import Annex, Category, Workshop
from clesidra_desktop.services.history import undo
from clesidra_desktop.services.prepare import (
    TEMPLATES,
    copy_workshop,
    create_workshop,
    describe_workshop,
    read_template,
)
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.storage import Database
from tests.storage.samples import FILES, full_workshop

WORKSHOP = full_workshop().id


@pytest.fixture
def filled(database: Database) -> Database:
    """A database with the full workshop in it."""
    import_workshop(database, full_workshop(), FILES, who="Bopha")
    return database


def now(database: Database) -> Workshop:
    return export_workshop(database, WORKSHOP)[0]


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_are_the_same_in_both_languages(name: str) -> None:
    english, khmer = (read_template(name, language) for language in Language)
    assert (english.language, khmer.language) == tuple(Language)
    for field in ("categories", "sectors", "questions", "agenda", "polls", "annexes", "quotas"):
        ours, theirs = getattr(english, field), getattr(khmer, field)
        assert ours or name in ("blank", "training") or field == "polls"
        keys = [getattr(one, "key", getattr(one, "code", None)) for one in ours]
        assert keys == [getattr(one, "key", getattr(one, "code", None)) for one in theirs]


def test_no_other_template_is_read() -> None:
    with pytest.raises(KeyError):
        read_template("../samples/ratanakiri/workshop", Language.ENGLISH)


def test_a_workshop_is_made_from_a_template(database: Database) -> None:
    template = read_template("networking-event", Language.ENGLISH)
    starts = datetime(2026, 12, 1, 8)
    first = create_workshop(database, template, who="Bopha", title=" Kratie  event ", starts=starts)
    second = create_workshop(database, template, who="Bopha")
    made, other = (export_workshop(database, one)[0] for one in (first, second))
    assert (made.title, made.starts, other.title) == ("Kratie event", starts, template.title)
    assert made.sectors == template.sectors
    assert len({template.id, made.id, other.id}) == 3
    with pytest.raises(UserError, match="nothing to undo"):
        undo(database, first, who="Bopha")


def test_a_workshop_is_made_from_an_earlier_one_with_its_papers(filled: Database) -> None:
    made, files = export_workshop(filled, copy_workshop(filled, WORKSHOP, Taken(papers=True), who="Bopha"))
    assert files == {"annexes/map.png": FILES["annexes/map.png"]}
    assert made.attendants == ()


def test_only_what_was_changed_is_written(filled: Database) -> None:
    changes = describe_workshop(filled, WORKSHOP, {"title": " A  new title "}, who="Bopha")
    assert (dict(changes.changed), len(changes)) == ({"workshops": (WORKSHOP,)}, 1)
    assert now(filled) == replace(full_workshop(), title="A new title")
    assert not describe_workshop(filled, WORKSHOP, {"title": "A new title"}, who="Bopha")


def test_a_renamed_category_takes_its_attendants_along(filled: Database) -> None:
    before = now(filled)
    renamed = tuple(replace(one, code="Local") if one.code == "CBO" else one for one in before.categories)
    describe_workshop(filled, WORKSHOP, {"categories": renamed}, who="Bopha", renamed={"CBO": "Local"})
    assert [one.category for one in now(filled).attendants] == [
        "Local" if one.category == "CBO" else one.category for one in before.attendants
    ]
    undo(filled, WORKSHOP, who="Bopha")
    assert now(filled) == before


def test_papers_are_added(filled: Database) -> None:
    annexes = (*full_workshop().annexes, Annex(key="slides", title="Slides", file="annexes/slides.pdf"))
    describe_workshop(filled, WORKSHOP, {"annexes": annexes}, who="Bopha", files={"annexes/slides.pdf": b"%PDF"})
    assert export_workshop(filled, WORKSHOP)[1] == {**FILES, "annexes/slides.pdf": b"%PDF"}


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"title": "  "}, "needs a title"),
        ({"starts": datetime(2027, 1, 2), "ends": datetime(2027, 1, 1)}, "ends before it starts"),
        ({"categories": (Category(code="A", label="1"), Category(code="A", label="2"))}, "two entries “A”"),
    ],
)
def test_impossible_descriptions_are_refused(filled: Database, fields: dict[str, object], says: str) -> None:
    with pytest.raises(UserError, match=says):
        describe_workshop(filled, WORKSHOP, fields, who="Bopha")
    assert now(filled) == full_workshop()


def test_what_is_not_prepared_is_no_field(filled: Database) -> None:
    with pytest.raises(KeyError, match="attendants"):
        describe_workshop(filled, WORKSHOP, {"attendants": ()}, who="Bopha")


def test_what_is_fixed_on_a_day_moves_with_the_workshop(filled: Database) -> None:
    before = now(filled)
    assert before.starts
    day_two = before.starts.replace(hour=10) + timedelta(days=1)
    items = tuple(replace(one, fixed_start=day_two if n == 0 else time(12)) for n, one in enumerate(before.agenda))
    describe_workshop(filled, WORKSHOP, {"agenda": items}, who="Bopha")

    moved = {"starts": before.starts + timedelta(days=30), "ends": before.starts + timedelta(days=31)}
    describe_workshop(filled, WORKSHOP, moved, who="Bopha")
    after = now(filled)
    assert [one.fixed_start for one in after.agenda][:2] == [day_two + timedelta(days=30), time(12)]
    assert [one.notes for one in after.agenda] == [one.notes for one in before.agenda]
    undo(filled, WORKSHOP, who="Bopha")
    assert now(filled).agenda == items
    describe_workshop(filled, WORKSHOP, {"title": "Another"}, who="Bopha")
    assert now(filled).agenda == items
