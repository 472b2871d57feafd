"""Which known words may stand behind the letters that are seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from .channel import ACCENTED, Edits
from .lexicon import NOT_HERE, Lexicon

_DEAREST: Final = 14.0
"""Nats of damage beyond which no word is likely enough for any context to choose it."""
_MOST_SHAPES: Final = 2
_MOST_STEPS: Final = 6000
"""Of one search; hostile strings end there."""


class Damage(NamedTuple):
    """What must have happened to a word to look as it is seen."""

    cost: float = 0.0
    """Nats, but for the rates at which letters are damaged on the page."""
    lost: int = 0
    """Accented letters that were damaged."""
    kept: int = 0
    """Accented letters that came through."""
    shapes: int = 0
    """Other letters that were misread, and spaces that were lost."""

    def after(self, other: Damage) -> Damage:
        """Both, one after the other."""
        return Damage(
            self.cost + other.cost, self.lost + other.lost, self.kept + other.kept, self.shapes + other.shapes
        )


UNHURT: Final = Damage()


class Why(StrEnum):
    """What a repair rests on."""

    WORD = "word"
    """A word of the lexicon."""
    COMPOUND = "compound"
    """Words of the lexicon, joined."""
    SPACE = "space"
    """Two words of the lexicon without the space between them."""
    LETTERS = "letters"
    """Nothing but which letters follow each other in words."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A word that may have been printed."""

    word: str
    damage: Damage
    why: Why
    place: int = NOT_HERE
    """In the lexicon; NOT_HERE for what no list holds."""
    likelihood: float = 0.0
    """Log probability of the letters among words that the language model does not know; of those it knows 0."""
    ids: tuple[int, ...] = ()
    """Of two words that stand without a space, their ids; otherwise empty."""

    @property
    def worth(self) -> float:
        """What speaks for it, but for the word's own frequency."""
        return self.likelihood - self.damage.cost


def known(core: str, edits: Edits, lexicon: Lexicon) -> Iterator[Spelling]:
    """The words of the lexicon that may look like the lower-case letters seen."""
    for (end, place), damage in stretches(core, 0, edits, lexicon).items():
        if end == len(core):
            yield Spelling(lexicon.words[place], damage, Why.WORD, place, lexicon.spelling[place])


def stretches(core: str, start: int, edits: Edits, lexicon: Lexicon) -> dict[tuple[int, int], Damage]:
    """Every (end, place in the lexicon) of a word that may be seen from `start` to that end, with the least damage."""
    found: dict[tuple[int, int], Damage] = {}
    words, places, length = lexicon.words, lexicon.places, len(core)
    waiting: list[tuple[int, str, int, float, int, int, int]] = [(start, "", 0, 0.0, 0, 0, 0)]
    for _ in range(_MOST_STEPS):
        if not waiting:
            break
        at, prefix, low, cost, lost, kept, shapes = waiting.pop()
        if prefix and words[low] == prefix and ((at, low) not in found or found[at, low].cost > cost):
            found[at, low] = Damage(cost, lost, kept, shapes)
        if at == length:
            continue
        letter = core[at]
        if (letter.isalpha() or letter == "-") and (place := places[prefix + letter]) != NOT_HERE:
            waiting.append((at + 1, prefix + letter, place, cost, lost, kept + (letter in ACCENTED), shapes))
        for seen, meant, price, accented in edits[at]:
            if cost + price > _DEAREST or not (accented or shapes < _MOST_SHAPES) or not (seen or prefix):
                continue
            longer = prefix + meant
            if (place := places[longer]) != NOT_HERE:
                damage = cost + price, lost + accented, kept, shapes + (not accented)
                waiting.append((at + seen, longer, place, *damage))
    return found
