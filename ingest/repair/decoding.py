"""From tokens to what was meant: readings, context, the page's damage and the document's own words together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from .contexts import SURE
from .damage import UNDAMAGED, blocks, first_rate, rates, suspect, weights
from .language import UNKNOWN
from .lattice import Lattice
from .lexicon import Lexicon
from .model import Model
from .names import people
from .passages import foreign
from .reader import BAR, Reader
from .readings import Reading, Readings
from .tokens import Kind, Token, tokens

Reals = npt.NDArray[np.float64]

_ROUNDS: Final = 3
"""Of estimating the damage; the document's own words weigh from the second on."""
_TEMPERATURE: Final = 1.5
"""By which the probabilities mean what they say; measured."""
_LEAST_OWN: Final = 5
"""Letters of a word that a document repeats for its subject's sake, not the language's."""
_OWN_SHARE: Final = 0.1
_LONG: Final = 12
"""Letters from which the end of a word is an ending."""
_MOST_BONUS: Final = 6.0


@dataclass(frozen=True, slots=True)
class Choice:
    """A word as seen, and its readings with their probabilities."""

    token: Token
    options: tuple[Reading, ...]
    probabilities: Reals
    person: bool
    """Does it stand where names of people stand?"""
    lost: float
    """Share of the accented letters around it that were lost."""


class Decoder:
    """Decides what was meant, text by text of one document."""

    def __init__(self, model: Model, reader: Reader, own: Lexicon) -> None:
        """A decoder for one document, with the words that it or the archive has undamaged elsewhere."""
        self._model, self._reader, self._own = model, reader, own
        self._times: defaultdict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        """How often each word was read in the texts so far, by what was seen."""
        self._words = 0
        self._fixed = {kind: reader.fixed(model.symbols.get(kind.value, UNKNOWN)) for kind in Kind}

    def choices(self, text: str, shapes: float) -> Iterator[Choice]:
        """The words of a text that have more than one reading, in order.

        Args:
            text: Of a page.
            shapes: How often letters without accents are misread on such pages, beside pages that lost their accents.
        """
        read = list(tokens(text))
        damaged = suspect([token.symbol for token in read if token.kind is Kind.WORD], self._model)
        places = self._places(read, damaged)
        if all(len(place.options) == 1 for place in places) and BAR not in text:
            return
        lattice = Lattice([place.words for place in places], self._model.language)
        if damaged:
            chosen, lost = self._damaged(text, read, places, lattice, shapes)
        else:
            chosen, lost = _undamaged(places, lattice, shapes)
        likeliest = [place.options[int(share.argmax())] for place, share in zip(places, chosen, strict=True)]
        persons = people(read, likeliest)
        for token, place, share, person, rate in zip(read, places, chosen, persons, lost, strict=True):
            if token.kind is Kind.WORD and any(option.text not in ("", token.text) for option in place.options):
                yield Choice(token, place.options, share, person, float(rate))

    def _damaged(
        self, text: str, read: Sequence[Token], places: Sequence[Readings], lattice: Lattice, shapes: float
    ) -> tuple[list[Reals], Reals]:
        """The probabilities of the readings and the rate of damage at each place, found by turns (EM)."""
        block = blocks([token.kind is Kind.BREAK for token in read])
        times = Counter(token.symbol for token in read)
        same = np.array([times[token.symbol] for token in read])
        lost = np.full(block[-1] + 1, first_rate(text))
        bonuses: list[Reals | float] = [0.0] * len(places)
        chosen: list[Reals] = []
        for left in reversed(range(_ROUNDS)):
            by_block = weights(lost, shapes)
            emissions = [
                place.scores + place.damage @ by_block[number] + bonus
                for place, number, bonus in zip(places, block, bonuses, strict=True)
            ]
            chosen = lattice.posteriors(emissions, 1.0 if left else _TEMPERATURE)
            expected = np.array([share @ place.damage for place, share in zip(places, chosen, strict=True)])
            lost = rates(expected / same[:, None], block)
            if left == _ROUNDS - 1:
                bonuses = self._bonuses(read, places, chosen)
            elif left:
                bonuses = self._wider(read, places, chosen, bonuses)
        return chosen, lost[block]

    def _places(self, read: Sequence[Token], damaged: bool) -> list[Readings]:
        places = [
            self._readings(token.text, before.kind in (Kind.BREAK, Kind.STOP), damaged)
            if token.kind is Kind.WORD
            else self._fixed[token.kind]
            for before, token in zip([read[0], *read], read, strict=False)
        ]
        words = [token.symbol if token.kind is Kind.WORD else None for token in read]
        elsewhere = foreign(words, [place.best for place in places])
        unknown = self._fixed[Kind.CODE]
        return [
            unknown if away and word not in (None, BAR) else place  # a bar is an I in English as well
            for away, word, place in zip(elsewhere, words, places, strict=True)
        ]

    def _readings(self, seen: str, begins: bool, damaged: bool) -> Readings:
        found = self._reader.readings(seen, begins, damaged)
        if self._own.words and damaged:
            return self._reader.with_own(seen, begins, found, self._own)
        return found

    def _bonuses(
        self, read: Sequence[Token], places: Sequence[Readings], chosen: Sequence[Reals]
    ) -> list[Reals | float]:
        """What speaks for the readings of words that the document has elsewhere, in another shape."""
        for token, place, share in zip(read, places, chosen, strict=True):
            for option, probability in zip(place.options, share, strict=True):
                if len(option.word) >= _LEAST_OWN:
                    self._times[stem(option.word)][token.symbol] += float(probability)
        self._words += len(places)
        return [
            self._bonus(token.symbol, place) if len(place.options) > 1 else 0.0
            for token, place in zip(read, places, strict=True)
        ]

    def _wider(
        self, read: Sequence[Token], places: Sequence[Readings], chosen: Sequence[Reals], bonuses: list[Reals | float]
    ) -> list[Reals | float]:
        """The bonuses, and what the sentences as they are read so far say for words that look alike."""
        likeliest = [place.options[int(share.argmax())].word for place, share in zip(places, chosen, strict=True)]
        symbols = [word or token.symbol for word, token in zip(likeliest, read, strict=True)]
        contexts = self._model.contexts
        return [
            bonus + contexts.bonus([option.word for option in place.options], share, symbols, at)
            if share.max() < SURE
            else bonus
            for at, (place, share, bonus) in enumerate(zip(places, chosen, bonuses, strict=True))
        ]

    def _bonus(self, seen: str, place: Readings) -> Reals:
        # Where it is seen in the same shape, it is just as doubtful there.
        times = [self._times.get(stem(option.word), {}) for option in place.options]
        others = np.array([sum(shapes.values()) - shapes.get(seen, 0.0) for shapes in times])
        likely = np.exp(np.maximum(place.likelihood, -30.0))
        bonus = np.log1p(_OWN_SHARE * np.where(others > 0.5, others, 0.0) / self._words / likely)
        return np.minimum(bonus, _MOST_BONUS)


def stem(word: str) -> str:
    """The word without the s of the genitive, a long one also without its definite ending."""
    word = word.removesuffix("s")
    return word[:-2] if len(word) >= _LONG and word.endswith(("et", "en")) else word


def _undamaged(places: Sequence[Readings], lattice: Lattice, shapes: float) -> tuple[list[Reals], Reals]:
    """The probabilities of the readings and the rate of damage, where hardly a letter is damaged."""
    lost = np.full(len(places), UNDAMAGED)
    rate = weights(lost[0], shapes)
    return lattice.posteriors([place.scores + place.damage @ rate for place in places], _TEMPERATURE), lost
