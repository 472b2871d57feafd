"""The capitalised words that an archive can vouch for: those of pages that came through undamaged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from .model import Page, Verdict

_WORD: Final = re.compile(r"(?<![^\W_])[^\W\d_](?:[^\W\d_]|(?<=[^\W\d_])[-'’](?=[^\W\d_]))+(?![^\W_])")
_MOST_REPAIRED: Final = 0.02
"""Repairs and suggestions for each word of a page that is believed, at most; a damaged page has some 0.2."""

_SURE: Final = frozenset("åäöÅÄÖ")


def names_of(pages: Sequence[Page]) -> frozenset[str]:
    """Capitalised words with å, ä or ö that stand in undamaged pages.

    These letters are lost in reading and never gained, so that such a word was printed so. Of é this is not true: ä is
    read as é.
    """
    doubted = {repair.seen for page in pages for repair in page.repairs}
    words = {word for page in pages if _is_sound(page) for word in _WORD.findall(page.text)}
    return frozenset(filter(_tells, words - doubted))


def _is_sound(page: Page) -> bool:
    undamaged = page.quality.verdict is Verdict.KEEP and not page.waiting
    return undamaged and len(page.repairs) <= _MOST_REPAIRED * (page.text.count(" ") + page.text.count("\n"))


def _tells(name: str) -> bool:
    return name[0].isupper() and not name.isupper() and not _SURE.isdisjoint(name)
