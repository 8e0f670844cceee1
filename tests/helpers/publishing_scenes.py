"""What is shown of publishing in pictures: the page with versions, and the dialogs."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from uuid import UUID

from clesidra_desktop.app import Program
from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.outline import Node
from clesidra_desktop.domain.publishing import finding_key
from clesidra_desktop.gui.pages.minutes import MinutesPage
from clesidra_desktop.services.answers import find_answer, record_answer
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.services.prepare import describe_workshop
from clesidra_desktop.services.publish import Frozen, freeze, publish_minutes, read_proposal, with_findings
from clesidra_desktop.services.written import Choices
from clesidra_desktop.storage.database import Database

Wait = Callable[[Program], None]


def publish(program: Program, wait: Wait, reason: str = "") -> None:
    """Publish the minutes of the workshop that is open, a reason given for everything."""
    context = program.window.context
    workshop = context.open.workshop
    assert workshop is not None
    choices = Choices(Language(context.translation.language), Edition.FULL)

    def make(database: Database) -> Frozen:
        proposal = with_findings(read_proposal(database, workshop.id))
        reasons = {finding_key(one): "Two came late and were counted by hand." for one in proposal.findings}
        return freeze(proposal, choices, who="Chan Sophea", reasons=reasons, reason=reason)

    context.open.ask(make, done=lambda frozen: context.open.do(publish_minutes, frozen))
    wait(program)


def change(program: Program, wait: Wait) -> None:
    """Correct the venue and an answer."""
    workshop = program.window.context.open.workshop
    assert workshop is not None
    context, answer = program.window.context, workshop.answers[0]
    context.open.do(describe_workshop, {"venue": f"{workshop.venue} II"})
    first, *others = answer.items
    items = (replace(first, text=f"{first.text.rstrip('.')}, says everybody."), *others, Node("More wells"))

    def write(database: Database, workshop_id: UUID, *, who: str) -> Changes:
        version = find_answer(database, workshop_id, answer.sector, answer.question).version
        return record_answer(database, workshop_id, answer.sector, answer.question, items, version=version, who=who)[1]

    context.open.do(write)
    wait(program)


def publishing_scenes(program: Program, wait: Wait) -> Iterator[str]:
    """Show the page with versions; yield what each picture is of."""
    publish(program, wait)
    change(program, wait)
    reason = {"en": "The name of the hall was wrong.", "km": "ឈ្មោះសាលមិនត្រឹមត្រូវ។"}
    publish(program, wait, reason[program.window.context.translation.language])
    page = minutes_page(program, wait)
    page.ui.tabs.setCurrentWidget(page.ui.versions_tab)
    page.preview.make()
    wait(program)
    yield "minutes_versions"


def minutes_page(program: Program, wait: Wait) -> MinutesPage:
    """Show the page of the minutes."""
    program.window.show_page("minutes")
    wait(program)
    page = program.window.page
    assert isinstance(page, MinutesPage)
    return page


def publish_scene(wait: Wait) -> Callable[[Program], None]:
    """Return what opens the dialog of publishing, with an error that needs a reason."""

    def show(program: Program) -> None:
        workshop = program.window.context.open.workshop
        assert workshop is not None
        program.window.context.open.do(describe_workshop, {"ends": workshop.starts})
        wait(program)
        minutes_page(program, wait).versions.publish()

    return show


def changes_scene(wait: Wait) -> Callable[[Program], None]:
    """Return what opens the dialog of what changed."""

    def show(program: Program) -> None:
        minutes_page(program, wait).versions.show_changes()

    return show
