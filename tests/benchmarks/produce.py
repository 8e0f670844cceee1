"""Writes one document in a process of its own and prints what it took, as JSON.

    python -m tests.benchmarks.produce PRODUCER COUNT LANGUAGE

`cpu` are the seconds of processor time after imports, `rss` the peak memory of the process in MB, `bytes` the size of
the document.
"""

import io
import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime

from clesidra_desktop.documents.blocks import Document
from clesidra_desktop.documents.compose import compose_minutes
from clesidra_desktop.documents.docx import write_docx
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.documents.pdf import save_pdf
from clesidra_desktop.domain.language import Language
from tests.benchmarks import peers
from tests.benchmarks.memory import peak_megabytes
from tests.benchmarks.workload import workshop

CREATED = datetime(2026, 3, 18, tzinfo=UTC)

PEERS: dict[str, Callable[[Document], bytes]] = {
    "reportlab": peers.reportlab_table,
    "typst": peers.typst_table,
    "docxtpl": peers.docxtpl_table,
}


def _pdf(document: Document, *, tagged: bool = True) -> bytes:
    stream = io.BytesIO()
    save_pdf(document, stream, created=CREATED, tagged=tagged)
    return stream.getvalue()


OWN: dict[str, Callable[[Document], bytes]] = {
    "pdf": _pdf,
    "untagged": lambda document: _pdf(document, tagged=False),
    "docx": lambda document: write_docx(document, created=CREATED),
}


def produce(producer: str, count: int, language: Language) -> dict[str, float]:
    """Write the document once to warm the imports up and once for the figures.

    Our own writers compose the document inside the measured time; the peers get it ready-made.
    """
    labels = Labels(language)
    khmer = language is Language.KHMER
    write = {**PEERS, **OWN}[producer]
    write(compose_minutes(workshop(3, khmer=khmer), labels))
    large = workshop(count, khmer=khmer)
    document = compose_minutes(large, labels) if producer in PEERS else None
    started = time.process_time()
    made = write(document or compose_minutes(large, labels))
    cpu = time.process_time() - started
    return {"cpu": cpu, "rss": peak_megabytes(), "bytes": len(made)}


if __name__ == "__main__":
    print(json.dumps(produce(sys.argv[1], int(sys.argv[2]), Language(sys.argv[3]))))
