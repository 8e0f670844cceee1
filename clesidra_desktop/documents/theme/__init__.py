"""The look of the PDF as an office can change it: a folder with a theme.toml, a logo, fonts."""

from clesidra_desktop.documents.theme.model import Theme
from clesidra_desktop.documents.theme.reading import THEME_FILE, default_folder, default_theme, read_theme

__all__ = ["THEME_FILE", "Theme", "default_folder", "default_theme", "read_theme"]
