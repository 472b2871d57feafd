"""From the pages of a document to its repairs: the one door to this room."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Final

from ...corpus.model import PAGE_BREAK, Known, Origin, Page, Repair, Standing
from ...corpus.names import names_of
from ...swedish.reading import View, reading
from .agreement import agreed
from .decoding import Choice, Decoder
from .lexicon import Lexicon
from .model import model
from .names import is_settled
from .numbers import numeric_repairs
from .patterns.style import Style
from .placing import printed_parts
from .reader import Reader
from .spellings import Why

_MISREAD: Final = {Origin.OCR: 0.1, Origin.TEXT_LAYER: 0.02, Origin.PLAIN: 0.01, Origin.MARKUP: 0.001}
"""How often shapes are misread on a page whose accented letters came through, beside pages that lost them."""
_TRUST: Final = {
    (Why.LETTERS, False): 0.85,
    (Why.LETTERS, True): 0.6,
    (Why.COMPOUND, False): 0.94,
    (Why.COMPOUND, True): 0.9,
}
"""By which the probabilities of words that no list holds, small or capitalised, mean what they say; measured."""
_LONGEST: Final = 20_000
"""Code points that are decoded together, some six pages: memory does not grow with the page."""
_ENDS: Final = re.compile(r"\n\s*\n|(?<![-\u00ad])\n")
"""Of paragraphs and lines, but for those that divide a word."""
_MADE: Final = 0.5
"""Probability from which fewest words are wrong in the end."""
_MADE_OF_LETTERS: Final = 0.8
"""Below it, letters alone are wrong as often as right."""
_SOUND: Final = 0.3
_MADE_AMONG_SOUND: Final = 0.95
"""Where less than `_SOUND` of the accented letters were lost, a word is more likely unknown than damaged."""
_SUGGESTED: Final = 0.2
"""Below it, four of five suggestions would waste an archivist's time."""


def repair_pages(pages: Sequence[Page], known: Known) -> list[tuple[Repair, ...]]:
    """The repairs of each page of one document; a corpus.ports.Repairer."""
    own = _own(known.words | known.names | names_of(pages))
    decoder = Decoder(model(), _reader(), own)
    style = Style(PAGE_BREAK.join(page.text for page in pages))
    found = [_merged(numeric_repairs(page.text, style), _repairs(page, decoder, own)) for page in pages]
    return [tuple(repair for repair in repairs if repair.seen not in known.words) for repairs in agreed(found)]


@lru_cache(2)
def _own(words: frozenset[str]) -> Lexicon:
    return Lexicon.of(words)


def _merged(numbers: Sequence[Repair], letters: Iterable[Repair]) -> tuple[Repair, ...]:
    """All of them in order; of those that overlap the made ones, and a number's, whose pattern leaves nothing else."""
    ranked = sorted([*numbers, *letters], key=lambda repair: not repair.standing.in_force)
    taken: set[int] = set()
    kept = []
    for repair in ranked:
        places = range(repair.start, repair.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(repair)
    return tuple(sorted(kept, key=lambda repair: repair.start))


@cache
def _reader() -> Reader:
    return Reader(model())


def _repairs(page: Page, decoder: Decoder, own: Lexicon) -> Iterator[Repair]:
    for start, text in _stretches(page.text):
        view = reading(text)
        for choice in decoder.choices(view.text, _MISREAD[page.origin]):
            for repair in _repaired(choice, text, view, own):
                yield replace(repair, start=repair.start + start, end=repair.end + start)


def _stretches(text: str) -> Iterator[tuple[int, str]]:
    """A text in pieces of bounded length, with their beginnings; cut after a paragraph, else a line, else a word."""
    start = 0
    while len(text) - start > _LONGEST:
        reach = start + _LONGEST
        ends = [match.end() for match in _ENDS.finditer(text, start + _LONGEST // 2, reach)]
        end = ends[-1] if ends else text.rfind(" ", start, reach) + 1 or reach
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _repaired(choice: Choice, text: str, view: View, own: Lexicon) -> Iterator[Repair]:
    """The repair of a word, if it needs one; of each of its halves, where a line end divides it."""
    token = choice.token
    options = [(float(share), option) for share, option in zip(choice.probabilities, choice.options, strict=True)]
    confidence, meant = max((pair for pair in options if pair[1].text != token.text), key=lambda pair: pair[0])
    if confidence < _SUGGESTED:
        return
    capitalised = token.text[0].isupper() and not token.text.isupper()
    settled = not capitalised or is_settled(token.text, meant, options, own, person=choice.person)
    least = _MADE_AMONG_SOUND if choice.lost < _SOUND else _MADE_OF_LETTERS if meant.why is Why.LETTERS else _MADE
    standing = Standing.MADE if settled and confidence >= least else Standing.SUGGESTED
    probability = round(confidence * _TRUST.get((meant.why, capitalised), 1.0), 4)
    for start, end, part in printed_parts(token, meant.text, text, view):
        if text[start:end] != part:
            yield Repair(start, end, text[start:end], part, probability, meant.why, standing)
