"""What is put into the file when it is written but for the annexes: the forms of their pages, and the original files.

Pages of annexes may be a hundred megabytes. They go from file to file without being held in memory.
"""

import io
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any, BinaryIO, cast

import pikepdf

from clesidra_desktop.documents.annexes.model import PreparedAnnex
from clesidra_desktop.documents.pdf.annex_pages import Form
from clesidra_desktop.documents.pdf.enclosing import KEY_FILTER, enclose


def finish(
    written: bytes, stream: BinaryIO, forms: Iterable[Form], originals: Mapping[str, PreparedAnnex], created: datetime
) -> None:
    """Put forms and original files into a PDF and write it into a stream.

    The stream is one that can be read and written. The originals go by their names as attachments; one that cannot be
    read raises OSError, as does a stream that cannot be written.
    """
    with pikepdf.open(io.BytesIO(written)) as pdf:
        for form in forms:
            page = pdf.pages[form.page - 1]
            page.obj.Resources.XObject = pikepdf.Dictionary({f"/{form.name}": pdf.copy_foreign(form.content)})
        moment = f"D:{created.astimezone(UTC):%Y%m%d%H%M%S}Z"
        keys = {_attach(pdf, name, annex, moment): annex.path for name, annex in originals.items()}
        saved = _Patient(stream)
        pdf.save(
            cast("BinaryIO", saved),
            static_id=False,
            deterministic_id=True,
            compress_streams=True,  # forms and objects that are packed anew
            stream_decode_level=pikepdf.StreamDecodeLevel.none,  # what has a filter stays as it is
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    if saved.error:
        raise saved.error
    enclose(stream, keys)


class _Patient(io.RawIOBase):
    """Keeps the first error of a stream for later: the library would end the whole program if writing failed."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.error: OSError | KeyboardInterrupt | None = None

    def writable(self) -> bool:
        """Say that it is open."""
        return True

    def write(self, data: Any) -> int:
        """Write unless writing failed before; how much is what the library expects to hear."""
        if self.error is None:
            try:
                self._stream.write(data)
            except (OSError, KeyboardInterrupt) as error:
                self.error = error
        return len(data)


def _attach(pdf: pikepdf.Pdf, name: str, annex: PreparedAnnex, moment: str) -> bytes:
    """Make the entry of an attached file, whose stream holds but a key as yet, and return the key."""
    key = b"original-%b>" % sha256(name.encode()).hexdigest().encode()
    content = pdf.make_stream(key)
    content.Filter = pikepdf.Name(KEY_FILTER)  # or it would be compressed
    content.Type = pikepdf.Name.EmbeddedFile
    content.Subtype = pikepdf.Name(f"/{annex.media_type}")
    content.Params = pikepdf.Dictionary(Size=annex.path.stat().st_size, ModDate=moment)
    specification = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Filespec,
            F=pikepdf.String(name),
            UF=pikepdf.String(name),
            Desc=pikepdf.String(name),
            AFRelationship=pikepdf.Name.Supplement,
            EF=pikepdf.Dictionary(F=content, UF=content),
        )
    )
    names = pikepdf.NameTree(pdf.Root.Names.EmbeddedFiles) if "/Names" in pdf.Root else _new_tree(pdf)
    names[name] = specification
    pdf.Root.AF = pikepdf.Array([*pdf.Root.get("/AF", ()), specification])
    return key


def _new_tree(pdf: pikepdf.Pdf) -> pikepdf.NameTree:
    tree = pikepdf.NameTree.new(pdf)
    pdf.Root.Names = pikepdf.Dictionary(EmbeddedFiles=tree.obj)
    return tree


def attachment_names(files: Iterable[str], taken: Iterable[str]) -> dict[str, str]:
    """Return the names under which files (paths inside the workshop file) are attached, each a different one."""
    used = {name.casefold() for name in taken}
    names = {}
    for file in files:
        path = PurePosixPath(file)
        name, number = path.name, 1
        while name.casefold() in used:
            number += 1
            name = f"{path.stem} ({number}){path.suffix}"
        used.add(name.casefold())
        names[file] = name
    return names
