"""What makes a question readable that is not quite: parentheses that do not meet, operators that join nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from .lexing import OPERATORS, Piece, Said, Sign

MAX_DEPTH: Final = 8
"""Parentheses within each other; deeper ones are read as if they were not there."""
_BINARY: Final = frozenset({Sign.AND, Sign.OR})
_OPERATORS: Final = frozenset(OPERATORS.values())


def mended(pieces: Iterable[Piece], tell: Callable[[str], object]) -> list[Piece]:
    """The pieces with parentheses balanced, and with those signs only that join or exclude something."""
    found = list(pieces)
    joined = _joining(_balanced(found, tell))
    if sum(piece in _OPERATORS for piece in found) > sum(piece in _OPERATORS for piece in joined):
        tell("an operator (OCH, ELLER, INTE) joins nothing: it was left out, or read as a word")
    return _without_idle(joined)


def _balanced(pieces: Sequence[Piece], tell: Callable[[str], object]) -> list[Piece]:
    kept: list[Piece] = []
    depth = astray = 0
    for piece in pieces:
        depth += (piece is Sign.OPEN) - (piece is Sign.CLOSE)
        if depth < 0:
            depth, astray = 0, astray + 1
        elif piece is Sign.LONE_QUOTE:
            tell("a quotation mark has no other: the words after it were searched for one by one")
        elif not (depth + (piece is Sign.CLOSE) > MAX_DEPTH and piece in (Sign.OPEN, Sign.CLOSE)):
            kept.append(piece)
    if (depth or astray) and not _OPERATORS.isdisjoint(piece for piece in pieces if not isinstance(piece, Said)):
        tell("a parenthesis has no other: it was read as if it stood at the end, or not at all")
    return _filled([*kept, *[Sign.CLOSE] * min(depth, MAX_DEPTH)])


def _filled(pieces: Iterable[Piece]) -> list[Piece]:
    """Without parentheses that hold nothing."""
    kept: list[Piece] = []
    for piece in pieces:
        if piece is Sign.CLOSE and kept and kept[-1] is Sign.OPEN:
            kept.pop()
        else:
            kept.append(piece)
    return kept


def _joining(pieces: Sequence[Piece]) -> list[Piece]:
    """Without operators that have nothing before or after them to join."""
    after: list[Piece] = []
    for piece in pieces:
        if piece not in _BINARY or (after and (isinstance(after[-1], Said) or after[-1] is Sign.CLOSE)):
            after.append(piece)
    kept: list[Piece] = []
    for piece in reversed(after):
        if piece not in _OPERATORS or (kept and (isinstance(kept[-1], Said) or kept[-1] in (Sign.OPEN, Sign.NOT))):
            kept.append(piece)
    return kept[::-1]


def _without_idle(pieces: Sequence[Piece]) -> list[Piece]:
    """Without parentheses that are joined to nothing: what is in them might as well stand there without."""
    idle: set[int] = set()
    opened: list[int] = []
    for at, piece in enumerate(pieces):
        if piece is Sign.OPEN:
            opened.append(at)
        elif piece is Sign.CLOSE:
            start = opened.pop()
            before, after = pieces[max(start - 1, 0) : start], pieces[at + 1 : at + 2]
            idle |= {start, at} if _OPERATORS.isdisjoint(before) and _BINARY.isdisjoint(after) else set()
    return [piece for at, piece in enumerate(pieces) if at not in idle]
