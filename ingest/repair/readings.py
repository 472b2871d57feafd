"""What a token may have been: its readings, each with what speaks for it apart from its context."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from .channel import ACCENTED
from .language import UNKNOWN
from .lattice import Words
from .lexicon import NOT_HERE, Lexicon
from .model import Model
from .passages import foreign_words
from .spellings import Damage, Spelling, compounds, known, likely, splits

Reals = npt.NDArray[np.float64]

_MOST: Final = 8
_WIDEST: Final = 14.0
"""Nats below the best reading beyond which no context will choose another."""
_COMMON: Final = -19.0
"""Worth of a reading above which no rarer damage is looked for."""
_CREDIBLE: Final = -24.0
"""Worth below which no list holds the word, probably."""
_UNLISTED: Final = math.log(0.2)
"""That a word unknown to the language model is not in the lexicon either."""
_LETTERS_WEIGHT: Final = 1.0
_BEGINS: Final = 0.98
"""Share of the sentences that begin with a capital."""
_CASE_LOST: Final = math.log(0.015)
"""That a small letter with dots is seen as a capital without."""
_RARELY: Final = 2e-3
_CACHED: Final = 50_000
_CHEAP: Final = 7.5
_REACH: Final = 9.0


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to read a token."""

    text: str
    """As it would stand in print."""
    ids: tuple[int, ...]
    """One word of the language model, or two where the token is two words."""
    score: float
    """Log probability of what is seen, but for the page's damage and for the context."""
    damage: Damage
    word: str
    listed: bool
    """Is it a word of the lexicon?"""
    kinds: int = 0


@dataclass(frozen=True, slots=True)
class Readings:
    """The readings of one token, the likeliest first, and the same as arrays."""

    options: tuple[Reading, ...]
    words: Words
    scores: Reals
    damage: Reals
    """Shape (readings, 3): accented letters lost, accented letters kept, other letters misread."""
    likelihood: Reals
    """Log probability of each reading without context or damage."""
    best: float
    """The greatest log probability of what is seen without context."""


class Reader:
    """Finds the readings of tokens, and remembers them."""

    def __init__(self, model: Model, own: Lexicon) -> None:
        self._model = model
        self._lexicons = [model.lexicon, *([own] if own.words else [])]
        self._known: dict[tuple[str, bool], Readings] = {}

    def readings(self, seen: str, *, begins: bool) -> Readings:
        """The readings of a word as it is seen; `begins` says that it begins a sentence."""
        key = seen, begins
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _CACHED:
                self._known.clear()
            found = self._known[key] = self._find(seen, begins)
        return found

    def fixed(self, id: int) -> Readings:
        """The readings of a token that is never repaired."""
        return _arrays([Reading("", (id,), 0.0, Damage(), "", True)], [0.0])

    def _find(self, seen: str, begins: bool) -> Readings:
        core = "i" if seen == "|" else seen.lower()
        options: dict[str, tuple[float, Reading]] = {}

        def add(spellings: Iterable[Spelling], lexicon: Lexicon) -> float:
            for spelling in spellings:
                for reading in self._cased(seen, begins, spelling, lexicon):
                    worth = reading.score + sum(float(self._model.language.unigrams[id]) for id in reading.ids)
                    if reading.text not in options or options[reading.text][0] < worth:
                        options[reading.text] = worth, reading
            return max((worth for worth, _ in options.values()), default=-math.inf)

        lexicon, channel, letters = self._model.lexicon, self._model.channel, self._model.letters
        edits = [tuple(e for e in group if e.accented) for group in channel.edits(core, dearest=_CHEAP)]
        for words in self._lexicons:
            best = add(known(core, edits, words), words)
        if seen != "|" and core.replace("-", "").isalpha() and lexicon.place(core) == NOT_HERE:
            add([self._unlisted(core, Damage(kept=sum(map(ACCENTED.__contains__, core))))], lexicon)
        if core in foreign_words():
            pass
        elif best < _COMMON:
            edits = channel.edits(core, lost=len(core) > 1)
            for words in self._lexicons:
                best = add(known(core, edits, words), words)
        if best < _COMMON and core not in foreign_words():
            edits = channel.edits(core, dearest=_REACH)
            best = add(compounds(core, edits, lexicon), lexicon)
            if best < _CREDIBLE:
                best = add(splits(core, edits, lexicon, self._model.language.unigrams), lexicon)
                add([self._unlisted(s.word, s.damage) for s in likely(core, edits, letters)], lexicon)
        if not options:
            return _arrays([Reading(seen, (UNKNOWN,), 0.0, Damage(), core, False)], [0.0])
        chosen = sorted(options.values(), key=lambda option: -option[0])
        widest = chosen[0][0] - _WIDEST
        chosen = [
            option for n, option in enumerate(chosen) if (n < _MOST and option[0] > widest) or option[1].text == seen
        ]
        return _arrays([reading for _, reading in chosen], [worth - reading.score for worth, reading in chosen])

    def _unlisted(self, word: str, damage: Damage) -> Spelling:
        return Spelling(word, damage, NOT_HERE, self._model.letters.word(word) * _LETTERS_WEIGHT + _UNLISTED)

    def _cased(self, seen: str, begins: bool, spelling: Spelling, lexicon: Lexicon) -> Iterator[Reading]:
        """The reading of a spelling in the case of what is seen, and in the other where damage may have hidden it."""
        at, word = spelling.place, spelling.word
        ids = spelling.ids or ((lexicon.ids[at],) if at != NOT_HERE else (UNKNOWN,))
        score = spelling.likelihood - spelling.damage.cost
        capital = lexicon.capital[at] if at != NOT_HERE else 0.17
        reading = Reading(
            recased(seen, word), ids, score, spelling.damage, word, at != NOT_HERE or bool(spelling.ids),
            lexicon.kinds[at] if at != NOT_HERE else 0,
        )  # fmt: skip
        if seen.isupper() and len(seen) > 1:
            yield reading
            return
        if at == NOT_HERE and not spelling.ids and seen[0].isupper() and not begins:
            names = self._model.name_letters.word(word) * _LETTERS_WEIGHT + _UNLISTED
            score += max(0.0, names - spelling.likelihood)
        upper = _BEGINS if begins else min(max(capital, _RARELY), 1 - _RARELY)
        chances = {True: math.log(upper), False: math.log(1 - upper)}
        shown = seen[0].isupper() or seen == "|" or (begins and not seen[0].isalpha())
        yield replace(reading, score=score + chances[shown], text=_initial(reading.text, shown))
        if word[0] in ACCENTED and seen[0].lower() != word[0]:
            other = not shown
            yield replace(reading, score=score + chances[other] + _CASE_LOST, text=_initial(reading.text, other))


def _initial(text: str, capital: bool) -> str:
    return (text[0].upper() if capital else text[0].lower()) + text[1:]


def recased(seen: str, word: str) -> str:
    """A lower-case word in the case of what is seen; letters that are the same keep theirs."""
    if seen.isupper() and len(seen) > 1:
        return word.upper()
    core = seen.lower()
    start = 0
    while start < min(len(core), len(word)) and core[start] == word[start]:
        start += 1
    end = 0
    while end < min(len(core), len(word)) - start and core[-1 - end] == word[-1 - end]:
        end += 1
    changed = word[start : len(word) - end]
    if start == 0 and seen[0].isupper():
        changed = changed[:1].upper() + changed[1:]
    return seen[:start] + changed + seen[len(seen) - end :]


def _arrays(options: Sequence[Reading], unigrams: Sequence[float]) -> Readings:
    first = np.array([reading.ids[0] for reading in options])
    last = np.array([reading.ids[-1] for reading in options])
    two = np.array([len(reading.ids) > 1 for reading in options])
    damage = np.array([reading.damage[1:] for reading in options], dtype=np.float64)
    scores = np.array([reading.score for reading in options])
    worth = scores + unigrams
    costs = np.array([reading.damage.cost for reading in options])
    return Readings(tuple(options), Words(first, last, two), scores, damage, worth + costs, float(worth.max()))
