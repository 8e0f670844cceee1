"""Which rows of two workshops are the same one, before they are brought together.

Keys that were counted, such as `item-12`, say little: two computers that each add an agenda item make the same key for
two different items. What neither had before, and what is not the same, becomes two rows here: one keeps its key, the
other gets one with the mark of what is in it, and so do two files under one path. Which of them does not depend on
which side is called ours, so that two computers that take in each other's state come to the same.

The mark also tells a row again: a computer that still has it under the old key knows by the mark what became of it.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, field, fields, replace
from typing import Any, TypeAlias

from clesidra_desktop.domain.keys import is_marked, is_marked_with, mark_of, marked_with, without_mark
from clesidra_desktop.domain.merge.model import FILES, Place, State
from clesidra_desktop.domain.merge.renaming import marked_path, renamed
from clesidra_desktop.domain.merge.values import key_of
from clesidra_desktop.domain.names import folded
from clesidra_desktop.domain.workshop import AgendaItem, Annex, Category

KEYED = ("categories", "sectors", "questions", "polls", "annexes", "agenda")
"""Tables whose keys the program makes; what is named by others stands before them."""

TITLED = ("categories", "sectors", "questions")
"""Tables in which people know a row by its title: no workshop has two of the same."""

TITLES = ("title", "text", "question", "label")

_COUNTED_CODE = re.compile(r"C\d+")
"""A code that the program made for a category. Any other was typed: people mean the same by it."""

Pair: TypeAlias = tuple[str, str]
"""The keys of one row on both sides."""


@dataclass(frozen=True, slots=True)
class Known:
    """Three states in which a row has the same key wherever it is the same one; `base` may be unknown.

    `twins` are rows that stood under different keys and are taken for one.
    """

    base: State | None
    ours: State
    theirs: State
    twins: frozenset[Place] = frozenset()


def told_apart(base: State | None, ours: State, theirs: State) -> Known:
    """Return states in which different rows have different keys, and the same row has the same one."""
    contents = [_contents(ours), _contents(theirs)]
    if base is not None:
        base, ours, theirs = _followed(base, ours, theirs, contents)
    twins: set[Place] = set()
    for table in KEYED:
        found = _Table(table, base, ours, theirs, [one[table] for one in contents])
        ours, theirs = renamed(ours, {table: found.names[0]}), renamed(theirs, {table: found.names[1]})
        twins |= found.twins
    ours, theirs = _files_apart(base, ours, theirs)
    return Known(base, ours, theirs, frozenset(twins))


# What became of rows since the base


def _followed(
    base: State, ours: State, theirs: State, contents: Sequence[dict[str, dict[str, str]]]
) -> tuple[State, State, State]:
    """Return the states with the keys that rows of the base have on a side that has met another row of such a key."""
    was = _contents(base)
    since = [
        {table: _keys_since(table, was[table], known[table], base, side) for table in was}
        for side, known in zip((ours, theirs), contents, strict=True)
    ]
    either = {table: since[0][table] | since[1][table] for table in was}
    sides = []
    for side, own, known in zip((ours, theirs), since, contents, strict=True):
        names = {table: {old: new for old, new in either[table].items() if old not in own[table]} for table in either}
        sides.append(renamed(side, names))
        for table, some in names.items():
            known[table] = {some.get(key, key): content for key, content in known[table].items()}
    return renamed(base, either), sides[0], sides[1]


def _keys_since(
    table: str, was: Mapping[str, str], there: Mapping[str, str], base: State, side: State
) -> dict[str, str]:
    """Return the keys that rows of the base have on a side by now, by those that they had.

    `was` and `there` are the contents. A row whose mark is not that of the base was edited before it got it: then the
    title tells which it is.
    """
    if table == FILES:
        marked = {path: marked_path(path, mark_of(digest)) for path, digest in was.items()}
        return {path: now for path, now in marked.items() if now in there and now not in was}
    new = sorted(key for key in there.keys() - was.keys() if is_marked(key))
    titles, by_now = _titles(base, table), _titles(side, table)
    found: dict[str, str] = {}
    rules: tuple[Callable[[str, str], bool], ...] = (
        lambda key, now: now == marked_with(key, was[key]),
        lambda key, now: is_marked_with(now, was[key]) and there.get(key) != was[key],
        lambda key, now: without_mark(now) == key and titles[key] == by_now[now] != by_now.get(key),
        lambda key, now: table in TITLED and titles[key] == by_now[now] != by_now.get(key),
    )
    for is_row in rules:
        for key in (key for key in was if key not in found):
            now = next((now for now in new if now not in found.values() and is_row(key, now)), None)
            if now is not None:
                found[key] = now
    return found


def _titles(state: State, table: str) -> dict[str, str]:
    return {key_of(row)[0]: folded(_title(row)) for row in getattr(state.workshop, table)}


def _keys(state: State, table: str) -> set[str]:
    return set(state.files) if table == FILES else {key_of(row)[0] for row in getattr(state.workshop, table)}


def _contents(state: State) -> dict[str, dict[str, str]]:
    """Return what is in the rows of a state as text, by table and key: the same on every computer."""
    found: dict[str, dict[str, str]] = {FILES: dict(state.files)}
    for table in KEYED:
        rows = getattr(state.workshop, table)
        found[table] = {key_of(row)[0]: _content(row, state.files) for row in rows}
    return found


def _content(row: Any, files: Mapping[str, str]) -> str:
    """Return what is in a row but its key, without what is as usual: a field of a later release changes nothing."""
    if isinstance(row, Annex):  # a file is what it is, under whatever path
        row = replace(row, file=files.get(row.file, row.file))
    values = [(one, getattr(row, one.name)) for one in fields(row) if one.name not in ("key", "code")]
    return "\n".join(f"{one.name}={value!r}" for one, value in values if value != _usual(one))


def _usual(one: "Field[Any]") -> Any:
    return one.default_factory() if one.default_factory is not MISSING else one.default


# Rows that are new on both sides


@dataclass
class _Table:
    """The rows of one table that neither side had before, held against one another.

    `names` are the new keys on both sides, by the old ones.
    """

    table: str
    base: State | None
    ours: State
    theirs: State
    contents: Sequence[Mapping[str, str]]
    names: tuple[dict[str, str], dict[str, str]] = field(init=False)
    twins: set[Place] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.names = {}, {}
        known = _keys(self.base, self.table) if self.base else set()
        self._rows = [self._by_key(state) for state in (self.ours, self.theirs)]
        new = [{key: row for key, row in rows.items() if key not in known} for rows in self._rows]
        if not all(new):
            return
        pairs = [(key, key) for key in new[0] if key in new[1] and self._is_one(new[0][key], new[1][key])]
        shared = known | {one for one, _ in pairs}
        anchors = [self._anchors(rows, shared) for rows in self._rows]
        for side in (0, 1):
            pairs += self._met_before(side, *(set(rows) for rows in _left(new, pairs)))
        for signs in (self._titles, self._signs):
            pairs += _alike(*(signs(rows, anchors[side]) for side, rows in enumerate(_left(new, pairs))))
        self._give_names(pairs, [set(rows) for rows in _left(new, pairs)])

    def _by_key(self, state: State) -> dict[str, Any]:
        """Return the rows by their keys; a file stands in them as what it is, whatever its path."""
        rows = {key_of(row)[0]: row for row in getattr(state.workshop, self.table)}
        if self.table != "annexes":
            return rows
        return {key: replace(row, file=state.files.get(row.file, row.file)) for key, row in rows.items()}

    def _is_one(self, ours: Any, theirs: Any) -> bool:
        """Whether two new rows of the same key are the same row."""
        if is_marked(key_of(ours)[0]) or ours == theirs:
            return True
        if isinstance(ours, Category) and not _COUNTED_CODE.fullmatch(ours.code):
            return True
        is_named = self.base is None or self.table in TITLED
        return is_named and folded(_title(ours)) == folded(_title(theirs))

    def _anchors(self, rows: Mapping[str, Any], shared: Collection[str]) -> dict[str, str]:
        """Return behind which row that both have each stands: two equal breaks at two times of the day are two."""
        anchors, last = {}, ""
        for key, row in rows.items():
            anchors[key] = last if isinstance(row, AgendaItem) else ""
            last = key if key in shared else last
        return anchors

    def _met_before(self, side: int, *left: Collection[str]) -> list[Pair]:
        """Return rows of a side that the other knows already under a key with their mark."""
        marked = {key: marked_with(key, self.contents[side][key]) for key in left[side]}
        return [(key, now) if side == 0 else (now, key) for key, now in marked.items() if now in left[1 - side]]

    def _titles(self, rows: Mapping[str, Any], _: Mapping[str, str]) -> dict[str, object]:
        """Return by what people know rows; none where they do not know them by anything."""
        if self.table not in TITLED or self.table == "categories":
            return {}
        return {key: title for key, row in rows.items() if (title := folded(_title(row)))}

    def _signs(self, rows: Mapping[str, Any], anchors: Mapping[str, str]) -> dict[str, object]:
        """Return all that is in rows but their keys; the code of a category says what it is."""
        if self.table == "categories":
            return {}
        return {key: (repr(replace(row, key="")), anchors[key]) for key, row in rows.items()}

    def _give_names(self, pairs: Iterable[Pair], alone: Sequence[set[str]]) -> None:
        taken = set(self._rows[0]) | set(self._rows[1])
        for pair in sorted((pair for pair in pairs if pair[0] != pair[1]), key=self._rank):
            contents = self._content_of(pair)
            marked = [key for key in pair if any(is_marked_with(key, content) for content in contents)]
            name = min(marked, default="") or self._free(min(map(without_mark, pair)), min(contents), taken)
            taken.add(name)
            self.twins.add(Place(self.table, (name,)))
            for side, key in enumerate(pair):
                self.names[side][key] = name
        for key in sorted(alone[0] & alone[1]):
            side = max((0, 1), key=lambda side: (self.contents[side][key], repr(self._rows[side][key])))
            self.names[side][key] = self._free(key, self.contents[side][key], taken)
            taken.add(self.names[side][key])

    def _rank(self, pair: Pair) -> tuple[list[str], list[str]]:
        """Return where a pair stands among others, whichever side is called ours."""
        return sorted(pair), sorted(self._content_of(pair))

    def _content_of(self, pair: Pair) -> list[str]:
        return [self.contents[side][key] for side, key in enumerate(pair)]

    def _free(self, key: str, content: str, taken: Collection[str]) -> str:
        while (name := marked_with(key, content)) in taken:
            content += "\n"
        return name


def _title(row: Any) -> str:
    return next((str(getattr(row, name)) for name in TITLES if hasattr(row, name)), "")


def _left(new: Sequence[Mapping[str, Any]], pairs: Iterable[Pair]) -> list[dict[str, Any]]:
    """Return the new rows of both sides that are in no pair."""
    paired = [set(keys) for keys in zip(*pairs, strict=True)] or [set(), set()]
    return [{key: row for key, row in rows.items() if key not in paired[side]} for side, rows in enumerate(new)]


def _alike(ours: Mapping[str, object], theirs: Mapping[str, object]) -> list[Pair]:
    """Return rows that have the same sign on both sides, in their order there: of two and three, two."""
    waiting: dict[object, list[str]] = {}
    for key, sign in theirs.items():
        waiting.setdefault(sign, []).append(key)
    return [(key, waiting[sign].pop(0)) for key, sign in ours.items() if waiting.get(sign)]


# Two files under one path


def _files_apart(base: State | None, ours: State, theirs: State) -> tuple[State, State]:
    """Return states in which the files of two annexes, new on one side at least, do not stand under one path.

    Not every system tells capitals apart, and so neither do we.
    """
    known = _keys(base, "annexes") if base else set()
    sides = ours, theirs
    owners = [_owners(state) for state in sides]
    names: tuple[dict[str, str], dict[str, str]] = {}, {}
    paths = {path.casefold(): path for path in theirs.files}
    for path, digest in ours.files.items():
        other = paths.get(path.casefold(), "")
        pair = path, other
        of = [owners[side].get(one, set()) for side, one in enumerate(pair)]
        if not all(of) or of[0] & of[1] or (path == other and digest == theirs.files[other]):
            continue
        new = [side for side in (0, 1) if not of[side] & known]
        if new:
            side = max(new, key=lambda side: (sides[side].files[pair[side]], pair[side]))
            names[side][pair[side]] = marked_path(pair[side], mark_of(sides[side].files[pair[side]]))
    return renamed(ours, {FILES: names[0]}), renamed(theirs, {FILES: names[1]})


def _owners(state: State) -> dict[str, set[str]]:
    """Return the keys of the annexes by the path of their file."""
    owners: dict[str, set[str]] = {}
    for annex in state.workshop.annexes:
        if annex.file:
            owners.setdefault(annex.file, set()).add(annex.key)
    return owners
