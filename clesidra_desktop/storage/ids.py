"""Ids of rows: made where the row is born, and the same on two laptops wherever that is possible."""

import json
import secrets
from datetime import datetime
from uuid import UUID, uuid5

FILES = UUID("0a4cf6f1-6ad2-5b0e-9f3c-3c1f5a1f7d21")
"""The name space of the ids of files. It must never change: it would give every file a second id."""


def uuid7(moment: datetime) -> UUID:
    """Return a fresh id that sorts by its time of birth: UUID version 7 of RFC 9562, section 5.7.

    `moment` carries its offset from UTC. Two ids of one millisecond are in no particular order.
    """
    milliseconds = int(moment.timestamp() * 1000)
    number = milliseconds << 80 | 7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    return UUID(int=number)


def keyed_id(parent: UUID, table: str, *key: str | int) -> UUID:
    """Return the id of a row that is known by its key below its parent, such as a sector of a workshop."""
    return uuid5(parent, json.dumps([table, *key]))


def file_id(sha256: str) -> UUID:
    """Return the id of the file whose content has this SHA-256, in hexadecimal digits."""
    return uuid5(FILES, sha256)
