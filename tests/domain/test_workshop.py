from datetime import date

import pytest

from tests.helpers.builders import way_forward


@pytest.mark.parametrize(
    ("due", "day"),
    [
        ("2026-06-01", date(2026, 6, 1)),
        ("", None),
        ("June", None),
        ("2026-06", None),
        ("2026-02-30", None),
        ("2026-06-01 or later", None),
        ("20260601", None),
        ("2026-W23-1", None),
        ("២០២៦-០៦-០១", None),
    ],
)
def test_a_due_date_is_read_where_it_is_one(due: str, day: date | None) -> None:
    assert way_forward(due=due).due_date == day
