"""Phone numbers as people write them and as spreadsheets spoil them."""

import re
from typing import Final

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.exchange.lists.cells import latin_digits, line, says_nothing

COUNTRY: Final = "855"
"""The country code of Cambodia (ITU E.164)."""

NATIONAL: Final = range(9, 11)
"""Digits of a Cambodian number with its zero (National Numbering Plan: 0, two for the operator or province, 6 or 7)."""

FOREIGN: Final = range(7, 16)
"""Digits of any other number with its country code (ITU E.164)."""

_BETWEEN: Final = re.compile(r"\s*(?:[/,;|\n&]|\bor\b|\band\b|\bnិង\b|ឬ|និង)\s*", re.IGNORECASE)
_LABEL: Final = re.compile(r"^(?:tel|phone|mobile|hp|h/p|cell|mob|ទូរស័ព្ទ|ទូរសព្ទ|លេខ)\s*[.:៖]*\s*", re.IGNORECASE)
_SHORTENED: Final = re.compile(r"\d(?:[.,]\d+)?e\+?\d+", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\+?[\d\s.()\-–—]+")


def phones(text: str) -> str:
    """Return phone numbers: Cambodian ones with their zero as 012 345 678, several with a slash between them.

    A zero that a spreadsheet has dropped is put back. Raises UserError for what is no phone number.
    """
    plain = latin_digits(text).strip().strip("'‘’`")
    if says_nothing(plain):
        return ""
    if _SHORTENED.fullmatch(plain):
        raise UserError("Type the whole number: the spreadsheet has kept only its first digits.")
    parts = [_phone(_LABEL.sub("", line(part))) for part in _BETWEEN.split(plain) if part.strip()]
    return " / ".join(dict.fromkeys(parts))


def _phone(text: str) -> str:
    digits = "".join(filter(str.isdecimal, text))
    if not _NUMBER.fullmatch(text) or not digits:
        raise UserError("Type a number such as 012 345 678; several with a slash between them.")
    national = _national(text, digits)
    if national is None:
        if len(digits) not in FOREIGN:
            raise _wrong_length(len(digits))
        return "+" + " ".join(re.findall(r"\d+", text)).removeprefix("00")
    if len(national) not in NATIONAL:
        raise _wrong_length(len(digits))
    return f"{national[:3]} {national[3:6]} {national[6:]}"


def _national(text: str, digits: str) -> str | None:
    """Return the digits of a Cambodian number with its zero, None for one of another country."""
    international = text.lstrip(" (").startswith(("+", "00"))
    bare = digits.removeprefix("00") if international else digits
    if bare.startswith(COUNTRY) and (international or len(bare) > 10):
        return "0" + bare.removeprefix(COUNTRY).lstrip("0")
    if international:
        return None
    return digits if digits.startswith("0") else "0" + digits


def _wrong_length(count: int) -> UserError:
    return UserError(
        "Type 9 or 10 digits with the zero, such as 012 345 678; there are {count}. Numbers of other countries begin "
        "with a plus sign.",
        count=count,
    )
