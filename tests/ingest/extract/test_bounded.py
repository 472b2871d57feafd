"""No pattern of the extraction may take longer than its text is long: a hostile line must not stop a load."""

from __future__ import annotations

import importlib
import pkgutil
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, ModuleType

import pytest

from avtalsarkiv import swedish
from avtalsarkiv.ingest import extract

SECONDS = 2
"""For all hostile texts together; patterns that go through a text once need milliseconds, also on a busy machine."""
LENGTH = 500
UNITS = (
    ".", " ", "_", "-", "1", "1 ", "1.", "1-", "1 000 ", "2024-", "§ 1 ", "a", "a ", "A", "A ", "Aa ", "Aa-", "Aa, ",
    "Aa Aa, ", "och ", "den 1 ", "a.", "(", "(a) ", "a b, c och ", "\n", "\t", "a\n", "1\n", "kr ", "1 kr, ", "å", "/",
    "1/", "att ", "A.A.", "Aa (S), ", "org.nr 1", "1 % ", ":", "Ks ", "Aa kommun ", "Region ", "mellan ", "från ",
)  # fmt: skip
TAILS = ("!", "\n x")


def modules(package: ModuleType) -> Iterator[ModuleType]:
    yield package
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        yield importlib.import_module(found.name)


PATTERNS = sorted(
    {
        (f"{module.__name__.removeprefix('avtalsarkiv.')}.{name}", value)
        for package in (extract, swedish)
        for module in modules(package)
        for name, value in vars(module).items()
        if isinstance(value, re.Pattern) and isinstance(value.pattern, str)
    },
    key=lambda found: found[0],
)


@contextmanager
def within(seconds: int, name: str) -> Iterator[None]:
    def ring(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(name)

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("pattern", [value for _, value in PATTERNS], ids=[name for name, _ in PATTERNS])
def test_a_pattern_is_bounded(pattern: re.Pattern[str]) -> None:
    for unit in UNITS:
        for tail in TAILS:
            text = (unit * LENGTH)[:LENGTH] + tail
            with within(SECONDS, f"{unit!r} {tail!r}"):
                pattern.fullmatch(text)
                sum(1 for _ in pattern.finditer(text))


@pytest.mark.parametrize("pattern", [value for _, value in PATTERNS], ids=[name for name, _ in PATTERNS])
def test_no_group_is_possessive(pattern: re.Pattern[str]) -> None:
    """Python 3.11.2, which is Debian 12's, matches them wrongly (CPython issue 106052)."""
    assert not re.search(r"\)(?:[*+?]|\{[\d,]+\})\+", pattern.pattern)
