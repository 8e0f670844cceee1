"""What can be chosen for the DOCX; in a module of its own, because it is needed before anything heavy is."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class WordOptions:
    """What can be chosen for the DOCX.

    `template` is the Word document of an office into which it is written; `embed_fonts` puts the Khmer font into it.
    """

    template: Path | None = None
    embed_fonts: bool = False


PLAIN = WordOptions()
