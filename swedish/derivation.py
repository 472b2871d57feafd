"""What a noun and the verb that it comes from have in common: ersättning and ersätts, uppsägning and säga upp."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from .stemming import stem

_DATA: Final = Path(__file__).parent / "data"
_VERB_ENDINGS: Final = {"ation": "era", "ning": "a", "ing": "a", "het": ""}
"""What the word has in place of the ending of the noun; of two endings the longer first."""
_OF_ACTIONS: Final = tuple(_VERB_ENDINGS)
_SHORTEST_BASE: Final = 3
"""Letters before the ending: a "ring" is no action."""


def root(stem_of_noun: str) -> str:
    """The stem of the verb, or of the adjective, that a noun was made of, given its own; empty where there is none."""
    if not stem_of_noun.endswith(_OF_ACTIONS) or stem_of_noun in _not_verbs():
        return ""
    bases = ((stem_of_noun.removesuffix(ending), ending) for ending in _OF_ACTIONS if stem_of_noun.endswith(ending))
    return next((stem(base + _VERB_ENDINGS[ending]) for base, ending in bases if len(base) >= _SHORTEST_BASE), "")


def verb_and_particle(stem_of_verb: str) -> tuple[str, str] | tuple[()]:
    """The stems of the words that a verb is written as where it is written apart: uppsäg is säg and upp."""
    return _particle_verbs().get(stem_of_verb, ())


@cache
def _particle_verbs() -> dict[str, tuple[str, str]]:
    rows = (line.split() for line in _lines("particle_verbs.txt"))
    return {stem(particle + verb): (stem(verb), particle) for particle, *verbs in rows for verb in verbs}


@cache
def _not_verbs() -> frozenset[str]:
    return frozenset(stem(word) for line in _lines("not_verbs.txt") for word in line.split())


def _lines(name: str) -> list[str]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]
