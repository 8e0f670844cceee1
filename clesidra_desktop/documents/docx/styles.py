"""The styles part: every look of the document has a name that a person finds in Word's list of styles."""

from dataclasses import dataclass
from typing import Final

from clesidra_desktop.documents.docx.look import (
    AMBER,
    DARK_TEAL,
    KHMER_FONT,
    KHMER_TAG,
    LATIN_FONT,
    LINE_GREY,
    PALE_TEAL,
    TEXT_GREY,
    language_tag,
)
from clesidra_desktop.documents.docx.numbering import BULLET_NUM, HEADING_NUM, NAMESPACE, NUMBER_NUM, numbered

TABLE_STYLE: Final = "WorkshopTable"
KEY_TABLE_STYLE: Final = "WorkshopKeyTable"

_KEEP: Final = "<w:keepNext/><w:keepLines/>"
_FONTS: Final = (
    f'<w:rFonts w:ascii="{LATIN_FONT}" w:hAnsi="{LATIN_FONT}" w:eastAsia="{LATIN_FONT}" w:cs="{KHMER_FONT}"/>'
)


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style. `size` is in half points, `linked` gives it a character style for parts of a paragraph."""

    name: str
    paragraph: str = ""
    size: int = 0
    colour: str = ""
    bold: bool = False
    italic: bool = False
    based_on: str = "Normal"
    then: str = ""
    linked: bool = False
    priority: int = 1

    @property
    def id(self) -> str:
        name = self.name.replace("toc ", "TOC")
        return "".join(word[:1].upper() + word[1:] for word in name.split())


def _spacing(before: int, after: int, line: int = 0) -> str:
    height = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def _edge(side: str, colour: str, eighths: int, space: int) -> str:
    return f'<w:pBdr><w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{colour}"/></w:pBdr>'


def _heading(level: int, size: int, before: int, after: int) -> _Style:
    properties = (
        f'{_KEEP}{numbered(HEADING_NUM, level - 1)}{_spacing(before, after)}<w:outlineLvl w:val="{level - 1}"/>'
    )
    return _Style(f"heading {level}", properties, size, DARK_TEAL, bold=True, then="BodyText", linked=True, priority=9)


_RUNNING: Final = _spacing(0, 0, 240)

_STYLES: Final = (
    _Style("Body Text", _spacing(0, 120), priority=0),
    _Style(
        "Title",
        f"{_KEEP}{_edge('bottom', DARK_TEAL, 12, 6)}{_spacing(0, 160, 252)}",
        size=40,
        colour=DARK_TEAL,
        bold=True,
        then="Lead",
        linked=True,
    ),
    _Style("Lead", _spacing(0, 160), size=23, colour=TEXT_GREY, then="BodyText", linked=True),
    _heading(1, 30, 400, 140),
    _heading(2, 25, 300, 100),
    _heading(3, 22, 240, 80),
    _heading(4, 20, 180, 60),
    _Style("Byline", f"{_KEEP}{_spacing(0, 120)}", colour=TEXT_GREY, then="BodyText", linked=True),
    _Style("Note", _spacing(60, 120), size=18, colour=TEXT_GREY, then="BodyText", linked=True),
    _Style(
        "Missing",
        f'{_edge("left", AMBER, 18, 8)}{_spacing(60, 120)}<w:ind w:left="200"/>',
        colour=AMBER,
        italic=True,
        then="BodyText",
        linked=True,
    ),
    _Style("TOC Heading", f"{_KEEP}{_spacing(280, 100)}", size=22, colour=DARK_TEAL, bold=True, priority=39),
    _Style("toc 1", _spacing(100, 20), bold=True, priority=39),
    _Style("toc 2", f'{_spacing(0, 20)}<w:ind w:left="280"/>', priority=39),
    _Style("toc 3", f'{_spacing(0, 20)}<w:ind w:left="560"/>', priority=39),
    _Style("List Bullet", f"{numbered(BULLET_NUM, 0)}{_spacing(0, 60)}", priority=10),
    _Style("List Number", f"{numbered(NUMBER_NUM, 0)}{_spacing(0, 60)}", priority=10),
    _Style("List Paragraph", _spacing(60, 60), priority=10),
    _Style("Figure", _spacing(120, 160, 240), then="BodyText", priority=11),
    _Style("Table Text", _spacing(30, 30, 252), size=19, priority=12),
    _Style("Table Header", "<w:keepNext/>", colour=DARK_TEAL, bold=True, based_on="TableText", priority=12),
    _Style("Table Label", colour=DARK_TEAL, bold=True, based_on="TableText", priority=12),
    _Style("Table Total", "<w:keepLines/>", bold=True, based_on="TableText", priority=12),
    _Style("Table Text Small", _spacing(20, 20, 240), size=15, based_on="TableText", priority=12),
    _Style("Table Header Small", _spacing(20, 20, 240), size=15, based_on="TableHeader", priority=12),
    _Style("Table Total Small", _spacing(20, 20, 240), size=15, based_on="TableTotal", priority=12),
    _Style("After Table", '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="exact"/>', size=8, priority=13),
    _Style("Spacer", '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>', size=2, priority=13),
    _Style("header", f"{_edge('bottom', LINE_GREY, 4, 4)}{_RUNNING}", size=16, colour=TEXT_GREY, priority=14),
    _Style("footer", _RUNNING, size=16, colour=TEXT_GREY, priority=14),
)


def styles_part(language: str) -> str:
    """Return the styles of a document in a language."""
    khmer = language_tag(language) == KHMER_TAG
    proofing = f'<w:lang w:val="{language_tag(language)}" w:eastAsia="en-GB" w:bidi="{KHMER_TAG}"/>'
    line = 300 if khmer else 276  # Khmer stacks signs above and below its letters
    return (
        f'<w:styles xmlns:w="{NAMESPACE}"><w:docDefaults>'
        f'<w:rPrDefault><w:rPr>{_FONTS}<w:sz w:val="20"/><w:szCs w:val="20"/>{proofing}</w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr><w:widowControl/>{_spacing(0, 120, line)}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
        'w:defQFormat="0" w:count="376"/>'
        f"{_defaults(proofing)}"
        + "".join(_paragraph_style(style, proofing) for style in _STYLES)
        + _table_styles(proofing)
        + "</w:styles>"
    )


def _run_properties(style: _Style, proofing: str) -> str:
    size = style.size or 20
    return (
        f"<w:rPr>{_FONTS}"
        + ("<w:b/><w:bCs/>" if style.bold else "")
        + ("<w:i/>" if style.italic else "")  # not for Khmer, which has no italics
        + (f'<w:color w:val="{style.colour}"/>' if style.colour else "")
        + (f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if style.size or style.based_on == "Normal" else "")
        + f"{proofing}</w:rPr>"
    )


def _paragraph_style(style: _Style, proofing: str) -> str:
    look = _run_properties(style, proofing)
    made = (
        f'<w:style w:type="paragraph" {_custom(style)}w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on}"/>'
        + (f'<w:next w:val="{style.then}"/>' if style.then else "")
        + (f'<w:link w:val="{style.id}Char"/>' if style.linked else "")
        + f'<w:uiPriority w:val="{style.priority}"/><w:qFormat/><w:pPr>{style.paragraph}</w:pPr>{look}</w:style>'
    )
    if not style.linked:
        return made
    name = style.name[:1].upper() + style.name[1:]
    return made + (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style.id}Char"><w:name w:val="{name} Char"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:link w:val="{style.id}"/>'
        f'<w:uiPriority w:val="{style.priority}"/>{look}</w:style>'
    )


_BUILT_IN: Final = {
    "Body Text",
    "Title",
    "List Bullet",
    "List Number",
    "List Paragraph",
    "header",
    "footer",
    "TOC Heading",
}


def _custom(style: _Style) -> str:
    """Return the mark of a style of ours; Word knows the others by their names."""
    return "" if style.name in _BUILT_IN or style.name.startswith(("heading ", "toc ")) else 'w:customStyle="1" '


def _defaults(proofing: str) -> str:
    """Return the four styles that Word wants to find, on which the others stand."""
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:rPr>{_FONTS}<w:sz w:val="20"/><w:szCs w:val="20"/>{proofing}</w:rPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    )


def _table_styles(proofing: str) -> str:
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{LINE_GREY}"'
    rows = f"<w:top {line}/><w:bottom {line}/><w:insideH {line}/>"
    grid = f"<w:top {line}/><w:left {line}/><w:bottom {line}/><w:right {line}/><w:insideH {line}/><w:insideV {line}/>"
    header = (
        f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/><w:color w:val="{DARK_TEAL}"/></w:rPr>'
        f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{PALE_TEAL}"/></w:tcPr></w:tblStylePr>'
    )
    first = (
        f'<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/><w:color w:val="{DARK_TEAL}"/></w:rPr></w:tblStylePr>'
    )
    return "".join(
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="15"/><w:qFormat/><w:rPr>{_FONTS}{proofing}</w:rPr>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>{special}</w:style>"
        for style, name, borders, special in (
            (TABLE_STYLE, "Workshop Table", grid, header),
            (KEY_TABLE_STYLE, "Workshop Key Table", rows, first),
        )
    )
