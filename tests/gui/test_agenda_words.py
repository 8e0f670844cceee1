"""Words and figures of the agenda."""

import json
from datetime import datetime, timedelta

import pytest

from clesidra_desktop.domain import catching_up, catching_up_ways
from clesidra_desktop.domain.catching_up import catch_ups
from clesidra_desktop.domain.workshop import AgendaKind
from clesidra_desktop.gui.agenda_words import (
    countdown,
    countdown_words,
    length_words,
    minutes_words,
    way_consequences,
    way_label,
    whole_minutes,
)
from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.paths import resource
from tests.helpers.builders import at, item, workshop


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, "0:00"),
        (245, "4:05"),
        (3845, "1:04:05"),
        (-1, "+0:01"),
        (-3605, "+1:00:05"),
    ],
)
def test_a_countdown(seconds: int, shown: str) -> None:
    assert countdown(timedelta(seconds=seconds)) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"), [(245, "4:05"), (-3605, "+1:00:05"), (-71155, "+19 h 46 min"), (900000, "10 d")]
)
def test_a_countdown_of_a_day_has_no_seconds(seconds: int, shown: str) -> None:
    assert countdown_words(timedelta(seconds=seconds)) == shown


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 0), (1, 1), (60, 1), (61, 2), (-30, 0), (-90, -1)])
def test_minutes_that_have_begun(seconds: int, minutes: int) -> None:
    assert whole_minutes(timedelta(seconds=seconds)) == minutes


def test_every_way_to_catch_up_is_said_in_khmer() -> None:
    """What many overruns offer, and the sentences that the domain names."""
    khmer = json.loads(resource("translations/km/agenda.json").read_text(encoding="utf-8"))
    kinds = (AgendaKind.TALK, AgendaKind.BREAKOUT, AgendaKind.BREAK)
    named = {**vars(catching_up), **vars(catching_up_ways)}.items()
    said = {text for name, text in named if name.isupper() and type(text) is str and " " in text}
    assert len(said) > 25
    seen = set()
    for count in range(1, 6):
        for late in (3, 10, 25, 40, 80):
            for ends in (at(9), at(12)):
                items = [item("now", minutes=30, started=at(8), title="Now")]
                items += [
                    item(f"i{n}", minutes=10 + 5 * n, kind=kinds[(n + count) % 3], title=f"Item {n}")
                    for n in range(count)
                ]
                if ends == at(12):
                    items.append(item("lunch", minutes=60, fixed_start=at(8, 30 + 5 * count), title="Lunch"))
                found = catch_ups(workshop(agenda=tuple(items), ends=ends), at(8) + timedelta(minutes=late))
                for way in found.ways:
                    seen.add(way.kind)
                    said |= {way.label, *way.consequences}
                    assert way_label(way)[0] not in "abcdefghijklmnopqrstuvwxyz"
                    assert way_consequences(way).endswith(".")

    assert len(seen) >= 5
    assert sorted(said - khmer.keys()) == []


def test_a_moment_in_a_sentence_is_written_as_everywhere_else() -> None:
    said = tr("It was to begin at {time}: {length} ago.", time=datetime(2026, 11, 30, 8, 5), length="3 min")

    assert said == "It was to begin at 30 November 2026, 08:05: 3 min ago."


@pytest.mark.parametrize(("minutes", "words"), [(5, "5 min"), (60, "1 h"), (95, "1 h 35 min")])
def test_lengths_are_said_in_words(minutes: int, words: str) -> None:
    assert length_words(minutes) == words


@pytest.mark.parametrize(("minutes", "words"), [(0, "0 min"), (90, "90 min"), (91, "1 h 31 min"), (194, "3 h 14 min")])
def test_minutes_are_said_in_hours_where_they_are_many(minutes: int, words: str) -> None:
    assert minutes_words(minutes) == words
