"""Two laptops that edited one workshop, in databases: both come to the same, and undo takes it back."""

from contextlib import ExitStack
from pathlib import Path
from uuid import uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clesidra_desktop.domain.merge import Choice, State
from clesidra_desktop.exchange.workshop_file.reading import WorkshopFile
from clesidra_desktop.exchange.workshop_file.writing import encode_workshop
from clesidra_desktop.services.history import undo
from clesidra_desktop.services.lineage import hand_out
from clesidra_desktop.services.workshop_files import import_workshop_file
from clesidra_desktop.services.workshop_merge import Fate, take_in
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.storage.database import Database, open_database
from tests.helpers.two_editors import BASE, edited, told

ID = BASE.workshop.id


def filled(state: State) -> dict[str, bytes]:
    """Return files with contents that are named by their digests here."""
    return {path: digest.encode() for path, digest in state.files.items()}


def state_of(database: Database) -> State:
    workshop, files = export_workshop(database, ID)
    return State(workshop, {path: content.decode() for path, content in files.items()})


def written(database: Database) -> tuple[bytes, dict[str, bytes]]:
    workshop, files = export_workshop(database, ID)
    return encode_workshop(workshop), files


@given(st.tuples(edited(), edited()), st.sampled_from((Choice.OURS, Choice.THEIRS)))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_two_laptops_come_to_the_same_and_undo_takes_it_back(
    tmp_path: Path, sides: tuple[State, State], choice: Choice
) -> None:
    with ExitStack() as stack:
        first, second = (stack.enter_context(open_database(tmp_path / f"{uuid4()}.db")) for _ in range(2))
        import_workshop(first, BASE.workshop, filled(BASE), who="Bopha")
        import_workshop_file(second, hand_out(first, ID, who="Bopha"), who="Dara")
        for database, side in zip((first, second), sides, strict=True):
            import_workshop(database, side.workshop, filled(side), who="Dara", replace=True)
        sent: list[WorkshopFile] = [hand_out(database, ID, who="Dara") for database in (first, second)]
        before = written(first)
        one = take_in(first, sent[1], who="Bopha", prefer=choice)
        if one.fate is Fate.DIFFERS and one.changes:
            merged = written(first)
            undo(first, ID, who="Bopha")
            assert written(first) == before
            take_in(first, sent[1], who="Bopha", prefer=choice)
            assert written(first) == merged
        take_in(second, sent[0], who="Dara", prefer=Choice.THEIRS if choice is Choice.OURS else Choice.OURS)
        assert written(first) == written(second)
        seen = told(state_of(first))
        assert seen.keys() <= told(sides[0]).keys() | told(sides[1]).keys()
        assert take_in(first, hand_out(second, ID, who="Dara"), who="Bopha").fate is Fate.SAME
        assert not take_in(first, sent[1], who="Bopha").report.open
        assert written(first) == written(second)
