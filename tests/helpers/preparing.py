"""Somebody who prepares a workshop with keys and clicks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.gui.pages.prepare import PreparePage
from clesidra_desktop.gui.pages.prepare_agenda import AgendaSection
from clesidra_desktop.gui.pages.prepare_annexes import AnnexesSection
from clesidra_desktop.gui.pages.prepare_asked import AskedSection
from clesidra_desktop.gui.pages.prepare_basics import BasicsSection
from clesidra_desktop.gui.pages.prepare_counted import CountedSection
from clesidra_desktop.gui.pages.prepare_section import Section
from clesidra_desktop.gui.pages.prepare_team import TeamSection
from tests.helpers.window import settle, type_text


class Person:
    """Uses the page."""

    def __init__(self, qtbot: QtBot, program: Program, page: PreparePage) -> None:
        self.qtbot, self.program, self.page = qtbot, program, page

    @property
    def workshop(self) -> Workshop:
        """The workshop as the database has it."""
        settle(self.qtbot, self.program)
        workshop = self.program.window.context.open.workshop
        assert workshop is not None
        return workshop

    @property
    def focused(self) -> QWidget:
        """What has the keys."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def turn_to(self, kind: type[Section]) -> Section:
        """Turn to a section."""
        place = [type(one) for one in self.page.sections].index(kind)
        self.page.ui.sections.setCurrentIndex(place)
        settle(self.qtbot, self.program)
        return self.page.sections[place]

    def type_over(self, field: QWidget, text: str) -> None:
        """Mark what is in a field, type something else, and leave the field."""
        field.setFocus()
        self.press("A", Qt.KeyboardModifier.ControlModifier)
        if text:
            type_text(field, text)
        else:
            self.press("Delete")
        self.leave(field)

    def leave(self, field: QWidget) -> None:
        """Leave a field by Tab."""
        self.qtbot.keyClick(field, Qt.Key.Key_Tab)
        settle(self.qtbot, self.program)

    def press(self, key: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        self.qtbot.keyClick(self.focused, getattr(Qt.Key, f"Key_{key}"), modifier)
        settle(self.qtbot, self.program)

    def undo(self) -> None:
        """Undo the last deed."""
        self.program.window.context.open.undo()
        settle(self.qtbot, self.program)

    def do(self, action: str) -> None:
        """Run an action of the page."""
        self.program.window.context.actions[action].trigger()
        settle(self.qtbot, self.program)

    def said(self) -> str:
        """What the strip says."""
        strip = self.program.window.strip
        return strip.findChildren(QLabel)[0].text() if strip.isVisible() else ""


def basics(person: Person) -> BasicsSection:
    """Turn to the section."""
    section = person.turn_to(BasicsSection)
    assert isinstance(section, BasicsSection)
    return section


def team(person: Person) -> TeamSection:
    """Turn to the section."""
    section = person.turn_to(TeamSection)
    assert isinstance(section, TeamSection)
    return section


def counted(person: Person) -> CountedSection:
    """Turn to the section."""
    section = person.turn_to(CountedSection)
    assert isinstance(section, CountedSection)
    return section


def asked(person: Person) -> AskedSection:
    """Turn to the section."""
    section = person.turn_to(AskedSection)
    assert isinstance(section, AskedSection)
    return section


def agenda(person: Person) -> AgendaSection:
    """Turn to the section."""
    section = person.turn_to(AgendaSection)
    assert isinstance(section, AgendaSection)
    return section


def annexes(person: Person) -> AnnexesSection:
    """Turn to the section."""
    section = person.turn_to(AnnexesSection)
    assert isinstance(section, AnnexesSection)
    return section
