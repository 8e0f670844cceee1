"""A workshop that was edited here and on another computer."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from clesidra_desktop.app import Program
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.gui.moving import take_in
from clesidra_desktop.services.doctor import Diagnosis, Fault
from clesidra_desktop.services.workshop_files import export_workshop_file
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.storage.database import Database

WHO = "Chan Sophea"

Wait = Callable[[Program], None]


def workshop_of(program: Program) -> Workshop:
    """Return the open workshop."""
    workshop = program.window.context.open.workshop
    assert workshop is not None
    return workshop


def sent_file(program: Program, folder: Path, wait: Wait) -> Path:
    """Write the open workshop as a file, as it was taken to another computer."""
    id_ = str(workshop_of(program).id)
    path = folder / "sent" / "workshop.json"
    path.parent.mkdir()

    def send(database: Database) -> None:
        export_workshop_file(database, id_, path, who=WHO)

    program.window.context.open.ask(send, done=lambda _: None)
    wait(program)
    return path


def edit_there(path: Path) -> None:
    """Edit the file as somebody does on the other computer: people, an answer, and somebody new."""
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    data["attendants"][0]["phone"] = "012 222 222"
    data["attendants"][1]["position"] = "Village chief"
    data["attendants"][2]["email"] = "there@example.org"
    added = {"id": "0b1e5f3a-0000-4000-8000-000000000001", "name": "Rocham Sreymom", "category": "CBO", "sex": "F"}
    data["attendants"].append(added)
    data["answers"][0]["items"][1]["text"] += ", in Khmer and in Tampuan"
    data["answers"][0]["items"].append({"text": "The committee meets every month", "style": "bullet"})
    path.write_text(json.dumps(data), encoding="utf-8")


def add_item_there(path: Path, title: str, *, longer: int) -> None:
    """Add an item behind the agenda of the file, under the key that an older release made; the first is longer."""
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    data["agenda"][0]["minutes"] += longer
    number = len(data["agenda"]) + 1
    data["agenda"].append({"key": f"item-{number}", "title": title, "minutes": 15, "speaker": f"Speaker of {title}"})
    path.write_text(json.dumps(data), encoding="utf-8")


def edit_here(program: Program, wait: Wait) -> None:
    """Edit two of the same people and the same line of the answer, and the venue."""
    before = workshop_of(program)
    first, second, third, *others = before.attendants
    answer = before.answers[0]
    nodes = list(answer.items)
    nodes[1] = replace(nodes[1], text=f"{nodes[1].text}, at the meeting house")
    edited = replace(
        before,
        venue="Riverside hall",
        attendants=(replace(first, phone="012 111 111"), second, replace(third, email="here@example.org"), *others),
        answers=(replace(answer, items=tuple(nodes)), *before.answers[1:]),
    )

    replace_here(program, edited, wait)


def replace_here(program: Program, edited: Workshop, wait: Wait) -> None:
    """Make the open workshop what it is after somebody edited it."""

    def edit(database: Database) -> None:
        files = export_workshop(database, edited.id)[1]
        import_workshop(database, edited, files, who=WHO, replace=True)

    program.window.context.open.ask(edit, done=lambda _: program.window.context.open_workshop(edited.id, "workshops"))
    wait(program)


def merge_scene(wait: Wait) -> Callable[[Program], None]:
    """Return what shows the two versions side by side."""

    def show(program: Program) -> None:
        with TemporaryDirectory() as folder:
            path = sent_file(program, Path(folder), wait)
            edit_there(path)
            edit_here(program, wait)
            program.window.open_file(path)
            wait(program)

    return show


def arrivals_scene(wait: Wait) -> Callable[[Program], None]:
    """Return what takes in a file that is new, one that has to be decided and one that is damaged."""

    def show(program: Program) -> None:
        with TemporaryDirectory() as folder:
            path = sent_file(program, Path(folder), wait)
            edit_there(path)
            data = json.loads(path.read_text(encoding="utf-8"))
            new = path.with_name("kratie.json")
            other = {"format": data["format"], "id": "0b1e5f3a-0000-4000-8000-000000000009", "language": "en"}
            new.write_text(json.dumps({**other, "title": "Kratie fisheries meeting"}), encoding="utf-8")
            broken = path.with_name("stung-treng.clesidra")
            broken.write_bytes(b"PK\x03\x04 cut off")
            edit_here(program, wait)
            take_in(program.window.context, program.window, [path, new, broken], lambda: None)
            wait(program)

    return show


def diagnosis_scene(program: Program) -> None:
    """Show what the doctor says of a database in which something is wrong."""
    from clesidra_desktop.gui.dialogs.diagnosis import DiagnosisDialog  # noqa: PLC0415

    values = {"path": "annexes/welcome-slides.pdf", "title": "Highland Community Exchange Day"}
    faults = (
        Fault("The file {path} of “{title}” is not as it was put in. Put it in again from where it came from.", values),
        Fault(
            "The journal lacks its entry {sequence}: somebody took it out. Compare with a copy of the database.",
            {"sequence": 214},
        ),
    )
    DiagnosisDialog(Diagnosis(faults, workshops=12, files=31), program.window).show()
