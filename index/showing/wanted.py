"""What is looked for in a text so that it can be marked there: keys, and rows of keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final, NamedTuple

from ...corpus.conditions import DecidedBy, Naming, Registered
from ...swedish.compounds import halves
from ...swedish.dnr import normal_form
from ...swedish.reading import reading
from ..analysis.lexemes import tokens
from ..analysis.words import Lexeme, word
from ..querying.nodes import All, Any, Fuzzy, Node, Not, Phrase, Prefix, Query, Sought, Where, Word

NO_TERM: Final = -1
"""Of a word that only stands in for one of the question's."""
LOOSELY: Final = "~"
"""Set before a key by which a word is only loosely found, so that it is not mistaken for another word's stem."""
ANY_ENDING: Final = "*"
"""Set behind what a word begins with."""

Keys = frozenset[str]


class Run(NamedTuple):
    """Words that answer where they follow each other."""

    term: int
    """Which term of the question."""
    words: tuple[Keys, ...]
    """For each word the keys one of which it must have."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """All that answers one question."""

    runs: tuple[Run, ...] = ()
    instead: tuple[Run, ...] = ()
    """The words of phrases and the halves of compounds one by one, for texts in which these do not stand."""
    beginnings: tuple[str, ...] = ()
    """Lower case; a word that begins so has the key of it and `ANY_ENDING`."""
    excluded: Keys = frozenset()
    """Words with one of these keys answer nothing."""

    @property
    def keys(self) -> Keys:
        """All keys of all runs."""
        return frozenset(chain.from_iterable(chain.from_iterable(run.words for run in (*self.runs, *self.instead))))


def wanted(query: Query, similar: Iterable[str] = ()) -> Wanted:
    """What answers a question.

    Args:
        query: As it is understood.
        similar: Keys that were looked for beside its own (`Answer.similar`).
    """
    leaves = [leaf for node in (*query.words, *query.strict, *query.conditions) for leaf in _leaves(node)]
    terms = [(number, *_runs(leaf)) for number, leaf in enumerate(dict.fromkeys(leaves))]
    beginnings = tuple(leaf.beginning for leaf in leaves if isinstance(leaf, Prefix))
    others = (key for key in similar if not key.startswith(beginnings))
    return Wanted(
        runs=(
            *(Run(number, words) for number, rows, _ in terms for words in rows),
            *(Run(NO_TERM, (frozenset({key, LOOSELY + key}),)) for key in others),
        ),
        instead=tuple(Run(number, (word,)) for number, _, words in terms for word in words),
        beginnings=beginnings,
        excluded=frozenset(key for node in query.strict for key in _excluded(node)),
    )


def _leaves(node: Node) -> Iterator[Sought | Where]:
    match node:
        case Not():
            return
        case All(nodes) | Any(nodes):
            for each in nodes:
                yield from _leaves(each)
        case _:
            yield node


def _excluded(node: Node) -> Iterator[str]:
    """The keys of words that must stand nowhere, as they are."""
    match node:
        case Not(Word(lexemes=(lexeme,), part=None)):
            yield lexeme.exact
        case Not(Any(nodes)):
            for each in nodes:
                yield from _excluded(Not(each))
        case All(nodes) | Any(nodes):
            for each in nodes:
                yield from _excluded(each)


_Rows = list[tuple[Keys, ...]]


def _runs(leaf: Sought | Where) -> tuple[_Rows, tuple[Keys, ...]]:
    """What answers a leaf of the question, and the words that do so one by one where that stands nowhere."""
    match leaf:
        case Word(lexemes=lexemes):
            whole = lexemes[0].whole
            divided = halves(leaf.text.lower()) if len(lexemes) == 1 else ()
            rows = [tuple(map(sought, lexemes)), *([(frozenset({whole}),)] if whole else [])]
            return rows, tuple(sought(word(half)) for half in divided)
        case Phrase(lexemes=lexemes):
            words = tuple(map(sought, lexemes))
            return [words], words
        case Prefix(beginning=beginning):
            return [(frozenset({beginning + ANY_ENDING}),)], ()
        case Fuzzy(lexeme=lexeme):
            return [(sought(lexeme),)], ()
        case Where(condition=Registered(dnr)):
            return [(frozenset({normal_form(dnr)}),)], ()
        case Where(condition=Naming(name) | DecidedBy(name)):
            words = tuple(sought(lexeme) for token in tokens(reading(name)) for lexeme in token.lexemes)
            return [words] if words else [], words
        case _:
            return [], ()


def sought(word: Lexeme) -> Keys:
    """The keys by one of which a word of the text is this one."""
    keys = filter(None, (word.exact, word.folded, word.root))
    return frozenset({*keys, LOOSELY + word.exact, LOOSELY + (word.root or word.exact)})
