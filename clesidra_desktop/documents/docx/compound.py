"""Any file as an object that Word can open: an OLE package in a compound file ([MS-CFB], [MS-OLEDS] 2.3.6).

No library that is kept writes compound files. Ours hold one stream, which is all that a package needs.
"""

import struct
from typing import Final

SECTOR: Final = 512
SMALL: Final = 64
CUTOFF: Final = 4096
"""Streams below this size stand in small sectors of the root's own stream."""

FREE, END, FAT, DIFAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFC
IN_HEADER: Final = 109
"""So many sectors of the table of sectors are named in the header; further ones in sectors of their own."""

A_SECTOR: Final = SECTOR // 4
ENTRY: Final = struct.Struct("<64sHBBIII16sIQQIQ")
STREAM, ROOT, BLACK = 2, 5, 1
PACKAGE_CLASS: Final = bytes.fromhex("0c00030000000000c000000000000046")
"""The class of packages, {0003000C-0000-0000-C000-000000000046}, as it is stored."""

NATIVE: Final = "\x01Ole10Native"


def package(name: str, content: bytes) -> bytes:
    """Return a file of a name as an OLE package."""
    return compound(NATIVE, _native(name, content), PACKAGE_CLASS)


def _native(name: str, content: bytes) -> bytes:
    """Return the stream of a package: its name, the file, and the name again in Unicode."""
    plain = name.encode("ascii", "replace").replace(b"?", b"_") + b"\0"
    wide = struct.pack("<I", len(name.encode("utf-16-le")) // 2) + name.encode("utf-16-le")
    body = b"".join(
        (
            struct.pack("<H", 2), plain, plain, struct.pack("<HHI", 0, 3, len(plain)), plain,
            struct.pack("<I", len(content)), content, wide * 3,
        )
    )  # fmt: skip
    return struct.pack("<I", len(body)) + body


def compound(name: str, content: bytes, kind: bytes) -> bytes:
    """Return a compound file with one stream; `kind` is the class of its root, of 16 bytes."""
    small = len(content) < CUTOFF
    data = _padded(content, SMALL if small else SECTOR)
    smalls = len(data) // SMALL if small else 0
    first_small = 0 if small and smalls else END
    data = _padded(data, SECTOR)
    chains = [1, -(-smalls // A_SECTOR), len(data) // SECTOR]  # the directory, the table of small sectors, the content
    fats, difats = _table_sizes(sum(chains))
    table = [*[FAT] * fats, *[DIFAT] * difats]
    starts = []
    for length in chains:
        starts.append(len(table) if length else END)
        table += [*range(len(table) + 1, len(table) + length), END] if length else []
    directory, small_table, data_start = starts
    root_start, root_size = (data_start, smalls * SMALL) if small else (END, 0)
    stream_start = first_small if small else data_start
    entries = (
        _entry("Root Entry", ROOT, 1, kind, root_start, root_size),
        _entry(name, STREAM, FREE, bytes(16), stream_start, len(content)),
        *(_entry("", 0, FREE, bytes(16), 0, 0) for _ in range(2)),
    )
    small_chain = [*range(1, smalls), END] if smalls else []
    return b"".join(
        (
            _header(fats, difats, directory, small_table, chains[1]),
            _numbers(table),
            _difat(fats, difats),
            *entries,
            _numbers(small_chain),
            data,
        )
    )


def _table_sizes(sectors: int) -> tuple[int, int]:
    """Return how many sectors the table of sectors takes, and how many name those that the header has no room for."""
    fats = difats = 0
    while fats * A_SECTOR < sectors + fats + difats:
        fats += 1
        difats = -(-max(fats - IN_HEADER, 0) // (A_SECTOR - 1))
    return fats, difats


def _header(fats: int, difats: int, directory: int, small_table: int, small_tables: int) -> bytes:
    named = [*range(min(fats, IN_HEADER)), *[FREE] * max(IN_HEADER - fats, 0)]
    return struct.pack(
        "<8s16sHHHHH6sIIIIIIIII109I",
        bytes.fromhex("d0cf11e0a1b11ae1"), bytes(16), 0x3E, 3, 0xFFFE, 9, 6, bytes(6), 0, fats, directory, 0, CUTOFF,
        small_table, small_tables, fats if difats else END, difats, *named,
    )  # fmt: skip


def _difat(fats: int, difats: int) -> bytes:
    """Return the sectors that name those sectors of the table which the header has no room for."""
    rest = list(range(IN_HEADER, fats))
    sectors = []
    for index in range(difats):
        named = rest[index * (A_SECTOR - 1) : (index + 1) * (A_SECTOR - 1)]
        following = fats + index + 1 if index + 1 < difats else END
        sectors.append(struct.pack(f"<{A_SECTOR}I", *named, *[FREE] * (A_SECTOR - 1 - len(named)), following))
    return b"".join(sectors)


def _entry(name: str, kind: int, child: int, class_id: bytes, start: int, size: int) -> bytes:
    encoded = name.encode("utf-16-le")
    length = len(encoded) + 2 if name else 0
    return ENTRY.pack(encoded, length, kind, BLACK, FREE, FREE, child, class_id, 0, 0, 0, start, size)


def _numbers(table: list[int]) -> bytes:
    padding = -len(table) % A_SECTOR
    return struct.pack(f"<{len(table) + padding}I", *table, *[FREE] * padding)


def _padded(content: bytes, size: int) -> bytes:
    return content + bytes(-len(content) % size)
