"""Original files inside a PDF that is written already, as an update at its end (ISO 32000-1, 7.5.6).

A file of a hundred megabytes is copied into place piece by piece. The library would hold it in memory several times.
"""

import re
import shutil
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

CHUNK = 1024 * 1024
HEAD = 1024
"""So many bytes before a stream, and after the table of objects begins, hold their dictionaries."""

KEY_FILTER = "/ASCIIHexDecode"

PLACE = struct.Struct(">BIH")
IN_FILE = 1


def enclose(stream: BinaryIO, files: Mapping[bytes, Path]) -> None:
    """Put files in the place of streams of which each holds one of the keys of `files`, and nothing else.

    Streams may have the filter `KEY_FILTER`, which keeps keys readable; the files have none. The stream is one that can
    be read and written; the PDF in it has its objects in a cross-reference stream. Raises OSError where a file cannot
    be read.
    """
    if not files:
        return
    found = _find(stream, tuple(files))
    start = _table_start(stream)
    stream.seek(start)
    table = stream.read(HEAD)
    places: dict[int, int] = {}
    stream.seek(0, 2)
    for key, path in files.items():
        number, dictionary = _dictionary(stream, found[key], len(key))
        stream.seek(0, 2)
        places[number] = stream.tell()
        stream.write(b"%d 0 obj\n%b\nstream\n" % (number, dictionary % path.stat().st_size))
        with path.open("rb") as original:
            shutil.copyfileobj(original, stream, CHUNK)
        stream.write(b"\nendstream\nendobj\n")
    _write_table(stream, table, start, places)


def _find(stream: BinaryIO, keys: tuple[bytes, ...]) -> dict[bytes, int]:
    """Return where the keys stand in the file."""
    found: dict[bytes, int] = {}
    longest = max(map(len, keys))
    stream.seek(0)
    before, rest = 0, b""
    while len(found) < len(keys) and (chunk := stream.read(CHUNK)):
        window = rest + chunk
        for key in keys:
            if key not in found and (place := window.find(key)) >= 0:
                found[key] = before + place
        rest = window[-longest:]
        before += len(window) - len(rest)
    return found


def _table_start(stream: BinaryIO) -> int:
    stream.seek(0, 2)
    stream.seek(max(stream.tell() - HEAD, 0))
    (start,) = re.findall(rb"startxref\s+(\d+)\s+%%EOF", stream.read())[-1:]
    return int(start)


def _dictionary(stream: BinaryIO, place: int, length: int) -> tuple[int, bytes]:
    """Return the number and the dictionary of the object whose content stands at a place, its length left open."""
    first = max(place - HEAD, 0)
    stream.seek(first)
    head = stream.read(place - first)
    start = list(re.finditer(rb"(\d+) 0 obj\s", head))[-1]
    dictionary = head[start.end() : head.rindex(b"stream")].strip().replace(b"%", b"%%")
    dictionary = dictionary.replace(b"/Filter " + KEY_FILTER.encode(), b"")
    return int(start[1]), dictionary.replace(b"/Length %d" % length, b"/Length %d")


def _write_table(stream: BinaryIO, old: bytes, start: int, places: dict[int, int]) -> None:
    """Write the table of the objects that were replaced, and of itself, which goes before the `old` one."""

    def entry(pattern: bytes) -> bytes:
        match = re.search(pattern, old)
        if match is None:
            raise ValueError("the table of objects lacks an entry")
        return match[0]

    number = int(entry(rb"/Size \d+").split()[1])
    place = stream.tell()
    rows = sorted({**places, number: place}.items())
    index = b" ".join(b"%d 1" % one for one, _ in rows)
    content = b"".join(PLACE.pack(IN_FILE, offset, 0) for _, offset in rows)
    kept = b"".join(entry(pattern) for pattern in (rb"/Root \d+ 0 R", rb"/Info \d+ 0 R", rb"/ID \[.*?\]"))
    head = b"/Type/XRef/Size %d/W[1 4 2]/Index[%b]/Prev %d%b/Length %d" % (number + 1, index, start, kept, len(content))
    stream.write(b"%d 0 obj\n<<%b>>\nstream\n%b\nendstream\nendobj\n" % (number, head, content))
    stream.write(b"startxref\n%d\n%%%%EOF\n" % place)
