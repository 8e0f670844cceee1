"""What the rail says of each step: done, a count, what is open."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from clesidra_desktop.domain.agenda_clock import agenda_clock
from clesidra_desktop.domain.attendance import those_here
from clesidra_desktop.domain.days import day_at
from clesidra_desktop.domain.finding import Finding
from clesidra_desktop.domain.outline import is_blank
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.gui.agenda_words import MOST_MINUTES, minutes_words, short_length, whole_minutes
from clesidra_desktop.gui.i18n import tr, tr_count
from clesidra_desktop.gui.preparation import gaps
from clesidra_desktop.gui.widgets.rail import Rail


def is_prepared(workshop: Workshop) -> bool:
    """Whether the least is known without which a workshop cannot begin; `gaps` asks for more."""
    return bool(workshop.starts and workshop.place and workshop.objectives and workshop.agenda and workshop.categories)


def show_running(rail: Rail, workshop: Workshop, moment: datetime) -> None:
    """Show how many minutes the agenda item that is on has left at a local moment, or by how many it is over."""
    clock = agenda_clock(workshop, moment)
    button = rail.button("agenda")
    if clock.current is None:
        button.show_state("")
    elif clock.left is None:
        button.show_state("●", "good", tr("Running"))
    elif clock.left < timedelta():
        over = whole_minutes(-clock.left)
        said = tr_count("{count} minute over", "{count} minutes over", over)
        if over > MOST_MINUTES:
            said = tr("{length} over", length=minutes_words(over))
        button.show_state(f"● +{short_length(over)}", "late", said)
    else:
        left = whole_minutes(clock.left)
        said = tr_count("{count} minute left", "{count} minutes left", left)
        button.show_state(f"● {short_length(left)}", "good", said)


def show_states(rail: Rail, workshop: Workshop, moment: datetime) -> None:
    """Show the state of each step of a workshop at a local moment, but of the minutes: see `show_findings`."""
    prepared = next(gaps(workshop), None) is None
    rail.button("prepare").show_state(
        "✓" if prepared else "", "good", tr("Prepared") if prepared else tr("Something is still missing")
    )
    here = len(those_here(workshop, day_at(workshop, moment)))
    rail.button("register").show_state(str(here), "muted", tr_count("{count} is here", "{count} are here", here))
    show_running(rail, workshop, moment)
    groups = sum(bool(group.members) for group in workshop.groups)
    rail.button("groups").show_state(str(groups or ""), "muted", tr_count("{count} group", "{count} groups", groups))
    cells = len(workshop.sectors) * len(workshop.questions)
    given = sum(not is_blank(answer.items) for answer in workshop.answers)
    said = tr("{given} of {all} answers", given=given, all=cells)
    rail.button("answers").show_state(f"{given}/{cells}" if cells else "", "muted", said)


def show_findings(rail: Rail, findings: Sequence[Finding] | None) -> None:
    """Show how many findings the minutes have; nothing where nobody has looked for them yet."""
    if findings is None:
        rail.button("minutes").show_state("")
        return
    count = len(findings)
    said = tr_count("{count} finding to look at", "{count} findings to look at", count)
    rail.button("minutes").show_state(f"{count}!" if count else "✓", "late" if count else "good", said)
