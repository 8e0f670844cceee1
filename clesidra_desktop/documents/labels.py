"""The words that documents print besides what was typed, by language, and how numbers, dates and shares are written."""

from collections.abc import Iterable
from datetime import date, datetime

import msgspec

from clesidra_desktop.documents.numbering import Digits, roman
from clesidra_desktop.domain.language import Language
from clesidra_desktop.paths import resource


class Labels:
    """The labels of one language. A label that is missing is a KeyError: the resource is broken."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._texts = msgspec.json.decode(resource(f"labels/{language}.json").read_bytes(), type=dict[str, str])
        self.digits = Digits(self._texts["digits"])

    def __call__(self, key: str, **values: object) -> str:
        """Return a label with its placeholders filled in; whole numbers are written in the language's digits."""
        text = self._texts[key]
        if not values:
            return text
        return text.format(**{name: self.number(v) if isinstance(v, int) else v for name, v in values.items()})

    def raw(self, key: str) -> str:
        """Return a label with its placeholders left in."""
        return self._texts[key]

    def number(self, number: int) -> str:
        """Write a whole number."""
        return self.digits.write(number)

    def share(self, share: float) -> str:
        """Write a share between 0 and 1 as a whole percentage."""
        return self("percent", number=round(share * 100))

    def join(self, parts: Iterable[str]) -> str:
        """Join the parts of an enumeration, leaving out empty ones."""
        return self._texts["list_separator"].join(part for part in parts if part)

    def dotted(self, parts: Iterable[str]) -> str:
        """Join parts that stand beside each other without being an enumeration, leaving out empty ones."""
        return self._texts["parts_separator"].join(part for part in parts if part)

    def annex_number(self, number: int) -> str:
        """Write the number of an annex."""
        return roman(number) if self._texts["annex_numerals"] == "roman" else self.number(number)

    def short_date(self, day: date) -> str:
        """Write a date for a narrow column."""
        return self.digits.translate(f"{day:%Y-%m-%d}")

    def date(self, day: date) -> str:
        """Write a date in words."""
        return self("date", day=day.day, month=self(f"month_{day.month}"), year=day.year)

    def time(self, moment: datetime) -> str:
        """Write the time of the day, on a clock of 24 hours."""
        return self.digits.translate(f"{moment:%H:%M}")

    def moment(self, moment: datetime) -> str:
        """Write a date and time in words."""
        return self("datetime", date=self.date(moment.date()), time=self.time(moment))

    def short_moment(self, moment: datetime) -> str:
        """Write a date and time for a narrow column."""
        return self.digits.translate(f"{moment:%Y-%m-%d %H:%M}")

    def span(self, first: datetime | None, last: datetime | None) -> str:
        """Write from when to when; a day that both share is written once."""
        if first is None or last is None:
            known = first or last
            return self.moment(known) if known else self("not_recorded")
        if first.date() == last.date():
            times = self("time_range", first=self.time(first), last=self.time(last))
            return self("datetime", date=self.date(first.date()), time=times)
        return self("date_range", first=self.moment(first), last=self.moment(last))

    def hours(self, first: datetime | None, last: datetime | None) -> str:
        """Write from when to when on a clock, with a dash for what is unknown."""
        if first is None and last is None:
            return "—"
        return self("time_range", first=self.time(first) if first else "…", last=self.time(last) if last else "…")
