"""Names are facts: when the repair of one may be made, and when somebody must decide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from .lexicon import GIVEN_NAME, NAME, Lexicon
from .readings import Reading
from .spellings import Why
from .tokens import Kind, Token

_VOUCHED: Final = 0.7
"""Probability from which a name that stands elsewhere is the one meant, and not another as like it."""
_PROBABLE: Final = 0.78
_LIKELY: Final = 0.9
_ONLY: Final = 0.97
"""Probability from which one reading is left: of 300 foreign names none had a wrong one above it."""


def is_settled(
    seen: str, meant: Reading, options: Sequence[tuple[float, Reading]], own: Lexicon, *, person: bool
) -> bool:
    """May a capitalised word be repaired without asking, as no other name can be meant?

    The name of a person is repaired where the document or the archive has it right elsewhere, or where the lists of
    names leave one reading. Other words that no list holds may be names from anywhere: they are repaired where what is
    seen is no word of any language.

    Args:
        seen: The word as it stands.
        meant: Its likeliest reading.
        options: All its readings, with their probabilities.
        own: Words that stand undamaged in the document or in the archive.
        person: It stands where names of people stand.
    """
    confidence = next(share for share, option in options if option is meant)
    if own.holds(meant.word):
        return not person or confidence >= _VOUCHED
    if not meant.common and any(option.text == seen and option.kinds & NAME for _, option in options):
        return False
    if person:
        return meant.why is not Why.LETTERS and (meant.common or confidence >= _ONLY)
    return confidence >= _least(seen, meant)


def _least(seen: str, meant: Reading) -> float:
    """The probability from which a capitalised word that is no person's name is repaired."""
    if meant.why is Why.WORD and not meant.damage.shapes:
        return 0.0
    if meant.why is Why.COMPOUND:
        return _PROBABLE
    strange = not (seen.isascii() and seen.isalpha())
    return _LIKELY if strange or meant.common else _ONLY


def people(tokens: Sequence[Token], likeliest: Sequence[Reading]) -> list[bool]:
    """For each token whether it stands where names of people stand: a capitalised word beside a given name."""
    capital = [token.kind is Kind.WORD and token.text[0].isupper() for token in tokens]
    given = [upper and bool(reading.kinds & GIVEN_NAME) for upper, reading in zip(capital, likeliest, strict=True)]
    beside = [
        after.start - before.end == 1 and upper and next_upper
        for before, after, upper, next_upper in zip(tokens, tokens[1:], capital, capital[1:], strict=False)
    ]
    follows = [False, *(near and name for near, name in zip(beside, given, strict=False))]
    return [(name and near) or after for name, near, after in zip(given, [*beside, False], follows, strict=True)]
