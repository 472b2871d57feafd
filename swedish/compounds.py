"""What a compound consists of: samverkansavtal is samverkan and avtal, gatukontor is gata and kontor.

A division is believed where both halves are words that laws and reports use, and use about as often as the compound
itself; rarer halves are mostly words that a line end broke (presen|terade), unless they have forms of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from .places import is_town
from .stemming import stem
from .words import counts

_DATA: Final = Path(__file__).parent / "data"
_SHORTEST: Final = 5
_LONGEST: Final = 64
"""Letters of a compound that is worth taking apart."""
_SHORTEST_PART: Final = {"first": 3, "last": 4}
"""Letters of parts that are not listed; shorter ones are mostly endings that look like words: -and, -are, -het."""
_SHORTEST_LISTED: Final = 2
_SHORTEST_INNER: Final = 7
"""Letters of a part that may be a compound which the lexicon has not."""
_LINKING_VOWELS: Final = "eou"
"""Instead of an -a: gatukontor, kyrkogård."""
_USUAL: Final = 8
"""Times that a part must stand in the lexicon's six million words; rarer ones are mostly broken words."""
_RARER: Final = 2
"""Times as often as any of its parts that a compound may stand there, if nothing else speaks for the part."""
_FAR_RARER: Final = 30
"""The same if the part has forms of its own."""
_FORMS: Final = 2
_FORM_ENDINGS: Final = ("en", "et", "n", "t", "na", "ar", "er", "or", "a", "arna", "erna", "orna")
_ENDINGS: Final = ("arna", "erna", "orna", "ar", "er", "or", "en", "et", "an", "na", "n", "t")
"""Of nouns, definite and plural."""
_REMEMBERED: Final = 50_000
"""Words, beginnings and ends of words, of each some 10 MB: the same few thousand make up most of a text."""


class _Part(NamedTuple):
    """A word that compounds may begin with, or end in, as a dictionary has it."""

    times: int
    """How often it stands in the lexicon."""
    base: str
    listed: bool
    """Does a list vouch for it?"""


class _Division(NamedTuple):
    """A word in two."""

    times: int
    """How often the rarer half stands in the lexicon."""
    first: str
    last: str


def halves(word: str) -> tuple[str, str] | tuple[()]:
    """The two words that a lower-case compound is made of, the last as inflected; none of what is no compound.

    Either may be a compound again.
    """
    found = _division(word)
    return (found.first, found.last) if found else ()


def parts(word: str) -> tuple[str, ...]:
    """All words that a lower-case compound is made of, the larger before those that they are made of."""
    found = halves(word)
    if not found:  # as of most words
        return ()
    return tuple(dict.fromkeys((*found, *(part for half in found for part in parts(half)))))


@lru_cache(maxsize=_REMEMBERED)
def _division(word: str) -> _Division | None:
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha() or _is_whole(word):
        return None
    times = counts()[word]
    firsts = _firsts(word, times)
    lasts = ((part, word[at:], _last(word[at:], times)) for at, part in firsts.items())
    known = [_Division(min(part.times, end.times), part.base, last) for part, last, end in lasts if end]
    return max(known or _nested(word, firsts, times), default=None)


def _firsts(word: str, times: int) -> dict[int, _Part]:
    """What a word that stands so often in the lexicon may begin with, by the number of letters."""
    found = {}
    for at in range(_SHORTEST_LISTED, len(word) - _SHORTEST_LISTED + 1):
        if (known := _beginnings(word[:at])) and (part := _believed(known, times)):
            found[at] = part
    return found


def _last(form: str, times: int) -> _Part | None:
    """What a word that stands so often in the lexicon may end in."""
    known = _ends(form)
    return _believed(known, times) if known else None


def _nested(word: str, firsts: Mapping[int, _Part], times: int) -> Iterator[_Division]:
    """The word in two of which one is a compound that the lexicon has not."""
    for at, part in firsts.items():
        if len(word) - at >= _SHORTEST_INNER and (inner := _division(word[at:])):
            yield _Division(inner.times, part.base, word[at:])
    for at in range(_SHORTEST_INNER, len(word) - _SHORTEST_LISTED + 1):
        first = word[:at].removesuffix("s")
        if at not in firsts and _last(word[at:], times) and (inner := _division(first)):
            yield _Division(inner.times, first, word[at:])


def _is_whole(word: str) -> bool:
    if stem(word) in _whole() or is_town(word.removesuffix("s")):
        return True
    return word.endswith(_ends_of_names()) and not counts()[word]


@lru_cache(maxsize=_REMEMBERED)
def _beginnings(form: str) -> tuple[_Part, ...]:
    """The words that a compound with these letters may begin with, the most frequent first."""
    if form in _not("first"):
        return ()
    if known := _from().get(form):
        return (_Part(max(_USUAL, counts()[known]), known, listed=True),)
    bases = [form, form[:-1]] if form[-1] == "s" else [form, f"{form[:-1]}a"] if form[-1] in _LINKING_VOWELS else [form]
    return tuple(sorted(_parts(bases, "first"), reverse=True))


@lru_cache(maxsize=_REMEMBERED)
def _ends(form: str) -> tuple[_Part, ...]:
    """The words that a compound with these letters may end in, those first that are cut least."""
    if form in _not("last"):
        return ()
    return _parts([form, *_without_ending(form)], "last")


def _parts(bases: Iterable[str], place: str) -> tuple[_Part, ...]:
    """Those that may be parts."""
    return tuple([part for base in bases if (part := _part(base, place))])


def _part(base: str, place: str) -> _Part | None:
    times, listed = counts()[base], base in _listed(place)
    if not listed and (times < _USUAL or len(base) < _SHORTEST_PART[place]):
        return None
    return None if base in _not(place) else _Part(max(_USUAL, times), base, listed)


def _believed(known: Iterable[_Part], times: int) -> _Part | None:
    """The first that a compound which stands so often in the lexicon may consist of."""
    for part in known:
        if part.listed or part.times >= times // _RARER:
            return part
        if part.times >= times // _FAR_RARER and _has_forms(part.base):
            return part
    return None


def _without_ending(word: str) -> list[str]:
    bare = word.removesuffix("s")
    if not bare.endswith(_ENDINGS):
        return [bare]
    return [bare, *(bare[: -len(ending)] for ending in _ENDINGS if bare.endswith(ending))]


@cache
def _has_forms(base: str) -> bool:
    return sum(counts()[base + ending] > 0 for ending in _FORM_ENDINGS) >= _FORMS


@cache
def _not(kind: str) -> frozenset[str]:
    """What is no "first" part, no "last" part, no compound as a "whole", and what a "name" ends in."""
    return frozenset(word for first, *words in _lines("not_compounds.txt") if first == kind for word in words)


@cache
def _ends_of_names() -> tuple[str, ...]:
    return tuple(_not("name"))


@cache
def _whole() -> frozenset[str]:
    return frozenset(map(stem, _not("whole")))


@cache
def _listed(place: str) -> frozenset[str]:
    return frozenset(word for kind, *words in _lines("parts.txt") if kind in (place, "both") for word in words)


@cache
def _from() -> dict[str, str]:
    return {words[0]: words[1] for kind, *words in _lines("parts.txt") if kind == "as"}


def _lines(name: str) -> list[list[str]]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if not line.startswith("#")]
