"""A workshop that travels between two databases as a file, and is edited in both."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.merge import Choice, Place
from clesidra_desktop.domain.outline import Node
from clesidra_desktop.domain.workshop import Question, Sector, SplitRules, Workshop
from clesidra_desktop.exchange.workshop_file import read_workshop_file
from clesidra_desktop.exchange.workshop_file.reading import WorkshopFile
from clesidra_desktop.services.agenda import insert_item
from clesidra_desktop.services.annex_files import Paper, add_annexes
from clesidra_desktop.services.anonymize import anonymize_person
from clesidra_desktop.services.answers import find_answer, record_answer
from clesidra_desktop.services.attendants import edit_attendants, remove_attendants
from clesidra_desktop.services.directory import list_people
from clesidra_desktop.services.history import read_back, redo, undo
from clesidra_desktop.services.lineage import hand_out, read_snapshot, take_snapshot
from clesidra_desktop.services.polls import add_poll
from clesidra_desktop.services.prepare import describe_workshop
from clesidra_desktop.services.prepare_rows import Part, add_row
from clesidra_desktop.services.workshop_files import export_workshop_file, import_workshop_file
from clesidra_desktop.services.workshop_merge import Fate, compare_file, merge_workshop, take_in
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.storage.database import Database, open_database
from clesidra_desktop.storage.lineage import load_lineage
from clesidra_desktop.storage.tables.annexes import FileRow
from clesidra_desktop.storage.tables.base import Row
from clesidra_desktop.storage.tables.journal import JournalRow
from clesidra_desktop.storage.tables.lineage import SavedStateRow
from tests.storage.samples import FILES, sound_workshop

WORKSHOP = UUID(int=100)
DARA, THIRD, SECOND = (one.id for one in sound_workshop().attendants)


class Laptop:
    """A database and the person at it."""

    def __init__(self, database: Database, who: str, folder: Path) -> None:
        self.database = database
        self._who = who
        self._folder = folder

    def send(self) -> WorkshopFile:
        """Write the workshop as a file and read it again."""
        path = self._folder / f"{self._who}.clesidra"
        export_workshop_file(self.database, str(WORKSHOP), path, who=self._who)
        return read_workshop_file(path)

    def take(self, file: WorkshopFile, prefer: Choice | None = None) -> Fate:
        """Take a file in. Fails where something is left to decide."""
        taken = take_in(self.database, file, who=self._who, prefer=prefer)
        assert not taken.report.open
        return taken.fate

    def edit(self, id_: UUID, **values: object) -> None:
        """Edit an attendant."""
        edit_attendants(self.database, WORKSHOP, [id_], values, who=self._who)

    @property
    def workshop(self) -> Workshop:
        """The workshop as it is here."""
        return export_workshop(self.database, WORKSHOP)[0]

    def phone(self, id_: UUID) -> str:
        """Return the phone number of an attendant."""
        return next(one.phone for one in self.workshop.attendants if one.id == id_)


@pytest.fixture
def laptops(database: Database, tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    """The office's database, which has the workshop, and an empty one in the field."""
    with open_database(tmp_path / "field.db", clock=database.now) as field:
        import_workshop(database, sound_workshop(), FILES, who="Bopha")
        yield Laptop(database, "Bopha", tmp_path), Laptop(field, "Dara", tmp_path)


def test_what_both_edited_comes_together(laptops: tuple[Laptop, Laptop]) -> None:
    office, field = laptops
    assert field.take(office.send()) is Fate.NEW
    office.edit(DARA, phone="012 111 111")
    field.edit(SECOND, phone="012 222 222")
    assert office.take(field.send()) is Fate.DIFFERS
    assert (office.phone(DARA), office.phone(SECOND)) == ("012 111 111", "012 222 222")
    assert field.take(office.send()) is Fate.DIFFERS
    assert field.workshop == office.workshop
    assert export_workshop(field.database, WORKSHOP) == export_workshop(office.database, WORKSHOP)
    assert field.take(office.send()) is Fate.SAME


def test_what_was_merged_is_the_base_of_the_next_time(laptops: tuple[Laptop, Laptop]) -> None:
    """Without it, what the office has corrected since would be asked about again."""
    office, field = laptops
    field.take(office.send())
    field.edit(DARA, phone="012 222 222")
    office.take(field.send())
    office.edit(DARA, phone="012 333 333")
    field.edit(SECOND, phone="012 444 444")
    office.take(field.send())
    assert (office.phone(DARA), office.phone(SECOND)) == ("012 333 333", "012 444 444")


def test_a_third_computer_is_known_by_what_the_second_says(laptops: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    office, field = laptops
    field.take(office.send())
    field.edit(DARA, phone="012 222 222")
    with open_database(tmp_path / "third.db") as database:
        third = Laptop(database, "Sophea", tmp_path)
        third.take(field.send())
        third.edit(SECOND, phone="012 333 333")
        office.edit(DARA, position="chief")
        office.take(third.send())
    assert (office.phone(DARA), office.phone(SECOND)) == ("012 222 222", "012 333 333")


def test_what_two_decided_otherwise_at_the_same_time_is_asked_again(laptops: tuple[Laptop, Laptop]) -> None:
    """Each took in the state of the other and kept its own: none of both decisions is older than the other."""
    office, field = laptops
    field.take(office.send())
    office.edit(DARA, phone="012 111 111", position="chief")
    field.edit(DARA, phone="012 222 222", province="Takeo")
    from_office, from_field = office.send(), field.send()
    office.take(from_field, Choice.OURS)
    field.take(from_office, Choice.OURS)
    office.edit(DARA, province="Kampot")  # what only one has changed since is not asked about
    sent = field.send()
    asked = take_in(office.database, sent, who="Bopha").report
    assert asked.has_base
    assert [one.place for one in asked.open] == [Place("attendants", (str(DARA),), "phone")]
    office.take(sent, Choice.OURS)
    field.take(office.send())
    assert office.phone(DARA) == field.phone(DARA) == "012 111 111"
    assert field.workshop == office.workshop


def test_a_damaged_state_is_known_no_more(laptops: tuple[Laptop, Laptop]) -> None:
    office, field = laptops
    field.take(office.send())
    field.edit(SECOND, phone="012 222 222")
    files = Row.metadata.tables[FileRow.__tablename__]
    with office.database._engine.begin() as connection:
        states = connection.scalars(select(SavedStateRow.file_id)).all()
        connection.execute(files.update().where(files.c.id.in_(states)).values(content=b"x"))
    taken = take_in(office.database, field.send(), who="Bopha")
    assert not taken.report.has_base
    assert office.phone(SECOND) == "012 222 222"


def test_what_both_added_is_there_twice(laptops: tuple[Laptop, Laptop]) -> None:
    """A row that the program gives a key gets another one on each laptop."""
    office, field = laptops
    field.take(office.send())
    before = office.workshop
    for laptop, who in ((office, "Bopha"), (field, "Dara")):
        options = [f"{who} {number}" for number in (1, 2)]
        add_poll(laptop.database, WORKSHOP, f"Poll of {who}", options, who=who)
        insert_item(laptop.database, WORKSHOP, {"title": f"Item of {who}"}, after=None, who=who)
        for part, row in (
            (Part.SECTOR, Sector(key="", title=f"Sector of {who}")),
            (Part.QUESTION, Question(key="", text=f"Question of {who}")),
        ):
            add_row(laptop.database, WORKSHOP, part, row, who=who)
    office.take(field.send())
    for table in ("polls", "agenda", "sectors", "questions"):
        assert len(getattr(office.workshop, table)) == len(getattr(before, table)) + 2
    assert {(one.question, len(one.options)) for one in office.workshop.polls} > {
        ("Poll of Bopha", 2),
        ("Poll of Dara", 2),
    }


def test_two_photos_of_one_name_are_two_annexes(laptops: tuple[Laptop, Laptop]) -> None:
    office, field = laptops
    field.take(office.send())
    for laptop, who in ((office, "Bopha"), (field, "Dara")):
        add_annexes(laptop.database, WORKSHOP, [Paper("photo.jpg", who.encode())], who=who)
    from_office, from_field = office.send(), field.send()
    office.take(from_field)
    field.take(from_office)
    for laptop in laptops:
        workshop, files = export_workshop(laptop.database, WORKSHOP)
        shown = {one.file: files[one.file] for one in workshop.annexes if one.title == "photo"}
        assert sorted(shown.values()) == [b"Bopha", b"Dara"]
        assert "annexes/photo.jpg" in shown
    paths = [{one.key: one.file for one in laptop.workshop.annexes} for laptop in laptops]
    assert paths[0] == paths[1]


def test_a_conflict_is_asked_and_nothing_is_changed(laptops: tuple[Laptop, Laptop]) -> None:
    office, field = laptops
    field.take(office.send())
    office.edit(DARA, phone="012 111 111")
    field.edit(DARA, phone="012 222 222")
    sent = field.send()
    before = office.workshop
    taken = take_in(office.database, sent, who="Bopha")
    place = Place("attendants", (str(DARA),), "phone")
    assert [(one.place, one.ours, one.theirs) for one in taken.report.open] == [(place, "012 111 111", "012 222 222")]
    assert not taken.changes
    assert office.workshop == before
    compared = compare_file(office.database, sent)
    with pytest.raises(UserError, match=r"in 1 places: Sok Dara\. Nothing was changed"):
        merge_workshop(office.database, WORKSHOP, sent, {}, who="Bopha", seen=compared.seen)
    merge_workshop(office.database, WORKSHOP, sent, {place: Choice.THEIRS}, who="Bopha", seen=compared.seen)
    assert office.phone(DARA) == "012 222 222"


@pytest.mark.parametrize(("prefer", "phone"), [(Choice.OURS, "012 111 111"), (Choice.THEIRS, "012 222 222")])
def test_one_side_can_be_preferred(laptops: tuple[Laptop, Laptop], prefer: Choice, phone: str) -> None:
    office, field = laptops
    field.take(office.send())
    office.edit(DARA, phone="012 111 111")
    field.edit(DARA, phone="012 222 222", position="chief")
    office.take(field.send(), prefer)
    assert office.phone(DARA) == phone
    assert office.workshop.attendants[0].position == "chief"  # nobody else changed that


def test_what_was_decided_of_another_state_is_refused(laptops: tuple[Laptop, Laptop]) -> None:
    office, field = laptops
    field.take(office.send())
    field.edit(DARA, phone="012 222 222")
    sent = field.send()
    compared = compare_file(office.database, sent)
    office.edit(SECOND, phone="012 333 333")
    with pytest.raises(UserError, match="was changed here while you looked"):
        merge_workshop(office.database, WORKSHOP, sent, {}, who="Bopha", seen=compared.seen)


def test_a_merge_is_one_deed_that_can_be_undone_and_done_again(laptops: tuple[Laptop, Laptop]) -> None:
    office, field = laptops
    field.take(office.send())
    office.edit(DARA, phone="012 111 111")
    field.edit(SECOND, phone="012 222 222")
    remove_attendants(field.database, WORKSHOP, [THIRD], who="Dara")
    before = export_workshop(office.database, WORKSHOP)
    office.take(field.send())
    merged = export_workshop(office.database, WORKSHOP)
    office.send()  # to send a file is nothing that undo takes back
    found = read_back(office.database, WORKSHOP, who="Bopha").undo
    assert found is not None
    assert found.deed == "merge_workshop"
    undo(office.database, WORKSHOP, who="Bopha")
    assert export_workshop(office.database, WORKSHOP) == before
    office.send()
    redo(office.database, WORKSHOP, who="Bopha")
    assert export_workshop(office.database, WORKSHOP) == merged


def test_after_an_undo_the_same_file_can_be_merged_again(laptops: tuple[Laptop, Laptop]) -> None:
    """The undone merge must be no base: what it brought would pass for removed here."""
    office, field = laptops
    field.take(office.send())
    office.edit(DARA, phone="012 111 111")
    field.edit(SECOND, phone="012 222 222")
    sent = field.send()
    office.take(sent)
    undo(office.database, WORKSHOP, who="Bopha")
    office.take(sent)
    assert (office.phone(DARA), office.phone(SECOND)) == ("012 111 111", "012 222 222")


def test_files_without_a_lineage_know_one_another_by_what_is_in_them(laptops: tuple[Laptop, Laptop]) -> None:
    """Both took in the same file, which was made by hand."""
    office, field = laptops
    sent = WorkshopFile(*_without_lineage(office.send()))
    import_workshop_file(office.database, sent, who="Bopha")
    field.take(sent)
    office.edit(DARA, phone="012 111 111")
    field.edit(SECOND, phone="012 222 222")
    office.take(field.send())
    assert (office.phone(DARA), office.phone(SECOND)) == ("012 111 111", "012 222 222")


def _without_lineage(file: WorkshopFile) -> tuple[Workshop, dict[str, object]]:
    return file.workshop, dict(file.files)


def test_without_a_base_differences_are_asked(laptops: tuple[Laptop, Laptop]) -> None:
    office, field = laptops
    some = sound_workshop().attendants[:1]
    changed = replace(sound_workshop(), title="Another", venue="", attendants=some, groups=(), split=SplitRules())
    import_workshop(field.database, changed, {}, who="Dara")
    taken = take_in(office.database, field.send(), who="Bopha")
    assert not taken.report.has_base
    assert [one.place for one in taken.report.open] == [Place("workshop", (), "title")]


def test_a_state_that_goes_out_twice_is_remembered_once(laptops: tuple[Laptop, Laptop]) -> None:
    office, field = laptops
    first, second = office.send(), office.send()
    assert first.lineage == second.lineage
    assert len(first.lineage) == 1
    field.take(first)
    assert field.send().lineage == first.lineage
    describe_workshop(office.database, WORKSHOP, {"title": "Another"}, who="Bopha")
    third = office.send()
    assert third.lineage[:-1] == first.lineage
    describe_workshop(office.database, WORKSHOP, {"title": sound_workshop().title}, who="Bopha")
    assert office.send().lineage == (third.lineage[1], third.lineage[0])  # the newest is the one of now


def test_a_snapshot_is_the_state() -> None:
    snapshot = take_snapshot(sound_workshop(), FILES)
    assert read_snapshot(snapshot.content) == snapshot.state
    assert take_snapshot(sound_workshop(), dict(reversed(FILES.items()))).id == snapshot.id
    assert take_snapshot(sound_workshop(), {}).id != snapshot.id


def test_who_is_anonymized_is_in_no_remembered_state_and_does_not_come_back(laptops: tuple[Laptop, Laptop]) -> None:
    """Neither in the list, nor in a text that names the person, nor as a picture, nor in what is kept of the file."""
    office, field = laptops
    office.edit(DARA, phone="012 999 888")
    sent = office.send()
    field.take(sent)
    field.edit(SECOND, phone="012 222 222")
    text = (Node("Mr Sok Dara, 012 999 888, has a pump"), Node("It is old"))
    sector, question = field.workshop.sectors[0].key, field.workshop.questions[0].key
    seen = find_answer(field.database, WORKSHOP, sector, question)
    record_answer(field.database, WORKSHOP, sector, question, text, version=seen.version, who="Dara")
    (dara,) = (one.id for one in list_people(office.database).people if one.name == "Sok Dara")
    anonymize_person(office.database, dara, who="Bopha")
    before = export_workshop(office.database, WORKSHOP)[1].keys()
    with office.database.session() as session:
        assert load_lineage(session, WORKSHOP) == sent.lineage
    taken = take_in(office.database, field.send(), who="Bopha", prefer=Choice.THEIRS)
    assert not taken.report.has_base
    assert not taken.report.open
    assert office.workshop.attendants[0].name != "Sok Dara"
    assert office.phone(SECOND) == "012 222 222"
    assert "It is old" in repr(office.workshop)
    workshop, files = export_workshop(office.database, WORKSHOP)
    assert files.keys() == before
    with office.database.session() as session:
        contents = session.scalars(select(FileRow.content).join(SavedStateRow, SavedStateRow.file_id == FileRow.id))
        kept = [repr(workshop), *(repr(read_snapshot(content)) for content in contents)]
        kept += map(repr, session.scalars(select(JournalRow.rows)))
    assert not [text for text in kept if "Sok Dara" in text or "012 999 888" in text]
    office.edit(SECOND, phone="012 333 333")
    field.edit(SECOND, position="chief")
    office.take(field.send())  # its state was remembered, so that nothing is asked
    assert office.phone(SECOND) == "012 333 333"


def test_a_workshop_that_is_not_there_cannot_leave(database: Database) -> None:
    with pytest.raises(UserError, match="has no workshop"):
        hand_out(database, UUID(int=5), who="Bopha")
    sent = WorkshopFile(sound_workshop(), {})
    with pytest.raises(UserError, match="not in the database any more"):
        merge_workshop(database, WORKSHOP, sent, {}, who="Bopha", seen=None)
