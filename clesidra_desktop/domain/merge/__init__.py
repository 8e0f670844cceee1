"""The same workshop, edited on two computers, brought together."""

from clesidra_desktop.domain.merge.joining import joint_base, merge
from clesidra_desktop.domain.merge.model import (
    FILES,
    ORDER,
    SEAT,
    TWIN,
    WHOLE,
    Change,
    Choice,
    Conflict,
    Decisions,
    Difference,
    Event,
    Place,
    Report,
    State,
)

__all__ = [
    "FILES",
    "ORDER",
    "SEAT",
    "TWIN",
    "WHOLE",
    "Change",
    "Choice",
    "Conflict",
    "Decisions",
    "Difference",
    "Event",
    "Place",
    "Report",
    "State",
    "joint_base",
    "merge",
]
