"""What the forms of a Swedish word have in common, so that "avtalets" finds "avtalen".

The Snowball stemmer, with what it leaves out: the definite forms of neuter nouns (protokollet, ärendena) and of nouns
in vowels, -el and -or (skolan, miljön, revisorn), adjectives in -t, some past tenses, words that only look like such
forms, and those that follow no rule.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

import Stemmer

_DATA: Final = Path(__file__).parent / "data"
_SNOWBALL: Final = Stemmer.Stemmer("swedish", 0)
_ENDING: Final = re.compile(
    r"""(?<=[ae]nde)[nt]s?$     # yttrande-t, ordförande-n
      | (?<=\w\w\w)(?<![ae]nd)(?<!it)ets?$       # avtal-et; not kvalitet
      | (?<=\w\wa)ns?$          # skola-n, ansöka-n
      | (?:(?<=\w[fgmnprt]i)|(?<=[crt]y)|(?<=byrå|nivå)|(?<=miljö)|(?<=é))ns?$   # strategi-n, policy-n; not insyn
      | (?<=\w\w[eo][lr])ns?$   # skötsel-n, revisor-n
      | (?<=\wen)as?$           # ärenden-a
      | (?<=\wal)t$ | (?<=\wiv)t$ | (?<=[ls]ig)t$ | (?<=isk)t$ | (?<=sam)t$ | (?<=\wbar)t$   # kommunal-t, effektiv-t
      | (?<=ell)t$              # nationell-t
      | (?:(?<=äll)|(?<=ygg)|(?<=äng)|(?<=ör))(?:de|t)s?$   # ställ-de, bygg-t, förläng-ts, genomför-des
    """,
    re.VERBOSE,
)
_LAST_LETTERS: Final = ("t", "ts", "n", "ns", "na", "nas", "de", "des")
"""Of the forms above; looked at first, because most words end otherwise."""
_SHORTEST_BEFORE: Final = 2
"""Letters before the irregular end of a compound."""


def stem(word: str) -> str:
    """The stem of a lower-case word. What is no Swedish word (numbers, signs, names) has one too, often itself."""
    if irregular := _irregular().get(word) or _with_irregular_end(word):
        return irregular
    return _regular(word)


def _regular(word: str) -> str:
    if undivided := _undivided().search(word):
        return word[: undivided.end(undivided.lastindex or 0)]
    short = str(_SNOWBALL.stemWord(_ENDING.sub("", word) if word.endswith(_LAST_LETTERS) else word))
    return short[:-1] if short.endswith("mm") else short


def _with_irregular_end(word: str) -> str | None:
    """The stem of a compound whose last word follows no rule."""
    ends = _irregular_ends()
    starts = range(max(_SHORTEST_BEFORE, len(word) - _longest_end()), len(word) - 1)
    return next((word[:at] + ends[word[at:]] for at in starts if word[at:] in ends), None)


def irregular_forms(root: str) -> tuple[str, ...]:
    """The words that have this stem by no rule, so that they need not begin with it."""
    return _irregular_by_stem().get(root, ())


@cache
def stop_words() -> frozenset[str]:
    """Lower-case words that a question may contain without their having to stand in the answer."""
    return frozenset(word for line in _lines("stop_words.txt") for word in line.split())


@cache
def _irregular() -> dict[str, str]:
    rows = (line.removeprefix("-").split() for line in _lines("stems.txt"))
    return {form: _root(words[0]) for words in rows for form in words}


@cache
def _irregular_ends() -> dict[str, str]:
    rows = (line[1:].split() for line in _lines("stems.txt") if line.startswith("-"))
    return {form: _root(words[0]) for words in rows for form in words}


def _root(dictionary_form: str) -> str:
    """What its regular forms have in common, too, where there are some, as of verbs."""
    return _regular(dictionary_form) if dictionary_form.endswith("a") else dictionary_form


@cache
def _longest_end() -> int:
    return max(map(len, _irregular_ends()))


@cache
def _irregular_by_stem() -> dict[str, tuple[str, ...]]:
    by_stem: dict[str, tuple[str, ...]] = {}
    for form, root in _irregular().items():
        by_stem[root] = (*by_stem.get(root, ()), form)
    return by_stem


@cache
def _undivided() -> re.Pattern[str]:
    endings = "|".join(ending for line in _lines("undivided.txt") for ending in line.split())
    of_nouns = "s|n|ns|et|ets|en|ens|er|ers|erna|ernas|ar|ars|arna|arnas"
    return re.compile(rf"(?:({endings})(?:{of_nouns})?|(\w[^\Wb]bar)[ta]?)$")


def _lines(name: str) -> list[str]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]
