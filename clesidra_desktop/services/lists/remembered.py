"""What an office has chosen for lists before, as plain data that its settings keep."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from clesidra_desktop.domain.names import folded
from clesidra_desktop.services.lists.fields import Field

KEPT: Final = frozenset({Field.CATEGORY, Field.SEX, Field.PROVINCE, Field.ORGANIZATION, Field.POSITION})
"""Fields whose words are remembered. Those of single persons are not."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """Choices of the office.

    `columns` is the field of a column by the key of its header (see `header_key`), empty for one that is not taken.
    `words` is, by field, what stands for a word of a list, by the folded word: “Commune council” for GOV.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def with_column(self, key: str, held: Field | None) -> "Remembered":
        """Return the choices with one more for a column."""
        return Remembered({**self.columns, key: held.value if held else ""}, self.words) if key else self

    def with_word(self, held: Field, found: str, meant: str) -> "Remembered":
        """Return the choices with one more for a word, unless words of this field are not remembered."""
        if held not in KEPT:
            return self
        of_field = {**self.words.get(held.value, {}), folded(found): meant}
        return Remembered(self.columns, {**self.words, held.value: of_field})

    def as_data(self) -> dict[str, Any]:
        """Return the choices as JSON has them."""
        return {"columns": dict(self.columns), "words": {name: dict(known) for name, known in self.words.items()}}

    @classmethod
    def from_data(cls, data: object) -> "Remembered":
        """Return choices that were kept; what does not fit is left out, for it is only a help."""
        kept = data if isinstance(data, Mapping) else {}
        columns = _texts(kept.get("columns"))
        words = kept.get("words")
        known = words if isinstance(words, Mapping) else {}
        fields = set(Field)
        return cls(
            {key: name for key, name in columns.items() if name == "" or name in fields},
            {name: _texts(known[name]) for name in KEPT if name in known},
        )


def _texts(data: object) -> dict[str, str]:
    items = data.items() if isinstance(data, Mapping) else ()
    return {key: text for key, text in items if isinstance(key, str) and isinstance(text, str)}
