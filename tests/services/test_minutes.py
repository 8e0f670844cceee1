"""The editions of the minutes as files."""

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain.editions import Edition, edition_of
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.workshop import Flag, QuotaAttribute, Workshop
from clesidra_desktop.exchange.workshop_file import decode_workshop
from clesidra_desktop.exchange.workshop_file.reading import WorkshopFile
from clesidra_desktop.services.annexes import opened_annexes
from clesidra_desktop.services.minutes import Format, minutes_name, write_minutes
from tests.helpers import builders as make
from tests.helpers import personal
from tests.helpers.documents import CREATED, pdf_text
from tests.helpers.samples import SAMPLE, read


def written(
    folder: Path, kind: Format, language: Language, edition: Edition, workshop: Workshop | None = None
) -> bytes:
    target = folder / minutes_name("workshop", kind, language, edition)
    workshop = workshop or personal.full_of_personal_data()
    file = WorkshopFile(workshop, personal.files())
    with opened_annexes(file, edition) as annexes:
        (path,) = write_minutes(
            file, {kind: target}, language=language, edition=edition, annexes=annexes, created=CREATED
        )
    assert path == target
    return path.read_bytes()


def test_the_names_of_files_tell_editions_and_languages_apart() -> None:
    assert minutes_name("kratie", Format.PDF, Language.KHMER) == "kratie-minutes-km.pdf"
    assert minutes_name("kratie", Format.DOCX, Language.ENGLISH, Edition.PUBLIC) == "kratie-minutes-public-en.docx"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", Format)
def test_no_personal_data_is_anywhere_in_the_public_edition(tmp_path: Path, kind: Format, language: Language) -> None:
    full = written(tmp_path, kind, language, Edition.FULL)
    assert personal.found(full, personal.printed(language)) == personal.printed(language)
    public = written(tmp_path, kind, language, Edition.PUBLIC)
    assert personal.found(public, personal.secrets(language)) == set()
    assert personal.found(public, ["Attendant 1", "Organization 3", "slides.pdf"]) != set()


def test_the_search_looks_into_every_corner_of_a_pdf(tmp_path: Path) -> None:
    public = written(tmp_path, Format.PDF, Language.ENGLISH, Edition.PUBLIC)
    phone, email, group = personal.PHONES[0], personal.EMAILS[1], personal.AGE_GROUP
    with pikepdf.open(io.BytesIO(public)) as pdf:
        pdf.attachments["data.json"] = pikepdf.AttachedFileSpec(pdf, f'{{"phone": "{phone}", "n": 1899}}'.encode())
        pdf.docinfo["/Keywords"] = email
        pdf.pages[-1].obj["/Hidden"] = pikepdf.Array([pikepdf.Dictionary(Note=pikepdf.String(f"ឆ្នាំ {group}"))])
        pdf.save(changed := io.BytesIO(), object_stream_mode=pikepdf.ObjectStreamMode.generate)
    hidden = {phone, email, group, personal.BIRTH_YEAR}
    assert personal.found(changed.getvalue(), personal.secrets(Language.ENGLISH)) == hidden


@pytest.mark.parametrize("language", Language)
def test_the_public_edition_says_so_on_its_first_page(tmp_path: Path, language: Language) -> None:
    said = Labels(language)("public_edition")
    for edition in Edition:
        text = pdf_text(written(tmp_path, Format.PDF, language, edition))
        first = "".join(text.split("\f")[0].split())
        assert ("".join(said.split()) in first) is (edition is Edition.PUBLIC)


def test_the_counts_stay_in_the_public_edition(tmp_path: Path) -> None:
    workshop = personal.full_of_personal_data()
    quotas = (
        make.quota(QuotaAttribute.FLAGS, Flag.YOUTH, 0.2),
        make.quota(QuotaAttribute.AGE_GROUP, personal.AGE_GROUP, 0.5),
    )
    public = written(
        tmp_path, Format.PDF, Language.ENGLISH, Edition.PUBLIC, replace(workshop, quotas=(*workshop.quotas, *quotas))
    )
    text = pdf_text(public)
    assert Labels(Language.ENGLISH)("participants_total", total=3, women=2, share="67 %") in text
    assert "Women: 2 of 3 (67 %); the goal is 40 %" in text
    assert "youth: 1 of 3 (33 %); the goal is 20 % · reached" in text
    assert f"{personal.AGE_GROUP}: 1 of 3 (33 %); the goal is 50 %" in text


@pytest.mark.parametrize("edition", list(Edition))
def test_the_pdf_carries_the_data_of_its_own_edition(edition: Edition, tmp_path: Path) -> None:
    workshop = read(SAMPLE)
    target = tmp_path / "minutes.pdf"
    file = WorkshopFile(workshop, {})
    assert list(write_minutes(file, {Format.PDF: target}, language=Language.KHMER, edition=edition)) == [target]
    with pikepdf.open(target) as opened:
        attached = opened.attachments["workshop.json"].get_file().read_bytes()
    assert decode_workshop(attached, "attached")[0] == edition_of(workshop, edition)
