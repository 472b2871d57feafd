"""What a document is called: the line that a reader would take for its heading."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Final

_LINES_LOOKED_AT: Final = 40
"""A heading stands at the top; what stands farther down is text."""
_LEAST_LETTERS: Final = 4
_LONGEST: Final = 120
"""Code points; a title is shown on one line."""
_FURNITURE: Final = re.compile(
    r"(?:sid(?:a|nr)?|page|blad)\b.{0,20}"  # Sida 1 av 4
    r"|(?:datum|dnr|diarienr|diarienummer|ert datum|vår beteckning|handläggare)\b.*"
    r"|hoppa (?:över|till)\b.*|(?:https?:|www\.)\S*|\S+@\S+"
    r"|(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\s+)?(?:den\s+)?\d{1,2}\s+[a-z]{3,9}\s+\d{4}",
    re.IGNORECASE,
)
"""What stands above headings: page numbers, dates, references, links that skip the navigation."""
_SPACED: Final = re.compile(r"(?<!\S)(?:\w ){3,}\w(?!\S)")
"""P R O T O K O L L"""
_TOOL: Final = re.compile(
    r"microsoft|^(?:untitled|namnlös|dokument|document|presentation)\s*\d*$|\.\w{3,4}$", re.IGNORECASE
)
"""What programs call a file that nobody has given a title."""


def title_of(lines: Iterable[str]) -> str | None:
    """The first line that reads like a heading, at most 120 code points long; None where none does."""
    candidates = (_tidy(line) for line in islice(lines, _LINES_LOOKED_AT))
    return next((shorten(line) for line in candidates if _is_heading(line)), None)


def shorten(title: str) -> str:
    """The title cut between two words where it is too long to be shown on one line."""
    if len(title) <= _LONGEST:
        return title
    return title[: _LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def declared_title(title: str, text: str) -> str | None:
    """The title a file declares, if it is the document's own: it must stand in its text as well."""
    tidy = _tidy(title)
    stands = _is_heading(tidy) and not _TOOL.search(tidy) and tidy.lower() in " ".join(text.split()).lower()
    return shorten(tidy) if stands else None


def _tidy(line: str) -> str:
    one_spaced = " ".join(line.split()).strip("#*•|_ ")
    return _SPACED.sub(lambda run: run.group().replace(" ", ""), one_spaced)


def _is_heading(line: str) -> bool:
    return sum(map(str.isalpha, line)) >= _LEAST_LETTERS and not _FURNITURE.fullmatch(line)
