"""A field that is checked as it is typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.gui.widgets.checked_field import CheckedField, Done, Failed, SharedNote, line_by_line, on_one_line


class Database:
    """Takes what is handed in, and answers when it is told to."""

    def __init__(self) -> None:
        self.taken: list[str] = []
        self.waiting: list[tuple[Done, Failed]] = []

    def take(self, text: str, done: Done, failed: Failed) -> None:
        """Take a text."""
        self.taken.append(text)
        self.waiting.append((done, failed))


class Form(QWidget):
    """A checked field and another one."""

    def __init__(self, database: Database) -> None:
        super().__init__()
        self.line, self.other, self.note = QLineEdit(), QLineEdit(), QLabel()
        layout = QVBoxLayout(self)
        for widget in (self.line, self.note, self.other):
            layout.addWidget(widget)
        self.field = CheckedField(self.line, self.note, database.take, lambda text: "No." if text == "no" else "")
        self.field.show("old", "missing")


def shown(qtbot: QtBot, database: Database) -> Form:
    form = Form(database)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitActive(form).__exit__(None, None, None)
    form.line.setFocus()
    form.line.selectAll()
    return form


def test_an_older_state_does_not_take_typing_away_while_a_newer_one_is_under_way(qtbot: QtBot) -> None:
    database = Database()
    form = shown(qtbot, database)
    qtbot.keyClicks(form.line, "new")
    form.field.commit()
    form.field.show("old")
    assert form.line.text() == "new"
    qtbot.keyClicks(form.line, "er")
    form.field.show("new")
    database.waiting[0][0](None)
    assert form.line.text() == "newer"
    form.field.commit()
    form.field.show("newer")
    database.waiting[1][0](None)

    assert database.taken == ["new", "newer"]
    assert form.line.text() == "newer"


def test_what_the_database_refuses_stays_with_the_reason(qtbot: QtBot) -> None:
    database = Database()
    form = shown(qtbot, database)
    qtbot.keyClicks(form.line, "bad")
    qtbot.keyClick(form.line, Qt.Key.Key_Tab)
    database.waiting[0][1](UserError("It is {what}.", what="bad"))
    form.field.show("old", "missing")

    assert (form.line.text(), form.note.text(), form.line.property("wrong")) == ("bad", "It is bad.", True)
    form.line.setFocus()
    form.line.selectAll()
    qtbot.keyClicks(form.line, "good")
    form.field.commit()
    assert (database.taken, form.note.text(), form.line.property("wrong")) == (["bad", "good"], "missing", False)


def test_what_is_wrong_is_not_handed_in_and_can_wait_elsewhere(qtbot: QtBot) -> None:
    database = Database()
    form = shown(qtbot, database)
    qtbot.keyClicks(form.line, "no")
    form.field.commit()
    draft = form.field.draft
    assert draft == ("no", "No.")
    form.field.turn_to()
    form.field.show("another")
    assert (form.line.text(), form.field.draft) == ("another", None)
    form.field.turn_to(draft)
    form.field.show("old")

    assert (form.line.text(), form.note.text(), database.taken) == ("no", "No.", [])


def test_an_answer_about_what_the_field_was_before_leaves_the_typing_alone(qtbot: QtBot) -> None:
    database = Database()
    form = shown(qtbot, database)
    for text in ("one", "two"):
        qtbot.keyClicks(form.line, text)
        form.field.commit()
    form.field.turn_to()
    form.field.show("another")
    form.line.selectAll()
    qtbot.keyClicks(form.line, "typed")
    form.field.commit()
    database.waiting[0][0](None)
    assert form.line.text() == "typed"
    database.waiting[1][1](UserError("It is bad."))

    assert (form.line.text(), form.note.text(), form.field.draft) == ("typed", "It is bad.", None)
    form.field.show("typed")
    database.waiting[2][0](None)
    assert (form.line.text(), form.note.text()) == ("typed", "")


def test_what_is_typed_again_as_it_was_is_no_deed(qtbot: QtBot) -> None:
    database = Database()
    form = shown(qtbot, database)
    qtbot.keyClicks(form.line, " old ")
    qtbot.keyClick(form.line, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: form.line.text() == "old")
    assert database.taken == []


def test_texts_are_compared_as_the_database_keeps_them() -> None:
    assert on_one_line("  a \n b\t") == "a b"
    assert line_by_line(" a  b \n\n c ") == "a b\nc"


def test_one_line_for_several_fields_says_what_was_refused_last_and_what_is_still_wrong(qtbot: QtBot) -> None:
    label, name, year = QLabel(), QLineEdit(), QLineEdit()
    for widget in (label, name, year):
        qtbot.addWidget(widget)
    note, database = SharedNote(label), Database()
    first = CheckedField(name, note, database.take, lambda text: "" if text else "No name.")
    second = CheckedField(year, note, database.take, lambda text: "" if text.isdecimal() else "No year.")
    assert label.isHidden()
    first.type_in("")
    second.type_in("x")
    assert (label.text(), label.isHidden()) == ("No year.", False)
    assert (first.draft, second.draft) == (("", "No name."), ("x", "No year."))
    second.type_in("1990")
    assert label.text() == "No name."
    first.type_in("Sok")
    assert label.isHidden()
