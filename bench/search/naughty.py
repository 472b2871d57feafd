"""Texts that are hardly queries, and must be answered soon all the same."""

from __future__ import annotations

from typing import Final

from avtalsarkiv.tests.index.naughty import NAUGHTY, muddled

GOAL: Final = 2.0
"""Seconds."""
_MUDDLED: Final = 100
_OF_MANY_PAGES: Final = (
    "a* b* d* e* f* i* k* m* o* s*",
    '"det är en av de som har för att"',
    "och om att i på det som en av för",
    "regeringen ska inte vid enligt eller kan detta beslut arbete",
    " ELLER ".join(f"ord{number}" for number in range(20_000)),
    " ".join(f"{number}" for number in range(1_000)),
    "kommunen beslutar " * 55_000,
    "INTE avtal",
)
TEXTS: Final = (*NAUGHTY, *muddled(_MUDDLED), *_OF_MANY_PAGES)
_SHOWN: Final = 30
"""Characters of a text in a table."""


def named(text: str) -> str:
    """What a table calls a text."""
    shown = ascii(text[:_SHOWN])[1:-1].replace("|", "\\|").replace("`", "'")
    return f"`{shown}`" if len(text) <= _SHOWN else f"`{shown}...` ({len(text):,} characters)"
