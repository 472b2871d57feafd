"""From text to the keys that pages are found by: one pass, and each word form is worked out only once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain
from typing import Final, NamedTuple

from ...swedish.compounds import parts
from ...swedish.folding import fold
from ...swedish.reading import View, reading
from ...swedish.stemming import stem

_TOKEN: Final = re.compile(
    r"""(?<![\d.,]) \d{1,12} (?:[ .]\d{3}){0,4} (?:,\d{1,6})? [ ] (?i:miljon|miljoner|mkr|mnkr|tkr|tusen)\b
      | (?<![\d.,]) \d{1,3} (?:[ .]\d{3})+ (?!\d)   # 2 450 000, 100.000
      | (?<!\d) (?:\d\d)?\d{6}-\d{4} (?!\d)         # organisationsnummer
      | (?<![\d.,]) \d+,\d+ (?![\d,])               # 1,8
      | [^\W_]+
      | [§%]""",
    re.VERBOSE,
)
_GROUPS: Final = re.compile(r"[ .,-]")
_SCALES: Final = {"tkr": 3, "tusen": 3, "mkr": 6, "mnkr": 6, "miljon": 6, "miljoner": 6}
"""Powers of ten."""
_ORGNR_DIGITS: Final = 10
_SAID: Final = {"%": "procent"}
_LARGEST_MEMORY: Final = 200_000
"""Word forms kept worked out, some 60 MB; an archive of ten thousand pages has about half as many."""
_LONGEST_KEY: Final = 64
"""Code points: what is longer is no word but a run of signs that lost its spaces."""


class Lexeme(NamedTuple):
    """One word of a text, as the index knows it."""

    exact: str
    """The stem."""
    folded: str = ""
    """The stem of the word without marks; empty where the word has none."""
    loose: tuple[str, ...] = ()
    """What else the word is found by, though less surely: `folded`, and the stems of a compound's parts."""
    whole: str = ""
    """On the first part of a number printed in groups: all its digits."""


class Token(NamedTuple):
    """A word where it stands."""

    lexemes: tuple[Lexeme, ...]
    """More than one for a number printed in groups."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """The keys of one text, with what the index must know of each."""

    positions: dict[str, list[int]]
    """Where each stem and each whole number stands, counted in words."""
    loose: Counter[str]
    """How often it holds each of the keys that words are less surely found by."""
    beside: Mapping[str, list[int]] = field(default_factory=dict)
    """Where stems stand that only another reading of the text has; ascending."""
    less: Counter[str] = field(default_factory=Counter)
    """How often such a stem finds a word that has no other key to be found by; what it counts, it counts for less."""
    less_loose: Counter[str] = field(default_factory=Counter)
    """The same of the loose keys."""


def analyse(text: str) -> Analysis:
    """The keys of a text."""
    forms = _TOKEN.findall(reading(text).text)
    return gathered(chain.from_iterable(map(_LEXEMES.__getitem__, forms)))


def gathered(words: Iterable[Lexeme]) -> Analysis:
    """The keys of words in their order."""
    positions: defaultdict[str, list[int]] = defaultdict(list)
    loose: list[str] = []
    for at, (exact, _, others, whole) in enumerate(words):
        positions[exact].append(at)
        loose += others
        if whole:
            positions[whole].append(at)
    return Analysis(positions, Counter(loose))


def tokens(view: View) -> Iterator[Token]:
    """The words of a view in their order, with their places in the view's text."""
    return (Token(_LEXEMES[found[0]], *found.span()) for found in _TOKEN.finditer(view.text))


def forms(text: str) -> Iterator[re.Match[str]]:
    """The words of a text that is read (`View.text`), each as it stands there."""
    return _TOKEN.finditer(text)


def lexemes(form: str) -> tuple[Lexeme, ...]:
    """What the index knows of a word as `forms` finds it."""
    return _LEXEMES[form]


class _Memory(dict[str, tuple[Lexeme, ...]]):
    """What was made of each word form so far."""

    def __missing__(self, form: str) -> tuple[Lexeme, ...]:
        if len(self) >= _LARGEST_MEMORY:
            self.clear()
        lexemes = self[form] = _lexemes(form)
        return lexemes


_LEXEMES: Final = _Memory()


def _lexemes(form: str) -> tuple[Lexeme, ...]:
    if not form[0].isdigit() or (form.isalnum() and not form.isdigit()):
        return (word(form),)
    return _number(form) if form[-1].isdigit() else _scaled(form)


def word(form: str) -> Lexeme:
    """What the index knows of a single word."""
    lower = _SAID.get(form, form).lower()[:_LONGEST_KEY]
    exact, folded = _stems(lower)
    loose = chain([folded], *map(_stems, parts(lower)))
    return Lexeme(exact, folded, tuple(dict.fromkeys(filter(None, loose))))


def _stems(lower: str) -> tuple[str, str]:
    """With marks, and without them if that is something else."""
    bare = fold(lower)
    return stem(lower), stem(bare) if bare != lower else ""


def _number(form: str) -> tuple[Lexeme, ...]:
    """The groups of a number; with the first goes the whole, without the century that some write before an orgnr."""
    first, *others = (part[:_LONGEST_KEY] for part in _GROUPS.split(form.lower()))
    digits = form if "," in form else "".join([first, *others])
    whole = digits[-_ORGNR_DIGITS:] if len(digits) == _ORGNR_DIGITS + 2 else digits
    return Lexeme(first, whole="" if whole == first else whole), *map(Lexeme, others)


def _scaled(form: str) -> tuple[Lexeme, ...]:
    """A number and its scale: the whole is what they amount to, so that 2,4 miljoner is 2 400 000."""
    number, scale = form.rsplit(" ", 1)
    first, *others = _number(number)
    digits = number.replace(" ", "").replace(".", "").replace(",", ".")
    amount = Decimal(digits).scaleb(_SCALES[scale.lower()])
    return first._replace(whole=f"{amount.normalize():f}"), *others, word(scale)
