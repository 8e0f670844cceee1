"""How long work tells how far it has come."""

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[int, int], None]
"""Called with the steps done and the steps in all; may raise to stop the work."""


def no_progress(done: int, total: int) -> None:
    """Tell nobody."""
