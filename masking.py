"""What people may read of a document: personal identity numbers masked, digit for digit, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from .corpus.model import Document, Page, Repair
from .corpus.repaired import Repaired, repaired
from .swedish.personnummer import mask, spans

_SIGN: Final = re.compile(r"\w")
_AROUND: Final = 40
"""Code points beside a suggestion that decide whether it would complete a number: a number is shorter."""

Span = tuple[int, int]


def masked(document: Document) -> Document:
    """The document with personal identity numbers masked in everything that is shown of it; offsets stay true."""
    return replace(
        document,
        pages=tuple(map(masked_page, document.pages)),
        title=document.title and mask(document.title),
        warnings=tuple(map(mask, document.warnings)),
        notes=tuple(map(mask, document.notes)),
        dnr=tuple(map(mask, document.dnr)),
    )


def masked_page(page: Page) -> Page:
    """The page with personal identity numbers masked in its text and repairs, also those that only repair shows."""
    if not page.repairs:
        return replace(page, text=mask(page.text))
    view = repaired(page)
    seen, meant = spans(page.text), spans(view.text)
    text = _starred(page.text, [*seen, *(view.seen_span(*span) for span in meant)])
    read = _starred(view.text, [*meant, *(view.repaired_span(*span) for span in seen)])
    return replace(
        page, text=text, repairs=tuple(_masked_repair(repair, page.text, text, view, read) for repair in page.repairs)
    )


def _masked_repair(repair: Repair, text: str, masked_text: str, view: Repaired, masked_view: str) -> Repair:
    seen = masked_text[repair.start : repair.end]
    if repair.standing.in_force:
        start, end = view.repaired_span(repair.start, repair.end)
        return replace(repair, seen=seen, meant=masked_view[start:end])
    if seen != repair.seen:
        return replace(repair, seen=seen, meant=_SIGN.sub("*", repair.meant))
    before, after = text[max(0, repair.start - _AROUND) : repair.start], text[repair.end : repair.end + _AROUND]
    would_read = mask(before + repair.meant + after)
    return replace(repair, meant=would_read[len(before) : len(before) + len(repair.meant)])


def _starred(text: str, hidden: Iterable[Span]) -> str:
    """The text with the letters and digits of these spans made into asterisks, one for one."""
    signs = list(text)
    for start, end in hidden:
        signs[start:end] = _SIGN.sub("*", text[start:end])
    return "".join(signs)
