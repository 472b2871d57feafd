"""The numbers of cases, with a label and without."""

from __future__ import annotations

from collections.abc import Iterator

from ....swedish import dnr
from ..mentions import Identifier, IdentifierKind


def labelled(text: str) -> Iterator[Identifier]:
    """What the text calls a dnr."""
    return (_case(text, *span) for span in dnr.labelled_spans(text))


def standing(text: str, start: int, end: int) -> Iterator[Identifier]:
    """What can be nothing else."""
    return (_case(text, *span) for span in dnr.standing_spans(text, start, end))


def _case(text: str, start: int, end: int) -> Identifier:
    return Identifier(IdentifierKind.DNR, start, end, dnr.normal_form(text[start:end]))
