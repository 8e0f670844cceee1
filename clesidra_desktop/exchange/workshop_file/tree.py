"""From the bytes of a workshop file to a tree that the decoder can judge."""

import json
import math
from dataclasses import dataclass
from typing import Any

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.exchange.text import clean_foreign_text, clean_text
from clesidra_desktop.exchange.workshop_file.model import EXTENSION_PREFIX, EXTENSIONS_KEY, MISFIT
from clesidra_desktop.misfits import Misfit, Path, describe, json_path

MAX_DEPTH = 210
"""How deep lists and objects may be nested in one another, so that no step runs out of stack."""

MAX_DIGITS = 1000
"""The longest whole number that is kept; longer ones are read as infinite and refused as such."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_NOT_FINITE = "a number of ordinary size"
_TOO_DEEP = f"lists and objects nested in one another at most {MAX_DEPTH} deep"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Characters that were left out of a text because neither a document nor a database can hold them.

    `path` is the JSON path of the text, `characters` are code points such as "U+0000", each named once.
    """

    path: str
    characters: tuple[str, ...]

    @property
    def template(self) -> str:
        """The sentence to be translated, with places for `values`."""
        return "At {path} the characters {characters} were left out: neither a document nor a database can hold them."

    @property
    def values(self) -> dict[str, object]:
        """What fills the places of the template."""
        return {"path": self.path, "characters": ", ".join(self.characters)}

    @property
    def sentence(self) -> str:
        """What was left out where, in English."""
        return self.template.format(**self.values)


def parse(data: bytes, source: str) -> object:
    """Return what a JSON text holds.

    Raises UserError, which names `source`, where the bytes are no UTF-8 or no JSON, or where a key stands twice in
    one object. Numbers that are not finite are for `tidy` to refuse.
    """
    text = _decoded(data, source)
    repeated: list[tuple[dict[str, Any], str]] = []

    def collect(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        collected = dict(pairs)
        if len(collected) != len(pairs):
            keys = [key for key, _ in pairs]
            repeated.append((collected, next(key for key in keys if keys.count(key) > 1)))
        return collected

    try:
        tree: object = json.loads(text, object_pairs_hook=collect, parse_int=_whole_number)
    except json.JSONDecodeError as error:
        raise UserError(
            "The workshop file {file} is not valid JSON at line {line}, column {column}: {problem}. "
            "Correct it there, or at the end of the line before, and try again.",
            file=source,
            line=error.lineno,
            column=error.colno,
            problem=error.msg,
        ) from error
    except RecursionError as error:
        raise Misfit("$", "lists and objects nested far deeper", _TOO_DEEP).refusal(MISFIT, source) from error
    if repeated:
        raise _repetition(tree, repeated).refusal(MISFIT, source)
    return tree


def _decoded(data: bytes, source: str) -> str:
    start = len(_BYTE_ORDER_MARK) if data.startswith(_BYTE_ORDER_MARK) else 0
    try:
        return data[start:].decode("utf-8")
    except UnicodeDecodeError as error:
        raise UserError(
            "The workshop file {file} is not UTF-8 text: byte {offset} does not belong there. "
            "Save it as UTF-8 and try again.",
            file=source,
            offset=start + error.start,
        ) from error


def _whole_number(digits: str) -> int | float:
    return int(digits) if len(digits) <= MAX_DIGITS else math.inf


def _repetition(tree: object, repeated: list[tuple[dict[str, Any], str]]) -> Misfit:
    """Find the first object with a repeated key that is still in the tree: the outermost always is."""
    keys = {id(collected): key for collected, key in repeated}
    waiting: list[tuple[Path, object]] = [((), tree)]
    path: Path = ()
    value: object = tree
    while waiting and id(value) not in keys:
        path, value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(((*path, key), below) for key, below in reversed(value.items()))
        elif isinstance(value, list):
            waiting.extend(((*path, index), value[index]) for index in reversed(range(len(value))))
    return Misfit(json_path((*path, keys[id(value)])), "the same key twice in one object", "every key once")


def tidy(tree: object) -> tuple[object, tuple[LeftOut, ...]]:
    """Return the tree as the decoder takes it, and the characters left out of its texts, in the order of the file.

    Texts are cleaned, and the keys of other programs are gathered into one object below `EXTENSIONS_KEY`.
    Raises Misfit where the nesting is too deep or a number is not finite.
    """
    tidier = _Tidier()
    return tidier.known(tree, ()), tuple(tidier.left_out)


class _Tidier:
    def __init__(self) -> None:
        self.left_out: list[LeftOut] = []

    def known(self, value: object, path: Path) -> object:
        if isinstance(value, str):
            return self._noted(path, clean_text(value))
        if isinstance(value, dict):
            _check_depth(path)
            return self._known_object(value, path)
        if isinstance(value, list):
            _check_depth(path)
            return [self.known(item, (*path, index)) for index, item in enumerate(value)]
        return _finite(value, path)

    def _known_object(self, value: dict[str, object], path: Path) -> dict[str, object]:
        kept: dict[str, object] = {}
        foreign: dict[str, object] = {}
        for key, item in value.items():
            _check_key(key, path)
            if key.startswith(EXTENSION_PREFIX):
                foreign[key] = self.foreign(item, (*path, key))
            else:
                kept[key] = self.known(item, (*path, key))
        if foreign:
            kept[EXTENSIONS_KEY] = foreign
        return kept

    def foreign(self, value: object, path: Path) -> object:
        if isinstance(value, str):
            return self._noted(path, clean_foreign_text(value))
        if isinstance(value, dict):
            _check_depth(path)
            for key in value:
                _check_key(key, path)
            return {key: self.foreign(item, (*path, key)) for key, item in value.items()}
        if isinstance(value, list):
            _check_depth(path)
            return [self.foreign(item, (*path, index)) for index, item in enumerate(value)]
        return _finite(value, path)

    def _noted(self, path: Path, cleaned: tuple[str, tuple[str, ...]]) -> str:
        text, characters = cleaned
        if characters:
            self.left_out.append(LeftOut(json_path(path), characters))
        return text


def _check_depth(path: Path) -> None:
    if len(path) >= MAX_DEPTH:
        raise Misfit(f"{json_path(path[:8])}…", "more levels", _TOO_DEEP)


def _check_key(key: str, path: Path) -> None:
    if not key.isprintable() and clean_foreign_text(key)[1]:
        raise Misfit(json_path((*path, key)), describe(key), "a key without NUL and halves of surrogate pairs")


def _finite(value: object, path: Path) -> object:
    if isinstance(value, float) and not math.isfinite(value):
        raise Misfit(json_path(path), "NaN" if math.isnan(value) else "a number without bounds", _NOT_FINITE)
    return value
