"""Questions with their answers, as they lie in bench/queries and beside annotated documents."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

TOPIC: Final = "topic"
"""Questions in other words than the text's: reported apart, since no text is written for them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and what would answer it."""

    query: str
    relevant: frozenset[str]
    """Names of documents; one of them must come first."""
    type: str
    """What is hard about it."""
    note: str = ""
    excluded: frozenset[str] = frozenset()
    """Names of documents that must not be found."""


def read(path: Path) -> list[Asked]:
    """The questions of a file, one JSON object a line."""
    return [_asked(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _asked(query: str, relevant: list[str], type: str, note: str = "", excluded: tuple[str, ...] = ()) -> Asked:
    return Asked(query, frozenset(relevant), type, note, frozenset(excluded))
