"""The stretch of a text that says most, cut so that it can be read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from .matches import Match

WIDTH: Final = 240
"""Code points of a snippet, about: two to three lines of a screen."""
_LESS: Final = 0.7
"""What it is worth to have a word only as part of another, or one like it."""
_NEAR: Final = 40
"""Matches that can stand in one snippet."""
_LEAD: Final = 0.75
"""Of the room that is left over, what may stand before the first match so that a sentence is begun."""
_SENTENCE: Final = re.compile(r"(?<=[a-zåäö0-9)]{3}[.!?])\s+(?=[A-ZÅÄÖ§])|\n[^\S\n]*\n\s*|\A\s*")
_LINE: Final = re.compile(r"\n\s*")
SPACE: Final = re.compile(r"\s+")
_RUNNING: Final = re.compile(r"^[^\S\n]*(?=(?:[^\W\d_]+[ ,]+){5,}[^\n]*[a-zåäö])[^\n]{50,}", re.MULTILINE)
"""A line as text runs; heads of pages have short ones."""
_FARTHEST_HEAD: Final = 3_000
"""Code points within which the head of a page ends."""

Span = tuple[int, int]
Worth = tuple[float, int]
"""How much a stretch says, and how near to each other it says it: more is better."""


def densest(matches: Sequence[Match], often: Mapping[int, int]) -> tuple[Worth, Span]:
    """The stretch, no wider than a snippet, with most of the terms and the rarest; of equal ones the first.

    Args:
        matches: Of one text, in order.
        often: How often each term stands in the unit.
    """
    best: tuple[Worth, Span] = (0.0, 0), (0, 0)
    for number, match in enumerate(matches):
        near = [other for other in matches[number : number + _NEAR] if other.end <= match.start + WIDTH] or [match]
        terms: dict[int, bool] = {}
        for other in near:
            terms[other.term] = terms.get(other.term, False) or other.sure
        said = sum((1 + 1 / often[term]) * (1 if sure else _LESS) for term, sure in terms.items())
        together = _end_of_first(near, len(terms)) - match.start
        if (said, -together) > best[0]:
            best = (said, -together), (match.start, near[-1].end)
    return best


def _end_of_first(near: Sequence[Match], terms: int) -> int:
    """Where the first stretch that has all of the terms ends."""
    seen: Counter[int] = Counter()
    for match in near:
        seen[match.term] += 1
        if len(seen) == terms:
            break
    return match.end


def window(text: str, span: Span) -> Span:
    """A snippet's worth of text round a stretch of it: from a sentence or a line on where one begins near, else a word.

    Whitespace counts as the single spaces that it is folded to.
    """
    first, after = span
    room = max(0, WIDTH - (after - first))
    earliest = max(0, min(first - round(room * _LEAD), len(text) - WIDTH))
    return cut(text, _begin(text, earliest, first, max(0, first - room // 2)), after)


def cut(text: str, start: int, after: int = 0) -> Span:
    """A snippet's worth of text from a place on, with all before `after` in it."""
    end = max(start + WIDTH, after)
    end = min(len(text), end + WIDTH - folded_length(text[start:end]))
    if end < len(text):
        end = _last_space(text, max(start, after), end)
    return start, end


def running_text(text: str) -> int:
    """Where what a page has to say begins, after its head; 0 where it has none."""
    found = _RUNNING.search(text, 0, _FARTHEST_HEAD)
    return found.end() - len(found[0].lstrip()) if found else 0


def folded_length(text: str) -> int:
    """Code points of a text with its whitespace folded."""
    return len(SPACE.sub(" ", text))


def _begin(text: str, earliest: int, first: int, middle: int) -> int:
    """Where a snippet begins, no sooner than `earliest`, with the text at `first` in it."""
    for pattern in (_SENTENCE, _LINE):
        ends = [found.end() for found in pattern.finditer(text, max(0, earliest - 1), first) if found.end() >= earliest]
        if ends:
            return max((end for end in ends if len(text) - end >= WIDTH // 2), default=ends[0])
    return next((found.end() for found in SPACE.finditer(text, max(0, middle - 1), first)), middle)


def _last_space(text: str, limit: int, end: int) -> int:
    spaces = [space.start() for space in SPACE.finditer(text, limit, end + 1)]
    return spaces[-1] if spaces else end
