"""Khmer spelled in one order: what looks the same is typed in several ways, and compared as one.

The order within a syllable is that of the Unicode Standard, chapter 16.4: the consonant, those below it, shifters,
vowels, other signs. Below it TA and DA have one shape.
"""

import re
from functools import lru_cache

_SYLLABLE = re.compile("[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b6-\u17d1\u17d3\u17dd])+")
_PART = re.compile("\u17d2.|.", re.DOTALL)
_COENG = "\u17d2"
_RO_BELOW = "\u17d2\u179a"
_DA_BELOW, _TA_BELOW = "\u17d2\u178a", "\u17d2\u178f"
_SHIFTERS = "\u17c9\u17ca\u17cc"
_VOWELS = range(0x17B6, 0x17C6)
_SPLIT = (("\u17c1\u17b6", "\u17c4"), ("\u17c1\u17b8", "\u17be"))
"""Vowels typed as the two parts that are seen."""


def in_one_order(text: str) -> str:
    """Return text with the signs of each Khmer syllable in the order of the standard, and DA below written as TA."""
    return _SYLLABLE.sub(lambda found: _ordered(found[0]), text)


@lru_cache(maxsize=10_000)  # long texts have few syllables, again and again
def _ordered(syllable: str) -> str:
    base, signs = syllable[0], _PART.findall(syllable[1:])
    ordered = base + "".join(sorted(signs, key=_place))
    ordered = ordered.replace(_DA_BELOW, _TA_BELOW)
    for parts, whole in _SPLIT:
        ordered = ordered.replace(parts, whole)
    return ordered


def _place(sign: str) -> int:
    if sign.startswith(_COENG):
        return 1 if sign == _RO_BELOW else 0
    if sign in _SHIFTERS:
        return 2
    return 3 if ord(sign) in _VOWELS else 4
