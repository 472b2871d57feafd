"""Foreign and Sami names, set one by one into damaged pages: how many does repairing change?"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import cycle
from typing import Final, NamedTuple

from avtalsarkiv.bench.judging import repairs_of
from avtalsarkiv.bench.material import TEXTS
from avtalsarkiv.corpus.repaired import as_repaired

_PLACE: Final = "{}"
_AROUND: Final = "around"
"""The kind of sentences that stand on every page, before and after the one with the name."""
_STROKES: Final = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae"})
"""Letters that are not a plain one with a mark added."""


class Setting(NamedTuple):
    """A name on a page."""

    name: str
    seen: str
    """How it stands on the page."""
    start: int
    page: str


def as_written() -> list[Setting]:
    """All the names with their own letters."""
    return list(_settings(str))


def as_misread() -> list[Setting]:
    """Those with other letters than a to z, without what makes them so."""
    return [setting for setting in _settings(_plain) if setting.seen != setting.name]


def changed(settings: Iterable[Setting]) -> list[tuple[str, str]]:
    """The names that do not stand there any more, and what stands there; getting its letters back is no change."""
    results = ((setting, _result(setting)) for setting in settings)
    return [(setting.seen, result) for setting, result in results if result not in (setting.seen, setting.name)]


def _result(setting: Setting) -> str:
    view = as_repaired(setting.page, repairs_of(setting.page))
    start, end = view.repaired_span(setting.start, setting.start + len(setting.seen))
    return view.text[start:end]


def _settings(spelling: Callable[[str], str]) -> Iterator[Setting]:
    sentences = _kinds("sentences.txt")
    before, after = sentences[_AROUND]
    for kind, lines in _kinds("foreign_names.txt").items():
        for name, sentence in zip(" ".join(lines).split(), cycle(sentences[kind]), strict=False):
            seen = spelling(name)
            page = f"{before}\n{sentence.replace(_PLACE, seen)}\n{after}"
            yield Setting(name, seen, len(before) + 1 + sentence.index(_PLACE), page)


def _kinds(file: str) -> dict[str, list[str]]:
    """The lines of a file under their headings."""
    parts = (TEXTS / file).read_text(encoding="utf-8").strip().removeprefix("# ").split("\n# ")
    return {heading: lines for heading, *lines in (part.split("\n") for part in parts)}


def _plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFD", name.translate(_STROKES))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
