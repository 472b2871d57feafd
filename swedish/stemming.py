"""What the forms of a Swedish word have in common, so that "avtalets" finds "avtalen".

The Snowball stemmer, with what it leaves out: the definite forms of neuter nouns (protokollet, ärendena) and of nouns
in vowels, -el and -or (skolan, miljön, revisorn), adjectives in -t, some past tenses, words that only look like such
forms, and those that follow no rule.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

import Stemmer

_DATA: Final = Path(__file__).parent / "data"
_SNOWBALL: Final = Stemmer.Stemmer("swedish", 0)
_ENDING: Final = re.compile(
    r"""(?<=[ae]nde)[nt]s?$     # yttrande-t, ordförande-n
      | (?<=\w\w\w)(?<![ae]nd)(?<!it)ets?$       # avtal-et; not kvalitet
      | (?<=\w\wa)ns?$          # skola-n, ansöka-n
      | (?:(?<=\w[fgmnprt]i)|(?<=[crt]y)|(?<=byrå|nivå)|(?<=miljö)|(?<=é))ns?$   # strategi-n, policy-n; not insyn
      | (?<=\w\w[eo][lr])ns?$   # skötsel-n, revisor-n
      | (?<=\wen)as?$           # ärenden-a
      | (?<=\wal)t$ | (?<=\wiv)t$ | (?<=[ls]ig)t$ | (?<=isk)t$ | (?<=sam)t$ | (?<=\wbar)t$   # kommunal-t, effektiv-t
      | (?<=ell)t$              # nationell-t
      | (?:(?<=äll)|(?<=ygg)|(?<=äng)|(?<=ör))(?:de|t)s?$   # ställ-de, bygg-t, förläng-ts, genomför-des
    """,
    re.VERBOSE,
)
_LAST_LETTERS: Final = ("t", "ts", "n", "ns", "na", "nas", "de", "des")
"""Of the forms above; looked at first, because most words end otherwise."""
_LONGEST_ENDING: Final = 3
"""Letters of the longest of them."""
_SHORTEST_BEFORE: Final = 2
"""Letters before the irregular end of a compound."""
_OF_NOUNS: Final = (
    "", "s", "n", "ns", "et", "ets", "en", "ens", "er", "ers", "erna", "ernas", "ar", "ars", "arna", "arnas",
)  # fmt: skip
"""What may follow an ending that is not divided."""
_OF_BAR: Final = ("bar", "bart", "bara")
_AFTER_BAR: Final = re.compile(r"(?<=\w[^\Wb]bar)[ta]?$")
"""Of adjectives such as hållbar."""
_REMEMBERED: Final = 50_000
"""Words, some 10 MB: the stem of a word is asked for several times wherever it stands."""


class _Ends:
    """Ends of words, and what stands for each in the stem."""

    def __init__(self, by_end: Mapping[str, str]) -> None:
        self._by_end = by_end
        lengths = set(map(len, by_end))
        self._shortest, self._longest = min(lengths), max(lengths)
        self._last_letters = {end[-self._shortest :] for end in by_end}

    def stem(self, word: str, *, after: int) -> str | None:
        """The stem of a word that has the longest of these ends after so many letters; None of one that has none."""
        if word[-self._shortest :] not in self._last_letters:  # as most words
            return None
        by_end = self._by_end
        starts = range(max(after, len(word) - self._longest), len(word) - self._shortest + 1)
        return next((word[:at] + by_end[word[at:]] for at in starts if word[at:] in by_end), None)


@lru_cache(maxsize=_REMEMBERED)
def stem(word: str) -> str:
    """The stem of a lower-case word. What is no Swedish word (numbers, signs, names) has one too, often itself."""
    if irregular := _irregular().get(word) or _irregular_ends().stem(word, after=_SHORTEST_BEFORE):
        return irregular
    return _regular(word)


def _regular(word: str) -> str:
    if undivided := _undivided_ends().stem(word, after=0) or _as_far_as_bar(word):
        return undivided
    short = str(_SNOWBALL.stemWord(_without_ending(word)))
    return short[:-1] if short.endswith("mm") else short


def _as_far_as_bar(word: str) -> str | None:
    found = word.endswith(_OF_BAR) and _AFTER_BAR.search(word)
    return word[: found.start()] if found else None


def _without_ending(word: str) -> str:
    found = word.endswith(_LAST_LETTERS) and _ENDING.search(word, len(word) - _LONGEST_ENDING)
    return word[: found.start()] if found else word


def irregular_forms(root: str) -> tuple[str, ...]:
    """The words that have this stem by no rule, so that they need not begin with it."""
    return _irregular_by_stem().get(root, ())


@cache
def stop_words() -> frozenset[str]:
    """Lower-case words that a question may contain without their having to stand in the answer."""
    return frozenset(word for line in _lines("stop_words.txt") for word in line.split())


@cache
def _irregular() -> dict[str, str]:
    rows = (line.removeprefix("-").split() for line in _lines("stems.txt"))
    return {form: _root(words[0]) for words in rows for form in words}


@cache
def _irregular_ends() -> _Ends:
    rows = (line[1:].split() for line in _lines("stems.txt") if line.startswith("-"))
    return _Ends({form: _root(words[0]) for words in rows for form in words})


@cache
def _undivided_ends() -> _Ends:
    endings = [ending for line in _lines("undivided.txt") for ending in line.split()]
    # The first listed prevails: "planet" is itself, though it could be a form of "plan".
    return _Ends({ending + of_noun: ending for ending in reversed(endings) for of_noun in _OF_NOUNS})


def _root(dictionary_form: str) -> str:
    """What its regular forms have in common, too, where there are some, as of verbs."""
    return _regular(dictionary_form) if dictionary_form.endswith("a") else dictionary_form


@cache
def _irregular_by_stem() -> dict[str, tuple[str, ...]]:
    by_stem: dict[str, tuple[str, ...]] = {}
    for form, root in _irregular().items():
        by_stem[root] = (*by_stem.get(root, ()), form)
    return by_stem


def _lines(name: str) -> list[str]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]
