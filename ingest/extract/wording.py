"""Lists of words kept as data, read into patterns: one item a line, "*" for any ending, "#" for comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

from ...swedish.wordlists import rows
from .alternatives import factored, initials

_HERE: Final = Path(__file__).parent
_ATOMS: Final = {"*": r"\w*", " ": r"[ \n\t]"}


@cache
def items(path: str) -> tuple[str, ...]:
    """The lines of a list, by its path below this folder; longest first, so that the longer of two wins."""
    return tuple(sorted(rows(_HERE / path), key=len, reverse=True))


def each_of(kinds: Iterable[str], prefix: str) -> str:
    """A pattern of whole words with a group for each kind, of the items of its own list: `prefix` and its name."""
    groups = "|".join(f"(?P<{kind}>{_begin(path)}(?:{one_of(path)}))" for kind, path in _lists(kinds, prefix))
    return rf"(?<!\w)(?:{groups})(?!\w)"


def _lists(kinds: Iterable[str], prefix: str) -> Iterator[tuple[str, str]]:
    return ((kind, f"{prefix}{kind}.txt") for kind in kinds)


def _begin(path: str) -> str:
    """What is looked at first, where the items begin with signs of their own."""
    return "" if any(item.startswith("*") for item in items(path)) else f"(?={initials(items(path))})"


@cache
def one_of(path: str) -> str:
    """A pattern for any item of a list, for use within a group; blanks match any white space of a flow."""
    return factored([_ATOMS.get(sign) or re.escape(sign) for sign in " ".join(item.split())] for item in items(path))
