"""Signatures as a picture or on paper."""

from clesidra_desktop.domain.editions import public_workshop
from clesidra_desktop.domain.signatures import ON_PAPER, has_signed, row_signed, sign_on_paper, without_signature
from tests.helpers import builders as make


def test_a_row_on_paper_is_a_signature_and_goes_again() -> None:
    before = make.attendant(extensions={"x-other": 1})
    signed = sign_on_paper(before, "K7QD3")
    assert (row_signed(signed), has_signed(signed), has_signed(before)) == ("K7QD3", True, False)
    assert without_signature(signed) == before


def test_a_picture_is_a_signature() -> None:
    signed = make.attendant(signature="signatures/1.png")
    assert has_signed(signed)
    assert row_signed(signed) == ""
    assert not has_signed(without_signature(signed))


def test_what_another_program_wrote_there_is_no_row() -> None:
    assert row_signed(make.attendant(extensions={ON_PAPER: {"page": 1}})) == ""


def test_the_public_edition_does_not_say_who_signed() -> None:
    workshop = make.workshop(attendants=(sign_on_paper(make.attendant(), "K7QD3"),), groups=())
    assert not has_signed(public_workshop(workshop).attendants[0])
