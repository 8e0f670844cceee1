"""Papers for the room, as PDF: sign-in sheets, name badges, group lists for the doors, capture sheets."""

from clesidra_desktop.documents.papers.badges import write_badges
from clesidra_desktop.documents.papers.capture import write_capture_sheets
from clesidra_desktop.documents.papers.groups import write_group_lists
from clesidra_desktop.documents.papers.sign_in import write_sign_in_sheets

__all__ = ["write_badges", "write_capture_sheets", "write_group_lists", "write_sign_in_sheets"]
