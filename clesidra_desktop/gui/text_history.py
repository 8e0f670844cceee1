"""What stood in an outline before: shows its history, and brings a version back."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.dialogs.text_history import TextHistoryDialog
from clesidra_desktop.gui.i18n import time_text, tr
from clesidra_desktop.gui.outline_keeper import OutlineKeeper, OutlineSource
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.versions import Version

if TYPE_CHECKING:
    from clesidra_desktop.services.changes import Changes


def show_history(context: Context, keeper: OutlineKeeper, title: str, parent: QWidget) -> None:
    """Show what stood in an outline before, once what is being typed is written."""
    source, workshop = keeper.source, context.open.workshop
    if source is None or workshop is None:
        return
    if keeper.is_in_conflict:
        context.messages.news(tr("Choose first which of the two texts is kept."))
        return

    def find(database: Database) -> tuple[Version, ...]:
        return source.versions(database, workshop.id, *source.keys)

    def restore(version: Version) -> None:
        keeper.when_written(lambda: _bring_back(context, keeper, source, version))

    def show() -> None:
        TextHistoryDialog(context, title, find, restore, parent).open()

    keeper.when_written(show)


def _bring_back(context: Context, keeper: OutlineKeeper, source: OutlineSource, version: Version) -> None:
    """Bring a version back; what stands there now is in the history then."""

    def deed(database: Database, workshop_id: UUID, *, who: str) -> tuple[str, "Changes"]:
        now = source.find(database, workshop_id, *source.keys).version  # it was shown when the version was chosen
        return source.restore(database, workshop_id, *source.keys, version.sequence, version=now, who=who)

    def restored(_result: object) -> None:
        said = tr("The text of {time} is back.", time=time_text(context.open.local(version.at)))
        context.messages.news(said, tr("Undo"), context.open.way_back())
        keeper.refresh()

    context.open.do(deed, done=restored)
