"""The names before a colon that say where a word shall stand, or what a document is chosen by."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final, Literal, TypeAlias, TypeGuard, get_args

from ...swedish.folding import fold
from ...swedish.wordlists import rows
from .nodes import Part

Chosen = Literal["dnr", "type", "amount", "date", "valid", "page", "body", "findings"]
"""By what a document, or a page, is chosen."""
Field: TypeAlias = Part | Chosen
DATA: Final = Path(__file__).parent / "data"
_FIELDS: Final[tuple[Field, ...]] = (*get_args(Part), *get_args(Chosen))


@cache
def field_names() -> dict[str, Field]:
    """The field of each name: lower-case names, with their marks and without."""
    named = {name: field for field in _FIELDS for name in listed("fields.txt")[field]}
    return named | {fold(name): field for name, field in named.items()}


@cache
def listed(name: str) -> dict[str, tuple[str, ...]]:
    """What a data file says of each thing that it lists: "party: part parter"."""
    lines = (line.partition(":") for line in rows(DATA / name))
    return {thing: tuple(words.split()) for thing, _, words in lines}


def is_part(field: Field) -> TypeGuard[Part]:
    """Does it say where a word shall stand, rather than what is chosen?"""
    return field in get_args(Part)
