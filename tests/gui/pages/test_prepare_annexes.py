"""Prepare: files become annexes."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from clesidra_desktop.domain.workshop import AnnexSource
from clesidra_desktop.gui.pages.prepare_annexes import AnnexesSection
from clesidra_desktop.services.prepare import describe_workshop
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.storage.database import open_database
from tests.helpers.builders import workshop
from tests.helpers.preparing import Person, annexes
from tests.helpers.window import settle


def drop(section: AnnexesSection, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    no_button, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    section.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, no_button, no_key))


def test_files_are_dropped_in_and_told_apart(person: Person, tmp_path: Path) -> None:
    section = annexes(person)
    before = person.workshop.annexes
    for name, content in (("Slides_1.pdf", b"%PDF-1.7"), ("notes.xyz", b"?"), ("empty.pdf", b"")):
        (tmp_path / name).write_bytes(content)
    drop(section, *(tmp_path / name for name in ("Slides_1.pdf", "notes.xyz", "empty.pdf")))
    after = person.workshop.annexes

    assert [one.title for one in after[len(before) :]] == ["Slides 1", "notes"]
    assert "empty.pdf is empty" in person.said()
    notes = [row.note.text() for row in section.rows.rows[len(before) :]]
    assert "PDF" in notes[0]
    assert "becomes pages" in notes[0]
    assert "attached only" in notes[1]
    person.undo()
    assert person.workshop.annexes == before


def test_files_are_annexes_of_the_workshop_that_was_open_when_they_were_dropped(person: Person, tmp_path: Path) -> None:
    first, second = person.workshop, workshop(annexes=(), agenda=())
    with open_database(tmp_path / "clesidra.db") as database:
        import_workshop(database, second, {}, who="Somebody else")
    deck = tmp_path / "deck.pdf"
    deck.write_bytes(b"%PDF-1.4\n" + b"x" * 1_000_000)

    annexes(person).take([deck])
    person.program.window.context.open.open(second.id)
    settle(person.qtbot, person.program)

    with open_database(tmp_path / "clesidra.db") as database:
        here, there = (export_workshop(database, one.id)[0].annexes for one in (first, second))
    assert [one.title for one in here][len(first.annexes) :] == ["deck"]
    assert there == ()


def test_an_annex_is_named_moved_and_removed(person: Person) -> None:
    section = annexes(person)
    before = person.workshop.annexes
    person.type_over(section.rows.rows[0].first(), "Who came")
    section.rows.rows[0].first().setFocus()
    person.do("prepare_down")
    assert [one.key for one in person.workshop.annexes][:2] == [before[1].key, before[0].key]
    assert person.workshop.annexes[1].title == "Who came"
    person.do("prepare_remove")
    assert before[0].key not in {one.key for one in person.workshop.annexes}


def test_what_the_program_makes_can_be_added_again(person: Person) -> None:
    section = annexes(person)
    place = [one.source for one in person.workshop.annexes].index(AnnexSource.ATTENDANTS)
    assert not section.ui.add_attendants.isVisible()
    section.rows.rows[place].first().setFocus()
    person.do("prepare_remove")
    assert section.ui.add_attendants.isVisible()
    person.qtbot.mouseClick(section.ui.add_attendants, Qt.MouseButton.LeftButton)
    assert person.workshop.annexes[-1].source is AnnexSource.ATTENDANTS


def test_a_missing_file_is_named_and_another_takes_its_place(person: Person, tmp_path: Path) -> None:
    section = annexes(person)
    workshop = person.workshop
    place = next(place for place, one in enumerate(workshop.annexes) if one.file)
    lost = [
        one if number != place else type(one)(key=one.key, title=one.title, file="annexes/lost.pdf")
        for number, one in enumerate(workshop.annexes)
    ]
    person.program.window.context.open.do(describe_workshop, {"annexes": tuple(lost)})
    settle(person.qtbot, person.program)
    assert "lost.pdf is not here" in section.rows.rows[place].note.text()
    assert len(section.missing) == 1
    (tmp_path / "found.pdf").write_bytes(b"%PDF-1.7")
    section.replace_file(lost[place].key, tmp_path / "found.pdf")

    assert person.workshop.annexes[place].file == "annexes/found.pdf"
    assert section.missing == ()


def test_a_file_is_opened_as_a_copy(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(
        "clesidra_desktop.gui.pages.prepare_annexes.QDesktopServices.openUrl",
        lambda url: shown.append(Path(url.toLocalFile())) or True,
    )
    section = annexes(person)
    annex = next(one for one in person.workshop.annexes if one.file)
    section.open_file(annex.key)
    settle(person.qtbot, person.program)

    (copy,) = shown
    assert copy.name == Path(annex.file).name
    assert copy.stat().st_size > 0
