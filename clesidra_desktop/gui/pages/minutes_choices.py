"""What is chosen on the Minutes page: the language, the edition, the formats, the look of what is written."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.language import Language
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_minutes import Ui_Minutes
from clesidra_desktop.gui.i18n import LANGUAGE_NAMES, mark, tr
from clesidra_desktop.gui.publishing_words import EDITIONS
from clesidra_desktop.gui.widgets.chosen_path import ask_for_file, ask_for_folder
from clesidra_desktop.services.appearance import Appearance
from clesidra_desktop.services.minutes import Format
from clesidra_desktop.services.written import Choices
from clesidra_desktop.settings import EMBED_FONTS, PDF_THEME, WORD_TEMPLATE, Option


class MinutesChoices(QObject):
    """The fields of the tab Choices. `changed` is emitted where the pages look otherwise now."""

    changed = Signal()

    def __init__(self, context: Context, ui: Ui_Minutes) -> None:
        super().__init__(ui.choices_tab)
        self._settings = context.settings
        self.ui = ui
        for language, name in LANGUAGE_NAMES.items():
            ui.language.addItem(name, language)
        ui.embed.setChecked(self._settings.get(EMBED_FONTS))
        ui.embed.toggled.connect(lambda on: self._settings.set(EMBED_FONTS, on))
        for field, option, name, ask in (
            (ui.template_path, WORD_TEMPLATE, mark("Word template"), self._ask_template),
            (ui.theme_path, PDF_THEME, mark("Look of the PDF"), self._ask_theme),
        ):
            field.set_up(context.theme, ask, tr(name))
            field.show_path(self._settings.get(option))
            field.changed.connect(lambda path, option=option: self._choose(option, path))
        ui.language.currentIndexChanged.connect(self.changed)
        ui.edition.currentIndexChanged.connect(self._say_edition)
        ui.edition.currentIndexChanged.connect(self.changed)
        for box in (ui.pdf, ui.docx):
            box.toggled.connect(lambda _: ui.write.setEnabled(bool(self.formats())))

    def choose(self, language: Language, edition: Edition) -> None:
        """Choose a language of the labels and an edition."""
        self.ui.language.setCurrentIndex(self.ui.language.findData(language))
        self.ui.edition.setCurrentIndex(self.ui.edition.findData(edition))

    def chosen(self) -> Choices:
        """Return what is chosen."""
        template, theme = self._settings.get(WORD_TEMPLATE), self._settings.get(PDF_THEME)
        appearance = Appearance(
            Path(template) if template else None, self._settings.get(EMBED_FONTS), Path(theme) if theme else None
        )
        return Choices(Language(self.ui.language.currentData()), Edition(self.ui.edition.currentData()), appearance)

    def formats(self) -> list[Format]:
        """Return the formats that are to be written."""
        boxes = {Format.PDF: self.ui.pdf, Format.DOCX: self.ui.docx}
        return [kind for kind, box in boxes.items() if box.isChecked()]

    def retranslate(self) -> None:
        """Follow the language of the screens."""
        chosen = self.ui.edition.currentData() or Edition.FULL
        self.ui.edition.blockSignals(True)
        self.ui.edition.clear()
        for edition, (name, _) in EDITIONS.items():
            self.ui.edition.addItem(tr(name), edition)
        self.ui.edition.setCurrentIndex(self.ui.edition.findData(chosen))
        self.ui.edition.blockSignals(False)
        self.ui.template_path.retranslate()
        self.ui.theme_path.retranslate()
        self._say_edition()

    def _choose(self, option: Option[str], path: str) -> None:
        self._settings.set(option, path)
        self.changed.emit()

    def _ask_template(self) -> str:
        words = tr("Choose a Word template"), tr("Word documents (*.docx *.dotx *.docm)")
        return ask_for_file(self.ui.choices_tab, *words)

    def _ask_theme(self) -> str:
        return ask_for_folder(self.ui.choices_tab, tr("Choose the folder of a look"))

    def _say_edition(self) -> None:
        self.ui.edition_hint.setText(tr(EDITIONS[Edition(self.ui.edition.currentData())][1]))
