"""What is looked for in place of a word that stands on no page, and what a question was probably meant to say.

All of it comes from the words of the archive itself, so that a name or a term that only one municipality uses is as
good as any. Words are compared as their stems, without their marks first; `swedish.closeness` says how close they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from math import inf, log10
from typing import Final, NamedTuple

from ...swedish.closeness import distance
from ...swedish.compounds import halves
from ...swedish.derivation import root
from ...swedish.dividing import divisions
from ...swedish.folding import fold
from ...swedish.reading import View
from ...swedish.stemming import stem
from ...swedish.words import count
from ..analysis.lexemes import Lexeme, tokens, word
from ..querying.nodes import Phrase, Query, Word
from .spellings import Spellings
from .surfaces import written
from .vocabulary import Vocabulary

MOST: Final = 32
"""Keys in place of one: each costs a look into the index."""
_MOST_JUDGED: Final = 8
"""Words of one question that are looked at for slips."""
_MOST_SHOWN: Final = 4
"""Words that may have been meant, of which the one closest to what was typed is suggested."""
_SHORTEST: Final = 4
"""Letters. Shorter words resemble too many others."""
_LONGEST: Final = 64
"""Letters. Longer ones are lines that lost their spaces."""
_LIMITS: Final = ((9, 2.0), (5, 1.0), (_SHORTEST, 0.5), (0, 0.0))
"""What may differ, as `distance` has it, in words of so many letters or more."""
_FIRST_LETTER: Final = 0.2
"""What a wrong first letter costs besides."""
_APART: Final = 0.7
"""Words that differ by so much more than the closest one are not what was meant."""
_FREQUENT: Final = 0.2
"""What it is worth to stand on ten times as many pages."""
_SLIPS: Final = 2
"""Letters, without their marks, in which candidates differ at most."""
_CANDIDATES: Final = 100
"""Words whose distance is worked out, some 50 us each."""
_SURE: Final = 0.6
"""How far from a word that does stand somewhere may the one be that was probably meant?"""
_SURE_OF_COMPOUND: Final = 0.4
"""The same for what may be a compound that nobody has used before."""
_REMEMBERED: Final = 256
"""Words of which is kept what is near to them: a question that finds nothing asks twice, and so does the next page."""
_AN_ENDING: Final = re.compile(r"t?(?:[ae]|[ae][nrt]|or|[aeo]rna|n|na|ade|ande|t)?s?")
_MUCH_MORE: Final = 20
"""Times as often as the typed word stands the one that it may be a slip for."""
_RARE: Final = 5
"""Pages. A word on more of them is no slip."""
_USUAL: Final = 3
"""Times that a word stands in the lexicon before it counts as a word."""
_WAYS: Final = 2
"""Ways to divide a compound that no lexicon knows."""


class StandIn(NamedTuple):
    """A key of the text that may be what was meant."""

    key: str
    closeness: float
    """1 for the same, towards 0 the farther off: what its score is multiplied by."""


@dataclass(frozen=True, slots=True)
class StandIns:
    """What is looked for in place of a word that stands on no page."""

    similar: tuple[StandIn, ...] = ()
    """Any of these will do; the closest first, and the more frequent of equally close ones."""
    divided: tuple[tuple[Word, ...], ...] = ()
    """What it consists of, if it is a compound, in one or more ways: all words of one way must stand in a unit. They
    are looked for as any word is, also without their marks and as parts of other compounds."""


class Speller:
    """Knows the words of one vocabulary; made once for each, and safe for several threads."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._near = lru_cache(maxsize=_REMEMBERED)(self._looked_up)

    def stand_ins(self, word: Word) -> StandIns:
        """What is looked for in place of a word that stands on no page."""
        key = word.lexemes[0].exact
        if len(word.lexemes) > 1 or not key.isalpha() or len(word.text) > _LONGEST:
            return StandIns()
        near = [StandIn(near, 1 / (1 + cost)) for cost, near in self._near(word.text.lower(), key)]
        more = [StandIn(longer, len(key) / len(longer)) for longer in self._beginning(key)]
        best = sorted({each.key: each for each in (*more, *near)}.values(), key=lambda each: -each.closeness)
        slip = max((each.closeness for each in near), default=0.0) >= 1 / (1 + _SURE)
        divided = () if slip and not halves(word.text.lower()) else tuple(self._divided(word.text.lower()))
        return StandIns(tuple(best[:MOST]), divided)

    def fuzzy(self, lexeme: Lexeme, slips: int, most: int = MOST) -> list[StandIn]:
        """Keys that differ in so many letters at most, marks not counted; itself among them if it stands somewhere."""
        found = [(distance(lexeme.exact, key), key) for key in self._words.near(lexeme.exact, slips, _CANDIDATES)]
        return [StandIn(key, 1 / (1 + cost)) for cost, key in self._likeliest_first(found)[:most]]

    def joined(self, first: Word, then: Word) -> str | None:
        """The key of two words that follow each other in a question if they are written as one: energi kontor."""
        together = (f"{first.text}{link}{then.text}".lower() for link in ("", "s"))
        keys = (word(each).exact for each in together if each.isalpha())
        return next(filter(self._vocabulary.pages, keys), None)

    def suggestion(self, text: str, query: Query) -> str | None:
        """The question as it was probably meant, in the case it is typed in; None where nothing looks mistyped.

        A word is taken for a slip if it stands nowhere and is none that is known, or if it is rare here beside one
        that is very close and far more frequent.
        """
        slips = ((typed, self._meant(typed)) for typed in dict.fromkeys(_typed(query)))
        meant = {typed: shown for typed, shown in islice(slips, _MOST_JUDGED) if shown}
        if not meant:
            return None
        return re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, meant))})(?!\w)", lambda found: meant[found[0]], text)

    def _meant(self, typed: str) -> str | None:
        """What a word should probably be, as it is written; None if it may well be right."""
        key, pages = word(typed).exact, self._vocabulary.pages
        times = pages(key)
        if not key.isalpha() or times > _RARE or count(typed.lower()) >= _USUAL:
            return None
        limit, least = (_SURE, _MUCH_MORE * times) if times else (_limit(typed), 1)
        if halves(typed.lower()):
            limit = min(limit, _SURE_OF_COMPOUND)
        same = {fold(key), fold(typed.lower())}
        close = (near for _, near in self._near(typed.lower(), key) if pages(near) >= least and fold(near) not in same)
        shown = dict.fromkeys(written(near, typed) for near in islice(close, _MOST_SHOWN))
        best = min(((distance(typed.lower(), each.lower()), each) for each in shown), default=(inf, ""))
        return best[1] if best[0] <= limit else None

    def _looked_up(self, lower: str, key: str) -> list[tuple[float, str]]:
        """Keys that may have been meant, with how far off they are; the likeliest first."""
        limit = _limit(lower)
        candidates = self._words.near(key, _SLIPS, _CANDIDATES) if limit else []
        found = [
            (min(_cost(form, near) for form in _forms(lower, key, near)), near) for near in candidates if near != key
        ]
        limit = min(limit, min(found, default=(0.0, ""))[0] + _APART)
        return self._likeliest_first([each for each in found if each[0] <= limit])

    def _likeliest_first(self, found: Iterable[tuple[float, str]]) -> list[tuple[float, str]]:
        """By how far off they are; a frequent word is more easily meant than a rare one."""
        pages = self._vocabulary.pages
        return sorted(found, key=lambda each: (each[0] - _FREQUENT * log10(1 + pages(each[1])), each[1]))

    def _beginning(self, key: str) -> list[str]:
        return self._vocabulary.beginning(key, MOST) if len(key) >= _SHORTEST else []

    def _divided(self, lower: str) -> Iterator[tuple[Word, ...]]:
        """The words of a compound: as the language has them, or else as the archive does."""
        known = halves(lower)
        ways = dict.fromkeys((known, _smallest(lower))) if known else divisions(lower, self._times)
        for way in islice(ways, _WAYS):
            yield tuple(Word(part, (word(part),)) for part in way)

    def _times(self, form: str) -> int:
        """In how many units a word stands, or the verb that it comes from."""
        key = stem(form)
        return self._vocabulary.pages(key) or self._vocabulary.pages(root(key) or key)

    @cached_property
    def _words(self) -> Spellings:
        return Spellings(self._vocabulary)


def _typed(query: Query) -> Iterator[str]:
    """The words that were typed, those of phrases too."""
    for sought in query.sought:
        if isinstance(sought, Word):
            yield sought.text
        elif isinstance(sought, Phrase):
            yield from (sought.text[token.start : token.end] for token in tokens(View(sought.text)))


def _smallest(lower: str) -> tuple[str, ...]:
    """The parts of a compound that are none themselves."""
    return tuple(part for half in halves(lower) for part in _smallest(half)) or (lower,)


def _forms(lower: str, key: str, near: str) -> Iterator[str]:
    """What of a typed word may have the stem `near`: a slip may have kept the stemmer from cutting off its ending."""
    yield key
    yield lower
    for at in range(len(near) - 1, min(len(near) + 2, len(lower))):
        if _AN_ENDING.fullmatch(lower, at):
            yield lower[:at]


def _limit(word: str) -> float:
    return next(limit for letters, limit in _LIMITS if len(word) >= letters)


def _cost(key: str, near: str) -> float:
    return distance(key, near) + (_FIRST_LETTER if fold(key[0]) != fold(near[0]) else 0)
