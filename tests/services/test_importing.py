"""Files and packs that come from elsewhere, an archive of everything, and the health of what is kept."""

import csv
import io
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest
from sqlalchemy import text

from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.merge import Choice
from clesidra_desktop.domain.workshop import Annex, AnnexSource, Programme, Workshop
from clesidra_desktop.exchange.pack import verify_pack
from clesidra_desktop.exchange.workshop_file import EnclosureInMemory, WorkshopFile, write_workshop_file
from clesidra_desktop.services.doctor import examine_database, examine_packs
from clesidra_desktop.services.importing import Outcome, import_all
from clesidra_desktop.services.lineage import hand_out
from clesidra_desktop.services.pack import write_pack
from clesidra_desktop.services.prepare import describe_workshop
from clesidra_desktop.services.whole_archive import write_archive
from clesidra_desktop.services.workshops import export_workshop, import_workshop, list_workshops
from clesidra_desktop.storage.database import Database, open_database
from clesidra_desktop.storage.published import add_version
from tests.helpers.documents import CREATED
from tests.helpers.publishing import CONTENTS, version
from tests.storage.samples import FILES, sound_workshop

WHO = "Bopha"


class StopError(Exception):
    """Somebody has stopped the work."""


def plain(number: int, title: str = "Wells", **values: object) -> Workshop:
    return Workshop(id=UUID(int=number), language=Language.ENGLISH, title=title, **values)  # type: ignore[arg-type]


def written(path: Path, workshop: Workshop) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_workshop_file(path, workshop, {})
    return path


def packed(folder: Path, file: WorkshopFile, edition: Edition = Edition.FULL) -> Path:
    write_pack(file, folder, name=folder.name, language=Language.ENGLISH, edition=edition, created=CREATED)
    return folder


def zipped(folder: Path, path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for one in sorted(folder.rglob("*")):
            if one.is_file():
                archive.write(one, f"{folder.name}/{one.relative_to(folder).as_posix()}")
    return path


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Database]:
    """A database with three workshops, of which two have the same title and day."""
    with open_database(tmp_path / "office.db") as database:
        import_workshop(database, sound_workshop(), FILES, who=WHO)
        day = datetime(2026, 3, 18, 8)
        import_workshop(database, plain(201, starts=day, programme=Programme(name="=Voices")), {}, who=WHO)
        import_workshop(database, plain(202, starts=day), {}, who=WHO)
        yield database


@pytest.fixture
def field(tmp_path: Path) -> Iterator[Database]:
    """An empty database."""
    with open_database(tmp_path / "field.db") as database:
        yield database


def outcomes(database: Database, *paths: Path, prefer: Choice | None = None) -> list[Outcome]:
    return [one.outcome for one in import_all(database, paths, who=WHO, prefer=prefer)]


def test_files_folders_packs_and_zips_are_taken_in_at_once(field: Database, tmp_path: Path) -> None:
    first = written(tmp_path / "one.json", plain(1))
    written(tmp_path / "many" / "deep" / "two.clesidra", plain(2))
    (tmp_path / "many" / "notes.json").write_text("{}", encoding="utf-8")
    (tmp_path / "many" / "letter.txt").write_text("dear", encoding="utf-8")
    packed(tmp_path / "many" / "pack", WorkshopFile(plain(3), {}))
    packed_zip = zipped(packed(tmp_path / "other", WorkshopFile(plain(4), {})), tmp_path / "other.zip")
    assert outcomes(field, first, tmp_path / "many", packed_zip) == [Outcome.TAKEN] * 4
    assert {one.id.int for one in list_workshops(field)} == {1, 2, 3, 4}
    assert outcomes(field, first, tmp_path / "many", packed_zip) == [Outcome.SAME] * 4


def test_each_is_said_with_what_became_of_it(field: Database, tmp_path: Path) -> None:
    import_workshop(field, plain(1, venue="House"), {}, who=WHO)
    import_workshop(field, plain(2), {}, who=WHO)
    broken = tmp_path / "broken.clesidra"
    broken.write_bytes(b"PK nothing")
    paths = [
        written(tmp_path / "merged.json", plain(1, place="Kratie")),
        written(tmp_path / "open.json", plain(2, title="Canals")),
        broken,
        written(tmp_path / "new.json", plain(3)),
    ]
    arrivals = import_all(field, paths, who=WHO)
    assert [one.outcome for one in arrivals] == [Outcome.MERGED, Outcome.OPEN, Outcome.REFUSED, Outcome.TAKEN]
    assert arrivals[0].sentence == "“Wells” was merged; 1 differences came from the file."
    assert "1 places are yours to decide. Nothing was changed yet." in arrivals[1].sentence
    assert arrivals[1].file is not None
    assert arrivals[1].file.workshop == plain(2, title="Canals")
    assert "damaged or not a zip" in arrivals[2].sentence
    merged = export_workshop(field, UUID(int=1))[0]
    assert (merged.venue, merged.place) == ("House", "Kratie")
    assert outcomes(field, paths[1], prefer=Choice.THEIRS) == [Outcome.MERGED]
    assert export_workshop(field, UUID(int=2))[0].title == "Canals"


@pytest.mark.parametrize("as_zip", [False, True])
def test_a_pack_with_one_changed_byte_is_refused_and_the_file_named(
    field: Database, tmp_path: Path, as_zip: bool
) -> None:
    folder = packed(tmp_path / "pack", WorkshopFile(sound_workshop(), _enclosed(FILES)))
    path = folder / "data" / "annexes" / "map.png"
    content = bytearray(path.read_bytes())
    content[0] ^= 1
    path.write_bytes(content)
    (arrival,) = import_all(field, [zipped(folder, tmp_path / "pack.zip") if as_zip else folder], who=WHO)
    assert arrival.outcome is Outcome.REFUSED
    assert "data/annexes/map.png changed since it was made" in arrival.sentence
    assert list_workshops(field) == ()


def _enclosed(files: dict[str, bytes]) -> dict[str, EnclosureInMemory]:
    return {path: EnclosureInMemory(content) for path, content in files.items()}


def test_a_pack_of_the_public_edition_is_not_merged_into_the_sound_workshop(field: Database, tmp_path: Path) -> None:
    folder = packed(tmp_path / "pack", WorkshopFile(sound_workshop(), _enclosed(FILES)), Edition.PUBLIC)
    assert outcomes(field, folder) == [Outcome.TAKEN]
    import_workshop(field, sound_workshop(), FILES, who=WHO, replace=True)
    (arrival,) = import_all(field, [folder], who=WHO)
    assert arrival.outcome is Outcome.REFUSED
    assert "public edition" in arrival.sentence


def test_a_pack_that_comes_back_is_merged_over_its_own_state(office: Database, field: Database, tmp_path: Path) -> None:
    assert outcomes(field, packed(tmp_path / "pack", hand_out(office, UUID(int=201), who=WHO))) == [Outcome.TAKEN]
    describe_workshop(field, UUID(int=201), {"title": "Wells and canals"}, who=WHO)
    describe_workshop(office, UUID(int=201), {"place": "Kratie"}, who=WHO)
    back = packed(tmp_path / "back", hand_out(field, UUID(int=201), who=WHO))
    assert outcomes(office, back) == [Outcome.MERGED]
    merged = export_workshop(office, UUID(int=201))[0]
    assert (merged.title, merged.place) == ("Wells and canals", "Kratie")


def test_a_folder_with_nothing_in_it_is_refused(field: Database, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UserError, match="neither a workshop file nor a pack"):
        import_all(field, [tmp_path / "empty"], who=WHO)


def test_taking_in_can_be_stopped_and_what_came_before_stays(field: Database, tmp_path: Path) -> None:
    paths = [written(tmp_path / f"{number}.json", plain(number)) for number in (1, 2, 3)]

    def stop(done: int, total: int) -> None:
        if done > total / 2:
            raise StopError

    with pytest.raises(StopError):
        import_all(field, paths, who=WHO, progress=stop)
    assert {one.id.int for one in list_workshops(field)} == {1, 2}


def test_an_archive_gives_the_same_workshops_again(office: Database, field: Database, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    folder = tmp_path / "archive"
    assert write_archive(office, folder, who=WHO, created=CREATED, progress=lambda *one: told.append(one)) == 3
    assert told[0][0] == 0
    assert verify_pack(folder) == ()
    assert outcomes(field, folder) == [Outcome.TAKEN] * 3
    for one in list_workshops(office):
        assert export_workshop(field, one.id) == export_workshop(office, one.id)
    assert outcomes(office, folder) == [Outcome.SAME] * 3
    assert (folder / "data" / "workshops" / "2026-03-18-Wells-2" / "2026-03-18-Wells-2.clesidra").is_file()
    assert list(folder.glob("data/workshops/*/annexes/map.png"))


def test_a_workshop_comes_back_whatever_its_title(office: Database, field: Database, tmp_path: Path) -> None:
    for number, title in enumerate(("published", "workshops", "data", "annexes", "1", "", "..", "CON"), start=301):
        import_workshop(office, plain(number, title), {}, who=WHO)
    write_archive(office, tmp_path / "archive", who=WHO, created=CREATED)
    assert verify_pack(tmp_path / "archive") == ()
    outcomes(field, tmp_path / "archive")
    assert {one.id for one in list_workshops(field)} == {one.id for one in list_workshops(office)}


def test_the_list_of_an_archive(office: Database, tmp_path: Path) -> None:
    write_archive(office, tmp_path / "archive", who=WHO, created=CREATED)
    data = tmp_path / "archive" / "data"
    lines = list(csv.reader(io.StringIO((data / "index.csv").read_bytes().decode("utf-8-sig"))))
    sheet = openpyxl.load_workbook(data / "index.xlsx").active
    assert sheet is not None
    assert lines[0] == [cell.value for cell in sheet[1]]
    assert len(lines) == 4
    assert "'=Voices" in {line[5] for line in lines}
    assert "=Voices" in {row[5].value for row in sheet}
    assert {line[8] for line in lines[1:]} == {str(one.id) for one in list_workshops(office)}


def test_an_archive_is_whole_or_not_there(office: Database, tmp_path: Path) -> None:
    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise StopError

    folder = tmp_path / "archive"
    with pytest.raises(StopError):
        write_archive(office, folder, who=WHO, progress=stop)
    assert not [path for path in tmp_path.iterdir() if "archive" in path.name]
    write_archive(office, folder, who=WHO, created=CREATED)
    before = (folder / "manifest-sha256.txt").read_bytes()
    with pytest.raises(UserError, match="There is a pack"):
        write_archive(office, folder, who=WHO)
    with pytest.raises(StopError):
        write_archive(office, folder, who=WHO, replace=True, progress=stop)
    assert (folder / "manifest-sha256.txt").read_bytes() == before
    write_archive(office, folder, who=WHO, created=CREATED, replace=True)
    assert (folder / "manifest-sha256.txt").read_bytes() == before


def test_an_archive_of_nothing_is_refused(field: Database, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no workshop in the database yet"):
        write_archive(field, tmp_path / "archive", who=WHO)


def test_a_sound_database_has_no_faults(database: Database) -> None:
    import_workshop(database, sound_workshop(), FILES, who=WHO)
    found = examine_database(database)
    assert (found.faults, found.workshops, found.files) == ((), 1, 2)


DAMAGES = {
    "UPDATE files SET content = zeroblob(6) WHERE size = 6": "annexes/map.png of",
    "DELETE FROM journal WHERE sequence = 2": "The journal lacks its entry 2",
    "DELETE FROM sectors": "does not hold together at",
    "UPDATE workshops SET language = 'xx'": "cannot be read: ValueError",
    "UPDATE alembic_version SET version_num = '9999'": "has the schema 9999",
    "DELETE FROM files WHERE size = 6": "refer to rows of files that are gone",
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_every_damage_is_named(office: Database, damage: str) -> None:
    assert examine_database(office).faults == ()
    with office._engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.execute(text(damage))
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")
    said = [one.sentence for one in examine_database(office).faults]
    assert any(DAMAGES[damage] in one.replace("“", "").replace("”", "") for one in said), said


def test_a_damaged_page_of_the_database_is_found(tmp_path: Path) -> None:
    path = tmp_path / "one.db"
    with open_database(path) as database:
        import_workshop(database, sound_workshop(), FILES, who=WHO)
        database.sweep()
    with open_database(path) as database, database._engine.connect() as connection:
        named = "SELECT rootpage FROM sqlite_master WHERE name = 'ix_attendants_workshop_id'"
        root = connection.exec_driver_sql(named).scalar_one()
        size = connection.exec_driver_sql("PRAGMA page_size").scalar_one()
    content = bytearray(path.read_bytes())
    content[(root - 1) * size + 3 : (root - 1) * size + 5] = b"\0\0"  # an index that says it is empty
    path.write_bytes(content)
    with open_database(path) as database:
        assert any("file of the database is damaged" in one.sentence for one in examine_database(database).faults)


def test_one_changed_byte_in_a_folder_of_packs_is_named(office: Database, tmp_path: Path) -> None:
    write_archive(office, tmp_path / "packs" / "archive", who=WHO)
    packed(tmp_path / "packs" / "2026" / "wells", WorkshopFile(plain(5), {}))
    assert examine_packs(tmp_path / "packs") == replace(examine_packs(tmp_path / "packs"), faults=(), packs=2)
    assert examine_packs(tmp_path / "packs" / "archive").packs == 1
    path = tmp_path / "packs" / "2026" / "wells" / "data" / "wells.clesidra"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    (tmp_path / "packs" / "archive" / "data" / "index.csv").unlink()
    (tmp_path / "packs" / "archive" / "data" / "mine.txt").write_text("a note", encoding="utf-8")
    assert [one.sentence for one in examine_packs(tmp_path / "packs").faults] == [
        "2026/wells: data/wells.clesidra is not as it was packed. Take it from another copy of the pack.",
        "archive: data/index.csv is missing. Take it from another copy of the pack.",
        "archive: data/mine.txt was put in after the pack was made. Move it out of it.",
    ]
    shutil.rmtree(tmp_path / "packs")
    (tmp_path / "packs").mkdir()
    with pytest.raises(UserError, match="There is no pack in"):
        examine_packs(tmp_path / "packs")


@pytest.fixture
def published(office: Database) -> Database:
    """The office's database, where minutes were published."""
    with office.transaction(deed="publish_minutes", who=WHO, workshop_id=UUID(int=201)) as session:
        add_version(session, version(UUID(int=201)), CONTENTS)
    return office


def test_published_versions_are_in_the_archive_and_are_not_taken_in_as_workshops(
    published: Database, field: Database, tmp_path: Path
) -> None:
    write_archive(published, tmp_path / "archive", who=WHO)
    found = list((tmp_path / "archive").glob("data/workshops/*/published/1/rivers-minutes-en.pdf"))
    assert [path.read_bytes() for path in found] == [b"%PDF of the minutes"]
    sent = tmp_path / "archive" / "data" / "workshops" / "old" / "published" / "1" / "old.clesidra"
    written(sent, plain(9))  # as a version that holds a workshop file
    assert outcomes(field, tmp_path / "archive") == [Outcome.TAKEN] * 3


def test_a_published_file_that_was_changed_is_named(published: Database, tmp_path: Path) -> None:
    assert examine_database(published).faults == ()
    with published._engine.begin() as connection:
        connection.execute(text("UPDATE files SET content = zeroblob(19) WHERE size = 19"))
    (fault,) = examine_database(published).faults
    assert fault.sentence.startswith("rivers-minutes-en.pdf of version 1 of the minutes of “Wells” is not what was")
    with pytest.raises(UserError, match="is not what was published any more"):
        write_archive(published, tmp_path / "archive", who=WHO)


def test_looking_can_be_stopped(office: Database) -> None:
    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise StopError

    with pytest.raises(StopError):
        examine_database(office, stop)


def test_annexes_of_one_file_are_kept_once(office: Database, tmp_path: Path) -> None:
    annexes = tuple(Annex(key=key, title=key, source=AnnexSource.FILE, file="annexes/map.png") for key in "ab")
    import_workshop(office, plain(7, annexes=annexes), {"annexes/map.png": b"map"}, who=WHO)
    write_archive(office, tmp_path / "archive", who=WHO)
    assert len(list((tmp_path / "archive").glob("data/workshops/Wells/annexes/*"))) == 1
