"""The room, about to begin."""

from tests.helpers.room import make_room, room

__all__ = ["make_room", "room"]
