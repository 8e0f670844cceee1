"""Golden files: what a document looked like when somebody last looked at it.

`REWRITE_GOLDEN=1 pytest …` takes what the code makes now. Look at every page before you commit that.
"""

import os
from pathlib import Path

GOLDEN = Path(__file__).parents[1] / "golden"


def golden_bytes(name: str, made: bytes) -> bytes:
    """Return the golden file of a name, after writing it anew if that was asked for."""
    path = GOLDEN / name
    if os.environ.get("REWRITE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made)
    return path.read_bytes()
