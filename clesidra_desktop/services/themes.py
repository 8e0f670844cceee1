"""The theme of the program as a beginning for the theme of an office."""

from pathlib import Path

from clesidra_desktop.documents.theme import THEME_FILE, default_folder
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.files import make_folder_of, write_file


def copy_theme(folder: Path) -> Path:
    """Write the theme of the program into a folder and return the path of its file.

    Raises UserError where there is a theme already or the folder cannot be written.
    """
    target = folder / THEME_FILE
    if target.exists():
        raise UserError(
            "There is a theme in {folder} already. Name another folder, or change {file}.", folder=folder, file=target
        )
    make_folder_of(target)
    write_file(target, (default_folder() / THEME_FILE).read_bytes())
    return target
