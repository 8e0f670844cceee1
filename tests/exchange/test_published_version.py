"""What a pack says of a published version comes back as it was, and what cannot be understood is refused."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.publishing import PublishedVersion, Replaced
from clesidra_desktop.exchange.published_version import decode_version, encode_version
from clesidra_desktop.storage.published import measured
from tests.helpers.publishing import CONTENTS, PUBLISHED_AT, version

WORKSHOP = UUID(int=7)


def published(**fields: Any) -> PublishedVersion:
    """Return a version that corrects another one."""
    usual: dict[str, Any] = {"reason": "ឈ្មោះខុស", "replaces": Replaced(1, PUBLISHED_AT), "number": 2}
    one = version(WORKSHOP, **(usual | fields))
    return replace(one, files=measured(one.id, CONTENTS))


def test_everything_but_ids_comes_back() -> None:
    one = published()
    record = decode_version(encode_version(one), "v.json")
    assert (record.workshop, record.number, record.at, record.who) == (WORKSHOP, 2, PUBLISHED_AT, "Bopha")
    assert (record.language, record.edition, record.reason, record.replaces) == ("en", "full", "ឈ្មោះខុស", 1)
    assert [(one.name, one.size, one.sha256) for one in record.files] == [
        (one.name, one.size, one.sha256) for one in one.files
    ]
    (finding,) = record.accepted
    assert (finding.code, finding.values, finding.reason) == ("poll-total", {"total": 3}, "Counted twice.")


def test_the_same_version_gives_the_same_bytes_wherever_the_replaced_one_is() -> None:
    assert encode_version(published()) == encode_version(published(replaces=Replaced(1, None)))


def test_findings_can_be_left_out() -> None:
    told = encode_version(published(), with_findings=False)
    assert b"Counted twice" not in told
    assert decode_version(told, "v.json").accepted == ()


def test_a_withdrawn_file_stays_withdrawn() -> None:
    one = published()
    gone = replace(one, files=(replace(one.files[0], withdrawn=PUBLISHED_AT), *one.files[1:]))
    assert decode_version(encode_version(gone), "v.json").files[0].withdrawn == PUBLISHED_AT


SPOILT: dict[str, Callable[[dict[str, Any]], object]] = {
    "no number": lambda one: one.pop("number"),
    "number 0": lambda one: one.update(number=0),
    "no zone": lambda one: one.update(at="2026-11-30T10:00:00"),
    "another language": lambda one: one.update(language="fr"),
    "replaces a later one": lambda one: one.update(replaces=2),
    "no files": lambda one: one.update(files=[]),
    "a file twice": lambda one: one["files"].append(one["files"][0]),
    "no SHA-256": lambda one: one["files"][0].update(sha256="../../x"),
    "another file": lambda one: one.update(format="something/1"),
    "a sentence that asks for what is not there": lambda one: one["accepted"][0].update(template="{other}"),
    "a sentence that asks for more": lambda one: one["accepted"][0].update(template="{total.__class__}"),
    "half a sentence": lambda one: one["accepted"][0].update(template="{total"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_what_cannot_be_is_refused(name: str) -> None:
    told = json.loads(encode_version(published()))
    SPOILT[name](told)
    with pytest.raises(UserError, match=r"What v\.json says of the published version cannot be read"):
        decode_version(json.dumps(told).encode(), "v.json")


@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b"{"])
def test_what_is_none_is_refused(content: bytes) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        decode_version(content, "v.json")


def test_one_of_a_newer_program_says_so() -> None:
    told = json.loads(encode_version(published())) | {"format": "clesidra-published-version/2", "files": "otherwise"}
    with pytest.raises(UserError, match="newer version of this program"):
        decode_version(json.dumps(told).encode(), "v.json")
