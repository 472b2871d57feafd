"""From the characters of a question to its pieces: words, values of fields, and the signs between them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from typing import Final, NamedTuple, TypeAlias

from ...swedish.reading import View, reading
from ..analysis.lexemes import tokens
from .fields import Field, field_names, is_part
from .identifiers import spans
from .values import value_end


class Sign(Enum):
    """What stands between words."""

    AND = auto()
    OR = auto()
    NOT = auto()
    OPEN = auto()
    CLOSE = auto()
    LONE_QUOTE = auto()


@dataclass(frozen=True, slots=True)
class Said:
    """A word or a number, with what is written together with it; or the value of a field."""

    text: str
    field: Field | None = None
    quoted: bool = False
    name: str = ""
    """Of the field, as typed."""


Piece: TypeAlias = Said | Sign
OPERATORS: Final = {
    "OCH": Sign.AND, "AND": Sign.AND, "ELLER": Sign.OR, "OR": Sign.OR, "INTE": Sign.NOT, "NOT": Sign.NOT,
}  # fmt: skip
_SIGNS: Final = {"(": Sign.OPEN, ")": Sign.CLOSE, '"': Sign.LONE_QUOTE}
_QUOTED: Final = re.compile(r'"([^"]*)"')
_WORDY: Final = re.compile(r"[^\W_]|[§%]")
_UNPRINTED: Final = {"Cc": " ", "Cs": " ", "Co": " ", "Cn": " ", "Cf": ""}
"""What is read for controls, halves of characters, marks of direction and the like, by their category."""


def cleaned(text: str) -> str:
    """The text as it is read: NFC, signs that only look different made one, and nothing that cannot be printed."""
    seen = reading(unicodedata.normalize("NFC", text)).text
    return "".join(_UNPRINTED.get(unicodedata.category(letter), letter) for letter in seen)


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a cleaned text. Parentheses need not be balanced, nor operators stand between words."""
    return _Cutter(text).pieces()


def plain(text: str) -> Iterator[Said]:
    """The words of a text in which no sign means anything."""
    return (Said(chunk) for chunk in _chunks(text))


@cache
def _special() -> re.Pattern[str]:
    names = "|".join(sorted(field_names(), key=len, reverse=True))
    return re.compile(
        rf"""(?P<exclude> (?<![^\s(]) - (?=["(]|[^\W_]|§) (?! (?<=\d[ ]-) \d ) )
          | (?<![^\s()"]) (?P<operator> {"|".join(OPERATORS)} ) (?![^\s()"])
          | (?: (?<![^\s(]) | (?<=[\s(]-) | (?<=\A-) )
            (?P<name> (?i:{names}) (?= :\S | [<>]=?[ ]?\d ) | (?:{names}) (?= :[ ]\S ) ) :?[ ]?
          | "(?P<quoted>[^"]*)" (?:~\d*|\*)?
          | (?P<sign> [()"] )""",
        re.VERBOSE,
    )


def _chunks(run: str) -> Iterator[str]:
    """What stands between blanks, with identifiers and numbers in groups kept whole."""
    at = 0
    for start, end in spans(run):
        yield from _blank_apart(run[at:start])
        yield run[start:end]
        at = end
    yield from _blank_apart(run[at:])


def _blank_apart(run: str) -> Iterator[str]:
    at = 0
    for token in tokens(View(run)):
        if " " in run[token.start : token.end]:
            yield from _wordy(run[at : token.start].split())
            yield run[token.start : token.end]
            at = token.end
    yield from _wordy(run[at:].split())


def _wordy(chunks: Iterable[str]) -> Iterator[str]:
    return (chunk for chunk in chunks if _WORDY.search(chunk))


class _Group(NamedTuple):
    """What parentheses are about."""

    field: Field | None = None
    name: str = ""

    def said(self, text: str, *, quoted: bool = False) -> Said:
        return Said(text, self.field, quoted, self.name)


class _Cutter:
    """Goes through a text once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._around: list[_Group] = [_Group()]
        """The parentheses around."""

    def pieces(self) -> Iterator[Piece]:
        while found := _special().search(self._text, self._at):
            yield from self._run(found.start())
            self._at = found.end()
            yield from self._cut(found)
        yield from self._run(len(self._text))

    def _run(self, end: int) -> Iterator[Said]:
        """What stands before the next special sign."""
        run, group = self._text[self._at : end], self._around[-1]
        whole = group.field and not is_part(group.field)
        return (group.said(chunk) for chunk in (_wordy([run.strip()]) if whole else _chunks(run)))

    def _cut(self, found: re.Match[str]) -> Iterator[Piece]:
        match found.lastgroup:
            case "exclude":
                yield Sign.NOT
            case "operator":
                yield OPERATORS[found[0]]
            case "quoted":
                yield self._around[-1].said(found["quoted"], quoted=True)
            case "sign":
                yield self._sign(found[0])
            case _:
                yield from self._valued(found["name"])

    def _sign(self, sign: str) -> Sign:
        if sign == "(":
            self._around.append(self._around[-1])
        elif len(self._around) > 1 and sign == ")":
            self._around.pop()
        return _SIGNS[sign]

    def _valued(self, name: str) -> Iterator[Piece]:
        """What stands after the name of a field."""
        field = field_names()[name.lower()]
        group = _Group(field, name)
        if self._text.startswith("(", self._at):
            self._at += 1
            self._around.append(group)
            yield Sign.OPEN
        elif quoted := _QUOTED.match(self._text, self._at):
            self._at = quoted.end()
            yield group.said(quoted[1], quoted=True)
        else:
            start, self._at = self._at, value_end(field, self._text, self._at)
            yield group.said(self._text[start : self._at])
