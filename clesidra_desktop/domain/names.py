"""Names as people type them: made alike for searching, whatever the spelling.

Khmer names have no one spelling in Latin letters: Sophea and Sophia, Chhay and Chay are one name. What is compared
is therefore coarse; which of the names found is meant is for a person to say.
"""

import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_MARKS = re.compile("[\u0300-\u036f]")
_GAPS = re.compile(r"[\W_]+")
_DIGITS = str.maketrans("០១២៣៤៥៦៧៨៩", "0123456789")
_UNHEARD = re.compile("[aeiouywh]+")
"""What is spelled in many ways, or not at all: vowels, and the breath after a consonant."""

_TWICE = re.compile(r"(.)\1+")
_COUNTRY = "855"
"""The country code of Cambodia (ITU E.164)."""


def folded(text: str) -> str:
    """Return text for searching: small letters without accents, single spaces, Latin digits, nothing invisible."""
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).translate(_DIGITS)
    if not plain.isascii():
        plain = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", plain)))
    return " ".join(plain.casefold().split())


def sounds(name: str) -> str:
    """Return the consonants of a name in Latin letters, word by word; a name in other letters as it is."""
    plain = folded(name)
    words = _GAPS.sub(" ", plain).split() if plain.isascii() else plain.split()
    return " ".join(_heard(word) for word in words)


def _heard(word: str) -> str:
    one_k = word.replace("ck", "k").replace("q", "k")
    return _TWICE.sub(r"\1", one_k[:1] + _UNHEARD.sub("", one_k[1:]))


def phone_digits(phone: str) -> str:
    """Return a phone number by its digits, without the country code and without the zero before it."""
    digits = "".join(filter(str.isdigit, phone.translate(_DIGITS)))
    digits = digits.removeprefix("00")
    return digits.removeprefix(_COUNTRY).lstrip("0") if len(digits) > 8 else digits.lstrip("0")
