"""A person is forgotten: nothing personal is left in any table, in the journal, or among the bytes of the file."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import inspect, select, text

from clesidra_desktop.domain.counts import age_class_at
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.forgetting import NOBODY
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.outline import Node
from clesidra_desktop.domain.people import Person
from clesidra_desktop.domain.publishing import FileKind, PublishedVersion, finding_key
from clesidra_desktop.domain.workshop import Annex, Attendant, Flag, Group, Sex, SplitRules, Wish, Workshop
from clesidra_desktop.services.anonymize import Anonymized, anonymize_person
from clesidra_desktop.services.answers import find_notes, notes_versions, record_notes
from clesidra_desktop.services.attendants import edit_attendants, mark_left, register_attendant, register_person
from clesidra_desktop.services.directory import edit_person, list_people
from clesidra_desktop.services.doubles import tell_apart
from clesidra_desktop.services.history import read_back, undo
from clesidra_desktop.services.merging import list_merges, merge_attendants, merge_people, unmerge_attendants
from clesidra_desktop.services.publish import freeze, publish_minutes, read_proposal, with_findings
from clesidra_desktop.services.published import check_published, published_versions, read_published
from clesidra_desktop.services.register_search import people_index
from clesidra_desktop.services.signatures import PNG, sign
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.services.written import Choices
from clesidra_desktop.storage import Database, engine, open_database
from clesidra_desktop.storage.people import save_person
from clesidra_desktop.storage.splices import LONG, digest
from clesidra_desktop.storage.tables.journal import JournalRow
from clesidra_desktop.storage.tables.outlines import to_points
from clesidra_desktop.storage.tables.people import PersonRow
from clesidra_desktop.storage.workshops import edit_workshop
from tests.storage.samples import attendant, full_workshop

FIRST, SECOND = UUID(int=100), UUID(int=200)
PERSON, DOUBLE, OTHER = UUID(int=71), UUID(int=72), UUID(int=73)
MORNING = datetime(2026, 11, 3, 8, 12)
SECRETS = (
    "Zqwv Dararith", "zqwv dararith", "Zqwvy Darareth", "ហ្គឺម ដារ៉ារិទ្ធ", "097 731 4682", "0977314682", "qz@wzx.kh",
    "Qxj Fishery", "Wzk chief", "zqwv-signature", "zqwv-first-signature", "zqwv-kept",
)  # fmt: skip
DETAILS: dict[str, object] = {
    "name": "Zqwv Dararith",
    "name_km": "ហ្គឺម ដារ៉ារិទ្ធ",
    "phone": "097 731 4682",
    "email": "qz@wzx.kh",
    "organization": "Qxj Fishery",
    "position": "Wzk chief",
    "birth_year": 1947,
    "sex": Sex.MALE,
    "category": "CBO",
    "province": "Kratie",
    "flags": (Flag.INDIGENOUS,),
    "extensions": {"x-note": "zqwv-kept"},
}


def speak(database: Database, workshop_id: UUID, attendant_id: UUID) -> None:
    """Let the workshop speak of the person in its texts."""

    def change(workshop: Workshop) -> Workshop:
        note = {"x-note": "zqwv-kept"}
        notes = (Node("Mr zqwv  dararith spoke."), Node("Call 097 731 4682", children=(Node("or qz@wzx.kh"),)))
        return replace(
            workshop,
            groups=(Group(sector="water", members=(attendant_id,), rapporteur="Zqwv Dararith"),),
            agenda=(replace(workshop.agenda[0], speaker="Zqwv Dararith", notes=notes), *workshop.agenda[1:]),
            team=replace(workshop.team, mc=("Rith", "Zqwv Dararith")),
            split=SplitRules(wishes=(Wish(attendant=attendant_id, sectors=("land",), extensions=note),)),
        )

    with database.transaction(deed="edit", who="Bopha", workshop_id=workshop_id) as session:
        edit_workshop(session, workshop_id, change, {})


@pytest.fixture
def filled(database: Database) -> Database:
    """Two workshops with a person who was registered, merged, corrected, signed twice, edited and spoken of."""
    for id_ in (FIRST, SECOND):
        people = (attendant(id_.int + 5, name="Sok Vanna", phone="012 345 678"),)
        workshop = full_workshop(id=id_, attendants=people, groups=(), split=SplitRules(), ways_forward=())
        import_workshop(database, workshop, {"annexes/map.png": b"map"}, who="Bopha")
    with database.transaction(deed="add", who="Bopha") as session:
        known = {name: value for name, value in DETAILS.items() if name != "extensions"}
        save_person(session, Person(id=PERSON, **known))  # type: ignore[arg-type]
        save_person(session, Person(id=DOUBLE, name="Zqwvy Darareth", phone="0977314682"))
        save_person(session, Person(id=OTHER, name="Sok Vanna", phone="012 345 678"))
    id_, _ = register_person(database, FIRST, PERSON, who="Bopha", arrived=MORNING)
    edit_attendants(database, FIRST, [id_], {"extensions": {"x-note": "zqwv-kept"}}, who="Bopha")
    wrong, _ = register_attendant(database, FIRST, {"name": "Zqwvy Darareth", "phone": "0977314682"}, who="Bopha")
    merge_attendants(database, FIRST, id_, wrong, who="Bopha")
    sign(database, FIRST, id_, PNG + b"zqwv-first-signature", who="Bopha")
    sign(database, FIRST, id_, PNG + b"zqwv-signature", who="Bopha")
    mark_left(database, FIRST, [id_], MORNING.replace(hour=12), who="Bopha")
    speak(database, FIRST, id_)
    merge_people(database, PERSON, DOUBLE, who="Bopha")
    edit_person(database, PERSON, {"phone": "0977314682"}, who="Bopha")
    register_attendant(database, SECOND, DETAILS, who="Dara", arrived=MORNING, person_id=PERSON)
    tell_apart(database, PERSON, OTHER, who="Bopha")
    return database


def everything(database: Database) -> Iterator[str]:
    """Yield every value of every row of every table, and of PostgreSQL nothing else can be seen."""
    with database._engine.connect() as connection:
        for table in inspect(connection).get_table_names():
            for row in connection.execute(select(text("*")).select_from(text(table))):
                for value in row:
                    yield value.decode("utf-8", "replace") if isinstance(value, bytes | memoryview) else str(value)


def left(database: Database) -> set[str]:
    """Return which of the secrets are left, in the rows or, of SQLite, in the bytes of the file and its log."""
    values = "\n".join(
        str(value.tobytes(), "utf-8", "replace") if isinstance(value, memoryview) else value
        for value in everything(database)
    )
    found = {secret for secret in SECRETS if secret in values}
    found |= set(re.findall(r"birth_year\W{1,4}(1947)", values))
    if database._engine.dialect.name == "sqlite":
        files = Path(database.address).parent.glob(f"{Path(database.address).name}*")
        content = b"".join(path.read_bytes() for path in files if not path.name.endswith("-shm"))
        encoded = {secret: (secret.encode(), secret.encode("unicode-escape")) for secret in SECRETS}
        found |= {secret for secret, forms in encoded.items() if any(form in content for form in forms)}
    return found


def named(database: Database, workshop_id: UUID) -> dict[str, Attendant]:
    return {one.name: one for one in export_workshop(database, workshop_id)[0].attendants}


def anonymize(database: Database) -> Anonymized:
    return anonymize_person(database, PERSON, who="Bopha")


def test_nothing_personal_is_left_anywhere(filled: Database) -> None:
    assert left(filled) >= set(SECRETS) - {"zqwv dararith"} | {"1947"}
    done = anonymize(filled)
    assert left(filled) == set()
    assert (done.attendants, done.copies, done.is_swept) == (2, (), True)
    assert set(done.changes.removed["people"]) >= {PERSON, DOUBLE}


def test_counts_stay(filled: Database) -> None:
    before = export_workshop(filled, FIRST)[0]
    anonymize(filled)
    after = export_workshop(filled, FIRST)[0]
    for old, new in zip(before.attendants, after.attendants, strict=True):
        assert (old.id, old.sex, old.category, old.province, old.flags) == (
            new.id,
            new.sex,
            new.category,
            new.province,
            new.flags,
        )
        assert age_class_at(before, old) == age_class_at(after, new)
        assert [(stay.arrived, stay.left) for stay in old.stays] == [(stay.arrived, stay.left) for stay in new.stays]
    assert (named(filled, FIRST)[NOBODY].age_group, named(filled, FIRST)[NOBODY].birth_year) == ("50+", None)


def test_others_and_the_rest_of_the_texts_stay(filled: Database) -> None:
    other = named(filled, FIRST)["Sok Vanna"]
    anonymize(filled)
    workshop, files = export_workshop(filled, FIRST)
    assert named(filled, FIRST)["Sok Vanna"] == other
    assert {one.name for one in list_people(filled).people} == {"Sok Vanna"}
    assert files == {"annexes/map.png": b"map"}
    assert workshop.groups[0].rapporteur == NOBODY
    assert workshop.team.mc == ("Rith", NOBODY)
    assert [(one.sectors, one.extensions) for one in workshop.split.wishes] == [(("land",), {})]
    assert workshop.agenda[0].speaker == NOBODY
    assert [node.text for node in workshop.agenda[0].notes] == [f"Mr {NOBODY} spoke.", f"Call {NOBODY}"]
    assert workshop.agenda[0].notes[1].children[0].text == f"or {NOBODY}"


def test_it_cannot_be_undone_nor_what_told_of_the_person(filled: Database) -> None:
    (merge,) = [one.other_id for one in list_merges(filled, FIRST)]
    anonymize(filled)
    assert read_back(filled, None, who="Bopha").undo is None
    assert read_back(filled, FIRST, who="Bopha").undo is None
    with pytest.raises(UserError, match="nothing to undo"):
        undo(filled, SECOND, who="Dara")
    with pytest.raises(UserError, match="not merged"):
        unmerge_attendants(filled, FIRST, merge, who="Bopha")
    saved = read_back(filled, None, who="Bopha").saved
    assert saved
    assert saved.deed == "anonymize_person"


def test_the_search_forgets(filled: Database) -> None:
    finder = people_index(filled, FIRST)
    assert finder.find("zqwv")
    finder.take(finder.news(filled, anonymize(filled).changes))
    assert [finder.find(typed) for typed in ("zqwv", "dararith", "0977314682", "fishery")] == [[], [], [], []]


def test_a_name_that_somebody_else_there_has_stays_in_the_texts(filled: Database) -> None:
    register_attendant(filled, FIRST, {"name": "Zqwv Dararith", "sex": Sex.FEMALE}, who="Bopha", arrived=MORNING)
    anonymize(filled)
    assert "Zqwv Dararith" in named(filled, FIRST)
    assert export_workshop(filled, FIRST)[0].groups[0].rapporteur == "Zqwv Dararith"
    assert left(filled) <= {"Zqwv Dararith", "zqwv dararith"}


def test_an_attendant_of_a_copied_workshop_goes_with_the_person(filled: Database) -> None:
    copy = attendant(900, name="Zqwv Dararith", phone="+855977314682", sex=Sex.MALE)
    with filled.transaction(deed="copy", who="Bopha", workshop_id=SECOND) as session:
        edit_workshop(session, SECOND, lambda one: replace(one, attendants=(*one.attendants, copy)), {})
    assert anonymize(filled).attendants == 3
    assert left(filled) == set()


def test_who_is_not_in_the_directory_cannot_be_forgotten(filled: Database) -> None:
    with pytest.raises(UserError, match="not in the directory any more"):
        anonymize_person(filled, UUID(int=9), who="Bopha")


def long_notes(**others: str) -> tuple[Node, ...]:
    """Return notes of which the journal keeps only the lines that differ."""
    return tuple(Node(others.get(f"line{number}", f"Point {number}")) for number in range(LONG + 6))


def take_notes(database: Database, place: int, notes: tuple[Node, ...], who: str = "Bopha") -> None:
    key = export_workshop(database, FIRST)[0].agenda[place].key
    record_notes(database, FIRST, key, notes, version=find_notes(database, FIRST, key).version, who=who)


def notes_of(database: Database, place: int) -> tuple[Node, ...]:
    return export_workshop(database, FIRST)[0].agenda[place].notes


def splices(database: Database) -> list[dict[str, Any]]:
    """Return what the journal keeps of long lists of notes, before and after each deed, the oldest first."""
    with database.session() as session:
        rows = [row for rows in session.scalars(select(JournalRow.rows).order_by(JournalRow.sequence)) for row in rows]
    kept = [(row[side] or {}).get("notes") for row in rows for side in ("before", "after")]
    return [one for one in kept if isinstance(one, dict)]


def test_of_long_lists_neither_lines_nor_digests_tell_of_the_person(filled: Database) -> None:
    steps = [
        long_notes(),
        long_notes(line3="Plain"),
        long_notes(line3="Zqwv Dararith agreed"),
        long_notes(line3="Zqwv Dararith agreed", line20="Other"),
        long_notes(line3="Nobody agreed", line20="Other"),
    ]
    for step in steps:
        take_notes(filled, 1, step)
    told = {digest(to_points(step)) for step in steps[2:4]}
    assert told < {one["sha256"] for one in splices(filled)}
    anonymize(filled)
    assert left(filled) == set()
    kept = splices(filled)[-6:]
    assert [one["lines"][0]["text"] for one in kept] == [
        "Plain", f"{NOBODY} agreed", "Point 20", "Other", f"{NOBODY} agreed", "Nobody agreed"
    ]  # fmt: skip
    assert [one["sha256"] for one in kept] == [digest(to_points(steps[1])), *[""] * 5]
    assert read_back(filled, FIRST, who="Bopha").undo is None
    take_notes(filled, 1, long_notes(line9="Afterwards"))
    undo(filled, FIRST, who="Bopha")
    assert notes_of(filled, 1) == steps[-1]
    assert read_back(filled, FIRST, who="Bopha").undo is None


def test_typing_is_undone_as_far_back_as_where_it_told_of_the_person(filled: Database) -> None:
    take_notes(filled, 1, long_notes(line3="Zqwv Dararith"), who="Dara")
    anonymize(filled)
    for line in ("a", "ab", "abc"):
        take_notes(filled, 1, long_notes(line3=NOBODY, line5=line), who="Dara")
    undo(filled, FIRST, who="Dara")
    assert notes_of(filled, 1) == long_notes(line3=NOBODY)
    assert read_back(filled, FIRST, who="Dara").undo is None


def test_long_lists_that_never_named_the_person_are_undone_as_before(filled: Database) -> None:
    for notes in (long_notes(), long_notes(line3="Plain")):
        take_notes(filled, 1, notes, who="Dara")
    anonymize(filled)
    undo(filled, FIRST, who="Dara")
    assert notes_of(filled, 1) == ()


def test_versions_of_long_lists_are_found_again_without_the_person(filled: Database) -> None:
    for line, who in (("Zqwv Dararith agreed", "Dara"), ("Others agreed", "Bopha")):
        take_notes(filled, 1, long_notes(line3=line), who=who)
    anonymize(filled)
    key = export_workshop(filled, FIRST)[0].agenda[1].key
    assert [one.outline for one in notes_versions(filled, FIRST, key)] == [
        long_notes(line3="Others agreed"),
        long_notes(line3=f"{NOBODY} agreed"),
        (),
    ]


def test_what_the_forgetting_of_one_person_left_in_the_journal_does_not_name_the_next(filled: Database) -> None:
    take_notes(filled, 1, long_notes(line3="Zqwv Dararith and Sok Vanna agreed"))
    (vanna,) = (one.id for one in list_people(filled).people if one.name == "Sok Vanna" and one.id != OTHER)
    anonymize_person(filled, vanna, who="Bopha")
    anonymize(filled)
    assert left(filled) == set()
    assert not [value for value in everything(filled) if "and Sok Vanna" in value]
    assert notes_of(filled, 1) == long_notes(line3=f"{NOBODY} and {NOBODY} agreed")


def test_where_the_file_is_in_use_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_TIMEOUT", 0)
    with open_database(tmp_path / "a.db") as database, open_database(tmp_path / "a.db") as other:
        with database.transaction(deed="add", who="Bopha") as session:
            save_person(session, Person(id=PERSON, name="Zqwv Dararith"))
        (tmp_path / "a.db.before-0003.bak").write_bytes(b"")
        with other.session() as reading:
            reading.scalars(select(PersonRow.name)).all()
            done = anonymize_person(database, PERSON, who="Bopha")
        assert not done.is_swept
        assert done.copies == (tmp_path / "a.db.before-0003.bak",)
        with other.session() as reading:
            reading.scalars(select(PersonRow.name)).all()
            with pytest.raises(UserError, match="open"):
                database.sweep()
        database.sweep()


def publish(database: Database, workshop_id: UUID) -> PublishedVersion:
    """Publish the minutes of a workshop, with a reason that names the person."""
    proposal = with_findings(read_proposal(database, workshop_id))
    reasons = {finding_key(one): "Zqwv Dararith said so." for one in proposal.findings}
    choices = Choices(Language.ENGLISH)
    frozen = freeze(proposal, choices, who="Bopha", reasons=reasons, reason="Zqwv Dararith has another phone.")
    publish_minutes(database, workshop_id, frozen, who="Bopha")
    return published_versions(database, workshop_id)[-1]


def test_published_files_that_name_the_person_are_withdrawn(filled: Database) -> None:
    with filled.transaction(deed="edit", who="Bopha", workshop_id=SECOND) as session:
        annexes = tuple(
            Annex(key=name, title=name, file=f"annexes/{name}") for name in ("map.txt", "Zqwv-Dararith.pdf", "cv.txt")
        )
        titled: partial[Workshop] = partial(replace, title="A talk with Zqwv Dararith", annexes=annexes)
        files = {one.file: b"map" for one in annexes} | {"annexes/cv.txt": b"CV of Zqwv Dararith"}
        edit_workshop(session, SECOND, titled, files)
    publish(filled, SECOND)
    with filled.transaction(deed="edit", who="Bopha", workshop_id=SECOND) as session:
        edit_workshop(session, SECOND, partial(replace, annexes=annexes[:2]), {})
    before = publish(filled, SECOND)
    done = anonymize(filled)
    first, second = published_versions(filled, SECOND)
    assert {file.kind for file in first.files if file.withdrawn} == set(FileKind)
    assert [file.name for file in first.files if not file.withdrawn] == ["annexes/map.txt"]
    assert [(file.size, file.sha256) for file in second.files] == [(file.size, file.sha256) for file in before.files]
    assert second.reason == f"{NOBODY} has another phone."
    assert second.withdrawn
    assert done.withdrawn == sum(file.withdrawn is not None for one in (first, second) for file in one.files)
    assert left(filled) == set()
    assert check_published(filled) == []
    with pytest.raises(UserError, match=r"was withdrawn on .* at the request of a person"):
        read_published(filled, second.files[0])


def test_a_version_that_does_not_name_the_person_stays(filled: Database) -> None:
    people = (attendant(305, name="Sok Vanna"),)
    third = UUID(int=300)
    workshop = full_workshop(id=third, attendants=people, groups=(), split=SplitRules(), ways_forward=())
    import_workshop(filled, workshop, {}, who="Bopha")
    early = publish(filled, third)
    register_person(filled, third, PERSON, who="Bopha", arrived=MORNING)
    late = publish(filled, third)
    anonymize(filled)
    versions = published_versions(filled, third)
    assert [file.withdrawn for file in versions[0].files] == [None] * len(early.files)
    assert all(file.withdrawn for file in versions[1].files)
    assert len(versions[1].files) == len(late.files)
