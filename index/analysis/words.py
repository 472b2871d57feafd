"""The keys of a single word."""

from __future__ import annotations

from itertools import chain
from typing import Final, NamedTuple

from ...swedish.compounds import parts
from ...swedish.derivation import root, verb_and_particle
from ...swedish.folding import fold
from ...swedish.stemming import stem

LONGEST_KEY: Final = 64
"""Code points: what is longer is no word but a run of signs that lost its spaces."""
_SAID: Final = {"%": "procent"}


class Lexeme(NamedTuple):
    """One word of a text, as the index knows it."""

    exact: str
    """The stem."""
    folded: str = ""
    """The stem of the word without marks; empty where the word has none."""
    loose: tuple[str, ...] = ()
    """What else the word is found by, though less surely: `folded`, `root`, and the stems of a compound's parts."""
    whole: str = ""
    """On the first word of what is one thing in several: all of a number, a diarienummer, a date in its normal form."""
    root: str = ""
    """The stem of the verb, or the adjective, that a noun was made of: of ersättning that of ersätta."""


def word(form: str) -> Lexeme:
    """What the index knows of a single word."""
    lower = _SAID.get(form, form).lower()[:LONGEST_KEY]
    exact, folded = _stems(lower)
    verb = root(exact)
    loose = chain((folded, verb), verb_and_particle(verb or exact), *map(_stems, parts(lower)))
    return Lexeme(exact, folded, tuple(dict.fromkeys(filter(None, loose))), root=verb)


def _stems(lower: str) -> tuple[str, str]:
    """With marks, and without them if that is something else."""
    bare = fold(lower)
    return stem(lower), stem(bare) if bare != lower else ""
