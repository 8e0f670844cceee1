"""The same sector in several workshops."""

from clesidra_desktop.domain.topics import find_topics, topic_of


def test_a_key_is_the_same_whatever_the_title_and_the_commonest_title_is_shown() -> None:
    (topic,) = find_topics([("water", "Water", 3), ("water", "ទឹក", 1)])

    assert (topic.title, topic.count, topic.keys) == ("Water", 4, {"water"})


def test_other_keys_are_the_same_where_the_title_is() -> None:
    (topic,) = find_topics([("water", "Clean water", 1), ("wells", "clean  WATER", 1), ("sector-6", "Clean water", 1)])

    assert topic.keys == {"water", "wells"}
    assert topic.titles == {"Clean water"}


def test_a_numbered_key_says_nothing() -> None:
    topics = find_topics([("sector-6", "Land", 1), ("sector-6", "Roads", 2), ("sector-0a9f33c1", "Land", 1)])

    assert [(topic.title, topic.count) for topic in topics] == [("Land", 2), ("Roads", 2)]
    assert [found.title for key in ("sector-6", "sector-9") if (found := topic_of(topics, key, "Land"))] == ["Land"] * 2


def test_without_a_title_the_key_is_shown() -> None:
    (topic,) = find_topics([("sector-6", "", 1)])

    assert (topic.title, topic.keys) == ("sector-6", {"sector-6"})
    assert topic_of([topic], "sector-6", "") == topic
    assert topic_of([topic], "water", "") is None
