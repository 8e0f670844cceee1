"""Prepare: what follows the minutes, as files that are dropped in, and what the program makes itself."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import QLocale, Qt, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from clesidra_desktop.documents.annexes.kinds import Kind
from clesidra_desktop.documents.words import breakable
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Annex, AnnexSource, Workshop
from clesidra_desktop.files import write_file
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_prepare_annexes import Ui_PrepareAnnexes
from clesidra_desktop.gui.i18n import mark, tr, tr_count, tr_error
from clesidra_desktop.gui.pages.prepare_part import RowDeeds
from clesidra_desktop.gui.pages.prepare_section import Hints, Section, index_in
from clesidra_desktop.gui.preparation import PLACES
from clesidra_desktop.gui.tasks import Job
from clesidra_desktop.gui.widgets.checked_field import CheckedField
from clesidra_desktop.gui.widgets.row_list import DOWN, GAP, NUMBER_WIDTH, REMOVE, UP, RowFrame, RowList
from clesidra_desktop.services.annex_files import (
    LARGEST,
    AnnexFile,
    Paper,
    add_annexes,
    look_at_annexes,
    read_annex_file,
    read_papers,
    replace_annex_file,
)
from clesidra_desktop.services.prepare_rows import Part, key_of
from clesidra_desktop.settings import LAST_FOLDER

OURS = ".clesidra"
"""The ending of files that are workshops and not annexes; the window opens them."""

KIND_NAMES = {
    Kind.PDF: mark("PDF"),
    Kind.IMAGE: mark("picture"),
    Kind.HEIC: mark("HEIC picture"),
    Kind.OFFICE: mark("office file"),
    Kind.EMPTY: mark("empty file"),
    Kind.OTHER: mark("file of an unknown kind"),
}

FATES = {
    Kind.HEIC: mark("attached only; save it as JPEG to print it"),
    Kind.OFFICE: mark("attached only: LibreOffice is not installed; save it as PDF to print it"),
    Kind.EMPTY: mark("nothing is in it; choose it again"),
    Kind.OTHER: mark("attached only; save it as PDF to print it"),
}
"""What becomes of a file that does not become pages."""

MADE = {
    AnnexSource.ATTENDANTS: mark("made by the program from the registration table"),
    AnnexSource.AGENDA: mark("made by the program from the agenda"),
}


class AnnexRow(RowFrame[Annex]):
    """The title of an annex, with what is known of its file."""

    def __init__(self, section: "AnnexesSection", deeds: RowDeeds) -> None:
        super().__init__(deeds.context.theme)
        self._section = section
        self._edit = QLineEdit()
        self._title = CheckedField(self._edit, self.second_note, deeds.saving(self, "title"))
        self._about = QLabel()
        self._about.setProperty("level", "small")
        self.open_file, self.choose = QPushButton(), QPushButton()
        for button, do in ((self.open_file, section.open_file), (self.choose, section.choose_other)):
            button.setProperty("role", "quiet")
            button.clicked.connect(lambda _=False, do=do: do(self.key))
        self.columns.addWidget(self._edit, 1)
        buttons = self.columns
        if section.is_narrow:
            buttons = QHBoxLayout()
            buttons.setContentsMargins(NUMBER_WIDTH + GAP, 0, 0, 0)
            self.below.addLayout(buttons)
        for button in (self.open_file, self.choose):
            buttons.addWidget(button)
        if section.is_narrow:
            buttons.addStretch()

    def show_row(self, row: Annex, hint: str) -> None:
        """Show the annex."""
        self._title.show(row.title, hint)
        is_file = row.source is AnnexSource.FILE
        known = self._section.known_file(row.file) if is_file else None
        self.open_file.setVisible(known is not None)
        self.choose.setVisible(is_file)
        is_missing = is_file and known is None and self._section.has_looked
        words = tr(MADE[row.source]) if not is_file else annex_words(row, known, is_missing=is_missing)
        self.note.setText(breakable(words))
        self.note.setProperty("level", "late" if is_missing else "small")
        self.note.style().unpolish(self.note)
        self.note.style().polish(self.note)
        self.note.show()

    def fields(self) -> tuple[CheckedField, ...]:
        """The title."""
        return (self._title,)

    def name_all(self) -> None:
        """Say what is typed and pressed here."""
        super().name_all()
        self._edit.setAccessibleName(tr("Title of the annex"))
        self.open_file.setText(tr("Open"))
        self.choose.setText(tr("Other file…"))


class AnnexesSection(Section):
    """The annexes in their order; files are dropped anywhere on it. Where it `is_narrow`, buttons stand below."""

    KEY = "annexes"
    TITLE = mark("Annexes")
    PLACES: ClassVar = PLACES["annexes"]

    def __init__(self, context: Context, *, is_narrow: bool = False) -> None:
        super().__init__(context)
        self.ui = Ui_PrepareAnnexes()
        self.ui.setupUi(self)
        self.is_narrow = is_narrow
        if is_narrow:
            self.ui.drop_row.setDirection(QBoxLayout.Direction.TopToBottom)
        self.setAcceptDrops(True)
        self._deeds = RowDeeds(context, Part.ANNEX)
        self.rows: RowList[Annex] = RowList(partial(AnnexRow, self, self._deeds))
        self.ui.list.addWidget(self.rows)
        self._files: Mapping[str, AnnexFile] = {}
        self._seen_of: tuple[str, ...] | None = None
        self._hints: Hints = {}
        self._opened = QTemporaryDir()
        context.theme.set_icon(self.ui.choose, "file")
        self.ui.choose.clicked.connect(self._choose_files)
        self.ui.add_attendants.clicked.connect(partial(self._add_made, AnnexSource.ATTENDANTS))
        self.ui.add_agenda.clicked.connect(partial(self._add_made, AnnexSource.AGENDA))
        self.rows.asked.connect(self._asked)
        self.rows.judged.connect(self.recounted)
        self.rows.moved.connect(self._moved)
        self.retranslate()

    @property
    def has_looked(self) -> bool:
        """Whether it is known which files are there."""
        return self._seen_of is not None

    def known_file(self, path: str) -> AnnexFile | None:
        """Return what is known of the file at a path inside the workshop file."""
        return self._files.get(path)

    def show_workshop(self, workshop: Workshop, hints: Hints) -> None:
        """Show the annexes, and look at files that are new."""
        self._hints = hints
        paths = tuple(one.file for one in workshop.annexes)
        if paths != self._seen_of:
            self._look(workshop.id, paths)
        self._show(workshop)

    @property
    def missing(self) -> tuple[str, ...]:
        """What is typed and cannot be kept, and which files are not here."""
        workshop = self.context.open.workshop
        files = [one.file for one in workshop.annexes if one.source is AnnexSource.FILE] if workshop else []
        gone = tuple(_not_here(file) for file in files if self.has_looked and file not in self._files)
        return (*super().missing, *gone)

    def turn_away(self) -> None:
        """Another workshop is shown."""
        self.rows.turn_away()
        self._files, self._seen_of = {}, None

    def commit(self) -> None:
        """Hand in what is waiting."""
        self.rows.commit()

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)
        about = tr(
            "Drop files here, as many as you like and up to {limit} MB each. PDF, pictures and office files become "
            "pages behind the minutes; every file is attached as it is.",
            limit=LARGEST // 1024**2,
        )
        self.ui.about.setText(breakable(about))

    def first_field(self) -> QWidget:
        """The first annex, or the button that takes files."""
        return self.rows.rows[0].first() if self.rows.rows else self.ui.choose

    def go_to(self, where: str) -> None:
        """Go to the row of a path, and to its file where that is meant."""
        index, rows = index_in(where), self.rows.rows
        field = self.first_field()
        if 0 <= index < len(rows):
            row = rows[index]
            is_file = where.endswith(".file") and isinstance(row, AnnexRow) and row.choose.isVisibleTo(row)
            field = row.choose if is_file and isinstance(row, AnnexRow) else row.first()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_row(self) -> None:
        """Let a person choose files."""
        self._choose_files()

    def move_row(self, by: int) -> None:
        """Move the current annex."""
        if self.rows.current:
            self.rows.commit()
            self._deeds.move(self.rows.current.key, by)

    def remove_row(self) -> None:
        """Remove the current annex."""
        if self.rows.current:
            self._remove(self.rows.current.key)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Make annexes of the files that were dropped."""
        event.acceptProposedAction()
        self.take(dropped_files(event))

    def take(self, paths: Sequence[Path]) -> None:
        """Make annexes of files."""
        workshop = self.context.open.workshop
        if workshop is None:
            return
        add = partial(self.context.open.do, add_annexes, of=workshop.id)  # another one may be open when they are read
        self._read(paths, lambda papers: add(papers, done=lambda _: self._taken(papers)))

    def open_file(self, key: str) -> None:
        """Show the file of an annex in the program that the computer has for it: a copy, so the annex stays."""
        annex, workshop = self._annex(key), self.context.open.workshop
        if annex is None or workshop is None:
            return
        target = Path(self._opened.path()) / f"{workshop.id.hex[:8]}-{annex.key}" / PurePosixPath(annex.file).name

        def got(content: bytes) -> None:
            write = partial(write_file, target, content)
            self.context.tasks.aside(write, lambda _: _show_file(self.context, target))

        self.context.open.ask(read_annex_file, workshop.id, annex.file, done=got)

    def choose_other(self, key: str) -> None:
        """Let a person choose another file for an annex."""
        path, _ = QFileDialog.getOpenFileName(self, tr("Choose a file"), self.context.settings.get(LAST_FOLDER))
        if path:
            self.context.settings.set(LAST_FOLDER, str(Path(path).parent))
            self.replace_file(key, Path(path))

    def replace_file(self, key: str, path: Path) -> None:
        """Put another file in the place of that of an annex."""
        workshop = self.context.open.workshop
        if workshop:
            replace = partial(self.context.open.do, replace_annex_file, key, of=workshop.id)
            self._read([path], lambda papers: replace(papers[0]))

    # How

    def _show(self, workshop: Workshop) -> None:
        shown = [
            (key_of(one), one, self._hints.get(f"$.annexes[{index}].title", ""))
            for index, one in enumerate(workshop.annexes)
        ]
        self.rows.show_rows(shown)
        made = {one.source for one in workshop.annexes}
        self.ui.add_attendants.setVisible(AnnexSource.ATTENDANTS not in made)
        self.ui.add_agenda.setVisible(AnnexSource.AGENDA not in made)

    def _look(self, workshop_id: UUID, paths: tuple[str, ...]) -> None:
        known = {one.id: one for one in self._files.values()}

        def seen(files: Mapping[str, AnnexFile]) -> None:
            workshop = self.context.open.workshop
            if workshop and workshop.id == workshop_id:
                self._files, self._seen_of = files, paths
                self._show(workshop)
                self.recounted.emit()

        self.context.open.ask(look_at_annexes, workshop_id, known, done=seen)

    def _annex(self, key: str) -> Annex | None:
        workshop = self.context.open.workshop
        return next((one for one in workshop.annexes if one.key == key), None) if workshop else None

    def _asked(self, what: str, key: str) -> None:
        self.rows.commit()
        if what in (UP, DOWN):
            self._deeds.move(key, 1 if what == DOWN else -1)
        elif what == REMOVE:
            self._remove(key)

    def _moved(self, key: str, by: int) -> None:
        self.rows.commit()
        self._deeds.move(key, by)

    def _remove(self, key: str) -> None:
        self.rows.commit()
        self._deeds.remove([key])

    def _add_made(self, source: AnnexSource, _checked: bool = False) -> None:
        title = tr("Attendant list") if source is AnnexSource.ATTENDANTS else tr("Agenda")
        self._deeds.add(Annex(key="", title=title, source=source), "", self._focus)

    def _focus(self, key: str) -> QWidget | None:
        row = self.rows.row(key)
        if row is None:
            return None
        row.first().setFocus(Qt.FocusReason.TabFocusReason)
        return row.first()

    def _choose_files(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, tr("Choose files"), self.context.settings.get(LAST_FOLDER))
        if chosen:
            self.context.settings.set(LAST_FOLDER, str(Path(chosen[0]).parent))
            self.take([Path(one) for one in chosen])

    def _read(self, paths: Sequence[Path], then: Callable[[tuple[Paper, ...]], object]) -> None:
        """Read files with their progress shown; go on with those that could be read."""
        job = Job(self)

        def read(result: tuple[tuple[Paper, ...], tuple[UserError, ...]]) -> None:
            papers, refused = result
            if refused:
                self.context.messages.warn(" ".join(tr_error(one) for one in refused))
            if papers:
                then(papers)

        def work() -> tuple[tuple[Paper, ...], tuple[UserError, ...]]:
            try:
                return read_papers(paths, job.progress)
            finally:
                job.finished.emit()

        self.context.messages.work(job, tr_count("Reading {count} file…", "Reading {count} files…", len(paths)))
        self.context.tasks.aside(work, read)

    def _taken(self, papers: Sequence[Paper]) -> None:
        rows = self.rows.rows
        if rows and self.isVisible():
            rows[max(len(rows) - len(papers), 0)].first().setFocus(Qt.FocusReason.OtherFocusReason)


def _not_here(file: str) -> str:
    name = PurePosixPath(file).name or "–"
    return tr("The file {file} is not here. Choose it again, or remove the annex.", file=name)


def annex_words(annex: Annex, known: AnnexFile | None, *, is_missing: bool) -> str:
    """Return what is known of the file of an annex: name, kind, size, and what becomes of it."""
    name = PurePosixPath(annex.file).name
    if known is None:
        if not is_missing:
            return name
        return _not_here(annex.file)
    size = QLocale().formattedDataSize(known.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
    fate = tr("becomes pages of the minutes") if known.becomes_pages else tr(FATES[known.kind])
    return " · ".join((name, tr(KIND_NAMES[known.kind]), size, fate))


def _show_file(context: Context, path: Path) -> None:
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        context.messages.warn(tr("This computer has no program for {file}.", file=path.name))


def dropped_files(event: Any) -> list[Path]:
    """Return the files that are dragged here and may become annexes."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() != OURS]
