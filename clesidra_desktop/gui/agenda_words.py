"""Words and figures of the agenda."""

import math
from datetime import timedelta

from clesidra_desktop.domain.agenda_clock import ItemState
from clesidra_desktop.domain.catching_up_ways import CatchUp
from clesidra_desktop.gui.i18n import mark, tr

STATE_WORDS = {
    ItemState.DONE: mark("done"),
    ItemState.RUNNING: mark("on now"),
    ItemState.TO_COME: mark("to come"),
    ItemState.SKIPPED: mark("skipped"),
    ItemState.PASSED: mark("passed over"),
}

MINUTE = timedelta(minutes=1)


def countdown(left: timedelta) -> str:
    """Return what is left as a clock shows it, such as 4:05 or 1:04:05; what is over begins with a plus."""
    seconds = int(left.total_seconds())
    sign = "+" if seconds < 0 else ""
    minutes, rest = divmod(abs(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{sign}{hours}:{minutes:02}:{rest:02}" if hours else f"{sign}{minutes}:{rest:02}"


def whole_minutes(length: timedelta) -> int:
    """Return the minutes of a length that have begun; below nothing those of the length turned round."""
    return math.ceil(length / MINUTE) if length > timedelta() else -math.floor(-length / MINUTE)


def way_label(way: CatchUp) -> str:
    """Return what stands on the button of a way to catch up."""
    text = tr(way.label, **way.values)
    return text[:1].upper() + text[1:]


def way_consequences(way: CatchUp) -> str:
    """Return what a way to catch up does, and what it keeps."""
    return " ".join(tr(one, **way.values) for one in way.consequences)
