"""Is the text that a page came with usable? Keep it, repair it, or read the page again from its picture.

Text layers lie: a scan with a stamp has some text, a layer made by an English recogniser has plenty, a font without
a table of its letters gives noise. So the words are weighed, not counted, and what the page shows is looked at too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ..corpus.model import Quality, Verdict
from ..swedish.spaced import runs
from ..swedish.words import language, share_known, share_usual_pairs

# Measured on 57 pages in Swedish, the same pages read by an English recogniser, and 2,000 of the lexicon's own texts:
# known words 0.93-1.00, 0.69-0.79 and, for 95 % of them, 0.96-1.00; å ä ö among the letters 4-7 %, 0.0 % and 3-7 %.
_LEAST_KNOWN: Final = 0.80
"""Share of the lower-case words; pages with many terms of chemistry come down to 0.78, with foreign quotations too."""
_LEAST_KNOWN_UNDER_PICTURE: Final = 0.85
"""Where reading again costs nothing but time, a text is trusted less."""
_LEAST_ACCENTS: Final = 0.012
"""Share of å, ä and ö among the letters."""
_FEWEST_WORDS: Final = 12
"""Lower-case words below which shares say nothing."""
_FEWEST_LETTERS: Final = 120
"""Letters below which the lack of å, ä and ö says nothing."""
_MOSTLY_SPACED: Final = 0.3
"""Share of the letters that stand in s p a c e d words; a heading of that kind keeps below it."""
_MOST_UNREADABLE: Final = 0.02
"""Share of the words with a letter that nobody knows; å, ä and ö alone stand in a third of the words."""
_LEAST_USUAL_PAIRS: Final = 0.42
"""Share of usual neighbours among the letters: 0.68 and more in Swedish, 0.36 and less in permuted letters."""
_NOISE_KNOWN: Final = 0.15
"""Known words that noise has by chance, at most."""

_COVERED: Final = 0.5
"""Share of the page under pictures from which on it may be a scan; margins are often cropped."""
_HAS_PICTURE: Final = 0.03
"""Smaller pictures are logos and lines."""
_MOSTLY_HIDDEN: Final = 0.5
_STAMP_WORDS: Final = 60
"""Words over a scan that a stamp, a file number and a signing service put there together, at most."""
_STAMP_SPREAD: Final = 0.3
"""Share of the page's height in which they stand; a letter over a letterhead's picture takes more."""
_DRAWN_LETTERS: Final = 60
"""Shapes from which on a page without text may be letters turned into curves; a form's frame has fewer."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ACCENTED: Final = re.compile("[åäöÅÄÖ]")
_UNREADABLE: Final = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1b]")
_LETTERLESS: Final = re.compile(r"[\W\d_]+")
_LATIN: Final = re.compile("[\x21-\u024f]+")


@dataclass(frozen=True, slots=True)
class Look:
    """What a page shows besides its letters. The defaults are those of a page that is text alone."""

    covered: float = 0.0
    """Share of the page under pictures, 0 to 1."""
    hidden: float = 0.0
    """Share of the letters that are invisible, or lie under a picture, 0 to 1."""
    spread: float = 1.0
    """Share of the page's height in which there are letters, 0 to 1."""
    shapes: int = 0
    """Lines and curves drawn."""
    bilevel: bool = False
    """The picture is black and white without grey: such are scans, never backgrounds."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What the words of a text say about it."""

    language: str | None
    """ISO 639-1, None where the text is in no language that is known here."""
    words: int
    """Lower-case words, in lines that are not in another language; names are no evidence."""
    known: float
    """Share of these that are Swedish words, 0 to 1."""
    letters: int
    accents: float
    """Share of å, ä and ö among the letters."""
    spaced: float
    """Share of the letters in s p a c e d words."""
    unreadable: float
    """Share of the words that contain a character which stands for no letter."""
    noise: bool
    """The letters make no words of any language."""


def judge(text: str, look: Look) -> Quality:
    """The judgement of a page that can be read from its picture: keep its text, or read it again."""
    weight = weigh(text)
    if not any(map(str.isalnum, text)):
        return _judge_textless(look)
    damage = _mechanical_damage(weight)
    if not damage and look.covered >= _COVERED:
        damage = _lying_layer(len(text.split()), weight, look)
    return Quality(Verdict.REREAD, damage) if damage else Quality(Verdict.KEEP, _praise(weight, look))


def judge_text(text: str) -> Quality:
    """The judgement of a text without a picture, of a file or a message: keep it or repair it."""
    weight = weigh(text)
    damage = _mechanical_damage(weight) or (_misreading(weight, _LEAST_KNOWN) if weight.language == "sv" else None)
    return Quality(Verdict.REPAIR, damage) if damage else Quality(Verdict.KEEP, _praise(weight, Look()))


def weigh(text: str) -> Weight:
    """What the words of a text say about it; the lines in other languages say nothing."""
    tokens = text.split()
    spoken = language(_WORD.findall(text))
    swedish = "\n".join(_without_foreign_lines(text.split("\n")))
    words = [word for word in _WORD.findall(swedish) if len(word) > 1 and word[0].islower()]
    return Weight(
        language=spoken,
        words=len(words),
        known=share_known(words),
        letters=sum(map(str.isalpha, swedish)),
        accents=_share_of_letters(len(_ACCENTED.findall(swedish)), swedish),
        spaced=_share_of_letters(sum(len(run) // 2 + 1 for run in runs(text)), text),
        unreadable=_share_unreadable(tokens),
        noise=spoken is None and _is_noise(tokens),
    )


def _judge_textless(look: Look) -> Quality:
    if look.covered >= _HAS_PICTURE:
        return Quality(Verdict.REREAD, "a picture without text")
    if look.shapes >= _DRAWN_LETTERS:
        return Quality(Verdict.REREAD, "no text, but shapes that may be letters")
    return Quality(Verdict.KEEP, "a blank page")


def _mechanical_damage(weight: Weight) -> str | None:
    """Damage that shows in the characters, whatever the language."""
    if weight.unreadable > _MOST_UNREADABLE:
        return f"{weight.unreadable:.0%} of the words contain characters that stand for no letter"
    if weight.spaced > _MOSTLY_SPACED:
        return f"{weight.spaced:.0%} of the letters stand apart, so that the words are lost"
    if weight.noise:
        return "the letters make no words of any language"
    return None


def _lying_layer(tokens: int, weight: Weight, look: Look) -> str | None:
    """Why the text over or under a picture is not what the picture shows; None where it seems to be."""
    hidden = look.hidden >= _MOSTLY_HIDDEN
    if not hidden and tokens <= _STAMP_WORDS and look.spread <= _STAMP_SPREAD:
        return f"a picture covers the page, and the {tokens} words over it are a stamp or the like"
    if not hidden and look.bilevel:
        return "a scan covers the page, and the text over it was added to it"
    if hidden and weight.language in ("sv", None) and weight.words < _FEWEST_WORDS:
        return "a picture covers the page, and too few words lie under it to be trusted"
    if hidden or weight.language == "sv":
        damage = _misreading(weight, _LEAST_KNOWN_UNDER_PICTURE)
        return damage and f"a picture covers the page, and {damage}"
    return None


def _misreading(weight: Weight, least_known: float) -> str | None:
    """What tells that Swedish was read as if it were another language; None where nothing does."""
    if weight.words < _FEWEST_WORDS or weight.language not in ("sv", None):
        return None
    if weight.known < least_known:
        return f"only {weight.known:.0%} of its words are Swedish words"
    if weight.letters >= _FEWEST_LETTERS and weight.accents < _LEAST_ACCENTS:
        return f"only {weight.accents:.1%} of its letters are å, ä or ö"
    return None


def _praise(weight: Weight, look: Look) -> str:
    where = "under the picture" if look.covered >= _COVERED and look.hidden >= _MOSTLY_HIDDEN else "as written"
    if weight.language == "sv" and weight.words >= _FEWEST_WORDS:
        return f"text {where}, {weight.known:.0%} of its words are Swedish words"
    if weight.language in ("sv", None):
        return f"text {where}, of few words"
    return f"text {where}, in another language ({weight.language})"


def _without_foreign_lines(lines: Iterable[str]) -> Iterator[str]:
    return (line for line in lines if language(_WORD.findall(line)) in ("sv", None))


def _share_of_letters(count: int, text: str) -> float:
    return count / max(1, sum(map(str.isalpha, text)))


def _share_unreadable(tokens: Sequence[str]) -> float:
    words = [token for token in tokens if any(map(str.isalpha, token))]
    return sum(_UNREADABLE.search(word) is not None for word in words) / max(1, len(words))


def _is_noise(tokens: Sequence[str]) -> bool:
    words = [
        token for token in tokens if len(token) > 2 and not _LETTERLESS.fullmatch(token) and _LATIN.fullmatch(token)
    ]
    enough = len(words) >= _FEWEST_WORDS and len("".join(words)) >= _FEWEST_LETTERS
    return enough and share_known(words) <= _NOISE_KNOWN and share_usual_pairs(words) < _LEAST_USUAL_PAIRS
