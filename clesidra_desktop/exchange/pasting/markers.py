"""The marks with which people and programs begin the points of lists in plain text: •, -, o, 1., a), (i), ១."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from clesidra_desktop.domain.outline import OutlineStyle
from clesidra_desktop.domain.outline_lines import OutlineLine

BULLETS = "•◦▪▫●○■□▢◆◇▸▹►▻‣⁃∙·➢➤✓✔✗→❖☐☑☒\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
"""Signs that begin points, also those of the fonts Symbol and Wingdings, which programs leave in their own places."""

KHMER_DIGITS = str.maketrans("០១២៣៤៥៦៧៨៩", "0123456789")
KHMER_LETTERS = "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ"
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

_BULLET = re.compile(rf"(?:[{BULLETS}][ \t\u00a0]*|[-–—*+][ \t\u00a0]+|[o§Øü](?:\t|[ \u00a0]{{2,}})[ \u00a0]*)")
_ORDINAL = re.compile(
    rf"\(?(?P<number>[0-9]{{1,3}}(?:\.[0-9]{{1,2}}){{0,4}}|[០-៩]{{1,3}}|[A-Za-z]|[ivxlc]{{2,6}}|[IVXLC]{{2,6}}"
    rf"|[{KHMER_LETTERS}])(?P<close>[.)៖]|\.\))(?:[ \t\u00a0]+|$)"
)
_DOTTED = re.compile(r"(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2}){1,4})(?P<close>)[ \t\u00a0]+")


@dataclass(frozen=True, slots=True)
class Marked:
    """A line with the mark that it begins with: how the mark looks, and the numbers that it may stand for.

    `form` tells marks of one list from those of another. `orders` are the values of an ordinal (a letter may be a Roman
    number, too), none for a bullet; `depth` is how many numbers an ordinal such as 2.1 has.
    """

    level: int
    form: str
    mark: str
    text: str
    orders: tuple[int, ...] = ()


def read_mark(text: str, level: int = 0) -> Marked:
    """Return a line without the mark that it begins with; its form is empty where it begins with none."""
    if bullet := _BULLET.match(text):
        return Marked(level, bullet[0][0], bullet[0].strip(), text[bullet.end() :])
    ordinal = _DOTTED.match(text) or _ORDINAL.match(text)
    if not ordinal:
        return Marked(level, "", "", text)
    number = ordinal["number"]
    kind, orders = _orders(number)
    form = f"{ordinal[0][0] == '('}{kind}{ordinal['close']}"
    return Marked(level, form, ordinal[0].strip(), text[ordinal.end() :], orders)


def _orders(number: str) -> tuple[str, tuple[int, ...]]:
    """Return the kind of an ordinal and what it may be worth."""
    plain = number.translate(KHMER_DIGITS)
    if plain[0].isdigit():
        return "1" * (plain.count(".") + 1), (0 if "." in plain else int(plain),)
    if number in KHMER_LETTERS:
        return "ក", (KHMER_LETTERS.index(number) + 1,)
    low = number.lower()
    kind = "a" if number.islower() else "A"
    letter = (ord(low) - ord("a") + 1,) if len(low) == 1 else ()
    return kind, letter + ((_roman(low),) if set(low) <= ROMAN.keys() else ())


def _roman(low: str) -> int:
    values = [ROMAN[sign] for sign in low]
    return sum(-one if any(later > one for later in values[place + 1 :]) else one for place, one in enumerate(values))


def styled(lines: Iterable[Marked]) -> Iterator[OutlineLine]:
    """Yield lines as bullets, numbers and paragraphs.

    Ordinals are numbers where they count from 1 without gaps, as they will be printed; others stay in the text, so that
    no number changes. So does a single letter, which may be somebody's initial.
    """
    listed = list(lines)
    counted = _counted(listed)
    for place, line in enumerate(listed):
        if not line.form:
            yield OutlineLine(line.level, line.text.strip())
        elif not line.orders:
            yield OutlineLine(line.level, line.text.strip(), OutlineStyle.BULLET)
        elif place in counted:
            yield OutlineLine(line.level, line.text.strip(), OutlineStyle.NUMBER)
        else:
            yield OutlineLine(line.level, f"{line.mark} {line.text}".strip())


def _counted(lines: list[Marked]) -> set[int]:
    """Return the places of ordinals that count from 1 among siblings that follow one another."""
    runs: dict[int, list[int]] = {}  # by level, those that may go on
    ended: list[list[int]] = []
    for place, line in enumerate(lines):
        run = runs.get(line.level, [])
        over = [level for level in runs if level > line.level or (run and lines[run[0]].form != line.form)]
        ended += [runs.pop(level) for level in over if level >= line.level]
        if line.orders:
            runs.setdefault(line.level, []).append(place)
    counted: set[int] = set()
    for run in (*ended, *runs.values()):
        first = [place for number, place in enumerate(run, start=1) if number in lines[place].orders]
        places = [place for place, wanted in zip(first, run, strict=False) if place == wanted]
        if len(places) > 1 or (places and not _is_letter(lines[places[0]])):
            counted.update(places)
    return counted


def _is_letter(line: Marked) -> bool:
    return not line.mark.strip("(.)").translate(KHMER_DIGITS)[:1].isdigit()


def unmarked(line: OutlineLine) -> OutlineLine:
    """Return a paragraph that begins with a bullet sign as a bullet, any other line as it is."""
    found = read_mark(line.text, line.level)
    if line.style is OutlineStyle.PARAGRAPH and found.form and found.form in BULLETS:
        return replace(line, text=found.text.strip(), style=OutlineStyle.BULLET)
    return line
