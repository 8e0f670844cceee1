"""The minutes of a workshop as files."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from clesidra_desktop.documents.annexes.model import NO_ANNEXES, PreparedAnnexes
from clesidra_desktop.documents.blocks import Document
from clesidra_desktop.documents.compose import compose_minutes, with_standing
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain.editions import Edition, edition_of
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.domain.publishing import DRAFT, Standing
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.exchange.workshop_file import encode_workshop
from clesidra_desktop.exchange.workshop_file.reading import WorkshopFile
from clesidra_desktop.files import make_folder_of, write_whole
from clesidra_desktop.services.annexes import signature_images
from clesidra_desktop.services.appearance import PLAIN, Appearance

if TYPE_CHECKING:
    from clesidra_desktop.documents.docx import Template
    from clesidra_desktop.documents.theme import Theme


class Format(StrEnum):
    """The formats in which minutes are written, the first one first: the PDF tells the DOCX its page numbers."""

    PDF = "pdf"
    DOCX = "docx"


def minutes_name(stem: str, kind: Format, language: Language, edition: Edition = Edition.FULL) -> str:
    """Return the file name of minutes; that of the public edition says so."""
    public = "-public" if edition is Edition.PUBLIC else ""
    return f"{stem}-minutes{public}-{language}.{kind}"


def write_minutes(
    read: WorkshopFile,
    targets: Mapping[Format, Path],
    *,
    language: Language,
    edition: Edition = Edition.FULL,
    annexes: PreparedAnnexes = NO_ANNEXES,
    appearance: Appearance = PLAIN,
    created: datetime | None = None,
    progress: Callable[[Format], Progress] = lambda _: no_progress,
) -> Iterator[Path]:
    """Write an edition of the minutes in a language, one file after the other, and yield each path once it is whole.

    `annexes` are the files of annexes made ready (see `opened_annexes`), `created` is the moment for the properties of
    the documents (now, unless given). Raises UserError where the template or the theme cannot be used or a file cannot
    be written.
    """
    minutes = compose(read, language, edition, annexes, created, appearance)
    for kind in Format:
        if (path := targets.get(kind)) is None:
            continue
        make_folder_of(path)
        write_whole({path: partial(minutes.write, kind, progress=progress(kind))})
        yield path


@dataclass(slots=True)
class Minutes:
    """Composed minutes with all that is needed to write them: `source` is the workshop of the document's edition.

    `pages` are the pages of the headings (see `page_numbers`) once the minutes were laid out.
    """

    document: Document
    source: Workshop
    annexes: PreparedAnnexes
    labels: Labels
    created: datetime
    template: "Template | None" = None
    embed_fonts: bool = False
    theme: "Theme | None" = None
    pages: tuple[int, ...] | None = None

    def write(self, kind: Format, stream: BinaryIO, progress: Progress = no_progress) -> None:
        """Write the minutes in a format. The PDF carries the workshop as an attached workshop file."""
        # Each format has libraries of its own, which take longer to import than a small workshop takes to write.
        from clesidra_desktop.documents.pdf import Attachment, page_numbers, save_pdf  # noqa: PLC0415

        if kind is Format.DOCX:
            from clesidra_desktop.documents.docx import write_docx  # noqa: PLC0415

            if self.pages is None and self.template is None:
                self.pages = page_numbers(self.document, self.annexes, self.theme)
            written = write_docx(
                self.document,
                created=self.created,
                annexes=self.annexes,
                pages=(self.pages or ()) if self.template is None else (),  # its margins are not those of the PDF
                template=self.template,
                embed_fonts=self.embed_fonts,
                progress=progress,
            )
            stream.write(written)
            return
        description = self.labels("attached_workshop")
        data = Attachment("workshop.json", "application/json", encode_workshop(self.source), description)
        self.pages = save_pdf(
            self.document,
            stream,
            created=self.created,
            attachments=[data],
            annexes=self.annexes,
            theme=self.theme,
            progress=progress,
        )


def compose(
    read: WorkshopFile,
    language: Language,
    edition: Edition = Edition.FULL,
    annexes: PreparedAnnexes = NO_ANNEXES,
    created: datetime | None = None,
    appearance: Appearance = PLAIN,
    standing: Standing = DRAFT,
) -> Minutes:
    """Compose an edition of the minutes of a workshop file: a draft, unless `standing` names the published version.

    `created` is now unless given. Raises UserError where the template or the theme cannot be used.
    """
    chosen = theme = None
    if appearance.template:
        from clesidra_desktop.documents.docx import read_template  # noqa: PLC0415 - most minutes need none

        chosen = read_template(appearance.template)
    if appearance.theme:
        from clesidra_desktop.documents.theme import read_theme  # noqa: PLC0415 - most minutes have the program's own

        theme = read_theme(appearance.theme)
    labels = Labels(language)
    shown = edition_of(read.workshop, edition)
    moment = created or datetime.now(UTC)
    signatures = signature_images(read, edition)
    document = compose_minutes(read.workshop, labels, annexes, signatures, edition=edition)
    document = with_standing(document, standing, labels)
    return Minutes(document, shown, annexes, labels, moment, chosen, appearance.embed_fonts, theme)
