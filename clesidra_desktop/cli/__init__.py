"""The command line. Exit codes: 0 done, 1 findings or refused input, 2 wrong use.

Each command imports what it needs by itself, so that help and refusals come at once.
"""

import gc
import json
import shlex
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from clesidra_desktop import __version__
from clesidra_desktop.cli.archive import booklet, search
from clesidra_desktop.cli.moving import archive, doctor, export, import_, merge
from clesidra_desktop.cli.options import (
    EXISTING_FILE,
    FINDINGS,
    Teller,
    address_of,
    appearance_options,
    database_option,
    edition_option,
    example,
    folder_option,
    language_option,
    on_one_line,
    patience,
)
from clesidra_desktop.cli.publishing import changes, publish, versions
from clesidra_desktop.cli.report import report
from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.errors import PackThereError, UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.paths import default_database, has_screen
from clesidra_desktop.services.appearance import PLAIN, Appearance

if TYPE_CHECKING:
    from clesidra_desktop.documents.annexes.model import PreparedAnnexes
    from clesidra_desktop.exchange.workshop_file.reading import WorkshopFile

WORKSHOP_FILES = (".json", ".clesidra")
USUAL = (700, 10, 10)
"""After so many new objects Python looks for rings of them that nobody needs, where nobody says otherwise."""

TOLD_AT_ONCE = {"signature-broken", "unprintable"}
ABOUT_ANNEXES = "annex-"
NO_WORKSHOP = "There is no workshop in the database yet. Take one in: clesidra-desktop import FILE"


class Refusing(click.Group):
    """A group of commands that says what a person can mend in one sentence, and leaves with 1.

    A workshop file in the place of a command opens the window on it.
    """

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is meant."""
        is_file = args[0] not in self.commands and Path(args[0]).suffix.lower() in WORKSHOP_FILES
        return super().resolve_command(context, ["window", *args] if is_file else args)

    def invoke(self, context: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(context)
        except UserError as error:
            how = " (--replace)" if isinstance(error, PackThereError) else ""
            click.echo(f"clesidra-desktop: {error}{how}", err=True)
            sys.exit(FINDINGS)


@click.group(
    cls=Refusing,
    invoke_without_command=True,
    epilog=example("clesidra-desktop minutes workshop.json --language km --output minutes/"),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--database", metavar="PATH", envvar="CLESIDRA_DATABASE", help="The database for all commands.")
@click.version_option(__version__, prog_name="clesidra-desktop")
@click.pass_context
def main(context: click.Context, database: str | None) -> None:
    """Run a workshop from the registration table to the archived minutes.

    Without a command the window opens; with a workshop file alone, it opens on that workshop.

    FILE is a workshop file, .json or .clesidra. Exit codes: 0 done, 1 findings or refused input, 2 wrong use.
    """
    context.obj = database
    if context.invoked_subcommand is None:
        _open_window(context, None, None)


@main.command(epilog=example("clesidra-desktop window workshop.clesidra"))
@click.argument("file", type=EXISTING_FILE, required=False)
@database_option
@click.pass_context
def window(context: click.Context, file: Path | None, database: str | None) -> None:
    """Open the window, on a workshop file if one is given."""
    _open_window(context, file, database)


def _open_window(context: click.Context, file: Path | None, database: str | None) -> None:
    if not has_screen():
        raise UserError("There is no screen to open the window on. For what works without one: clesidra-desktop --help")
    try:
        from clesidra_desktop.app import run  # noqa: PLC0415
    except ImportError as error:
        raise UserError(
            "The window needs something that this system lacks ({reason}). README.md names the packages.", reason=error
        ) from error
    chosen = address_of(context, database) if database is not None or context.obj is not None else None
    gc.set_threshold(*USUAL)  # of short commands it was raised; a window lives for days
    sys.exit(run(chosen, file))


@main.command(epilog=example("clesidra-desktop minutes workshop.json --format pdf --language km"))
@click.argument("file", type=EXISTING_FILE)
@click.option(
    "--format",
    "formats",
    type=click.Choice(["docx", "pdf"]),
    multiple=True,
    help="Write this format; may be given twice. [default: both]",
)
@language_option
@edition_option
@appearance_options
@folder_option
@database_option
def minutes(
    file: Path,
    formats: tuple[str, ...],
    language: str | None,
    edition: str,
    appearance: Appearance,
    output: Path,
    database: str | None,  # noqa: ARG001
) -> None:
    """Write the minutes of a workshop file as DOCX and PDF.

    No database is needed. The paths that were written are printed, one a line.
    """
    from clesidra_desktop.services.annexes import opened_annexes  # noqa: PLC0415
    from clesidra_desktop.services.minutes import Format, minutes_name, write_minutes  # noqa: PLC0415

    started = time.monotonic()
    read = _read(file)
    chosen = Language(language) if language else read.workshop.language
    targets = {
        kind: output / minutes_name(file.stem, kind, chosen, Edition(edition))
        for kind in Format
        if not formats or kind in formats
    }
    with opened_annexes(read, Edition(edition), progress=Teller("annexes", started)) as annexes:
        written = write_minutes(
            read,
            targets,
            language=chosen,
            edition=Edition(edition),
            annexes=annexes,
            appearance=appearance,
            progress=lambda kind: Teller(targets[kind].name, started),
        )
        for path in written:
            click.echo(path)
        _tell_findings(file, read, annexes)


@main.command(epilog=example("clesidra-desktop theme house"))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@database_option
def theme(folder: Path, database: str | None) -> None:  # noqa: ARG001
    """Copy the look of the PDF into a folder, to be changed there and used with minutes --theme.

    In the file theme.toml are colours, fonts, sizes, margins, logo, header, footer and first page, each explained.
    """
    from clesidra_desktop.services.themes import copy_theme  # noqa: PLC0415

    click.echo(copy_theme(folder))


@main.command(epilog=example("clesidra-desktop papers workshop.json --kind badges --language km"))
@click.argument("file", type=EXISTING_FILE)
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(["sign-in", "badges", "groups", "capture"]),
    multiple=True,
    help="Write this paper; may be given several times. [default: all]",
)
@language_option
@folder_option
@database_option
def papers(file: Path, kinds: tuple[str, ...], language: str | None, output: Path, database: str | None) -> None:  # noqa: ARG001
    """Write sign-in sheets, name badges, group lists and capture sheets as PDF.

    No database is needed. The paths that were written are printed, one a line. Every row has a code, by which what was
    written by hand is found again when it is typed in.
    """
    from clesidra_desktop.services.papers import Paper, why_empty, write_papers  # noqa: PLC0415

    started = time.monotonic()
    read = _read(file)
    chosen = Language(language) if language else read.workshop.language
    targets = {paper: output / f"{file.stem}-{paper}-{chosen}.pdf" for paper in Paper if not kinds or paper in kinds}
    for paper in targets:
        if reason := why_empty(paper, read.workshop):
            click.echo(f"{file}: {reason}", err=True)
    written = write_papers(
        read.workshop, targets, language=chosen, progress=lambda paper: Teller(targets[paper].name, started)
    )
    for path in written:
        click.echo(path)


@main.command(epilog=example("clesidra-desktop pack workshop.clesidra --output archive/workshop"))
@click.argument("file", type=EXISTING_FILE, required=False)
@click.option("--output", type=click.Path(path_type=Path), metavar="DIR", help="The folder that becomes the pack.")
@edition_option
@language_option
@appearance_options
@click.option("--replace", is_flag=True, help="Put the pack in the place of one that is there.")
@click.option(
    "--verify",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Make nothing, but say what changed in a pack since it was made.",
)
@database_option
def pack(
    file: Path | None,
    output: Path | None,
    edition: str,
    language: str | None,
    appearance: Appearance,
    replace: bool,
    verify: Path | None,
    database: str | None,  # noqa: ARG001
) -> None:
    """Make the closing pack of a workshop file: all that an archive keeps of it, in one folder.

    In it are the minutes as DOCX and PDF, the register of attendants with counts and polls as XLSX, the workshop file
    and the original annexes, laid out as a BagIt bag with checksums. With --verify, files that were altered, are
    missing or were added are listed, one a line; leaves with 0 if there are none, and with 1 if there are.
    """
    if verify and not (file or output or language or appearance != PLAIN or replace):
        _verify(verify)
        return
    if verify or not (file and output):
        raise click.UsageError("Give a FILE and --output DIR to make a pack, or only --verify DIR to look at one.")
    from clesidra_desktop.services.annexes import opened_annexes  # noqa: PLC0415
    from clesidra_desktop.services.pack import write_pack  # noqa: PLC0415

    read = _read(file)
    chosen, shown = Language(language) if language else read.workshop.language, Edition(edition)
    with patience(f"packing {file.name}"), opened_annexes(read, shown) as annexes:
        write_pack(
            read,
            output,
            name=file.stem,
            language=chosen,
            edition=shown,
            annexes=annexes,
            appearance=appearance,
            replace=replace,
        )
    click.echo(output)
    _tell_findings(file, read)


def _verify(folder: Path) -> None:
    from clesidra_desktop.exchange.pack import verify_pack  # noqa: PLC0415

    with patience(f"verifying {folder.name}"):
        changes = verify_pack(folder)
    for change in changes:
        click.echo(f"{change.kind}: {click.format_filename(change.path)}")
    if changes:
        sys.exit(FINDINGS)
    click.echo("Nothing has changed since the pack was made.", err=True)


@main.command(epilog=example("clesidra-desktop check workshop.json --json"))
@click.argument("file", type=EXISTING_FILE)
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@database_option
def check(file: Path, as_json: bool, database: str | None) -> None:  # noqa: ARG001
    """List what a reader of the minutes would stumble over, one finding a line.

    Leaves with 0 if there is nothing, and with 1 if there are findings.
    """
    from clesidra_desktop.exchange.workshop_file.reading import read_workshop_file  # noqa: PLC0415
    from clesidra_desktop.services.findings import check_workshop_file  # noqa: PLC0415

    with patience(f"checking {file.name}"):
        findings = check_workshop_file(read_workshop_file(file))
    if as_json:
        listed = [
            {"code": one.code, "severity": one.severity, "where": one.where, "sentence": one.sentence}
            for one in findings
        ]
        click.echo(json.dumps({"findings": listed}, ensure_ascii=False, indent=1))
    else:
        for one in findings:
            click.echo(on_one_line(f"{one.severity}: {one.where}: {one.sentence}"))
        if not findings:
            click.echo("Nothing was found.", err=True)
    if findings:
        sys.exit(FINDINGS)


@main.command(epilog=example("clesidra-desktop split workshop.json --seed 7"))
@click.argument("file", type=EXISTING_FILE)
@click.option("--seed", type=click.IntRange(0), help="Another seed gives other groups. [default: the workshop's]")
@click.option("--keep", is_flag=True, help="Leave everybody where the file has them, and seat only the newcomers.")
@click.option("--json", "as_json", is_flag=True, help="Print the groups as JSON.")
@database_option
def split(file: Path, seed: int | None, keep: bool, as_json: bool, database: str | None) -> None:  # noqa: ARG001
    """Deal the attendants into one group for each sector, as evenly mixed as possible.

    Locks, people to be kept apart or together, facilitators, wishes and earlier rounds are in the file, see the schema.
    The same file and seed give the same groups on every computer. The imbalance counts pairs of people of one group
    who share a value more often than they would have to; no split can go below the bound.
    """
    from clesidra_desktop.services.groups_page import propose_split  # noqa: PLC0415
    from clesidra_desktop.services.groups_text import proposal_json, proposal_lines  # noqa: PLC0415

    workshop = _read(file).workshop
    with patience("splitting"):
        proposal = propose_split(workshop, seed, keep=keep)
    if as_json:
        click.echo(json.dumps(proposal_json(workshop, proposal), ensure_ascii=False, indent=1))
        return
    for line in proposal_lines(workshop, proposal):
        click.echo(on_one_line(line))


@main.command("list", epilog=example("clesidra-desktop list"))
@database_option
@click.pass_context
def list_(context: click.Context, database: str | None) -> None:
    """List the workshops of the database, the newest first."""
    from clesidra_desktop.services.workshops import list_workshops  # noqa: PLC0415
    from clesidra_desktop.storage import open_database  # noqa: PLC0415

    if database is None and context.obj is None and not default_database().exists():
        click.echo(NO_WORKSHOP, err=True)
        return
    with open_database(address_of(context, database, existing=True)) as opened:
        summaries = list_workshops(opened)
    for one in summaries:
        day = f"{one.starts:%Y-%m-%d}" if one.starts else "          "
        click.echo(on_one_line(f"{one.id}  {day}  {one.attendants:>5}  {one.title}  {one.place}").rstrip())
    if not summaries:
        click.echo(NO_WORKSHOP, err=True)


for _command in (import_, merge, export, archive, doctor, search, booklet, publish, versions, changes, report):
    main.add_command(_command)


@main.command(epilog=example("clesidra-desktop schema > workshop.schema.json"))
@database_option
def schema(database: str | None) -> None:  # noqa: ARG001
    """Print the JSON Schema of the workshop file."""
    from clesidra_desktop.exchange.workshop_file.schema import workshop_file_schema  # noqa: PLC0415

    click.echo(json.dumps(workshop_file_schema(), ensure_ascii=False, indent=1))


def _read(file: Path) -> "WorkshopFile":
    """Read a workshop file, and say on standard error which characters had to be left out."""
    from clesidra_desktop.exchange.workshop_file.reading import read_workshop_file  # noqa: PLC0415

    read = read_workshop_file(file)
    for note in read.notes:
        click.echo(f"{file}: {note.sentence}", err=True)
    return read


def _tell_findings(file: Path, read: "WorkshopFile", annexes: "PreparedAnnexes | None" = None) -> None:
    """Say on standard error how many findings there are, and the gravest of them: what is lost on paper."""
    from clesidra_desktop.services.findings import check_workshop_file  # noqa: PLC0415

    findings = check_workshop_file(read, annexes)
    for one in findings:
        if one.code in TOLD_AT_ONCE or one.code.startswith(ABOUT_ANNEXES):
            click.echo(on_one_line(f"{one.severity}: {one.where}: {one.sentence}"), err=True)
    if findings:
        command = f"clesidra-desktop check {shlex.quote(str(file))}"
        click.echo(f"{file}: there are findings ({len(findings)}). List them: {command}", err=True)
