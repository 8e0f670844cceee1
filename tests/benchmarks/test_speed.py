"""Speed and memory of the minutes, as ratios against other libraries in the same run.

Every figure is the processor time of a process of its own, after imports; `make bench` prints them all.
"""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

LANGUAGES = ("en", "km")
MEGABYTES = 250


@cache
def produced(producer: str, count: int, language: str, runs: int = 1) -> dict[str, float]:
    """Return the figures of the run with the least processor time: whatever else runs can only add to it."""
    command = [sys.executable, "-m", "tests.benchmarks.produce", producer, str(count), language]
    figures = [
        json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout) for _ in range(runs)
    ]
    chosen: dict[str, float] = min(figures, key=lambda one: one["cpu"])
    print(
        f"\n{producer:>10} {language} {count:>6} attendants: {chosen['cpu']:7.3f} s  {chosen['rss']:6.0f} MB  "
        f"{chosen['bytes'] / 1000:8.0f} kB",
        end="",
    )
    return chosen


def own(producer: str, count: int, language: str) -> dict[str, float]:
    """Return the figures of our own writer, which is quick enough to run three times."""
    return produced(producer, count, language, 3)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [56, 1000])
def test_small_and_middling_workshops_are_shown_beside_their_peers(count: int, language: str) -> None:
    for peer in ("reportlab", "typst"):
        assert own("pdf", count, language)["cpu"] < produced(peer, count, language, 3)["cpu"]
    assert own("docx", count, language)["cpu"] < produced("docxtpl", count, language, 3)["cpu"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("mine", "peer", "times"), [("untagged", "reportlab", 10), ("pdf", "typst", 3)])
def test_a_large_pdf_against_a_peer(mine: str, peer: str, times: float, language: str) -> None:
    """Like is held against like: ReportLab's tables are not tagged, those of typst are."""
    assert produced(peer, 10_000, language)["cpu"] >= times * own(mine, 10_000, language)["cpu"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_tags_cost_at_most_twice_the_untagged_file_again(language: str) -> None:
    assert own("pdf", 10_000, language)["cpu"] <= 3 * own("untagged", 10_000, language)["cpu"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_usual_workshop_is_written_at_once(language: str) -> None:
    assert own("pdf", 56, language)["cpu"] < 0.4


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_large_docx_against_a_peer(language: str) -> None:
    assert produced("docxtpl", 10_000, language)["cpu"] >= 5 * own("docx", 10_000, language)["cpu"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("producer", ["pdf", "docx"])
def test_memory_and_the_cost_of_one_attendant_more(producer: str, language: str) -> None:
    large = own(producer, 10_000, language)
    assert large["rss"] < MEGABYTES
    assert large["cpu"] <= 12 * own(producer, 1000, language)["cpu"]


IMPORTS = (
    "import click, docx, fontpkg, icu4py.breakers, msgspec, pikepdf, platformdirs, pypdfium2.raw, "
    "reportlab.pdfgen.canvas, uharfbuzz, PIL.ImageCms"
)
MEASURE = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime)
"""


def process_time(*arguments: str) -> float:
    """Return the least processor time of a whole Python process."""
    command = [sys.executable, "-c", MEASURE, sys.executable, *arguments]
    return min(float(subprocess.run(command, capture_output=True, check=True, text=True).stdout) for _ in range(5))


def test_the_whole_command_costs_little_more_than_its_imports(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Both documents, with the slides of the sample looked at and taken over, drawn as pictures for the DOCX."""
    folder = tmp_path_factory.mktemp("minutes")
    sample = "resources/samples/ratanakiri/workshop.json"
    floor = process_time("-c", IMPORTS)
    whole = process_time("-m", "clesidra_desktop", "minutes", sample, "--output", str(folder))
    print(f"\nminutes of the sample, both documents: {whole:.3f} s; only the imports: {floor:.3f} s", end="")
    assert whole <= 3.5 * floor


def slides(what: str, folder: Path) -> dict[str, float]:
    """Return the best figures of three runs of a benchmark of slides; see `tests.benchmarks.slides`."""
    command = [sys.executable, "-m", "tests.benchmarks.slides", what, str(folder)]
    figures = [json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout) for _ in range(3)]
    chosen: dict[str, float] = min(figures, key=lambda one: one["cpu"])
    print(f"\n{what:>10} slides: {chosen['cpu']:7.3f} s  {chosen['rss']:6.0f} MB", end="")
    return chosen


def test_a_hundred_megabytes_of_slides_are_put_behind_the_minutes(tmp_path: Path) -> None:
    """Looking at the slides, taking them over, tagging, attaching the original: against joining two files."""
    assert slides("build", tmp_path)["bytes"] > 90_000_000
    plain, ours = slides("merge", tmp_path), slides("minutes", tmp_path)
    print(f"\n           {ours['cpu'] / plain['cpu']:.1f} times a plain merge", end="")
    assert ours["cpu"] < plain["cpu"] + 1.0
    assert ours["rss"] < 300


def test_five_hundred_pages_of_text_are_put_behind_the_minutes(tmp_path: Path) -> None:
    """Each page is inspected, its words are read and its marks are rewritten: a few milliseconds a page."""
    slides("write", tmp_path)
    plain, ours = slides("merge", tmp_path), slides("minutes", tmp_path)
    assert ours["cpu"] < plain["cpu"] + 4
    assert ours["rss"] < 300
