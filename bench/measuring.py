"""Clocks, memory and tables for the benchmarks."""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

PROGRAM: Final = Path(sys.executable).parent / "avtalsarkiv"
CORES: Final = len(os.sched_getaffinity(0))
PEAK: Final = "VmHWM"
RESIDENT: Final = "VmRSS"
_PR_SET_CHILD_SUBREAPER: Final = 36
"""prctl(2)."""
_SAMPLING: Final = 0.1
"""Seconds between two looks at the memory; the kernel itself keeps each process's peak."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What some child processes took, their own children included."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds, summed over all cores."""


class Row(NamedTuple):
    """One figure; a goal of None means that it stands there for comparison."""

    what: str
    figure: float
    unit: str
    goal: float | None = None


def cost(work: Callable[[], object]) -> Cost:
    """What the processes that the work starts take, those included whose parents end before them."""
    _adopt_orphans()
    before, start = _children_cpu(), time.perf_counter()
    work()
    wall = time.perf_counter() - start
    _wait_for_orphans()
    return Cost(wall, _children_cpu() - before)


def run(*command: str | Path, accepted: Sequence[int] = (0,), **environment: str) -> None:
    """Run a command in silence.

    Raises:
        SystemExit: It failed, so that no figure would mean anything.
    """
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment}, check=False)
    if done.returncode not in accepted:
        raise SystemExit(f"{command[0]} ended with {done.returncode}: {done.stderr.strip()}")


def ingest(archive: Path, *paths: Path) -> None:
    """Load paths into an archive; warnings are accepted."""
    run(PROGRAM, "--archive", archive, "ingest", *paths, accepted=(0, 1))


def peaks(*command: str | Path) -> tuple[float, float]:
    """Peak memory in MB of a command's own process, and of the largest among those it starts.

    Raises:
        SystemExit: The command failed.
    """
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        own = largest = 0.0
        while process.poll() is None:
            own = max(own, memory(process.pid, PEAK))
            largest = max([largest, *(memory(pid, PEAK) for pid in _descendants(process.pid))])
            time.sleep(_SAMPLING)
    if process.returncode:
        raise SystemExit(f"{command[0]} ended with {process.returncode}")
    return own, largest


def memory(pid: int, what: str) -> float:
    """MB of memory that the kernel accounts to a process, `PEAK` or `RESIDENT`; 0 for one that has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) / 1000 for line in status.splitlines() if line.startswith(what))


def show(title: str, rows: Sequence[Row]) -> bool:
    """Print the figures beside their goals; True when all goals are met."""
    print(f"\n{title}")
    for row in rows:
        goal = "" if row.goal is None else f"goal {row.goal:g} {row.unit}  {'met' if _met(row) else 'MISSED'}"
        print(f"  {row.what:<58}{row.figure:>9.2f} {row.unit:<5} {goal}".rstrip())
    print(f"  again: python -m avtalsarkiv.bench.{Path(sys.argv[0]).stem} {' '.join(sys.argv[1:])}")
    return all(map(_met, rows))


def _met(row: Row) -> bool:
    return row.goal is None or row.figure <= row.goal


def _adopt_orphans() -> None:
    """Make this process the parent of those whose own parent ends, so that the kernel counts their time here."""
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _wait_for_orphans() -> None:
    with suppress(ChildProcessError):
        while True:
            os.wait()


def _children_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _descendants(pid: int) -> Iterator[int]:
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found = [int(child) for child in children.read_text().split()]
        except OSError:
            continue
        for child in found:
            yield child
            yield from _descendants(child)
