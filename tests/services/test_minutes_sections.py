"""The sections of the minutes as deeds: each can be undone, and texts are never written over newer ones."""

from dataclasses import replace

import pytest

from clesidra_desktop.domain.conflicts import ConflictError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.outline import Node
from clesidra_desktop.domain.workshop import MinutesSection, Workshop
from clesidra_desktop.services.history import undo
from clesidra_desktop.services.minutes_sections import (
    edit_section,
    find_section_text,
    record_section_text,
    remove_sections,
    restore_section_text,
    section_lines,
    section_text_versions,
)
from clesidra_desktop.services.prepare_rows import Part, edit_row, remove_rows
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.storage.database import Database
from tests.helpers.builders import workshop

MADE = workshop()
TEXT, OTHER = (Node("We thank the commune."),), (Node("And the monks."),)
WHO = "Bopha"


@pytest.fixture
def filled(database: Database) -> Database:
    import_workshop(database, MADE, {}, who=WHO)
    return database


def kept(database: Database) -> tuple[MinutesSection, ...]:
    return export_workshop(database, MADE.id)[0].minutes


def record(database: Database, key: str, place: str, text: tuple[Node, ...]) -> str:
    version = find_section_text(database, MADE.id, key, place).version
    return record_section_text(database, MADE.id, key, place, text, version=version, who=WHO)[0]


def test_a_section_is_switched_off_and_on(filled: Database) -> None:
    edit_section(filled, MADE.id, "result", shown=False, who=WHO)
    assert kept(filled) == (MinutesSection(key="result", shown=False),)
    undo(filled, MADE.id, who=WHO)
    assert kept(filled) == ()
    edit_section(filled, MADE.id, "result", shown=False, who=WHO)
    edit_section(filled, MADE.id, "result", shown=True, who=WHO)
    assert kept(filled) == ()


def test_a_heading_is_one_line_and_an_empty_one_the_usual(filled: Database) -> None:
    edit_section(filled, MADE.id, "result", title=" What\nwe said ", who=WHO)
    assert kept(filled) == (MinutesSection(key="result", title="What we said"),)
    edit_section(filled, MADE.id, "result", title=" ", who=WHO)
    assert kept(filled) == ()


def test_both_texts_of_a_section_are_kept_beside_what_else_is_said_of_it(filled: Database) -> None:
    edit_section(filled, MADE.id, "item:opening", title="Morning", who=WHO)
    record(filled, "item:opening", "before", TEXT)
    record(filled, "item:opening", "after", OTHER)
    record(filled, "objectives", "after", OTHER)
    assert kept(filled) == (
        MinutesSection(key="item:opening", title="Morning", before=TEXT, after=OTHER),
        MinutesSection(key="objectives", after=OTHER),
    )
    assert find_section_text(filled, MADE.id, "item:opening", "before").outline == TEXT
    record(filled, "objectives", "after", ())
    assert [one.key for one in kept(filled)] == ["item:opening"]


def test_a_text_that_others_changed_is_not_written_over(filled: Database) -> None:
    version = find_section_text(filled, MADE.id, "result", "before").version
    record(filled, "result", "before", TEXT)
    with pytest.raises(ConflictError) as caught:
        record_section_text(filled, MADE.id, "result", "before", OTHER, version=version, who=WHO)
    assert (caught.value.mine, caught.value.theirs) == (OTHER, TEXT)


def test_the_text_of_an_item_outlives_its_new_name_and_its_removal(filled: Database) -> None:
    record(filled, "item:opening", "before", TEXT)
    edit_row(filled, MADE.id, Part.AGENDA_ITEM, "opening", {"title": "Welcome"}, who=WHO)
    renamed = export_workshop(filled, MADE.id)[0]
    assert [one.title for one in section_lines(renamed, Language.ENGLISH) if one.section.before] == ["Welcome"]
    remove_rows(filled, MADE.id, Part.AGENDA_ITEM, ["opening"], who=WHO)
    (gone,) = [one for one in section_lines(export_workshop(filled, MADE.id)[0], Language.ENGLISH) if one.is_gone]
    assert (gone.key, gone.section.before) == ("item:opening", TEXT)
    assert gone.usual == TEXT[0].text  # nobody knows the key
    remove_sections(filled, MADE.id, [gone.key], who=WHO)
    assert kept(filled) == ()
    undo(filled, MADE.id, who=WHO)
    undo(filled, MADE.id, who=WHO)
    assert export_workshop(filled, MADE.id)[0] == replace(renamed)


def test_what_a_text_said_before_is_brought_back(filled: Database) -> None:
    record(filled, "result", "before", TEXT)
    record(filled, "result", "after", OTHER)
    edit_section(filled, MADE.id, "result", title="What we said", who="Dara")
    record_by = find_section_text(filled, MADE.id, "result", "before").version
    record_section_text(filled, MADE.id, "result", "before", (), version=record_by, who="Dara")
    listed = section_text_versions(filled, MADE.id, "result", "before")
    assert [(one.who, one.outline) for one in listed] == [("Dara", ()), (WHO, TEXT)]
    now = find_section_text(filled, MADE.id, "result", "before").version
    restore_section_text(filled, MADE.id, "result", "before", listed[1].sequence, version=now, who=WHO)
    assert kept(filled) == (MinutesSection(key="result", title="What we said", before=TEXT, after=OTHER),)
    assert section_text_versions(filled, MADE.id, "objectives", "after") == ()


def titles(made: Workshop, language: Language) -> list[str]:
    return [line.title for line in section_lines(made, language)]


def test_sections_are_called_as_the_minutes_call_them() -> None:
    bare = workshop(annexes=(), agenda=(), groups=())
    assert titles(bare, Language.ENGLISH) == [
        "Objectives",
        "The result of the meeting",
        "Answers of the groups",
        "Sector 1",
        "Sector 2",
        "Ways forward",
        "Poll",
        "Annexes",
        "Attendant list",
    ]
    assert titles(bare, Language.KHMER)[0] == "គោលបំណង"
    assert titles(replace(bare, minutes=(MinutesSection(key="annexes", title="Papers"),)), Language.ENGLISH)[-2] == (
        "Papers"
    )


def test_a_key_of_a_newer_program_is_kept_and_named() -> None:
    odd = workshop(minutes=(MinutesSection(key="photos:1", after=TEXT),))
    line = section_lines(odd, Language.ENGLISH)[-1]
    assert (line.key, line.usual, line.is_gone) == ("photos:1", TEXT[0].text, True)


def test_what_is_gone_is_known_by_the_beginning_of_its_khmer_text() -> None:
    text = "យើងសូមអរគុណដល់ក្រុមប្រឹក្សាឃុំនិងព្រះសង្ឃទាំងអស់ដែលបានជួយ"
    odd = workshop(minutes=(MinutesSection(key="photos:1", after=(Node(text),)),))
    said = section_lines(odd, Language.ENGLISH)[-1].usual
    assert said.endswith("…")
    assert len(said) > 20
    assert text.startswith(said.rstrip("…"))
