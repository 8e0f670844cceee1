"""Two people wrote the same text at once."""

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.outline import Outline


class ConflictError(UserError):
    """A text was changed by somebody else after it was read, so what was typed since is not written over it.

    `mine` is what was to be written, `theirs` what stands there now and `version` the version of that. Writing again
    with this version takes the one that is written.
    """

    def __init__(self, mine: Outline, theirs: Outline, version: str) -> None:
        super().__init__(
            "Somebody else has changed this text since you opened it. Nothing was overwritten: compare the two, and "
            "keep one of them or both."
        )
        self.mine = mine
        self.theirs = theirs
        self.version = version
