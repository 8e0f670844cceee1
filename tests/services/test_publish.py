"""Minutes are published: frozen with their files, under a number, with reasons for what stays; a correction says so."""

import hashlib
import io
import zipfile
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pypdfium2
import pytest

from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.finding import Severity
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.publishing import FileKind, PublishedVersion, finding_key
from clesidra_desktop.domain.workshop import Annex, Poll, PollOption, Workshop
from clesidra_desktop.exchange.pack import verify_pack
from clesidra_desktop.services.annex_files import Paper, replace_annex_file
from clesidra_desktop.services.anonymize import anonymize_person
from clesidra_desktop.services.directory import list_people
from clesidra_desktop.services.prepare import describe_workshop
from clesidra_desktop.services.publish import freeze, publish_minutes, read_proposal, with_findings
from clesidra_desktop.services.published import check_published, published_versions, read_published
from clesidra_desktop.services.published_pack import lend_published, snapshot, write_version_pack
from clesidra_desktop.services.workshops import import_workshop
from clesidra_desktop.services.written import Choices
from clesidra_desktop.storage import Database
from tests.helpers.builders import workshop

WORKSHOP = workshop().id
ENGLISH = Choices(Language.ENGLISH)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)
MAP = Annex(key="slides", title="A map", file="annexes/map.png")


def take_in(database: Database, *, again: bool = False, **changes: object) -> Workshop:
    """Let the database have the workshop, with an annex."""
    taken = replace(workshop(), annexes=(MAP,), **changes)
    import_workshop(database, taken, {"annexes/map.png": PNG}, who="Bopha", replace=again)
    return taken


def publish(database: Database, choices: Choices = ENGLISH, reason: str = "") -> PublishedVersion:
    """Publish what there is, with a reason for every finding."""
    proposal = with_findings(read_proposal(database, WORKSHOP))
    reasons = {finding_key(one): "It was so." for one in proposal.findings}
    frozen = freeze(proposal, choices, who="Bopha", reasons=reasons, reason=reason)
    publish_minutes(database, WORKSHOP, frozen, who="Bopha")
    return published_versions(database, WORKSHOP)[-1]


def pdf_text(database: Database, version: PublishedVersion) -> str:
    """Return the text of the PDF of a version, on one line."""
    file = version.file(FileKind.PDF)
    assert file
    document = pypdfium2.PdfDocument(read_published(database, file))
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.split())


def test_a_version_has_what_the_closing_pack_has(database: Database) -> None:
    taken = take_in(database)
    version = publish(database)
    kinds = [file.kind for file in version.files]
    assert kinds == [FileKind.PDF, FileKind.DOCX, FileKind.REGISTER, FileKind.WORKSHOP, FileKind.ANNEX]
    for file in version.files:
        content = read_published(database, file)
        assert (file.size, file.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert (version.number, version.who, version.replaces, version.reason) == (1, "Bopha", None, "")
    assert snapshot(database, version) == taken
    assert check_published(database) == []


def test_a_published_version_bears_no_mark_of_a_draft(database: Database) -> None:
    take_in(database)
    version = publish(database)
    text = pdf_text(database, version)
    assert "Draft" not in text
    assert "Version 1 of 5 November 2026." in text
    docx = version.file(FileKind.DOCX)
    assert docx
    with zipfile.ZipFile(io.BytesIO(read_published(database, docx))) as package:
        header, core = package.read("word/header2.xml").decode(), package.read("docProps/core.xml").decode()
    assert "Version 1" in header
    assert "<cp:contentStatus>Version 1</cp:contentStatus>" in core


def test_a_correction_prints_what_it_replaces_and_leaves_it_alone(database: Database) -> None:
    take_in(database)
    first = publish(database)
    before = [read_published(database, file) for file in first.files]
    take_in(database, again=True, title="Rivers and lakes")
    with pytest.raises(UserError, match=r"replaces version 1\. Type why it had to be corrected"):
        publish(database)
    second = publish(database, reason="The title was\nwrong.")
    text = pdf_text(database, second)
    assert "Version 2 of 5 November 2026. Replaces version 1 of 5 November 2026: The title was wrong." in text
    assert published_versions(database, WORKSHOP) == (first, second)
    assert [read_published(database, file) for file in first.files] == before
    assert "Rivers and lakes" not in pdf_text(database, first)


def test_another_language_or_edition_replaces_nothing(database: Database) -> None:
    take_in(database)
    publish(database)
    khmer = publish(database, Choices(Language.KHMER))
    public = publish(database, Choices(Language.ENGLISH, Edition.PUBLIC))
    corrected = publish(database, reason="A number was wrong.")
    assert (khmer.replaces, public.replaces) == (None, None)
    assert corrected.replaces is not None
    assert corrected.replaces.number == 1
    assert "កំណែទី២" in pdf_text(database, khmer).replace(" ", "")


def test_a_finding_that_stays_needs_a_reason(database: Database) -> None:
    options = (PollOption(text="yes", count=2), PollOption(text="no", count=2))
    polls = (Poll(key="useful", question="Was it useful?", respondents=3, options=options),)
    take_in(database, polls=polls, venue="")
    proposal = with_findings(read_proposal(database, WORKSHOP))
    wrong = [one for one in proposal.findings if one.severity is Severity.ERROR]
    assert [one.code for one in wrong] == ["poll-total"]
    assert "venue-missing" in {one.code for one in proposal.findings}
    with pytest.raises(UserError, match=r"no reason is given why it stays: poll-total\. Mend it, or say why"):
        freeze(proposal, ENGLISH, who="Bopha", reasons={finding_key(wrong[0]): "  "})
    reasons = {finding_key(wrong[0]): "One hand was counted twice."}
    publish_minutes(database, WORKSHOP, freeze(proposal, ENGLISH, who="Bopha", reasons=reasons), who="Bopha")
    (version,) = published_versions(database, WORKSHOP)
    kept = {one.code: one for one in version.accepted}
    assert kept["poll-total"].reason == "One hand was counted twice."
    assert kept["poll-total"].sentence == wrong[0].sentence
    assert kept["venue-missing"].reason == ""


def test_two_who_publish_at_once_get_one_number_each(database: Database) -> None:
    take_in(database)
    proposal = read_proposal(database, WORKSHOP)
    frozen = freeze(proposal, ENGLISH, who="Dara", reasons={})
    publish(database)
    with pytest.raises(UserError, match="Version 1 of these minutes was published meanwhile"):
        publish_minutes(database, WORKSHOP, frozen, who="Dara")
    assert len(published_versions(database, WORKSHOP)) == 1


@pytest.mark.parametrize("deed", ["describe", "annex", "anonymize"])
def test_what_was_changed_since_it_was_read_is_not_published(database: Database, deed: str) -> None:
    """Not even the oldest words may be frozen, and nobody who asked to be forgotten meanwhile."""
    take_in(database)
    frozen = freeze(read_proposal(database, WORKSHOP), ENGLISH, who="Dara", reasons={})
    if deed == "describe":
        describe_workshop(database, WORKSHOP, {"venue": "Another hall"}, who="Bopha")
    elif deed == "annex":
        replace_annex_file(database, WORKSHOP, MAP.key, Paper("map.png", PNG + b"x"), who="Bopha")
    else:
        name = workshop().attendants[0].name
        person = next(one.id for one in list_people(database).people if one.name == name)
        anonymize_person(database, person, who="Bopha")
    with pytest.raises(UserError, match="changed while its minutes were made"):
        publish_minutes(database, WORKSHOP, frozen, who="Dara")
    assert published_versions(database, WORKSHOP) == ()


def test_publishing_tells_how_far_it_is_and_can_be_stopped(database: Database) -> None:
    take_in(database)
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done > 100:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        freeze(read_proposal(database, WORKSHOP), ENGLISH, who="Bopha", reasons={}, progress=stop)
    assert told == sorted(told)
    assert published_versions(database, WORKSHOP) == ()


def test_the_pack_of_a_version_is_whole_and_the_same_each_time(database: Database, tmp_path: Path) -> None:
    take_in(database)
    version = publish(database)
    folders = [write_version_pack(database, version, tmp_path / name) for name in ("one", "two")]
    assert [verify_pack(folder) for folder in folders] == [(), ()]
    assert "Minutes-Version: 1" in (folders[0] / "bag-info.txt").read_text()
    one, two = ({path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.*")} for folder in folders)
    assert one == two
    assert (folders[0] / "data" / "annexes" / "map.png").read_bytes() == PNG
    with pytest.raises(UserError, match="There is a pack in"):
        write_version_pack(database, version, tmp_path / "one")


def test_a_file_of_a_version_is_saved_as_it_is(database: Database, tmp_path: Path) -> None:
    take_in(database)
    file = publish(database).files[-1]
    saved = lend_published(database, file, tmp_path / "new")
    assert saved == tmp_path / "new" / "map.png"
    assert saved.read_bytes() == PNG


def test_a_copy_that_somebody_changed_is_lent_no_more(database: Database, tmp_path: Path) -> None:
    take_in(database)
    file = publish(database).files[-1]
    lent = lend_published(database, file, tmp_path)
    before = lent.stat().st_mtime_ns
    assert lend_published(database, file, tmp_path).stat().st_mtime_ns == before
    lent.chmod(0o644)
    lent.write_bytes(b"Another map")
    assert lend_published(database, file, tmp_path) == lent
    assert lent.read_bytes() == PNG


def test_the_workshop_must_be_there(database: Database) -> None:
    with pytest.raises(UserError, match="has no workshop"):
        read_proposal(database, UUID(int=9))
