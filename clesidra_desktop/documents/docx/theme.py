"""The theme part, which Word wants to find: the document's own colours and type, offered in Word's menus."""

from typing import Final

from clesidra_desktop.documents.docx.look import (
    AMBER,
    DARK_TEAL,
    KHMER_FONT,
    LATIN_FONT,
    LINE_GREY,
    PALE_TEAL,
    TEXT_GREY,
)

_MAIN: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_NAME: Final = "Workshop"
_COLOURS: Final = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": DARK_TEAL,
    "lt2": PALE_TEAL,
    "accent1": DARK_TEAL,
    "accent2": AMBER,
    "accent3": "3E7C74",
    "accent4": "B58B3B",
    "accent5": LINE_GREY,
    "accent6": TEXT_GREY,
    "hlink": "1B5E8C",
    "folHlink": "6B4C8A",
}


def theme_part() -> str:
    """Return the theme. Its format scheme is flat: plain fills and lines, no effects."""
    colours = "".join(f'<a:{slot}><a:srgbClr val="{colour}"/></a:{slot}>' for slot, colour in _COLOURS.items())
    fonts = f'<a:latin typeface="{LATIN_FONT}"/><a:ea typeface=""/><a:cs typeface="{KHMER_FONT}"/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{fill}</a:ln>' for width in (6350, 12700, 19050))
    return (
        f'<a:theme xmlns:a="{_MAIN}" name="{_NAME}"><a:themeElements>'
        f'<a:clrScheme name="{_NAME}">{colours}</a:clrScheme><a:fontScheme name="{_NAME}">'
        f"<a:majorFont>{fonts}</a:majorFont><a:minorFont>{fonts}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="{_NAME}"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
