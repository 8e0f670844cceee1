"""The archive as pictures: two workshops of years before are put beside the one that is open."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from uuid import NAMESPACE_OID, UUID, uuid5

from PySide6.QtWidgets import QApplication

from clesidra_desktop.app import Program
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.gui.pages.archive import ArchivePage
from clesidra_desktop.gui.pages.archive_search import SearchTab
from clesidra_desktop.services.workshops import import_workshop
from clesidra_desktop.storage.database import Database

SHOWN = ("search", "answers", "ways")

YEARS = (2024, 2025)
TYPED = {"en": "market", "km": "កូនសៀវភៅ"}


def _of_year(workshop: Workshop, year: int) -> Workshop:
    """Return the workshop as if it had been held in another year."""

    def other(id_: UUID) -> UUID:
        return uuid5(NAMESPACE_OID, f"{id_} {year}")

    day = datetime(year, 5, 6, 8)
    ways = tuple(
        replace(way, id=other(way.id), due=f"{year}-09-01", done=date(year, 8, 1) if place == 1 else None)
        for place, way in enumerate(workshop.ways_forward)
    )
    return replace(
        workshop,
        id=other(workshop.id),
        title=f"{workshop.title} {year}",
        starts=day,
        ends=day.replace(hour=12),
        attendants=(),
        groups=(),
        agenda=(),
        annexes=(),
        split=type(workshop.split)(),
        ways_forward=ways,
    )


def _add(database: Database, workshop: Workshop, *, who: str) -> None:
    for year in YEARS:
        import_workshop(database, _of_year(workshop, year), {}, who=who)


def archive_scenes(program: Program, wait: Callable[[Program], None]) -> Iterator[str]:
    """Show each tab, and yield what the picture of it is called."""
    context = program.window.context
    workshop = context.open.workshop
    assert workshop is not None
    context.open.do_in_directory(lambda database, who: _add(database, workshop, who=who))
    wait(program)
    program.window.show_page("archive")
    wait(program)
    page = program.window.page
    assert isinstance(page, ArchivePage)
    for key in SHOWN:
        tab = page.tab(key)
        wait(program)
        if isinstance(tab, SearchTab):
            tab.ui.search.setText(TYPED[context.translation.language])
        wait(program)
        QApplication.processEvents()
        yield f"archive_{key}"
