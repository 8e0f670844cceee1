"""The files of annexes and signatures on their way from a workshop file into documents."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePosixPath

from clesidra_desktop.documents.annexes.images import BrokenImageError, read_image
from clesidra_desktop.documents.annexes.model import PreparedAnnexes
from clesidra_desktop.documents.annexes.prepare import prepare_annexes
from clesidra_desktop.documents.blocks import Image
from clesidra_desktop.domain.editions import Edition, edition_of, files_of
from clesidra_desktop.domain.finding import Finding, Severity
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.domain.workshop import AnnexSource, Workshop
from clesidra_desktop.exchange.workshop_file.enclosures import Enclosure, EnclosureOnDisk, unreadable
from clesidra_desktop.exchange.workshop_file.reading import WorkshopFile


@contextmanager
def opened_annexes(
    read: WorkshopFile, edition: Edition, *, office: bool = True, progress: Progress = no_progress
) -> Iterator[PreparedAnnexes]:
    """Make the annex files that an edition shows ready, by their paths inside the workshop file, and close them after.

    Without `office` no file is converted. Raises UserError where a file cannot be read.
    """
    shown = edition_of(read.workshop, edition)
    there = files_of(read.workshop, read.files, edition)
    wanted = dict.fromkeys(one.file for one in shown.annexes if one.source is AnnexSource.FILE and one.file in there)
    if not wanted:
        yield {}
        return
    with tempfile.TemporaryDirectory(prefix="clesidra-", ignore_cleanup_errors=True) as folder, ExitStack() as stack:
        work = Path(folder)
        files = {file: _on_disk(read.files[file], file, work / str(number)) for number, file in enumerate(wanted)}
        (work / "office").mkdir()
        try:
            prepared = prepare_annexes(files, work / "office", office=office, progress=progress)
        except OSError as error:
            raise unreadable(error.filename or "annex", error) from error
        for annex in prepared.values():
            if annex.pdf:
                stack.enter_context(annex.pdf)
        yield prepared


def _on_disk(enclosure: Enclosure, file: str, folder: Path) -> Path:
    """Return where a file lies, after writing it there if it comes out of an archive."""
    if isinstance(enclosure, EnclosureOnDisk):
        return enclosure.path
    folder.mkdir()
    path = folder / PurePosixPath(file).name
    with path.open("wb") as stream:
        stream.writelines(enclosure.chunks())
    return path


def signature_images(read: WorkshopFile, edition: Edition) -> Mapping[str, Image]:
    """Return the pictures of the attendants' signatures by their paths; what is no picture is left out."""
    shown = edition_of(read.workshop, edition)
    images = {}
    for file in dict.fromkeys(one.signature for one in shown.attendants if one.signature in read.files):
        try:
            images[file] = read_image(read.files[file].read())
        except BrokenImageError:
            continue
    return images


def annex_findings(workshop: Workshop, prepared: PreparedAnnexes) -> Iterator[Finding]:
    """Yield what a person should know about the files of annexes."""
    for index, annex in enumerate(workshop.annexes):
        if annex.source is AnnexSource.FILE and annex.file in prepared:
            for remark in prepared[annex.file].remarks:
                where = f"$.annexes[{index}].file"
                yield Finding(remark.code, Severity.WARNING, where, remark.template, dict(remark.values))


def signature_findings(read: WorkshopFile) -> Iterator[Finding]:
    """Yield the signatures that are no pictures."""
    images = signature_images(read, Edition.FULL)
    for index, attendant in enumerate(read.workshop.attendants):
        if attendant.signature in read.files and attendant.signature not in images:
            yield Finding(
                "signature-broken",
                Severity.WARNING,
                f"$.attendants[{index}].signature",
                "The signature {file} is no picture that can be shown. Save it as PNG or JPEG.",
                {"file": attendant.signature},
            )
