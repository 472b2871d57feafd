"""The printed lines of a document, before anything is known of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ...corpus.model import PAGE_BREAK
from ...swedish.wordlists import rows


@dataclass(frozen=True, slots=True)
class Printed:
    """A line as it stands on its page."""

    start: int
    """First code point in the document's text."""
    end: int
    """One past its last code point; the line break is no part of it."""
    page: int
    """1-based."""
    words: str
    """What stands on it, without the white space around."""


def printed(text: str) -> Iterator[Printed]:
    """The lines of a text whose pages are joined by form feeds, blank ones too."""
    start = 0
    for number, page in enumerate(text.split(PAGE_BREAK), start=1):
        for line in page.split("\n"):
            yield Printed(start, start + len(line), number, line.strip())
            start += len(line) + 1


@cache
def rows_of(name: str) -> tuple[str, ...]:
    """The rows of a word list of this package, without its comments."""
    return rows(files(__package__).joinpath("data", name))
