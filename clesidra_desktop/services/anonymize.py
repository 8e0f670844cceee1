"""A person who asked to be forgotten is taken out of the database. It cannot be undone."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import UUID

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.services.naming import naming_files
from clesidra_desktop.storage.anonymize import find_traces, forget, look_alikes, scrubber_for
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.journal import row_changes
from clesidra_desktop.storage.people import load_person
from clesidra_desktop.storage.published import load_content, load_versions


@dataclass(frozen=True, slots=True)
class Anonymized:
    """What was done. `attendants` is at how many workshops the person was one.

    `withdrawn` is how many published files named the person and have no bytes any more.
    `copies` are files beside the database that an earlier version of the program has made before a migration, and in
    which the person still is: tell the user, who can delete them. `is_swept` is False where the file of the database
    could not be cleaned because somebody else has it open: call `sweep` again.
    """

    changes: Changes
    attendants: int
    withdrawn: int
    copies: tuple[Path, ...]
    is_swept: bool


def anonymize_person(database: Database, person_id: UUID, *, who: str) -> Anonymized:
    """Take a person out of the directory, and out of every workshop, the journal and the files of signatures.

    Of the attendants stays what tallies and quotas count, so that published figures stay true: sex, category, province,
    flags, the class of the age, and the times of arrival and departure. Without a name none of it tells who it was.
    Name, organization, position, phone, e-mail address, year of birth, signature, consent and extensions go, and the
    name, the phone number and the e-mail address also from the texts of these workshops, unless somebody else there
    has the same name. People who were merged into the person go with it; others stay untouched. Attendants of copied
    workshops, who are nobody in the directory, go where name and a number or the year of birth are the same. Published
    files that name the person are withdrawn: their bytes go, their names, sizes and SHA-256 stay (see `naming_files`).

    Not reached are documents and workshop files that were written elsewhere, photos, annexes that workshops still have,
    and who did a deed: that is the office's own staff. It cannot be undone, nor can the deeds that told of the person.
    Raises UserError where there is nobody with this id.
    """
    with database.session() as session:
        if load_person(session, person_id) is None:
            raise UserError("This person is not in the directory any more; perhaps on another computer. Look again.")
    return _anonymize(database, person_id, who=who)


def sweep(database: Database) -> None:
    """Clean the file of the database of what was removed. Raises UserError where somebody else has it open."""
    database.sweep()


def _anonymize(database: Database, person_id: UUID, *, who: str) -> Anonymized:
    with database.transaction(deed="anonymize_person", who=who) as session:
        traces = find_traces(session, [person_id], set())
        if alike := look_alikes(session, traces):
            traces = find_traces(session, [person_id], alike)
        naming = {
            id_: naming_files(
                load_versions(session, id_), partial(load_content, session), traces, scrubber_for(session, traces, id_)
            )
            for id_ in sorted(traces.workshops)
        }
        forget(session, traces, database.now(), naming)
        changes = Changes.of(row_changes(session))
        withdrawn = sum(len(files) for files in naming.values())
    try:
        database.sweep()
        is_swept = True
    except UserError:  # the person is forgotten; only the space that was freed could not be cleaned
        is_swept = False
    count = len(set(changes.changed.get("attendants", ())) & traces.attendants)
    return Anonymized(changes, count, withdrawn, database.copies(), is_swept)
