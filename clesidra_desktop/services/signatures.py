"""Signatures at the registration table: drawn with pen, mouse or finger, or given on paper."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from uuid import UUID

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.row_codes import attendant_codes, is_row_of_another, read_row_code
from clesidra_desktop.domain.signatures import sign_on_paper, without_signature
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.storage import attendants as stored
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.files import drop_file, load_file, put_file
from clesidra_desktop.storage.journal import row_changes

PNG = b"\x89PNG\r\n\x1a\n"
"""What every PNG begins with (PNG Specification, section 5.2)."""

LARGEST = 1_000_000
"""Bytes of the largest picture of a signature that is taken; a usual one has 10,000."""


def sign(database: Database, workshop_id: UUID, attendant_id: UUID, picture: bytes, *, who: str) -> Changes:
    """Keep the picture of a signature (PNG) among the files of the workshop, in the place of an earlier one.

    Raises UserError for what is no PNG or too large, and where the attendant is gone.
    """
    if not picture.startswith(PNG) or len(picture) > LARGEST:
        raise UserError("This is no picture of a signature. Let the attendant sign again.")
    path = signature_path(attendant_id)
    with database.transaction(deed="sign", who=who, workshop_id=workshop_id) as session:
        stored.edit_attendants(
            session, workshop_id, [attendant_id], lambda one: replace(without_signature(one), signature=path)
        )
        put_file(session, workshop_id, path, picture)
        return Changes.of(row_changes(session))


def read_signature(database: Database, workshop_id: UUID, path: str) -> bytes | None:
    """Return the picture of a signature by its path inside the workshop file; None where there is none."""
    with database.session() as session:
        return load_file(session, workshop_id, path)


def mark_signed_on_paper(database: Database, workshop_id: UUID, rows: Mapping[UUID, str], *, who: str) -> Changes:
    """Note that attendants have signed on paper: the code of the row by the attendant's id.

    An empty code stands for the row that the sign-in sheet has printed for the attendant. Raises UserError for what is
    no row code or one of another workshop's sheet, and where an attendant is gone.
    """
    with database.transaction(deed="mark_signed_on_paper", who=who, workshop_id=workshop_id) as session:
        printed = attendant_codes(stored.attendant_ids(session, workshop_id))
        codes = {id_: _row_of(code, workshop_id) if code else printed.get(id_, "") for id_, code in rows.items()}
        stored.edit_attendants(session, workshop_id, codes, lambda one: sign_on_paper(one, codes[one.id]))
        return Changes.of(row_changes(session))


def _row_of(typed: str, workshop_id: UUID) -> str:
    code = read_row_code(typed)
    if is_row_of_another(code, workshop_id):
        raise UserError(
            "The row code {code} is on no paper of this workshop. It may be of another one, or its row was removed.",
            code=code,
        )
    return code


def remove_signatures(database: Database, workshop_id: UUID, ids: Iterable[UUID], *, who: str) -> Changes:
    """Let attendants not have signed; the pictures go from the files of the workshop."""
    asked = list(ids)
    with database.transaction(deed="remove_signatures", who=who, workshop_id=workshop_id) as session:
        before = stored.load_attendants(session, workshop_id, asked)
        stored.edit_attendants(session, workshop_id, asked, without_signature)
        for path in {one.signature for one in before.values() if one.signature}:
            drop_file(session, workshop_id, path)
        return Changes.of(row_changes(session))


def signature_path(attendant_id: UUID) -> str:
    """Return the path of the picture of an attendant's signature inside the workshop file."""
    return f"signatures/{attendant_id}.png"
