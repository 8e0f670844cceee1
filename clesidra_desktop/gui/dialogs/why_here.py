"""Why somebody sits where they do: a lock, a rule, or what the nearest changes would make worse."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from clesidra_desktop.domain.split import WhyHere
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.gui.split_words import why_lines

WIDTH = 520


class WhyHereDialog(QDialog):
    """A few sentences to be read out; Esc closes it."""

    def __init__(self, context: Context, why: WhyHere, workshop: Workshop, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("why_here")
        self.setWindowTitle(tr("Why here?"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        for place, line in enumerate(why_lines(why, workshop, context.translation.language)):
            label = QLabel(line if place == 0 else f"•  {line}", wordWrap=True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFixedWidth(WIDTH)
            label.setMinimumHeight(label.heightForWidth(WIDTH))
            layout.addWidget(label)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
