"""How files are called that are written for people."""

import re

LONGEST_STEM = 60
"""Characters of a title in the name of a file; with the rest of the name it fits every file system."""

NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\s-]+')
"""What some file system does not take in a name."""


def file_stem(title: str) -> str:
    """Return how the names of a workshop's files begin: its title, as every file system takes it."""
    return NOT_IN_NAMES.sub("-", title)[:LONGEST_STEM].strip("-. ") or "workshop"


def narrowed_stem(begin: str, *narrowed_to: str) -> str:
    """Return how the name of a file begins that is about a part of the archive, such as a programme.

    Files of other parts are called otherwise, so that none takes the place of another.
    """
    return file_stem(" ".join(filter(None, (begin, *narrowed_to))))
