"""The bytes of the file: ReportLab's objects, then the structure tree, then the table of where they all stand.

The library could hold the structure tree itself, but would take several times as long as the whole document does:
a list of ten thousand people has more than a hundred thousand elements.
"""

import struct
from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import md5
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from clesidra_desktop.documents.pdf.canvas import packed
from clesidra_desktop.documents.pdf.tags import Structure, text_string

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""The version, and a comment that shows that the file is binary."""

STRUCTURE = "structure"
"""The name under which the root of the structure tree is known to the library."""

STREAM_END = b"endstream\nendobj\n"
SEPARATE_END = b"\nendstream\nendobj\n"

PACKED = 200
"""How many objects go into one stream: enough to compress well, few enough to find one soon."""

PRINTED = 4
"""The flag of an annotation that an archive asks for (ISO 19005-3, 6.3.2)."""

PLACE = struct.Struct(">BIH")
FREE, IN_FILE, PACKED_AWAY = 0, 1, 2
"""An entry of the table of objects: its kind, then offset and generation, or stream and place in it."""


def assemble(canvas: Canvas, catalog: Mapping[str, Any], structure: Structure | None) -> bytes:
    """Return the file of a canvas whose pages are drawn.

    `catalog` are further entries of its catalog; without a structure it is not tagged.
    """
    pdf = canvas._doc  # noqa: SLF001 - the library keeps it from view
    entries = dict(catalog)
    if structure:
        entries["MarkInfo"] = pdfdoc.PDFDictionary({"Marked": "true"})
        entries["StructTreeRoot"] = pdf.Reference(pdfdoc.PDFDictionary({}), STRUCTURE)
        for index in range(pdf.pageCounter - 1):
            page = pdf.idToObject[f"Page{index + 1}"]
            _extend(page, {"StructParents": index, "Tabs": pdfdoc.PDFName("S")})
        _add_links(pdf, structure)
    _extend(pdf.Catalog, entries)
    root, information = pdf.Reference(pdf.Catalog), pdf.Reference(pdf.info)
    pdf.Outlines.prepare(pdf, canvas)
    if pdf.Outlines.ready < 0:
        pdf.Catalog.Outlines = None
    body = _Body()
    _write_objects(pdf, body)
    if structure:
        _write_structure(pdf, body, structure)
    references = b"/Root %b/Info %b" % (root.format(pdf), information.format(pdf))
    return body.finish(references)


def _extend(one: Any, entries: Mapping[str, Any]) -> None:
    """Let a page or the catalog carry entries of which the library does not know."""
    one.__NoDefault__ = [*one.__NoDefault__, *entries]
    for key, value in entries.items():
        setattr(one, key, value)


def _add_links(pdf: pdfdoc.PDFDocument, structure: Structure) -> None:
    """Make an annotation of every link, put it on its page and note its number."""
    annotations: defaultdict[int, list[Any]] = defaultdict(list)
    for key, link in enumerate(structure.links(), start=len(structure.pages)):
        name = f"link-{key}"
        page, top = link.target
        entries = {
            "Type": pdfdoc.PDFName("Annot"),
            "Subtype": pdfdoc.PDFName("Link"),
            "Rect": pdfdoc.PDFArray([round(edge, 2) for edge in link.box]),
            "Border": "[0 0 0]",
            "F": PRINTED,
            "Contents": text_string(link.text),
            "Dest": pdfdoc.PDFArray(
                [pdfdoc.PDFObjectReference(f"Page{page + 1}"), "/XYZ", "null", round(top, 2), "null"]
            ),
            "StructParent": key,
        }
        annotations[link.page].append(pdf.Reference(pdfdoc.PDFDictionary(entries), name))
        link.number = pdf.idToObjectNumberAndVersion[name][0]
    for number, found in annotations.items():
        pdf.idToObject[f"Page{number + 1}"].Annots = pdfdoc.PDFArray(found)


class _Body:
    """The file as far as it is written, and where its objects stand: in the file, or packed in a stream of objects."""

    def __init__(self) -> None:
        self._parts = [HEADER]
        self._length = len(HEADER)
        self._places: dict[int, bytes] = {}
        self._waiting: list[tuple[int, bytes]] = []

    def add(self, number: int, ready: bytes) -> None:
        """Append an object that has its number already."""
        self._places[number] = PLACE.pack(IN_FILE, self._length, 0)
        self._parts.append(ready)
        self._length += len(ready)

    def pack(self, number: int, content: bytes) -> None:
        """Keep an object that is no stream itself for a stream of objects."""
        self._waiting.append((number, content))

    def finish(self, references: bytes) -> bytes:
        """Append the packed objects and the table of all objects, and return the file. Its id is a digest of it."""
        number = max(*self._places, *(waiting for waiting, _ in self._waiting), 0)
        for start in range(0, len(self._waiting), PACKED):
            number += 1
            self._add_packed(number, self._waiting[start : start + PACKED])
        number += 1
        digest = md5(usedforsecurity=False)
        for part in self._parts:
            digest.update(part)
        name = digest.hexdigest().encode("ascii")
        start = self._length
        self._places[number] = PLACE.pack(IN_FILE, start, 0)
        table = PLACE.pack(FREE, 0, 0xFFFF) + b"".join(self._places[one] for one in range(1, number + 1))
        entries = b"/Type/XRef/Size %d/W[1 4 2]%b/ID[<%b><%b>]" % (number + 1, references, name, name)
        self._parts.append(_stream(number, entries, table))
        return b"".join((*self._parts, b"startxref\n%d\n%%%%EOF\n" % start))

    def _add_packed(self, number: int, waiting: Sequence[tuple[int, bytes]]) -> None:
        heads = []
        length = 0
        for index, (one, content) in enumerate(waiting):
            self._places[one] = PLACE.pack(PACKED_AWAY, number, index)
            heads.append(f"{one} {length}")
            length += len(content) + 1
        head = f"{' '.join(heads)} ".encode("ascii")
        content = head + b" ".join([content for _, content in waiting])
        self.add(number, _stream(number, b"/Type/ObjStm/N %d/First %d" % (len(waiting), len(head)), content))


def _stream(number: int, entries: bytes, content: bytes) -> bytes:
    data = packed(content)
    head = b"%d 0 obj\n<<%b/Filter/FlateDecode/Length %d>>\nstream\n" % (number, entries, len(data))
    return b"%b%b\nendstream\nendobj\n" % (head, data)


def _write_objects(pdf: pdfdoc.PDFDocument, body: _Body) -> None:
    """Append the library's objects, of which more may be made while they are written."""
    # ASCII85 would be encoded in Python and make the file a fifth larger.
    a85, rl_config.useA85 = rl_config.useA85, 0
    try:
        number = 1
        while name := pdf.numberToId.get(number):
            if name != STRUCTURE:
                ready = pdfdoc.PDFIndirectObject(name, pdf.idToObject[name]).format(pdf)
                # An end of line belongs before the keyword (ISO 19005-3, 6.1.7.1), where the library writes none.
                body.add(number, ready.removesuffix(STREAM_END) + SEPARATE_END if ready.endswith(STREAM_END) else ready)
            number += 1
    finally:
        rl_config.useA85 = a85


def _write_structure(pdf: pdfdoc.PDFDocument, body: _Body, structure: Structure) -> None:
    """Append the tree's root under the number that it was promised, its elements and what leads to them from pages."""
    numbers = pdf.idToObjectNumberAndVersion
    pages = [numbers[f"Page{number}"][0] for number in range(1, pdf.pageCounter)]
    root = numbers[STRUCTURE][0]
    parents = len(pdf.numberToId) + 1
    first = parents + 1
    for number, content in enumerate(structure.serialize(first, root, pages), start=first):
        body.pack(number, content)
    lists = b" ".join(b"%d %b" % (index, one) for index, one in enumerate(structure.parent_tree()))
    body.pack(parents, b"<</Nums[%b]>>" % lists)
    leads = b"/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d" % (first, parents, len(pages) + len(structure.links()))
    body.pack(root, b"<</Type/StructTreeRoot%b>>" % leads)
