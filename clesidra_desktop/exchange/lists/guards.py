"""The apostrophe that keeps spreadsheet programs from computing a text, or from dropping its zero."""

from typing import Final

COMPUTED: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""How texts begin that spreadsheet programs take for formulas (OWASP, CSV Injection)."""


def is_guarded(text: str) -> bool:
    """Whether a text begins with an apostrophe that guards it: reading takes one away, writing adds one."""
    bare = text.lstrip("'")
    return text.startswith("'") and (bare.startswith(COMPUTED) or bare.isdigit())
