"""The commands about published minutes."""

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clesidra_desktop.cli.options import (
    Teller,
    address_of,
    appearance_options,
    database_option,
    edition_option,
    example,
    language_option,
    on_one_line,
    patience,
)
from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.language import Language
from clesidra_desktop.services.appearance import Appearance
from clesidra_desktop.settings import person_at_work

if TYPE_CHECKING:
    from clesidra_desktop.domain.finding import Finding
    from clesidra_desktop.domain.publishing import FindingKey, PublishedVersion
    from clesidra_desktop.services.publish import Proposal


@click.command(epilog=example('clesidra-desktop publish highland --reason "The name of the governor was wrong."'))
@click.argument("workshop")
@click.option("--reason", default="", metavar="TEXT", help="Why the version that this one replaces was corrected.")
@click.option(
    "--accept",
    "accepted",
    multiple=True,
    metavar="CODE=REASON",
    help="Let the findings of a kind (see the command check) stay, and say why; may be given several times.",
)
@edition_option
@language_option
@appearance_options
@database_option
@click.pass_context
def publish(
    context: click.Context,
    workshop: str,
    reason: str,
    accepted: tuple[str, ...],
    edition: str,
    language: str | None,
    appearance: Appearance,
    database: str | None,
) -> None:
    """Publish the minutes of a workshop: freeze them, with their files, under the next number.

    WORKSHOP is its id, the beginning of its id, or a part of its title. What is published never changes. Errors that
    are found are to be mended first, or stay with a reason. A version that replaces another one of the same language
    and edition needs a reason, which is printed in it.
    """
    from clesidra_desktop.services.publish import freeze, publish_minutes, read_proposal, with_findings  # noqa: PLC0415
    from clesidra_desktop.services.workshops import find_workshop  # noqa: PLC0415
    from clesidra_desktop.services.written import Choices  # noqa: PLC0415
    from clesidra_desktop.storage import open_database  # noqa: PLC0415

    started = time.monotonic()
    with open_database(address_of(context, database, existing=True)) as opened:
        found = find_workshop(opened, workshop)
        with patience("looking for what is to mend"):
            proposal = with_findings(read_proposal(opened, found))
        reasons = _reasons(proposal.findings, accepted)
        _tell_unexplained(proposal, reasons)
        chosen = Language(language) if language else proposal.read.workshop.language
        choices = Choices(chosen, Edition(edition), appearance)
        frozen = freeze(
            proposal,
            choices,
            who=person_at_work(),
            reasons=reasons,
            reason=reason,
            progress=Teller("publishing", started),
        )
        publish_minutes(opened, found, frozen, who=person_at_work())
    click.echo(f"Version {proposal.number} of “{proposal.read.workshop.title}” was published.")
    for name in frozen.contents:
        click.echo(name)


def _reasons(findings: "tuple[Finding, ...]", accepted: tuple[str, ...]) -> "dict[FindingKey, str]":
    from clesidra_desktop.domain.publishing import finding_key  # noqa: PLC0415

    reasons: dict[FindingKey, str] = {}
    for one in accepted:
        code, equals, reason = one.partition("=")
        if not equals or not reason.strip():
            raise click.UsageError(f"--accept {one}: give the code of a finding and why it stays, as CODE=REASON.")
        keys = [finding_key(finding) for finding in findings if finding.code == code.strip()]
        if not keys:
            raise click.UsageError(f"--accept {one}: there is no finding of this kind.")
        reasons |= dict.fromkeys(keys, reason.strip())
    return reasons


def _tell_unexplained(proposal: "Proposal", reasons: "dict[FindingKey, str]") -> None:
    from clesidra_desktop.domain.publishing import unexplained  # noqa: PLC0415

    missing = unexplained(proposal.findings, reasons)
    for one in missing:
        click.echo(on_one_line(f"{one.code}: {one.where}: {one.sentence}"), err=True)
    if missing:
        options = " ".join(f'--accept {code}="…"' for code in dict.fromkeys(one.code for one in missing))
        click.echo(f"To let it stay, say why: {options}", err=True)


@click.command(epilog=example("clesidra-desktop versions highland --pack 2 --output archive"))
@click.argument("workshop")
@click.option("--pack", type=click.IntRange(1), metavar="NUMBER", help="Save the pack of this version instead.")
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="The folder in which the pack is made. [default: this one]",
)
@click.option("--replace", is_flag=True, help="Put the pack in the place of one that is there.")
@click.option("--json", "as_json", is_flag=True, help="Print the versions with their files as JSON.")
@database_option
@click.pass_context
def versions(
    context: click.Context,
    workshop: str,
    pack: int | None,
    output: Path,
    replace: bool,
    as_json: bool,
    database: str | None,
) -> None:
    """List the published versions of a workshop, or save the pack of one: the files as they were published.

    WORKSHOP is its id, the beginning of its id, or a part of its title.
    """
    from clesidra_desktop.services.published import find_version, published_versions  # noqa: PLC0415
    from clesidra_desktop.services.published_pack import write_version_pack  # noqa: PLC0415
    from clesidra_desktop.services.workshops import find_workshop  # noqa: PLC0415
    from clesidra_desktop.storage import open_database  # noqa: PLC0415

    with open_database(address_of(context, database, existing=True)) as opened:
        found = find_workshop(opened, workshop)
        if pack is not None:
            with patience("packing"):
                click.echo(write_version_pack(opened, find_version(opened, found, pack), output, replace=replace))
            return
        listed = published_versions(opened, found)
    if as_json:
        told = {"versions": [_version_json(one) for one in listed]}
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    for one in listed:
        click.echo(on_one_line(_version_line(one)))
    if not listed:
        click.echo("These minutes were not published yet. Publish them: clesidra-desktop publish WORKSHOP", err=True)


def _version_line(version: "PublishedVersion") -> str:
    at = f"{version.at.astimezone():%Y-%m-%d %H:%M}"
    replaces = f"  replaces {version.replaces.number}: {version.reason}" if version.replaces else ""
    withdrawn = sum(file.withdrawn is not None for file in version.files)
    gone = f"  ({withdrawn} of {len(version.files)} files withdrawn)" if withdrawn else ""
    return f"{version.number}  {at}  {version.language}  {version.edition}  {version.who}{replaces}{gone}"


def _version_json(version: "PublishedVersion") -> dict[str, object]:
    return {
        "number": version.number,
        "at": version.at.isoformat(),
        "who": version.who,
        "language": version.language,
        "edition": version.edition,
        "replaces": version.replaces.number if version.replaces else None,
        "reason": version.reason,
        "accepted": [
            {"code": one.code, "severity": one.severity, "sentence": one.sentence, "reason": one.reason}
            for one in version.accepted
        ],
        "files": [
            {
                "name": file.name,
                "size": file.size,
                "sha256": file.sha256,
                "withdrawn": file.withdrawn.isoformat() if file.withdrawn else None,
            }
            for file in version.files
        ],
    }


@click.command(epilog=example("clesidra-desktop changes highland 1 2"))
@click.argument("workshop")
@click.argument("before", type=click.IntRange(1), required=False, metavar="[N]")
@click.argument("after", type=click.IntRange(1), required=False, metavar="[M]")
@database_option
@click.pass_context
def changes(context: click.Context, workshop: str, before: int | None, after: int | None, database: str | None) -> None:
    """Tell what changed from version N to version M, or to the workshop as it is now.

    WORKSHOP is its id, the beginning of its id, or a part of its title; without N it is the last version. Words that
    were taken away stand in [-…-], words that were added in {+…+}.
    """
    from clesidra_desktop.domain.what_changed import marked  # noqa: PLC0415
    from clesidra_desktop.services.what_changed import changes_between  # noqa: PLC0415
    from clesidra_desktop.services.workshops import find_workshop  # noqa: PLC0415
    from clesidra_desktop.storage import open_database  # noqa: PLC0415

    with patience("comparing"), open_database(address_of(context, database, existing=True)) as opened:
        told = changes_between(opened, find_workshop(opened, workshop), before, after)
    part = None
    for one in told.changes:
        if one.part is not part:
            part = one.part
            click.echo(part.value.replace("_", " ").upper())
        title = on_one_line(": ".join(filter(None, (one.heading, one.name))))
        if title:
            click.echo(f"  {title}  ({one.fate})" if one.fate != "same" else f"  {title}")
        for line in one.lines:
            click.echo(f"    {on_one_line(marked(line.words))}")
    if not told.changes:
        click.echo("Nothing has changed.", err=True)
