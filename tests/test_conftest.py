"""What `conftest.py` promises: no test leaves a complaint or a thread behind."""

from pathlib import Path

import pytest

CONFTEST = Path(__file__).with_name("conftest.py")

TESTS = """
import logging, threading

def test_warning():
    logging.getLogger("some.where").warning("%s is odd", "it")

def test_error():
    logging.error("broken")

def test_thread():
    threading.Thread(target=threading.Event().wait, name="idler", daemon=True).start()

def test_expected_warning(caplog):
    logging.warning("looked for")
    assert caplog.messages == ["looked for"]

def test_information():
    logging.getLogger("some.where").info("fine")

def test_thread_that_ends():
    threading.Thread(target=print).start()
"""


def test_what_a_test_leaves_behind_fails_it(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(CONFTEST.parents[1]))
    pytester.makeconftest(CONFTEST.read_text(encoding="utf-8"))
    pytester.makepyfile(test_it=TESTS)

    result = pytester.runpytest_subprocess()

    result.assert_outcomes(passed=6, errors=3)
    result.stdout.fnmatch_lines(
        [
            "ERROR test_it.py::test_warning - Failed: WARNING of some.where: it is odd",
            "ERROR test_it.py::test_error - Failed: ERROR of root: broken",
            "ERROR test_it.py::test_thread - Failed: threads are still running: idler",
        ]
    )
