"""What was written on paper, typed in afterwards by the codes of its rows.

Whoever signed has come; what was written beside it fills in what is not known yet. Answers are added to what is there
already.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, time
from uuid import UUID

from clesidra_desktop.domain.outline_lines import OutlineLine, from_lines
from clesidra_desktop.domain.paper_arrivals import ROW_KEY, sign_in
from clesidra_desktop.domain.paper_rows import PaperRows
from clesidra_desktop.domain.workshop import Attendant
from clesidra_desktop.exchange.text import clean_outline
from clesidra_desktop.services.attendants import checked, register_attendant
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.storage import answers as stored
from clesidra_desktop.storage.agenda import load_agenda
from clesidra_desktop.storage.attendants import edit_attendants, load_all_attendants
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.journal import row_changes
from clesidra_desktop.storage.organizations import known_name
from clesidra_desktop.storage.paper_entries import PaperEntry, paper_entries
from clesidra_desktop.storage.undone import undone_entries


def find_paper_rows(database: Database, workshop_id: UUID) -> PaperRows:
    """Return the rows that the papers of a workshop have. Raises UserError where there is no such workshop."""
    with database.session() as session:
        workshop = load_agenda(session, workshop_id)
        return PaperRows(replace(workshop, attendants=load_all_attendants(session, workshop_id)))


def add_to_answer(
    database: Database, workshop_id: UUID, sector: str, question: str, lines: Iterable[OutlineLine], *, who: str
) -> Changes:
    """Add lines from paper behind what an answer says already.

    Nothing is overwritten, so no version is asked for. Raises UserError where the sector or the question is gone.
    """
    added = clean_outline(from_lines(lines))
    with database.transaction(deed="add_to_answer", who=who, workshop_id=workshop_id) as session:
        outline, version = stored.load_answer(session, workshop_id, sector, question)
        stored.save_answer(session, workshop_id, (sector, question), (*outline, *added), version, database.now())
        return Changes.of(row_changes(session))


def enter_attendant(
    database: Database,
    workshop_id: UUID,
    id_: UUID,
    details: Mapping[str, object],
    *,
    signed: bool,
    day: date | None = None,
    at: time | None = None,
    who: str,
) -> Changes:
    """Note what the row of an attendant on a sign-in sheet says: details, and the arrival where it is signed.

    `details` are fields of Attendant by name; a spelling of an organization becomes the name that the office has
    chosen. Raises UserError where a detail or the time cannot be, and where the attendant is gone.
    """
    known = dict(details)

    def edit(attendant: Attendant) -> Attendant:
        edited = checked(attendant, known)
        return sign_in(edited, day, at) if signed else edited

    with database.transaction(deed="enter_attendant", who=who, workshop_id=workshop_id) as session:
        if isinstance(organization := known.get("organization"), str):
            known["organization"] = known_name(session, organization)
        edit_attendants(session, workshop_id, [id_], edit)
        return Changes.of(row_changes(session))


def enter_new_attendant(
    database: Database,
    workshop_id: UUID,
    code: str,
    details: Mapping[str, object],
    *,
    day: date | None = None,
    at: time | None = None,
    who: str,
) -> tuple[UUID, Changes]:
    """Make an attendant of an empty row, by its code, on which somebody wrote and signed; return the id.

    The code is kept among the extensions, so that the same row is known when it is typed in once more. Raises UserError
    where a detail cannot be.
    """
    stays = sign_in(Attendant(id=workshop_id, name=""), day, at).stays
    known = {**details, "stays": stays, "extensions": {ROW_KEY: code}}
    return register_attendant(database, workshop_id, known, who=who)


def find_entered(database: Database, workshop_id: UUID) -> list[PaperEntry]:
    """Return what was typed in from paper so far, the newest first, on whatever computer."""
    with database.session() as session:
        return paper_entries(session, workshop_id)


def find_taken_back(database: Database, workshop_id: UUID, sequences: Collection[int]) -> frozenset[int]:
    """Return those of some entries of the journal that are undone now."""
    with database.session() as session:
        return undone_entries(session, workshop_id, sequences)
