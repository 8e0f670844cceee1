"""Failures of a database that a person can mend, as sentences."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3.dbapi2
from sqlalchemy.exc import DBAPIError, OperationalError, StatementError

from clesidra_desktop.domain.errors import UserError

BUSY = "Somebody else is writing to the database {address}. Nothing was changed; try again in a moment."
CLOSED = "The database {address} cannot be opened or written. Check that it is a file in a folder you may write to."
FULL = "The disk of the database {address} is full. Nothing was changed; make room and try again."
DAMAGED = "The database {address} is damaged or cannot be read. Put a copy of it in its place."
FOREIGN = "{address} is not a database of workshops. Choose another file."
UNREACHABLE = "The database {address} cannot be reached: {reason}. Check the address, the network and the password."
FORBIDDEN = "You may not write to the database {address}. Ask whoever looks after it to let you."

SENTENCES = {
    "SQLITE_BUSY": BUSY,
    "SQLITE_LOCKED": BUSY,
    "SQLITE_CANTOPEN": CLOSED,
    "SQLITE_PERM": CLOSED,
    "SQLITE_READONLY": CLOSED,
    "SQLITE_FULL": FULL,
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_IOERR": DAMAGED,
    "SQLITE_NOTADB": FOREIGN,
    "08": UNREACHABLE,  # connection_exception
    "28": UNREACHABLE,  # invalid_authorization_specification
    "3D": UNREACHABLE,  # invalid_catalog_name
    "57P": UNREACHABLE,  # the server was shut down
    "25006": FORBIDDEN,  # read_only_sql_transaction
    "42501": FORBIDDEN,  # insufficient_privilege
    "40001": BUSY,  # serialization_failure
    "40P01": BUSY,  # deadlock_detected
    "55P03": BUSY,  # lock_not_available
    "53100": FULL,  # disk_full
    "53300": BUSY,  # too_many_connections
}
"""By the beginning of SQLite's name of the error (https://sqlite.org/rescode.html) or PostgreSQL's SQLSTATE."""


@contextmanager
def mendable(address: str) -> Iterator[None]:
    """Raise UserError for failures that a person can mend, and ValueError for a value that no column can hold.

    `address` names the database, without a password. Other errors pass: they are mistakes in the program.
    """
    try:
        yield
    except (DBAPIError, sqlcipher3.dbapi2.Error) as error:
        if sentence := _sentence(error, address):
            raise sentence from error
        raise
    except UnicodeDecodeError as error:  # the names of tables
        raise UserError(DAMAGED, address=address) from error
    except StatementError as error:
        if isinstance(error.orig, ValueError):
            raise error.orig from error
        raise


def _sentence(error: DBAPIError | sqlcipher3.dbapi2.Error, address: str) -> UserError | None:
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorname", None) or getattr(cause, "sqlstate", None)
    template = next((template for start, template in SENTENCES.items() if (code or "").startswith(start)), None)
    if code is None and isinstance(cause, sqlcipher3.dbapi2.OperationalError):  # text that is not UTF-8 any more
        template = DAMAGED
    elif code is None and isinstance(error, OperationalError):  # psycopg, when there was no server to send a code
        template = UNREACHABLE
    return UserError(template, address=address, reason=_first_line(cause)) if template else None


def _first_line(cause: object) -> str:
    return str(cause).partition("\n")[0].strip().rstrip(".")
