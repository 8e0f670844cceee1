"""Lists of attendants out of a workshop."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.exchange.attendant_list import write_csv, write_xlsx
from clesidra_desktop.files import write_file
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.workshops import load_workshop

SUFFIXES: Final = (".xlsx", ".csv")


def export_attendants(
    database: Database,
    workshop_id: UUID,
    path: Path,
    *,
    language: Language,
    ids: Sequence[UUID] | None = None,
    edition: Edition = Edition.FULL,
    created: datetime | None = None,
) -> int:
    """Write attendants into an XLSX or CSV file, by its suffix; return how many.

    `ids` are those that are wanted, in the order in which they are to stand; without it all are, in their own order.
    `language` is that of the headers. `created` is the moment for the properties, now unless given. Raises UserError
    for another suffix, where the workshop or an attendant is gone, or where the file cannot be written.
    """
    suffix = path.suffix.casefold()
    if suffix not in SUFFIXES:
        raise UserError(
            "{file} would be neither XLSX nor CSV. Let its name end in .xlsx or .csv; XLSX is read rightly by every "
            "spreadsheet program.",
            file=path.name,
        )
    with database.session() as session:
        workshop = load_workshop(session, workshop_id)
    if workshop is None:
        raise UserError("This workshop is not in the database any more; perhaps it was removed on another computer.")
    by_id = {one.id: one for one in workshop.attendants}
    wanted = tuple(by_id) if ids is None else tuple(dict.fromkeys(ids))
    if missing := [one for one in wanted if one not in by_id]:
        raise UserError(
            "{count} of the attendants are not in this workshop any more; perhaps they were removed on another "
            "computer. Look at the list again.",
            count=len(missing),
        )
    chosen = replace(workshop, attendants=tuple(by_id[one] for one in wanted))
    labels = Labels(language)
    if suffix == ".csv":
        content = write_csv(chosen, labels, edition=edition)
    else:
        content = write_xlsx(chosen, labels, edition=edition, created=created or database.now())
    write_file(path, content)
    return len(wanted)
