"""Files of word processors, slides and spreadsheets as PDF, by LibreOffice where it is installed."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from clesidra_desktop.domain.progress import Progress, no_progress

USUAL_PLACES = (
    Path("C:/Program Files/LibreOffice/program/soffice.com"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.com"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)
LIMIT = 180.0
"""Seconds for all files together: thirty slides take about four."""

PATIENCE = 0.2
"""Seconds between two looks at whether it is done."""


def find_office() -> Path | None:
    """Return the program, or nothing where it is not installed."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return Path(found)
    return next((place for place in USUAL_PLACES if place.exists()), None)


def convert(
    office: Path, files: Sequence[Path], folder: Path, *, limit: float = LIMIT, progress: Progress = no_progress
) -> tuple[Mapping[Path, Path], bool]:
    """Convert files to PDF in one go; return the PDFs that came out, by their files, and whether the time ran out.

    Works in `folder` with a profile of its own, so that a LibreOffice that is open is left alone. The program is
    stopped when the limit of seconds is reached, and when `progress`, which is told the seconds, raises.
    """
    copies = {}
    for number, file in enumerate(files):  # other names: two files may make the same PDF, and a name may be an option
        copies[file] = folder / f"{number}{file.suffix.lower()}"
        shutil.copyfile(file, copies[file])
    made = folder / "made"
    command = [
        str(office),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf",
        "--outdir",
        str(made),
        *map(str, copies.values()),
    ]
    late = _run(command, limit, progress)
    found = {file: made / f"{copy.stem}.pdf" for file, copy in copies.items()}
    return {file: path for file, path in found.items() if path.exists() and path.stat().st_size}, late


def _run(command: Sequence[str], limit: float, progress: Progress) -> bool:
    """Run a program to its end and return whether it had to be stopped because its time was over."""
    started = time.monotonic()
    with subprocess.Popen(  # noqa: S603 - the program that was found, with paths of our own
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            while (passed := time.monotonic() - started) < limit:
                try:
                    process.wait(PATIENCE)
                except subprocess.TimeoutExpired:
                    progress(int(passed), int(limit))
                else:
                    return False
            return True
        finally:
            _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Stop a program with all that it started, if it still runs."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
