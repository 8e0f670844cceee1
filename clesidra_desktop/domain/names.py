"""Names as people type them: made alike for searching, whatever the spelling.

Khmer names have no one spelling in Latin letters: Sophea and Sophia, Chhay and Chay are one name. What is compared
is therefore coarse; which of the names found is meant is for a person to say.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Self

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_MARKS = re.compile("[\u0300-\u036f]")
_GAPS = re.compile(r"[\W_]+")
_DIGITS = str.maketrans("០១២៣៤៥៦៧៨៩", "0123456789")
_UNHEARD = re.compile("[aeiouywh]+")
"""What is spelled in many ways, or not at all: vowels, and the breath after a consonant."""

_VOWELS = frozenset("aeiou")
_KHMER_WORD = re.compile("[\u1780-\u17ff]")
_SILENT = re.compile("[\u1780-\u17a2]\u17cd")
"""A consonant under the sign that silences it."""

_HARD_B = re.compile("\u1794(?=[\u17d2\u17c9\u17cb]|$)")
_HEARD_AS = {
    "k": "កខគឃ",
    "ng": "ង",
    "ch": "ចឆជឈ",
    "n": "ញណន",
    "d": "ដឌ",
    "t": "ឋឍតថទធ",
    "b": "ប",
    "p": "ផពភ",
    "m": "ម\u17c6",
    "y": "យ",
    "r": "រឫឬ",
    "l": "លឡឭឮ",
    "v": "វ",
    "s": "ស",
    "h": "ហ",
    "a": "អឥឦឧឩឪឯឰឱឲឳ",
}
"""Letters of Khmer by what they are heard as; signs of vowels are not heard."""

_LETTERS = {letter: heard for heard, letters in _HEARD_AS.items() for letter in letters}

_TWICE = re.compile(r"(.)\1+")
_COUNTRY = "855"
"""The country code of Cambodia (ITU E.164)."""


class Names(str):
    """Names as they are written in Latin letters, which know how they are in Khmer ones: screens show their own.

    Whatever has only one of the two has that in both.
    """

    khmer: str

    def __new__(cls, latin: str, khmer: str = "") -> Self:
        """Join the two."""
        made = super().__new__(cls, latin or khmer)
        made.khmer = khmer or latin
        return made


def joined_names(names: Iterable[Names], between: str = ", ") -> Names:
    """Return several names as one text."""
    listed = list(names)
    return Names(between.join(listed), between.join(one.khmer for one in listed))


def folded(text: str) -> str:
    """Return text for searching: small letters without accents, single spaces, Latin digits, nothing invisible."""
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).translate(_DIGITS)
    if not plain.isascii():
        plain = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", plain)))
    return " ".join(plain.casefold().split())


def sounds(name: str) -> str:
    """Return the consonants of a name, word by word, in Latin letters also where it is written in Khmer ones."""
    plain = folded(name)
    if not plain.isascii():
        plain = " ".join(_in_latin(word) if _KHMER_WORD.search(word) else word for word in plain.split())
    words = _GAPS.sub(" ", plain).split() if plain.isascii() else plain.split()
    return " ".join(heard for word in words if (heard := _heard(word)))


def _heard(word: str) -> str:
    one_k = word.replace("ck", "k").replace("q", "k")
    first = "a" if one_k[:1] in _VOWELS else one_k[:1].replace("w", "v")
    heard = _TWICE.sub(r"\1", first + _UNHEARD.sub("", one_k[1:]).replace("dt", "t"))
    return heard[:1] + heard[1:].removesuffix("v")


def _in_latin(word: str) -> str:
    """Return the consonants of a Khmer word by the letters with which names are usually spelled.

    A silent letter goes; ប is b before a vowel and p elsewhere (Huffman, Cambodian System of Writing, 1970).
    """
    heard = _HARD_B.sub("p", _SILENT.sub("", word))
    return "".join(_LETTERS.get(letter, letter if letter.isascii() else "") for letter in heard)


def phone_digits(phone: str) -> str:
    """Return a phone number by its digits, without the country code and without the zero before it."""
    digits = "".join(filter(str.isdigit, phone.translate(_DIGITS)))
    digits = digits.removeprefix("00")
    return digits.removeprefix(_COUNTRY).lstrip("0") if len(digits) > 8 else digits.lstrip("0")
