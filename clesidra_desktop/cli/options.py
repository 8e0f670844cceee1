"""What several commands take, and how they say that work goes on."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from threading import Event, Thread

import click

from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.paths import default_database
from clesidra_desktop.services.appearance import Appearance

PATIENCE = 1.0
"""After so many seconds of silence a person wants to know that something happens."""


FINDINGS = 1
"""The exit code where something was found, or refused."""

EXISTING_FILE = click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)


def example(line: str) -> str:
    """Return an example for the end of a command's help, where it is not wrapped."""
    return f"\b\nExample:\n  {line}"


def database_option(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command take the address of the database, which may also stand before the command."""
    return click.option(
        "--database",
        metavar="PATH",
        help="The database: a file, or an address of PostgreSQL. [default: in your data folder]",
    )(command)


def language_option(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command take the language of what it writes."""
    return click.option(
        "--language",
        type=click.Choice([str(language) for language in Language]),
        help="The language of what is written. [default: the workshop's own]",
    )(command)


def folder_option(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command take the folder that it writes to."""
    return click.option(
        "--output",
        type=click.Path(file_okay=False, path_type=Path),
        default=Path(),
        help="The folder to write to. [default: this one]",
    )(command)


def edition_option(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command take the edition that it writes."""
    return click.option(
        "--edition",
        type=click.Choice([str(edition) for edition in Edition]),
        default=str(Edition.FULL),
        show_default=True,
        help="The public one leaves phone numbers, e-mail addresses, ages, signatures and flags out.",
    )(command)


def appearance_options(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command take what can be chosen for the look of minutes, as `appearance`."""

    @wraps(command)
    def with_appearance(
        *arguments: object, template: Path | None, embed_fonts: bool, theme: Path | None, **options: object
    ) -> None:
        command(*arguments, appearance=Appearance(template, embed_fonts, theme), **options)

    embed = click.option(
        "--embed-fonts", is_flag=True, help="Put the Khmer font into the DOCX, for computers that have none."
    )
    into = click.option(
        "--template",
        type=EXISTING_FILE,
        metavar="DOCX",
        help="Write the DOCX into this Word document, with its styles, margins, header and footer.",
    )
    theme = click.option(
        "--theme",
        type=click.Path(exists=True, path_type=Path),
        metavar="FOLDER",
        help="Give the PDF the look of this theme, a folder with a theme.toml (see the command theme).",
    )
    return into(embed(theme(with_appearance)))


class Teller:
    """Tells on standard error how far a piece of work has come, at most once a second.

    `told` is when the person last heard of it: the start of the command, on the clock of `time.monotonic`.
    """

    def __init__(self, name: str, told: float) -> None:
        self._name = name
        self._told = told

    def __call__(self, done: int, total: int) -> None:
        """Tell it, if the last time is long enough ago."""
        now = time.monotonic()
        if now - self._told >= PATIENCE and total:
            self._told = now
            click.echo(f"{self._name}: {100 * done // total} %", err=True)


@contextmanager
def patience(name: str) -> Iterator[None]:
    """Tell on standard error, once a second, that work goes on whose length is not known."""
    finished = Event()

    def tell() -> None:
        started = time.monotonic()
        while not finished.wait(PATIENCE):
            click.echo(f"{name}: {time.monotonic() - started:.0f} s …", err=True)

    teller = Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        finished.set()
        teller.join()


def address_of(context: click.Context, database: str | None, *, existing: bool = False) -> str:
    """Return the address of the database of a command; raises UserError where an `existing` one is not there yet."""
    address: str | None = database if database is not None else context.obj
    if address == "":
        raise click.UsageError("The address of the database is empty. Name a file, or leave --database out.", context)
    address = address or str(default_database())
    if existing and "://" not in address and not Path(address).exists():
        raise UserError("There is no database {address} yet. Import a workshop first.", address=address)
    return address


def on_one_line(text: str) -> str:
    """Return what a person typed over several lines on one, so that each row of a list stays one."""
    return re.sub(r"\s*[\r\n\v\f\x85\u2028\u2029]\s*", " ", text)
