"""Which words may stand behind the letters that are seen: known words, compounds of them, and likely letters."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Final, NamedTuple

from .channel import ACCENTED, Edit
from .language import UNKNOWN, Reals
from .letters import BEGIN, Letters
from .lexicon import NOT_HERE, SEPARATE, Lexicon

_DEAREST: Final = 14.0
"""Nats of damage beyond which no word is likely enough for any context to choose it."""
_MOST_SHAPES: Final = 2
_MOST_STEPS: Final = 6000
"""A search of one token; hostile strings end there."""
_MOST_PARTS: Final = 3
_SHORTEST_PART: Final = 2
_JOINT: Final = -1.5
"""Log probability that a word goes on with another part, by which compounds are rarer than their parts allow."""
_LINK: Final = -0.7
_SHORTEST_WORD: Final = 2
_SHORTEST_SPLIT: Final = 7
"""Letters of two words in one; shorter ones are abbreviations."""
_SPACE_LOST: Final = math.log(1e-3)
_BEST: Final = 3
_BEAM: Final = 8


class Damage(NamedTuple):
    """What must have happened to a word to look as it is seen."""

    cost: float = 0.0
    """Nats, but for the rates at which letters are damaged on the page."""
    lost: int = 0
    """Accented letters that were damaged."""
    kept: int = 0
    """Accented letters that came through."""
    shapes: int = 0
    """Other letters that were misread."""

    def after(self, other: Damage) -> Damage:
        """Both, one after the other."""
        return Damage(
            self.cost + other.cost, self.lost + other.lost, self.kept + other.kept, self.shapes + other.shapes
        )


@dataclass(frozen=True, slots=True)
class Spelling:
    """A word that may have been printed."""

    word: str
    damage: Damage
    place: int = NOT_HERE
    """In the lexicon; NOT_HERE for compounds and for likely letters."""
    likelihood: float = 0.0
    """Log probability of the letters among words that no list holds; of known words 0."""
    ids: tuple[int, ...] = ()
    """Of two words that stand without a space, their ids; otherwise empty."""


Edits = Sequence[tuple[Edit, ...]]


def known(core: str, edits: Edits, lexicon: Lexicon, dearest: float = _DEAREST) -> Iterator[Spelling]:
    """The words of the lexicon that may look like the lower-case letters seen."""
    for (end, place), damage in _walk(core, 0, edits, lexicon, dearest).items():
        if end == len(core):
            yield Spelling(lexicon.words[place], damage, place, lexicon.spelling[place])


def _walk(core: str, start: int, edits: Edits, lexicon: Lexicon, dearest: float) -> dict[tuple[int, int], Damage]:
    """Every (end, place) of a word that may be seen from `start` to that end, with the least damage."""
    found: dict[tuple[int, int], Damage] = {}
    words, narrow, length = lexicon.words, lexicon.narrow, len(core)
    waiting: list[tuple[int, str, int, float, int, int, int]] = [(start, "", 0, 0.0, 0, 0, 0)]
    for _ in range(_MOST_STEPS):
        if not waiting:
            break
        at, prefix, low, cost, lost, kept, shapes = waiting.pop()
        if prefix and words[low] == prefix:
            best = found.get((at, low))
            if best is None or best.cost > cost:
                found[at, low] = Damage(cost, lost, kept, shapes)
        if at == length:
            continue
        letter = core[at]
        if letter.isalpha() or letter == "-":
            longer = prefix + letter
            if (place := narrow(longer, low)) != NOT_HERE:
                waiting.append((at + 1, longer, place, cost, lost, kept + (letter in ACCENTED), shapes))
        for edit in edits[at]:
            dear = cost + edit.cost
            if dear > dearest or (not edit.accented and shapes == _MOST_SHAPES) or (not edit.length and not prefix):
                continue
            longer = prefix + edit.meant
            if (place := narrow(longer, low)) != NOT_HERE:
                waiting.append(
                    (at + edit.length, longer, place, dear, lost + edit.accented, kept, shapes + (not edit.accented))
                )
    return found


def compounds(core: str, edits: Edits, lexicon: Lexicon, dearest: float = _DEAREST) -> list[Spelling]:
    """The likeliest words of two or three parts, joined by nothing or by an s."""
    ways: defaultdict[int, list[tuple[float, int, Spelling]]] = defaultdict(list)
    ways[0] = [(0.0, 0, Spelling("", Damage()))]
    for start in range(len(core) - 1):
        if start not in ways:
            continue
        best = sorted(ways[start], key=lambda way: -way[0])[:_BEST]
        for (end, place), damage in _walk(core, start, edits, lexicon, dearest).items():
            likely = lexicon.part[place]
            if likely == -math.inf or end - start < _SHORTEST_PART:
                continue
            for _, parts, begun in best:
                if parts < _MOST_PARTS and not (end == len(core) and not parts):
                    longer = _longer(begun, lexicon.words[place], damage, likely + (_JOINT if parts else 0.0))
                    ways[end].append((_worth(longer), parts + 1, longer))
                    if core[end : end + 1] == "s":
                        linked = _longer(longer, "s", Damage(), _LINK)
                        ways[end + 1].append((_worth(linked), parts + 1, linked))
    whole = {spelling.word: spelling for _, parts, spelling in sorted(ways[len(core)], key=lambda w: w[0]) if parts > 1}
    return sorted(whole.values(), key=_worth, reverse=True)[:_BEST]


def _longer(begun: Spelling, part: str, damage: Damage, likelihood: float) -> Spelling:
    return Spelling(begun.word + part, begun.damage.after(damage), likelihood=begun.likelihood + likelihood)


def _worth(spelling: Spelling) -> float:
    return spelling.likelihood - spelling.damage.cost


def splits(core: str, edits: Edits, lexicon: Lexicon, unigrams: Reals, dearest: float = _DEAREST) -> list[Spelling]:
    """The likeliest two known words that lost the space between them."""
    found: list[Spelling] = []
    if len(core) < _SHORTEST_SPLIT:
        return found
    for (end, place), damage in _walk(core, 0, edits, lexicon, dearest).items():
        if lexicon.ids[place] == UNKNOWN or not _SHORTEST_WORD <= end <= len(core) - _SHORTEST_WORD:
            continue
        for (last, second), more in _walk(core, end, edits, lexicon, dearest).items():
            if (
                last == len(core)
                and lexicon.ids[second] != UNKNOWN
                and (lexicon.kinds[place] | lexicon.kinds[second]) & SEPARATE
            ):
                ids = lexicon.ids[place], lexicon.ids[second]
                word = f"{lexicon.words[place]} {lexicon.words[second]}"
                lost = Damage(shapes=1).after(damage).after(more)
                found.append(Spelling(word, lost, likelihood=_SPACE_LOST, ids=ids))
    return sorted(found, key=lambda s: _worth(s) + sum(float(unigrams[id]) for id in s.ids), reverse=True)[:_BEST]


def likely(core: str, edits: Edits, letters: Letters) -> list[Spelling]:
    """The likeliest letters, whether or not they make a word that is known: a beam search."""
    ways: defaultdict[int, list[tuple[float, str, float, int, int, int]]] = defaultdict(list)
    ways[0] = [(0.0, BEGIN, 0.0, 0, 0, 0)]
    for at, letter in enumerate(core):
        for worth, begun, cost, lost, kept, shapes in nlargest(_BEAM, ways[at]):
            if letter.isalpha() or letter == "-":
                longer = worth + letters.next(begun, letter)
                ways[at + 1].append((longer, begun + letter, cost, lost, kept + (letter in ACCENTED), shapes))
            for edit in edits[at]:
                if edit.length and (edit.accented or not shapes):
                    longer, word = worth - edit.cost, begun
                    for meant in edit.meant:
                        longer += letters.next(word, meant)
                        word += meant
                    damage = lost + edit.accented, kept, shapes + (not edit.accented)
                    ways[at + edit.length].append((longer, word, cost + edit.cost, *damage))
    return [
        Spelling(word[1:], Damage(cost, lost, kept, shapes), likelihood=worth)
        for worth, word, cost, lost, kept, shapes in nlargest(_BEST, ways[len(core)])
    ]
