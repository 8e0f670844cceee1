"""A finding: something in a workshop to mend before publishing, or to look at."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Severity(StrEnum):
    """`error`: the minutes would say something wrong or leave something out. `warning`: worth a look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend.

    `code` names the kind of finding for programs, `where` is the JSON path in the workshop file to go to.
    `template` and `values` make the sentence, so that it can be translated at the edge.
    """

    code: str
    severity: Severity
    where: str
    template: str
    values: dict[str, object] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """What was found and what to do, in English."""
        said = {
            name: f"{one:%Y-%m-%d %H:%M}" if isinstance(one, datetime) else one for name, one in self.values.items()
        }
        return self.template.format(**said)
