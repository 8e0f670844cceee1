"""Lines: text split into runs of one face and broken to a width.

Lines break where ICU's dictionary of Khmer and the rules of UAX 14 allow it; a word that is wider than the line is
broken between characters, so that nothing ever runs out of its column.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from icu4py.breakers import CharacterBreaker, LineBreaker

from clesidra_desktop.documents.pdf.fonts import EM, REPLACEMENT, ZERO_WIDTH_SPACE, Face

KHMER = re.compile("[\u1780-\u17ff\u19e0-\u19ff]")
IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
"""Characters that show nothing and go with whatever stands beside them (a part of Unicode's Default_Ignorable)."""

KHMER_HEIGHT = 1.2
"""With a leading of 1.5 this gives Khmer 1.8 times its size, at which no signs of two lines touch."""

COENG = "\u17d2"
FIRST_SIGN, LAST_SIGN = "\u17b4", "\u17d3"
REPETITION = "\u17d7"
"""The sign that repeats the word before it and so never begins a line."""

TOKENS = re.compile(r"[^@._/\-]*[@._/\-]|[^@._/\-]+", re.DOTALL)
ADDRESS = re.compile(r"[A-Za-z0-9@._]+")
"""A word inside which no line may break by the rules (UAX 14): an e-mail address, in most cases."""

LETTER = re.compile("[A-Za-z\u00c0-\u024f\u1780-\u17b3]")
LINE_BREAK = re.compile("\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How text is set, in points. Text is kerned but in tables, where that would cost time for every cell."""

    size: float
    leading: float
    colour: str
    bold: bool = False
    kern: bool = True
    khmer: float = KHMER_HEIGHT

    @property
    def khmer_leading(self) -> float:
        """The height of lines with Khmer in them: signs stand above and below the letters."""
        return self.leading * self.khmer


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its runs as (resource name of the face, operators), its width without the space at its end."""

    runs: tuple[tuple[str, str], ...]
    width: float
    khmer: bool


class Typesetter:
    """Sets text in one style. Keeps what it has set: tables repeat themselves."""

    def __init__(self, style: TextStyle, chain: tuple[Face, ...], language: str) -> None:
        self.style = style
        self._language = language
        self._chain = chain
        self._lines: dict[tuple[str, float], tuple[Line, ...]] = {}
        self._broken_up: dict[str, tuple[_Piece, ...]] = {}
        self._pieces: dict[str, _Piece] = {}

    def leading(self, lines: Iterable[Line]) -> float:
        """Return the height of every one of these lines: they share the larger one where one has Khmer in it."""
        return self.style.khmer_leading if any(line.khmer for line in lines) else self.style.leading

    def lines(self, text: str, width: float) -> tuple[Line, ...]:
        """Break text to a width in points. Empty text has no lines; line feeds are kept, also between them."""
        key = (text, width)
        found = self._lines.get(key)
        if found is None:
            found = self._lines[key] = self._quick(text, width) or self._break(text, width)
        return found

    def line(self, text: str) -> Line:
        """Set text on one line, however wide it is."""
        return next(iter(self.lines(LINE_BREAK.sub(" ", text), float("inf"))), Line((), 0, khmer=False))

    def clipped(self, text: str, width: float) -> Line:
        """Set text on one line and end it with an ellipsis where it is too wide."""
        text = LINE_BREAK.sub(" ", text)
        pieces = next(self._fill(self._broken(text), width))
        if sum(len(piece.text) for piece in pieces) == len(text):
            return self._join(pieces)
        narrow = next(self._fill(self._broken(text), width - self._piece("…").width))
        return self.line("".join(piece.text for piece in narrow).rstrip() + "…")

    def limited(self, text: str, width: float, most: int) -> tuple[Line, ...]:
        """Break text to a width and end the last of the lines that there may be at the most with an ellipsis."""
        lines = self.lines(text, width)
        if len(lines) <= most:
            return lines
        rest = LINE_BREAK.sub(" ", text)
        for _ in range(most - 1):
            pieces = next(self._fill(self._broken(rest), width))
            rest = rest[sum(len(piece.text) for piece in pieces) :]
        return (*lines[: most - 1], self.clipped(rest, width))

    def _quick(self, text: str, width: float) -> tuple[Line, ...]:
        """Set plain text that fits on one line, character by character: the common cell of a table."""
        if self.style.kern:
            return ()
        for face in self._chain:
            if text and face.is_plain(text):
                measured = face.measure(text) * self.style.size / EM
                if measured <= width:
                    return (self._plain_line(face, text, measured),)
                return self._cut(face, text, width) if ADDRESS.fullmatch(text) else ()
        return ()

    def _plain_line(self, face: Face, text: str, width: float) -> Line:
        shown = self._in_language(face, text, f"<{text.translate(face.codes)}>Tj")
        return Line(((face.name, shown),), width, khmer=not text.isascii())

    def _cut(self, face: Face, text: str, width: float) -> tuple[Line, ...]:
        """Cut a plain word that is too long for a line as `_parts` does, but without shaping its parts."""
        advances, scale = face.advances, self.style.size / EM
        lines: list[Line] = []
        part, used = "", 0.0
        for token in TOKENS.findall(text):
            whole = face.measure(token) * scale
            for piece in (token,) if whole <= width else token:
                advance = whole if len(piece) > 1 else advances[piece] * scale
                if part and used + advance > width:
                    lines.append(self._plain_line(face, part, used))
                    part, used = "", 0.0
                part += piece
                used += advance
        return (*lines, self._plain_line(face, part, used))

    def _break(self, text: str, width: float) -> tuple[Line, ...]:
        if not text:
            return ()
        return tuple(
            self._join(pieces)
            for paragraph in LINE_BREAK.split(text.replace("\t", "    "))
            for pieces in self._fill(self._broken(paragraph), width)
        )

    def _fill(self, pieces: Iterable["_Piece"], width: float) -> Iterator[list["_Piece"]]:
        """Fill lines one after the other, each as far as it goes."""
        current: list[_Piece] = []
        used = 0.0
        for whole in pieces:
            for piece in self._parts(whole, width) if whole.core > width else (whole,):
                if current and used + piece.core > width + 0.01:
                    yield current
                    current, used = [], 0.0
                current.append(piece)
                used += piece.width
        yield current

    def _parts(self, piece: "_Piece", width: float) -> Iterator["_Piece"]:
        """Take a word apart into parts that fill a line each: behind the signs of addresses, or anywhere."""
        part = ""
        used = 0.0
        for token in TOKENS.findall(piece.text):
            whole = self._piece(token).core <= width
            characters = (token,) if whole else token if token.isascii() else CharacterBreaker(token, "km")
            for character in characters:
                advance = self._piece(character).width
                if part and used + self._piece(character).core > width:
                    yield self._piece(part)
                    part, used = "", 0.0
                part += character
                used += advance
        yield self._piece(part)

    def _broken(self, text: str) -> tuple["_Piece", ...]:
        found = self._broken_up.get(text)
        if found is None:
            found = self._broken_up[text] = tuple(self._piece(part) for part in break_opportunities(text))
        return found

    def _piece(self, text: str) -> "_Piece":
        found = self._pieces.get(text)
        if found is None:
            found = self._pieces[text] = self._measure(text)
        return found

    def _measure(self, text: str) -> "_Piece":
        runs = ((self._chain[0], text),) if text.isascii() else tuple(_runs(text, self._chain))
        scale = self.style.size / EM
        width = sum(face.shape(part, kern=self.style.kern).width for face, part in runs) * scale
        space = len(text) - len(text.rstrip(f" {ZERO_WIDTH_SPACE}"))
        core = width
        if space and runs:
            face, part = runs[-1]
            core -= face.shape(part[-space:], kern=self.style.kern).width * scale
        return _Piece(text, runs, core, width)

    def _join(self, pieces: list["_Piece"]) -> Line:
        if not pieces:
            return Line((), 0, khmer=False)
        width = sum(piece.width for piece in pieces[:-1]) + pieces[-1].core
        parts = ((face, part) for piece in pieces for face, part in piece.runs)
        runs = tuple(
            (face.name, self._show(face, [part for _, part in group]))
            for face, group in groupby(parts, key=lambda run: run[0])
        )
        return Line(runs, width, any(KHMER.search(piece.text) for piece in pieces))

    def _show(self, face: Face, parts: list[str]) -> str:
        """Return the operators that show neighbouring parts of one face, as few as possible."""
        shaped = [face.shape(part, kern=self.style.kern) for part in parts]
        if any(one.glyphs and not one.array for one in shaped):
            operators = face.operators(shaped, self.style.size)
        else:
            array = "".join([one.array for one in shaped])
            operators = f"[{array}]TJ" if array else ""
        return self._in_language(face, "".join(parts), operators)

    def _in_language(self, face: Face, text: str, operators: str) -> str:
        """Mark words in another language than the document's; digits and signs belong to none."""
        if face.language in ("", self._language) or not LETTER.search(text):
            return operators
        return f"/Span <</Lang({face.language})>> BDC {operators} EMC"


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two places where a line may break; `core` is its width without the space at its end."""

    text: str
    runs: tuple[tuple[Face, str], ...]
    core: float
    width: float


def break_opportunities(text: str) -> list[str]:
    """Split text into the pieces between which a line may break."""
    pieces: list[str] = []
    for piece in LineBreaker(text, "km"):
        # Where Khmer is misspelled the dictionary may break inside a syllable; glue it together again.
        if pieces and (pieces[-1][-1] == COENG or FIRST_SIGN <= piece[0] <= LAST_SIGN or piece[0] == REPETITION):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


def _runs(text: str, chain: tuple[Face, ...]) -> Iterator[tuple[Face, str]]:
    """Split text into runs of the first face of the chain that covers them.

    Spaces and characters that show nothing stay in the run they stand in. What no face covers is left to the first
    one that has a sign for that.
    """
    start, current = 0, None
    for index, character in enumerate(text):
        if current and (character == " " or IGNORABLE.match(character)):
            continue
        face = face_for(character, chain)
        if current and face is not current:
            yield current, text[start:index]
            start = index
        current = face
    if current:
        yield current, text[start:]


def face_for(character: str, chain: tuple[Face, ...]) -> Face:
    """Return the face that prints a character, or the one with the sign for those that no face has."""
    point = ord(character)
    return next((face for face in chain if point in face.covers), None) or next(
        (face for face in chain if ord(REPLACEMENT) in face.covers), chain[0]
    )


def unprintable(text: str, chain: tuple[Face, ...]) -> list[str]:
    """Return the characters for which no face of the chain has a glyph, in the order in which they are met."""
    missing = (
        character
        for character in text
        if not (
            character == "\t"
            or IGNORABLE.match(character)
            or LINE_BREAK.match(character)
            or any(ord(character) in face.covers for face in chain)
        )
    )
    return list(dict.fromkeys(missing))
