"""What the screen for the audience says, in the language of the workshop or in both, whatever the window speaks."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain.forgetting import NOBODY
from clesidra_desktop.domain.language import Language
from clesidra_desktop.gui.i18n import Catalogue, mark

TOMORROW_AT = mark("tomorrow, {time}")


class Voices:
    """One or two languages; sentences are said in each of them, beside each other, with its own digits and dates."""

    def __init__(self, languages: Iterable[Language]) -> None:
        self.languages = tuple(languages)
        self._speakers = [(Catalogue(language), Labels(language)) for language in self.languages]

    def say(self, text: str, **values: object) -> str:
        """Return a sentence that is marked for translation, with values filled in; moments become their time."""
        return " · ".join(
            (catalogue.translate("", text) or text).format(
                **{name: _written(labels, one) for name, one in values.items()}
            )
            for catalogue, labels in self._speakers
        )

    def days(self, days: Sequence[date]) -> str:
        """Return the first and the last of some days in words; nothing where there are none."""
        ends = dict.fromkeys((*days[:1], *days[-1:]))
        return " · ".join(" – ".join(labels.date(day) for day in ends) for _, labels in self._speakers if ends)

    def date(self, day: date) -> str:
        """Return a day in words."""
        return " · ".join(labels.date(day) for _, labels in self._speakers)

    def figures(self, text: object) -> str:
        """Return figures that stand once for all: in Khmer digits only where nothing but Khmer is spoken."""
        labels = self._speakers[0][1]
        return labels.digits.translate(str(text)) if len(self._speakers) == 1 else str(text)

    def when(self, moment: datetime, now: datetime) -> str:
        """Return a time to come, with its day where that is not today."""
        time = self.figures(f"{moment:%H:%M}")
        if moment.date() == now.date():
            return time
        if moment.date() == now.date() + timedelta(days=1):
            return self.say(TOMORROW_AT, time=moment)
        return f"{self.date(moment.date())}, {time}"

    def name(self, latin: str, khmer: str) -> str:
        """Return a name in the script of the language, in both where there are two; what is unknown is left out."""
        in_order = (khmer, latin) if self.languages[0] is Language.KHMER else (latin, khmer)
        known = list(dict.fromkeys(filter(None, in_order)))
        if known == [NOBODY]:
            return self.say("(anonymized)")
        return " ".join(known if len(self.languages) > 1 else known[:1])


def _written(labels: Labels, value: object) -> object:
    """Return a value as a language writes it; texts are left as they were typed."""
    match value:
        case datetime():
            return labels.time(value)
        case date():
            return labels.date(value)
        case int():
            return labels.number(value)
    return value
