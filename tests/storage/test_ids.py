from datetime import UTC, datetime, timedelta, timezone
from uuid import RFC_4122, UUID

from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.storage.ids import file_id, keyed_id, uuid7

MOMENTS = st.datetimes(min_value=datetime(1971, 1, 1), max_value=datetime(9000, 1, 1), timezones=st.just(UTC))


@given(MOMENTS, MOMENTS)
def test_uuid7_sorts_by_time_of_birth(one: datetime, other: datetime) -> None:
    first, second = sorted([one, other])
    if second - first >= timedelta(milliseconds=1):
        assert uuid7(first) < uuid7(second)
    assert uuid7(one) != uuid7(one)
    assert (uuid7(one).version, uuid7(one).variant) == (7, RFC_4122)


def test_uuid7_holds_the_milliseconds_since_1970() -> None:
    moment = datetime(2022, 2, 22, 14, 22, 22, tzinfo=timezone(timedelta(hours=-5)))
    assert str(uuid7(moment)).startswith("017f22e2-79b0-7")  # the example of RFC 9562, appendix A.6


def test_ids_never_change() -> None:
    """They stand in databases: other ids would add every row a second time."""
    assert keyed_id(UUID(int=1), "sectors", "water", 1) == UUID("b26d6060-5055-5474-802d-8a4144aeb78b")
    assert file_id("00" * 32) == UUID("1410c646-c417-510c-91be-26df0fc50752")


@given(st.lists(st.text() | st.integers()), st.lists(st.text() | st.integers()))
def test_keyed_ids_differ_where_the_keys_do(one: list[str | int], other: list[str | int]) -> None:
    assert (keyed_id(UUID(int=1), "t", *one) == keyed_id(UUID(int=1), "t", *other)) == (one == other)
