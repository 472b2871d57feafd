"""What extraction costs, in a process that does nothing else: texts as JSON come in, figures go out.

Started by `avtalsarkiv.bench.extraction`.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from typing import Final, NamedTuple, TypeVar

from avtalsarkiv.bench.measuring import PEAK, RESIDENT, memory
from avtalsarkiv.bench.pairs import as_pages
from avtalsarkiv.corpus.model import PAGE_BREAK, Page

WORDS_A_PAGE: Final = 400
_FIRST: Final = "Nämnden beslutar att bevilja föreningen 40 000 kronor för 2024."
_WARM_UP: Final = 500
"""Pages after which caches are full."""
_NAME: Final = re.compile(r"\b[A-ZÅÄÖ][a-zåäö]{4,}\b")
_LETTERS: Final = "aeioumnrst"

T = TypeVar("T")


class Cost(NamedTuple):
    """CPU seconds and MB."""

    start: float
    """Seconds until a first sentence has been read, imports included."""
    page: float
    """Seconds for a page of 400 words."""
    tokens: float
    """Seconds that spaCy's Swedish tokenizer takes for such a page."""
    early: float
    """Memory after the first few hundred pages."""
    late: float
    """And after all of them."""
    peak: float
    components: dict[str, float]
    """Seconds a page by the name of a component."""


def measured(texts: Sequence[str], pages: int) -> Cost:
    """What so many pages made of the texts cost in a fresh process.

    Raises:
        SystemExit: It failed, so that no figure would mean anything.
    """
    command = [sys.executable, "-m", "avtalsarkiv.bench.extraction_cost"]
    asked = json.dumps({"texts": list(texts), "pages": pages})
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"Extraction failed: {done.stderr.strip()}")
    return Cost(*json.loads(done.stdout))


def main() -> None:
    """Read texts, extract, print the figures."""
    asked = json.load(sys.stdin)
    first = as_pages(_FIRST)
    start = time.process_time()
    _extract(first)
    started = time.process_time() - start
    texts = asked["texts"]
    page = _seconds_a_page(_extract, texts, [as_pages(text) for text in texts])
    early, late = _memories(texts, asked["pages"])
    tokens = _seconds_a_page(_tokenizer(), texts, texts)
    figures = (started, page, tokens, early, late, _memory(PEAK), _by_component(texts))
    print(json.dumps(figures))


def _extract(pages: Sequence[Page]) -> None:
    from avtalsarkiv.ingest.extract.extractor import extract  # what it takes to import is part of what is measured
    from avtalsarkiv.ingest.extract.head import Head

    extract(pages, Head())


def _tokenizer() -> Callable[[str], object]:
    import spacy

    return spacy.blank("sv").make_doc


def _seconds_a_page(work: Callable[[T], object], texts: Sequence[str], inputs: Sequence[T]) -> float:
    """Of a second time, when caches are full."""
    for one in inputs:
        work(one)
    start = time.process_time()
    for one in inputs:
        work(one)
    return (time.process_time() - start) / _pages(texts)


def _by_component(texts: Sequence[str]) -> dict[str, float]:
    from avtalsarkiv.ingest.extract.package import load, untokenised

    seconds: dict[str, float] = {}
    components = load(exclude=["avtal_spans"]).pipeline
    for text in texts:
        doc = untokenised(text)
        for name, component in components:
            start = time.process_time()
            doc = component(doc)
            seconds[name] = seconds.get(name, 0.0) + time.process_time() - start
    return {name: total / _pages(texts) for name, total in seconds.items()}


def _memories(texts: Sequence[str], pages: int) -> tuple[float, float]:
    """Memory early and late, over texts whose names are new each time."""
    read, early = 0.0, 0.0
    for text in _endless(texts):
        _extract(as_pages(text))
        read += _pages([text])
        early = early or (_memory(RESIDENT) if read >= min(_WARM_UP, pages) else 0.0)
        if read >= pages:
            return early, _memory(RESIDENT)
    raise AssertionError("they do not end")


def _endless(texts: Sequence[str]) -> Iterator[str]:
    for number, text in enumerate(cycle(texts)):
        ending = "".join(_LETTERS[int(digit)] for digit in str(number))
        yield _NAME.sub(lambda name, ending=ending: name[0] + ending, text)  # type: ignore[misc]


def _pages(texts: Sequence[str]) -> float:
    return sum(len(text.replace(PAGE_BREAK, " ").split()) for text in texts) / WORDS_A_PAGE


def _memory(what: str) -> float:
    return memory(os.getpid(), what)


if __name__ == "__main__":
    main()
