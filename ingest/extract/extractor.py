"""What a document says, extracted: the pipeline run over its pages as repaired, and each place carried to the print."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import accumulate

from spacy.language import Language
from spacy.tokens import Doc

from ...corpus.facts import Clause, Extraction, Fact, Section
from ...corpus.likeness import signature
from ...corpus.model import PAGE_BREAK, Page
from ...corpus.repaired import repaired
from ...swedish import personnummer
from .agreement import agreement
from .amounts import unexplained
from .checks import findings
from .head import Head
from .head.language import language
from .layout.structure import Paragraf
from .mentions import Mention
from .package import load, untokenised
from .references import references


def extract(pages: Sequence[Page], head: Head) -> Extraction:
    """All that a document of these pages says."""
    place = Places(pages)
    doc = untokenised(place.text)
    doc._.head = head
    return _extraction(_pipeline()(doc), place)


class Places:
    """The way from the text as repaired to the print."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._views = [repaired(page) for page in pages]
        self._numbers = [page.number for page in pages]
        self._seen = [0, *accumulate(len(page.text) + len(PAGE_BREAK) for page in pages)]
        self._repaired = [0, *accumulate(len(view.text) + len(PAGE_BREAK) for view in self._views)]
        self.text = PAGE_BREAK.join(view.text for view in self._views)
        """The whole document as repaired."""

    def fact(self, mention: Mention) -> Fact:
        """The fact, with its place in the print."""
        page, start, end = self._seen_span(mention.start, mention.end)
        text = self.text[mention.start : mention.end]
        return Fact(mention.content, page, start, end, text, mention.rule, mention.confidence, mention.doubt)

    def clause(self, found: Clause) -> Clause:
        """A passage of the text as repaired, with its place in the print."""
        page, start, end = self._seen_span(found.start, found.end)
        return replace(found, page=page, start=start, end=end)

    def section(self, found: Paragraf) -> Section:
        """A §, with its place in the print."""
        page, start, end = self._seen_span(found.start, found.end)
        return Section(found.number, found.heading, found.dnr, page, start, end)

    def _seen_span(self, start: int, end: int) -> tuple[int, int, int]:
        """Number of the page on which it begins, and its place in the whole document as seen."""
        first, last = (bisect_right(self._repaired, at) - 1 for at in (start, max(start, end - 1)))
        begin, _ = self._views[first].seen_span(start - self._repaired[first], start + 1 - self._repaired[first])
        _, stop = self._views[last].seen_span(end - 1 - self._repaired[last], end - self._repaired[last])
        return self._numbers[first], self._seen[first] + begin, self._seen[last] + stop


def _extraction(doc: Doc, place: Places) -> Extraction:
    structure, identifiers, mentions = doc._.structure, doc._.identifiers, doc._.mentions
    known = agreement(structure, mentions)
    if known and known.ends_clause:
        known = replace(known, ends_clause=place.clause(known.ends_clause))
    return Extraction(
        facts=tuple(map(place.fact, mentions)),
        agreement=known,
        sections=tuple(map(place.section, structure.sections)),
        references=tuple(
            replace(one, evidence=place.clause(one.evidence)) for one in references(structure, identifiers, mentions)
        ),
        findings=tuple(
            replace(one, where=one.where and place.clause(one.where))
            for one in findings(structure, identifiers, mentions)
        ),
        unexplained=tuple(map(place.clause, unexplained(structure, identifiers, mentions))),
        language=language(structure.text),
        personal_data=bool(personnummer.spans(structure.text)),
        likeness=signature(structure.text),
    )


@cache
def _pipeline() -> Language:
    return load(exclude=["avtal_spans"])  # which needs tokens
