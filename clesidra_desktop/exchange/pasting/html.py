"""HTML from the clipboard, as Word, LibreOffice, Google Docs and browsers put it there."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from clesidra_desktop.domain.outline import OutlineStyle
from clesidra_desktop.domain.outline_lines import OutlineLine
from clesidra_desktop.exchange.pasting.markers import unmarked
from clesidra_desktop.exchange.pasting.plain import CELLS
from clesidra_desktop.exchange.text import clean_text

STRUCTURE = frozenset({"dl", "li", "ol", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"})
"""Elements of which lists and tables are made."""

BLOCKS = STRUCTURE | {
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dt"),
    *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html"),
    *("legend", "main", "nav", "optgroup", "option", "p", "pre", "section", "summary"),
}
"""Elements before and behind which a line ends."""

UNSEEN = frozenset(("head", "script", "style", "template", "title", "xml"))
"""Elements whose text nobody sees."""

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "wbr"})
"""Elements without an end."""

ENDED_BY = {
    "head": frozenset({"body"}),
    "li": frozenset({"li"}),
    "p": BLOCKS - {"html", "body"},
    "tr": frozenset({"tr", "tbody", "tfoot"}),
    "td": frozenset({"td", "th", "tr", "tbody", "tfoot"}),
    "th": frozenset({"td", "th", "tr", "tbody", "tfoot"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "option": frozenset({"option", "optgroup"}),
}
"""Elements that may lack their end: which beginnings end them."""

SUPERSCRIPT = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")

_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_WORD_LIST = re.compile(r"mso-list\s*:\s*(?!ignore|none|skip)\S+\s+level(\d+)", re.IGNORECASE)
_WORD_MARK = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_NUMBER_MARK = re.compile(r"\(?[0-9០-៩A-Za-zក-អ]{1,6}(?:\.[0-9]+)*[.)៖]")
_SPACE = re.compile("[ \t\n\r\f\u00a0]+")
_BETWEEN = re.compile(r"(?<=\|)  (?=\|)")
_SECTION = re.compile(r"<!\[CDATA\[|\]\]>|<!\[[^\]>]*\]>")
"""What only Word's own reader and XML know: it stands between what everybody else is to read."""


def read_html(html: str) -> tuple[OutlineLine, ...]:
    """Return the lines of HTML: lists with their levels, table rows as lines, line breaks, and what pictures show."""
    reader = _Reader()
    reader.feed(_SECTION.sub("", html).replace("<![", "<! ["))
    reader.close()
    return tuple(unmarked(line) for line in _as_counted(reader.lines()))


@dataclass(frozen=True, slots=True)
class _NumberedLine(OutlineLine):
    """A line that has a number of its own in what is read."""

    number: int = 0


def _as_counted(lines: Iterable[OutlineLine]) -> Iterator[OutlineLine]:
    """Yield lines; one whose number is not that which an outline would give it keeps its number as text."""
    counted: dict[int, int] = {}
    for line in lines:
        counted = {level: count for level, count in counted.items() if level <= line.level}
        number = counted.pop(line.level, 0) + 1
        if line.style is not OutlineStyle.NUMBER:
            yield line
        elif isinstance(line, _NumberedLine) and line.number != number:
            yield OutlineLine(line.level, f"{line.number}. {line.text}")
        else:
            counted[line.level] = number
            yield OutlineLine(line.level, line.text, line.style)


@dataclass(slots=True)
class _Cell:
    """What is read into a cell of a table, or into the page."""

    lines: list[OutlineLine] = field(default_factory=list)
    tag: str = ""


@dataclass(slots=True)
class _Open:
    """An element that has begun. `point` says that the next line in it is a point of its list.

    `number` is that of a point, or of the next point of a list.
    """

    tag: str
    hidden: bool = False
    mark: bool = False
    word_level: int | None = None
    point: bool = False
    number: int = 1


class _Reader(HTMLParser):
    """Collects lines while a parser meets elements; every open table row collects its cells."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[_Open] = []
        self._text: list[str] = []
        self._mark: list[str] = []
        self._places = [_Cell()]
        self._rows: list[list[_Cell]] = []

    def lines(self) -> list[OutlineLine]:
        """Return the lines of everything that was read."""
        self._end_line()
        while len(self._places) > 1:
            self._end_place(self._places[-1].tag)
        while self._rows:
            self._end_row()
        return self._places[0].lines

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        named = {name: value or "" for name, value in attrs}
        self._end_missing(tag)
        if tag in BLOCKS:
            self._end_line()
        if tag == "br":
            self._put("\n")
        elif tag == "img" or (tag.startswith("v:") and named.get("alt")):
            self._put_picture(named)
        if tag in VOID:
            return
        style = named.get("style", "")
        hidden = tag in UNSEEN or bool(_HIDDEN.search(style)) or "hidden" in named
        word = _WORD_LIST.search(style)
        level = int(word[1]) - 1 if word else None
        mark = bool(_WORD_MARK.search(style))
        number = self._number_of(tag, named)
        self._open.append(_Open(tag, hidden, mark, level, point=tag == "li" or word is not None, number=number))
        if tag == "tr":
            self._rows.append([])
        elif tag in ("td", "th"):
            self._places.append(_Cell(tag=tag))

    def _number_of(self, tag: str, named: dict[str, str]) -> int:
        """Return the number at which a list starts, or that of a point of the list that is open."""
        said = named.get({"ol": "start", "li": "value"}.get(tag, ""), "").strip()
        number = int(said) if said.isdecimal() else 1
        if tag == "li":
            holder = next((one for one in reversed(self._open) if one.tag in ("ol", "ul")), None)
            if holder:
                number = number if said.isdecimal() else holder.number
                holder.number = number + 1
        return number

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element that ends where it begins."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """End an element, and those inside it whose end is missing; an end without a beginning says nothing."""
        if tag in BLOCKS:
            self._end_line()
        if not self._is_open(tag):
            return
        while self._open:
            last = self._open[-1].tag
            self._close_last()
            if last == tag:
                return

    def handle_data(self, data: str) -> None:
        """Take text."""
        if any(one.hidden for one in self._open):
            return
        if any(one.mark for one in self._open):
            self._mark.append(data)
            return
        tags = {one.tag for one in self._open}
        data = data.replace(" ", "\u00a0") if "pre" in tags or "textarea" in tags else _SPACE.sub(" ", data)
        if "sup" in tags and re.fullmatch("[0-9+-]+", data):
            data = data.translate(SUPERSCRIPT)
        self._put(data)

    def _is_open(self, tag: str) -> bool:
        """Whether an element has begun; one that marks text does not reach into a list or a table."""
        for one in reversed(self._open):
            if one.tag == tag:
                return True
            if one.tag in STRUCTURE and tag not in BLOCKS:
                return False
        return False

    def _put(self, text: str) -> None:
        if not any(one.hidden for one in self._open):
            self._text.append(text)

    def _put_picture(self, named: dict[str, str]) -> None:
        told = _SPACE.sub(" ", named.get("alt") or named.get("title") or "").strip()
        if told:
            self._put(f" [{told}] ")

    def _end_missing(self, tag: str) -> None:
        """End elements that the beginning of another one ends."""
        for place in reversed(range(len(self._open))):
            name = self._open[place].tag
            if tag in ENDED_BY.get(name, ()):
                while len(self._open) > place:
                    self._end_line()
                    self._close_last()
            elif name in STRUCTURE:
                return

    def _close_last(self) -> None:
        one = self._open.pop()
        if one.tag in ("td", "th"):
            self._end_line()
            self._end_place(one.tag)
        elif one.tag == "tr" and self._rows:
            self._end_row()

    def _end_place(self, tag: str) -> None:
        if len(self._places) > 1 and self._places[-1].tag == tag:
            cell = self._places.pop()
            if self._rows:
                self._rows[-1].append(cell)
            else:
                self._places[-1].lines += cell.lines

    def _end_row(self) -> None:
        """Put the cells of a row into one line; a row of one cell only holds a page together."""
        row = self._rows.pop()
        cells = [cell for cell in row if cell.lines]
        into = self._places[-1].lines
        if len(cells) == 1:
            into += cells[0].lines
        elif cells:
            shown = row[: row.index(cells[-1]) + 1]  # an empty cell keeps its place before others
            texts = ("; ".join(one.text.replace("\n", "; ") for one in cell.lines) for cell in shown)
            level = sum(one.tag in ("ul", "ol") for one in self._inside())
            into.append(OutlineLine(level, _BETWEEN.sub(" ", CELLS.join(texts))))

    def _inside(self) -> list[_Open]:
        """Return the elements that are open inside the cell that is read."""
        cells = [place for place, one in enumerate(self._open) if one.tag in ("td", "th")]
        return self._open[cells[-1] + 1 :] if cells else self._open

    def _end_line(self) -> None:
        """Make a line of the text that was read, unless there is nothing in it."""
        text, mark = _tidy("".join(self._text)), "".join(self._mark).strip("\u00a0 \t\n\r")
        self._text.clear()
        self._mark.clear()
        if not text:
            return
        inside = self._inside()
        lists = [one.tag for one in inside if one.tag in ("ul", "ol")]
        holder = next((one for one in reversed(inside) if one.tag == "li" or one.word_level is not None), None)
        level = len(lists) + any(one.tag == "dd" for one in inside)
        style = OutlineStyle.PARAGRAPH
        if holder and holder.point:
            holder.point = False
            is_number = bool(_NUMBER_MARK.fullmatch(mark)) if mark else lists[-1:] == ["ol"]
            style = OutlineStyle.NUMBER if is_number else OutlineStyle.BULLET
            level = max(0, len(lists) - 1) if holder.word_level is None else holder.word_level
            number = _number(mark) if mark else holder.number if holder.tag == "li" else None
            if is_number and number is not None:
                self._places[-1].lines.append(_NumberedLine(level, text, style, number=number))
                return
        self._places[-1].lines.append(OutlineLine(level, text, style))


def _number(mark: str) -> int | None:
    """Return the number that Word wrote before a point; None where it is a letter or has several parts."""
    said = mark.strip("().៖ ")
    return int(said) if said.isdecimal() else None


def _tidy(text: str) -> str:
    """Return the text of a line without space around its line breaks, without empty ones at its ends."""
    clean, _ = clean_text(re.sub(" {2,}", " ", text).replace("\u00a0", " "))
    return "\n".join(line.rstrip(" \t") for line in re.sub(r"\n ", "\n", clean).split("\n")).strip("\n\ufeff ")
