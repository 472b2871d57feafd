"""How a text writes its numbers, and whether it came through damaged: what its other numbers say about one of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from ....corpus.model import Repair, Standing
from ..damage import first_rate
from .wordlists import alternatives

_WORN: Final = 0.6
"""Share of å, ä and ö lost from which a text was read by a recogniser that has none."""
_MADE: Final = 0.8
"""Confidence from which a repair is made."""
_WIDEST: Final = 200
"""Characters before a number in which its line begins, or it does not begin it."""
_FEWEST: Final = 10
"""Function words of a page that tell its language; one with fewer takes after its document."""
_SWEDISH: Final = re.compile(rf"\b(?:{alternatives('swedish_words')})\b")
_ENGLISH: Final = re.compile(rf"\b(?:{alternatives('english_words')})\b")
_SPACED: Final = re.compile(r"(?<![\w.,:/-])[1-9]\d{0,2}(?: \d{3})+(?![\w:/-])")
_DOTTED: Final = re.compile(r"(?<![\w.,:/-])[1-9]\d{0,2}(?:\.\d{3})+(?![\w:/-])(?! \d)")
_SPACED_KR: Final = re.compile(r"\d kr\b")
_GLUED_KR: Final = re.compile(r"\dkr\b")
_ORGANISATION: Final = re.compile(r"(?<![\w-])\d{6}-\d{4}(?![\w-])")
_DOLLARS: Final = re.compile(r"\bUSD\b|\bUS\$|\b[Dd]ollar")
_SPACED_PERCENT: Final = re.compile(r"\d %")


@dataclass(frozen=True)
class Style:
    """A text and what can be counted in it, each when it is first asked for."""

    text: str
    document: Style | None = None
    """Of the whole document, where this is a page of it."""

    @property
    def whole(self) -> Style:
        """Of the document, or of the text if it is all there is."""
        return self.document or self

    @cached_property
    def worn(self) -> bool:
        """Is it Swedish that lost its letters? Spaces and points were then lost in numbers as well."""
        if self._function_words < _FEWEST and self.document:
            return self.document.worn
        return self.swedish and first_rate(self.text) > _WORN

    @cached_property
    def swedish(self) -> bool:
        """Is it Swedish rather than English?"""
        if self._function_words < _FEWEST and self.document:
            return self.document.swedish
        return 2 * len(_SWEDISH.findall(self.text)) > self._function_words

    @cached_property
    def _function_words(self) -> int:
        return len(_SWEDISH.findall(self.text)) + len(_ENGLISH.findall(self.text))

    @cached_property
    def spaced(self) -> int:
        """Numbers with a space between their thousands."""
        return len(_SPACED.findall(self.text))

    @cached_property
    def dotted(self) -> int:
        """Numbers with a point between their thousands."""
        return len(_DOTTED.findall(self.text))

    @cached_property
    def has_sections(self) -> bool:
        """Does the sign § stand in it?"""
        return "§" in self.text

    @cached_property
    def has_dollars(self) -> bool:
        """Does it speak of dollars?"""
        return bool(_DOLLARS.search(self.text))

    @cached_property
    def organisations(self) -> frozenset[str]:
        """The numbers in it that have the form of an organisation's or a person's."""
        return frozenset(_ORGANISATION.findall(self.text))

    def begins_line(self, at: int) -> bool:
        """Does nothing but space stand before an offset in its line?"""
        return not self.text[max(0, at - _WIDEST) : at].rpartition("\n")[2].strip()

    @cached_property
    def spaces_crowns(self) -> bool:
        """Does it write 450 kr rather than 450kr?"""
        return len(_SPACED_KR.findall(self.text)) > len(_GLUED_KR.findall(self.text))

    @cached_property
    def spaces_percent(self) -> bool:
        """Does it write 35 % anywhere?"""
        return bool(_SPACED_PERCENT.search(self.text))


def repair(match: re.Match[str], meant: str, confidence: float, why: str, group: int | str = 0) -> Repair:
    """The repair of what a pattern found, or of a group of it."""
    return Repair(*match.span(group), match[group], meant, confidence, why, standing(confidence))


def standing(confidence: float) -> Standing:
    """Made if it is far more likely than not: an altered number does not look altered."""
    return Standing.MADE if confidence >= _MADE else Standing.SUGGESTED
