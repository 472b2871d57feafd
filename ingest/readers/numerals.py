"""How lists number their items: 3 as 3, c, C, iii or III."""

from __future__ import annotations

from typing import Final

_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz"
_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LARGEST_ROMAN: Final = 3999
_LARGEST_LETTER: Final = 780
"""Thirty times the alphabet: Word writes 27 as aa, 53 as aaa."""


def numeral(number: int, style: str) -> str:
    """The number as a list shows it.

    Args:
        number: The item's number.
        style: "1", "a", "A", "i" or "I", as HTML and OpenDocument call them; anything else counts as "1".
    """
    written = _lower_numeral(number, style.lower())
    return written.upper() if style.isupper() else written


def _lower_numeral(number: int, style: str) -> str:
    if style == "a" and 0 < number <= _LARGEST_LETTER:
        times, letter = divmod(number - 1, len(_ALPHABET))
        return _ALPHABET[letter] * (times + 1)
    if style == "i" and 0 < number <= _LARGEST_ROMAN:
        return _roman(number)
    return str(number)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written
