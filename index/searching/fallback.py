"""All the words on one page or, where no page has them, what comes nearest, and a sentence that says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, NamedTuple

import numpy as np

from ..querying.nodes import Phrase, Sought, Word
from .evaluation import Evaluation, Scored
from .spelling import StandIns
from .surfaces import written

_MOST_ABSENT: Final = 4
"""Words of one question that others are looked for in place of: each costs a look at all words of the archive."""
_APART: Final = "no page has the words in quotation marks one after the other; these have the words"
_SPREAD: Final = "no page has all the words; these documents have them on different pages"
_SOME: Final = "no page has all the words; these have some of them"
_INSTEAD: Final = 'no page has "{}"; searched for in its place: {}'
_MOST_NAMED: Final = 3
"""Words in place of one: those that are most like it."""

Stead = Mapping[Word, StandIns]


class Found(NamedTuple):
    """What comes nearest to the question."""

    scored: Scored
    notes: tuple[str, ...] = ()
    """In what it is less than what was asked for."""
    similar: tuple[str, ...] = ()
    """Keys that were looked for in place of words that stand nowhere."""


def best_found(evaluation: Evaluation, words: Sequence[Sought], must: Scored) -> Found:
    """What has all of the words or, where nothing has, as much of them as there is; within what must hold."""
    if not must.mask.any():
        return Found(evaluation.nothing())
    found = next(filter(_any, _attempts(evaluation, words, must)), None)
    return found or Found(evaluation.nothing())


def _any(found: Found) -> bool:
    return bool(found.scored.mask.any())


def _attempts(evaluation: Evaluation, words: Sequence[Sought], must: Scored) -> Iterator[Found]:
    """From the narrowest understanding to the widest, each worked out only if those before it found nothing."""
    asked = [evaluation.of(word) for word in words]
    yield Found(evaluation.together([must, *asked]))
    apart = _apart(words)
    if len(apart) > len(words):
        yield Found(evaluation.together([must, *map(evaluation.of, apart)]), (_APART,))
    yield Found(_on_different_pages(evaluation, asked, must), (_SPREAD,))
    stead = _in_place_of_absent(evaluation, apart)
    similar = tuple(_keys(stead.values()))
    notes = tuple(_instead(stead))
    instead = [_or_instead(evaluation, word, stead) for word in apart]
    if stead:
        yield Found(evaluation.together([must, *instead]), notes, similar)
        yield Found(_on_different_pages(evaluation, instead, must), (*notes, _SPREAD), similar)
    yield Found(_some(evaluation, instead, must), (*notes, _SOME), similar)
    parts = [evaluation.of(part) for each in stead.values() for way in each.divided for part in way]
    yield Found(_on_different_pages(evaluation, parts, must), (*notes, _SPREAD), similar)
    yield Found(_some(evaluation, parts, must), (*notes, _SOME), similar)


def _apart(words: Iterable[Sought]) -> list[Sought]:
    """The same, with the words of each phrase for themselves."""
    each = (_words(word) if isinstance(word, Phrase) else (word,) for word in words)
    return list(dict.fromkeys(word for several in each for word in several))


def _words(phrase: Phrase) -> Iterator[Word]:
    return (Word(lexeme.exact, (lexeme,), phrase.part) for lexeme in phrase.lexemes)


def _on_different_pages(evaluation: Evaluation, words: Sequence[Scored], must: Scored) -> Scored:
    """Pages with any of the words, of documents that have each of them somewhere."""
    snapshot = evaluation.snapshot
    found = _some(evaluation, words, must)
    for word in words:
        inside = snapshot.spread(snapshot.documents(word.mask & must.mask))
        found = Scored(found.mask & inside, found.score)
    return found


def _some(evaluation: Evaluation, words: Sequence[Scored], must: Scored) -> Scored:
    """Pages with any of the words; worth more, the more they have."""
    found = evaluation.together([must, evaluation.either(words)])
    rarities = [evaluation.rarity(word.mask) if word.mask.any() else 0.0 for word in words]
    covered = sum((np.float32(rarity) * word.mask for rarity, word in zip(rarities, words, strict=True)), np.float32(0))
    share = covered / np.float32(sum(rarities) or 1)
    return Scored(found.mask, found.score * share ** np.float32(evaluation.weights.coverage))


def _in_place_of_absent(evaluation: Evaluation, words: Iterable[Sought]) -> Stead:
    """For each word that stands on no page, what is looked for instead."""
    absent = (word for word in words if isinstance(word, Word) and not evaluation.of(word).mask.any())
    found = {word: evaluation.snapshot.speller.stand_ins(word) for word in islice(absent, _MOST_ABSENT)}
    return {word: stead for word, stead in found.items() if stead != StandIns()}


def _instead(stead: Stead) -> Iterator[str]:
    """What was looked for in place of each word."""
    for word, each in stead.items():
        like = dict.fromkeys(written(key, word.text) for key, _ in each.similar)
        made_of = [" + ".join(part.text for part in way) for way in each.divided]
        named = (*made_of, *like)
        yield _INSTEAD.format(word.text, ", ".join((*named[:_MOST_NAMED], *["..."][: len(named) - _MOST_NAMED])))


def _or_instead(evaluation: Evaluation, word: Sought, stead: Stead) -> Scored:
    if isinstance(word, Word) and word in stead:
        return evaluation.instead(stead[word])
    return evaluation.of(word)


def _keys(stead: Iterable[StandIns]) -> Iterator[str]:
    for similar, divided in ((each.similar, each.divided) for each in stead):
        yield from (each.key for each in similar)
        yield from (lexeme.exact for words in divided for word in words for lexeme in word.lexemes)
