"""Where the program's own files and the user's data are."""

from pathlib import Path

import platformdirs

APP_NAME = "clesidra-desktop"


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


def default_database() -> Path:
    """Return where the database is when nobody says otherwise."""
    return user_data_folder() / "clesidra.db"
