"""Work off the UI thread: order, errors, cancelling."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.gui.tasks import Job, Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> "Tasks":  # noqa: ARG001
    return Tasks()


def finish(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: tasks.is_idle)
    tasks.close()


def test_work_is_done_in_order_on_one_other_thread_and_delivered_here(qtbot: QtBot, tasks: Tasks) -> None:
    done: list[tuple[int, bool, bool]] = []
    here = threading.current_thread()
    threads: set[threading.Thread] = set()

    def work(number: int) -> int:
        threads.add(threading.current_thread())
        return number

    for number in range(5):
        tasks.on_database(
            lambda number=number: work(number),
            lambda result: done.append((result, threading.current_thread() is here, True)),
        )
    finish(qtbot, tasks)

    assert done == [(number, True, True) for number in range(5)]
    assert len(threads) == 1
    assert here not in threads


def test_an_error_goes_to_who_asked_or_to_the_window(qtbot: QtBot, tasks: Tasks) -> None:
    mine: list[UserError] = []
    everybody: list[UserError] = []
    tasks.failed.connect(everybody.append)

    def fail() -> None:
        raise UserError("It is full.")

    tasks.on_database(fail, failed=mine.append)
    tasks.on_database(fail)
    finish(qtbot, tasks)

    assert [str(one) for one in (*mine, *everybody)] == ["It is full.", "It is full."]


def test_a_mistake_reaches_the_hook_for_crashes(qtbot: QtBot, tasks: Tasks) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    with qtbot.capture_exceptions() as caught:
        tasks.aside(fail)
        finish(qtbot, tasks)

    assert [one[0] for one in caught] == [ZeroDivisionError]


def test_a_job_tells_how_far_it_is_and_stops_when_asked(qtbot: QtBot, tasks: Tasks) -> None:
    job = Job(tasks)
    steps: list[tuple[int, int]] = []
    job.progressed.connect(lambda done, total: steps.append((done, total)))
    delivered: list[object] = []

    def work() -> None:
        job.progress(1, 3)
        job.stop()
        job.progress(2, 3)

    tasks.aside(work, delivered.append)
    finish(qtbot, tasks)

    assert steps == [(1, 3)]
    assert delivered == []
    assert job.is_stopped
