import pytest

from clesidra_desktop.domain.rapporteurs import rapporteurs
from tests.helpers import builders as make

PERSON = make.attendant(1, name="", name_km="សុខ")


@pytest.mark.parametrize("noted", [str(PERSON.id), str(PERSON.id).upper(), f" {PERSON.id} "])
def test_an_attendant_is_found_by_id(noted: str) -> None:
    workshop = make.workshop(attendants=(PERSON,), groups=(make.group("s1", 1, rapporteur=noted),))
    assert rapporteurs(workshop) == {"s1": PERSON}


@pytest.mark.parametrize(("noted", "found"), [("Ms Sok", "Ms Sok"), (" ", ""), ("", ""), (str(make.identity(77)), "")])
def test_a_name_is_itself_and_an_unknown_id_is_nobody(noted: str, found: str) -> None:
    workshop = make.workshop(attendants=(PERSON,), groups=(make.group("s1", 1, rapporteur=noted),))
    assert rapporteurs(workshop) == {"s1": found}
