"""Rows that both sides added: two where they are not the same, one where they are; and what became of them later."""

from dataclasses import replace
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from clesidra_desktop.domain.keys import is_marked
from clesidra_desktop.domain.merge import FILES, TWIN, Choice, Place, Report, State, merge
from clesidra_desktop.domain.merge.identity import KEYED
from clesidra_desktop.domain.merge.values import key_of
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
    Quota,
    QuotaAttribute,
    Sector,
    Wish,
)
from clesidra_desktop.exchange.workshop_file.integrity import check_integrity
from tests.helpers.two_editors import BASE, edited, told

SIDES = st.tuples(edited(), edited())
SOME = settings(max_examples=60)


def decided(base: State | None, ours: State, theirs: State, choice: Choice) -> tuple[State, Report]:
    decisions: dict[Place, Choice] = {}
    while True:
        merged, report = merge(base, ours, theirs, decisions)
        if not report.open:
            return merged, report
        decisions |= report.deciding(choice)


@given(SIDES, st.sampled_from((Choice.OURS, Choice.THEIRS)), st.booleans())
@SOME
def test_both_computers_come_to_the_same(sides: tuple[State, State], choice: Choice, has_base: bool) -> None:
    base = BASE if has_base else None
    other = Choice.THEIRS if choice is Choice.OURS else Choice.OURS
    one, another = decided(base, *sides, choice)[0], decided(base, sides[1], sides[0], other)[0]
    assert one == another
    check_integrity(one.workshop)


@given(SIDES, st.sampled_from((Choice.OURS, Choice.THEIRS)))
@SOME
def test_no_row_that_a_side_added_is_lost_or_mixed_with_another(sides: tuple[State, State], choice: Choice) -> None:
    merged, _ = decided(BASE, *sides, choice)
    now, seen = told(merged), [told(side) for side in sides]
    assert now.keys() <= seen[0].keys() | seen[1].keys()
    for side, had in zip(sides, seen, strict=True):
        added = had - told(_without_new(side))
        assert {row: now[row] for row, count in added.items() if now[row] < count} == {}


def _without_new(side: State) -> State:
    """Return a side without the rows that the base has not."""
    workshop, base = side.workshop, BASE.workshop
    known = {}
    for table in (*KEYED, "groups", "answers", "minutes"):
        keys = set(map(key_of, getattr(base, table)))
        known[table] = tuple(row for row in getattr(workshop, table) if key_of(row) in keys)
    return replace(side, workshop=replace(workshop, **known))


@given(SIDES, st.sampled_from((Choice.OURS, Choice.THEIRS)))
@SOME
def test_without_a_base_no_title_is_lost(sides: tuple[State, State], choice: Choice) -> None:
    now = {row[:2] for row in told(decided(None, *sides, choice)[0])}
    for side in sides:
        assert {row[:2] for row in told(side)} <= now


@given(SIDES, st.sampled_from((Choice.OURS, Choice.THEIRS)), st.booleans())
@SOME
def test_merging_twice_changes_nothing(sides: tuple[State, State], choice: Choice, has_base: bool) -> None:
    """Over the state that came in, which is known from then on; and without it, where nothing was to decide."""
    merged, report = decided(BASE if has_base else None, *sides, choice)
    again, told_again = merge(sides[1], merged, sides[1])
    assert again == merged
    assert not told_again.conflicts
    assert not told_again.taken
    if not report.conflicts:
        assert merge(BASE if has_base else None, merged, sides[1])[0] == merged


@given(SIDES, st.data())
@SOME
def test_what_is_edited_after_the_merge_is_edited_in_its_row(sides: tuple[State, State], data: st.DataObject) -> None:
    """The other computer has its own row under its own key still, and goes on with it."""
    merged, _ = decided(BASE, *sides, Choice.OURS)
    place = data.draw(st.integers(0, 9))
    items = list(sides[1].workshop.agenda)
    if place >= len(items):
        return
    key = items[place].key
    if key in {one.key for one in BASE.workshop.agenda} - {one.key for one in merged.workshop.agenda}:
        return  # whether it goes is asked
    marked = replace(items[place], speaker="Chan Sophea")
    items[place] = marked
    there = State(replace(sides[1].workshop, agenda=tuple(items)), sides[1].files)
    for ours, theirs in ((merged, there), (there, merged)):
        (one,) = [one for one in merge(sides[1], ours, theirs)[0].workshop.agenda if one.speaker]
        assert one.title == marked.title
        assert len(merge(sides[1], ours, theirs)[0].workshop.agenda) == len(merged.workshop.agenda)


def both(base: State, ours: State, theirs: State) -> State:
    """Return what both computers come to where nothing is to decide."""
    merged, report = merge(base, ours, theirs)
    assert not report.conflicts
    assert merge(base, theirs, ours)[0] == merged
    check_integrity(merged.workshop)
    return merged


def added(state: State, files: dict[str, str] | None = None, **rows: tuple[object, ...]) -> State:
    """Return a state with more rows."""
    values = {table: (*getattr(state.workshop, table), *more) for table, more in rows.items()}
    return State(replace(state.workshop, **values), {**state.files, **(files or {})})


def closing(title: str, **values: object) -> State:
    return added(BASE, agenda=(AgendaItem(key="item-4", title=title, **values),))


def test_two_items_under_one_key_stand_one_after_the_other() -> None:
    ours, theirs = closing("Closing A", minutes=10, speaker="A"), closing("Closing B", minutes=15, speaker="B")
    merged = both(BASE, ours, theirs)
    assert [(one.title, one.minutes, one.speaker) for one in merged.workshop.agenda[3:]] in (
        [("Closing A", 10, "A"), ("Closing B", 15, "B")],
        [("Closing B", 15, "B"), ("Closing A", 10, "A")],
    )
    first, second = (one.key for one in merged.workshop.agenda[3:])
    assert first == "item-4"
    assert second.startswith("item-4-")
    assert is_marked(second)
    told_of = [(one.subject, one.ours is None, one.origin) for one in merge(BASE, ours, theirs)[1].differences]
    assert told_of == [("Closing A", False, Choice.OURS), ("Closing B", True, Choice.THEIRS)]


def test_the_same_item_added_twice_is_one_and_is_said() -> None:
    merged, report = merge(BASE, closing("Closing", minutes=10), closing("Closing", minutes=10))
    assert merged == closing("Closing", minutes=10)
    assert [(one.place, one.subject) for one in report.kept] == [(Place("agenda", ("item-4",), TWIN), "Closing")]


def test_two_equal_breaks_at_two_times_are_two() -> None:
    lunch = AgendaItem(key="item-3f9a0c21", title="Break", minutes=15)
    tea = replace(lunch, key="item-0a9f33c1")
    ours = added(BASE, agenda=(lunch,))
    theirs = State(replace(BASE.workshop, agenda=(tea, *BASE.workshop.agenda)), BASE.files)
    assert [one.title for one in both(BASE, ours, theirs).workshop.agenda] == [
        "Break",
        "Opening",
        "Poll",
        "Lunch",
        "Break",
    ]
    assert len(both(BASE, ours, added(BASE, agenda=(tea,))).workshop.agenda) == 4


def sectored(title: str, person: Attendant) -> State:
    """A sector, a question, a category, a poll and an annex more, with all that can name them."""
    key = "sector-3"
    split = replace(BASE.workshop.split, wishes=(Wish(attendant=person.id, sectors=(key, "water")),))
    state = State(replace(BASE.workshop, split=split), BASE.files)
    return added(
        state,
        {"annexes/map.pdf": title},
        categories=(Category(code="C2", label=title),),
        attendants=(replace(person, category="C2"),),
        quotas=(Quota(attribute=QuotaAttribute.CATEGORY, value="C2", share=0.5),),
        sectors=(Sector(key=key, title=title),),
        questions=(Question(key="question-2", text=title),),
        groups=(Group(sector=key, members=(person.id,), locked=(person.id,), room=title),),
        answers=(
            Answer(sector=key, question="question-2", items=(Node(title),)),
            Answer(sector="water", question="question-2", items=(Node(f"Water: {title}"),)),
        ),
        polls=(Poll(key="poll-2", question=title, options=(PollOption(text=title),)),),
        annexes=(Annex(key="annex-2", title=title, file="annexes/map.pdf"),),
        agenda=(AgendaItem(key="item-4", title=title, poll="poll-2", annex="annex-2"),),
        minutes=tuple(
            MinutesSection(key=name, title=title)
            for name in ("item:item-4", f"sector:{key}", "poll:poll-2", "annex:annex-2")
        ),
    )


def test_everything_that_names_a_row_follows_it() -> None:
    people = Attendant(id=UUID(int=11), name="A"), Attendant(id=UUID(int=12), name="B")
    merged = both(BASE, sectored("Fish", people[0]), sectored("Forest", people[1]))
    workshop = merged.workshop
    for title, person in (("Fish", people[0]), ("Forest", people[1])):
        key = next(one.key for one in workshop.sectors if one.title == title)
        question = next(one.key for one in workshop.questions if one.text == title)
        group = next(one for one in workshop.groups if one.sector == key)
        assert (group.room, group.members, group.locked) == (title, (person.id,), (person.id,))
        said = {(one.sector, one.question): one.items[0].text for one in workshop.answers}
        assert said[key, question] == title
        assert said["water", question] == f"Water: {title}"
        wish = next(one for one in workshop.split.wishes if one.attendant == person.id)
        assert wish.sectors == (key, "water")
        item = next(one for one in workshop.agenda if one.title == title)
        assert next(one.question for one in workshop.polls if one.key == item.poll) == title
        annex = next(one for one in workshop.annexes if one.key == item.annex)
        assert (annex.title, merged.files[annex.file]) == (title, title)
        code = next(one.code for one in workshop.categories if one.label == title)
        assert next(one.category for one in workshop.attendants if one.id == person.id) == code
        assert code in {one.value for one in workshop.quotas}
        titles = {one.key: one.title for one in workshop.minutes}
        named = f"item:{item.key}", f"sector:{key}", f"poll:{item.poll}", f"annex:{item.annex}"
        assert [titles[name] for name in named] == [title] * 4


def test_a_sector_of_one_title_is_one_whatever_its_keys() -> None:
    """Its answers are those of one sector, and what both said otherwise is asked."""
    ours, theirs = (
        added(
            BASE,
            sectors=(Sector(key=key, title=title),),
            answers=(Answer(sector=key, question="question-1", items=(Node(text),)),),
        )
        for key, title, text in (("sector-3f9a0c21", "Fish", "one"), ("sector-0a9f33c1", "fish", "two"))
    )
    _, report = merge(BASE, ours, theirs)
    (key,) = {one.place.key[0] for one in report.differences if one.place.field == TWIN}
    assert [one.place for one in report.conflicts] == [
        Place("sectors", (key,), "title"),
        Place("answers", (key, "question-1"), "items"),
    ]


def test_a_code_that_was_typed_is_one_category_and_is_said() -> None:
    ours, theirs = (added(BASE, categories=(Category(code="GOV", label=label),)) for label in ("Government", "State"))
    merged, report = merge(BASE, ours, theirs)
    assert [one.code for one in merged.workshop.categories] == ["CBO", "GOV"]
    assert [one.place for one in report.conflicts] == [Place("categories", ("GOV",), "label")]
    assert [one.place for one in report.kept] == [Place("categories", ("GOV",), TWIN)]


def test_objectives_of_both_stand_one_after_the_other() -> None:
    def aimed(*objectives: str) -> State:
        return State(replace(BASE.workshop, objectives=objectives))

    merged = both(aimed("Listen"), aimed("Listen", "Plan", "Learn"), aimed("Listen", "Meet", "Plan"))
    assert sorted(merged.workshop.objectives) == ["Learn", "Listen", "Meet", "Plan"]
    assert merged.workshop.objectives[0] == "Listen"
    _, report = merge(aimed("Listen"), aimed("Listen well"), aimed("Listen more"))
    assert [one.place.field for one in report.conflicts] == ["objectives"]


def annexed(title: str, digest: str, path: str = "annexes/map.pdf") -> State:
    return added(BASE, {path: digest}, annexes=(Annex(key="annex-2", title=title, file=path),))


def test_two_files_under_one_path_are_both_kept() -> None:
    for path in ("annexes/map.pdf", "annexes/Map.pdf"):
        merged = both(BASE, annexed("Rivers", "1"), annexed("Roads", "2", path))
        files = {one.title: merged.files[one.file] for one in merged.workshop.annexes}
        assert files == {"Slides": "0", "Rivers": "1", "Roads": "2"}
        assert len({one.casefold() for one in merged.files}) == 3


def test_a_file_of_one_annex_attached_on_both_is_asked() -> None:
    base = added(BASE, annexes=(Annex(key="annex-2", title="Map"),))
    sides = [annexed("Map", digest) for digest in "12"]
    assert [one.place for one in merge(base, *sides)[1].conflicts] == [Place(FILES, ("annexes/map.pdf",), "content")]


def test_what_is_edited_after_the_merge_stays_with_its_annex_and_its_file() -> None:
    """The other computer goes on with its own key and its own path, and puts another file there."""
    ours, theirs = annexed("Rivers", "1"), annexed("Roads", "2")
    merged = both(BASE, ours, theirs)
    for sent, title, digest in ((ours, "Rivers", "3"), (theirs, "Roads", "3")):
        again = both(sent, merged, annexed(title, digest))
        files = {one.title: again.files[one.file] for one in again.workshop.annexes}
        assert files == {"Slides": "0", "Rivers": "1", "Roads": "2"} | {title: digest}


def test_a_row_that_was_edited_before_it_got_its_mark_is_known_by_its_title() -> None:
    """A third computer has an older state of it."""
    older, mine, other = closing("Closing A"), closing("Closing A", minutes=10), closing("Closing B")
    if both(BASE, mine, other).workshop.agenda[3].title == "Closing A":
        older, mine, other = closing("Closing B"), closing("Closing B", minutes=10), closing("Closing A")
    title = older.workshop.agenda[3].title
    merged = both(BASE, mine, other)
    third = closing(title, speaker="Third")
    again = both(older, merged, third)
    assert [(one.title, one.minutes, one.speaker) for one in again.workshop.agenda if one.speaker] == [
        (title, 10, "Third")
    ]
    assert len(again.workshop.agenda) == 5
