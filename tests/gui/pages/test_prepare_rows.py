"""Prepare: categories, quotas, sectors and questions by keys and clicks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from clesidra_desktop.domain.workshop import QuotaAttribute
from tests.helpers.preparing import Person, asked, counted
from tests.helpers.window import settle, type_text


def test_a_category_is_added_named_and_moved_by_keys(person: Person) -> None:
    section = counted(person)
    before = person.workshop.categories
    section.categories.rows.rows[0].first().setFocus()
    person.do("prepare_add")
    type_text(person.focused, "PRIV")
    person.press("Tab")
    type_text(person.focused, "Private sector")
    person.do("prepare_up")

    codes = [one.code for one in before]
    assert [one.code for one in person.workshop.categories] == ["PRIV", *codes]
    assert person.workshop.categories[0].label == "Private sector"
    assert person.focused is section.categories.rows.rows[0].fields()[1].field


def test_a_category_that_is_dragged_stands_where_it_was_dropped(person: Person) -> None:
    section = counted(person)
    before = [one.code for one in person.workshop.categories]
    section.categories.rows.moved.emit(before[0], 1)
    assert [one.code for one in person.workshop.categories] == [before[1], before[0], *before[2:]]


def test_attendants_follow_a_renamed_category(person: Person) -> None:
    section = counted(person)
    old = person.workshop.categories[0].code
    people = [one.id for one in person.workshop.attendants if one.category == old]
    assert people
    person.type_over(section.categories.rows.rows[0].first(), "Renamed")

    assert [one.id for one in person.workshop.attendants if one.category == "Renamed"] == people
    person.undo()
    assert person.workshop.categories[0].code == old


def test_two_categories_cannot_have_one_code(person: Person) -> None:
    section = counted(person)
    first, second = section.categories.rows.rows[:2]
    code = person.workshop.categories[0].code
    person.type_over(second.first(), code)

    assert person.workshop.categories[1].code != code
    assert "Another category has the code" in second.note.text()
    assert second.fields()[0].text == code
    assert "Another" not in first.note.text()


def test_removing_a_category_says_who_still_has_it(person: Person) -> None:
    section = counted(person)
    row = section.categories.rows.rows[0]
    button = row.findChild(QToolButton, "remove")
    assert isinstance(button, QToolButton)
    before = person.workshop
    person.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert person.workshop.categories == before.categories[1:]
    assert "still ha" in person.said()
    person.undo()
    assert person.workshop == before


def test_quotas_are_added_changed_and_said_in_words(person: Person) -> None:
    section = counted(person)
    for row in section.quotas.rows.rows:
        row.first().setFocus()
        person.do("prepare_remove")
    add = section.quotas.findChild(QPushButton, "add_quota")
    assert isinstance(add, QPushButton)
    person.qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    settle(person.qtbot, person.program)
    (row,) = section.quotas.rows.rows
    person.type_over(row.fields()[1].field, "33,5 %")

    (quota,) = person.workshop.quotas
    assert (quota.attribute, quota.value, quota.share) == (QuotaAttribute.SEX, "F", 0.335)
    assert "women" in row.note.text()
    person.type_over(row.fields()[1].field, "140")
    assert person.workshop.quotas == (quota,)
    assert "at most 100 %" in row.note.text()


def test_a_quota_is_about_what_is_chosen(person: Person) -> None:
    section = counted(person)
    row = section.quotas.rows.rows[0]
    box = row.first()
    box.setFocus()
    for _ in range(4):
        person.press("Down")
    assert person.workshop.quotas[0].attribute is QuotaAttribute.PROVINCE
    row = section.quotas.rows.rows[0]
    person.type_over(row.fields()[0].field, "Kratie")
    assert person.workshop.quotas[0].value == "Kratie"


def test_sectors_are_typed_one_after_the_other(person: Person) -> None:
    section = asked(person)
    before = [one.title for one in person.workshop.sectors]
    section.sectors.rows.rows[-1].first().setFocus()
    for title in ("Water", "ព្រៃឈើ"):
        person.press("Return")
        type_text(person.focused, title)
    person.press("Return")

    assert [one.title for one in person.workshop.sectors] == [*before, "Water", "ព្រៃឈើ", ""]
    person.press("Return")
    assert len(person.workshop.sectors) == len(before) + 3
    assert person.page.ui.missing.text().startswith("1 thing is missing here. ")


def test_removing_a_sector_with_answers_warns_and_offers_the_way_back(person: Person) -> None:
    section = asked(person)
    before = person.workshop
    section.sectors.rows.rows[0].first().setFocus()
    person.do("prepare_remove")

    gone = before.sectors[0].key
    assert gone not in {one.sector for one in (*person.workshop.answers, *person.workshop.groups)}
    assert "answer" in person.said()
    assert person.focused is section.sectors.rows.rows[0].first()
    undo = next(one for one in person.program.window.strip.findChildren(QPushButton) if one.text() == "Undo")
    person.qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert person.workshop == before


def test_the_way_back_does_not_undo_something_else(person: Person) -> None:
    section = asked(person)
    section.sectors.rows.rows[0].first().setFocus()
    person.do("prepare_remove")
    undo = next(one for one in person.program.window.strip.findChildren(QPushButton) if one.text() == "Undo")
    person.type_over(section.questions.rows.rows[0].first(), "Why?")
    person.qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)

    assert person.workshop.questions[0].text == "Why?"
    assert "Something else was done since" in person.said()


def test_questions_move_by_keys_and_keep_their_answers(person: Person) -> None:
    section = asked(person)
    before = person.workshop
    section.questions.rows.rows[0].first().setFocus()
    person.do("prepare_down")

    assert [one.key for one in person.workshop.questions][:2] == [one.key for one in before.questions[1::-1]]
    assert person.workshop.answers == before.answers
    assert person.focused is section.questions.rows.rows[1].first()
