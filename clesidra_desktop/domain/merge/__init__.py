"""The same workshop, edited on two computers, brought together."""

from clesidra_desktop.domain.merge.joining import joint_base, merge
from clesidra_desktop.domain.merge.model import (
    FILES,
    ORDER,
    SEAT,
    WHOLE,
    Choice,
    Conflict,
    Decisions,
    Difference,
    Place,
    Report,
    State,
)

__all__ = [
    "FILES",
    "ORDER",
    "SEAT",
    "WHOLE",
    "Choice",
    "Conflict",
    "Decisions",
    "Difference",
    "Place",
    "Report",
    "State",
    "joint_base",
    "merge",
]
