"""Numbers that a word before them names, of contracts, tenders and projects, and estates and lines of the budget."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..mentions import Identifier, IdentifierKind

LABELS: Final = (
    "nr", "nummer", "id", "kod", "upphandling", "interpellation", "punkt", "pkt", "avsnitt", "kap", "bil", "tabell",
    "figur", "version", "klausul", "mom", "ärende", "formulär",
)  # fmt: skip
_NO_UNIT: Final = r"(?! [ ]\d{3}\b | [ ]?(?: [tm]?kr | mnkr | kronor | SEK | EUR | euro | miljon | % | procent ) )"
_LABELLED: Final = re.compile(
    rf"""
    (?=[NnIiKkUuPpAaBbTtFfVvMmÄä])
    (?: (?i: (?<![^\W_]) nr | (?<=[snlrtdakg]) nr | nummer
          | (?<=ls|kt|de|[a-zåäö]-) id | (?<=[a-zåäö][a-zåäö-]) kod
          | (?<!\w) upphandling | (?<!\w) interpellation )
        [.:]* [ ]{{1,3}} (?! (?i: den | sida ) \b )
        (?! (?:19|20)\d\d-\d\d-\d\d | (?:19|20)\d\d (?![\w/:-]) | \d\d?/\d\d?[- ]\d )
        (?P<number> (?: [A-ZÅÄÖ]{{1,6}} [ -]? )? \d [\w/:.-]{{0,24}} (?<![/:.-]) )
      | (?<![\w-]) (?i: punkt(?:en|erna)? | pkt | avsnitt | kap(?:itel)? | bilag(?:a|or) | bil\. | tabell | figur
          | version | klausul | moment | mom\. | ärende | formulär ) [ ]{{1,2}}
        (?P<part> [A-Z]?\d{{1,3}} (?: \.\d{{1,3}} ){{0,5}} (?: \s?[-–]\s?\d{{1,3}} )? [a-zA-Z]? )
        (?! [\w/:-] | [.,]\d ) )
    {_NO_UNIT}
    """,
    re.VERBOSE,
)
_ESTATE: Final = re.compile(
    rf"""
      (?=[A-ZÅÄÖ\dk]) (?: (?<![\w-])
        (?! (?: Pris | Kl | Klockan | Tid | Avgift | Kostnad | Summa | Belopp | Entré | Porto | Total ) \b )
        [A-ZÅÄÖ][a-zåäö]{{2,24}} (?: [ -][A-ZÅÄÖ][a-zåäö]{{2,24}} )? [ ] \d{{1,3}}:\d{{1,4}}
        (?! [\d:] | [.-]\d ) {_NO_UNIT}
    | (?<![\w:.,/-]) (?<!\d[ ]) \d{{1,2}} : \d{{1,2}} (?= [ -]?(?: medel | anslag ) )
    | (?<=anslag[ ])\d{{1,2}}:\d{{1,3}}(?!\d) | (?<=anslaget[ ])\d{{1,2}}:\d{{1,3}}(?!\d)
    | (?<![\w:.,/-]) (?<!\d[ ]) \d{{1,2}} : \d (?! [\w:] | [.,]\d ) {_NO_UNIT}
    | (?<!\w) [Kk]v (?: \. | arteret )? [ ] [A-ZÅÄÖ][a-zåäö]{{2,24}} [ ] \d{{1,3}} (?![\w:,.]) {_NO_UNIT} )
    """,
    re.VERBOSE,
)
_SHAPED: Final = re.compile(
    r"""
    (?<![\w.,:/-])
    (?: (?: SS-EN | SS | EN | ISO | AB | ABT | ABK | ABS | ALOS | NL | AMA ) [ -]? (?:ISO[ ])? \d{2,5}
        (?: [-:]\d{1,4} )? (?![.,]\d)
      | \d{4,6}-[A-Z]\d{2,4}                          # a tender
      | \d{14,} )                                     # no amount is that long
    (?! [\w/:-] | [ ]?(?: [tm]?kr | mnkr | kronor | SEK | % ) )
    """,
    re.VERBOSE,
)


def labelled(text: str, start: int, end: int) -> Iterator[Identifier]:
    """Numbers after "Kontraktsnr", "Projekt-ID", "Bilaga" and such."""
    for match in _LABELLED.finditer(text, start, end):
        yield _other(match, match.lastgroup or 0)


def estates(text: str, start: int, end: int) -> Iterator[Identifier]:
    """Boden 52:6, kv. Björken 4, 1:1-medel."""
    return (_other(match, 0) for match in _ESTATE.finditer(text, start, end))


def shaped(text: str, start: int, end: int) -> Iterator[Identifier]:
    """Standards, tenders, and digits that no amount has so many of."""
    return (_other(match, 0) for match in _SHAPED.finditer(text, start, end))


def _other(match: re.Match[str], group: str | int) -> Identifier:
    return Identifier(IdentifierKind.OTHER, *match.span(group), match[group])
