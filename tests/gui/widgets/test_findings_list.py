"""Where a finding is mended."""

import pytest

from clesidra_desktop.gui.widgets.findings_list import page_of


@pytest.mark.parametrize(
    ("where", "page"),
    [
        ("$.title", "prepare"),
        ("$.attendants[3].sex", "register"),
        ("$.agenda", "prepare"),
        ("$.agenda[2].minutes", "prepare"),
        ("$.agenda[2].ended", "agenda"),
        ("$.answers[1]", "answers"),
        ("$.polls[0].options", "agenda"),
    ],
)
def test_a_finding_leads_to_the_page_where_it_is_mended(where: str, page: str) -> None:
    assert page_of(where) == page
