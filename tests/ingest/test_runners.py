"""What happens to a task must not happen to the run."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from avtalsarkiv.corpus.errors import UnreadableFile
from avtalsarkiv.corpus.ports import Runner
from avtalsarkiv.ingest.runners import processes
from avtalsarkiv.ingest.runners.processes import ProcessRunner
from avtalsarkiv.ingest.runners.serial import SerialRunner


@pytest.fixture(scope="module")
def workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProcessRunner]:
    runner = ProcessRunner(2, tmp_path_factory.mktemp("scratch"))
    yield runner
    runner.close()


def test_tasks_have_their_results(workers: ProcessRunner) -> None:
    runners: list[Runner] = [workers, SerialRunner()]
    for runner in runners:
        begun = [runner.start(abs, number) for number in (-3, 1, -2)]
        assert [result() for result in begun] == [3, 1, 2]
        assert runner.run(divmod, 7, 2) == (3, 1)


def test_work_is_done_elsewhere(workers: ProcessRunner) -> None:
    assert workers.run(os.getpid) != os.getpid()


def test_a_worker_that_dies_fails_its_own_task_only(workers: ProcessRunner) -> None:
    with pytest.raises(UnreadableFile, match="broke the program"):
        workers.run(os._exit, 9)
    assert workers.run(abs, -1) == 1


def test_a_task_that_takes_all_memory_is_given_up(workers: ProcessRunner) -> None:
    with pytest.raises(UnreadableFile, match="GiB of memory"):
        workers.run(bytearray, 64 << 30)


def test_a_task_that_hangs_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_SECONDS", 1)
    runner = ProcessRunner(1, tmp_path)
    try:
        with pytest.raises(UnreadableFile, match="was given up"):
            runner.run(time.sleep, 60)
    finally:
        runner.close()


def test_an_error_of_the_task_comes_back_as_it_is(workers: ProcessRunner) -> None:
    with pytest.raises(ZeroDivisionError):
        workers.run(divmod, 1, 0)
