"""What the forms of a Swedish word have in common, so that "avtalets" finds "avtalen".

The Snowball stemmer, with what it leaves out: the definite form of neuter nouns (protokollet, ärendena) and the
words that follow no rule.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

import Stemmer

_DATA: Final = Path(__file__).parent / "data"
_SNOWBALL: Final = Stemmer.Stemmer("swedish", 0)
_DEFINITE_NEUTER: Final = re.compile(r"(?<=\w\w\w)ets?$")
_DEFINITE_PLURAL: Final = re.compile(r"(?<=\w\wen)as?$")
_AFTER_E: Final = re.compile(r"(?<=and|end)et?s?$")


def stem(word: str) -> str:
    """The stem of a lower-case word. What is no Swedish word (numbers, signs, names) has one too, often itself."""
    irregular = _irregular().get(word)
    return irregular or str(_SNOWBALL.stemWord(_indefinite(word)))


@cache
def stop_words() -> frozenset[str]:
    """Lower-case words that a question may contain without their having to stand in the answer."""
    return frozenset(word for line in _lines("stop_words.txt") for word in line.split())


def _indefinite(word: str) -> str:
    if _undivided().search(word):
        return word
    return _DEFINITE_NEUTER.sub("", _DEFINITE_PLURAL.sub("", word))


@cache
def _irregular() -> dict[str, str]:
    return {form: words[0] for words in map(str.split, _lines("stems.txt")) for form in words}


@cache
def _undivided() -> re.Pattern[str]:
    endings = (ending for line in _lines("undivided.txt") for ending in line.split())
    return re.compile(rf"(?:{'|'.join(endings)})s?$")


def _lines(name: str) -> list[str]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]
