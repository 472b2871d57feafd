"""A question in Whoosh's terms: which fields a word is looked for in, and what each is worth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import Final

from whoosh.query import And, AndMaybe, NullQuery, Or, Phrase
from whoosh.query import Query as Matching
from whoosh.query import Term as Key
from whoosh.reading import IndexReader

from .analysis import Lexeme
from .query import Query, Term
from .schema import FOLDED, TEXT, TITLE

_FOLDED_WEIGHT: Final = 0.5
"""A word that is the same but for its marks is less surely the word that was meant: mal, mål."""
_TITLE_WEIGHT: Final = 2.0
_NEAR_WEIGHT: Final = 0.5
_NEAR: Final = 2
"""Words apart, at most, for words that follow each other in the question."""
_SIMILAR_WEIGHT: Final = 0.4
_MOST_SIMILAR: Final = 32
"""Keys in place of one that stands nowhere: each costs a look into the index."""
_SHORTEST_TO_RESEMBLE: Final = 5
"""Letters. Shorter words resemble too many others."""
_LONG: Final = 9
"""Letters from which two of them may differ."""


def all_of(query: Query, reader: IndexReader, similar: dict[Term, tuple[str, ...]]) -> Matching:
    """Pages that have every word; those where the words follow each other as in the question score higher."""
    every = And([term_query(term, reader, similar.get(term, ())) for term in query.terms])
    return AndMaybe(every, _near(query)) if query.near else every


def any_of(query: Query, reader: IndexReader, similar: dict[Term, tuple[str, ...]]) -> Matching:
    """Pages that have at least one of the words; phrases count by their words."""
    words = [word for term in query.terms for word in _words(term)]
    some = Or([term_query(word, reader, similar.get(word, ())) for word in words])
    return AndMaybe(some, _near(query)) if query.near else some


def term_query(term: Term, reader: IndexReader, similar: Iterable[str] = ()) -> Matching:
    """Pages that have one word or phrase of the question."""
    alternatives = chain(_alternatives(term, reader), (Key(TEXT, key, _SIMILAR_WEIGHT) for key in similar))
    return _either(list(alternatives))


def similar_keys(query: Query, reader: IndexReader) -> dict[Term, tuple[str, ...]]:
    """For each word that stands on no page: stems that begin with it, or that differ from it in a letter or two."""
    words = [word for term in query.terms for word in _words(term)]
    absent = [word for word in words if len(word.lexemes) == 1 and not _alternatives(word, reader)]
    return {word: tuple(islice(_similar(word.lexemes[0].exact, reader), _MOST_SIMILAR)) for word in absent}


def _similar(key: str, reader: IndexReader) -> Iterable[str]:
    if len(key) < _SHORTEST_TO_RESEMBLE or not key.isalpha():
        return ()
    beginning = (text.decode() for text in reader.expand_prefix(TEXT, key))
    alike = reader.terms_within(TEXT, key, maxdist=2 if len(key) >= _LONG else 1, prefix=1)
    return dict.fromkeys(chain(alike, beginning))


def _words(term: Term) -> Iterable[Term]:
    return [Term(word.exact, (word,)) for word in term.lexemes] if term.phrase else [term]


def _alternatives(term: Term, reader: IndexReader) -> list[Matching]:
    if len(term.lexemes) == 1:
        keys = [Key(*key) for key in _keys(term.lexemes[0])]
        return [key for key in keys if (key.fieldname, key.text.encode()) in reader]
    whole = term.lexemes[0].whole
    number = [Key(field, whole) for field in (TEXT, TITLE) if whole and (field, whole.encode()) in reader]
    return [*number, *_phrases(term.lexemes)]


def _keys(word: Lexeme) -> list[tuple[str, str, float]]:
    keys = [(TEXT, word.exact, 1.0), (TITLE, word.exact, _TITLE_WEIGHT)]
    if word.whole:
        keys += [(TEXT, word.whole, 1.0)]
    if word.folded:
        return [*keys, (TEXT, word.folded, _FOLDED_WEIGHT), (TITLE, word.folded, _FOLDED_WEIGHT)]
    return [*keys, (FOLDED, word.exact, _FOLDED_WEIGHT)]


def _phrases(words: Sequence[Lexeme]) -> list[Matching]:
    exact = tuple(word.exact for word in words)
    bare = tuple(word.folded or word.exact for word in words)
    return [Phrase(TEXT, list(keys)) for keys in dict.fromkeys((exact, bare))]


def _near(query: Query) -> Matching:
    return Or([Phrase(TEXT, [first.exact, then.exact], slop=_NEAR, boost=_NEAR_WEIGHT) for first, then in query.near])


def _either(alternatives: list[Matching]) -> Matching:
    if not alternatives:
        return NullQuery
    return alternatives[0] if len(alternatives) == 1 else Or(alternatives)
