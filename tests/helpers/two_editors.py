"""Two people who edit the same workshop on two computers, with keys that are counted as older releases counted them."""

from collections import Counter
from dataclasses import replace
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.merge import State
from clesidra_desktop.domain.outline import Node
from clesidra_desktop.domain.workshop import (
    AgendaItem,
    Annex,
    Answer,
    Attendant,
    Category,
    Group,
    MinutesSection,
    Poll,
    PollOption,
    Question,
    Sector,
    Wish,
    Workshop,
)

DARA, SOPHEA = (UUID(int=number) for number in (1, 2))
STEMS = {"agenda": "item", "sectors": "sector", "questions": "question", "polls": "poll", "annexes": "annex"}
TITLES = st.sampled_from(("Closing", "Break", "Fish", "Who pays?", "Map"))
MINUTES = st.sampled_from((10, 15, 20))

BASE = State(
    Workshop(
        id=UUID(int=100),
        language=Language.ENGLISH,
        title="Land and water",
        categories=(Category(code="CBO", label="Communities"),),
        attendants=(
            Attendant(id=DARA, name="Sok Dara", category="CBO"),
            Attendant(id=SOPHEA, name="Chan Sophea", category="CBO"),
        ),
        sectors=(Sector(key="water", title="Water"), Sector(key="sector-2", title="Land")),
        questions=(Question(key="question-1", text="What hurts?"),),
        groups=(Group(sector="water", members=(DARA, SOPHEA)),),
        answers=(Answer(sector="water", question="question-1", items=(Node("Wells dry up"),)),),
        polls=(Poll(key="poll-1", question="Useful?", options=(PollOption(text="Yes"), PollOption(text="No"))),),
        annexes=(Annex(key="annex-1", title="Slides", file="annexes/slides.pdf"),),
        agenda=(
            AgendaItem(key="item-1", title="Opening", minutes=30, annex="annex-1"),
            AgendaItem(key="item-2", title="Poll", minutes=10, poll="poll-1"),
            AgendaItem(key="item-3", title="Lunch", minutes=60),
        ),
        minutes=(MinutesSection(key="item:item-1", title="Words of welcome"),),
    ),
    {"annexes/slides.pdf": "0"},
)


@st.composite
def edited(draw: st.DrawFn, state: State = BASE) -> State:
    """The state of a workshop after a few deeds."""
    for deed in draw(st.lists(st.sampled_from(DEEDS), max_size=5)):
        state = deed(draw, state)
    return state


def _key(state: State, table: str) -> str:
    """Return the next free key, counted."""
    rows = getattr(state.workshop, table)
    taken = {row.key for row in rows}
    number = len(rows) + 1
    while (key := f"{STEMS[table]}-{number}") in taken:
        number += 1
    return key


def _with(state: State, **values: Any) -> State:
    return replace(state, workshop=replace(state.workshop, **values))


def _added(state: State, table: str, row: Any, place: int | None = None) -> State:
    rows = list(getattr(state.workshop, table))
    rows.insert(len(rows) if place is None else place, row)
    return _with(state, **{table: tuple(rows)})


def add_item(draw: st.DrawFn, state: State) -> State:
    """Add an agenda item somewhere, which may present a poll or an annex."""
    item = AgendaItem(
        key=_key(state, "agenda"),
        title=draw(TITLES),
        minutes=draw(MINUTES),
        poll=draw(st.sampled_from(("", *(one.key for one in state.workshop.polls)))),
        annex=draw(st.sampled_from(("", *(one.key for one in state.workshop.annexes)))),
    )
    state = _added(state, "agenda", item, draw(st.integers(0, len(state.workshop.agenda))))
    if draw(st.booleans()):
        state = _added(state, "minutes", MinutesSection(key=f"item:{item.key}", title=item.title))
    return state


def add_sector(draw: st.DrawFn, state: State) -> State:
    """Add a sector with a group, an answer and a wish. No workshop has two of one title."""
    title = draw(TITLES)
    if title in {one.title for one in state.workshop.sectors}:
        return state
    key = _key(state, "sectors")
    state = _added(state, "sectors", Sector(key=key, title=title))
    state = _added(state, "groups", Group(sector=key, room=title))
    question = draw(st.sampled_from([one.key for one in state.workshop.questions]))
    state = _added(state, "answers", Answer(sector=key, question=question, items=(Node(f"Of {title}"),)))
    wishes = (Wish(attendant=DARA, sectors=(key,)),)
    return _with(state, split=replace(state.workshop.split, wishes=wishes))


def add_question(draw: st.DrawFn, state: State) -> State:
    """Add a question with an answer."""
    text = draw(TITLES)
    if text in {one.text for one in state.workshop.questions}:
        return state
    key = _key(state, "questions")
    state = _added(state, "questions", Question(key=key, text=text))
    return _added(state, "answers", Answer(sector="water", question=key, items=(Node(f"To {text}"),)))


def add_poll(draw: st.DrawFn, state: State) -> State:
    """Add a poll."""
    options = (PollOption(text="Yes", count=draw(MINUTES)), PollOption(text="No"))
    return _added(state, "polls", Poll(key=_key(state, "polls"), question=draw(TITLES), options=options))


def add_annex(draw: st.DrawFn, state: State) -> State:
    """Add an annex with a file whose name may be that of another on the other side."""
    path, digest = f"annexes/{draw(st.sampled_from(('map', 'Map', 'photo')))}.pdf", draw(st.sampled_from("123"))
    if path.casefold() in {one.casefold() for one in state.files}:
        return state
    state = _added(state, "annexes", Annex(key=_key(state, "annexes"), title=draw(TITLES), file=path))
    return replace(state, files={**state.files, path: digest})


def add_category(draw: st.DrawFn, state: State) -> State:
    """Add a category under the code that the program makes, and count somebody under it."""
    code = f"C{len(state.workshop.categories) + 1}"
    state = _added(state, "categories", Category(code=code, label=draw(TITLES)))
    return _with(
        state, attendants=(*state.workshop.attendants[:-1], replace(state.workshop.attendants[-1], category=code))
    )


def edit_item(draw: st.DrawFn, state: State) -> State:
    """Give an item of the agenda other minutes."""
    items = list(state.workshop.agenda)
    if items:
        place = draw(st.integers(0, len(items) - 1))
        items[place] = replace(items[place], minutes=draw(MINUTES))
    return _with(state, agenda=tuple(items))


def count_poll(draw: st.DrawFn, state: State) -> State:
    """Count hands."""
    first, *others = state.workshop.polls
    options = (replace(first.options[0], count=draw(MINUTES)), *first.options[1:])
    return _with(state, polls=(replace(first, options=options), *others))


def remove_item(draw: st.DrawFn, state: State) -> State:
    """Take an item that was there from the beginning out of the agenda."""
    key = draw(st.sampled_from([one.key for one in BASE.workshop.agenda]))
    return _with(state, agenda=tuple(one for one in state.workshop.agenda if one.key != key))


def move_item(draw: st.DrawFn, state: State) -> State:
    """Put the items of the agenda in another order."""
    return _with(state, agenda=tuple(draw(st.permutations(state.workshop.agenda))))


DEEDS = (
    add_item,
    add_item,
    add_sector,
    add_question,
    add_poll,
    add_annex,
    add_category,
    edit_item,
    count_poll,
    remove_item,
    move_item,
)


def told(state: State) -> Counter[tuple[object, ...]]:
    """Return what a reader sees of the rows, whatever their keys: what an item presents, what a sector said."""
    workshop = state.workshop
    sectors = {one.key: one.title for one in workshop.sectors}
    questions = {one.key: one.text for one in workshop.questions}
    polls = {one.key: one.question for one in workshop.polls}
    annexes = {one.key: (one.title, state.files.get(one.file)) for one in workshop.annexes}
    labels = {one.code: one.label for one in workshop.categories}
    titles = {one.key: one.title for one in workshop.minutes}
    seen: Counter[tuple[object, ...]] = Counter()
    seen.update(("sector", title) for title in sectors.values())
    seen.update(("question", text) for text in questions.values())
    seen.update(("category", label) for label in labels.values())
    seen.update(
        ("poll", one.question, *((option.text, option.count) for option in one.options)) for one in workshop.polls
    )
    seen.update(("annex", *annex) for annex in annexes.values())
    seen.update(("room", sectors[one.sector], one.room) for one in workshop.groups)
    seen.update(("answer", sectors[one.sector], questions[one.question], repr(one.items)) for one in workshop.answers)
    for item in workshop.agenda:
        seen["item", item.title, item.minutes, polls.get(item.poll), annexes.get(item.annex)] += 1
        seen["section", item.title, titles.get(f"item:{item.key}")] += f"item:{item.key}" in titles
    return +seen
