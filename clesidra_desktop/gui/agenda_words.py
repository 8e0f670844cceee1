"""Words and figures of the agenda."""

import math
from datetime import timedelta

from clesidra_desktop.domain.agenda_clock import AgendaClock, ItemState
from clesidra_desktop.domain.catching_up_ways import CatchUp
from clesidra_desktop.gui.i18n import date_text, mark, time_text, tr, tr_count

STATE_WORDS = {
    ItemState.DONE: mark("done"),
    ItemState.RUNNING: mark("on now"),
    ItemState.TO_COME: mark("to come"),
    ItemState.SKIPPED: mark("skipped"),
    ItemState.PASSED: mark("passed over"),
}

MINUTE = timedelta(minutes=1)

NO_SECONDS = timedelta(hours=10)
"""Countdowns that are longer than this are said in hours, or days."""

MOST_MINUTES = 90
"""The longest length that is said in minutes alone."""

MOST_HOURS = 48
"""From how many hours on a length is said in days."""

NAMED = 3
"""How many items are named that were passed over."""


def countdown(left: timedelta) -> str:
    """Return what is left as a clock shows it, such as 4:05 or 1:04:05; what is over begins with a plus."""
    seconds = int(left.total_seconds())
    sign = "+" if seconds < 0 else ""
    minutes, rest = divmod(abs(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{sign}{hours}:{minutes:02}:{rest:02}" if hours else f"{sign}{minutes}:{rest:02}"


def countdown_words(left: timedelta) -> str:
    """Return the same; what is very long in words: nobody waits for its seconds, and they would have no room."""
    if abs(left) < NO_SECONDS:
        return countdown(left)
    return ("+" if left < timedelta() else "") + minutes_words(whole_minutes(abs(left)))


def whole_minutes(length: timedelta) -> int:
    """Return the minutes of a length that have begun; below nothing those of the length turned round."""
    return math.ceil(length / MINUTE) if length > timedelta() else -math.floor(-length / MINUTE)


def length_words(minutes: int) -> str:
    """Return a length in words, such as 1 h 30 min; from two days on in days."""
    hours, rest = divmod(minutes, 60)
    if hours >= MOST_HOURS:
        return tr("{count} d", count=hours // 24)
    if not hours:
        return tr("{count} min", count=rest)
    return tr("{hours} h {minutes} min", hours=hours, minutes=rest) if rest else tr("{count} h", count=hours)


def minutes_words(minutes: int) -> str:
    """Return minutes as they are said while the agenda runs: as such up to an hour and a half, longer ones in hours."""
    return length_words(minutes) if minutes > MOST_MINUTES else tr("{count} min", count=minutes)


def short_length(minutes: int) -> str:
    """Return minutes where there is little room: 75m, or the hours or days that they have begun, 3h or 2d."""
    if minutes <= MOST_MINUTES:
        return tr("{count}m", count=minutes)
    hours = minutes // 60
    return tr("{count}d", count=hours // 24) if hours >= MOST_HOURS else tr("{count}h", count=hours)


def passed_words(before: AgendaClock, after: AgendaClock) -> str:
    """Return what was passed over between two looks at the agenda, by name; nothing where nothing was."""
    to_come = {one.item.key for one in before.items if one.state is ItemState.TO_COME}
    titles = [one.item.title for one in after.items if one.state is ItemState.PASSED and one.item.key in to_come]
    if not titles:
        return ""
    named = ", ".join(f"“{title}”" for title in titles[:NAMED])
    if more := len(titles) - NAMED if len(titles) > NAMED else 0:
        return tr_count(
            "Passed over: {items} and {count} more.", "Passed over: {items} and {count} more.", more, items=named
        )
    return tr("Passed over: {items}.", items=named)


def left_running_words(before: AgendaClock, after: AgendaClock) -> str:
    """Return when it is recorded that an item of an earlier day has ended, which was on between two looks till now."""
    if before.current is None:
        return ""
    one = next((one.item for one in after.items if one.item.key == before.current.item.key), None)
    if one is None or one.ended is None or one.ended.date() >= after.moment.date():
        return ""
    return tr(
        "“{title}” was left running on {day}. It is recorded as ended at {time}.",
        title=one.title,
        day=date_text(one.ended.date()),
        time=time_text(one.ended),
    )


def started_words(before: AgendaClock, after: AgendaClock) -> str:
    """Return what an item that was started out of turn leaves behind."""
    return " ".join(said for said in (left_running_words(before, after), passed_words(before, after)) if said)


def way_label(way: CatchUp) -> str:
    """Return what stands on the button of a way to catch up."""
    text = tr(way.label, **way.values)
    return text[:1].upper() + text[1:]


def way_consequences(way: CatchUp) -> str:
    """Return what a way to catch up does, and what it keeps."""
    return " ".join(tr(one, **way.values) for one in way.consequences)
