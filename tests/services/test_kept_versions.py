"""Published versions travel: with their pack, and with the archive of all workshops, to other computers."""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.publishing import FileKind, PublishedVersion, finding_key, next_number
from clesidra_desktop.domain.workshop import Annex, Poll, PollOption
from clesidra_desktop.exchange.pack import verify_pack
from clesidra_desktop.exchange.published_version import VERSION_FILE
from clesidra_desktop.services.anonymize import anonymize_person
from clesidra_desktop.services.directory import list_people
from clesidra_desktop.services.history import undo
from clesidra_desktop.services.importing import Arrival, Outcome, import_all
from clesidra_desktop.services.kept_versions import VersionFate
from clesidra_desktop.services.prepare import describe_workshop
from clesidra_desktop.services.publish import freeze, publish_minutes, read_proposal, with_findings
from clesidra_desktop.services.published import check_published, published_versions, read_published
from clesidra_desktop.services.published_pack import write_version_pack
from clesidra_desktop.services.whole_archive import write_archive
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.services.written import Choices
from clesidra_desktop.storage import Database, open_database
from clesidra_desktop.storage.workshops import list_workshops
from tests.helpers.builders import workshop

WORKSHOP = workshop().id
WRONG = Poll(key="poll", question="Useful?", respondents=3, options=(PollOption(text="yes", count=4),))
MAP = Annex(key="slides", title="A map", file="annexes/map.txt")
ENGLISH, PUBLIC = Choices(Language.ENGLISH), Choices(Language.ENGLISH, Edition.PUBLIC)

Make = Callable[[str], Database]


@pytest.fixture
def computer(tmp_path: Path) -> Iterator[Make]:
    """Give computers, each with a database of its own."""
    opened: list[Database] = []

    def make(name: str) -> Database:
        opened.append(open_database(tmp_path / f"{name}.db"))
        return opened[-1]

    yield make
    for one in opened:
        one.close()


@pytest.fixture
def field(computer: Make) -> Database:
    """The laptop on which the minutes are published first."""
    database = computer("field")
    import_workshop(database, replace(workshop(), polls=(WRONG,), annexes=(MAP,)), {MAP.file: b"map"}, who="Bopha")
    return database


def publish(database: Database, who: str, choices: Choices = ENGLISH, reason: str = "") -> PublishedVersion:
    proposal = with_findings(read_proposal(database, WORKSHOP))
    reasons = {finding_key(one): "Counted so." for one in proposal.findings if one.code == "poll-total"}
    frozen = freeze(proposal, choices, who=who, reasons=reasons, reason=reason)
    publish_minutes(database, WORKSHOP, frozen, who=who)
    return published_versions(database, WORKSHOP)[-1]


def take_in(database: Database, *paths: Path) -> tuple[Arrival, ...]:
    return import_all(database, paths, who="Sophea")


def contents(database: Database, version: PublishedVersion) -> list[bytes]:
    return [read_published(database, file) for file in version.files]


def forget_one(database: Database) -> None:
    """Anonymize somebody who was at the workshop."""
    anonymize_person(database, list_people(database).people[0].id, who="Sophea")


def without_tag(pack: Path) -> Path:
    """Make a pack as earlier versions of the program made it."""
    (pack / VERSION_FILE).unlink()
    info = pack / "bag-info.txt"
    kept = [line for line in info.read_text().splitlines() if not line.startswith(("Minutes-P", "Minutes-A"))]
    info.write_text("\n".join(kept) + "\n")
    tags = sorted(path.name for path in pack.glob("*.txt") if not path.name.startswith("tag"))
    lines = [f"{hashlib.sha256((pack / name).read_bytes()).hexdigest()} {name}\n" for name in tags]
    (pack / "tagmanifest-sha256.txt").write_text("".join(lines))
    assert verify_pack(pack) == ()
    return pack


def test_a_published_version_comes_with_its_pack(field: Database, computer: Make, tmp_path: Path) -> None:
    first = publish(field, "Bopha")
    pack = write_version_pack(field, first, tmp_path)
    assert f"{VERSION_FILE}\n" in (pack / "tagmanifest-sha256.txt").read_text()
    office = computer("office")
    (arrival,) = take_in(office, pack)
    assert arrival.outcome is Outcome.TAKEN
    assert f"Version 1, published on {first.at.astimezone():%Y-%m-%d %H:%M} by Bopha, is kept here" in arrival.sentence
    assert published_versions(office, WORKSHOP) == (first,)
    assert contents(office, first) == contents(field, first)
    assert check_published(office) == []
    assert next_number(published_versions(office, WORKSHOP)) == 2
    assert first.accepted[0].reason == "Counted so."


def test_a_pack_of_it_has_the_same_bytes_on_every_computer(field: Database, computer: Make, tmp_path: Path) -> None:
    publish(field, "Bopha")
    packs = [write_version_pack(field, publish(field, "Bopha", reason="A number."), tmp_path / "field")]
    office = computer("office")
    take_in(office, packs[0])
    packs.append(write_version_pack(office, published_versions(office, WORKSHOP)[-1], tmp_path / "office"))
    one, other = ({path.relative_to(pack): path.read_bytes() for path in pack.rglob("*.*")} for pack in packs)
    assert one == other


def test_people_read_in_bag_info_which_version_it_is(field: Database, tmp_path: Path) -> None:
    publish(field, "Bopha")
    pack = write_version_pack(field, publish(field, "Bopha", reason="A\nnumber."), tmp_path)
    lines = (pack / "bag-info.txt").read_text().splitlines()
    assert {"Minutes-Version: 2", "Minutes-Published-By: Bopha", "Minutes-Replaces: 1"} <= set(lines)
    assert "Minutes-Correction: A number." in lines
    assert [line for line in lines if line.startswith("Minutes-Accepted: ") and line.endswith(" — Counted so.")]


def test_a_changed_byte_of_what_is_said_of_the_version_is_found(
    field: Database, computer: Make, tmp_path: Path
) -> None:
    pack = write_version_pack(field, publish(field, "Bopha"), tmp_path)
    told = pack / VERSION_FILE
    told.write_bytes(told.read_bytes().replace(b"Bopha", b"Bopho"))
    (arrival,) = take_in(computer("office"), pack)
    assert arrival.outcome is Outcome.REFUSED
    assert VERSION_FILE in arrival.sentence


def test_the_correction_on_another_computer_replaces_it(field: Database, computer: Make, tmp_path: Path) -> None:
    office = computer("office")
    first = publish(field, "Bopha")
    take_in(office, write_version_pack(field, first, tmp_path))
    describe_workshop(office, WORKSHOP, {"title": "Lakes"}, who="Sophea")
    second = publish(office, "Sophea", reason="The title was wrong.")
    assert second.replaces is not None
    assert (second.number, second.replaces.number, second.replaces.at) == (2, 1, first.at)

    (arrival,) = take_in(field, write_version_pack(office, second, tmp_path))
    assert arrival.outcome is Outcome.MERGED, "the two know the state that was published"
    assert published_versions(field, WORKSHOP) == (first, second)
    assert export_workshop(field, WORKSHOP)[0].title == "Lakes"


def test_the_same_version_again_changes_nothing(field: Database, tmp_path: Path) -> None:
    first = publish(field, "Bopha")
    pack = write_version_pack(field, first, tmp_path)
    (arrival,) = take_in(field, pack)
    assert (arrival.outcome, arrival.versions[0].fate) == (Outcome.SAME, VersionFate.SAME)
    describe_workshop(field, WORKSHOP, {"title": "Lakes"}, who="Bopha")
    (arrival,) = take_in(field, pack)
    assert arrival.outcome is Outcome.MERGED, "nothing is asked: it is an earlier state of the workshop here"
    assert export_workshop(field, WORKSHOP)[0].title == "Lakes"
    assert published_versions(field, WORKSHOP) == (first,)


def test_another_version_of_the_same_number_is_not_taken_over(field: Database, computer: Make, tmp_path: Path) -> None:
    office = computer("office")
    taken, files = export_workshop(field, WORKSHOP)
    import_workshop(office, taken, files, who="Sophea")
    theirs, ours = publish(field, "Bopha"), publish(office, "Sophea", Choices(Language.KHMER))
    pack = write_version_pack(field, theirs, tmp_path)
    (arrival,) = take_in(office, pack)
    assert arrival.outcome is Outcome.PARTLY
    assert "by Bopha, is another one than the version 1 here" in arrival.sentence
    assert arrival.sentence.endswith("it gets number 2.")
    assert published_versions(office, WORKSHOP) == (ours,)
    assert publish(office, "Sophea", Choices(Language.KHMER), reason="Both were published.").number == 2


def test_versions_come_in_whatever_order(field: Database, computer: Make, tmp_path: Path) -> None:
    first, office = publish(field, "Bopha"), computer("office")
    describe_workshop(field, WORKSHOP, {"title": "Lakes"}, who="Bopha")
    second = publish(field, "Bopha", reason="The title was wrong.")
    take_in(office, write_version_pack(field, second, tmp_path))
    (alone,) = published_versions(office, WORKSHOP)
    assert alone.replaces is not None
    assert (alone.replaces.number, alone.replaces.at) == (1, None)
    assert next_number(published_versions(office, WORKSHOP)) == 3
    (arrival,) = take_in(office, write_version_pack(field, first, tmp_path))
    assert arrival.versions[0].fate is VersionFate.KEPT
    assert published_versions(office, WORKSHOP) == (first, second)
    assert export_workshop(office, WORKSHOP)[0].title == "Lakes", "the workshop does not go back to version 1"


@pytest.mark.parametrize("choices", [ENGLISH, PUBLIC, Choices(Language.KHMER)])
def test_a_pack_of_an_earlier_program_brings_its_version(
    field: Database, computer: Make, tmp_path: Path, choices: Choices
) -> None:
    first = publish(field, "Bopha", choices)
    (arrival,) = take_in(computer("office"), without_tag(write_version_pack(field, first, tmp_path)))
    assert arrival.outcome is Outcome.TAKEN
    assert "who published it, the pack does not say" in arrival.sentence
    office = open_database(tmp_path / "office.db")
    (kept,) = published_versions(office, WORKSHOP)
    assert (kept.number, kept.who, kept.language, kept.edition) == (1, "", choices.language, choices.edition)
    assert kept.at == first.at.replace(microsecond=0)
    assert [(one.kind, one.name, one.sha256) for one in kept.files] == [
        (one.kind, one.name, one.sha256) for one in first.files
    ]
    assert check_published(office) == []
    office.close()


def test_a_pack_that_says_a_number_without_minutes_is_told_of(field: Database, computer: Make, tmp_path: Path) -> None:
    pack = write_version_pack(field, publish(field, "Bopha"), tmp_path)
    for path in (*pack.glob("data/*-minutes-*"), *pack.glob("data/*-register-*")):
        path.unlink()
    (pack / "manifest-sha256.txt").unlink()  # a pack that lists nothing, as another program may make it
    lines = (pack / "tagmanifest-sha256.txt").read_text().splitlines(keepends=True)
    (pack / "tagmanifest-sha256.txt").write_text("".join(one for one in lines if " manifest-" not in one))
    (arrival,) = take_in(computer("office"), without_tag(pack))
    assert arrival.outcome is Outcome.PARTLY
    assert "says that it is version 1, but the minutes are not in it" in arrival.sentence


def test_the_public_edition_comes_where_the_workshop_is(field: Database, computer: Make, tmp_path: Path) -> None:
    office = computer("office")
    taken, files = export_workshop(field, WORKSHOP)
    import_workshop(office, taken, files, who="Sophea")
    pack = write_version_pack(field, publish(field, "Bopha", PUBLIC), tmp_path)
    assert "Counted so." not in (pack / VERSION_FILE).read_text() + (pack / "bag-info.txt").read_text()
    (arrival,) = take_in(office, pack)
    assert arrival.outcome is Outcome.TAKEN
    assert [one.edition for one in published_versions(office, WORKSHOP)] == [Edition.PUBLIC]
    assert export_workshop(office, WORKSHOP)[0] == taken
    (again,) = take_in(office, pack)
    assert again.outcome is Outcome.SAME


def test_the_archive_brings_all_versions_back(field: Database, computer: Make, tmp_path: Path) -> None:
    publish(field, "Bopha")
    describe_workshop(field, WORKSHOP, {"title": "Lakes"}, who="Bopha")
    publish(field, "Bopha", reason="The title was wrong.")
    publish(field, "Bopha", PUBLIC)
    write_archive(field, tmp_path / "archive", who="Bopha")
    office = computer("office")
    (arrival,) = take_in(office, tmp_path / "archive")
    assert [one.fate for one in arrival.versions] == [VersionFate.KEPT] * 3
    assert published_versions(office, WORKSHOP) == published_versions(field, WORKSHOP)
    for one in published_versions(field, WORKSHOP):
        assert contents(office, one) == contents(field, one)
    assert [one.fate for one in take_in(office, tmp_path / "archive")[0].versions] == [VersionFate.SAME] * 3


def test_an_archive_of_an_earlier_program_brings_its_versions(field: Database, computer: Make, tmp_path: Path) -> None:
    first = publish(field, "Bopha")
    write_archive(field, tmp_path / "archive", who="Bopha")
    (told,) = (tmp_path / "archive").rglob(VERSION_FILE)
    name = told.relative_to(tmp_path / "archive").as_posix()
    told.unlink()
    for manifest, gone in (("manifest-sha256.txt", name), ("tagmanifest-sha256.txt", "manifest-sha256.txt")):
        path = tmp_path / "archive" / manifest
        kept = [line for line in path.read_text().splitlines(keepends=True) if not line.endswith(f" {gone}\n")]
        if gone == "manifest-sha256.txt":
            digest = hashlib.sha256((tmp_path / "archive" / gone).read_bytes()).hexdigest()
            kept = sorted([*kept, f"{digest} {gone}\n"], key=lambda line: line.split()[1])
        path.write_text("".join(kept))
    assert verify_pack(tmp_path / "archive") == ()
    office = computer("office")
    take_in(office, tmp_path / "archive")
    (kept_version,) = published_versions(office, WORKSHOP)
    assert (kept_version.number, kept_version.at) == (1, first.at.replace(microsecond=0))


def test_undo_looks_past_a_version_that_was_taken_in(field: Database, computer: Make, tmp_path: Path) -> None:
    office = computer("office")
    taken, files = export_workshop(field, WORKSHOP)
    import_workshop(office, taken, files, who="Sophea")
    describe_workshop(office, WORKSHOP, {"venue": "The old hall"}, who="Sophea")
    take_in(office, write_version_pack(field, publish(field, "Bopha"), tmp_path))
    undo(office, WORKSHOP, who="Sophea")
    assert len(published_versions(office, WORKSHOP)) == 1
    assert export_workshop(office, WORKSHOP)[0].venue == taken.venue


def test_a_version_that_names_a_forgotten_person_is_not_taken_over(
    field: Database, computer: Make, tmp_path: Path
) -> None:
    first, office = publish(field, "Bopha"), computer("office")
    taken, files = export_workshop(field, WORKSHOP)
    import_workshop(office, taken, files, who="Sophea")
    forget_one(office)
    (arrival,) = take_in(office, write_version_pack(field, first, tmp_path))
    assert arrival.versions[0].fate is VersionFate.REFUSED
    assert "names a person who was anonymized here" in arrival.sentence
    assert published_versions(office, WORKSHOP) == ()


def test_what_was_withdrawn_stays_withdrawn_elsewhere(field: Database, computer: Make, tmp_path: Path) -> None:
    whole = write_version_pack(field, publish(field, "Bopha"), tmp_path / "whole")
    forget_one(field)
    (kept,) = published_versions(field, WORKSHOP)
    assert kept.file(FileKind.WORKSHOP) is None
    write_archive(field, tmp_path / "archive", who="Bopha")
    office = computer("office")
    take_in(office, tmp_path / "archive")
    assert published_versions(office, WORKSHOP) == (kept,)
    (arrival,) = take_in(field, whole)
    assert arrival.versions[0].fate is VersionFate.SAME
    assert published_versions(field, WORKSHOP) == (kept,), "its bytes do not come back"


def test_a_workshop_that_is_called_published_is_in_the_archive(computer: Make, tmp_path: Path) -> None:
    field, office = computer("one"), computer("other")
    import_workshop(field, replace(workshop(), title="published", starts=None, ends=None), {}, who="Bopha")
    write_archive(field, tmp_path / "archive", who="Bopha")
    shutil.move(tmp_path / "archive", tmp_path / "moved")
    take_in(office, tmp_path / "moved")
    with office.session() as session:
        assert [one.title for one in list_workshops(session)] == ["published"]
