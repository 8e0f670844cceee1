"""All files of annexes, made ready one after the other."""

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path

from clesidra_desktop.documents.annexes.images import BrokenImageError, read_images
from clesidra_desktop.documents.annexes.kinds import Kind, kind_of
from clesidra_desktop.documents.annexes.model import PreparedAnnex, Remark
from clesidra_desktop.documents.annexes.office import convert, find_office
from clesidra_desktop.documents.annexes.pdf_file import prepare_pdf
from clesidra_desktop.domain.progress import Progress, no_progress

UNSHOWN = {
    "annex-empty": "{file} is empty (0 bytes). Attach the file again.",
    "annex-broken-image": "{file} is damaged and could not be shown; it is attached. Save the picture again.",
    "annex-heic": "{file} is a HEIC picture, which cannot be shown; it is attached. Save it as JPEG (on a phone:"
    " settings of the camera, formats, most compatible).",
    "annex-unknown-format": "{file} is of a kind that cannot be shown as pages; it is attached. Save it as PDF and"
    " attach that.",
    "annex-needs-office": "{file} was not made into pages, because LibreOffice is not installed; it is attached. Save"
    " it as PDF and attach that, or install LibreOffice.",
    "annex-office-failed": "{file} could not be made into pages by LibreOffice; it is attached. Save it as PDF and"
    " attach that.",
    "annex-office-late": "{file} took LibreOffice too long to be made into pages; it is attached. Save it as PDF and"
    " attach that.",
}
STEPS = 100
"""Into which the work on every file is divided when its progress is told."""


def prepare_annexes(
    files: Mapping[str, Path], folder: Path, *, office: bool = True, progress: Progress = no_progress
) -> dict[str, PreparedAnnex]:
    """Make files ready, given by their paths inside the workshop file; `folder` is for what is made meanwhile.

    Nothing is raised for a file that cannot be shown: it has a remark. Without `office` nothing is converted, and
    office files are neither shown nor remarked upon where LibreOffice could show them. Whoever calls closes each
    `pdf`. Raises OSError where a file cannot be read.
    """
    prepared: dict[str, PreparedAnnex] = {}
    kinds = {file: kind_of(path) for file, path in files.items()}
    with ExitStack() as stack:
        for number, (file, path) in enumerate(files.items()):
            kind, media_type = kinds[file]
            if kind is Kind.PDF:
                made = prepare_pdf(path, partial(_tell, progress, number, len(files)))
            else:
                made = _prepare(path, kind, media_type)
            prepared[file] = _closing(stack, made)
        papers = {file: path for file, path in files.items() if kinds[file][0] is Kind.OFFICE}
        if papers and office and (program := find_office()):
            for file, made in _convert(program, papers, folder, progress).items():
                prepared[file] = _closing(stack, replace(made, media_type=kinds[file][1]))
        elif papers and find_office() is None:
            for file, path in papers.items():
                prepared[file] = _unshown(path, "annex-needs-office", kinds[file][1])
        progress(STEPS * len(files), STEPS * len(files))
        stack.pop_all()
    return prepared


def _tell(progress: Progress, before: int, files: int, done: int, pages: int) -> None:
    """Tell how far the work on one of several files is."""
    progress(STEPS * before + STEPS * done // pages, STEPS * files)


def _closing(stack: ExitStack, made: PreparedAnnex) -> PreparedAnnex:
    """Let an annex be closed where the ones after it fail."""
    if made.pdf:
        stack.enter_context(made.pdf)
    return made


def _prepare(path: Path, kind: Kind, media_type: str) -> PreparedAnnex:
    match kind:
        case Kind.IMAGE:
            try:
                return PreparedAnnex(path=path, media_type=media_type, images=read_images(path.read_bytes()))
            except BrokenImageError:
                return _unshown(path, "annex-broken-image", media_type)
        case Kind.OFFICE:
            return PreparedAnnex(path=path, media_type=media_type)
        case Kind.EMPTY:
            return _unshown(path, "annex-empty", media_type)
        case Kind.HEIC:
            return _unshown(path, "annex-heic", media_type)
        case _:
            return _unshown(path, "annex-unknown-format", media_type)


def _unshown(path: Path, code: str, media_type: str) -> PreparedAnnex:
    remark = Remark(code, UNSHOWN[code], {"file": path.name}, unshown=True)
    return PreparedAnnex(path=path, media_type=media_type, remarks=(remark,))


def _convert(program: Path, papers: Mapping[str, Path], folder: Path, progress: Progress) -> dict[str, PreparedAnnex]:
    """Convert the papers and make the PDFs ready that came out."""
    converted, late = convert(program, tuple(papers.values()), folder, progress=progress)
    code = "annex-office-late" if late else "annex-office-failed"
    made: dict[str, PreparedAnnex] = {}
    for file, path in papers.items():
        if path not in converted:
            made[file] = _unshown(path, code, "")
            continue
        one = prepare_pdf(converted[path])
        named = tuple(replace(remark, values={**remark.values, "file": path.name}) for remark in one.remarks)
        made[file] = replace(one, path=path, remarks=named)
    return made
