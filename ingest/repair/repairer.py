"""From the pages of a document to its repairs: the one door to this room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ...corpus.model import Known, Origin, Page, Repair, Standing
from ...swedish.reading import View, reading
from .decoding import Choice, Decoder
from .lexicon import Lexicon
from .model import model
from .readings import Reader

_MISREAD: Final = {Origin.OCR: 0.1, Origin.TEXT_LAYER: 0.02, Origin.PLAIN: 0.01, Origin.MARKUP: 0.001}
"""How often shapes are misread on a page whose accented letters came through, beside pages that lost them."""
_MADE: Final = 0.5
_SUGGESTED: Final = 0.2


def repair_pages(pages: Sequence[Page], known: Known) -> list[tuple[Repair, ...]]:
    """The repairs of each page of one document; a corpus.ports.Repairer."""
    decoder = Decoder(model(), Reader(model(), Lexicon.of(known.words | known.names)))
    return [tuple(_repairs(page, decoder)) for page in pages]


def _repairs(page: Page, decoder: Decoder) -> Iterator[Repair]:
    view = reading(page.text)
    for choice in decoder.choices(view.text, _MISREAD[page.origin]):
        yield from _placed(choice, page.text, view)


def _placed(choice: Choice, text: str, view: View) -> Iterator[Repair]:
    """The repair of a word, if it needs one; of each half of it where a line end divides it."""
    token = choice.token
    meant, confidence = max(
        (
            (option.text, float(share))
            for option, share in zip(choice.options, choice.probabilities, strict=True)
            if option.text != token.text
        ),
        key=lambda option: option[1],
    )
    if confidence < _SUGGESTED:
        return
    standing = Standing.MADE if confidence >= _MADE else Standing.SUGGESTED
    start, end = view.seen_span(token.start, token.end)
    yield Repair(start, end, text[start:end], meant, confidence, "letters", standing)
