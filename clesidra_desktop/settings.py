"""The choices of the person at this computer: every option with its type and default, kept in one JSON file."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from clesidra_desktop.files import write_file
from clesidra_desktop.paths import settings_file, user_name

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Option(Generic[T]):
    """One choice. Its type is that of the default."""

    key: str
    default: T


LANGUAGE = Option("language", "")
"""Of the screens: `en`, `km`, or empty for the language of the system."""

THEME = Option("theme", "")
"""`light`, `dark`, or empty for what the system prefers."""

FONT_SIZE = Option("font_size", 15)
"""Of the screens, in pixels at a scale of 100 %."""

FONT_SIZES = range(11, 25)
"""Font sizes, in pixels, from which everything can still be read and reached."""

WHO = Option("who", "")
"""The name that the journal gets; empty for the name of the account."""

DEVICE = Option("device", 0)
"""The number of this computer, made when it is needed first: what was done at another one is not undone here."""

LARGEST_DEVICE = 2**48 - 1
"""The ids of journal entries have room for so much, see `storage.ids`."""

DATABASE = Option("database", "")
"""The address of the database; empty for the file in the user's data folder."""

GEOMETRY = Option("geometry", "")
"""Where the window was and how large, as Qt writes it, in base 64."""

DIALOGS: Option[dict[str, str]] = Option("dialogs", {})
"""The size of each dialog, as GEOMETRY, by its name."""

TABLES: Option[dict[str, str]] = Option("tables", {})
"""The columns of each table as Qt writes them, in base 64, by the table's name."""

LAST_WORKSHOP = Option("last_workshop", "")
"""The id of the workshop that was open last."""

LAST_FOLDER = Option("last_folder", str(Path.home()))
"""The folder in which a file was chosen last, at first that of the person."""

WORD_TEMPLATE = Option("word_template", "")
"""The path of the Word document into which minutes are written; empty for none."""

PDF_THEME = Option("pdf_theme", "")
"""The folder with the look of the PDF; empty for that of the program."""

EMBED_FONTS = Option("embed_fonts", default=False)
"""Whether the Khmer font is put into Word documents."""

LISTS: Option[dict[str, Any]] = Option("lists", {})
"""What the office chose for the columns and words of attendant lists, as `services.lists.remembered` keeps it."""

AUDIENCE_BOTH = Option("audience_both", False)
"""Whether the screen for the audience speaks both languages, side by side."""

AUDIENCE_SIGNAL = Option("audience_signal", "pulse")
"""What tells the audience that the time is over: `pulse`, `sound` (with the pulse), or empty for nothing."""

ARCHIVE_PEOPLE = Option("archive_people", default=True)
"""Whether the archive finds attendants by their names, too."""

OPTIONS: tuple[Option[Any], ...] = (
    LANGUAGE,
    THEME,
    FONT_SIZE,
    WHO,
    DEVICE,
    DATABASE,
    GEOMETRY,
    DIALOGS,
    TABLES,
    LAST_WORKSHOP,
    LAST_FOLDER,
    LISTS,
    WORD_TEMPLATE,
    PDF_THEME,
    EMBED_FONTS,
    AUDIENCE_BOTH,
    AUDIENCE_SIGNAL,
    ARCHIVE_PEOPLE,
)

BROKEN = ".broken"
"""What the name of a settings file gets that cannot be read: it is kept, and the defaults hold."""


class Settings:
    """The options as they stand in a file; each change is written at once.

    Keys of the file that this program does not know are kept: they belong to a newer one.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values = self._read()

    def get(self, option: Option[T]) -> T:
        """Return the value of an option; the default where the file has none, or one of another type."""
        value = self._values.get(option.key, option.default)
        return value if type(value) is type(option.default) else option.default

    def set(self, option: Option[T], value: T) -> None:
        """Change an option. Raises KeyError for one that is not declared, UserError where it cannot be written."""
        if option not in OPTIONS:
            raise KeyError(option.key)
        if self.get(option) == value:
            return
        self._values[option.key] = value
        text = json.dumps(self._values, ensure_ascii=False, indent=2, sort_keys=True)
        write_file(self._path, f"{text}\n".encode())

    @property
    def who(self) -> str:
        """Who is at work: the name that was typed, or that of the account."""
        return self.get(WHO) or user_name()

    def _read(self) -> dict[str, Any]:
        try:
            values = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError):
            values = None
        if isinstance(values, dict):
            return values
        if self._path.is_file():
            self._path.replace(self._path.with_name(self._path.name + BROKEN))
        return {}


def device_number(settings: Settings) -> int:
    """Return the number of this computer; it is made once and never told to anybody but the journal."""
    if not settings.get(DEVICE):
        settings.set(DEVICE, int.from_bytes(os.urandom(8), "big") % LARGEST_DEVICE + 1)
    return settings.get(DEVICE)


def person_at_work() -> str:
    """Return who is at work at this computer, as the window says it, too."""
    return Settings(settings_file()).who
