"""Where the program's own files and the user's data are."""

import os
import sys
from getpass import getuser
from pathlib import Path

import platformdirs

APP_NAME = "clesidra-desktop"


SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""What says, on Linux, that there is a screen."""


def has_screen() -> bool:
    """Whether a window can be shown."""
    return sys.platform != "linux" or any(os.environ.get(name) for name in SCREENS)


def resource(relative: str) -> Path:
    """Return the path of a file under `resources/`, in a wheel, a frozen program, an editable install or a checkout.

    Raises FileNotFoundError where the file is in none of them: the program is not whole.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "_resources", package.parent / "resources"):
        if (path := folder / relative).exists():
            return path
    raise FileNotFoundError(f"resource {relative} is missing from the program")


def user_data_folder() -> Path:
    """Return the folder of the user's data; it may not exist yet."""
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))


def settings_file() -> Path:
    """Return where the choices of the person at this computer are kept."""
    return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False)) / "settings.json"


def cache_folder() -> Path:
    """Return the folder of what can be made again at any time; it may not exist yet."""
    return Path(platformdirs.user_cache_dir(APP_NAME, appauthor=False))


def user_name() -> str:
    """Return who is at work, for the journal. Some systems run programs for users that have no name."""
    try:
        return getuser()
    except (KeyError, OSError):
        return "unknown"


def default_database() -> Path:
    """Return where the database is when nobody says otherwise."""
    return user_data_folder() / "clesidra.db"
