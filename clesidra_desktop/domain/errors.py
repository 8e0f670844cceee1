"""The one kind of error that is a person's to mend."""


class UserError(Exception):
    """A sentence that says what happened and what to do about it.

    The sentence is kept as a template and its values, so that the edge of the program (the command line,
    the window) can translate the template before it fills the values in. Any other exception is a bug.
    """

    def __init__(self, template: str, /, **values: object) -> None:
        super().__init__(template, values)
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return self.template.format(**self.values)


class GoneError(UserError):
    """What was to be changed is not there any more: to try again is of no use."""


class PackThereError(UserError):
    """There is a pack where one is to be made: a person may let it be replaced."""
