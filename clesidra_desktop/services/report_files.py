"""Reports as files: Word document, PDF and spreadsheet."""

import io
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import BinaryIO

from clesidra_desktop.documents.blocks import Document
from clesidra_desktop.documents.compose.report import compose_report
from clesidra_desktop.documents.docx import read_template, write_docx
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.documents.page_pictures import PagePictures
from clesidra_desktop.documents.pdf import save_pdf
from clesidra_desktop.documents.theme import read_theme
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.domain.reports import PeopleRange, Report
from clesidra_desktop.exchange.report import write_report_sheets
from clesidra_desktop.files import make_folder_of, write_whole
from clesidra_desktop.services.appearance import PLAIN, Appearance
from clesidra_desktop.services.file_names import narrowed_stem


class ReportFormat(StrEnum):
    """The formats in which a report is written."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"


def report_name(report: Report, kind: ReportFormat, language: Language) -> str:
    """Return the file name of a report: its period, programme and place, and its language."""
    filters = report.filters
    days = [f"{day:%Y-%m-%d}" for day in (filters.period.first, filters.period.last) if day]
    return f"{narrowed_stem('report', *days, filters.programme, filters.place)}-{language}.{kind}"


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """A report that is ready to be written in a language, in the look of an office."""

    report: Report
    people: PeopleRange | None
    language: Language
    appearance: Appearance = PLAIN

    def write(
        self,
        folder: Path,
        kinds: Collection[ReportFormat] = tuple(ReportFormat),
        *,
        created: datetime | None = None,
        progress: Callable[[ReportFormat], Progress] = lambda _: no_progress,
    ) -> Iterator[Path]:
        """Write the report into a folder, one file after the other, and yield each path once it is whole.

        Raises UserError where the template or the theme cannot be used or a file cannot be written.
        """
        moment = created or datetime.now(UTC)
        for kind in ReportFormat:
            if kind in kinds:
                path = folder / report_name(self.report, kind, self.language)
                make_folder_of(path)
                write_whole({path: partial(self._save, kind, moment, progress(kind))})
                yield path

    def pictures(self, progress: Progress = no_progress) -> PagePictures:
        """Return the pages of the PDF, to be printed."""
        stream = io.BytesIO()
        self._save(ReportFormat.PDF, datetime.now(UTC), progress, stream)
        return PagePictures(stream.getvalue())

    def _save(self, kind: ReportFormat, moment: datetime, progress: Progress, stream: BinaryIO) -> None:
        labels = Labels(self.language)
        if kind is ReportFormat.XLSX:
            stream.write(write_report_sheets(self.report, labels, self.people, created=moment))
            return
        document: Document = compose_report(self.report, labels, self.people, moment)
        if kind is ReportFormat.DOCX:
            appearance = self.appearance
            template = read_template(appearance.template) if appearance.template else None
            stream.write(
                write_docx(
                    document,
                    created=moment,
                    template=template,
                    embed_fonts=appearance.embed_fonts,
                    progress=progress,
                )
            )
            return
        theme = read_theme(self.appearance.theme) if self.appearance.theme else None
        save_pdf(document, stream, created=moment, theme=theme, progress=progress)
