"""Lists of words kept as data, read into patterns: one item a line, "*" for any ending, "#" for comments."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def items(path: str) -> tuple[str, ...]:
    """The lines of a list, by its path below this folder; longest first, so that the longer of two wins."""
    text = (_HERE / path).read_text(encoding="utf-8").splitlines()
    return tuple(sorted((line for line in text if line and not line.startswith("#")), key=len, reverse=True))


@cache
def one_of(path: str) -> str:
    """A pattern for any item of a list, for use within a group; blanks match any white space of a flow."""
    return "|".join(map(_pattern, items(path)))


def _pattern(item: str) -> str:
    words = (re.escape(word).replace(r"\*", r"\w*") for word in item.split())
    return r"[ \n\t]".join(words)
