"""One row of a list, read as an attendant; what cannot be taken is named cell by cell."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final, TypeVar
from uuid import UUID

from clesidra_desktop.domain.attendance import age_class
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Attendant, Category, Flag, Sex, Stay
from clesidra_desktop.exchange.lists import cells
from clesidra_desktop.exchange.lists.ages import Age, age
from clesidra_desktop.exchange.lists.phones import phones
from clesidra_desktop.services.lists.columns import tick_or_age
from clesidra_desktop.services.lists.doubles import keys, name_key
from clesidra_desktop.services.lists.fields import Field

Value = TypeVar("Value")

_TICKED_FLAGS: Final = {
    Field.YOUTH: Flag.YOUTH,
    Field.INDIGENOUS: Flag.INDIGENOUS,
    Field.VULNERABLE: Flag.VULNERABLE,
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that cannot be taken: its row and title as in the file, what is there and what was expected.

    `column` is its index; the title of a column without one is its letter. `expected` can be translated by its
    template, as every UserError.
    """

    row: int
    column: int
    title: str
    found: str
    expected: UserError

    def sentence(self) -> UserError:
        """Return the fault in one sentence."""
        return UserError(
            "Row {row}, {column}: “{found}” cannot be taken. {expected}",
            row=self.row,
            column=self.title,
            found=self.found,
            expected=self.expected,
        )


@dataclass(frozen=True, slots=True)
class Settings:
    """What rows are read by: what the columns hold, their titles, and the workshop they are for.

    `year` is the one in which ages are counted; `day` is the first day of the workshop, where it is known.
    """

    columns: Mapping[int, Field]
    titles: Sequence[str]
    categories: Sequence[Category]
    year: int
    day: date | None = None


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row as read. `attendant` has an id of no meaning; `known_id` is one that stands in the list itself.

    `keys` are those by which the same person is found; see `doubles.keys`.
    """

    number: int
    texts: tuple[str, ...]
    attendant: Attendant
    faults: tuple[Fault, ...] = ()
    known_id: UUID | None = None
    keys: tuple[str, ...] = ()


def read_row(number: int, texts: tuple[str, ...], settings: Settings) -> ReadRow:
    """Return a row as an attendant, with the faults of its cells. `number` is that of the row in the file, from 1."""
    reader = _Reader(number, texts, settings)
    names = {one: reader.joined(one, cells.name) for one in (Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME)}
    khmer = {one: reader.joined(one, cells.name) for one in (Field.NAME_KM, Field.FAMILY_NAME_KM, Field.GIVEN_NAME_KM)}
    name_km = khmer[Field.NAME_KM] or f"{khmer[Field.FAMILY_NAME_KM]} {khmer[Field.GIVEN_NAME_KM]}".strip()
    given = names[Field.GIVEN_NAME] or names[Field.NAME]  # “Name” beside “Surname” is the given one
    name = names[Field.NAME]
    if not name or (names[Field.FAMILY_NAME] and Field.GIVEN_NAME not in settings.columns.values()):
        name = _whole_name(names[Field.FAMILY_NAME], given) or name_km
    if not any(sign.isalnum() for sign in name):
        reader.complain(_column_of_names(settings), name, UserError("Type the name, or leave the row out."))
    known_id = reader.first(Field.ID, _known_id)
    sex, tick_age = reader.sex()
    birth_year, age_group = reader.ages(tick_age)
    attendant = Attendant(
        id=UUID(int=number),
        name=name,
        name_km=name_km,
        sex=sex,
        birth_year=birth_year,
        age_group=age_group,
        category=reader.first(Field.CATEGORY, lambda text: cells.category(text, settings.categories)) or "",
        phone=reader.joined(Field.PHONE, phones, " / "),
        email=reader.joined(Field.EMAIL, cells.email),
        flags=reader.flags(),
        stays=reader.stays(),
        consent=reader.first(Field.CONSENT, cells.consent),
        organization=reader.joined(Field.ORGANIZATION, cells.detail),
        position=reader.joined(Field.POSITION, cells.detail),
        province=reader.joined(Field.PROVINCE, cells.detail),
    )
    faults = tuple(sorted(reader.faults, key=lambda one: one.column))
    return ReadRow(number, texts, attendant, faults, known_id, tuple(dict.fromkeys(keys(attendant))))


def _whole_name(family: str, given: str) -> str:
    """Return a name in Khmer order, the family's first; one that has it already as it is."""
    has_it = name_key(family) in name_key(given)
    return given if has_it else f"{family} {given}".strip()


def _column_of_names(settings: Settings) -> int:
    names = (Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NAME_KM, Field.GIVEN_NAME_KM)
    ranked = {one: column for column, one in reversed(list(settings.columns.items()))}
    return next((ranked[one] for one in names if one in ranked), 0)


def _known_id(text: str) -> UUID | None:
    """Return an id of ours; another program's number is none, and no fault."""
    try:
        return UUID(text.strip())
    except ValueError:
        return None


@dataclass(slots=True)
class _Reader:
    """Reads the cells of one row and keeps their faults."""

    number: int
    texts: tuple[str, ...]
    settings: Settings
    faults: list[Fault] = field(default_factory=list)

    def complain(self, column: int, found: str, expected: UserError) -> None:
        """Keep a fault."""
        titles = self.settings.titles
        title = (cells.line(titles[column]) if column < len(titles) else "") or column_letters(column)
        self.faults.append(Fault(self.number, column, title, found, expected))

    def cells(self, wanted: Field) -> Iterator[tuple[int, str]]:
        """Yield the column and the text of each cell of a field."""
        for column, held in self.settings.columns.items():
            if held is wanted and column < len(self.texts):
                yield column, self.texts[column]

    def values(self, wanted: Field, read: Callable[[str], Value]) -> Iterator[tuple[int, Value]]:
        """Yield the column and the value of each cell of a field that can be read."""
        for column, text in self.cells(wanted):
            try:
                yield column, read(text)
            except UserError as error:
                self.complain(column, cells.line(text), error)

    def first(self, wanted: Field, read: Callable[[str], Value | None]) -> Value | None:
        """Return the first value of a field that says something."""
        return next((value for _, value in self.values(wanted, read) if value is not None), None)

    def joined(self, wanted: Field, read: Callable[[str], str], between: str = " ") -> str:
        """Return the texts of a field, one after the other."""
        return between.join(dict.fromkeys(value for _, value in self.values(wanted, read) if value))

    def sex(self) -> tuple[Sex | None, str]:
        """Return the sex, and an age that stands in a column for women or men."""
        told = self.first(Field.SEX, cells.sex)
        ticked = [
            (sex, column, found)
            for held, sex in ((Field.FEMALE, Sex.FEMALE), (Field.MALE, Sex.MALE))
            for column, found in self.values(held, tick_or_age)
            if found[0]
        ]
        if len({sex for sex, _, _ in ticked}) > 1:
            column = ticked[-1][1]
            self.complain(column, cells.line(self.texts[column]), UserError("Tick one of the two columns."))
        return told or next((sex for sex, _, _ in ticked), None), next((found[1] for _, _, found in ticked), "")

    def ages(self, tick_age: str) -> tuple[int | None, str]:
        """Return the year of birth and the age group."""
        year = self.settings.year
        found = [value for _, value in self.values(Field.BIRTH_YEAR, lambda text: age(text, year, years_of_birth=True))]
        found += [value for _, value in self.values(Field.AGE, lambda text: age(text, year))]
        found += [age(tick_age, year)] if tick_age else []
        found += [_group(text, year) for _, text in self.cells(Field.AGE_GROUP)]
        birth_year = next((one.birth_year for one in found if one.birth_year is not None), None)
        group = next((one.group for one in found if one.group), "")
        computed = age_class(Attendant(id=UUID(int=0), name="", birth_year=birth_year), year)
        return birth_year, "" if birth_year is not None and group == computed else group

    def flags(self) -> tuple[Flag, ...]:
        """Return the flags of all columns."""
        told = {flag for _, flags in self.values(Field.FLAGS, cells.flags) for flag in flags}
        told |= {flag for held, flag in _TICKED_FLAGS.items() for _, ticked in self.values(held, cells.tick) if ticked}
        return tuple(flag for flag in Flag if flag in told)

    def stays(self) -> tuple[Stay, ...]:
        """Return the stays: each arrival with the departure of the same place among its columns."""
        arrivals = [value for _, value in self.values(Field.ARRIVED, self._arrival)]
        departures = list(self.values(Field.LEFT, lambda text: cells.moment(text, self.settings.day)))
        stays = []
        for place in range(max(len(arrivals), len(departures))):
            came, arrived = arrivals[place] if place < len(arrivals) else (False, None)
            column, left = departures[place] if place < len(departures) else (0, None)
            if arrived and left and left < arrived:
                self.complain(column, cells.line(self.texts[column]), UserError("Type a time after the arrival."))
            if came or left:
                stays.append(Stay(arrived=arrived, left=left))
        return tuple(stays)

    def _arrival(self, text: str) -> tuple[bool, datetime | None]:
        """Return whether somebody came, and when; a tick says that, and no time."""
        try:
            ticked = cells.tick(text)
        except UserError:
            return True, cells.moment(text, self.settings.day)
        return ticked, None


def _group(text: str, year: int) -> Age:
    """Return what a cell of age groups says: any text is a group."""
    try:
        return age(text, year)
    except UserError:
        return Age(group=cells.detail(text))


def column_letters(column: int) -> str:
    """Return how spreadsheets call a column, by its index."""
    letters = ""
    while column >= 0:
        column, place = divmod(column, 26)
        letters, column = chr(ord("A") + place) + letters, column - 1
    return letters


def is_blank(texts: Sequence[str], columns: Mapping[int, Any]) -> bool:
    """Whether a row has nothing in the columns that are taken."""
    return not any(texts[column].strip() for column in columns if column < len(texts))
