"""From the characters of a question to its pieces: words, values of fields, and the signs between them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from typing import Final, TypeAlias

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
    """Of the field, as typed, where it stands right before: "belopp"."""


Piece: TypeAlias = Said | Sign
OPERATORS: Final = {
    "OCH": Sign.AND, "AND": Sign.AND, "ELLER": Sign.OR, "OR": Sign.OR, "INTE": Sign.NOT, "NOT": Sign.NOT,
}  # fmt: skip
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
        rf"""(?P<exclude> (?<![^\s(]) - (?=["(]|[^\W_]|§) )
          | (?<![^\s()"]) (?P<operator> {"|".join(OPERATORS)} ) (?![^\s()"])
          | (?<!\w) (?P<name> (?i:{names}) ) (?: : (?=\S) | :[ ] (?<=[^\W\d_][^\W\d_]:[ ]) (?=\S) | (?=[<>]=?[ ]?\d) )
          | "(?P<quoted>[^"]*)"
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
            yield from _wordy(run[at : token.start])
            yield run[token.start : token.end]
            at = token.end
    yield from _wordy(run[at:])


def _wordy(run: str) -> Iterator[str]:
    return (chunk for chunk in run.split() if _WORDY.search(chunk))


class _Cutter:
    """Goes through a text once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._fields: list[Field | None] = [None]
        """Whose values stand in the parentheses around."""

    def pieces(self) -> Iterator[Piece]:
        while found := _special().search(self._text, self._at):
            yield from self._run(found.start())
            self._at = found.end()
            yield from self._cut(found)
        yield from self._run(len(self._text))

    def _run(self, end: int) -> Iterator[Said]:
        """What stands before the next special sign."""
        run, field = self._text[self._at : end], self._fields[-1]
        if field and not is_part(field):
            return (Said(value, field) for value in [run.strip()] if _WORDY.search(value))
        return (Said(chunk, field) for chunk in _chunks(run))

    def _cut(self, found: re.Match[str]) -> Iterator[Piece]:
        match found.lastgroup:
            case "exclude":
                yield Sign.NOT
            case "operator":
                yield OPERATORS[found[0]]
            case "quoted":
                yield Said(found["quoted"], self._fields[-1], quoted=True)
            case "sign":
                yield self._sign(found[0], self._fields[-1])
            case _:
                yield from self._valued(found["name"])

    def _sign(self, sign: str, field: Field | None) -> Sign:
        if sign == "(":
            self._fields.append(field)
            return Sign.OPEN
        if sign == ")" and len(self._fields) > 1:
            self._fields.pop()
        return Sign.CLOSE if sign == ")" else Sign.LONE_QUOTE

    def _valued(self, name: str) -> Iterator[Piece]:
        """What stands after the name of a field."""
        field = field_names()[name.lower()]
        if self._text.startswith("(", self._at):
            self._at += 1
            yield self._sign("(", field)
        elif quoted := _QUOTED.match(self._text, self._at):
            self._at = quoted.end()
            yield Said(quoted[1], field, quoted=True, name=name)
        else:
            start, self._at = self._at, value_end(field, self._text, self._at)
            yield Said(self._text[start : self._at], field, name=name)
