"""Ids of rows: made where the row is born, and the same on two laptops wherever that is possible."""

import json
import secrets
from datetime import datetime
from uuid import UUID, uuid5

from clesidra_desktop.domain.keys import MARK_DIGITS

FILES = UUID("0a4cf6f1-6ad2-5b0e-9f3c-3c1f5a1f7d21")
"""The name space of the ids of files. It must never change: it would give every file a second id."""


def uuid7(moment: datetime) -> UUID:
    """Return a fresh id that sorts by its time of birth: UUID version 7 of RFC 9562, section 5.7.

    `moment` carries its offset from UTC. Two ids of one millisecond are in no particular order.
    """
    milliseconds = int(moment.timestamp() * 1000)
    number = milliseconds << 80 | 7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    return UUID(int=number)


DEVICE_BITS = 48
"""Bits at the end of the id of a journal entry that say on which computer it was made, as many as a node has."""


def entry_id(moment: datetime, device: int) -> UUID:
    """Return a fresh id for a journal entry that is made on a computer; see `device_of`."""
    return UUID(int=uuid7(moment).int >> DEVICE_BITS << DEVICE_BITS | device % (1 << DEVICE_BITS))


def device_of(entry: UUID) -> int:
    """Return the computer on which a journal entry was made, by its id."""
    return entry.int % (1 << DEVICE_BITS)


def keyed_id(parent: UUID, table: str, *key: str | int) -> UUID:
    """Return the id of a row that is known by its key below its parent, such as a sector of a workshop."""
    return uuid5(parent, json.dumps([table, *key]))


def new_mark() -> str:
    """Return what makes the key of a new row one that another laptop does not give to another row."""
    return secrets.token_hex(MARK_DIGITS // 2)


def file_id(sha256: str) -> UUID:
    """Return the id of the file whose content has this SHA-256, in hexadecimal digits."""
    return uuid5(FILES, sha256)
