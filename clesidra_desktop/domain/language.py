"""The languages that the program speaks and prints."""

from enum import StrEnum


class Language(StrEnum):
    """The languages in which minutes are printed."""

    ENGLISH = "en"
    KHMER = "km"
