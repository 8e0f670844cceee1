"""Light and dark, type and icons: what the whole window looks like, changed while it runs."""

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QEvent,
    QLoggingCategory,
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from clesidra_desktop.domain.language import Language
from clesidra_desktop.gui.style_sheet import material_sheet, own_sheet, read_colours
from clesidra_desktop.paths import resource

LATIN, KHMER = "Noto Sans", "Noto Sans Khmer"
"""The type of the screens, which is that of the documents."""

LIGHT, DARK = "light", "dark"

STYLE = "fusion"
"""The style of Qt that a style sheet changes most evenly, the same on every system."""

CATEGORY_COLOURS = {
    LIGHT: ("#0f6e77", "#9a5b13", "#6b4aa0", "#b03a5b", "#3f6b2a", "#3a5fa8", "#7a4f3a", "#5b6470"),
    DARK: ("#63c5cc", "#e0a458", "#b9a1e6", "#f092ab", "#9ccc80", "#92b4f2", "#d1a48c", "#b4bdc8"),
}
"""One colour a category, in their order; told apart also by people who see red and green alike."""

ICON_NAME = "iconName"
"""The property of a button that names its icon, so that a change of theme finds it."""

FONT_PACKAGES = ("fontpkg_noto_sans", "fontpkg_noto_sans_khmer")
"""Where the faces are. The registry of fontpkg knows the same, and takes a quarter of the start to import."""


def load_fonts() -> None:
    """Bring the type of the screens in. Qt would complain that the Latin face cannot set Khmer: the other one does."""
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    for package in FONT_PACKAGES:
        spec = find_spec(package)
        if spec is None or spec.origin is None:
            raise FileNotFoundError(f"the fonts of {package} are missing from the program")
        for face in (Path(spec.origin).parent / "files").glob("*.ttf"):
            if "Italic" not in face.name:
                QFontDatabase.addApplicationFont(str(face))


def preferred_theme() -> str:
    """Return the theme that the system prefers."""
    return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT


class Theme(QObject):
    """The look that is installed in the application. `changed` is emitted after it was replaced."""

    changed = Signal()

    def __init__(self, application: QApplication, cache: Path) -> None:
        super().__init__(application)
        self._application = application
        self._cache = cache
        self._icons: dict[tuple[str, str], QIcon] = {}
        self.name = LIGHT
        self.colours: dict[str, str] = {}

    def install(self, name: str, font_size: int, language: Language) -> None:
        """Give the application a look; `name` is light or dark, the font size is in pixels."""
        self.name = name
        self.colours = read_colours(name)
        is_khmer = language is Language.KHMER
        material = material_sheet(name, self._cache)
        # Where a sheet takes the place of another, Qt dresses each widget anew once for every parent that it has. Where
        # there was none it dresses each once, in a fifth of the time.
        self._application.setStyleSheet("")
        if self._application.style().name() != STYLE:  # to set it anew costs a tenth of the start
            self._application.setStyle(STYLE)
        font = QFont([KHMER, LATIN] if is_khmer else [LATIN, KHMER])
        font.setPixelSize(font_size)
        self._application.setFont(font)
        self._application.setPalette(self._palette())
        # Before the sheet: it takes the type from the parents, and may come to a widget before they know the new one.
        for told in (QEvent.Type.ApplicationFontChange, QEvent.Type.ApplicationPaletteChange):
            QCoreApplication.sendPostedEvents(None, told)
        self._application.setStyleSheet(material + own_sheet(self.colours, font_size, tall=is_khmer))
        for widget in self._application.allWidgets():
            if isinstance(widget, QAbstractButton) and widget.property(ICON_NAME):
                self.set_icon(widget, widget.property(ICON_NAME))
        self.changed.emit()

    def colour(self, name: str) -> QColor:
        """Return a colour by its name in the theme's file."""
        return QColor(self.colours[name])

    def category_colour(self, place: int) -> QColor:
        """Return the colour of the category at a place in their order."""
        colours = CATEGORY_COLOURS[self.name]
        return QColor(colours[place % len(colours)])

    def icon(self, name: str, colour: str = "text") -> QIcon:
        """Return an icon of `resources/icons` in a colour of the theme."""
        key = name, self.colours[colour]
        if key not in self._icons:
            self._icons[key] = QIcon(_DrawnIcon(*key))
        return self._icons[key]

    def set_icon(self, button: QAbstractButton, name: str) -> None:
        """Give a button an icon that follows the theme."""
        button.setProperty(ICON_NAME, name)
        button.setIcon(self.icon(name, "onPrimary" if button.property("role") == "primary" else "text"))

    def _palette(self) -> QPalette:
        """Return the palette for what a style sheet does not reach."""
        palette = QPalette()
        roles = {
            QPalette.ColorRole.Window: "window",
            QPalette.ColorRole.WindowText: "text",
            QPalette.ColorRole.Base: "field",
            QPalette.ColorRole.AlternateBase: "window",
            QPalette.ColorRole.Text: "text",
            QPalette.ColorRole.Button: "surface",
            QPalette.ColorRole.ButtonText: "text",
            QPalette.ColorRole.ToolTipBase: "surface",
            QPalette.ColorRole.ToolTipText: "text",
            QPalette.ColorRole.Highlight: "selected",
            QPalette.ColorRole.HighlightedText: "text",
            QPalette.ColorRole.PlaceholderText: "muted",
            QPalette.ColorRole.Link: "primary",
        }
        for role, name in roles.items():
            palette.setColor(role, self.colour(name))
        disabled = (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText)
        for role in disabled:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("muted"))
        return palette


class _DrawnIcon(QIconEngine):
    """An icon of `resources/icons` that is read and drawn when it is seen, in the size in which it is seen."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name, self._colour = name, colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw it; what is disabled is pale."""
        svg = resource(f"icons/{self._name}.svg").read_text(encoding="utf-8").replace("currentColor", self._colour)
        painter.save()
        painter.setOpacity(0.45 if mode is QIcon.Mode.Disabled else 1.0)
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(rect))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return a picture of it."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        """Return the same again."""
        return _DrawnIcon(self._name, self._colour)
