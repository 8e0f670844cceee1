"""All findings of a workshop: those of the domain, and those that only its files and the fonts can show."""

from collections.abc import Collection, Iterator
from contextlib import nullcontext

from clesidra_desktop.documents.annexes.model import PreparedAnnexes
from clesidra_desktop.documents.pdf import FontBook, unprintable
from clesidra_desktop.domain.checks import check_workshop, missing_annex_file
from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.finding import Finding, Severity
from clesidra_desktop.domain.texts import texts
from clesidra_desktop.domain.workshop import AnnexSource, Workshop
from clesidra_desktop.exchange.workshop_file.reading import WorkshopFile
from clesidra_desktop.services.annexes import annex_findings, opened_annexes, signature_findings


def check_workshop_file(file: WorkshopFile, annexes: PreparedAnnexes | None = None) -> tuple[Finding, ...]:
    """Return every finding of a workshop file that was read, those of the reading first.

    Files of annexes that are not made ready yet are looked at, but not converted.
    """
    left_out = (
        Finding("characters-left-out", Severity.WARNING, note.path, note.template, note.values) for note in file.notes
    )
    with nullcontext(annexes) if annexes is not None else opened_annexes(file, Edition.FULL, office=False) as ready:
        return (*left_out, *check_workshop(file.workshop), *file_findings(file, ready))


def file_findings(file: WorkshopFile, annexes: PreparedAnnexes) -> tuple[Finding, ...]:
    """Return what the rules of a workshop cannot find: of its files, and of the fonts that print it."""
    workshop = file.workshop
    return (
        *_missing_files(workshop, file.files),
        *annex_findings(workshop, annexes),
        *signature_findings(file),
        *unprintable_texts(workshop),
    )


def _missing_files(workshop: Workshop, files: Collection[str]) -> Iterator[Finding]:
    for index, annex in enumerate(workshop.annexes):
        if annex.source is AnnexSource.FILE and annex.file and annex.file not in files:
            yield missing_annex_file(index, annex)


def unprintable_texts(workshop: Workshop) -> Iterator[Finding]:
    """Find the texts with characters that no face of the PDF has."""
    chain = FontBook().regular
    for where, text in texts(workshop):
        if text.isascii():
            continue
        if missing := unprintable(text, chain):
            yield Finding(
                "unprintable",
                Severity.WARNING,
                where,
                "The PDF shows � for {characters}, which its fonts do not have; the Word document shows it.",
                {"characters": ", ".join(f"“{one}” (U+{ord(one):04X})" for one in missing)},
            )
