"""What stands on the screen for the audience, as plain texts: all that can be seen of a workshop is in here."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from clesidra_desktop.documents.blocks import BarChart
from clesidra_desktop.domain.agenda_clock import (
    AgendaClock,
    AudienceView,
    DiscussedQuestion,
    audience_view,
    discussed_question,
    length_of,
)
from clesidra_desktop.domain.audience import Scene, SeatedGroup, followed_scene, seated_groups, shown_poll
from clesidra_desktop.domain.days import days_of
from clesidra_desktop.domain.tallies import poll_total
from clesidra_desktop.domain.workshop import AgendaKind, Poll, Workshop
from clesidra_desktop.gui.agenda_words import countdown
from clesidra_desktop.gui.audience.voices import Voices
from clesidra_desktop.gui.i18n import mark
from clesidra_desktop.services.polls import printed_poll

NOW, NEXT = mark("Now"), mark("Next")
IT_GOES_ON = mark("We go on at {time}")
TOMORROW = mark("We go on tomorrow at {time}")
ON_A_DAY = mark("We go on at {time} on {day}")
QUESTION_OF = mark("Question {number} of {all}")
QUESTIONS = mark("Questions for the groups")
GROUPS = mark("Who sits where")
GROUP = mark("Group {number}")
REPORTS = mark("reports for the group")
POLL = mark("Poll")
WAYS_FORWARD = mark("Ways forward")
LEFT, OVER = mark("time left"), mark("over time")


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """A group: what is above its members, their names, and the place of the one who reports."""

    label: str
    title: str
    room: str
    members: tuple[str, ...]
    rapporteur: int | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """A scene in words: `label` above the `title`, what is `below` it, what comes `next`, and what else it has.

    `lines` have a mark and a text each; `legend` says what the pen beside a name stands for, where there is one;
    `poll` is the key of a poll that is shown.
    """

    scene: Scene
    label: str = ""
    title: str = ""
    below: str = ""
    next: str = ""
    lines: tuple[tuple[str, str], ...] = ()
    groups: tuple[ShownGroup, ...] = ()
    legend: str = ""
    poll: str = ""
    chart: BarChart | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """The countdown: its figures, its unit, and what is left as a share; a share of None is no countdown."""

    figures: str = ""
    unit: str = ""
    share: float | None = None
    is_over: bool = False


def show(
    workshop: Workshop, clock: AgendaClock, voices: Voices, chosen: Scene | None, chosen_poll: str = ""
) -> tuple[Content, Time]:
    """Return what the screen shows at the moment of a clock: what the MC has chosen, else what follows the agenda."""
    scene = chosen or followed_scene(workshop, clock)
    view = audience_view(clock)
    time = _time_left(view, voices)
    asked = None
    if view.current and view.current.item.kind is AgendaKind.BREAKOUT:
        asked = discussed_question(view.current.item, workshop.questions, clock.moment)
    match scene:
        case Scene.GROUPS:
            return _groups(workshop, voices, asked), time
        case Scene.QUESTION if workshop.questions:
            own = _question_time(workshop, view, asked, voices) if asked else time
            return _question(workshop, voices, asked), own
        case Scene.POLL if poll := shown_poll(workshop, clock, chosen_poll if chosen else ""):
            return _poll(workshop, voices, poll), time
        case Scene.WAYS_FORWARD:
            return _ways_forward(workshop, voices), time
        case Scene.TITLE:
            return _title(workshop, voices), Time()
    return _item(workshop, voices, view), time


def _time_left(view: AudienceView, voices: Voices) -> Time:
    if view.left is None:
        return Time()
    return _time(view.left, voices, view.share_left)


def _question_time(workshop: Workshop, view: AudienceView, asked: DiscussedQuestion, voices: Voices) -> Time:
    """The countdown of the question alone: each has the same part of the time of its item."""
    length = length_of(view.current.item) if view.current else None
    part = length / len(workshop.questions) if length else None
    share = max(0.0, min(1.0, asked.left / part)) if part else 0.0
    return _time(asked.left, voices, share)


def _time(left: timedelta, voices: Voices, share: float | None) -> Time:
    is_over = left.total_seconds() < 0
    return Time(voices.figures(countdown(left)), voices.say(OVER if is_over else LEFT), share, is_over)


def _item(workshop: Workshop, voices: Voices, view: AudienceView) -> Content:
    following = ""
    if view.next:
        when = voices.when(view.next.starts, view.moment) if view.next.starts else ""
        following = "   ".join(part for part in (voices.say(NEXT), when, view.next.item.title) if part)
    if view.current:
        item = view.current.item
        return Content(Scene.CLOCK, voices.say(NOW), item.title, item.speaker, following)
    if view.next:
        label = _goes_on(view.next.starts, view.moment, voices) if view.next.starts else voices.say(NEXT)
        return Content(Scene.CLOCK, label, view.next.item.title, view.next.item.speaker)
    return _title(workshop, voices)


def _goes_on(starts: datetime, now: datetime, voices: Voices) -> str:
    """Say when it goes on, with the day where that is not today."""
    days = (starts.date() - now.date()).days
    template = {0: IT_GOES_ON, 1: TOMORROW}.get(days, ON_A_DAY)
    return voices.say(template, time=starts, day=starts.date())


def _title(workshop: Workshop, voices: Voices) -> Content:
    where = [workshop.venue, workshop.place, voices.days(days_of(workshop))]
    return Content(Scene.TITLE, "", workshop.title, " · ".join(part for part in where if part))


def _groups(workshop: Workshop, voices: Voices, asked: DiscussedQuestion | None) -> Content:
    groups = tuple(_shown_group(group, voices) for group in seated_groups(workshop))
    question = ""
    if asked:
        label = voices.say(QUESTION_OF, number=asked.number, all=len(workshop.questions))
        question = f"{label}: {asked.question.text}"
    legend = voices.say(REPORTS) if any(group.rapporteur is not None for group in groups) else ""
    return Content(Scene.GROUPS, voices.say(GROUPS), next=question, groups=groups, legend=legend)


def _shown_group(group: SeatedGroup, voices: Voices) -> ShownGroup:
    named = [(place, name) for place, names in enumerate(group.members) if (name := voices.name(*names))]
    reporting = next((at for at, (place, _) in enumerate(named) if place == group.rapporteur), None)
    label = voices.say(GROUP, number=group.number)
    return ShownGroup(label, group.title, group.room, tuple(name for _, name in named), reporting)


def _question(workshop: Workshop, voices: Voices, asked: DiscussedQuestion | None) -> Content:
    groups = tuple(replace(group, members=(), rapporteur=None) for group in _groups(workshop, voices, None).groups)
    if asked:
        label = voices.say(QUESTION_OF, number=asked.number, all=len(workshop.questions))
        return Content(Scene.QUESTION, label, asked.question.text, groups=groups)
    lines = tuple(
        (voices.figures(f"{number}."), question.text) for number, question in enumerate(workshop.questions, start=1)
    )
    return Content(Scene.QUESTION, voices.say(QUESTIONS), lines=lines, groups=groups)


def _poll(workshop: Workshop, voices: Voices, poll: Poll) -> Content:
    label = voices.say(POLL)
    if not poll_total(poll):
        return Content(
            Scene.POLL, label, poll.question, lines=tuple(("○", one.text) for one in poll.options), poll=poll.key
        )
    charts = [block for block in printed_poll(poll, workshop.language) if isinstance(block, BarChart)]
    return Content(Scene.POLL, label, poll.question, chart=charts[0] if charts else None, poll=poll.key)


def _ways_forward(workshop: Workshop, voices: Voices) -> Content:
    lines = []
    for number, way in enumerate(workshop.ways_forward, start=1):
        due = voices.date(way.due_date) if way.due_date else way.due
        details = " · ".join(part for part in (way.responsible, due) if part)
        lines.append((voices.figures(f"{number}."), f"{way.text}\n{details}" if details else way.text))
    return Content(Scene.WAYS_FORWARD, voices.say(WAYS_FORWARD), lines=tuple(lines))
