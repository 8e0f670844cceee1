"""The commands by which workshops come into the database and leave it, and the one that looks after its health."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clesidra_desktop.cli.options import (
    EXISTING_FILE,
    FINDINGS,
    Teller,
    address_of,
    database_option,
    example,
    on_one_line,
    patience,
)
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.files import make_folder_of
from clesidra_desktop.settings import person_at_work

if TYPE_CHECKING:
    from clesidra_desktop.domain.merge import Conflict, Difference, Report
    from clesidra_desktop.exchange.arrivals import Arrived
    from clesidra_desktop.services.doctor import Diagnosis
    from clesidra_desktop.storage.database import Database

TRUSTED = click.Choice(["ours", "theirs"])
"""Choices of `domain.merge`, which the other commands have no use for."""


def prefer_option(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command take whose version is taken where both sides have changed the same thing."""
    return click.option(
        "--prefer",
        type=TRUSTED,
        help="Where both were changed, take what is in the database (ours) or in the file (theirs).",
    )(command)


@click.command("import", epilog=example("clesidra-desktop import workshop.clesidra packs/"))
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--replace", is_flag=True, help="Take the file's version of a workshop that is there and differs.")
@prefer_option
@database_option
@click.pass_context
def import_(
    context: click.Context, paths: tuple[Path, ...], replace: bool, prefer: str | None, database: str | None
) -> None:
    """Take workshop files and closing packs into the database; folders are looked through.

    A workshop is known by its id: the same file again changes nothing, and one that differs is merged, see merge. Packs
    are verified first. Leaves with 1 where something was refused, or has to be decided; the rest was taken in.
    """
    if replace:
        _replace(address_of(context, database), paths)
        return
    from clesidra_desktop.domain.merge import Choice  # noqa: PLC0415
    from clesidra_desktop.services.importing import Outcome, import_all  # noqa: PLC0415
    from clesidra_desktop.storage import open_database  # noqa: PLC0415

    progress = Teller("importing", time.monotonic())
    chosen = Choice(prefer) if prefer else None
    with open_database(address_of(context, database)) as opened:
        arrivals = import_all(opened, paths, who=person_at_work(), prefer=chosen, progress=progress)
    for one in arrivals:
        for note in one.notes:
            click.echo(f"{one.name}: {note.sentence}", err=True)
        is_done = one.outcome in (Outcome.TAKEN, Outcome.SAME, Outcome.MERGED)
        click.echo(on_one_line(one.sentence if is_done else f"{one.name}: {one.sentence}"), err=not is_done)
        if one.outcome is Outcome.OPEN:
            click.echo("See what is to be decided with: clesidra-desktop merge FILE --report", err=True)
    if any(one.outcome in (Outcome.OPEN, Outcome.PARTLY, Outcome.REFUSED) for one in arrivals):
        sys.exit(FINDINGS)


def _replace(address: str, paths: tuple[Path, ...]) -> None:
    from clesidra_desktop.exchange.arrivals import find_sources, read_source  # noqa: PLC0415
    from clesidra_desktop.services.workshop_files import import_workshop_file  # noqa: PLC0415
    from clesidra_desktop.storage import open_database  # noqa: PLC0415

    refused = False
    with patience("importing"), open_database(address) as opened:
        for source in find_sources(paths):
            for one in read_source(source):
                changes = import_workshop_file(opened, one.file, who=person_at_work(), replace=True)
                named = f"“{one.file.workshop.title}” ({one.file.workshop.id})"
                if not changes:
                    click.echo(on_one_line(f"{named} is in the database already, in the same state."))
                elif "workshops" in changes.added:
                    click.echo(on_one_line(f"{named} was taken into the database."))
                else:
                    click.echo(on_one_line(f"{named} was replaced; {len(changes)} rows changed."))
                refused = _keep_versions(opened, one) or refused
    if refused:
        sys.exit(FINDINGS)


def _keep_versions(database: "Database", arrived: "Arrived") -> bool:
    """Keep the published versions that came with a workshop, and say so; return whether one was refused."""
    from clesidra_desktop.services.importing import in_english  # noqa: PLC0415
    from clesidra_desktop.services.kept_versions import VersionFate, keep_versions  # noqa: PLC0415

    told = keep_versions(database, arrived, who=person_at_work())
    for one in told:
        click.echo(on_one_line(in_english(one.template, one.values)), err=one.fate is VersionFate.REFUSED)
    return any(one.fate is VersionFate.REFUSED for one in told)


@click.command(epilog=example("clesidra-desktop merge from-the-other-laptop.clesidra --report"))
@click.argument("file", type=EXISTING_FILE)
@prefer_option
@click.option("--report", is_flag=True, help="Change nothing, but list what differs and what is to be decided.")
@database_option
@click.pass_context
def merge(context: click.Context, file: Path, prefer: str | None, report: bool, database: str | None) -> None:
    """Merge a workshop file into the workshop of the database that was edited on another computer, too.

    What only one side changed is taken. Where both changed the same thing otherwise, the conflicts are listed, nothing
    is changed, and it leaves with 1, unless --prefer says whose version is taken.
    """
    from clesidra_desktop.domain.merge import Choice, Report  # noqa: PLC0415
    from clesidra_desktop.exchange.arrivals import find_sources, read_source  # noqa: PLC0415
    from clesidra_desktop.services.workshop_merge import Fate, compare_file, take_in  # noqa: PLC0415
    from clesidra_desktop.storage import open_database  # noqa: PLC0415

    with patience(f"merging {file.name}"), open_database(address_of(context, database, existing=True)) as opened:
        (source,) = find_sources([file])
        for one in read_source(source):
            if report:
                compared = compare_file(opened, one.file)
                fate, told = compared.fate, compared.report
            elif compare_file(opened, one.file).fate is Fate.NEW:
                fate, told = Fate.NEW, Report()
            else:
                chosen = Choice(prefer) if prefer else None
                taken = take_in(opened, one.file, who=person_at_work(), prefer=chosen)
                fate, told = taken.fate, taken.report
                _keep_versions(opened, one)
            _tell_merge(one.file.workshop.title, fate, told, is_report=report)


def _tell_merge(title: str, fate: str, told: "Report", *, is_report: bool) -> None:
    if fate == "new":
        raise UserError("The database has no workshop “{title}” to merge the file with. Import it.", title=title)
    if fate == "same":
        click.echo(on_one_line(f"“{title}” is in the database in the same state."))
        return
    if is_report or told.open:
        for heading, listed in (("taken", told.taken), ("kept", told.kept), ("to decide", told.open)):
            for one in listed if is_report or heading == "to decide" else ():
                click.echo(on_one_line(f"{heading}: {_line(one)}"))
    if told.open:
        if not is_report:
            click.echo("Nothing was changed. Decide with --prefer ours or --prefer theirs, or in the window.", err=True)
        sys.exit(FINDINGS)
    if not is_report:
        counts = f"{len(told.taken)} differences came from the file, {len(told.kept)} stayed as they were here"
        click.echo(on_one_line(f"“{title}” was merged: {counts}."))


def _line(one: "Difference | Conflict") -> str:
    from clesidra_desktop.services.merge_text import place_text, sides_text  # noqa: PLC0415

    return f"{place_text(one)}: {sides_text(one)}"


@click.command(epilog=example("clesidra-desktop export highland --output ratanakiri.clesidra"))
@click.argument("workshop")
@click.option(
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write, ending in .json or .clesidra.",
)
@database_option
@click.pass_context
def export(context: click.Context, workshop: str, output: Path, database: str | None) -> None:
    """Write a workshop of the database as a workshop file.

    WORKSHOP is its id, the beginning of its id, or a part of its title. The state is remembered, so that a file that
    comes back from another computer can be merged.
    """
    from clesidra_desktop.services.workshop_files import export_workshop_file  # noqa: PLC0415
    from clesidra_desktop.storage import open_database  # noqa: PLC0415

    make_folder_of(output)
    with patience(f"exporting {output.name}"), open_database(address_of(context, database, existing=True)) as opened:
        export_workshop_file(opened, workshop, output, who=person_at_work())
    click.echo(output)


@click.command(epilog=example("clesidra-desktop archive --output archive-2026"))
@click.option(
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder to become the archive.",
)
@click.option(
    "--language",
    type=click.Choice([str(language) for language in Language]),
    default=str(Language.ENGLISH),
    show_default=True,
    help="The language of the list of workshops.",
)
@click.option("--replace", is_flag=True, help="Put the archive in the place of one that is there.")
@database_option
@click.pass_context
def archive(context: click.Context, output: Path, language: str, replace: bool, database: str | None) -> None:
    """Write all workshops of the database into one folder: workshop files, annexes, published versions and a list.

    It is a BagIt bag with checksums. Import it into an empty database to have all workshops again.
    """
    from clesidra_desktop.services.whole_archive import write_archive  # noqa: PLC0415
    from clesidra_desktop.storage import open_database  # noqa: PLC0415

    progress = Teller(output.name, time.monotonic())
    with open_database(address_of(context, database, existing=True)) as opened:
        write_archive(
            opened, output, who=person_at_work(), language=Language(language), replace=replace, progress=progress
        )
    click.echo(output)


@click.command(epilog=example("clesidra-desktop doctor archive-2026"))
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@database_option
@click.pass_context
def doctor(context: click.Context, folder: Path | None, database: str | None) -> None:
    """Look whether everything that is kept is whole: the database with all that is in it, or the packs of a FOLDER.

    Leaves with 0 if it is, and with 1 if something is wrong; what is wrong is listed, one sentence a line.
    """
    from clesidra_desktop.services.doctor import examine_database, examine_packs  # noqa: PLC0415
    from clesidra_desktop.storage import open_database  # noqa: PLC0415

    progress = Teller("looking", time.monotonic())
    if folder is not None:
        _tell_diagnosis(examine_packs(folder, progress))
        return
    with open_database(address_of(context, database, existing=True)) as opened:
        found = examine_database(opened, progress)
    _tell_diagnosis(found)


def _tell_diagnosis(found: "Diagnosis") -> None:
    for fault in found.faults:
        click.echo(on_one_line(fault.sentence))
    if found.faults:
        sys.exit(FINDINGS)
    looked = f"packs: {found.packs}" if found.packs else f"workshops: {found.workshops}, files: {found.files}"
    click.echo(f"All is well ({looked}).", err=True)
