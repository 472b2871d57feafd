"""What a noun and the verb that it comes from have in common: ersättning and ersätts, uppsägning and säga upp."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

from .stemming import stem

_DATA: Final = Path(__file__).parent / "data"
_OF_ACTIONS: Final = re.compile(r"(?P<base>.{3,}?)(?P<ending>ation|ning|ing|het)")
_VERB_ENDINGS: Final = {"ning": "a", "ing": "a", "ation": "era", "het": ""}
"""What the word has in place of the ending of the noun."""


def root(stem_of_noun: str) -> str:
    """The stem of the verb, or of the adjective, that a noun was made of, given its own; empty where there is none."""
    found = _OF_ACTIONS.fullmatch(stem_of_noun)
    if not found or stem_of_noun in _not_verbs():
        return ""
    return stem(found["base"] + _VERB_ENDINGS[found["ending"]])


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
