"""Group lists for the doors: large, complete, nothing private."""

from pathlib import Path

import pytest

from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.documents.papers import write_group_lists
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.workshop import Sector, Workshop
from tests.documents.papers.reading import comparable, page_texts, words
from tests.helpers.builders import attendant, attendants, group, identity, sectors, workshop
from tests.helpers.documents import CREATED
from tests.helpers.samples import NASTY, SAMPLE, name_of, read


def lists(of: Workshop, language: Language = Language.ENGLISH) -> bytes:
    return write_group_lists(of, Labels(language), created=CREATED)


def crowd(count: int) -> Workshop:
    return workshop(attendants=attendants(count), sectors=sectors(1), groups=(group("s1", *range(1, count + 1)),))


def test_a_page_for_each_sector() -> None:
    of = workshop(groups=(group("s2", 3, 1, room="Hall B", rapporteur="Ms Bun Davy"),))
    first, second = page_texts(lists(of))
    assert first.startswith("Group 1 Sector 1 Nobody has been placed in this group yet. ")
    assert second.startswith("Group 2 Sector 2 Room: Hall B Rapporteur: Ms Bun Davy 1 Attendant 3 2 Attendant 1 Wells")


def test_a_rapporteur_may_be_noted_by_id_and_members_may_be_gone() -> None:
    of = workshop(sectors=sectors(1), groups=(group("s1", 2, 77, rapporteur=str(identity(2))),))
    (text,) = page_texts(lists(of))
    assert "Rapporteur: Attendant 2" in text
    assert "77" not in text


def test_names_are_in_the_script_of_the_list_where_they_are_known() -> None:
    people = (attendant(1, name="Keo Sophea", name_km="កែវ សុភា"), attendant(2))
    of = workshop(attendants=people, sectors=sectors(1), groups=(group("s1", 1, 2),))
    assert "Keo Sophea" in page_texts(lists(of))[0]
    khmer = page_texts(lists(of, Language.KHMER))[0]
    assert "កែវ សុភា" in khmer
    assert "Keo Sophea" not in khmer
    assert "Attendant 2" in khmer


def test_nothing_private_is_on_the_door() -> None:
    one = attendant(1, phone="012 000 101", email="k@example.org", organization="Upland Hearth", birth_year=1977)
    of = workshop(attendants=(one,), sectors=sectors(1), groups=(group("s1", 1),))
    (text,) = page_texts(lists(of))
    assert not any(private in text for private in ("012", "example", "Upland", "1977"))


@pytest.mark.parametrize("count", [4, 12, 20, 30])
def test_names_are_large_enough_for_two_metres(count: int) -> None:
    (page,) = words(lists(crowd(count)))
    names = [bottom - top for text, _, top, _, bottom in page if text == "Attendant"]
    assert len(names) == count
    assert min(names) >= 20


def test_a_long_list_has_two_columns_and_a_longer_one_goes_on() -> None:
    lefts = {round(left) for text, left, *_ in words(lists(crowd(30)))[0] if text == "Attendant"}
    assert len(lefts) == 2
    texts = page_texts(lists(crowd(120)))
    assert len(texts) == 3
    assert "Sector 1 (continued)" in texts[1]
    assert "Page 2 of 3" in texts[1]
    assert sum(text.count("Attendant ") for text in texts) == 120


def test_the_title_is_very_large_and_never_cut() -> None:
    short = words(lists(workshop(sectors=sectors(1))))[0]
    assert max(bottom - top for _, _, top, _, bottom in short) > 60
    title = "The administration of everything that nobody else feels responsible for " * 6
    (text,) = page_texts(lists(workshop(sectors=(Sector(key="s1", title=title),))))
    assert comparable(title) in comparable(text)


@pytest.mark.parametrize("path", [path for path in (SAMPLE, *NASTY) if read(path).sectors], ids=name_of)
def test_every_member_is_named(path: Path) -> None:
    of = read(path)
    texts = page_texts(lists(of))
    names = {one.id: one.name or one.name_km for one in of.attendants}
    groups = {one.sector: one for one in of.groups}
    for sector, text in zip(of.sectors, texts, strict=True):
        members = groups[sector.key].members if sector.key in groups else ()
        missing = [names[id_] for id_ in members if id_ in names and comparable(names[id_]) not in comparable(text)]
        assert missing == []
