"""From the pages of a document to its repairs: the one door to this room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ...corpus.model import Known, Origin, Page, Repair, Standing
from ...swedish.reading import View, reading
from .decoding import Choice, Decoder
from .lexicon import Lexicon
from .model import model
from .names import is_settled
from .reader import Reader

_MISREAD: Final = {Origin.OCR: 0.1, Origin.TEXT_LAYER: 0.02, Origin.PLAIN: 0.01, Origin.MARKUP: 0.001}
"""How often shapes are misread on a page whose accented letters came through, beside pages that lost them."""
_MADE: Final = 0.5
_SUGGESTED: Final = 0.2


def repair_pages(pages: Sequence[Page], known: Known) -> list[tuple[Repair, ...]]:
    """The repairs of each page of one document; a corpus.ports.Repairer."""
    own = Lexicon.of(known.words | known.names)
    decoder = Decoder(model(), Reader(model(), own))
    return [tuple(_repairs(page, decoder, own)) for page in pages]


def _repairs(page: Page, decoder: Decoder, own: Lexicon) -> Iterator[Repair]:
    view = reading(page.text)
    for choice in decoder.choices(view.text, _MISREAD[page.origin]):
        repair = _repair(choice, page.text, view, own)
        if repair:
            yield repair


def _repair(choice: Choice, text: str, view: View, own: Lexicon) -> Repair | None:
    """The repair of a word, if it needs one."""
    token = choice.token
    options = [(float(share), option) for share, option in zip(choice.probabilities, choice.options, strict=True)]
    confidence, meant = max((pair for pair in options if pair[1].text != token.text), key=lambda pair: pair[0])
    if confidence < _SUGGESTED:
        return None
    capitalised = token.text[0].isupper() and not token.text.isupper()
    settled = not capitalised or is_settled(token.text, meant, options, own, person=choice.person)
    start, end = view.seen_span(token.start, token.end)
    standing = Standing.MADE if settled and confidence >= _MADE else Standing.SUGGESTED
    return Repair(start, end, text[start:end], meant.text, confidence, meant.why, standing)
