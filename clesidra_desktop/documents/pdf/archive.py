"""What makes a PDF one for an archive: PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1).

The properties stand in the document information dictionary and, saying the same, in XMP; an output intent says what
the colours mean; attached files say how they belong to the document.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import Any

from PIL import ImageCms
from reportlab.pdfbase import pdfdoc

from clesidra_desktop.documents.blocks import Document

PRODUCER = "Clesidra Desktop with ReportLab"
CREATOR = "Clesidra Desktop"

PROFILE_DATE = slice(24, 36)
PROFILE_DAY = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
"""Where a colour profile says when it was made (ICC.1:2022, 7.2.8), and what ours says: always the same."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the PDF. `relationship` is how it belongs to the document: Source, Supplement, Data."""

    name: str
    media_type: str
    content: bytes
    description: str
    relationship: str = "Source"


@dataclass(frozen=True, slots=True)
class Claim:
    """What the file claims to be: the conformance level of PDF/A-3 (`A` or `B`) and PDF/UA-1."""

    level: str = "A"
    accessible: bool = True


class Information(pdfdoc.PDFInfo):  # type: ignore[misc]  # the library has no types
    """The document information dictionary, without the key about trapping that archives do not want."""

    def format(self, document: pdfdoc.PDFDocument) -> Any:
        """Return the dictionary as PDF."""
        date = pdfdoc.PDFDate(ts=document._timeStamp)  # noqa: SLF001 - the library's own moment
        entries = {
            key: pdfdoc.PDFString(text)
            for key, text in (
                ("Title", self.title),
                ("Author", self.author),
                ("Subject", self.subject),
                ("Keywords", self.keywords),
                ("Creator", self.creator),
                ("Producer", self.producer),
            )
            if text
        }
        return pdfdoc.PDFDictionary({**entries, "CreationDate": date, "ModDate": date}).format(document)


def describe(document: Document) -> Information:
    """Return the information dictionary of a document."""
    keywords = ", ".join(one for one in (document.mark, *document.keywords) if one)
    return information(document.title, document.subject, ", ".join(document.authors), keywords)


def information(title: str, subject: str = "", author: str = "", keywords: str = "") -> Information:
    """Return an information dictionary; what is empty is left out of it."""
    made = Information()
    made.title, made.subject, made.author, made.keywords = title, subject, author, keywords
    made.creator, made.producer = CREATOR, PRODUCER
    return made


def add_archive_entries(
    pdf: pdfdoc.PDFDocument,
    document: Document,
    created: datetime,
    claim: Claim,
    attachments: Sequence[Attachment],
) -> dict[str, Any]:
    """Make the objects that an archived PDF needs besides its pages, and return them as entries of the catalog."""
    metadata = pdfdoc.PDFStream(content=_metadata(document, created, claim))
    metadata.dictionary["Type"] = pdfdoc.PDFName("Metadata")
    metadata.dictionary["Subtype"] = pdfdoc.PDFName("XML")
    metadata.filters = []
    entries = {
        "Metadata": pdf.Reference(metadata, "metadata"),
        "OutputIntents": pdfdoc.PDFArray([pdf.Reference(_output_intent(pdf), "output-intent")]),
        "PageLabels": pdfdoc.PDFDictionary({"Nums": "[0 <</S/D>>]"}),
        "ViewerPreferences": pdfdoc.PDFDictionary({"DisplayDocTitle": "true"}),
    }
    if attachments:
        files = [_attach(pdf, attachment, index) for index, attachment in enumerate(attachments)]
        pairs = sorted(zip((one.name for one in attachments), files, strict=True), key=lambda pair: pair[0])
        names = [part for name, file in pairs for part in (pdfdoc.PDFString(name), file)]
        tree = pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray(names)})
        entries["Names"] = pdfdoc.PDFDictionary({"EmbeddedFiles": tree})
        entries["AF"] = pdfdoc.PDFArray(files)
    return entries


def _output_intent(pdf: pdfdoc.PDFDocument) -> pdfdoc.PDFDictionary:
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    dated = made[: PROFILE_DATE.start] + PROFILE_DAY + made[PROFILE_DATE.stop :]
    profile = pdfdoc.PDFStream(content=dated)
    profile.dictionary["N"] = 3
    profile.filters = [pdfdoc.PDFZCompress]
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("OutputIntent"),
            "S": pdfdoc.PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": pdfdoc.PDFString("sRGB IEC61966-2.1"),
            "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": pdf.Reference(profile, "colour-profile"),
        }
    )


def _attach(pdf: pdfdoc.PDFDocument, attachment: Attachment, index: int) -> Any:
    content = pdfdoc.PDFStream(content=attachment.content)
    content.filters = [pdfdoc.PDFZCompress]
    content.dictionary["Type"] = pdfdoc.PDFName("EmbeddedFile")
    content.dictionary["Subtype"] = (
        f"/{attachment.media_type.replace('/', '#2F')}"  # ready PDF: the library would escape #
    )
    date = pdfdoc.PDFDate(ts=pdf._timeStamp)  # noqa: SLF001 - the library's own moment
    content.dictionary["Params"] = pdfdoc.PDFDictionary({"Size": len(attachment.content), "ModDate": date})
    stored = pdf.Reference(content, f"attachment-{index}")
    specification = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Filespec"),
            "F": pdfdoc.PDFString(attachment.name),
            "UF": pdfdoc.PDFString(attachment.name),
            "Desc": pdfdoc.PDFString(attachment.description),
            "AFRelationship": pdfdoc.PDFName(attachment.relationship),
            "EF": pdfdoc.PDFDictionary({"F": stored, "UF": stored}),
        }
    )
    return pdf.Reference(specification, f"attachment-{index}-specification")


def _metadata(document: Document, created: datetime, claim: Claim) -> bytes:
    """Return the properties as XMP, with the description of the schema that PDF/A does not know by itself."""
    moment = created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    information = describe(document)
    parts = [
        f"<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>{escape(document.title)}</rdf:li></rdf:Alt></dc:title>",
        f"<dc:language><rdf:Bag><rdf:li>{escape(document.language)}</rdf:li></rdf:Bag></dc:language>",
        "<dc:format>application/pdf</dc:format>",
        f"<xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>",
        f"<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>",
        f"<pdf:Producer>{PRODUCER}</pdf:Producer>",
    ]
    if information.author:
        parts.append(f"<dc:creator><rdf:Seq><rdf:li>{escape(information.author)}</rdf:li></rdf:Seq></dc:creator>")
    if information.subject:
        alternatives = f"<rdf:Alt><rdf:li xml:lang='x-default'>{escape(information.subject)}</rdf:li></rdf:Alt>"
        parts.append(f"<dc:description>{alternatives}</dc:description>")
    if information.keywords:
        parts.append(f"<pdf:Keywords>{escape(information.keywords)}</pdf:Keywords>")
    parts.append(f"<pdfaid:part>3</pdfaid:part><pdfaid:conformance>{claim.level}</pdfaid:conformance>")
    if claim.accessible:
        parts.append(f"<pdfuaid:part>1</pdfuaid:part>{ACCESSIBILITY_SCHEMA}")
    return XMP_PACKET.format(properties="\n".join(parts)).encode()


XMP_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
{properties}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

ACCESSIBILITY_SCHEMA = """<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of the standard</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""
