"""Sentences about a split that are translated before they are filled in."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sentence:
    """A template and its values, as UserError has them. A value that is a tuple is a list of words."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(
            **{name: ", ".join(map(str, one)) if isinstance(one, tuple) else one for name, one in self.values.items()}
        )
