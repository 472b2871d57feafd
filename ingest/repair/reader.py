"""Finds the readings of tokens: the words of the lexicon first, and where none is likely, words that no list holds."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from typing import Final

from .casing import is_upper, recased, with_initial
from .channel import ACCENTED, Channel, Edits
from .language import UNKNOWN
from .lexicon import NOT_HERE, Lexicon
from .model import Model
from .passages import DATA, foreign_words
from .readings import Reading, Readings
from .spellings import Damage, Spelling, Why, known
from .unlisted import compounds, likely, splits

BAR: Final = "|"
"""As a word it is an I: nothing else stands so."""
_MOST: Final = 8
_WIDEST: Final = 14.0
"""Nats below the best reading beyond which no context will choose another."""
_COMMON: Final = -19.0
"""Worth of a reading above which no rarer damage is looked for."""
_CREDIBLE: Final = -24.0
"""Worth below which no list holds the word, probably."""
_UNLISTED: Final = math.log(0.2)
"""That a word unknown to the language model is not in the lexicon either."""
_UNLISTED_CAPITAL: Final = 0.17
"""Share of such words inside sentences that begin with a capital."""
_BEGINS: Final = 0.98
"""Share of the sentences that begin with a capital."""
_CASE_LOST: Final = math.log(0.015)
"""That a small letter with dots is seen as a capital without, or the other way."""
_RARELY: Final = 2e-3
_REMEMBERED: Final = 20_000
"""Words, of some 2 kB each."""
_USUAL: Final = 7.5
_NEAR: Final = 9.0
"""Nats of damage of one letter that is usual, and that may be found in a compound."""
_CAPITALS_DAMAGED: Final = frozenset("aog06")
"""What å, ä and ö become as capitals, which are drawn alike in every font."""


class Reader:
    """Finds the readings of tokens, and remembers them: words come again on every page."""

    def __init__(self, model: Model) -> None:
        self._model = model
        channel = model.channel
        self._usual = channel.only(lambda _, edit: edit.accented and bool(edit.length) and edit.cost <= _USUAL)
        self._near = channel.only(lambda _, edit: bool(edit.length) and edit.cost <= _NEAR)
        self._whole = channel
        self._capitals = channel.only(lambda seen, edit: edit.accented and seen in _CAPITALS_DAMAGED)
        self.readings = lru_cache(_REMEMBERED)(self._readings)
        """`_readings`, remembered."""
        self.fixed = lru_cache(_REMEMBERED)(self._fixed)
        """`_fixed`, remembered."""

    def _readings(self, seen: str, begins: bool, damaged: bool) -> Readings:
        """The readings of a word as it is seen.

        Args:
            seen: The token.
            begins: It begins a sentence.
            damaged: The page lost accented letters; elsewhere words that are known stand as they are.
        """
        core = "i" if seen == BAR else seen.lower()
        place = self._model.lexicon.place(core)
        if (not damaged and place != NOT_HERE and seen != BAR) or core in _abbreviations():
            return self.fixed(self._model.lexicon.ids[place] if place != NOT_HERE else UNKNOWN)
        options = _Options(self._model, seen, begins)
        if core.replace("-", "").isalpha() and place == NOT_HERE:
            options.add([self._unlisted(core, Damage(kept=sum(map(ACCENTED.__contains__, core))))])
        if damaged:
            self._search(core, options)
        else:
            self._search_slips(core, options)
        return options.readings()

    def with_own(self, seen: str, begins: bool, found: Readings, own: Lexicon) -> Readings:
        """The readings found for a word and those that the document's or the archive's own words add."""
        options = _Options(self._model, seen, begins)
        additional = list(known(seen.lower(), self._edits(seen.lower(), options, self._near), own))
        if not additional:
            return found
        options.take(found)
        options.add(additional, own)
        return options.readings()

    def _fixed(self, id: int) -> Readings:
        """The one reading of what is never repaired, by its id in the language model."""
        return Readings.of([Reading("", "", (id,), 0.0)], [float(self._model.language.unigrams[id])])

    def _search(self, core: str, options: _Options) -> None:
        """Look for ever rarer damage, until a likely reading is found."""
        model = self._model
        options.add(known(core, self._edits(core, options, self._usual), model.lexicon))
        if core in foreign_words():
            return
        if options.best < _COMMON:
            options.add(known(core, self._edits(core, options, self._whole), model.lexicon))
        if options.best < _COMMON:
            near = self._edits(core, options, self._near)
            options.add(compounds(core, near, model.lexicon, name=options.capital))
            if options.best < _CREDIBLE:
                options.add(splits(core, near, model.lexicon, model.language.unigrams))
                options.add(self._unlisted(word, damage) for word, damage in likely(core, near, model.letters))

    def _search_slips(self, core: str, options: _Options) -> None:
        """Look for a known word that a letter or two misread would turn into one that nobody knows.

        On a good page a name is a name, and what known words make up is one more compound.
        """
        if not options.capital and not compounds(core, [()] * len(core), self._model.lexicon):
            options.add(known(core, self._edits(core, options, self._near), self._model.lexicon))

    def _edits(self, core: str, options: _Options, channel: Channel) -> Edits:
        """The edits of a word; of capitals only those that happen to capitals."""
        if options.upper:
            return self._capitals.edits(core)
        edits = channel.edits(core)
        return [self._capitals.edits(core[:1])[0], *edits[1:]] if options.capital else edits

    def _unlisted(self, word: str, damage: Damage) -> Spelling:
        return Spelling(word, damage, Why.LETTERS, likelihood=self._model.letters.word(word) + _UNLISTED)


@cache
def _abbreviations() -> frozenset[str]:
    """Abbreviations that look like words that lost a letter: nr, tfn."""
    return frozenset((DATA / "abbreviations.txt").read_text(encoding="utf-8").split())


class _Options:
    """The readings found for one token so far, the best of each text."""

    def __init__(self, model: Model, seen: str, begins: bool) -> None:
        self._model, self._seen, self._begins = model, seen, begins
        self.upper = is_upper(seen)
        self.capital = seen[0].isupper() or seen == BAR
        self.best = -math.inf
        """The greatest worth: log probability without context."""
        self._found: dict[str, tuple[float, Reading]] = {}

    def take(self, readings: Readings) -> None:
        """Take in readings that were found before."""
        for reading in readings.options:
            self._found[reading.text] = reading.score + self._unigram(reading), reading

    def add(self, spellings: Iterable[Spelling], lexicon: Lexicon | None = None) -> None:
        """Take in spellings; the lexicon is the one that they have their places in."""
        for spelling in spellings:
            for reading in self._readings(spelling, lexicon or self._model.lexicon):
                worth = reading.score + self._unigram(reading)
                before = self._found.get(reading.text)
                if before and before[0] >= worth:
                    continue
                if before and reading.why is Why.LETTERS:  # as likely by its letters, and known to be a word
                    reading = replace(reading, why=before[1].why)
                self._found[reading.text] = worth, reading
                self.best = max(self.best, worth)

    def readings(self) -> Readings:
        """The best of them, and the token as it is."""
        seen = self._seen
        if not self._found:
            self._found[seen] = 0.0, Reading(seen, seen.lower(), (UNKNOWN,), 0.0, why=Why.LETTERS)
        ordered = sorted(self._found.values(), key=lambda option: -option[0])
        near = [option for worth, option in ordered[:_MOST] if worth > ordered[0][0] - _WIDEST]
        if seen in self._found and self._found[seen][1] not in near:
            near.append(self._found[seen][1])
        return Readings.of(near, [self._unigram(option) for option in near])

    def _unigram(self, reading: Reading) -> float:
        return sum(float(self._model.language.unigrams[id]) for id in reading.ids)

    def _readings(self, spelling: Spelling, lexicon: Lexicon) -> Iterator[Reading]:
        """The reading of a spelling in the case of what is seen, and in the other where damage may have hidden it."""
        at, word, seen = spelling.place, spelling.word, self._seen
        listed = at != NOT_HERE
        ids = spelling.ids or ((lexicon.ids[at] if listed else UNKNOWN),)
        kinds, share = (lexicon.kinds[at], lexicon.capital[at]) if listed else (0, _UNLISTED_CAPITAL)
        reading = Reading(recased(seen, word), word, ids, spelling.worth, spelling.damage, kinds, spelling.why, share)
        if self.upper:
            yield reading
            return
        if ids == (UNKNOWN,) and not listed and self.capital and not self._begins:
            as_name = self._model.name_letters.word(word) + _UNLISTED
            reading = replace(reading, score=max(spelling.likelihood, as_name) - spelling.damage.cost)
        share = _BEGINS if self._begins else min(max(share, _RARELY), 1 - _RARELY)
        chances = {True: math.log(share), False: math.log(1 - share)}
        shown = self.capital or (self._begins and not seen[0].isalpha())
        yield _cased(reading, shown, chances[shown])
        if word[0] in ACCENTED and seen[0].lower() != word[0]:
            yield _cased(reading, not shown, chances[not shown] + _CASE_LOST)


def _cased(reading: Reading, capital: bool, chance: float) -> Reading:
    return replace(reading, text=with_initial(reading.text, capital=capital), score=reading.score + chance)
