"""The choices of the person at this computer; each one takes effect at once, unless its hint says otherwise."""

from functools import partial

from PySide6.QtWidgets import QFileDialog, QWidget

from clesidra_desktop.domain.language import Language
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_settings import Ui_Settings
from clesidra_desktop.gui.i18n import LANGUAGE_NAMES, mark, tr
from clesidra_desktop.gui.moving import examine, examine_folder, write_whole_archive
from clesidra_desktop.gui.page import Page
from clesidra_desktop.gui.theme import DARK, LIGHT
from clesidra_desktop.gui.widgets.autosave import Autosave
from clesidra_desktop.paths import default_database
from clesidra_desktop.settings import DATABASE, FONT_SIZE, FONT_SIZES, WHO

THEMES = {LIGHT: mark("Light"), DARK: mark("Dark")}
FIELD_WIDTH = 420

GAP = 8
"""Pixels from the edge of a field to its text."""

CARE = (
    ("write_archive", mark("&Write all workshops into a folder…"), "Ctrl+Shift+A", "archive", write_whole_archive),
    ("examine", mark("&Is everything whole?"), "Ctrl+Shift+I", "check", examine),
    ("examine_folder", mark("Are these &packs whole?"), "Ctrl+Shift+F", "folder", examine_folder),
)
"""What takes care of all that was written: the name, words, keys and icon of each action, and what it does."""


class SettingsPage(Page):
    """One field an option."""

    ACTIONS = tuple(key for key, *_ in CARE)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.ui = Ui_Settings()
        self.ui.setupUi(self)
        for language, name in LANGUAGE_NAMES.items():
            self.ui.language.addItem(name, language)
        for field in (self.ui.language, self.ui.theme, self.ui.size, self.ui.who, self.ui.database):
            field.setMinimumWidth(FIELD_WIDTH)
            field.setMaximumWidth(FIELD_WIDTH)
        self.ui.grid.setColumnStretch(3, 1)
        self.ui.size.setRange(FONT_SIZES.start, FONT_SIZES.stop - 1)
        self.ui.size.setKeyboardTracking(False)
        self.ui.size.lineEdit().setTextMargins(GAP, 0, 0, 0)  # no style sheet reaches it
        self._who = Autosave(self.ui.who, lambda text: context.settings.set(WHO, text.strip()))
        self._database = Autosave(self.ui.database, lambda text: context.settings.set(DATABASE, text.strip()))
        self.retranslate()
        self.ui.language.activated.connect(lambda _: context.choose.language(Language(self.ui.language.currentData())))
        self.ui.theme.activated.connect(lambda _: context.choose.theme(self.ui.theme.currentData()))
        self.ui.size.valueChanged.connect(context.choose.font_size)
        self.ui.choose.clicked.connect(self._choose_database)
        for (key, text, keys, icon, do), button in zip(
            CARE, (self.ui.write_archive, self.ui.examine, self.ui.examine_folder), strict=True
        ):
            context.theme.set_icon(button, icon)
            action = context.actions.add(key, text, partial(do, context, self), shortcut=keys, icon=icon)
            button.clicked.connect(action.trigger)

    def refresh(self) -> None:
        """Show what is chosen."""
        settings = self.context.settings
        self.ui.language.setCurrentIndex(self.ui.language.findData(self.context.translation.language))
        self.ui.theme.setCurrentIndex(self.ui.theme.findData(self.context.theme.name))
        self.ui.size.blockSignals(True)
        self.ui.size.setValue(settings.get(FONT_SIZE))
        self.ui.size.blockSignals(False)
        self._who.show(settings.get(WHO))
        self.ui.who.setPlaceholderText(self.context.open.who)
        self._database.show(settings.get(DATABASE))
        self.ui.database.setPlaceholderText(str(default_database()))

    def commit(self) -> None:
        """Keep what was typed."""
        self._who.commit()
        self._database.commit()

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)
        self.ui.theme.clear()
        for name, words in THEMES.items():
            self.ui.theme.addItem(tr(words), name)

    def restyle(self) -> None:
        """Show what was chosen elsewhere, such as in a menu."""
        if self.isVisible():
            self.refresh()

    def first_field(self) -> QWidget:
        """The language: who cannot read the rest finds it first."""
        return self.ui.language

    def _choose_database(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self,
            tr("Choose a database"),
            self.context.settings.get(DATABASE) or str(default_database()),
            tr("Databases (*.db)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if path:
            self.context.settings.set(DATABASE, path)
            self.refresh()
