"""The language of the screens, switched while the program runs.

The catalogue is JSON by English sentence, not Qt's own format: many sentences (those of errors and findings) come from
below the window, where Qt's extractor cannot find them. A test holds the catalogue against the source.
"""

import json
from datetime import date, datetime
from string import Formatter

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject, QTranslator

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.names import Names
from clesidra_desktop.paths import resource

LANGUAGE_NAMES = {Language.ENGLISH: "English", Language.KHMER: "ខ្មែរ"}
"""The languages of the screens, each in its own words."""

OTHER_LANGUAGE_NAMES = {Language.ENGLISH: "អង់គ្លេស", Language.KHMER: "Khmer"}
"""The same for those who cannot type these."""

LOCALES = {
    Language.ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
    Language.KHMER: QLocale(QLocale.Language.Khmer, QLocale.Country.Cambodia),
}

CONTEXT = "clesidra"


class Catalogue(QTranslator):
    """Sentences by their English; what is not in it stays English."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.speaks = language
        self._sentences: dict[str, str] = {}
        if language is not Language.ENGLISH:
            for path in sorted(resource(f"translations/{language}").glob("*.json")):
                self._sentences |= json.loads(path.read_text(encoding="utf-8"))

    def isEmpty(self) -> bool:
        """Whether there is nothing in it; Qt asks before it takes a translator."""
        return not self._sentences

    def translate(self, _context: str, source: str, *_: object) -> str:
        """Return a sentence in this language; Qt shows the source where this is None."""
        return self._sentences.get(source)  # type: ignore[return-value]


class Translation(QObject):
    """The language that is installed in the application; all widgets are told when it changes."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._catalogue = Catalogue(Language.ENGLISH, self)

    @property
    def language(self) -> Language:
        """The language of the screens."""
        return self._catalogue.speaks

    def install(self, language: Language) -> None:
        """Let the screens speak a language from now on."""
        self.remove()
        self._catalogue = Catalogue(language, self)
        QLocale.setDefault(LOCALES[language])
        self._application.installTranslator(self._catalogue)

    def remove(self) -> None:
        """Let the screens speak English."""
        self._application.removeTranslator(self._catalogue)


def system_language() -> Language:
    """Return the language of the screens that the system would like."""
    return Language.KHMER if QLocale.system().language() is QLocale.Language.Khmer else Language.ENGLISH


def mark(text: str) -> str:
    """Mark a sentence that is translated later, where it is shown."""
    return text


class _WithMoments(Formatter):
    """Fills in values; a moment without a format of its own is written as people write it."""

    def format_field(self, value: object, format_spec: str) -> str:
        """Return a value as it is written."""
        if isinstance(value, datetime) and not format_spec:
            return moment_text(value)
        return str(super().format_field(value, format_spec))


_WITH_MOMENTS = _WithMoments()


def tr(text: str, /, **values: object) -> str:
    """Return a sentence in the language of the screens, with values filled in; moments as people write them."""
    translated = QCoreApplication.translate(CONTEXT, text)
    values = {name: own_letters(one) if isinstance(one, Names) else one for name, one in values.items()}
    if any(isinstance(one, datetime) for one in values.values()):
        return _WITH_MOMENTS.vformat(translated, (), values)
    return translated.format(**values) if values else translated


def own_letters(names: str) -> str:
    """Return names in the letters of the screens, where they are known in them."""
    is_khmer = QLocale().language() is QLocale.Language.Khmer
    return names.khmer if is_khmer and isinstance(names, Names) else str(names)


def tr_count(one: str, many: str, count: int, /, **values: object) -> str:
    """Return a sentence about a number of things, as `tr`; `{count}` stands for the number."""
    return tr(one if count == 1 else many, count=count, **values)


def tr_error(error: UserError) -> str:
    """Return the sentence of an error in the language of the screens."""
    return tr(error.template, **error.values)


def date_text(day: date) -> str:
    """Return a day as people write it in the language of the screens, such as 1 November 2017."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def moment_text(moment: datetime) -> str:
    """Return a day and a time as people write them, such as 1 November 2017, 08:30."""
    return f"{date_text(moment.date())}, {time_text(moment)}"


def time_text(moment: datetime) -> str:
    """Return hours and minutes."""
    return f"{moment:%H:%M}"


def clock_text(moment: datetime) -> str:
    """Return hours, minutes and seconds."""
    return f"{moment:%H:%M:%S}"
