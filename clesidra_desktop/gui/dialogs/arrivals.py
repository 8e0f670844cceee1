"""What became of files and packs that were taken in at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QDialog, QWidget

from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_arrivals import Ui_Arrivals
from clesidra_desktop.gui.i18n import mark, tr
from clesidra_desktop.gui.models.rows import Column, RowsModel
from clesidra_desktop.services.importing import Arrival, Outcome

OUTCOME_WORDS = {
    Outcome.TAKEN: mark("taken in"),
    Outcome.SAME: mark("here already"),
    Outcome.MERGED: mark("merged"),
    Outcome.PARTLY: mark("in part"),
    Outcome.OPEN: mark("to decide"),
    Outcome.REFUSED: mark("refused"),
}

ORDER = (Outcome.REFUSED, Outcome.PARTLY, Outcome.OPEN, Outcome.MERGED, Outcome.TAKEN, Outcome.SAME)
"""What somebody has to look at comes first."""

WIDTHS = {"name": 260, "outcome": 120}


@dataclass(frozen=True, slots=True)
class ArrivalRow:
    """A row of the list, and its place in it."""

    number: int
    one: Arrival

    @property
    def sentence(self) -> str:
        """What became of it, in the language of the screens."""
        return " ".join(tr(template, **values) for template, values in self.one.sentences)


class ArrivalsDialog(QDialog):
    """A row for each workshop; those that have to be decided open the dialog for it."""

    def __init__(
        self,
        context: Context,
        arrivals: Sequence[Arrival],
        decide: Callable[[Arrival, Callable[[], object]], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("arrivals")
        self._decide = decide
        self._decided: set[int] = set()
        self.ui = Ui_Arrivals()
        self.ui.setupUi(self)
        columns: tuple[Column[ArrivalRow], ...] = (
            Column("name", mark("File"), lambda row: row.one.name),
            Column("outcome", mark("Became"), self._outcome, sort=lambda row: ORDER.index(row.one.outcome)),
            Column("sentence", mark("Why"), lambda row: row.sentence),
        )
        self.model = RowsModel(columns, lambda row: row.number, self)
        self.ui.files.set_up(self.model, context.settings, "arrivals", stretched="sentence")
        for key, width in WIDTHS.items():
            self.ui.files.setColumnWidth(self.model.column_of(key), width)
        self.ui.files.selectionModel().currentRowChanged.connect(lambda *_: self._show())
        self.ui.files.doubleClicked.connect(self._open)
        self.ui.decide.clicked.connect(lambda: self._open(self.ui.files.currentIndex()))
        self.ui.close_button.clicked.connect(self.accept)
        self.ui.decide.setAutoDefault(False)
        counts = {outcome: sum(one.outcome is outcome for one in arrivals) for outcome in ORDER}
        self.ui.summary.setText(
            " · ".join(f"{tr(OUTCOME_WORDS[outcome])}: {count}" for outcome, count in counts.items() if count)
        )
        listed = sorted(arrivals, key=lambda one: ORDER.index(one.outcome))
        self.model.show_rows(ArrivalRow(number, one) for number, one in enumerate(listed))
        self.resize(940, 460)
        self.ui.files.setCurrentIndex(self.model.index(0, 0))
        self._show()

    def _outcome(self, row: ArrivalRow) -> str:
        return tr(OUTCOME_WORDS[Outcome.MERGED if row.number in self._decided else row.one.outcome])

    def _row(self, index: QModelIndex) -> ArrivalRow | None:
        return self.model.row_at(index) if index.isValid() else None

    def _show(self) -> None:
        row = self._row(self.ui.files.currentIndex())
        self.ui.sentence.setText(row.sentence if row else "")
        self.ui.decide.setVisible(row is not None and row.one.file is not None and row.number not in self._decided)

    def _open(self, index: QModelIndex) -> None:
        row = self._row(index)
        if row and row.one.file is not None and row.number not in self._decided:
            self._decide(row.one, lambda: self._note(row.number))

    def _note(self, number: int) -> None:
        self._decided.add(number)
        self.model.retranslate()
        self._show()
