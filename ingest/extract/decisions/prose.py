"""Decisions in the prose of minutes, where no heading announces them."""

from __future__ import annotations

from collections.abc import Iterator

from ..structure import Structure
from .clauses import Clause


def decided_in_prose(structure: Structure) -> Iterator[Clause]:
    """What minutes say is decided, outside of any heading."""
    return iter(())
