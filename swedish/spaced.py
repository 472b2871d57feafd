"""Words set with a space between their letters, as headings are: P R O T O K O L L."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_RUN: Final = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\S)")
"""Four letters at least: "a b c" is a list; and no figures: "1 0 2 5" is a row of a table."""


def runs(text: str) -> Iterator[str]:
    """Each word set that way, with its spaces."""
    return (match.group() for match in _RUN.finditer(text))


def joined(text: str) -> str:
    """The text with those words written together."""
    return _RUN.sub(lambda run: run.group().replace(" ", ""), text)
