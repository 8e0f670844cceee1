"""Workshops in and out: many files at once, one as a file, all of them into a folder; and the doctor."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog, QWidget

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import tr, tr_count
from clesidra_desktop.gui.showing import show_path
from clesidra_desktop.gui.tasks import Job
from clesidra_desktop.settings import LAST_FOLDER

if TYPE_CHECKING:
    from clesidra_desktop.services.doctor import Diagnosis
    from clesidra_desktop.services.importing import Arrival
    from clesidra_desktop.storage.database import Database


def ask_for_files(context: Context, parent: QWidget) -> list[Path]:
    """Ask for workshop files and packs; none where nothing was chosen."""
    chosen, _ = QFileDialog.getOpenFileNames(
        parent,
        tr("Take in workshop files and packs"),
        context.settings.get(LAST_FOLDER),
        tr("Workshop files and packs (*.clesidra *.json *.zip)"),
    )
    return [Path(path) for path in chosen]


def ask_for_folder(context: Context, parent: QWidget, title: str) -> Path | None:
    """Ask for a folder; None where none was chosen."""
    chosen = QFileDialog.getExistingDirectory(parent, title, context.settings.get(LAST_FOLDER))
    return Path(chosen) if chosen else None


def take_in_files(context: Context, parent: QWidget, refresh: Callable[[], object]) -> None:
    """Let a person choose files, and take them in."""
    if paths := ask_for_files(context, parent):
        take_in(context, parent, paths, refresh)


def take_in_folder(context: Context, parent: QWidget, refresh: Callable[[], object]) -> None:
    """Let a person choose a folder of files and packs, or one pack, and take in what is in it."""
    if folder := ask_for_folder(context, parent, tr("Take in everything in a folder")):
        take_in(context, parent, [folder], refresh)


def take_in(context: Context, parent: QWidget, paths: Sequence[Path], refresh: Callable[[], object]) -> None:
    """Take in files, packs and folders, and show what became of each; `refresh` shows the list of workshops anew."""
    context.settings.set(LAST_FOLDER, str(paths[0].parent))

    def work(database: "Database", progress: Callable[[int, int], None]) -> "tuple[Arrival, ...]":
        from clesidra_desktop.services.importing import import_all  # noqa: PLC0415

        return import_all(database, paths, who=context.open.who, progress=progress)

    def done(arrivals: "tuple[Arrival, ...]") -> None:
        from clesidra_desktop.gui.dialogs.arrivals import ArrivalsDialog  # noqa: PLC0415

        refresh()
        ArrivalsDialog(context, arrivals, partial(_decide, context, parent, refresh), parent).open()

    _work(context, parent, tr("Taking in files and packs…"), work, done, refresh)


def _decide(
    context: Context, parent: QWidget, refresh: Callable[[], object], one: "Arrival", decided: Callable[[], object]
) -> None:
    from clesidra_desktop.gui.opening import show_merge  # noqa: PLC0415

    def done() -> None:
        decided()
        refresh()

    if one.file is not None:
        show_merge(context, one.file, parent, done)


def save_workshop_file(context: Context, parent: QWidget) -> None:
    """Write the open workshop as a file, to be taken to another computer."""
    workshop = context.open.workshop
    if workshop is None:
        return
    from clesidra_desktop.services.file_names import file_stem  # noqa: PLC0415

    proposed = Path(context.settings.get(LAST_FOLDER)) / f"{file_stem(workshop.title)}.clesidra"
    chosen, _ = QFileDialog.getSaveFileName(
        parent, tr("Save as a workshop file"), str(proposed), tr("Workshop files (*.clesidra)")
    )
    if not chosen:
        return
    path = Path(chosen)
    path = path if path.suffix.lower() in (".clesidra", ".json") else path.with_name(f"{path.name}.clesidra")
    context.settings.set(LAST_FOLDER, str(path.parent))

    def write(database: "Database") -> None:
        from clesidra_desktop.services.workshop_files import export_workshop_file  # noqa: PLC0415

        export_workshop_file(database, str(workshop.id), path, who=context.open.who)

    def done(_: None) -> None:
        said = tr("Written: {names}", names=path.name)
        context.messages.news(said, tr("Open the folder"), partial(show_path, context.messages, path.parent))

    context.open.ask(write, done=done)


def write_whole_archive(context: Context, parent: QWidget) -> None:
    """Let a person choose a folder, and write all workshops into a new one in it."""
    folder = ask_for_folder(context, parent, tr("Choose a folder for the archive"))
    if folder is None:
        return
    context.settings.set(LAST_FOLDER, str(folder))
    _write_archive(context, parent, folder / f"clesidra-archive-{context.clock():%Y-%m-%d}")


def _write_archive(context: Context, parent: QWidget, target: Path, *, replace: bool = False) -> None:
    def work(database: "Database", progress: Callable[[int, int], None]) -> int:
        from clesidra_desktop.services.whole_archive import write_archive  # noqa: PLC0415

        language = context.translation.language
        who = context.open.who
        return write_archive(database, target, who=who, language=language, replace=replace, progress=progress)

    def done(count: int) -> None:
        said = tr_count("{count} workshop written into {folder}", "{count} workshops written into {folder}", count,
                        folder=target.name)  # fmt: skip
        context.messages.news(said, tr("Open the folder"), partial(show_path, context.messages, target))

    again = partial(_write_archive, context, parent, target, replace=True)
    _work(context, parent, tr("Writing all workshops into a folder…"), work, done, replace=again)


def examine(context: Context, parent: QWidget) -> None:
    """Look at the database and all that is in it, and say what is wrong."""

    def work(database: "Database", progress: Callable[[int, int], None]) -> "Diagnosis":
        from clesidra_desktop.services.doctor import examine_database  # noqa: PLC0415

        return examine_database(database, progress)

    _work(context, parent, tr("Looking at the database…"), work, partial(_show_diagnosis, parent))


def examine_folder(context: Context, parent: QWidget) -> None:
    """Let a person choose a folder of packs, and look at every byte of them."""
    folder = ask_for_folder(context, parent, tr("Choose a pack, or a folder of packs"))
    if folder is None:
        return
    job = Job(parent)
    context.messages.work(job, tr("Looking at the packs…"))

    def work() -> "Diagnosis":
        from clesidra_desktop.services.doctor import examine_packs  # noqa: PLC0415

        return examine_packs(folder, job.progress)

    def done(found: "Diagnosis") -> None:
        job.finished.emit()
        _show_diagnosis(parent, found)

    def failed(error: UserError) -> None:
        job.finished.emit()
        context.messages.error(error)

    context.tasks.aside(work, done, failed, job.finished.emit)


def _work(
    context: Context,
    parent: QWidget,
    text: str,
    work: Callable[["Database", Callable[[int, int], None]], Any],
    done: Callable[[Any], object],
    ended: Callable[[], object] = lambda: None,
    replace: Callable[[], object] = lambda: None,
) -> None:
    """Do long work on the database that tells how far it is and can be stopped; `ended` is called where it was.

    `replace` does it again where a pack stands in the way that may be replaced.
    """
    job = Job(parent)
    context.messages.work(job, text)

    def finished(result: Any) -> None:
        job.finished.emit()
        done(result)

    def failed(error: UserError) -> None:
        job.finished.emit()
        context.messages.refuse_pack(error, replace)
        ended()

    def stopped() -> None:
        job.finished.emit()
        ended()

    context.open.ask(lambda database: work(database, job.progress), done=finished, failed=failed, stopped=stopped)


def _show_diagnosis(parent: QWidget, found: "Diagnosis") -> None:
    from clesidra_desktop.gui.dialogs.diagnosis import DiagnosisDialog  # noqa: PLC0415

    DiagnosisDialog(found, parent).open()
