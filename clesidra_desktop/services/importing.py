"""Many workshop files and packs taken in at once, with a report of what became of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.merge import Choice
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.exchange.arrivals import Arrived, Source, find_sources, read_source
from clesidra_desktop.exchange.workshop_file.reading import WorkshopFile
from clesidra_desktop.exchange.workshop_file.tree import LeftOut
from clesidra_desktop.services.kept_versions import ToldVersion, VersionFate, keep_versions
from clesidra_desktop.services.workshop_merge import Fate, take_in
from clesidra_desktop.services.workshops import has_workshop
from clesidra_desktop.storage.database import Database

STEPS = 100
"""Steps of progress for each source: a large pack takes longer than a file."""


class Outcome(StrEnum):
    """What became of a workshop file."""

    TAKEN = "taken"
    SAME = "same"
    MERGED = "merged"
    PARTLY = "partly"
    OPEN = "open"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Arrival:
    """A workshop file and what became of it: `template` and `values` are the sentence that says it.

    `file` is there where somebody has to decide how it is merged; `notes` are characters that were left out of its
    texts, `versions` is what became of the published versions that came with it.
    """

    name: str
    outcome: Outcome
    template: str
    values: dict[str, Any]
    file: WorkshopFile | None = None
    notes: tuple[LeftOut, ...] = ()
    versions: tuple[ToldVersion, ...] = ()

    @property
    def sentences(self) -> tuple[tuple[str, Mapping[str, Any]], ...]:
        """The sentences that say what became of it and of its versions, each with its values."""
        return ((self.template, self.values), *((one.template, one.values) for one in self.versions))

    @property
    def sentence(self) -> str:
        """What became of it, in English."""
        return " ".join(in_english(template, values) for template, values in self.sentences)


def in_english(template: str, values: Mapping[str, Any]) -> str:
    """Return a sentence about something that came in, in English."""
    moments = {name: f"{one:%Y-%m-%d %H:%M}" for name, one in values.items() if isinstance(one, datetime)}
    return template.format(**{**values, **moments})


def import_all(
    database: Database,
    paths: Sequence[Path],
    *,
    who: str,
    prefer: Choice | None = None,
    progress: Progress = no_progress,
) -> tuple[Arrival, ...]:
    """Take in all workshop files and packs at some paths; folders are looked through.

    Each is taken in or refused as a whole and by itself; what could be merged was. `progress` may raise to stop the
    work: what was taken in until then stays.
    """
    sources = find_sources(paths)
    arrivals: list[Arrival] = []
    for number, source in enumerate(sources):

        def tell(done: int, total: int, number: int = number) -> None:
            progress(number * STEPS + STEPS * done // max(total, 1), len(sources) * STEPS)

        tell(0, 1)
        arrivals += _take_source(database, source, who, prefer, tell)
    progress(len(sources) * STEPS, len(sources) * STEPS)
    return tuple(arrivals)


def _take_source(
    database: Database, source: Source, who: str, prefer: Choice | None, progress: Progress
) -> Iterator[Arrival]:
    try:
        for one in read_source(source, progress):
            yield _with_versions(database, one, replace(_take(database, one, who, prefer), notes=one.file.notes), who)
            progress(0, 1)  # a pack may hold many
    except UserError as error:
        yield Arrival(source.name, Outcome.REFUSED, error.template, error.values)


def _with_versions(database: Database, one: Arrived, arrival: Arrival, who: str) -> Arrival:
    """Keep the published versions of a workshop that is here, also where its own state is not taken."""
    if not one.versions or not has_workshop(database, one.file.workshop.id):
        return arrival
    told = keep_versions(database, one, who=who)
    fates = {version.fate for version in told}
    outcome = arrival.outcome
    if VersionFate.REFUSED in fates and outcome not in (Outcome.OPEN, Outcome.REFUSED):
        outcome = Outcome.PARTLY
    elif outcome is Outcome.SAME and VersionFate.KEPT in fates:
        outcome = Outcome.TAKEN
    elif one.is_public and outcome is Outcome.REFUSED and VersionFate.REFUSED not in fates:
        outcome = Outcome.TAKEN if VersionFate.KEPT in fates else Outcome.SAME
    return replace(arrival, outcome=outcome, versions=told)


def _take(database: Database, one: Arrived, who: str, prefer: Choice | None) -> Arrival:
    values: dict[str, Any] = {"title": one.file.workshop.title}
    if one.is_public and has_workshop(database, one.file.workshop.id):
        sentence = "“{title}” is here already, and this pack is the public edition of it, without personal data."
        return Arrival(one.name, Outcome.REFUSED, sentence, values)
    try:
        taken = take_in(database, one.file, who=who, prefer=prefer)
    except UserError as error:
        return Arrival(one.name, Outcome.REFUSED, error.template, error.values)
    if taken.fate is Fate.NEW:
        return Arrival(one.name, Outcome.TAKEN, "“{title}” was taken in.", values)
    if taken.fate is Fate.SAME:
        return Arrival(one.name, Outcome.SAME, "“{title}” is here already, in the same state.", values)
    if taken.report.open:
        values["count"] = len(taken.report.open)
        sentence = "“{title}” was changed here and there; {count} places are yours to decide. Nothing was changed yet."
        return Arrival(one.name, Outcome.OPEN, sentence, values, one.file)
    sentence = "“{title}” was merged; {count} differences came from the file."
    return Arrival(one.name, Outcome.MERGED, sentence, {**values, "count": len(taken.report.taken)})
