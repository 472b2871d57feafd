"""What is asked for, worked out for all records at once: which have it, and what it is worth there."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np

from ...swedish.compounds import halves
from ..analysis.lexemes import Lexeme
from ..analysis.lexemes import word as lexeme_of
from ..fields import DECISION, FILE, HEADING, LOOSE, PARTY, TEXT, TITLE
from ..querying.nodes import All, Any, Fuzzy, Node, Not, Part, Phrase, Prefix, Sought, Where, Word
from .conditions import records
from .frequencies import Frequencies, Key
from .postings import Mask, Numbers
from .snapshot import Snapshot
from .spelling import MOST, StandIn, StandIns
from .weights import Weights

_FIELDS: Final[dict[Part, str]] = {
    "title": TITLE,
    "heading": HEADING,
    "party": PARTY,
    "decision": DECISION,
    "file": FILE,
}


_RARE: Final = 10
"""Pages with a compound; of one that stands on no more, pages are found too that have its parts anywhere."""


class Scored(NamedTuple):
    """Of each record whether it has what was asked for, and what that is worth: nothing where it has not."""

    mask: Mask
    score: Numbers


class Late(Exception):
    """The time that an answer may take is over."""


class Evaluation:
    """One question's; what it has worked out once it knows."""

    def __init__(self, snapshot: Snapshot, weights: Weights, until: float, words: Sequence[Sought] = ()) -> None:
        self.snapshot = snapshot
        self.weights = weights
        self._until = until
        self._frequencies = Frequencies(snapshot, weights)
        self._made: dict[Node, Scored] = {}
        self._joined = _joined(snapshot, words)
        self.expanded = [key for keys in self._joined.values() for key in keys]
        """The keys that prefixes and fuzzy words stand for, and words that are printed as one."""

    def of(self, node: Node) -> Scored:
        """Which records have it.

        Raises:
            Late: There is no time left.
        """
        if node not in self._made:
            if time.monotonic() > self._until:
                raise Late
            self._made[node] = self._scored(node)
        return self._made[node]

    def instead(self, stead: StandIns) -> Scored:
        """Which records have what stands in for a word."""
        often = self._frequencies.of(self._similar(stead.similar, None))
        for words in stead.divided:
            often = often + self._frequencies.of_parts([word.lexemes[0].exact for word in words])
        ways = [self.together(map(self.of, words)) for words in stead.divided]
        return self.either([*ways, self._of_frequency(often)])

    def nothing(self) -> Scored:
        """No record."""
        size = len(self.snapshot.page)
        return Scored(np.zeros(size, np.bool_), np.zeros(size, np.float32))

    def everything(self) -> Scored:
        """All units."""
        return Scored(self.snapshot.units, np.zeros(len(self.snapshot.page), np.float32))

    def together(self, each: Iterable[Scored]) -> Scored:
        """Which units have all of these."""
        all_of = reduce(
            lambda one, other: Scored(one.mask & other.mask, one.score + other.score), each, self.everything()
        )
        return Scored(all_of.mask, np.where(all_of.mask, all_of.score, np.float32(0)))

    def either(self, each: Iterable[Scored]) -> Scored:
        """Which records have any of these."""
        return reduce(lambda one, other: Scored(one.mask | other.mask, one.score + other.score), each, self.nothing())

    def of_key(self, field: str, key: str) -> Scored:
        """Which records have a key in a field."""
        return self._of_frequency(self._frequencies.of([Key(field, key, self._frequencies.worth[field])]))

    def rarity(self, mask: Mask) -> float:
        """What it is worth to have what these records have; of BM25."""
        having = int((mask & self.snapshot.units).sum())
        return float(np.log1p((self.snapshot.units.sum() - having + 0.5) / (having + 0.5)))

    def worth(self, key: str) -> float:
        """What it is worth to have a key in the text."""
        mask = np.zeros(len(self.snapshot.page), np.bool_)
        mask[self.snapshot.postings.of(TEXT, key).records] = True
        return self.rarity(mask)

    def _scored(self, node: Node) -> Scored:
        match node:
            case Word():
                return self._word(node)
            case Phrase(_, lexemes, None):
                mask, score = self._of_frequency(self._frequencies.of_phrase(lexemes))
                return Scored(mask, score * np.float32(self.weights.phrase))
            case Phrase(_, lexemes, part):
                return self.together(self.of(Word(each.exact, (each,), part)) for each in lexemes)
            case Prefix(_, beginning, part):
                return self._expanded(self._beginning(beginning), part)
            case Fuzzy(_, lexeme, distance, part):
                return self._expanded(self.snapshot.speller.fuzzy(lexeme, distance), part)
            case Where(_, condition):
                return Scored(records(self.snapshot, condition) & self.snapshot.units, self.nothing().score)
            case All(nodes):
                return self.together(map(self.of, nodes))
            case Any(nodes):
                return self.either(list(map(self.of, nodes)))
            case Not(inner):
                return Scored(self.snapshot.units & ~self.of(inner).mask, self.nothing().score)

    def _word(self, word: Word) -> Scored:
        first, *others = word.lexemes
        keys = [*self._keys(first.whole, word.part)] if first.whole else []
        if not others:
            keys += (*self._keys(first.exact, word.part), *self._less(first, word.part), *self._as_one(word))
            often = self._frequencies.of(keys)
            return self._of_frequency(often) if word.part else self._or_parts(word, often)
        if word.part:
            each = (self._frequencies.of(self._keys(lexeme.exact, word.part)) for lexeme in word.lexemes)
            return self._of_frequency(self._frequencies.of(keys) + reduce(np.minimum, each))
        return self._of_frequency(self._frequencies.of(keys) + self._frequencies.of_phrase(word.lexemes))

    def _or_parts(self, word: Word, often: Numbers) -> Scored:
        """What has a word or, less surely, what it consists of; one that stands nowhere is for who asks to judge."""
        pages = self.snapshot.pages(word.lexemes[0].exact)
        divided = halves(word.text.lower()) if pages else ()
        if not divided:
            return self._of_frequency(often)
        each = [Word(part, (lexeme_of(part),)) for part in divided]
        found = self._of_frequency(often + self._frequencies.of_parts([one.lexemes[0].exact for one in each]))
        if pages > _RARE:
            return found
        mask, score = self.together(map(self.of, each))
        return self.either([found, Scored(mask, score * np.float32(self.weights.apart))])

    def _as_one(self, word: Word) -> Iterator[Key]:
        """What it is printed as together with the word before or after it in the question."""
        for key in self._joined.get(word, ()):
            yield Key(TEXT, key, self.weights.joined * self.weights.text)

    def _keys(self, key: str, part: Part | None) -> Iterator[Key]:
        """Where a key may stand, in a part or anywhere."""
        worth = self._frequencies.worth
        return (Key(field, key, worth[field]) for field in ((_FIELDS[part],) if part else worth))

    def _less(self, lexeme: Lexeme, part: Part | None) -> Iterator[Key]:
        """What is less surely the word: without its marks, which loose keys lack already, or the verb it comes from."""
        for key in self._keys(lexeme.folded, part) if lexeme.folded else ():
            if key.field != LOOSE:
                yield key._replace(weight=key.weight * self.weights.bare)
        for key in self._keys(lexeme.root, part) if lexeme.root else ():
            yield key._replace(weight=key.weight * self.weights.root)

    def _beginning(self, letters: str) -> list[StandIn]:
        found = self.snapshot.beginning(letters, MOST)
        own = lexeme_of(letters).exact  # of avtalet* the stem is shorter than what was typed
        return [StandIn(key, 1.0) for key in dict.fromkeys((*found, own)) if key != own or self.snapshot.pages(own)]

    def _expanded(self, keys: Sequence[StandIn], part: Part | None) -> Scored:
        self.expanded += (each.key for each in keys)
        return self._of_frequency(self._frequencies.of(self._similar(keys, part)))

    def _similar(self, keys: Iterable[StandIn], part: Part | None) -> Iterator[Key]:
        for key, closeness in keys:
            less = self.weights.similar * closeness
            for each in self._keys(key, part):
                if each.field != LOOSE:
                    yield each._replace(weight=each.weight * less)

    def _of_frequency(self, often: Numbers) -> Scored:
        mask = (often > 0) & self.snapshot.units
        k1 = np.float32(self.weights.k1)
        score = np.float32(self.rarity(mask)) * often * (k1 + 1) / (k1 + often)
        return Scored(mask, np.where(mask, score, np.float32(0)))


def _joined(snapshot: Snapshot, words: Sequence[Sought]) -> dict[Word, list[str]]:
    """For words of which two that follow each other are printed as one, what that is."""
    joined = defaultdict[Word, list[str]](list)
    for first, then in pairwise(words):
        if isinstance(first, Word) and isinstance(then, Word) and (key := snapshot.speller.joined(first, then)):
            joined[first].append(key)
            joined[then].append(key)
    return joined
