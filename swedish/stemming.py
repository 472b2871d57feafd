"""What the forms of a Swedish word have in common, so that "avtalets" finds "avtalen".

The Snowball stemmer, with what it leaves out: the definite forms of neuter nouns (protokollet, ärendena) and of nouns
in -a (skolan, ansökan), adjectives in -t, the words that only look like such forms, and those that follow no rule.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

import Stemmer

_DATA: Final = Path(__file__).parent / "data"
_SNOWBALL: Final = Stemmer.Stemmer("swedish", 0)
_DEFINITE: Final = re.compile(
    r"""(?<=[ae]nde)ts?$        # yttrande-t
      | (?<=\w\w\w)(?<![ae]nd)(?<!h)(?<!it)ets?$   # avtal-et; not verksamhet, kvalitet
      | (?<=\w\w\wa)ns?$        # skola-n, ansöka-n
      | (?<=\w\wen)as?$         # ärenden-a
      | (?<=\w\wal)t$ | (?<=\wiv)t$ | (?<=[ls]ig)t$ | (?<=isk)t$ | (?<=sam)t$ | (?<=\wbar)t$   # kommunal-t, effektiv-t
    """,
    re.VERBOSE,
)
_LAST_LETTERS: Final = ("t", "ts", "n", "ns", "na", "nas")
"""Of the forms above; looked at first, because most words end otherwise."""


def stem(word: str) -> str:
    """The stem of a lower-case word. What is no Swedish word (numbers, signs, names) has one too, often itself."""
    if irregular := _irregular().get(word):
        return irregular
    if undivided := _undivided().search(word):
        return word[: undivided.end(1)]
    return str(_SNOWBALL.stemWord(_DEFINITE.sub("", word) if word.endswith(_LAST_LETTERS) else word))


def irregular_forms(root: str) -> tuple[str, ...]:
    """The words that have this stem by no rule, so that they need not begin with it."""
    return _irregular_by_stem().get(root, ())


@cache
def stop_words() -> frozenset[str]:
    """Lower-case words that a question may contain without their having to stand in the answer."""
    return frozenset(word for line in _lines("stop_words.txt") for word in line.split())


@cache
def _irregular() -> dict[str, str]:
    return {form: words[0] for words in map(str.split, _lines("stems.txt")) for form in words}


@cache
def _irregular_by_stem() -> dict[str, tuple[str, ...]]:
    by_stem: dict[str, tuple[str, ...]] = {}
    for form, root in _irregular().items():
        by_stem[root] = (*by_stem.get(root, ()), form)
    return by_stem


@cache
def _undivided() -> re.Pattern[str]:
    endings = (ending for line in _lines("undivided.txt") for ending in line.split())
    return re.compile(rf"({'|'.join(endings)})(?:s|et|ets|en|ens|er|ers|erna|ernas)?$")


def _lines(name: str) -> list[str]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]
