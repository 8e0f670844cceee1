"""Counting and parting words, also in Khmer, which is written without spaces between them."""

import re
from functools import lru_cache

from icu4py.breakers import WordBreaker

SPACED = re.compile("[\u0000-\u02af\u2000-\u200a\u2010-\u206f]*")
"""Text in which spaces stand between words: Latin letters, digits and punctuation."""

KHMER_RUN = re.compile("[\u1780-\u17ff\u200b]+")
ZERO_WIDTH_SPACE = "\u200b"

BEFORE_SIGN = re.compile("\u200b(?=[\u17d4-\u17db])")
"""Where a line may not end: in front of a full stop, a sign of repetition, or the riel."""


@lru_cache(maxsize=50_000)
def count_words(text: str) -> int:
    """Return how many words with a letter or digit in them a text has; in Khmer, what ICU's dictionary takes for words.

    Lines are counted again and again while one of them is typed in, so counts are kept.
    """
    if SPACED.fullmatch(text):
        return sum(any(map(str.isalnum, word)) for word in text.split())
    return sum(any(map(str.isalnum, word)) for word in WordBreaker(text, "km"))


def split_words(text: str) -> list[str]:
    """Part a text into its words and what stands between them; joined, they are the text."""
    return list(WordBreaker(text, "km")) if text else []


@lru_cache(maxsize=2_000)
def breakable(text: str) -> str:
    """Return a text for a screen, with a zero-width space wherever a line may end within Khmer."""
    return text if SPACED.fullmatch(text) else KHMER_RUN.sub(lambda run: _parted(run[0]), text)


def _parted(run: str) -> str:
    parted = ZERO_WIDTH_SPACE.join(WordBreaker(run.replace(ZERO_WIDTH_SPACE, ""), "km"))
    return BEFORE_SIGN.sub("", parted)
