"""The commands about the archive: searching all workshops of the database, and the booklet of their answers."""

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from clesidra_desktop.cli.options import (
    Teller,
    address_of,
    database_option,
    example,
    folder_option,
    patience,
)
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from clesidra_desktop.domain.archive import Filters, Topic
    from clesidra_desktop.services.archive import ArchiveChoices, FoundText
    from clesidra_desktop.storage.database import Database

YEARS = click.IntRange(1, 9998)


def filter_options(command: "Callable[..., None]") -> "Callable[..., None]":
    """Let a command take what narrows the archive."""
    for name, words in (
        ("question", "Only answers to this question: its key, or a part of its text."),
        ("sector", "Only answers of this sector: its key, or a part of its title."),
        ("programme", "Only workshops of this programme."),
        ("place", "Only workshops at this place."),
    ):
        command = click.option(f"--{name}", metavar="TEXT", default="", help=words)(command)
    return click.option("--year", type=YEARS, help="Only workshops of this year.")(command)


@click.command(epilog=example('clesidra-desktop search "clean water" --year 2025'))
@click.argument("text")
@filter_options
@click.option("--without-people", is_flag=True, help="Do not find attendants by their names.")
@click.option("--json", "as_json", is_flag=True, help="Print what is found as JSON.")
@database_option
@click.pass_context
def search(
    context: click.Context, /, text: str, without_people: bool, as_json: bool, database: str | None, **narrowed: Any
) -> None:
    """Search everything that was written at the workshops of the database.

    All words of TEXT must stand in a text, also as parts of words; words between quotation marks stand together.
    Each line has the day, the workshop, what kind of text it is, and the words in their context. The exit code is 1
    where nothing is found.
    """
    from clesidra_desktop.services.archive import index_archive, read_annexes, search_archive  # noqa: PLC0415
    from clesidra_desktop.storage import open_database  # noqa: PLC0415

    started = time.monotonic()
    with open_database(address_of(context, database, existing=True)) as opened:
        index_archive(opened, Teller("index", started))
        with patience("annexes"):
            read_annexes(opened)
        found = search_archive(opened, text, _filters(opened, narrowed, people=not without_people))
    if as_json:
        click.echo(json.dumps([_as_json(one) for one in found.texts], ensure_ascii=False, indent=1))
    else:
        for one in found.texts:
            click.echo(_line(one))
    if found.more:
        click.echo(f"These are the first {len(found.texts)}. Give more words to find others.", err=True)
    if not found.texts:
        click.echo("Nothing was found.", err=True)
        context.exit(1)


@click.command(epilog=example("clesidra-desktop booklet --question vision --sector networking --output booklets/"))
@filter_options
@click.option(
    "--format",
    "formats",
    type=click.Choice(["pdf", "docx"]),
    multiple=True,
    help="Only this format; may be given twice. [default: both]",
)
@click.option(
    "--language",
    type=click.Choice([str(language) for language in Language]),
    default=str(Language.ENGLISH),
    show_default=True,
    help="The language of the booklet's own words; answers stay as they were written.",
)
@folder_option
@database_option
@click.pass_context
def booklet(
    context: click.Context,
    /,
    formats: tuple[str, ...],
    language: str,
    output: Path,
    database: str | None,
    **narrowed: Any,
) -> None:
    """Write a booklet of the answers of all workshops: by sector, question and workshop.

    The paths that were written are printed, one a line.
    """
    from clesidra_desktop.services.booklet import booklet_name, make_booklet, write_booklet  # noqa: PLC0415
    from clesidra_desktop.services.minutes import Format  # noqa: PLC0415
    from clesidra_desktop.storage import open_database  # noqa: PLC0415

    started, chosen = time.monotonic(), Language(language)
    with open_database(address_of(context, database, existing=True)) as opened:
        made = make_booklet(opened, _filters(opened, narrowed))
    if not made.sectors:
        raise UserError("No group has answered this. Leave out a choice, or choose another question or sector.")
    wanted = [kind for kind in Format if not formats or kind in formats]
    targets = {kind: output / booklet_name(made.filters, kind, chosen) for kind in wanted}
    written = write_booklet(made, targets, language=chosen, progress=lambda kind: Teller(targets[kind].name, started))
    for path in written:
        click.echo(path)


def _filters(database: "Database", narrowed: dict[str, Any], *, people: bool = True) -> "Filters":
    """Return the filters; raises UserError for a sector, or a question, that no workshop has."""
    from clesidra_desktop.domain.archive import Filters  # noqa: PLC0415
    from clesidra_desktop.services.archive import archive_choices  # noqa: PLC0415

    choices: ArchiveChoices = archive_choices(database)
    return Filters(
        year=narrowed["year"],
        place=narrowed["place"],
        programme=narrowed["programme"],
        sector=_topic(
            choices.sectors,
            narrowed["sector"],
            "No sector of any workshop is called “{text}”. Name another one, or leave it out.",
        ),
        question=_topic(
            choices.questions,
            narrowed["question"],
            "No question of any workshop is “{text}”. Name another one, or leave it out.",
        ),
        people=people,
    )


def _topic(topics: "Sequence[Topic]", text: str, refusal: str) -> "Topic | None":
    from clesidra_desktop.services.archive import find_topic  # noqa: PLC0415

    if not text:
        return None
    found = find_topic(topics, text)
    if found is None:
        raise UserError(refusal, text=text)
    return found


def _line(one: "FoundText") -> str:
    hit = one.hit
    day = f"{hit.starts:%Y-%m-%d}" if hit.starts else "          "
    return " ".join(f"{day}  {hit.title}  [{hit.kind}]  {one.excerpt}".splitlines())


def _as_json(one: "FoundText") -> dict[str, object]:
    hit = one.hit
    return {
        "workshop": str(hit.workshop_id),
        "title": hit.title,
        "starts": hit.starts.isoformat() if hit.starts else None,
        "place": hit.town,
        "kind": str(hit.kind),
        "sector": one.sector_title,
        "question": one.question_text,
        "text": hit.text,
    }
