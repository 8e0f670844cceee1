"""Running the agenda, on both engines, and a whole day replayed through everything that goes wrong in a hall."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from clesidra_desktop.domain.agenda_clock import AgendaClock, ItemState, agenda_clock, audience_view
from clesidra_desktop.domain.catching_up import catch_ups
from clesidra_desktop.domain.catching_up_ways import CatchUpKind, taken
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import AgendaItem, AgendaKind, Workshop
from clesidra_desktop.services.agenda import (
    correct_times,
    edit_agenda_item,
    end_agenda_item,
    extend_item,
    go_back,
    insert_item,
    move_item,
    remove_item,
    skip_item,
    start_agenda_item,
    start_next_item,
    take_catch_up,
)
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.services.history import redo, undo
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.storage import Database, open_database
from tests.helpers.builders import at, item, points, workshop

AGENDA = (
    item("opening", title="Opening", minutes=30),
    item("talk", title="Talk", minutes=60, notes=points("Said before")),
    item("set-up", minutes=10, internal=True),
    item("tea", title="Tea", kind=AgendaKind.BREAK, minutes=20),
    item("reports", title="Reports", minutes=90),
)
MADE = workshop(agenda=AGENDA, attendants=(), groups=())


@pytest.fixture
def filled(database: Database) -> Database:
    """A database with a workshop of one morning."""
    import_workshop(database, MADE, {}, who="Bopha")
    return database


def agenda(database: Database) -> dict[str, AgendaItem]:
    return {one.key: one for one in export_workshop(database, MADE.id)[0].agenda}


DEEDS: dict[str, Callable[[Database], object]] = {
    "start": lambda database: start_agenda_item(database, MADE.id, "tea", at(8, 31), who="Bopha"),
    "next": lambda database: start_next_item(database, MADE.id, at(8, 31), who="Bopha"),
    "end": lambda database: end_agenda_item(database, MADE.id, at(8, 31), who="Bopha"),
    "extend": lambda database: extend_item(database, MADE.id, "opening", 5, at(8, 10), who="Bopha"),
    "skip": lambda database: skip_item(database, MADE.id, "tea", who="Bopha"),
    "back": lambda database: go_back(database, MADE.id, who="Bopha"),
    "insert": lambda database: insert_item(database, MADE.id, {"title": " A  song "}, after="talk", who="Bopha"),
    "move": lambda database: move_item(database, MADE.id, "reports", after=None, who="Bopha"),
    "remove": lambda database: remove_item(database, MADE.id, "talk", who="Bopha"),
    "edit": lambda database: edit_agenda_item(
        database, MADE.id, "talk", {"speaker": "Dr Sok", "kind": AgendaKind.POLL, "fixed_start": time(9)}, who="Bopha"
    ),
    "correct": lambda database: correct_times(database, MADE.id, at(7), who="Bopha"),
}


@pytest.mark.parametrize("name", DEEDS)
def test_every_deed_is_undone_and_done_again(filled: Database, name: str) -> None:
    start_next_item(filled, MADE.id, at(8), who="Bopha")
    before = agenda(filled)
    DEEDS[name](filled)
    after = agenda(filled)
    assert after != before or list(after) != list(before)
    assert {key: one.notes for key, one in after.items() if key in before} == {
        key: one.notes for key, one in before.items() if key in after
    }
    undo(filled, MADE.id, who="Bopha")
    assert list(agenda(filled).items()) == list(before.items())
    redo(filled, MADE.id, who="Bopha")
    assert list(agenda(filled).items()) == list(after.items())


def test_a_deed_touches_only_the_rows_it_is_about(filled: Database) -> None:
    changes = start_next_item(filled, MADE.id, at(8), who="Bopha")
    assert {table: len(ids) for table, ids in changes.changed.items()} == {"agenda_items": 1}
    assert not changes.added
    assert start_agenda_item(filled, MADE.id, "opening", at(8, 5), who="Bopha") == Changes()


def test_items_are_inserted_with_a_key_of_their_own(filled: Database) -> None:
    first, _ = insert_item(filled, MADE.id, {"title": "A song", "minutes": 5}, after=None, who="Bopha")
    second, _ = insert_item(filled, MADE.id, {"title": "Another"}, after=first, who="Bopha")
    assert list(agenda(filled))[:2] == [first, second]
    assert agenda(filled)[first].minutes == 5


@pytest.mark.parametrize(
    ("details", "says"),
    [
        ({"title": " "}, "needs a title"),
        ({"minutes": -1}, "cannot take -1 minutes"),
        ({"ended": at(9)}, "cannot end at 09:00 without having started"),
        ({"started": at(9), "ended": at(8)}, "cannot end at 08:00"),
    ],
)
def test_what_cannot_be_is_refused(filled: Database, details: dict[str, object], says: str) -> None:
    with pytest.raises(UserError, match=says):
        edit_agenda_item(filled, MADE.id, "talk", details, who="Bopha")
    with pytest.raises(KeyError, match="notes"):
        edit_agenda_item(filled, MADE.id, "talk", {"notes": ()}, who="Bopha")
    with pytest.raises(UserError, match="not there any more"):
        start_agenda_item(filled, MADE.id, "gone", at(8), who="Bopha")
    with pytest.raises(UserError, match="not in the database any more"):
        start_next_item(filled, UUID(int=5), at(8), who="Bopha")
    assert agenda(filled)["talk"] == AGENDA[1]


# A day in the hall

DAY = (
    item("welcome", title="Welcome", minutes=30),
    item("talk", title="Talk", minutes=60),
    item("tea", title="Tea", kind=AgendaKind.BREAK, minutes=30),
    item("film", title="Film", minutes=45),
    item("debate", title="Debate", minutes=75),
    item("lunch", title="Lunch", kind=AgendaKind.BREAK, fixed_start=time(12), minutes=60),
    item("groups", title="Groups", kind=AgendaKind.BREAKOUT, minutes=90),
    item("tidy", title="Tidy up", internal=True, minutes=10),
    item("minister", title="The minister", fixed_start=time(15), minutes=30),
    item("closing", title="Closing", kind=AgendaKind.WAYS_FORWARD, minutes=30),
)
PHNOM_PENH = timedelta(hours=7)


class Hall:
    """A hall with a laptop whose clock and process can fail. Times that are asked for are the true ones."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.wrong = timedelta()  # how far the clock of the laptop is ahead
        self.true = at(7, 45)
        self.database = open_database(path, clock=self.utc)
        self.id = workshop().id
        made = workshop(agenda=DAY, ends=at(16), attendants=(), groups=())
        import_workshop(self.database, made, {}, who="MC")

    def utc(self) -> datetime:
        """The moment as the laptop has it."""
        return (self.true - PHNOM_PENH + self.wrong).replace(tzinfo=UTC)

    def at(self, hour: int, minute: int = 0) -> "Hall":
        """Let it become a time."""
        self.true = at(hour, minute)
        return self

    def crash(self) -> None:
        """Open the database anew without having closed it, as after a kill."""
        self.database = open_database(self.path, clock=self.utc)

    @property
    def workshop(self) -> Workshop:
        """The workshop as the database has it."""
        return export_workshop(self.database, self.id)[0]

    @property
    def moment(self) -> datetime:
        """The time that the program takes it to be."""
        return self.utc().astimezone(ZoneInfo(self.workshop.timezone)).replace(tzinfo=None)

    @property
    def clock(self) -> AgendaClock:
        """The agenda as the MC sees it."""
        return agenda_clock(self.workshop, self.moment)

    def space(self) -> None:
        """Press the space bar."""
        start_next_item(self.database, self.id, self.moment, who="MC")

    def shows(self) -> tuple[str, int | None, int | None]:
        """What the MC reads: what is on, the minutes left, the minutes late."""
        clock = self.clock
        minutes = [None if one is None else int(one / timedelta(minutes=1)) for one in (clock.left, clock.late)]
        return clock.current.item.key if clock.current else "", minutes[0], minutes[1]


def morning(hall: Hall) -> None:
    """A late start, sleep, a crash, an overrun, catching up, a clock that is set back, and a key pressed too early."""
    assert hall.shows() == ("", None, 0)
    hall.at(8, 10).space()
    assert hall.shows() == ("welcome", 30, 10)

    hall.at(8, 45).space()  # the lid was closed at 8:12: nothing ticked, nothing is lost
    assert hall.shows() == ("talk", 60, 15)

    hall.at(9, 20).crash()
    assert hall.shows() == ("talk", 25, 15)

    hall.at(9, 57)
    assert hall.shows() == ("talk", -12, 27)
    extend_item(hall.database, hall.id, "talk", 5, hall.moment, who="MC")
    assert hall.shows() == ("talk", 5, 32)

    found = catch_ups(hall.workshop, hall.moment)
    assert found.point
    assert (found.point.key, found.point.missing) == ("lunch", 32)
    assert [way.kind for way in found.ways] == [CatchUpKind.CUT, CatchUpKind.MOVE, CatchUpKind.PAUSE]
    take_catch_up(hall.database, hall.id, found.ways[0], who="MC")
    assert catch_ups(hall.workshop, hall.moment).point is None
    undo(hall.database, hall.id, who="MC")
    assert catch_ups(hall.workshop, hall.moment) == found
    take_catch_up(hall.database, hall.id, found.ways[0], who="MC")

    hall.at(10, 2).space()
    hall.wrong = timedelta(hours=-1)  # the battery of the clock was flat, and somebody set it wrong by an hour
    assert (hall.at(10, 5).clock.behind, hall.shows()[0]) == (timedelta(minutes=57), "tea")
    hall.at(10, 20).space()  # is noted as 10:02, the last moment that is known
    assert hall.clock.items[2].ends == hall.clock.items[3].starts == at(10, 2)
    hall.wrong = timedelta()
    assert hall.clock.behind == timedelta()
    edit_agenda_item(hall.database, hall.id, "tea", {"ended": at(10, 20)}, who="MC")
    edit_agenda_item(hall.database, hall.id, "film", {"started": at(10, 20)}, who="MC")

    hall.at(10, 50).space()
    hall.at(10, 51)
    go_back(hall.database, hall.id, who="MC")  # too early: the film goes on
    assert hall.shows()[0] == "film"
    hall.at(10, 55).space()
    hall.at(12).space()
    assert hall.shows() == ("lunch", 60, 0)


def afternoon(hall: Hall) -> None:
    """A crash while groups discuss, an item for the team, a later end, and one that nobody ended."""
    hall.at(13).space()
    hall.crash()
    hall.at(14)  # an hour in groups, and nobody touched the laptop
    assert hall.shows() == ("groups", 30, 0)
    view = audience_view(hall.clock)
    assert [one.item.key for one in view.to_come] == ["minister", "closing"]
    hall.at(14, 40)
    assert hall.shows() == ("groups", -10, 10)
    assert catch_ups(hall.workshop, hall.moment).point is None  # there is time until the minister comes
    hall.space()
    assert audience_view(hall.clock).current is None
    skip_item(hall.database, hall.id, "closing", who="MC")
    skip_item(hall.database, hall.id, "closing", who="MC", skip=False)
    hall.at(15).space()
    hall.at(15, 40).space()
    found = catch_ups(hall.workshop, hall.moment)
    assert [way.button for way in found.ways] == ["end at 16:10", "end “Closing” at 16:00", "cut 5 min, end at 16:05"]
    take_catch_up(hall.database, hall.id, found.ways[0], who="MC")
    assert hall.workshop.ends == at(16, 10)
    hall.crash()
    assert hall.at(23).clock.forgotten == at(16, 10)
    end_agenda_item(hall.database, hall.id, at(16, 10), who="MC")


def test_a_day_of_eight_hours_through_sleep_crash_and_clocks(tmp_path: Path) -> None:
    hall = Hall(tmp_path / "workshops.db")
    morning(hall)
    afternoon(hall)
    assert hall.shows() == ("", None, 10)
    assert [one.state for one in hall.clock.items] == [ItemState.DONE] * 10
    assert [(one.starts, one.ends) for one in hall.clock.items] == [
        (at(8, 10), at(8, 45)),
        (at(8, 45), at(10, 2)),
        (at(10, 2), at(10, 20)),
        (at(10, 20), at(10, 55)),
        (at(10, 55), at(12)),
        (at(12), at(13)),
        (at(13), at(14, 40)),
        (at(14, 40), at(15)),
        (at(15), at(15, 40)),
        (at(15, 40), at(16, 10)),
    ]
    planned = [one.planned_start for one in agenda_clock(hall.workshop, at(23)).items]
    assert planned[:5] == [at(8), at(8, 30), at(9, 30), at(10), at(10, 45)]  # the plan is what it was


LATE_DAYS = workshop(
    agenda=(
        item("talk", title="Talk", minutes=60, started=at(8)),
        item("film", title="Film", minutes=30),
        item("groups", title="Groups", kind=AgendaKind.BREAKOUT, minutes=60),
        item("morning", title="Second morning", fixed_start=at(8, day=7), minutes=60),
        item("closing", title="Closing", minutes=20),
    ),
    ends=at(12, day=7),
)
"""A first day that is late by twenty minutes."""


@pytest.mark.parametrize("minutes", [0, 35])
def test_every_way_that_is_offered_is_taken_as_it_is_shown_and_taken_back(database: Database, minutes: int) -> None:
    """Also those that add a row: the rest of an item, and what an item leaves behind that goes to another day."""
    agenda = (replace(LATE_DAYS.agenda[0], started=at(8, 20 + minutes)), *LATE_DAYS.agenda[1:])
    made = replace(LATE_DAYS, agenda=agenda)
    import_workshop(database, made, {}, who="Bopha")
    notes = {one.key: one.notes for one in made.agenda}
    now = at(8, 30) + timedelta(minutes=minutes)
    shown = export_workshop(database, made.id)[0]
    ways = catch_ups(shown, now).ways
    assert len(ways) == 3
    for way in ways:
        take_catch_up(database, made.id, way, who="MC")
        assert export_workshop(database, made.id)[0] == taken(shown, way)
        after = export_workshop(database, made.id)[0]
        assert {one.key: one.notes for one in after.agenda if one.key in notes} == notes
        assert catch_ups(export_workshop(database, made.id)[0], now).point is None
        undo(database, made.id, who="MC")
        assert export_workshop(database, made.id)[0] == made
