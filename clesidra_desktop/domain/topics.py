"""The same sector, or the same question, in several workshops: known by its key, or else by its title.

A key that the program has made for a new row, such as `sector-3f9a0c21` or, before, `sector-6`, says nothing; there the
title decides.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from clesidra_desktop.domain.archive import Topic
from clesidra_desktop.domain.keys import is_marked
from clesidra_desktop.domain.names import folded

_NUMBERED = re.compile(r"(?:sector|question)-\d+")


def is_numbered(key: str) -> bool:
    """Whether a key was made by the program, and is another thing in every workshop."""
    return _NUMBERED.fullmatch(key) is not None or is_marked(key)


def find_topics(met: Iterable[tuple[str, str, int]]) -> tuple[Topic, ...]:
    """Return the topics of `(key, title, how often)`, those that are met most first."""
    listed = list(met)
    groups = _Groups()
    for key, title, _ in listed:
        groups.join(_nodes(key, title))
    members: defaultdict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for one in listed:
        members[groups.root(_nodes(one[0], one[1])[0])].append(one)
    topics = [_topic(some) for some in members.values()]
    return tuple(sorted(topics, key=lambda topic: (-topic.count, folded(topic.title))))


def topic_of(topics: Iterable[Topic], key: str, title: str) -> Topic | None:
    """Return the topic to which a sector, or a question, of a workshop belongs."""
    known = is_numbered(key) and folded(title)
    return next((topic for topic in topics if (title in topic.titles if known else key in topic.keys)), None)


def _nodes(key: str, title: str) -> list[str]:
    """Return by what a row is known: by its key unless it is numbered, and by its title where it has one."""
    name = folded(title)
    nodes = [f"key {key}"] if not is_numbered(key) or not name else []
    return nodes + ([f"title {name}"] if name else [])


def _topic(members: list[tuple[str, str, int]]) -> Topic:
    titles: Counter[str] = Counter()
    for key, title, count in members:
        titles[title or key] += count
    shown = max(titles, key=lambda title: (titles[title], title))
    keys = frozenset(key for key, title, _ in members if not is_numbered(key) or not folded(title))
    named = frozenset(title for key, title, _ in members if title and is_numbered(key))
    return Topic(shown, keys, named, sum(titles.values()))


class _Groups:
    """Names that stand for the same thing."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def root(self, name: str) -> str:
        """Return the name that stands for all."""
        while (above := self._above.setdefault(name, name)) != name:
            name = above
        return name

    def join(self, names: list[str]) -> None:
        """Let names stand for the same thing."""
        first = self.root(names[0])
        for name in names[1:]:
            self._above[self.root(name)] = first
