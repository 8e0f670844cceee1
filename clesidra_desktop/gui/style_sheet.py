"""The style sheet of the window: qt-material's, mended, with the program's own look over it.

qt-material is asked only once for each of its versions: rendering costs as much as the rest of a start, it colours
everything by force, and it writes into the home folder. What it made is kept in the cache, and mended there.
"""

import os
import re
import zlib
from importlib.util import find_spec
from pathlib import Path
from string import Template

from PySide6.QtCore import QDir, QXmlStreamReader

from clesidra_desktop.paths import resource

SHEET = "material.qss"
CHECKED = "window/checked.svg"
OF_DIALOGS = ("left", "right", "up", "new-folder", "workshops", "details")
"""Icons that the style sheet puts on the buttons of Qt's own file dialog, which reads them from files."""

ICONS = "icon"
"""The prefix under which the style sheet names its pictures."""

FORCED = re.compile(r"^\s*(color|font-family|font-size|line-height|selection-(background-)?color)\s*:.*$", re.MULTILINE)
CAPITALS = re.compile(r"^\s*text-transform\s*:\s*uppercase;\s*$", re.MULTILINE)
RULE = re.compile(r"(?P<selector>[^{}]+)\{(?P<body>[^{}]*)\}")
EVERYWHERE = {"*", "QWidget", "QGroupBox, QFrame"}
"""Rules that would colour or frame every widget, whatever its own palette and place."""

IN_DIALOGS = "QDialog QToolButton"
"""How rules begin that paint the tools of dialogs over and give them no height."""


def read_colours(theme: str) -> dict[str, str]:
    """Return the colours of a theme (`light` or `dark`), as #rrggbb by name."""
    reader = QXmlStreamReader(resource(f"window/{theme}.xml").read_text(encoding="utf-8"))
    colours: dict[str, str] = {}
    while not reader.atEnd():
        reader.readNext()
        if reader.isStartElement() and reader.name() == "color":
            name = reader.attributes().value("name")
            colours[name] = reader.readElementText()
    if reader.hasError():
        raise ValueError(f"{theme}.xml: {reader.errorString()}")
    return colours


def own_sheet(colours: dict[str, str], font_size: int, *, tall: bool) -> str:
    """Return the program's own rules for colours and a font size in pixels; `tall` makes room for Khmer."""
    sizes = {
        "small": round(font_size * 0.87),
        "section": round(font_size * 1.15),
        "read": round(font_size * 1.07),
        "title": round(font_size * 1.5),
        "number": round(font_size * 1.9),
        "row": round(font_size * (1.9 if tall else 1.7)),
        "control": round(font_size * (2.35 if tall else 2.15)),
        "rail": round(font_size * (2.5 if tall else 2.4)),
        "low": round(font_size * (1.9 if tall else 1.75)),
        "large": round(font_size * 3.1),
    }
    text = resource("window/window.qss").read_text(encoding="utf-8")
    return Template(text).substitute(colours, **{f"{name}px": f"{size}px" for name, size in sizes.items()})


def material_sheet(theme: str, cache: Path) -> str:
    """Return qt-material's rules, mended, from the cache folder; they are rendered where the cache has none.

    Where the cache cannot be written, the rules are made anew in a temporary folder at each start.
    """
    source = resource(f"window/{theme}.xml")
    drawn = (resource(f"icons/{name}.svg") for name in OF_DIALOGS)
    parts = (_template(), source, resource(CHECKED), *drawn, Path(__file__))
    key = zlib.crc32(b"".join(path.read_bytes() for path in parts))
    folder = cache / f"window-{theme}-{key:08x}"
    if not (folder / SHEET).is_file():
        folder = _render(source, folder)
    QDir.setSearchPaths(ICONS, [str(folder)])
    return (folder / SHEET).read_text(encoding="utf-8")


def mended(sheet: str) -> str:
    """Return qt-material's rules without what they force on every widget and every item, and without capitals."""

    def mend(rule: re.Match[str]) -> str:
        selector = " ".join(re.sub(r"/\*.*?\*/", "", rule["selector"], flags=re.DOTALL).split())
        if selector in EVERYWHERE or selector.startswith(IN_DIALOGS):
            return ""
        body = FORCED.sub("", rule["body"]) if "::item" in selector else rule["body"]
        return f"{selector} {{{CAPITALS.sub('', body)}}}\n"

    return RULE.sub(mend, sheet)


def _template() -> Path:
    """Return the template that qt-material fills in, without importing it."""
    spec = find_spec("qt_material")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("qt-material is missing from the program")
    return Path(spec.origin).parent / "material.qss.template"


def _render(source: Path, folder: Path) -> Path:
    """Let qt-material render into a folder of its own that is then put in place; return where it is."""
    # These are a part of the start that only the first one needs.
    from tempfile import mkdtemp  # noqa: PLC0415

    import qt_material  # noqa: PLC0415

    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(mkdtemp(prefix="window-", dir=folder.parent))
    except OSError:
        made = folder = Path(mkdtemp(prefix="clesidra-window-"))
    environment = dict(os.environ)
    sheet = qt_material.build_stylesheet(str(source), extra={"density_scale": "-1"}, parent=str(made), export=True)
    os.environ.clear()
    os.environ.update(environment)  # it leaves its colours there
    (made / SHEET).write_text(mended(sheet), encoding="utf-8")
    colours = read_colours(source.stem)
    ticked = resource(CHECKED).read_text(encoding="utf-8").replace("currentColor", colours["primary"])
    (made / "checked.svg").write_text(ticked.replace("onColor", colours["onPrimary"]), encoding="utf-8")
    for name in OF_DIALOGS:
        drawn = resource(f"icons/{name}.svg").read_text(encoding="utf-8").replace("currentColor", colours["text"])
        (made / f"dialog-{name}.svg").write_text(drawn, encoding="utf-8")
    if made != folder:
        try:
            made.replace(folder)
        except OSError:  # another window was faster, or the folder is held: this one does as well
            return made
    return folder
