"""How a printed text is read: words whole again that a line end divided, signs that only look different made one.

The printed text is kept; the reading is a view of it that knows where each of its characters stands in print.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from .blanks import TYPOGRAPHIC

_ALIKE: Final = {
    **dict.fromkeys(TYPOGRAPHIC, " "),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4", "'"),
}
"""One for one, so that no offset moves."""
_LIGATURES: Final = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
    "\u0132": "IJ", "\u0133": "ij",
}  # fmt: skip

_ALIKE_SIGN: Final = re.compile(f"[{''.join(_ALIKE)}]")
_LINE_END: Final = r"[ \t]*\r?\n[ \t]*"
_NOT_SUSPENDED: Final = r"(?!(?:och|eller|samt|respektive|resp|till)\b)"
"""The hyphen of "miljö- och byggnadsnämnden" stands for a word to come, not for a divided one."""
_CHANGE: Final = re.compile(
    rf"""[-\u00ad\u200b\u200c\u200d\u2060\ufeff{"".join(_LIGATURES)}]
    (?: (?P<dropped> (?<=\u00ad) (?:{_LINE_END})? | (?<=[\u200b\u200c\u200d\u2060\ufeff])
                   | (?<=[a-zß-öø-ÿ]{{2}}-) {_LINE_END} (?=[a-zß-öø-ÿ]) {_NOT_SUSPENDED}
                   | (?<=[A-ZÀ-ÖØ-Þ]{{3}}-) {_LINE_END} (?=[A-ZÀ-ÖØ-Þ]{{3}}) )
      | (?P<hyphen> (?<=\w-) {_LINE_END} (?=\w) {_NOT_SUSPENDED} )
      | (?P<ligature> (?<=[{"".join(_LIGATURES)}]) ) )
    """,
    re.VERBOSE,
)
"""Begins with a set of signs, which lets the engine leap over everything else."""


@dataclass(frozen=True, slots=True)
class View:
    """A text as it is read, with the way back to the print."""

    text: str
    _starts: tuple[int, ...] = ()
    """Where the pieces of `text` begin; by turns one that was copied and one that was read out of other signs."""
    _printed: tuple[int, ...] = ()
    """Where the same pieces begin in print."""

    def seen_span(self, start: int, end: int) -> tuple[int, int]:
        """The part of the printed text, in code points, that [start, end) of this text was read from."""
        if not self._starts:
            return start, end
        first, after = self._seen(start)
        return first, self._seen(end - 1)[1] if end > start + 1 else after if end > start else first

    def _seen(self, at: int) -> tuple[int, int]:
        piece = bisect_right(self._starts, at) - 1
        if piece % 2:
            return self._printed[piece], self._printed[piece + 1]
        seen = self._printed[piece] + at - self._starts[piece]
        return seen, seen + 1


def reading(text: str) -> View:
    """The view of a printed text (NFC) in which words can be looked for.

    Words divided at a line end are whole, except where the hyphen belongs to the word: before a capital or a digit,
    after an abbreviation, and before "och" (miljö- och byggnadsnämnden). Ligatures are letters, soft hyphens gone,
    all spaces, dashes and quotation marks of one kind.
    """
    alike = _ALIKE_SIGN.sub(lambda sign: _ALIKE[sign[0]], text)
    changes = list(_CHANGE.finditer(alike))
    if not changes:
        return View(alike)
    bounds = [0, *(bound for change in changes for bound in change.span())]
    copied = [alike[start:end] for start, end in zip(bounds[::2], [*bounds[1::2], None], strict=True)]
    pieces = [piece for pair in zip(copied, [*map(_read, changes), ""], strict=True) for piece in pair][:-1]
    return View("".join(pieces), tuple(accumulate(map(len, pieces[:-1]), initial=0)), tuple(bounds))


def _read(change: re.Match[str]) -> str:
    match change.lastgroup:
        case "ligature":
            return _LIGATURES[change[0]]
        case "hyphen":
            return "-"
        case _:
            return ""
