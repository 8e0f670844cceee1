"""The command that reports across workshops."""

import time
from datetime import datetime
from pathlib import Path

import click

from clesidra_desktop.cli.options import Teller, address_of, database_option, example, folder_option, patience
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language

DAY = click.DateTime(["%Y-%m-%d"])


@click.command(
    epilog=example("clesidra-desktop report --from 2026-01-01 --to 2026-12-31 --language km --output reports")
)
@click.option("--from", "first", type=DAY, metavar="DAY", help="The first day, as YYYY-MM-DD. [default: no limit]")
@click.option("--to", "last", type=DAY, metavar="DAY", help="The last day, as YYYY-MM-DD. [default: no limit]")
@click.option("--programme", default="", help="Only the workshops of this programme.")
@click.option("--place", default="", help="Only the workshops at this place.")
@click.option(
    "--language",
    type=click.Choice([str(language) for language in Language]),
    default=str(Language.ENGLISH),
    show_default=True,
    help="The language of what is written.",
)
@folder_option
@database_option
@click.pass_context
def report(
    context: click.Context,
    first: datetime | None,
    last: datetime | None,
    programme: str,
    place: str,
    language: str,
    output: Path,
    database: str | None,
) -> None:
    """Report whom the workshops of the database reached, each person once.

    In it are people by sex, age, category, province, programme and year, quotas and ways forward; nobody is named. The
    paths that were written are printed, one a line.
    """
    from clesidra_desktop.domain.report_periods import Period  # noqa: PLC0415
    from clesidra_desktop.domain.reports import Filters  # noqa: PLC0415
    from clesidra_desktop.services.report_files import WrittenReport  # noqa: PLC0415
    from clesidra_desktop.services.reports import make_report, people_of_report, range_of  # noqa: PLC0415
    from clesidra_desktop.storage import open_database  # noqa: PLC0415

    if first and last and last < first:
        raise click.UsageError("--to is before --from.")
    started = time.monotonic()
    period = Period(first.date() if first else None, last.date() if last else None)
    with patience("counting"), open_database(address_of(context, database, existing=True)) as opened:
        counted = make_report(opened, Filters(period, programme, place), datetime.now().astimezone().date())
        known = people_of_report(opened, counted)
    people = range_of(counted, known, progress=Teller("looking for doubles", started))
    if not counted.workshops:
        raise UserError("No workshop was held in this time, for this programme and at this place. Choose others.")
    written = WrittenReport(counted, people, Language(language)).write(
        output,
        progress=lambda kind: Teller(f"report.{kind}", started),
    )
    for path in written:
        click.echo(path)
