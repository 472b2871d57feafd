"""Where money goes: giro and bank accounts, electronic addresses of invoices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..mentions import Identifier, IdentifierKind

LABELS: Final = (
    "giro", "bg", "pg", "konto", "konter", "clearing", "peppol", "gln", "ean", "cfar", "ocr", "iban", "vat", "moms",
    "ref",
)  # fmt: skip
"""One of them stands before a number that is found by its label."""
_DASH: Final = r"[-\u2010-\u2013\u2212]"
_LABELLED: Final = re.compile(
    rf"""
    (?<![\w-]) (?i: (?: bankgiro | plusgiro | postgiro | bg | pg ) (?: [ ]?nr | (?:konto)?nummer | konto )? )
        [.:]* \s{{0,3}} (?P<giro> \d[\d ]{{0,8}}{_DASH}[ ]?\d{{1,4}}(?!\d) | \d{{6,8}}(?!\d) )
    | (?<![\w-]) (?i: bankkonto | konto(?:nummer|nr) | clearing(?:nummer|nr)? ) [.:]* \s{{0,3}}
        (?P<bank> \d{{4,5}} (?:{_DASH}\d)?
            (?: [ ,]{{1,2}} (?: \d{{1,3}}(?:[ ]\d{{3}}){{1,3}} | \d{{5,10}} ) (?:{_DASH}\d) )?
          | \d{{1,4}} (?: [ ]\d{{2,4}} ){{1,4}} {_DASH}\d | \d{{5,12}} (?:{_DASH}\d{{1,4}})? ) (?!\d)
    | (?<![\w-]) (?i: peppol | gln | ean | cfar | ocr | iban | vat | moms(?:reg(?:istrerings)?)?
          | (?: faktura | beställar | kund | er | vår )[ -]?ref(?:erens)? | konteringskod )
        (?: [-. ]? (?i: id | kod | nr | nummer | no ) )? [.:]* \s{{0,3}}
        (?P<other> (?=[\w:.-]{{0,12}}\d) [\dA-ZÅÄÖ][\w:.-]{{3,40}} (?<![.:-]) )
    """,
    re.VERBOSE,
)
_SHAPED: Final = re.compile(
    r"""
    (?<![\w.,:-]) (?: SE\d\d (?:[ ]?\d{4}){5}      # IBAN
      | 73[0-9]\d{10}                              # a GLN of Sweden
      | 00(?:07|88):\d{10,13} )                    # Peppol
    (?! [\w-] )
    """,
    re.VERBOSE,
)
_SEPARATOR: Final = re.compile(r"[\W_]+")
_NO_ACCOUNT: Final = re.compile(r"(?:19|20)\d\d(?:-\d\d-\d\d|\d{4})?|SE\d{10}01")
"""A day, a year, an organisation."""


def labelled(text: str, start: int, end: int) -> Iterator[Identifier]:
    """Numbers with a word before them that says what they are."""
    for match in _LABELLED.finditer(text, start, end):
        group = match.lastgroup or ""
        if not _NO_ACCOUNT.fullmatch(match[group]):
            yield _account(match, group)


def shaped(text: str, start: int, end: int) -> Iterator[Identifier]:
    """Numbers of a form that nothing else has."""
    return (_account(match, 0) for match in _SHAPED.finditer(text, start, end))


def _account(match: re.Match[str], group: str | int) -> Identifier:
    return Identifier(IdentifierKind.ACCOUNT, *match.span(group), _SEPARATOR.sub("", match[group]))
