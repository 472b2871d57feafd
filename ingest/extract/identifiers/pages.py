"""Page marks: Sida 1(18), 1 [25], 2 av 22, Blad 16, and the bare number at the foot of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..layout.structure import Line, Structure, Zone
from ..mentions import Identifier, IdentifierKind

_MAY_MARK: Final = re.compile(r"[Ss]id|SID|[Bb]lad|BLAD|[Pp]age|PAGE|[\d)\]]\s*$")
"""What most lines do not have."""
_MARK: Final = re.compile(
    r"""
      (?<!\w) (?i: sidan? | sid\.? | blad | page ) [ ]? (?P<page> \d{1,4} )
        (?: [ ]? (?: [(\[] [ ]?\d{1,4}[ ]? [)\]] | (?: / | av | of ) [ ]?\d{1,4} ) )? (?![\w-])
    | (?: ^ | (?<=\s\s) ) (?P<alone> \d{1,4} )
        (?: [ ]? [(\[] [ ]?(?P<all>\d{1,4})[ ]? [)\]] | [ ] av [ ] (?P<of>\d{1,4}) ) (?= \s* $ )
    """,
    re.VERBOSE,
)
_BARE: Final = re.compile(r"\s*(?:[-–]\s?)?(?P<page>\d{1,4})(?:\s?/\s?(?:1[3-9]|[2-9]\d|\d{3,4}))?(?:\s?[-–])?\s*")
"""After a bar more than 12: 31/12 is a day."""


def marks(structure: Structure) -> Iterator[Identifier]:
    """The marks of a document's pages, and references to pages."""
    for line in structure.lines:
        if match := _mark(structure, line):
            page = match["page"] or match["alone"]
            yield Identifier(
                IdentifierKind.PAGE_NUMBER, line.start + match.start(), line.start + match.end(), str(int(page))
            )


def _mark(structure: Structure, line: Line) -> re.Match[str] | None:
    words = structure.words_of(line)
    if line.zone is Zone.FURNITURE and (bare := _BARE.fullmatch(words)):
        return bare
    if not _MAY_MARK.search(words):
        return None
    match = _MARK.search(words)
    if not match or not match["alone"]:
        return match
    return match if int(match["alone"]) <= int(match["all"] or match["of"]) else None
