"""Long texts named in a sentence: shortened without cutting a word, or in Khmer a letter from its signs."""

import unicodedata

LONGEST = 36
"""Characters of a text that is named in a sentence."""

COENG = "\u17d2"
"""Puts the consonant that follows below the one before it."""


def short(text: str) -> str:
    """Return a text on one line of at most so many characters, whole words if possible."""
    line = " ".join(text.split())
    if len(line) <= LONGEST:
        return line
    end = line.rfind(" ", 1, LONGEST)
    if end < LONGEST // 2:
        end = LONGEST - 1
        while end > 1 and (unicodedata.category(line[end])[0] == "M" or line[end - 1] == COENG):
            end -= 1  # Khmer has no spaces, and a letter keeps its signs
    return f"{line[:end].rstrip(' ,:;/')}…"
