"""Who is here, by category and sex, and what the quotas still want: always in sight at the door."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from clesidra_desktop.domain.attendance import those_here
from clesidra_desktop.domain.counts import printed_categories
from clesidra_desktop.domain.quotas import QuotaResult, measure_quota
from clesidra_desktop.domain.workshop import Category, QuotaAttribute, Sex, Workshop
from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.gui.theme import Theme
from clesidra_desktop.gui.widgets.badge import Badge, CategoryColours
from clesidra_desktop.gui.widgets.gauge import Bar
from clesidra_desktop.gui.words import SEX_LETTERS, SEX_WORDS, quota_name, quota_sentence

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEAST = 84
"""Pixels that are always there."""

MOST_LINES = 14
"""Lines after which the tallies scroll: the hits above need room."""


class Tallies(QScrollArea):
    """A grid of numbers and a line a quota. Unknown sexes and categories are counted as such."""

    def __init__(self, theme: Theme, colours: CategoryColours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._colours = colours
        self._layout_for: object = None
        self._counted: Counter[tuple[str, Sex | None]] = Counter()
        self._numbers: list[list[QLabel]] = []
        self._quotas: list[tuple[Bar, QLabel, QLabel]] = []
        self._height = 0
        self.setObjectName("tallies_area")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_workshop(self, workshop: Workshop, day: date | None, *, anew: bool = False) -> None:
        """Count who is here on a day. `anew` lays everything out again, as after a change of language."""
        here = those_here(workshop, day)
        self._counted = Counter((one.category, one.sex) for one in here)
        categories = printed_categories(workshop)
        sexes = [sex for sex in (*Sex, None) if sex is not Sex.OTHER or any(key[1] is sex for key in self._counted)]
        wanted = (categories, sexes, workshop.quotas)
        if wanted != self._layout_for or anew:
            self._layout_for = wanted
            self._lay_out(categories, sexes, len(workshop.quotas))
        expected = Counter(one.category for one in workshop.attendants)
        rows = [[self._counted[one.code, sex] for sex in sexes] for one in categories]
        for place, (counts, category) in enumerate(zip(rows, categories, strict=True)):
            self._show_numbers(place, [*counts, sum(counts), expected[category.code]])
        sums = [sum(column) for column in zip(*rows, strict=True)] if rows else [0] * len(sexes)
        self._show_numbers(len(categories), [*sums, sum(sums), expected.total()])
        labels = {one.code: one.label for one in workshop.categories}
        for place, quota in enumerate(workshop.quotas):
            self._show_quota(place, measure_quota(quota, here), labels)
        self._fit()

    def numbers(self) -> dict[str, int]:
        """Return who is here by sex, as the last row shows it; `F`, `M`, `X`, empty for unknown."""
        sums: Counter[str] = Counter()
        for (_, sex), count in self._counted.items():
            sums[sex or ""] += count
        return dict(sums)

    def sizeHint(self) -> QSize:
        """As high as the numbers and sentences; a form above that needs the room takes it, and they scroll."""
        return QSize(300, min(self._height, self._tallest))

    @property
    def _tallest(self) -> int:
        return MOST_LINES * self.fontMetrics().lineSpacing()

    def minimumSizeHint(self) -> QSize:
        """A few lines."""
        return QSize(200, min(self._height, LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the sentences need at this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        inner = self.widget()
        if inner is None:
            return
        width = self.viewport().width()
        height = inner.heightForWidth(width) if inner.hasHeightForWidth() else inner.sizeHint().height()
        if height != self._height:
            self._height = height
            self.setMaximumHeight(min(height, self._tallest))
            self.updateGeometry()

    def _lay_out(self, categories: Sequence[Category], sexes: Sequence[Sex | None], quotas: int) -> None:
        self.setAccessibleName(tr("Tallies and quotas"))
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addLayout(self._grid(categories, sexes))
        self._quotas = [self._quota(rows) for _ in range(quotas)]
        rows.addStretch()
        self.setWidget(inner)
        inner.show()

    def _grid(self, categories: Sequence[Category], sexes: Sequence[Sex | None]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(0, 1)
        heads = [(tr(SEX_LETTERS[sex]) if sex else "?", tr(SEX_WORDS[sex])) for sex in sexes]
        heads += [(tr("here"), ""), (tr("of"), tr("registered"))]
        for column, (text, spoken) in enumerate(heads, start=1):
            head = QLabel(text, alignment=RIGHT)
            head.setProperty("level", "small")
            head.setToolTip(spoken)
            grid.addWidget(head, 0, column)
        for row, category in enumerate(categories, start=1):
            badge = Badge(category.code or tr("none"), self._colours.colour(category.code))
            badge.setToolTip(category.label or tr("Without a category"))
            grid.addWidget(badge, row, 0)
        grid.addWidget(QLabel(tr("All")), len(categories) + 1, 0)
        self._numbers = [[QLabel(alignment=RIGHT) for _ in heads] for _ in range(len(categories) + 1)]
        for row, labels in enumerate(self._numbers, start=1):
            for column, label in enumerate(labels, start=1):
                grid.addWidget(label, row, column)
        for label in self._numbers[-1]:
            font = label.font()
            font.setBold(True)
            label.setFont(font)
        return grid

    def _show_numbers(self, row: int, numbers: Sequence[int]) -> None:
        for column, (label, number) in enumerate(zip(self._numbers[row], numbers, strict=True), start=1):
            label.setText(str(number))
            _set_level(label, "muted" if not number or column == len(numbers) else "")

    def _quota(self, rows: QVBoxLayout) -> tuple[Bar, QLabel, QLabel]:
        bar, share, sentence = Bar(self._theme), QLabel(), QLabel(wordWrap=True)
        sentence.setObjectName("quota_sentence")
        row, column = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(8)
        column.setSpacing(0)
        row.addWidget(bar)
        row.addWidget(share, 1)
        column.addLayout(row)
        column.addWidget(sentence)  # below, where it has the whole width: names are long, and so is large type
        rows.addLayout(column)
        return bar, share, sentence

    def _show_quota(self, place: int, result: QuotaResult, labels: dict[str, str]) -> None:
        is_category = result.quota.attribute is QuotaAttribute.CATEGORY
        name = quota_name(result.quota, labels.get(result.quota.value, "") if is_category else "")
        bar, share, sentence = self._quotas[place]
        bar.show_share(result.share, result.quota.share, reached=result.reached)
        share.setText(f"{name} {result.share:.0%}")
        sentence.setText(quota_sentence(result, name))
        _set_level(sentence, "good" if result.reached else "late")


def _set_level(label: QLabel, level: str) -> None:
    if label.property("level") != level:
        label.setProperty("level", level)
        label.style().unpolish(label)
        label.style().polish(label)
