"""Mends letters that came through because bytes were read in a wrong encoding: "JÃ¤mtland" is Jämtland.

What went wrong is known exactly, so that mending is certain: the letters are turned back into bytes and read as
they were written. ftfy does so for UTF-8, also when it happened twice; the other ways are recognised
by signs that cannot stand within a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Final

import ftfy

_WORD: Final = re.compile(r"[^ \t\n\v\f\r]+")
_BEYOND_SWEDISH: Final = re.compile("[^\x00-\x7fåäöÅÄÖé§–\u00a0]")
_MEANT: Final = "åäöÅÄÖé§"
_SIGNS: Final = "–—”“’•…"
"""Signs that only UTF-8 turns into something that can be told from letters."""
_ROUNDS: Final = 3
"""A text may have been misread again after it had been."""

_MAY_TOUCH: Final = "”…€™°º¤"
"""Signs that do touch letters, where a space was forgotten: they prove nothing."""

_WAYS: Final = (
    ("utf-8", "cp1252"),
    ("cp850", "cp1252"),
    ("utf-8", "cp850"),
    ("utf-8", "mac_roman"),
    ("utf-8", "cp437"),
    ("cp1252", "cp850"),
    ("mac_roman", "cp1252"),
    ("cp1252", "mac_roman"),
    ("cp850", "mac_roman"),
    ("mac_roman", "cp850"),
    ("cp1252", "cp437"),
)
"""How Swedish letters have been misread: written in, read as; the most frequent first."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A word that came through in a wrong encoding."""

    start: int
    """First code point in the text as it came."""
    end: int
    """One past the last code point."""
    seen: str
    meant: str


@dataclass(frozen=True, slots=True)
class _Misreading:
    """One way in which letters were turned into others: written in one encoding, read in another."""

    letters: dict[str, str]
    """What came out -> what was meant."""
    within: re.Pattern[str]
    """What came out, in the places where letters stand."""
    proof: re.Pattern[str]
    """What came out, in a place where it cannot be right."""


def mend(text: str) -> tuple[str, tuple[Mended, ...]]:
    """The text with its misread words put right, and those words.

    Quotation marks, ligatures and widths stay as they are; a text that was read rightly comes back unchanged.
    """
    if not _BEYOND_SWEDISH.search(text):
        return text, ()
    lines = text.split("\n")
    doubtful = [number for number, line in enumerate(lines) if _BEYOND_SWEDISH.search(line)]
    meant = "\n".join(_mend_utf8(lines[number]) for number in doubtful)
    for _ in range(_ROUNDS):
        meant = _undo_likeliest(meant)
    mended = dict(zip(doubtful, meant.split("\n"), strict=True))
    words = tuple(_changed(lines, mended))
    return "\n".join([mended.get(number, line) for number, line in enumerate(lines)]), words


def _changed(lines: Sequence[str], mended: Mapping[int, str]) -> Iterator[Mended]:
    """The words that differ in the lines that were mended."""
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    for number, meant in mended.items():
        if meant != lines[number]:
            for old, new in zip(_WORD.finditer(lines[number]), _WORD.findall(meant), strict=True):
                if old[0] != new:
                    yield Mended(starts[number] + old.start(), starts[number] + old.end(), old[0], new)


def _mend_utf8(line: str) -> str:
    if not _BEYOND_SWEDISH.search(line):
        return line
    fixed = ftfy.fix_encoding(line)
    return fixed if _word_count(fixed) == _word_count(line) else _WORD.sub(_mend_word, line)


def _mend_word(word: re.Match[str]) -> str:
    fixed = ftfy.fix_encoding(word[0])
    return fixed if _WORD.fullmatch(fixed) else word[0]


def _word_count(line: str) -> int:
    return len(_WORD.findall(line))


def _undo_likeliest(text: str) -> str:
    """The text with the misreading undone that explains most of it, if one is proved."""
    present = set(text)
    possible = [way for way in _misreadings() if any(sign[0] in present for sign in way.letters)]
    proved = [way for way in possible if way.proof.search(text)]
    if not proved:
        return text
    likeliest = max(proved, key=lambda way: len(way.within.findall(text)))
    return likeliest.within.sub(lambda sign: likeliest.letters[sign[0]], text)


@cache
def _misreadings() -> tuple[_Misreading, ...]:
    return tuple(_misreading(dict(_misread_letters(written, read))) for written, read in _WAYS)


def _misreading(letters: dict[str, str]) -> _Misreading:
    """How to find the letters: beside other letters, § before a number, å also as a word of its own."""
    sign, section, alone = (_either(s for s in letters if letters[s] in meant) for meant in (_MEANT, "§", "å"))
    capital, pair = (_either(filter(test, letters)) for test in (str.isupper, _is_pair))
    other = _either(s for s in letters if not s.isalpha() and s not in _MAY_TOUCH)
    return _Misreading(
        letters,
        within=re.compile(
            rf"(?<=[^\W\d_])(?:{sign})|(?:{sign})(?=[a-zåäö]|{sign})|(?:{pair})"
            rf"|(?:{section})(?=[ \u00a0]?\d)|(?<!\S)(?:{alone})(?!\S)"
        ),
        proof=re.compile(
            rf"(?<=[a-zåäö])(?:{capital})(?=[a-zåäö])|(?<=\b[A-ZÅÄÖ])(?:{capital})(?=[a-zåäö]{{2}})"
            rf"|(?<=[^\W\d_])(?:{other})(?=[a-zåäö])|(?<=[^\W\d_])(?:{pair})|(?:{pair})(?=[^\W\d_])"
        ),
    )


def _misread_letters(written: str, read: str) -> Iterator[tuple[str, str]]:
    """Pairs of what came out and what was meant."""
    for letter in _MEANT + _SIGNS if written == "utf-8" else _MEANT:
        try:
            sign = letter.encode(written).decode(read)
        except UnicodeDecodeError:
            continue  # the byte means nothing there: whoever read it so had nothing to show
        if sign not in _MEANT:
            yield sign, letter


def _is_pair(sign: str) -> bool:
    return len(sign) > 1


def _either(signs: Iterable[str]) -> str:
    return "|".join(re.escape(sign) for sign in signs) or "(?!)"
