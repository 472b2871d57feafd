"""What is asked for, worked out for all records at once: which have it, and what it is worth there."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from typing import Final, NamedTuple

import numpy as np

from ..analysis.lexemes import Lexeme
from ..analysis.lexemes import word as lexeme_of
from ..fields import ABOUT, DECISION, FILE, HEADING, LOOSE, OF_DOCUMENTS, PARTY, TEXT, TITLE
from ..querying.nodes import All, Any, Fuzzy, Node, Not, Part, Phrase, Prefix, Where, Word
from .conditions import records
from .phrases import in_a_row
from .postings import POSITION_BITS, Mask, Numbers
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


class Scored(NamedTuple):
    """Of each record whether it has what was asked for, and what that is worth: nothing where it has not."""

    mask: Mask
    score: Numbers


class _Key(NamedTuple):
    """A key in a field, and what it is worth to be found so."""

    field: str
    key: str
    weight: float


class Late(Exception):
    """The time that an answer may take is over."""


class Evaluation:
    """One question's; what it has worked out once it knows."""

    def __init__(self, snapshot: Snapshot, weights: Weights, until: float) -> None:
        self.snapshot = snapshot
        self.weights = weights
        self._until = until
        self._made: dict[Node, Scored] = {}
        self._worth: Final = {
            TEXT: weights.text,
            LOOSE: weights.loose,
            HEADING: weights.heading,
            DECISION: weights.decision,
            TITLE: weights.title,
            PARTY: weights.party,
            FILE: weights.file,
            ABOUT: weights.about,
        }
        relative = snapshot.length / snapshot.mean_length
        self._norm: Final = (1 / (1 - weights.b + weights.b * relative)).astype(np.float32)
        self.expanded: list[str] = []
        """The keys that prefixes and fuzzy words stand for."""

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
        ways = [self.together(map(self.of, words)) for words in stead.divided]
        return self.either([*ways, self._weighed(self._similar(stead.similar, None))])

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
        return self._weighed([_Key(field, key, self._worth[field])])

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
                return self._phrase(lexemes)
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
        whole = self._keys(first.whole, word.part) if first.whole else ()
        if not others:
            return self._weighed([*whole, *self._keys(first.exact, word.part), *self._bare(first, word.part)])
        if word.part:
            together = self.together(self._weighed(self._keys(each.exact, word.part)) for each in word.lexemes)
            return self.either([self._weighed(whole), together])
        return self.either([self._weighed(whole), self._phrase(word.lexemes)])

    def _keys(self, key: str, part: Part | None) -> Iterator[_Key]:
        """Where a key may stand, in a part or anywhere."""
        fields = (_FIELDS[part],) if part else self._worth
        return (_Key(field, key, self._worth[field]) for field in fields)

    def _bare(self, lexeme: Lexeme, part: Part | None) -> Iterator[_Key]:
        """The same without the marks of the word: loose keys are without them already."""
        keys = self._keys(lexeme.folded, part) if lexeme.folded else ()
        return (each._replace(weight=each.weight * self.weights.bare) for each in keys if each.field != LOOSE)

    def _beginning(self, letters: str) -> list[StandIn]:
        found = self.snapshot.beginning(letters, MOST)
        own = lexeme_of(letters).exact  # of avtalet* the stem is shorter than what was typed
        return [StandIn(key, 1.0) for key in dict.fromkeys((*found, own)) if key != own or self.snapshot.pages(own)]

    def _expanded(self, keys: Sequence[StandIn], part: Part | None) -> Scored:
        self.expanded += (each.key for each in keys)
        return self._weighed(self._similar(keys, part))

    def _similar(self, keys: Iterable[StandIn], part: Part | None) -> Iterator[_Key]:
        for key, closeness in keys:
            less = self.weights.similar * closeness
            for each in self._keys(key, part):
                if each.field != LOOSE:
                    yield each._replace(weight=each.weight * less)

    def _weighed(self, keys: Iterable[_Key]) -> Scored:
        """Which records have any of the keys: how often, in all fields and by what each is worth, is one frequency."""
        often = np.zeros(len(self.snapshot.page), np.float32)
        of_documents = np.zeros(len(self.snapshot.heads), np.float32)
        for field, key, weight in keys:
            found, weights = self.snapshot.postings.of(field, key)
            if not len(found):
                continue
            if field in OF_DOCUMENTS:
                of_documents[self.snapshot.owner[found]] += weight * weights
            elif field in (TEXT, LOOSE):
                often[found] += weight * weights * self._norm[found]
            else:
                often[found] += weight * weights
        if of_documents.any():
            often += self.snapshot.spread(of_documents)
        return self._of_frequency(often)

    def _phrase(self, lexemes: Sequence[Lexeme]) -> Scored:
        """Records in which the words follow each other, with their marks or without."""
        bare = tuple(each.folded or each.exact for each in lexemes)
        exact = tuple(each.exact for each in lexemes)
        often = np.zeros(len(self.snapshot.page), np.float32)
        for keys, weight in {bare: self.weights.bare, exact: 1.0}.items():
            places = in_a_row([self.snapshot.postings.places(TEXT, key) for key in keys])
            found, counts = np.unique(places >> POSITION_BITS, return_counts=True)
            often[found] += self.weights.text * weight * counts * self._norm[found]
        mask, score = self._of_frequency(often)
        return Scored(mask, score * np.float32(self.weights.phrase))

    def _of_frequency(self, often: Numbers) -> Scored:
        mask = (often > 0) & self.snapshot.units
        k1 = np.float32(self.weights.k1)
        score = np.float32(self.rarity(mask)) * often * (k1 + 1) / (k1 + often)
        return Scored(mask, np.where(mask, score, np.float32(0)))
