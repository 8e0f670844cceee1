"""Texts for the one line that a page has for them, at its head and at its foot."""

LONGEST_LINE = 95
"""The most characters of the line at the head or the foot of a page."""


def shortened(text: str) -> str:
    """Return what fits on the one line that a page has for it, at its head and at its foot."""
    text = " ".join(text.split())
    if len(text) <= LONGEST_LINE:
        return text
    return (
        text[: text.rfind(" ", 1, LONGEST_LINE)].rstrip() + "…"
        if " " in text[1:LONGEST_LINE]
        else (text[:LONGEST_LINE] + "…")
    )
