"""What the doctor found: whether everything that is kept is whole."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from clesidra_desktop.gui.forms.ui_diagnosis import Ui_Diagnosis
from clesidra_desktop.gui.i18n import tr, tr_count
from clesidra_desktop.services.doctor import Diagnosis


class DiagnosisDialog(QDialog):
    """A sentence for each fault, to be copied for whoever can help."""

    def __init__(self, found: Diagnosis, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("diagnosis")
        self.ui = Ui_Diagnosis()
        self.ui.setupUi(self)
        count = len(found.faults)
        self.ui.summary.setText(
            tr_count("{count} thing is not as it should be.", "{count} things are not as they should be.", count)
            if count
            else tr("Everything is whole.")
        )
        looked = (
            tr("Looked at every byte of {packs} packs.", packs=found.packs)
            if found.packs
            else tr(
                "Looked at the database, at {workshops} workshops and at {files} files in it.",
                workshops=found.workshops,
                files=found.files,
            )
        )
        self.ui.looked.setText(looked)
        self.ui.faults.setPlainText("\n\n".join(tr(fault.template, **fault.values) for fault in found.faults))
        self.ui.faults.setVisible(bool(count))
        self.ui.copy.setVisible(bool(count))
        self.ui.copy.setAutoDefault(False)
        self.ui.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.ui.faults.toPlainText()))
        self.ui.close_button.clicked.connect(self.accept)
        self.ui.close_button.setDefault(True)
        self.resize(720, 380 if count else 160)
