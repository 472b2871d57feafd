"""The language of a document, by its smallest words."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from ....swedish.words import language as language_of_words
from ....swedish.words import share_known
from ..printed import rows_of

_LOOKED_AT: Final = 3000
"""Words at the beginning; more do not change the answer."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_LEAST_KNOWN: Final = 0.5
"""Share of Swedish words in a table or a form in Swedish, which has hardly any small words."""
_LEAST_WORDS: Final = 5


def language(text: str) -> str | None:
    """ISO 639-1 code of the language that most of the text is in; None where there are too few words to tell."""
    words = [word.lower() for word in islice(map(re.Match.group, _WORD.finditer(text)), _LOOKED_AT)]
    if len(words) < _LEAST_WORDS:
        return None
    code = language_of_words(words)
    if code == "nb":
        return _danish_or_norwegian(words)
    return code or ("sv" if share_known(words) >= _LEAST_KNOWN else None)


def _danish_or_norwegian(words: list[str]) -> str:
    danish, norwegian = (frozenset(row.split()) for row in rows_of("danish_norwegian.txt"))
    return "da" if sum(word in danish for word in words) > sum(word in norwegian for word in words) else "no"
