"""How somebody is reached: e-mail, web, telephone, post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ....swedish.places import is_town
from ..mentions import Identifier, IdentifierKind

SIGNS: Final = (
    "@", "://", "www.", ".se", ".nu", ".com", ".org", ".eu", ".fi", ".net", "box", "pb ", "fe ", "fack", "gata", "väg",
    "gränd", "torg", "allé", "stig", "esplanad", "backen", "kajen",
)  # fmt: skip
LABELS: Final = ("tel", "tfn", "växel", "mobil", "fax", "direkt", "ankn")
_ADDRESS: Final = re.compile(
    r"""
      (?<![\w.+-]) (?: mailto: )? [\w.+-]{1,64}+ @ [\w-]{1,63} (?: \. [\w-]{1,63} ){1,6}
    | (?: https?:// | \b www\. ) [^\s<>()"”]{1,500}
    | (?<![\w.@-]) (?: [a-z][a-zåäö\d-]{1,40} \. ){1,4}
        (?: se | nu | com | org | eu | fi | net ) \b (?: / [^\s<>()"”]{0,500} )?
    | (?<!\w) (?: Box | BOX | Postbox | PB | FE | FACK ) [ ] \d{1,5} (?: [ ]\d{2,3} )? (?!\d|[ ](?:kr|mkr|tkr)\b)
    | (?<!\w) [A-ZÅÄÖ][A-Za-zÅÄÖåäöé]{1,30}
        (?: gatan | vägen | gränd | torget | allén | stigen | esplanaden | gata | väg | torg | backen | kajen )
        [ ] \d{1,3} (?: [ ]?[A-H]\b | [-–]\d{1,3} )? (?!\d)
        (?! [ ]\d{3}\b | [ ]?(?: [tm]?kr | mnkr | kronor | SEK | miljon | % | procent | m\b | km\b | st\b ) )
    """,
    re.VERBOSE,
)
_POSTCODE: Final = re.compile(
    r"""
    (?<![\w.,:-]) (?<!\d[ ]) (?P<country> (?: SE | S ) - [ ]? )?
    (?P<code> [1-9]\d\d (?P<space> [ ] )? \d\d ) [ ]{1,2}
    (?P<town> [A-ZÅÄÖ][A-ZÅÄÖa-zåäöé-]{1,24} ) (?! \w )
    """,
    re.VERBOSE,
)
_UNIT: Final = re.compile(r"SEK|EUR|NOK|USD|K[Rr]|Kronor|KRONOR|[TM]n?kr|MSEK|TKR|MKR|MNKR")
_TELEPHONE: Final = re.compile(
    r"""
    (?=[+0TtVvMmFfDdAa])
    (?: (?<![\w.,:/-]) (?<!\d[ ]) (?: \+ | 00 ) \d{2,3} [ -]{0,2} (?: \(0\)[ ]? )? \d{1,3}
        (?: [ -]{1,3}\d{2,4} | \d{2,7} ){1,4} (?![\d-])
    | (?<![\w.,:/-]) (?<!\d[ ]) 0\d{1,3} (?: [ ]?[-–/][ ]? | [ ] )
        (?: \d{2,3} (?: [ ]\d{2,3} ){1,3} | \d{5,8} ) (?![\d/:-]|[.,]\d)
    | (?<![\w.,:/-]) (?<!\d[ ]) 0\d{8,9} (?![\d/:-]|[.,]\d)
    | (?<!\w) (?i: tel(?:efon)?(?:nummer|nr)? | tfn | växel | mobil(?:nummer|nr)? | fax | direkt(?:nummer|nr)?
          | anknytning | ankn )
        [.:]* \s{1,3} (?P<number> \d{2,4} (?: [ -–]{1,3} \d{2,3} ){0,4} ) (?!\d)
        (?! [ ]?(?: [tm]?kr | mnkr | kronor | SEK | % | procent | st\b | m\b ) | [-/.:]\d ) )
    """,
    re.VERBOSE,
)
_SEPARATOR: Final = re.compile(r"[\W_]+")


def addresses(text: str, start: int, end: int) -> Iterator[Identifier]:
    """E-mail, web, boxes, streets with a number."""
    return (_contact(match) for match in _ADDRESS.finditer(text, start, end))


def postcodes(text: str, start: int, end: int) -> Iterator[Identifier]:
    """Postcodes with their town."""
    return (_contact(match) for match in _POSTCODE.finditer(text, start, end) if _is_postcode(match))


def telephones(text: str, start: int, end: int) -> Iterator[Identifier]:
    """Numbers with an area code, or with a word before them that says what they are."""
    for match in _TELEPHONE.finditer(text, start, end):
        group = "number" if match["number"] else 0
        yield Identifier(IdentifierKind.CONTACT, *match.span(group), _SEPARATOR.sub("", match[group]))


def _is_postcode(match: re.Match[str]) -> bool:
    """Amounts are grouped by three; five digits in one may be one before a heading, so the town must be known."""
    if _UNIT.fullmatch(match["town"]):
        return False
    return bool(match["space"] or match["country"] or is_town(match["town"]))


def _contact(match: re.Match[str]) -> Identifier:
    return Identifier(IdentifierKind.CONTACT, *match.span(), match[0])
