"""How figures are shown in findings, and how far they may differ because they were rounded."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

_HALF: Final = Decimal("0.5")


def shown(value: Decimal) -> str:
    """A number as Swedish texts print it: 1 350 000 or 12,5."""
    text = f"{value.normalize():,f}".replace(",", " ").replace(".", ",")
    return text.rstrip("0").rstrip(",") if "," in text else text


def last_place(printed: str, factor: Decimal = Decimal(1)) -> Decimal:
    """What one in the last place of a printed number stands for: 1000 of "760" in tkr, 100000 of "3,6" in mnkr."""
    whole = printed.strip().rpartition(",")
    digits = sum(map(str.isdigit, whole[2])) if whole[1] else 0
    return factor.scaleb(-digits)


def tolerance(places: Decimal) -> Decimal:
    """How far a sum may be off when each of its figures was rounded at its place, the places added up."""
    return places * _HALF
