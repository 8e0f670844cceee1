"""The program's entrance: the window at once where nothing else is asked for, the command line for all else.

What the window needs besides Qt is imported here, before it: Qt's binding makes every import after it slower. The
command line is imported only when it is wanted, because it takes half as long as the window itself.
"""

import concurrent.futures
import gc
import os
import string
import sys
import uuid
import zlib
from pathlib import Path

from clesidra_desktop import paths, settings
from clesidra_desktop.domain import errors, language, names

BEFORE_QT = (concurrent.futures, string, uuid, zlib, paths, settings, errors, language, names)
"""What was imported for that reason alone."""

WORKSHOP_FILES = (".json", ".clesidra")


SELDOM = (100_000, 20, 100)
"""After so many new objects a command looks for rings of objects that nobody needs: with the usual 700 that takes a
fifteenth of a short command, nearly all of it while modules are imported, which leave no such rings."""


def wanted_file(arguments: list[str]) -> tuple[bool, Path | None]:
    """Return whether the window is wanted and nothing else, and the workshop file to open in it."""
    match arguments:
        case []:
            return True, None
        case [name] if name.lower().endswith(WORKSHOP_FILES) and Path(name).is_file():
            return True, Path(name)
    return False, None


def main() -> None:
    """Run the program."""
    is_wanted, file = wanted_file(sys.argv[1:])
    if is_wanted and paths.has_screen():
        try:
            from clesidra_desktop.app import run  # noqa: PLC0415
        except ImportError:
            pass  # the command line says what the system lacks
        else:
            sys.exit(run(os.environ.get("CLESIDRA_DATABASE"), file))
    gc.set_threshold(*SELDOM)
    from clesidra_desktop.cli import main as command  # noqa: PLC0415

    command(prog_name=paths.APP_NAME)


if __name__ == "__main__":
    main()
