"""What a compound consists of that no lexicon divides, by the words of whoever asks: släckbil|s|inköp."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from .compounds import halves
from .places import is_town
from .wordlists import rows
from .words import count

_LISTS: Final = Path(__file__).parent / "data" / "not_compounds.txt"
_SHORTEST: Final = 3
"""Letters of a part."""
_SHORT: Final = 4
"""Letters of a part that must be a word of the language: shorter ones are mostly bits of words, or their endings."""
_LONGEST: Final = 40
"""Letters of a word that is worth dividing."""
_SHORTEST_INNER: Final = 7
"""Letters of a part that may be a compound itself."""
_USUAL: Final = 3
"""Times that a short part, or a word that is none to be divided, stands in the lexicon."""
_LINKING_VOWELS: Final = "eou"
"""Instead of an -a: gatukontor."""

Times = Callable[[str], int]
"""How often a word stands, in any of its forms."""
Way = tuple[str, ...]
"""The parts in their order, the last as inflected."""


def divisions(word: str, times: Times) -> list[Way]:
    """The ways to divide a lower-case word into words that stand somewhere, the likeliest first.

    Long parts are likelier than short ones, and frequent ones likelier than rare ones. Where there is no such way, one
    of the words need only be known. Words that are known as a whole, and names, are not divided.
    """
    if not 2 * _SHORTEST <= len(word) <= _LONGEST or count(word) >= _USUAL or _is_name(word):
        return []
    return _in_two(word, times) or _in_three(word, times) or _by_one(word, times)


def _in_two(word: str, times: Times) -> list[Way]:
    found = [
        (first, word[at:]) for at in _cuts(word) if (first := _first(word[:at], times)) and _ends(word[at:], times)
    ]
    return _likeliest_first(found, times)


def _in_three(word: str, times: Times) -> list[Way]:
    """Of one half stands only what it consists of itself."""
    found: list[Way] = []
    for at in _cuts(word):
        first, last = word[:at], word[at:]
        if len(last) >= _SHORTEST_INNER and (known := _first(first, times)):
            found += ((known, *inner) for inner in _inner(last, times))
        if len(first) >= _SHORTEST_INNER and _ends(last, times):
            found += ((*inner, last) for inner in _inner(first.removesuffix("s"), times))
    return _likeliest_first(found, times)


def _by_one(word: str, times: Times) -> list[Way]:
    """In two, of which one stands somewhere, and the other is known."""

    def standing_or_known(form: str) -> int:
        return times(form) or int(len(form) > _SHORT and count(form) >= _USUAL)

    return [way for way in _in_two(word, standing_or_known) if any(map(times, way))]


def _inner(word: str, times: Times) -> Sequence[Way]:
    divided = halves(word)
    return [divided] if divided and all(map(times, divided)) else _in_two(word, times)


def _cuts(word: str) -> range:
    return range(_SHORTEST, len(word) - _SHORTEST + 1)


def _first(form: str, times: Times) -> str | None:
    """The word that a compound with these letters begins with."""
    if form in _listed("first"):
        return None
    return next((base for base in _bases(form) if _stands(base, times)), None)


def _bases(form: str) -> Iterator[str]:
    if form.endswith("s"):
        yield form[:-1]
    yield form
    if form[-1] in _LINKING_VOWELS:
        yield f"{form[:-1]}a"


def _ends(form: str, times: Times) -> bool:
    return form not in _listed("last") and _stands(form, times)


def _stands(form: str, times: Times) -> bool:
    if len(form) < _SHORTEST or (len(form) <= _SHORT and count(form) < _USUAL):
        return False
    return times(form) > 0


def _likeliest_first(ways: Iterable[Way], times: Times) -> list[Way]:
    """Those without short parts, with a more frequent rarest part, with a longer last one."""
    likelihood = {way: (min(_SHORT + 1, *map(len, way)), min(map(times, way)), len(way[-1])) for way in ways}
    return sorted(likelihood, key=likelihood.__getitem__, reverse=True)


def _is_name(word: str) -> bool:
    bare = word.removesuffix("s")
    return is_town(bare) or word.endswith(tuple(_listed("name")))


@cache
def _listed(kind: str) -> frozenset[str]:
    """What is no "first" part, no "last" part, and what a "name" ends in."""
    lines = map(str.split, rows(_LISTS))
    return frozenset(word for first, *words in lines if first == kind for word in words)
