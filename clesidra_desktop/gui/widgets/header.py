"""The header: always the workshop, who is here, the quotas, the clock, and what the database says was saved."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from clesidra_desktop.gui.i18n import clock_text, date_text, time_text, tr
from clesidra_desktop.gui.open_workshop import OpenWorkshop
from clesidra_desktop.gui.tasks import Tasks
from clesidra_desktop.gui.theme import Theme
from clesidra_desktop.gui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from clesidra_desktop.domain.workshop import Workshop
    from clesidra_desktop.gui.widgets.gauge import Gauge

SHOWN_QUOTAS = 3
"""Gauges that fit beside each other on a small screen; the Register page has all of them."""


class Header(QFrame):
    """The header of the window."""

    def __init__(self, open_workshop: OpenWorkshop, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setProperty("surface", "bar")
        self._open = open_workshop
        self._theme = theme
        self._title, self._where = ElidedLabel(), ElidedLabel()
        self._title.setProperty("level", "section")
        self._where.setProperty("level", "small")
        self._here = QLabel()
        self._here.setObjectName("people_here")
        self._here.setProperty("level", "section")
        self._clock = QLabel(alignment=Qt.AlignmentFlag.AlignRight)
        self._clock.setObjectName("clock")
        self._clock.setProperty("level", "section")
        self._saved = QLabel(alignment=Qt.AlignmentFlag.AlignRight)
        self._saved.setObjectName("saved_state")
        self._saved.setProperty("level", "small")
        self._gauges: list[Gauge] = []
        self._lay_out()
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        open_workshop.replaced.connect(self.refresh)
        open_workshop.changed.connect(lambda: tasks.soon(self.refresh))
        open_workshop.saved.connect(self.refresh_saved)
        theme.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the workshop as it was read back."""
        workshop = self._open.workshop
        self._title.setText(workshop.title if workshop else tr("No workshop is open"))
        self._where.setText(_where_and_when(workshop) if workshop else tr("Choose one, or make a new one."))
        self._here.setVisible(workshop is not None)
        for gauge in self._gauges:
            gauge.hide()
        if workshop:
            self._show_people(workshop)
        self._tick()
        self.refresh_saved()

    def refresh_saved(self) -> None:
        """Show what the journal said."""
        saved = self._open.last_saved
        self._saved.setText(tr("Saved {time}", time=clock_text(self._open.local(saved.at))) if saved else "")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    def _show_people(self, workshop: "Workshop") -> None:
        # The rules of a workshop are imported with the first one: the window comes before.
        from clesidra_desktop.domain.attendance import those_here  # noqa: PLC0415
        from clesidra_desktop.domain.days import day_at  # noqa: PLC0415
        from clesidra_desktop.domain.quotas import measure_quota  # noqa: PLC0415
        from clesidra_desktop.domain.workshop import QuotaAttribute  # noqa: PLC0415
        from clesidra_desktop.gui.widgets.gauge import Gauge  # noqa: PLC0415

        here = those_here(workshop, day_at(workshop, self._open.now()))
        self._here.setText(tr("{here} of {all} here", here=len(here), all=len(workshop.attendants)))
        labels = {one.code: one.label for one in workshop.categories}
        while len(self._gauges) < min(SHOWN_QUOTAS, len(workshop.quotas)):
            self._gauges.append(Gauge(self._theme))
            self._row.insertWidget(self._row.count() - 1, self._gauges[-1])
        for gauge, quota in zip(self._gauges, workshop.quotas, strict=False):
            is_category = quota.attribute is QuotaAttribute.CATEGORY
            gauge.show_result(measure_quota(quota, here), labels.get(quota.value, "") if is_category else "")
            gauge.show()

    def _tick(self) -> None:
        self._clock.setText(time_text(self._open.now()))

    def _lay_out(self) -> None:
        names, moments = QVBoxLayout(), QVBoxLayout()
        for column, labels in ((names, (self._title, self._where)), (moments, (self._clock, self._saved))):
            column.setSpacing(0)
            for label in labels:
                column.addWidget(label)
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 6)
        layout.setSpacing(18)
        layout.addLayout(names, 1)
        layout.addWidget(self._here)
        layout.addLayout(moments)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


def _where_and_when(workshop: "Workshop") -> str:
    parts: list[str] = []
    if workshop.starts:
        parts.append(_days(workshop.starts, workshop.ends))
    parts += [place for place in (workshop.venue, workshop.place) if place]
    return " · ".join(parts)


def _days(starts: datetime, ends: datetime | None) -> str:
    if ends and ends.date() > starts.date():
        return f"{date_text(starts.date())} – {date_text(ends.date())}"
    return date_text(starts.date())
