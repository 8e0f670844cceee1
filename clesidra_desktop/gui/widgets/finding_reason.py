"""Findings of one kind, and a field for why they stay."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from clesidra_desktop.domain.finding import Finding
from clesidra_desktop.domain.publishing import FindingKey, finding_key, needs_reason
from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.gui.theme import Theme

SHOWN = 3
"""Sentences of a kind that are shown; the others are counted."""

ICON = 18


class FindingReason(QFrame):
    """What was found, once or several times; `known` reasons stand there. `mend` has the path of the first place."""

    mend = Signal(str)

    def __init__(
        self,
        theme: Theme,
        findings: Sequence[Finding],
        known: Mapping[FindingKey, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.findings = tuple(findings)
        self.is_needed = needs_reason(findings[0])
        icon = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        icon.setPixmap(theme.icon(*(("warning", "red") if self.is_needed else ("info", "amber"))).pixmap(ICON, ICON))
        self.said = QLabel(_sentences(findings), wordWrap=True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        leave = QPushButton(tr("Mend"))
        leave.setProperty("role", "quiet")
        leave.setAutoDefault(False)
        leave.setToolTip(tr("Go to the place and mend it"))
        leave.setAccessibleName(tr("Mend: {finding}", finding=tr(findings[0].template, **findings[0].values)))
        leave.clicked.connect(lambda: self.mend.emit(self.findings[0].where))
        before = {known.get(finding_key(one), "") for one in findings}
        self.reason = QLineEdit(before.pop() if len(before) == 1 else "")
        self.reason.setPlaceholderText(tr("Why does it stay?"))
        self.reason.setAccessibleName(self.said.text())
        self.reason.setVisible(self.is_needed)
        top = QHBoxLayout()
        top.setSpacing(8)
        # As high as the button: beside one line, that is the middle of it; beside several, that of the first.
        icon.setFixedHeight(leave.sizeHint().height())
        self.said.setMinimumHeight(leave.sizeHint().height())
        self.said.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.said, 1, Qt.AlignmentFlag.AlignTop)
        top.addWidget(leave, 0, Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(top)
        rows.addWidget(self.reason)

    @property
    def reasons(self) -> dict[FindingKey, str]:
        """What was typed, for each of the findings."""
        typed = self.reason.text().strip()
        return {finding_key(one): typed for one in self.findings} if typed else {}

    @property
    def is_missing(self) -> bool:
        """Whether a reason is needed and was not typed."""
        return self.is_needed and not self.reason.text().strip()


def _sentences(findings: Sequence[Finding]) -> str:
    sentences = [tr(one.template, **one.values) for one in findings[:SHOWN]]
    more = len(findings) - SHOWN
    if more > 0:
        sentences.append(tr("… and {count} more of this kind.", count=more))
    return "\n".join(sentences)
