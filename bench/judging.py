"""What repairs did to a text: laid beside what was printed, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final, NamedTuple, TypeAlias

from avtalsarkiv.bench.pairs import Pair, as_pages
from avtalsarkiv.bench.scoring import PART, Token, align, overlapping, tokens
from avtalsarkiv.corpus.model import PAGE_BREAK, Known, Page, Repair, Standing
from avtalsarkiv.corpus.repaired import as_repaired
from avtalsarkiv.ingest.repair.repairer import repair_pages

NOTHING_KNOWN: Final = Known()
Repairs: TypeAlias = tuple[Repair, ...]


class Verified(NamedTuple):
    """A repair, and whether it wrote what was printed."""

    repair: Repair
    right: bool


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of one document, or of many together."""

    words: int
    """As printed."""
    before: int
    """Word errors in the text as it was read."""
    after: int
    read_again: int
    """Word errors in what a Swedish recogniser reads on the same pages."""
    right: int
    """Words that were read as printed."""
    left: tuple[tuple[str, str], ...]
    """The differences that remain: what was printed, what stands there."""
    spoilt: tuple[tuple[str, str], ...]
    """The words that were read as printed and are not any more, and the repairs that did it."""
    verified: tuple[Verified, ...]
    """The repairs, made and suggested."""


def repairs_of(text: str) -> Repairs:
    """All repairs of a document's text, placed in the whole text."""
    pages = as_pages(text)
    return tuple(_placed(pages, repair_pages(pages, NOTHING_KNOWN)))


def judged(pair: Pair) -> Judgement:
    """Repair one document and lay the result beside what was printed."""
    repairs = repairs_of(pair.seen)
    truth, seen = tokens(pair.truth), tokens(pair.seen)
    read, again = align(truth, seen), align(truth, tokens(pair.swe))
    fixed = align(truth, tokens(as_repaired(pair.seen, repairs).text))
    changed = _changed(seen, repairs)
    return Judgement(
        words=len(truth),
        before=read.errors,
        after=fixed.errors,
        read_again=again.errors,
        right=len(read.same),
        left=tuple(fixed.differences),
        spoilt=tuple(
            (seen[there].text, changed[there].meant)
            for here, there in read.same.items()
            if there in changed and here not in fixed.same
        ),
        verified=tuple(_verified(pair, repairs)),
    )


def together(judgements: Sequence[Judgement]) -> Judgement:
    """The sums over many documents."""
    counted = ("words", "before", "after", "read_again", "right")
    return Judgement(
        **{name: sum(getattr(one, name) for one in judgements) for name in counted},
        left=tuple(chain.from_iterable(one.left for one in judgements)),
        spoilt=tuple(chain.from_iterable(one.spoilt for one in judgements)),
        verified=tuple(chain.from_iterable(one.verified for one in judgements)),
    )


def changed_words(text: str) -> tuple[int, list[tuple[str, str]]]:
    """How many words an undamaged text has, and what was made of those that were changed."""
    words = tokens(text)
    changed = _changed(words, repairs_of(text))
    return len(words), [(words[index].text, changed[index].meant) for index in sorted(changed)]


def _changed(words: Sequence[Token], repairs: Repairs) -> dict[int, Repair]:
    """Indices of the words that are not left as they are, with what is done to them."""
    made = (repair for repair in repairs if repair.standing.in_force)
    return {index: repair for repair in made for index in overlapping(words, repair.start, repair.end)}


def _placed(pages: Iterable[Page], found: Iterable[Repairs]) -> Iterator[Repair]:
    start = 0
    for page, repairs in zip(pages, found, strict=True):
        yield from (replace(repair, start=repair.start + start, end=repair.end + start) for repair in repairs)
        start += len(page.text) + len(PAGE_BREAK)


def _verified(pair: Pair, repairs: Repairs) -> Iterator[Verified]:
    """Suggestions are judged by what the text would be if all were accepted; made ones by what it is."""
    accepted = tuple(replace(repair, standing=Standing.ACCEPTED) for repair in repairs)
    for basis, standing in ((repairs, Standing.MADE), (accepted, Standing.SUGGESTED)):
        view = as_repaired(pair.seen, basis)
        parts = tokens(view.text, PART)
        right = set(align(tokens(pair.truth, PART), parts).same.values())
        for repair in repairs:
            written = list(overlapping(parts, *view.repaired_span(repair.start, repair.end)))
            if repair.standing is standing and written:
                yield Verified(repair, right.issuperset(written))
