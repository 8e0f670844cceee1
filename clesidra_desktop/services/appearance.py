"""What can be chosen for the look of minutes; in a module of its own, because it is needed before anything heavy is."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Appearance:
    """What can be chosen for the look of minutes.

    `template` is the Word document of an office into which the DOCX is written; `embed_fonts` puts the Khmer font into
    it. `theme` is the folder with the look of the PDF.
    """

    template: Path | None = None
    embed_fonts: bool = False
    theme: Path | None = None


PLAIN = Appearance()
