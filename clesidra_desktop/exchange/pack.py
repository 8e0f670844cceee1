"""The closing pack: a folder laid out as a BagIt bag, whose manifests tell later what has changed in it."""

import hashlib
import logging
import os
import re
import shutil
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Final, TypeAlias

import bagit

from clesidra_desktop.domain.errors import PackThereError, UserError
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.files import unwritable

AGENT: Final = "Clesidra Desktop"
"""How the packs of this program begin the name of their maker."""

ALGORITHM: Final = "sha256"

Writer: TypeAlias = Callable[[BinaryIO], object]
"""Writes a file into a stream."""

Info: TypeAlias = Mapping[str, str | Sequence[str]]
"""What `bag-info.txt` says: a name, and what stands for it, once or several times."""

NO_TAGS: Final[Mapping[str, bytes]] = MappingProxyType({})

NEAR: Final = 0.9
"""How much of a name is the same where one byte of it was changed."""

_PAYLOAD: Final = "data"
_TAG_MANIFEST: Final = f"tagmanifest-{ALGORITHM}.txt"
_MANIFEST_NAME: Final = re.compile(r"(tag)?manifest-(md5|sha1|sha224|sha256|sha384|sha512)\.txt")
_NEW, _OLD = ".clesidra-new", ".clesidra-old"


class ChangeKind(StrEnum):
    """What happened to a file since a pack was made."""

    ADDED = "added"
    ALTERED = "altered"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    RENAMED = "renamed"
    LIST = "damaged list"
    """A list of checksums is damaged itself: what it is about may be whole, and nobody can tell."""


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """A file, by its path inside the pack with / between folders, that is not as it was packed."""

    path: str
    kind: ChangeKind


def make_pack(
    folder: Path,
    payload: Mapping[str, Writer] | Iterable[tuple[str, Writer]],
    info: Info,
    *,
    tags: Mapping[str, bytes] = NO_TAGS,
    replace: bool = False,
) -> None:
    """Make a folder into a bag: the payload in `data/`, `info` in `bag-info.txt`, checksums in the manifests.

    `tags` are more files of the pack's own, beside `bag-info.txt`, by name.

    The payload has what writes each file by its path in `data/`, and may be made while it is written; the same payload
    and info give the same bytes. The pack is made and validated beside its place and only then put there, so whatever
    happens the folder is as it was or whole. Raises UserError where the folder holds something else, a pack that is not
    to be replaced (PackThereError), or a pack to which files were added; where the system refuses; or where what was
    written cannot be read back.
    """
    target = folder.resolve()
    if target == target.parent:
        raise UserError("{folder} is a whole drive. Choose a folder on it.", folder=str(folder))
    made = target.with_name(f".{target.name}{_NEW}")
    try:
        _restore(target)
        _refuse_to_overwrite(folder, replace)
        target.parent.mkdir(parents=True, exist_ok=True)
        _remove(made)
        made.mkdir()
        _fill(made, payload.items() if isinstance(payload, Mapping) else payload, folder)
        _make_bag(made, info, tags)
        _put_in_place(made, target)
    except OSError as error:
        raise unwritable(folder, error) from error
    finally:
        _remove(made)


def _restore(target: Path) -> None:
    """Put a pack back that was aside when the program was killed, or remove it where the new one was in its place."""
    aside = target.with_name(f".{target.name}{_OLD}")
    if aside.is_dir():
        if target.exists():
            _remove(aside)
        else:
            aside.rename(target)


def _refuse_to_overwrite(folder: Path, replace: bool) -> None:
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return
    if not _is_ours(folder):
        raise UserError(
            "{folder} is not empty and is no pack of this program. Nothing in it was touched; choose another folder.",
            folder=str(folder),
        )
    if not replace:
        raise PackThereError(
            "There is a pack in {folder} already. Replace it, or choose another folder.", folder=str(folder)
        )
    changes = _changes(folder, no_progress)[0]  # a damaged list tells of too many rather than of too few
    added = sorted(change.path for change in changes if change.kind is ChangeKind.ADDED)
    if added:
        raise UserError(
            "Files were put into the pack {folder} after it was made, and replacing it would lose them: {files}. Move "
            "them out of it first.",
            folder=str(folder),
            files=", ".join(added),
        )


def _fill(made: Path, payload: Iterable[tuple[str, Writer]], folder: Path) -> None:
    for name, write in payload:
        path = made / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x+b") as stream:
                write(stream)
        except OSError as error:
            raise unwritable(folder / _PAYLOAD / name, error) from error


def _make_bag(made: Path, info: Info, tags: Mapping[str, bytes]) -> None:
    """Make a filled folder into a bag, and read it back from the drive."""
    tidy = {key: _lines(value) for key, value in info.items()}
    try:
        with _quietly():
            bagit.make_bag(str(made), tidy, checksums=[ALGORITHM])
            manifest = made / _TAG_MANIFEST
            checksums = _checksums(manifest)
            for name, content in tags.items():
                (made / name).write_bytes(content)
                checksums[name] = hashlib.sha256(content).hexdigest()
            # The library lists the files as the drive happens to; sorted, the same pack has the same bytes.
            manifest.write_bytes(_canonical(checksums))
            for path in _files(made).values():
                with path.open("rb+") as stream:
                    os.fsync(stream.fileno())
            bagit.Bag(str(made)).validate()
    except bagit.BagError as error:
        raise UserError(
            "What was written could not be read back: {reason}. Check the drive, or choose another one.",
            reason=str(error),
        ) from error


def _lines(value: str | Sequence[str]) -> list[str]:
    """Return the lines that stand for a name: any break of line would end one."""
    return [" ".join(one.split()) for one in ([value] if isinstance(value, str) else value)]


def _put_in_place(made: Path, target: Path) -> None:
    if not target.exists():
        made.rename(target)
        return
    if not any(target.iterdir()):
        target.rmdir()
        made.rename(target)
        return
    aside = target.with_name(f".{target.name}{_OLD}")
    with ExitStack() as undo:
        target.rename(aside)
        undo.callback(aside.rename, target)
        made.rename(target)
        undo.pop_all()  # the new pack is there
    _remove(aside)


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _quietly() -> Iterator[None]:
    """Keep the library from telling on its own what is raised as well."""
    logger = logging.getLogger("bagit")
    disabled, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = disabled


@dataclass(frozen=True, slots=True)
class _Manifest:
    """A manifest: what it is about, and the checksums in it by path."""

    name: str
    of_tags: bool
    algorithm: str
    checksums: Mapping[str, str]


def verify_pack(folder: Path, progress: Progress = no_progress) -> tuple[Change, ...]:
    """Return what changed in a pack since it was made, by path; nothing where it is whole.

    The bags of other programs are taken too. The library cannot be asked: it stops at the first kind of damage, and
    does not open a bag whose own files are damaged. Where a list of checksums is damaged itself, only that is said: a
    whole file that it does not name any more would look like one that was put in. `progress` is told of each file that
    was read. Raises UserError where the folder is no bag or cannot be read.
    """
    return tuple(sorted(_with_lists(*_changes(folder, progress))))


def _changes(folder: Path, progress: Progress) -> "tuple[frozenset[Change], Mapping[str, Path], Sequence[_Manifest]]":
    """Return what differs between the files of a pack and its lists, all files in it by path, and the lists."""
    try:
        found = _files(folder)
        manifests = _manifests(found)
        ours = _is_ours(folder)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(
            "{folder} could not be read: {reason}. Check the drive.", folder=str(folder), reason=reason
        ) from error
    if not manifests:
        raise UserError(
            "{folder} is no pack: there is no manifest in it. Choose a folder that `clesidra-desktop pack` made.",
            folder=str(folder),
        )
    changes = set(_compared(found, manifests, progress))
    if ours:
        changes |= set(_own_damage(found, manifests))
    return frozenset(changes), found, manifests


def _with_lists(
    changes: frozenset[Change], found: Mapping[str, Path], manifests: Sequence[_Manifest]
) -> frozenset[Change]:
    """Return changes without those that only a damaged list tells of; it stands in their place."""
    kept = set(changes)
    for of_tags in (True, False):  # what lists the other list first: a whole list may only look damaged
        lists = [one for one in manifests if one.of_tags is of_tags]
        listed = {path for one in lists for path in one.checksums}  # also a path that is damaged
        other = {path for one in manifests if one.of_tags is not of_tags for path in one.checksums}
        about = {
            one
            for one in kept
            if one.path in listed or (one.path not in other and one.path.startswith(f"{_PAYLOAD}/") is not of_tags)
        }
        damaged = {one.name for one in lists if _is_damaged(one, about, kept, found, manifests)}
        if damaged:
            kept -= {one for one in about if one.kind is not ChangeKind.UNREADABLE}
            kept = {one for one in kept if one.path not in damaged}
            kept |= {Change(name, ChangeKind.LIST) for name in damaged}
        elif not of_tags:
            kept = set(_with_names(kept, found, manifests))
    return frozenset(kept)


def _is_damaged(
    manifest: _Manifest,
    about: Iterable[Change],
    changes: Iterable[Change],
    found: Mapping[str, Path],
    manifests: Sequence[_Manifest],
) -> bool:
    """Whether a list is damaged itself: it is not as it was packed, or it misses a file under nearly its name."""
    kinds = {one.path: one.kind for one in changes}
    if kinds.get(manifest.name) in (ChangeKind.ALTERED, ChangeKind.UNREADABLE):
        return True
    if any(manifest.name in one.checksums for one in manifests):
        return False  # a list that is listed, and is as it was packed
    missing = [one.path for one in about if one.kind is ChangeKind.MISSING]
    added = [one.path for one in about if one.kind is ChangeKind.ADDED]
    return any(get_close_matches(path, missing, 1, NEAR) or _is_lost(found[path], missing, manifests) for path in added)


def _with_names(
    changes: Iterable[Change], found: Mapping[str, Path], manifests: Sequence[_Manifest]
) -> Iterator[Change]:
    """Yield changes; a file that was put in is one that is missing where its content is the same."""
    missing = [one.path for one in changes if one.kind is ChangeKind.MISSING]
    for one in changes:
        is_renamed = one.kind is ChangeKind.ADDED and _is_lost(found[one.path], missing, manifests)
        yield Change(one.path, ChangeKind.RENAMED) if is_renamed else one


def _is_lost(path: Path, missing: Collection[str], manifests: Sequence[_Manifest]) -> bool:
    """Whether a file has the content of one that is missing; what is empty is like any other empty file."""
    if not path.is_file() or not path.stat().st_size:
        return False
    lost = [(one.algorithm, one.checksums[name]) for one in manifests for name in missing if name in one.checksums]
    return any(_damage(path, {algorithm: checksum}) is None for algorithm, checksum in lost)


def _manifests(found: Mapping[str, Path]) -> list[_Manifest]:
    return [
        _Manifest(name, match[1] is not None, match[2], _checksums(path))
        for name, path in found.items()
        if (match := _MANIFEST_NAME.fullmatch(name))
    ]


def _compared(found: Mapping[str, Path], manifests: Sequence[_Manifest], progress: Progress) -> Iterator[Change]:
    """Yield what differs between the files and the manifests. What no manifest is about cannot be known."""
    listed: dict[str, dict[str, str]] = {}
    for manifest in manifests:
        for path, checksum in manifest.checksums.items():
            listed.setdefault(path, {})[manifest.algorithm] = checksum
    known = {manifest.of_tags for manifest in manifests}
    roots = {manifest.name for manifest in manifests if manifest.of_tags}  # nothing lists these
    for path in found.keys() - listed.keys() - roots:
        if (not path.startswith(f"{_PAYLOAD}/")) in known:
            yield Change(path, ChangeKind.ADDED)
    for done, (path, checksums) in enumerate(listed.items()):
        progress(done, len(listed))
        if path not in found:
            yield Change(path, ChangeKind.MISSING)
        elif kind := _damage(found[path], checksums):
            yield Change(path, kind)


def _damage(path: Path, checksums: Mapping[str, str]) -> ChangeKind | None:
    if path.is_symlink() or not path.is_file():
        return ChangeKind.ALTERED  # and never opened: a link may lead anywhere
    try:
        for algorithm, checksum in checksums.items():
            with path.open("rb") as stream:
                if hashlib.file_digest(stream, algorithm).hexdigest() != checksum:
                    return ChangeKind.ALTERED
    except OSError:
        return ChangeKind.UNREADABLE
    return None


def _own_damage(found: Mapping[str, Path], manifests: Sequence[_Manifest]) -> Iterator[Change]:
    """Yield what happened to the one file that no manifest lists; in our own packs its every byte is known."""
    manifest = next((manifest for manifest in manifests if manifest.name == _TAG_MANIFEST), None)
    if manifest is None:
        yield Change(_TAG_MANIFEST, ChangeKind.MISSING)
    elif found[_TAG_MANIFEST].read_bytes() != _canonical(manifest.checksums):
        yield Change(_TAG_MANIFEST, ChangeKind.ALTERED)


def _is_ours(folder: Path) -> bool:
    info = folder / "bag-info.txt"
    return info.is_file() and f"Bag-Software-Agent: {AGENT}".encode() in info.read_bytes()


def _files(folder: Path) -> dict[str, Path]:
    """Return everything but folders below a folder, links to folders too, by path with / between folders.

    Some drives change the normalization form of names, so all are in form C here.
    """

    def refuse(error: OSError) -> None:
        raise error

    found = {}
    for parent, folders, files in os.walk(folder, onerror=refuse):
        links = (name for name in folders if (Path(parent) / name).is_symlink())
        for path in (Path(parent) / name for name in (*files, *links)):
            found[unicodedata.normalize("NFC", path.relative_to(folder).as_posix())] = path
    return found


def _checksums(manifest: Path) -> dict[str, str]:
    """Return the checksums of a manifest by path; lines that are damaged stand for nothing."""
    entries = {}
    for line in manifest.read_bytes().decode(errors="replace").split("\n"):
        match line.split(maxsplit=1):
            case checksum, path:
                entries[unicodedata.normalize("NFC", path.strip().removeprefix("*"))] = checksum.lower()
    return entries


def _canonical(checksums: Mapping[str, str]) -> bytes:
    """Return a manifest of the pack's own files as this program writes it."""
    return "".join(f"{checksums[path]} {path}\n" for path in sorted(checksums)).encode()
