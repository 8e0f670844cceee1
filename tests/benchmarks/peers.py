"""The same document written with other libraries, in the way that their manuals suggest."""

import json
from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from clesidra_desktop.documents.blocks import Block, Document, Heading, KeyTable, List, Paragraph, Table, Title


def reportlab_table(document: Document) -> bytes:
    """ReportLab's platypus: every cell a Paragraph in a Table whose header is repeated."""
    import fontpkg
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Flowable, SimpleDocTemplate
    from reportlab.platypus import Paragraph as Cell
    from reportlab.platypus import Table as Grid

    pdfmetrics.registerFont(TTFont("Peer", str(fontpkg.path("Noto Sans Khmer")), shapable=False))
    style = ParagraphStyle("cell", fontName="Peer", fontSize=8, leading=11)
    story: list[Flowable] = []
    width = landscape(A4)[0] - 80
    for block in _blocks(document):
        if isinstance(block, Table):
            share = width / sum(column.weight for column in block.columns)
            head = [column.title for column in block.columns]
            cells = [[Cell(escape(text), style) for text in row] for row in (head, *block.rows)]
            story.append(Grid(cells, colWidths=[column.weight * share for column in block.columns], repeatRows=1))
        else:
            story.extend(Cell(escape(text), style) for text in _texts(block))
    buffer = BytesIO()
    SimpleDocTemplate(buffer, pagesize=landscape(A4), leftMargin=40, rightMargin=40, invariant=1).build(story)
    return buffer.getvalue()


def typst_table(document: Document) -> bytes:
    """Typst: the rows read from JSON into a table whose header is repeated."""
    import fontpkg
    import typst

    source = [
        '#set page(paper: "a4", flipped: true, margin: 14mm)',
        '#set text(font: ("Noto Sans", "Noto Sans Khmer"), size: 8pt)',
        '#let tables = json(bytes(sys.inputs.at("tables")))',
    ]
    tables: list[list[list[str]]] = []
    for block in _blocks(document):
        if isinstance(block, Table):
            tables.append([list(row) for row in block.rows])
            shares = ", ".join(f"{column.weight}fr" for column in block.columns)
            heads = ", ".join(f"[#{json.dumps(column.title, ensure_ascii=False)}]" for column in block.columns)
            source.append(
                f"#table(columns: ({shares}), table.header({heads}), "
                f"..tables.at({len(tables) - 1}).flatten().map(cell => [#cell]))"
            )
        else:
            source.extend(f"#{json.dumps(text, ensure_ascii=False)}\n" for text in _texts(block))
    fonts = [str(fontpkg.path(family).parent) for family in ("Noto Sans", "Noto Sans Khmer")]
    made: bytes = typst.compile(
        "\n".join(source).encode(),
        font_paths=fonts,
        sys_inputs={"tables": json.dumps(tables, ensure_ascii=False)},
    )
    return made


def docxtpl_table(document: Document) -> bytes:
    """docxtpl: a template with a table row that is repeated for every attendant."""
    from docx import Document as Template
    from docxtpl import DocxTemplate

    template = Template()
    largest = max((block for block in _blocks(document) if isinstance(block, Table)), key=lambda table: len(table.rows))
    for block in _blocks(document):
        if block is not largest:
            for text in _texts(block):
                template.add_paragraph(text.replace("{", "(").replace("}", ")"))
    table = template.add_table(rows=4, cols=len(largest.columns))
    for cell, column in zip(table.rows[0].cells, largest.columns, strict=True):
        cell.text = column.title
    table.rows[1].cells[0].text = "{%tr for row in rows %}"
    for index, cell in enumerate(table.rows[2].cells):
        cell.text = f"{{{{ row[{index}] }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    stored = BytesIO()
    template.save(stored)
    stored.seek(0)
    filled = DocxTemplate(stored)
    filled.render({"rows": largest.rows}, autoescape=True)
    buffer = BytesIO()
    filled.save(buffer)
    return buffer.getvalue()


def _blocks(document: Document) -> Sequence[Block]:
    return [block for section in document.sections for block in section.blocks]


def _texts(block: Block) -> list[str]:
    match block:
        case Title(text) | Heading(_, text) | Paragraph(text):
            return [text]
        case List(items):
            return [item.text for item in items]
        case KeyTable(rows):
            return [text for label, values in rows for text in (label, *values)]
        case Table(_, rows):
            return [text for row in rows for text in row]
        case _:
            return []
