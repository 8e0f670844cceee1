"""The free texts of sections of the minutes, one at a time, each with its version."""

from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clesidra_desktop.domain.minutes_sections import is_usual
from clesidra_desktop.domain.outline import Outline
from clesidra_desktop.storage.answers import EMPTY_VERSION, refuse_stale
from clesidra_desktop.storage.ids import keyed_id
from clesidra_desktop.storage.splices import digest
from clesidra_desktop.storage.tables.minutes import MinutesSectionRow
from clesidra_desktop.storage.tables.outlines import from_points, to_points

TEXTS = {"before": "text_before", "after": "text_after"}
"""The column of each text of a section."""


def load_text(session: Session, workshop_id: UUID, key: str, place: str) -> tuple[Outline, str]:
    """Return the text `before` or `after` a section and its version; one that was never typed is empty."""
    row = _row(session, workshop_id, key)
    points: list[dict[str, Any]] = getattr(row, TEXTS[place]) if row else []
    return (from_points(points), digest(points)) if points else ((), EMPTY_VERSION)


def save_text(session: Session, workshop_id: UUID, key: str, place: str, text: Outline, version: str) -> str:
    """Make the text `before` or `after` a section an outline; return its version.

    A section that is as usual afterwards has no row. Raises ConflictError where the text is not of the version any
    more.
    """
    row = _row(session, workshop_id, key)
    points = to_points(text)
    now, wanted = refuse_stale(getattr(row, TEXTS[place]) if row else [], points, text, version)
    if wanted == now:
        return wanted
    if row is None:
        row = _new_row(session, workshop_id, key)
        session.add(row)
    setattr(row, TEXTS[place], points)
    if is_usual(row.to_domain()):
        session.delete(row)
    return wanted


def section_row_id(session: Session, workshop_id: UUID, key: str) -> UUID:
    """Return the id of the row of a section, also of one that is as usual and has none."""
    row = _row(session, workshop_id, key)
    return row.id if row else _new_id(workshop_id, key)


def _new_id(workshop_id: UUID, key: str) -> UUID:
    return keyed_id(workshop_id, MinutesSectionRow.__tablename__, key, 1)


def _row(session: Session, workshop_id: UUID, key: str) -> MinutesSectionRow | None:
    of_section = MinutesSectionRow.workshop_id == workshop_id, MinutesSectionRow.key == key
    return session.scalar(select(MinutesSectionRow).where(*of_section).limit(1))


def _new_row(session: Session, workshop_id: UUID, key: str) -> MinutesSectionRow:
    last = select(func.max(MinutesSectionRow.ordinal)).where(MinutesSectionRow.workshop_id == workshop_id)
    row = MinutesSectionRow(
        ordinal=(session.scalar(last) or 0) + 1,
        key=key,
        shown=True,
        title="",
        text_before=[],
        text_after=[],
        extensions={},
    )
    row.workshop_id, row.id = workshop_id, _new_id(workshop_id, key)
    return row
