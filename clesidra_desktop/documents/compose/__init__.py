"""Workshop to blocks: the minutes, in the order in which they are read."""

from clesidra_desktop.documents.compose.minutes import compose_minutes
from clesidra_desktop.documents.compose.standing import with_standing

__all__ = ["compose_minutes", "with_standing"]
