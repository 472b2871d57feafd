"""From the characters of a question to its pieces: words, values of fields, and the signs between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from typing import Final, NamedTuple, TypeAlias

from .chunks import chunks, has_word
from .fields import Field, field_names, is_part
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
_QUOTED: Final = re.compile(r'"(?P<quoted>[^"]*)"(?:~\d*|\*)?')
"""What would make a phrase fuzzy, or its last word a beginning, means nothing here."""


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a cleaned text. Parentheses need not be balanced, nor operators stand between words."""
    return _Cutter(text).pieces()


def plain(text: str) -> Iterator[Said]:
    """The words of a text in which no sign means anything."""
    return map(Said, chunks(text))


@cache
def _special() -> re.Pattern[str]:
    names = "|".join(sorted(field_names(), key=len, reverse=True))
    return re.compile(
        rf"""(?P<exclude> (?<![^\s(]) - (?=["(]|[^\W_]|§) (?! (?<=\d[ ]-) \d ) )
          | (?<![^\s()"]) (?P<operator> {"|".join(OPERATORS)} ) (?![^\s()"])
          | (?: (?<![^\s(]) | (?<=[\s(]-) | (?<=\A-) )
            (?P<name> (?i:{names}) (?= :\S | [<>]=?[ ]?\d ) | (?:{names}) (?= :[ ]\S ) ) :?[ ]?
          | {_QUOTED.pattern}
          | (?P<sign> [()"] )""",
        re.VERBOSE,
    )


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
        return (group.said(text) for text in (filter(has_word, [run.strip()]) if whole else chunks(run)))

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
            yield group.said(quoted["quoted"], quoted=True)
        else:
            start, self._at = self._at, value_end(field, self._text, self._at)
            yield group.said(self._text[start : self._at])
