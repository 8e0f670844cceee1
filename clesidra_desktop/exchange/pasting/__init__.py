"""What other programs put on the clipboard, made into the lines of an outline: no markup left, and nothing lost."""

from clesidra_desktop.domain.outline_lines import OutlineLine, levelled
from clesidra_desktop.exchange.pasting.html import read_html
from clesidra_desktop.exchange.pasting.plain import read_plain

__all__ = ["read_html", "read_pasted", "read_plain"]


def read_pasted(html: str, text: str) -> tuple[OutlineLine, ...]:
    """Return the lines of what is on the clipboard as HTML or, where there is nothing in that, as plain text."""
    return tuple(levelled(read_html(html) or read_plain(text)))
