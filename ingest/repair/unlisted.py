"""Words that no list holds: compounds of known words, two words without their space, and likely letters."""

from __future__ import annotations

import math
from collections import defaultdict
from heapq import nlargest
from typing import Final

from .channel import ACCENTED, Edits
from .language import UNKNOWN, Reals
from .letters import BEGIN, Letters
from .lexicon import NAME_PART, SEPARATE, Lexicon
from .spellings import Damage, Spelling, Why, stretches

_MOST_PARTS: Final = 3
_SHORTEST_PART: Final = 2
_JOINT: Final = -1.5
"""Log probability that a word goes on with another part, by which compounds are rarer than their parts allow."""
_LINK: Final = -0.7
_NAME_PART: Final = math.log(2e-5)
"""Log probability of a part of the name of a place."""
_SHORTEST_WORD: Final = 2
_SHORTEST_SPLIT: Final = 7
"""Letters of two words in one; shorter ones are abbreviations."""
_SPACE_LOST: Final = math.log(1e-4)
_LONGEST: Final = 40
"""Letters of a compound; longer strings are no words, and take long."""
_BEST: Final = 3
_BEAM: Final = 8


def compounds(core: str, edits: Edits, lexicon: Lexicon, *, name: bool = False) -> list[Spelling]:
    """The likeliest words of two or three parts, joined by nothing or by an s; `name` also allows parts of names."""
    ways: defaultdict[int, list[tuple[int, Spelling]]] = defaultdict(list)
    ways[0] = [(0, Spelling("", Damage(), Why.COMPOUND))]
    for start in range(len(core) - 1 if len(core) <= _LONGEST else 0):
        best = nlargest(_BEST, ways.get(start, ()), key=_worth)
        if not best:
            continue
        for (end, place), damage in stretches(core, start, edits, lexicon).items():
            likely = lexicon.part[place]
            if name and lexicon.kinds[place] & NAME_PART:
                likely = max(likely, _NAME_PART)
            if likely == -math.inf or end - start < _SHORTEST_PART:
                continue
            for parts, begun in best:
                if parts < _MOST_PARTS and (parts or end < len(core)):
                    longer = _longer(begun, lexicon.words[place], damage, likely + (_JOINT if parts else 0.0))
                    ways[end].append((parts + 1, longer))
                    if core[end : end + 1] == "s":
                        ways[end + 1].append((parts + 1, _longer(longer, "s", Damage(), _LINK)))
    whole = [way for way in ways[len(core)] if way[0] > 1]
    words = {spelling.word: spelling for _, spelling in sorted(whole, key=_worth)}
    return nlargest(_BEST, words.values(), key=lambda spelling: spelling.worth)


def _worth(way: tuple[int, Spelling]) -> float:
    return way[1].worth


def _longer(begun: Spelling, part: str, damage: Damage, likelihood: float) -> Spelling:
    together = begun.damage.after(damage)
    return Spelling(begun.word + part, together, Why.COMPOUND, likelihood=begun.likelihood + likelihood)


def splits(core: str, edits: Edits, lexicon: Lexicon, unigrams: Reals) -> list[Spelling]:
    """The likeliest two known words that lost the space between them; one of them makes no compounds."""
    found: list[Spelling] = []
    if not _SHORTEST_SPLIT <= len(core) <= _LONGEST:
        return found
    for (end, place), damage in stretches(core, 0, edits, lexicon).items():
        if lexicon.ids[place] == UNKNOWN or not _SHORTEST_WORD <= end <= len(core) - _SHORTEST_WORD:
            continue
        for (last, second), more in stretches(core, end, edits, lexicon).items():
            separate = (lexicon.kinds[place] | lexicon.kinds[second]) & SEPARATE
            if last == len(core) and separate and lexicon.ids[second] != UNKNOWN:
                ids = lexicon.ids[place], lexicon.ids[second]
                word = f"{lexicon.words[place]} {lexicon.words[second]}"
                lost = Damage(shapes=1).after(damage).after(more)
                found.append(Spelling(word, lost, Why.SPACE, likelihood=_SPACE_LOST, ids=ids))
    return nlargest(_BEST, found, key=lambda split: split.worth + sum(float(unigrams[id]) for id in split.ids))


def likely(core: str, edits: Edits, letters: Letters) -> list[tuple[str, Damage]]:
    """The likeliest letters with their damage, whether or not they make a word that is known: a beam search."""
    ways: defaultdict[int, list[tuple[float, str, float, int, int, int]]] = defaultdict(list)
    ways[0] = [(0.0, BEGIN, 0.0, 0, 0, 0)]
    for at, letter in enumerate(core):
        for worth, begun, cost, lost, kept, shapes in nlargest(_BEAM, ways[at]):
            if letter.isalpha() or letter == "-":
                longer = worth + letters.next(begun, letter)
                ways[at + 1].append((longer, begun + letter, cost, lost, kept + (letter in ACCENTED), shapes))
            for seen, meant, price, accented in edits[at]:
                if accented or not shapes:
                    longer, word = worth - price, begun
                    for printed in meant:
                        longer += letters.next(word, printed)
                        word += printed
                    damage = cost + price, lost + accented, kept, shapes + (not accented)
                    ways[at + seen].append((longer, word, *damage))
    return [
        (word[1:], Damage(cost, lost, kept, shapes))
        for _, word, cost, lost, kept, shapes in nlargest(_BEST, ways[len(core)])
    ]
