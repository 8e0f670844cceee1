"""What the screen for the audience says, in the language of the workshop or in both, whatever the window speaks."""

from collections.abc import Iterable

from clesidra_desktop.domain.forgetting import NOBODY
from clesidra_desktop.domain.language import Language
from clesidra_desktop.gui.i18n import Catalogue


class Voices:
    """One or two languages; sentences are said in each of them, beside each other."""

    def __init__(self, languages: Iterable[Language]) -> None:
        self.languages = tuple(languages)
        self._catalogues = [Catalogue(language) for language in self.languages]

    def say(self, text: str, **values: object) -> str:
        """Return a sentence that is marked for translation, with values filled in."""
        said = (catalogue.translate("", text) or text for catalogue in self._catalogues)
        return " · ".join(one.format(**values) if values else one for one in said)

    def name(self, latin: str, khmer: str) -> str:
        """Return a name in the script of the language, in both where there are two; what is unknown is left out."""
        in_order = (khmer, latin) if self.languages[0] is Language.KHMER else (latin, khmer)
        known = list(dict.fromkeys(filter(None, in_order)))
        if known == [NOBODY]:
            return self.say("(anonymized)")
        return " ".join(known if len(self.languages) > 1 else known[:1])
