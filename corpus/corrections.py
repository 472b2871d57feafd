"""What people said of facts, laid over what is extracted: whoever corrected or confirmed one is not asked again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from .coding import Json, Unfit, decoded, encoded
from .decisions import Places
from .facts import FactKind
from .kept import Kept, State, id_of
from .model import Page
from .words import Box

_SAME_PLACE: Final = 0.5
"""The part of the smaller of two boxes that they must share to be about the same place."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person said of a fact, and where that fact stood."""

    kind: FactKind
    page: int
    """1-based."""
    start: int
    """First code point in the page's text."""
    end: int
    """One past the last."""
    nth: int
    """Among the facts of its kind at its place, from 1."""
    seen: str
    """What was printed there."""
    box: Box | None
    state: State
    """Never rejected and corrected at once: what is rejected needs no other values."""
    who: str
    fields: Mapping[str, Json] = field(default_factory=dict)
    """The values that it puts in the place of the extracted ones."""
    at: str = ""
    """When, UTC, ISO 8601; given by the store."""
    number: int | None = None
    """Given by the store, rising."""


def named(document: str, correction: Correction, starts: Mapping[int, int]) -> str:
    """The id of the fact that it is about, where that fact stands in its old place."""
    begins = starts.get(correction.page, 0)
    return id_of(document, correction.kind, begins + correction.start, begins + correction.end, correction.nth)


def corrected(
    found: Iterable[Kept], corrections: Sequence[Correction], starts: Mapping[int, int]
) -> tuple[list[Kept], list[Correction]]:
    """The facts with what was said of them, and the corrections that fit none of them any more.

    Args:
        found: The facts of one document as extracted.
        corrections: Those in force.
        starts: Where the text of each page, by its number, begins in the document's.
    """
    facts = list(found)
    free = set(range(len(facts)))
    unfit = []
    for correction in corrections:
        at = min(_fitting(correction, facts, free, starts.get(correction.page, 0)), default=None)
        changed = None if at is None else laid_over(facts[at[-1]], correction)
        if at is None or changed is None:
            unfit.append(correction)
        else:
            facts[at[-1]] = changed
            free.discard(at[-1])
    return facts, unfit


def uncorrected(fact: Kept) -> Kept:
    """The fact as it was extracted."""
    return replace(
        _with(fact, fact.extracted),
        state=State.EXTRACTED,
        extracted={},
        correction=None,
        corrected_by=None,
        corrected_at=None,
    )


def carried_over(corrections: Iterable[Correction], before: Sequence[Page], after: Sequence[Page]) -> list[Correction]:
    """Corrections of an older version of a document, for a newer one.

    Where the same is seen between the same words, that is the place; elsewhere it is left where it was, and fits
    there or is told to fit nothing.
    """
    places = Places(before, after)
    moved = []
    for correction in corrections:
        was = correction.page, correction.start
        page, start = places.now(*was, correction.seen) or was
        end = start + correction.end - correction.start
        box = correction.box if (page, start) == was else None
        moved.append(replace(correction, page=page, start=start, end=end, box=box, number=None))
    return moved


def _fitting(
    correction: Correction, facts: Sequence[Kept], free: Iterable[int], begins: int
) -> Iterator[tuple[int, int, int]]:
    """The facts that it may be about: how well each fits, 0 best; how far off it is; and which it is."""
    first, last = begins + correction.start, begins + correction.end
    for at in free:
        kept = facts[at]
        fact = kept.fact
        if fact.kind is not correction.kind or fact.page != correction.page:
            continue
        off = abs(fact.start - first) + abs(fact.end - last)
        if off == 0 and kept.as_printed == correction.seen:
            yield (0 if kept.number == correction.nth else 1), off, at
        elif fact.start < last and first < fact.end and _one_in_other(kept.as_printed, correction.seen):
            yield 2, off, at
        elif _squeezed(kept.as_printed) == _squeezed(correction.seen) and _same_place(kept.box, correction.box):
            yield 3, off, at


def laid_over(kept: Kept, correction: Correction) -> Kept | None:
    """The fact, as extracted, with the values of a correction; None where it cannot have them."""
    try:
        changed = _with(kept, correction.fields)
    except Unfit:
        return None
    before = encoded(kept.fact.content)
    originals = {key: before[key] for key in correction.fields}
    return replace(changed, state=correction.state, extracted=originals, correction=correction.number)


def _with(kept: Kept, fields: Mapping[str, Json]) -> Kept:
    content = kept.fact.content
    changed = decoded(type(content), {**encoded(content), **fields})
    return replace(kept, fact=replace(kept.fact, content=changed))


def _one_in_other(one: str, other: str) -> bool:
    one, other = _squeezed(one), _squeezed(other)
    return one in other or other in one


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _same_place(one: Box | None, other: Box | None) -> bool:
    if one is None or other is None:
        return False
    width = min(one.x1, other.x1) - max(one.x0, other.x0)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    smaller = min(_area(one), _area(other))
    return width > 0 and height > 0 and width * height >= _SAME_PLACE * smaller


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.bottom - box.top)
