"""PDFBox Preflight as a judge. It knows PDF/A-1b only, so it is shown a variant of our file that could be one."""

import os
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

JARS = ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "jaxb-api", "javax.activation")
JAVA = Path("/usr/share/java")
PROFILE = Path("/usr/share/color/icc/sRGB.icc")
CLAIM = "<pdfaid:part>{}</pdfaid:part><pdfaid:conformance>{}</pdfaid:conformance>"


def complaints(pdf: bytes, folder: Path) -> str:
    """Return what Preflight says against the variant of a file; nothing if it is valid."""
    jars = [JAVA / f"{name}.jar" for name in JARS]
    if missing := [str(path) for path in (*jars, PROFILE) if not path.exists()]:
        pytest.fail(
            f"{', '.join(missing)} not found. Install Debian's packages libpdfbox2-java, libjaxb-api-java, "
            "libactivation-java, default-jre-headless and icc-profiles-free."
        )
    path = folder / "variant.pdf"
    path.write_bytes(variant(pdf))
    command = ["java", "-cp", os.pathsep.join(map(str, jars)), "org.apache.pdfbox.preflight.Validator_A1b", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if "is a valid PDF/A-1b file" in done.stdout else done.stdout + done.stderr


def variant(pdf: bytes) -> bytes:
    """Return the file as PDF/A-1b: version 1.4, an older colour profile, lists of the glyphs, nothing attached."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        root = opened.Root
        for key in ("/AF", "/Names"):
            if key in root:
                del root[key]
        profile = opened.make_stream(PROFILE.read_bytes())
        profile["/N"] = 3
        root.OutputIntents[0].DestOutputProfile = profile
        claims = root.Metadata.read_bytes().decode()
        before, _, rest = claims.partition("<pdfuaid:part>")
        claims = before + rest.partition("</pdfaExtension:schemas>")[2]
        metadata = opened.make_stream(claims.replace(CLAIM.format(3, "A"), CLAIM.format(1, "B")).encode())
        metadata["/Type"], metadata["/Subtype"] = pikepdf.Name.Metadata, pikepdf.Name.XML
        root.Metadata = metadata
        for one in opened.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/Subtype") == "/CIDFontType2":
                one.FontDescriptor.CIDSet = opened.make_stream(_glyphs([int(entry) for entry in list(one.W)[::2]]))
        buffer = BytesIO()
        opened.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.disable, force_version="1.4")
        return buffer.getvalue()


def _glyphs(glyphs: list[int]) -> bytes:
    bits = bytearray(max(glyphs) // 8 + 1)
    for glyph in (0, *glyphs):
        bits[glyph // 8] |= 0x80 >> glyph % 8
    return bytes(bits)
