"""Which letters make a Swedish word: a lexicon of some 70,000 counted words, looked up in a memory-mapped trie.

It is built by scripts/build_lexicon.py; the names of people are left out of it.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

import marisa_trie

_DATA: Final = Path(__file__).parent / "data"
_LEXICON: Final = _DATA / "lexicon.marisa"
_FUNCTION_WORDS: Final = _DATA / "function_words.txt"
_DOCUMENT_TYPES: Final = _DATA / "document_types.txt"
_LEAST_FUNCTION_SHARE: Final = 0.08
"""In running text of any of them a fifth of the words and more are function words; in tables and noise hardly any."""
_USUAL_PAIRS: Final = 200
"""They make nine tenths of the pairs in Swedish text."""

_MANY: Final = 50_000
"""Words: to look them up in the file takes as long as to read all of it into memory, where it is done at once."""


def count(word: str) -> int:
    """How often the word stands in six million words of official Swedish, in whatever case; 0 when it is not known."""
    return counts()[unicodedata.normalize("NFC", word).lower()]


def beginning_with(letters: str) -> list[tuple[str, int]]:
    """The words of the lexicon that begin with these lower-case letters, with how often each stands there."""
    return [(str(word), int(times)) for word, (times,) in _lexicon().items(letters)]


def known(word: str) -> bool:
    """Is this a word, or words joined by hyphens?"""
    return count(word) > 0 or ("-" in word and all(count(part) for part in word.split("-")))


def share_known(words: Iterable[str]) -> float:
    """Share of the words that are known, 0 to 1; 1 where there is none, as nothing speaks against them."""
    found = [known(word) for word in words]
    return sum(found) / len(found) if found else 1.0


def share_usual_pairs(words: Iterable[str]) -> float:
    """Share of the neighbouring letters that are usual neighbours in Swedish, 0 to 1; 1 where there are none.

    Swedish 0.7 to 0.9, other languages and names 0.4 to 0.8, letters put for other letters 0.1 to 0.35.
    """
    found = [pair in _usual_pairs() for word in words for pair in pairwise(word.lower())]
    return sum(found) / len(found) if found else 1.0


def language(words: Sequence[str]) -> str | None:
    """The language whose function words are most frequent, by its ISO 639-1 code; None for tables, lists and noise.

    Danish counts as Norwegian, nb.
    """
    times = Counter(map(str.lower, words))
    shares = {code: sum(times[word] for word in times.keys() & own) for code, own in function_words().items()}
    code = max(shares, key=lambda code: shares[code])
    return code if words and shares[code] >= _LEAST_FUNCTION_SHARE * len(words) else None


def names_document(word: str) -> bool:
    """Does the word say what kind of document something is: protokoll, samverkansavtal?"""
    return word.lower().endswith(_document_types())


class _Counts(dict[str, int]):
    """What was asked for so far; after that, the whole lexicon."""

    _whole = False

    def __missing__(self, word: str) -> int:
        if self._whole:
            return 0
        if len(self) >= _MANY:
            self._whole = True
            self.clear()
            self.update((word, times) for word, (times,) in _lexicon().items())
            return self.get(word, 0)
        entries = _lexicon().get(word)
        times = self[word] = int(entries[0][0]) if entries else 0
        return times


@cache
def counts() -> Mapping[str, int]:
    """Of any lower-case word in NFC what `count` says; for those who look up very many."""
    return _Counts()


@cache
def function_words() -> dict[str, frozenset[str]]:
    """The most frequent small words of Swedish and of the languages that Swedish documents quote, by language code."""
    lines = _FUNCTION_WORDS.read_text(encoding="utf-8").splitlines()
    return {code: frozenset(words) for code, *words in map(str.split, lines)}


@cache
def _document_types() -> tuple[str, ...]:
    return tuple(_DOCUMENT_TYPES.read_text(encoding="utf-8").split())


@cache
def _usual_pairs() -> frozenset[tuple[str, str]]:
    pairs = Counter[tuple[str, str]]()
    for word, (frequency,) in _lexicon().items():
        for pair in pairwise(word):
            pairs[pair] += frequency
    return frozenset(pair for pair, _ in pairs.most_common(_USUAL_PAIRS))


@cache
def _lexicon() -> marisa_trie.RecordTrie:
    return marisa_trie.RecordTrie("<I").mmap(str(_LEXICON))
