"""The marks that another structure left in the content of a page.

Among our own they would say that a part of our figure is a heading of somebody else, or nothing at all.
"""

import re
from typing import Any

import pikepdf

MARKS = re.compile(rb"/Artifact|/MCID")
KEPT = ("/ActualText", "/Alt", "/E", "/Lang")
SPAN = pikepdf.Name("/Span")


def neutralize(page: pikepdf.Page) -> None:
    """Turn the marks of another structure on a page into plain spans; layers and what is read aloud stay."""
    if "/Contents" in page:
        page.contents_coalesce()
        _rewrite(page.Contents)
    _below(page.get("/Resources"), set())


def _below(resources: Any, seen: set[tuple[int, int]]) -> None:
    if not isinstance(resources, pikepdf.Dictionary) or "/XObject" not in resources:
        return
    for one in resources.XObject.values():
        if one.get("/Subtype") == "/Form" and one.objgen not in seen:
            seen.add(one.objgen)
            for key in ("/StructParent", "/StructParents"):
                if key in one:
                    del one[key]
            _rewrite(one)
            _below(one.get("/Resources"), seen)


def _rewrite(stream: Any) -> None:
    content = stream.read_bytes()
    if not MARKS.search(content) and b"BDC" not in content:
        return
    instructions: list[Any] = []
    for one in pikepdf.parse_content_stream(stream):
        operator = str(one.operator)
        if operator == "BMC":
            instructions.append(pikepdf.ContentStreamInstruction([SPAN], pikepdf.Operator("BMC")))
        elif operator == "BDC" and one.operands[0] != "/OC":
            instructions.append(_span(one.operands[1]))
        else:
            instructions.append(one)
    stream.write(pikepdf.unparse_content_stream(instructions))


def _span(properties: Any) -> Any:
    kept = (
        {key: properties[key] for key in KEPT if key in properties}
        if isinstance(properties, pikepdf.Dictionary)
        else {}
    )
    if not kept:
        return pikepdf.ContentStreamInstruction([SPAN], pikepdf.Operator("BMC"))
    return pikepdf.ContentStreamInstruction([SPAN, pikepdf.Dictionary(kept)], pikepdf.Operator("BDC"))
