"""Single numbers that cannot be right: check digits that are wrong, sums that nobody has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from ....corpus.facts import Amount, Finding
from ..layout.structure import Structure
from ..mentions import Identifier, IdentifierKind, Mention

_MOST: Final = Decimal(10) ** 13
"""Ten thousand thousand million: more than any public budget, in any currency here."""


def too_large(structure: Structure, mentions: Iterable[Mention]) -> Iterator[Finding]:
    """Sums of money that are misprinted or misread."""
    for mention in mentions:
        if isinstance(mention.content, Amount) and abs(mention.content.value) >= _MOST:
            where = structure.clause(mention.start, mention.end)
            yield Finding("amount_too_large", f"{' '.join(where.text.split())} is more money than anybody has", where)


def wrong_check_digits(structure: Structure, identifiers: Iterable[Identifier]) -> Iterator[Finding]:
    """Numbers of organisations and people that are misprinted or misread; people's are not repeated."""
    for one in identifiers:
        if one.valid:
            continue
        where = structure.clause(one.start, one.end)
        if one.kind is IdentifierKind.ORGNR:
            yield Finding("orgnr_wrong", f"the check digit of the orgnr {one.normal} is wrong", where)
        elif one.kind is IdentifierKind.PERSONNUMMER:
            yield Finding("personnummer_wrong", "the check digit of a personnummer is wrong", where)
