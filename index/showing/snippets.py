"""Why a unit was found: its best place, with what answers the question marked as it is printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...corpus.answers import Span
from .fragments import SPACE, cut, densest, folded_length, running_text, window
from .matches import Match, Matcher
from .pieces import Piece


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a page, and what on the page answers the question."""

    text: str
    """On one line, whitespace folded, nothing added."""
    marks: tuple[Span, ...]
    """The words that answer, as offsets into `text`, in order and apart. Of a compound the whole word."""
    page: int
    """On which it stands."""
    spans: tuple[Span, ...]
    """All words of the unit on this page that answer, as offsets into the page's printed text."""


def snippet(pieces: Sequence[Piece], matcher: Matcher) -> Snippet:
    """The best place of a unit for a question.

    Where nothing of it answers, because the document's title or a party did, what the unit says first.

    Args:
        pieces: Of the unit, one or more, in the order of the text.
        matcher: Of the question.
    """
    found = [matcher.matches(piece.text, piece.repairs) for piece in pieces]
    often = Counter(match.term for matches in found for match in matches)
    worths = [densest(matches, often) for matches in found]
    best = max(range(len(pieces)), key=lambda number: worths[number][0])
    piece, matches = pieces[best], found[best]
    start, end = window(piece.text, worths[best][1]) if matches else cut(piece.text, _beginning(piece))
    spans = (
        (one.start + match.start, one.start + match.end)
        for one, its in zip(pieces, found, strict=True) if one.page == piece.page for match in its
    )  # fmt: skip
    return Snippet(*_folded(piece.text, start, end, matches), piece.page, apart(spans))


def title_marks(title: str, matcher: Matcher) -> tuple[Span, ...]:
    """The words of a title that answer."""
    return apart((match.start, match.end) for match in matcher.matches(title))


def _beginning(piece: Piece) -> int:
    """Where a piece says something: a § begins with its heading, a page with a head that all its kind have."""
    return 0 if piece.start else running_text(piece.text)


def _folded(text: str, start: int, end: int, matches: Iterable[Match]) -> tuple[str, tuple[Span, ...]]:
    """The text between, on one line, and in it the matches."""
    start = end - len(text[start:end].lstrip())
    inside = apart((match.start, match.end) for match in matches if start <= match.start and match.end <= end)
    marks = ((folded_length(text[start:first]), folded_length(text[start:after])) for first, after in inside)
    return SPACE.sub(" ", text[start:end].rstrip()), tuple(marks)


def apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap made one."""
    made: list[Span] = []
    for start, end in sorted(spans):
        if made and start < made[-1][1]:
            start, end = made[-1][0], max(end, made.pop()[1])
        made.append((start, end))
    return tuple(made)
