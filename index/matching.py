"""A question in Whoosh's terms: which fields a word is looked for in, and what each is worth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice
from typing import Final, NamedTuple

from whoosh.query import And, NullQuery, Or, Phrase
from whoosh.query import Query as Matching
from whoosh.query import Term as Key
from whoosh.reading import IndexReader

from ..swedish.compounds import parts
from .analysis.lexemes import Lexeme, word
from .query import Query, Term
from .schema import LOOSE, TEXT, TITLE

_LOOSE_WEIGHT: Final = 0.5
"""A word that is the same but for its marks, or part of another, is less surely the word that was meant: mal, mål."""
_TITLE_WEIGHT: Final = 2.0
_SIMILAR_WEIGHT: Final = 0.4
_MOST_SIMILAR: Final = 32
"""Keys in place of one that stands nowhere: each costs a look into the index."""
_MOST_ABSENT: Final = 4
"""Words that others are looked for in place of: each costs a pass over all words that begin with its first letter."""
_SHORTEST_TO_RESEMBLE: Final = 5
"""Letters. Shorter words resemble too many others."""
_LONG: Final = 9
"""Letters from which two of them may differ."""


class Instead(NamedTuple):
    """What is looked for in place of a word that stands on no page."""

    similar: tuple[str, ...]
    """Stems that begin with it, or that differ from it in a letter or two."""
    parts: tuple[Term, ...]
    """What it consists of, if it is a compound: fönsterbyte may be printed as byte av fönster."""

    @property
    def keys(self) -> tuple[str, ...]:
        """All stems that are looked for."""
        return (*self.similar, *(part.lexemes[0].exact for part in self.parts))


Stead = Mapping[Term, Instead]


def all_of(query: Query, reader: IndexReader, stead: Stead) -> Matching:
    """Pages that have every word."""
    return And([_term_or_instead(term, reader, stead, And) for term in query.terms])


def any_of(query: Query, reader: IndexReader, stead: Stead) -> Matching:
    """Pages that have at least one of the words; phrases and compounds count by their words."""
    words = [each for term in query.terms for each in _words(term)]
    return Or([_term_or_instead(each, reader, stead, Or) for each in words])


def term_query(term: Term, reader: IndexReader) -> Matching:
    """Pages that have one word or phrase of the question."""
    return _either(_alternatives(term, reader))


def in_place_of_absent(query: Query, reader: IndexReader) -> Stead:
    """For each word that stands on no page, what is looked for instead."""
    words = (each for term in query.terms for each in _words(term))
    absent = (each for each in words if len(each.lexemes) == 1 and not _alternatives(each, reader))
    return {each: _instead(each, reader) for each in islice(absent, _MOST_ABSENT)}


def _instead(term: Term, reader: IndexReader) -> Instead:
    similar = islice(_similar(term.lexemes[0].exact, reader), _MOST_SIMILAR)
    return Instead(tuple(similar), tuple(Term(part, (word(part),)) for part in parts(term.text.lower())))


def _similar(key: str, reader: IndexReader) -> Iterable[str]:
    if len(key) < _SHORTEST_TO_RESEMBLE or not key.isalpha():
        return ()
    beginning = (text.decode() for text in reader.expand_prefix(TEXT, key))
    alike = reader.terms_within(TEXT, key, maxdist=2 if len(key) >= _LONG else 1, prefix=1)
    return dict.fromkeys(chain(alike, beginning))


def _term_or_instead(term: Term, reader: IndexReader, stead: Stead, join: type[And] | type[Or]) -> Matching:
    if term not in stead:
        return term_query(term, reader)
    similar, made_of = stead[term]
    together = [join([term_query(part, reader) for part in made_of])] if made_of else []
    return _either([*together, *(Key(TEXT, key, _SIMILAR_WEIGHT) for key in similar)])


def _words(term: Term) -> Iterable[Term]:
    return [Term(each.exact, (each,)) for each in term.lexemes] if term.phrase else [term]


def _alternatives(term: Term, reader: IndexReader) -> list[Matching]:
    if len(term.lexemes) == 1:
        keys = [Key(*key) for key in _keys(term.lexemes[0])]
        return [key for key in keys if (key.fieldname, key.text.encode()) in reader]
    whole = term.lexemes[0].whole
    number = [Key(field, whole) for field in (TEXT, TITLE) if whole and (field, whole.encode()) in reader]
    return [*number, *_phrases(term.lexemes)]


def _keys(word: Lexeme) -> list[tuple[str, str, float]]:
    keys = [(TEXT, word.exact, 1.0), (TITLE, word.exact, _TITLE_WEIGHT), (LOOSE, word.exact, _LOOSE_WEIGHT)]
    if word.whole:
        keys += [(TEXT, word.whole, 1.0)]
    if word.folded:
        keys += [(TEXT, word.folded, _LOOSE_WEIGHT), (TITLE, word.folded, _LOOSE_WEIGHT)]
    return keys


def _phrases(words: Sequence[Lexeme]) -> list[Matching]:
    exact = tuple(word.exact for word in words)
    bare = tuple(word.folded or word.exact for word in words)
    return [Phrase(TEXT, list(keys)) for keys in dict.fromkeys((exact, bare))]


def _either(alternatives: list[Matching]) -> Matching:
    if not alternatives:
        return NullQuery
    return alternatives[0] if len(alternatives) == 1 else Or(alternatives)
