"""Texts that are hardly queries, and must be answered soon all the same."""

from __future__ import annotations

from typing import Final

GOAL: Final = 2.0
"""Seconds."""
NAUGHTY: Final = {
    "nothing": "",
    "operators alone": "AND OR NOT ELLER INTE - ( ) \" ' *",
    "an unclosed phrase": '"avtal om drift',
    "everything": "*",
    "short prefixes": "a* b* d* e* f* i* k* m* o* s*",
    "too fuzzy": "a~9 avtal~99 ~ ~2",
    "20,000 alternatives": " OR ".join(["avtal"] * 20_000),
    "20,000 different alternatives": " ELLER ".join(f"ord{number}" for number in range(20_000)),
    "nested brackets": "(" * 5_000 + "avtal" + ")" * 5_000,
    "a megabyte of words": "kommunen beslutar " * 55_000,
    "a megabyte without spaces": "a" * 1_000_000,
    "no characters": "\x00\x01\ufffe\ud800".encode("utf-8", "replace").decode() + "\x00",
    "right to left": "\u202eاتفاق\u202c עברית avtal",
    "a pattern": r"(a+)+$ .*avtal.* [a-z]{1,9}",
    "a path": "../../etc/passwd C:\\avtal\\*.pdf",
    "fields without end": "part:part:typ:: belopp:>>>1 datum:9999..0000 sida:-1",
    "numbers": "1 2 3 4 5 6 7 8 9 0 " * 40,
    "small words": "och om att i på det som en av för",
    "common words": "regeringen ska inte vid enligt eller kan detta beslut arbete",
    "a phrase of common words": '"det är en av de som har för att"',
}
