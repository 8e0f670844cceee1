"""Signatures at the registration table, on both engines."""

from uuid import UUID

import pytest

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.row_codes import attendant_codes, empty_row_code
from clesidra_desktop.domain.signatures import has_signed, row_signed
from clesidra_desktop.domain.workshop import Attendant
from clesidra_desktop.services.history import undo
from clesidra_desktop.services.signatures import LARGEST, PNG, mark_signed_on_paper, remove_signatures, sign
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.storage import Database
from tests.storage.samples import EXTENSIONS, FILES, full_workshop

WORKSHOP = full_workshop().id
DARA, SECOND, THIRD = UUID(int=1), UUID(int=2), UUID(int=3)
PATH = f"signatures/{SECOND}.png"


@pytest.fixture
def filled(database: Database) -> Database:
    """A database with the full workshop in it."""
    import_workshop(database, full_workshop(), FILES, who="Bopha")
    return database


def attendants(database: Database) -> dict[UUID, Attendant]:
    return {one.id: one for one in export_workshop(database, WORKSHOP)[0].attendants}


def files(database: Database) -> dict[str, bytes]:
    return export_workshop(database, WORKSHOP)[1]


def test_a_picture_is_a_file_of_the_workshop(filled: Database) -> None:
    changes = sign(filled, WORKSHOP, SECOND, PNG + b"1", who="Bopha")
    assert attendants(filled)[SECOND].signature == PATH
    assert files(filled) == {**FILES, PATH: PNG + b"1"}
    assert changes.changed["attendants"] == (SECOND,)
    sign(filled, WORKSHOP, SECOND, PNG + b"2", who="Bopha")
    assert files(filled)[PATH] == PNG + b"2"
    undo(filled, WORKSHOP, who="Bopha")
    assert files(filled)[PATH] == PNG + b"1"
    undo(filled, WORKSHOP, who="Bopha")
    assert files(filled) == FILES
    assert attendants(filled) == {one.id: one for one in full_workshop().attendants}


@pytest.mark.parametrize("picture", [b"", b"GIF89a", PNG + bytes(LARGEST)])
def test_what_is_no_signature_is_refused(filled: Database, picture: bytes) -> None:
    with pytest.raises(UserError, match="no picture of a signature"):
        sign(filled, WORKSHOP, SECOND, picture, who="Bopha")


def test_several_sign_on_paper_with_the_rows_that_were_printed(filled: Database) -> None:
    mark_signed_on_paper(filled, WORKSHOP, {SECOND: "", THIRD: f" {empty_row_code(1).lower()}"}, who="Bopha")
    assert row_signed(attendants(filled)[SECOND]) == attendant_codes([DARA, SECOND, THIRD])[SECOND]
    assert row_signed(attendants(filled)[THIRD]) == empty_row_code(1)
    undo(filled, WORKSHOP, who="Bopha")
    assert not has_signed(attendants(filled)[THIRD])
    mark_signed_on_paper(filled, WORKSHOP, {THIRD: empty_row_code(1, 0, WORKSHOP)}, who="Bopha")
    assert row_signed(attendants(filled)[THIRD]) == empty_row_code(1, 0, WORKSHOP)


def test_a_wrong_row_code_changes_nothing(filled: Database) -> None:
    with pytest.raises(UserError, match="is no row code"):
        mark_signed_on_paper(filled, WORKSHOP, {SECOND: "", THIRD: f"{empty_row_code(1)[:-1]}Z"}, who="Bopha")
    assert not has_signed(attendants(filled)[SECOND])
    with pytest.raises(UserError, match="on no paper of this workshop"):
        mark_signed_on_paper(filled, WORKSHOP, {SECOND: empty_row_code(1, 0, SECOND)}, who="Bopha")


def test_signatures_are_removed_with_their_pictures(filled: Database) -> None:
    mark_signed_on_paper(filled, WORKSHOP, {SECOND: ""}, who="Bopha")
    remove_signatures(filled, WORKSHOP, [DARA, SECOND], who="Bopha")
    assert not any(has_signed(one) for one in attendants(filled).values())
    assert "signatures/dara.png" not in files(filled)
    assert attendants(filled)[DARA].extensions == EXTENSIONS
    undo(filled, WORKSHOP, who="Bopha")
    assert files(filled) == FILES
    assert attendants(filled)[DARA].signature == "signatures/dara.png"
