"""What people may read of a document: personal identity numbers masked, digit for digit, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from typing import Any, Final

from .corpus.facts import Extraction, Reference
from .corpus.kept import Kept
from .corpus.model import Document, Page, Repair, Standing
from .corpus.repaired import Repaired, as_repaired, repaired
from .swedish.personnummer import mask, spans

_SIGN: Final = re.compile(r"\w")
_AROUND: Final = 40
"""Code points beside a suggestion that decide whether it would complete a number: a number is shorter."""

_SHORTEST: Final = 10
"""Code points of the shortest number: shorter texts need not be looked at."""

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
    """The page with personal identity numbers masked in its text and repairs, also those that only a repair shows."""
    if not page.repairs:
        return replace(page, text=mask(page.text))
    view = repaired(page)
    read = spans(view.text)
    hidden = [*spans(page.text), *(view.seen_span(*span) for span in read), *_completed(page)]
    seen = _starred(page.text, hidden)
    meant = _starred(view.text, [*read, *(view.repaired_span(*span) for span in hidden)])
    repairs = (_masked_repair(repair, seen, view, meant, hidden) for repair in page.repairs)
    return replace(page, text=seen, repairs=tuple(repairs))


def masked_pages(pages: Sequence[Page]) -> list[Page]:
    """The pages of one document as `masked_page` has them, also where a number begins on one and ends on the next."""
    shown = list(map(masked_page, pages))
    for at, (page, after) in enumerate(pairwise(pages)):
        if after.number == page.number + 1:
            shown[at : at + 2] = _masked_break(page.text, after.text, *shown[at : at + 2])
    return shown


def _masked_break(before: str, after: str, page: Page, following: Page) -> tuple[Page, Page]:
    ends = before.rstrip()[-_AROUND:]
    begins = len(after) - len(after.lstrip())
    text = f"{ends}\n{after[begins : begins + _AROUND]}"
    for start, end in spans(text):
        if start < len(ends) < end:
            first = len(before.rstrip()) - len(ends) + start
            page = _hidden(page, (first, len(before)))
            following = _hidden(following, (0, begins + end - len(ends) - 1))
    return page, following


def _hidden(page: Page, span: Span) -> Page:
    start, end = span
    apart = tuple(repair for repair in page.repairs if repair.end <= start or end <= repair.start)
    return replace(page, text=_starred(page.text, [span]), repairs=apart)


def masked_fact(kept: Kept) -> Kept:
    """The fact with personal identity numbers masked in its text and its values; its place and its id stay."""
    if not any(len(text) >= _SHORTEST and spans(text) for text in _texts(kept)):
        return kept  # as hundreds of thousands are
    return replace(kept, fact=_masked(kept.fact), seen=_masked(kept.seen), extracted=_masked(dict(kept.extracted)))


def _texts(kept: Kept) -> Iterator[str]:
    """All the texts in a fact."""
    fact = kept.fact
    values = (getattr(fact.content, name) for name in fact.content.__slots__)
    yield from (value for value in values if type(value) is str)
    yield from (value for value in kept.extracted.values() if type(value) is str)
    yield from fact.doubt
    yield fact.text
    yield kept.seen or ""


def masked_extraction(extraction: Extraction) -> Extraction:
    """The extraction with personal identity numbers masked in every text."""
    masked: Extraction = _masked(extraction)
    return masked


def masked_reference(reference: Reference) -> Reference:
    """The reference with personal identity numbers masked in every text."""
    masked: Reference = _masked(reference)
    return masked


def _masked(value: Any) -> Any:
    """The same, of the same type, with the texts in it masked, however deep they lie."""
    if type(value) is str:
        return mask(value) if len(value) >= _SHORTEST else value
    if isinstance(value, tuple):
        return tuple(map(_masked, value))
    if isinstance(value, dict):
        return {key: _masked(item) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _masked(getattr(value, field.name)) for field in fields(value)})
    return value


def _completed(page: Page) -> Iterator[Span]:
    """Where numbers would stand if something were repaired that is not."""
    for repair in page.repairs:
        if not repair.standing.in_force:
            first = max(0, repair.start - _AROUND)
            there = replace(repair, start=repair.start - first, end=repair.end - first, standing=Standing.MADE)
            view = as_repaired(page.text[first : repair.end + _AROUND], [there])
            for span in spans(view.text):
                start, end = view.seen_span(*span)
                yield first + start, first + end


def _masked_repair(repair: Repair, seen: str, view: Repaired, meant: str, hidden: Sequence[Span]) -> Repair:
    shown = seen[repair.start : repair.end]
    if repair.standing.in_force:
        start, end = view.repaired_span(repair.start, repair.end)
        return replace(repair, seen=shown, meant=meant[start:end])
    touched = any(start < repair.end and repair.start < end for start, end in hidden)
    return replace(repair, seen=shown, meant=_SIGN.sub("*", repair.meant) if touched else repair.meant)


def _starred(text: str, hidden: Iterable[Span]) -> str:
    """The text with the letters and digits of these spans made into asterisks, one for one."""
    signs = list(text)
    for start, end in hidden:
        signs[start:end] = _SIGN.sub("*", text[start:end])
    return "".join(signs)
