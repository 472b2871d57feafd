"""What a person is told of each hit: what the store knows of its document, and the place that answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from .corpus.answers import Hit as Match
from .corpus.facts import Agreement, Ends
from .corpus.model import Page
from .corpus.repaired import beginning
from .corpus.store import Store
from .corpus.store.sights import Sight
from .corpus.words import Box, around
from .index.showing.matches import Matcher
from .index.showing.pieces import FARTHEST, pieces
from .index.showing.snippets import Snippet, snippet, title_marks
from .masking import masked_pages
from .swedish.personnummer import mask


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that answers a query."""

    document: str
    page: int
    score: float
    matched: tuple[str, ...]
    paths: tuple[str, ...]
    title: str | None
    doc_type: str | None
    date: str | None
    dnr: tuple[str, ...]
    snippet: str
    marks: tuple[tuple[int, int], ...]
    """[start, end) in the snippet of what made the page a hit."""
    box: Box | None
    """Around the first of it on the page."""
    paragraph: str | None = None
    """The number of the § of minutes in which the first of it stands."""
    parties: tuple[str, ...] = ()
    """Those bound by the document, and the body that decides, by their canonical names."""
    valid_from: str | None = None
    """Of agreements; ISO 8601 to the precision given, as below."""
    valid_to: str | None = None
    ends: Ends | None = None
    """How the agreement ends; None where the document is none."""
    heading: str | None = None
    """Of the §, where the hit is one."""
    last_page: int | None = None
    """On which the § ends, where the hit is one."""
    boxes: tuple[Box, ...] = ()
    """Around each stretch of what made it a hit, in the order of the page."""
    pages_of_document: int = 1
    """How many pages of the document answer, this one and those not shown among them."""
    title_marks: tuple[tuple[int, int], ...] = ()
    """[start, end) in the title, of words of the query."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells of the hits of one answer what the store knows."""

    store: Store
    matcher: Matcher
    unmask: bool = False
    """Personal identity numbers as printed."""

    def shown(self, text: str) -> str:
        """A text as people may read it."""
        return text if self.unmask else mask(text)

    def hits(self, matches: Sequence[Match]) -> Iterator[Hit]:
        """The hits, but those that the store no longer has."""
        sights = self.store.sights({match.document for match in matches})
        starts = {
            name: self.store.page_starts(name)
            for name in {match.document for match in matches if match.spans} | _in_sections(sights.values())
        }
        for match in matches:
            # The index may for a moment know documents that the store has put aside, and pages that it has no more.
            if sight := sights.get(match.document):
                begins = starts.get(match.document, {})
                pages = list(self._pages(match, begins))
                read = pages if self.unmask else masked_pages(pages)
                if unit := pieces(read, begins, match.spans):
                    found = snippet(unit, self.matcher)
                    page = next(page for page in pages if page.number == found.page)
                    yield self._hit(match, sight, found, page, begins)

    def _pages(self, match: Match, starts: Mapping[int, int]) -> Iterator[Page]:
        """The pages on which it stands, as far as they are looked through."""
        for number in _numbers(match, starts):
            try:
                yield beginning(self.store.page(match.document, number), FARTHEST)
            except KeyError:
                return

    def _hit(self, match: Match, sight: Sight, found: Snippet, page: Page, starts: Mapping[int, int]) -> Hit:
        boxes = page.words.boxes(found.spans) if page.words else []
        document, agreement = sight.document, sight.agreement or Agreement()
        title = document.title and self.shown(document.title)
        return Hit(
            document=match.document,
            page=found.page,
            score=match.score,
            matched=tuple(map(self.shown, match.matched)),
            paths=sight.paths,
            title=title,
            doc_type=document.doc_type,
            date=document.date,
            dnr=tuple(map(self.shown, document.dnr)),
            snippet=found.text,
            marks=found.marks,
            box=around(boxes[0]) if boxes else None,
            paragraph=match.paragraph or _paragraph(sight, found, starts),
            parties=tuple(map(self.shown, sight.bound)),
            valid_from=agreement.valid_from,
            valid_to=agreement.valid_to,
            ends=agreement.ends if agreement != Agreement() else None,
            heading=_heading(match, sight, self.shown),
            last_page=_last_page(match, starts),
            boxes=tuple(chain.from_iterable(boxes)),
            pages_of_document=match.of_document,
            title_marks=title_marks(title, self.matcher) if title else (),
        )


def _in_sections(sights: Iterable[Sight]) -> set[str]:
    """Documents in which a place may lie in a §."""
    return {sight.document.id for sight in sights if sight.has_sections}


def _numbers(match: Match, starts: Mapping[int, int]) -> Sequence[int]:
    """The pages on which it stands."""
    if not match.spans:
        return (match.page,)
    ends = [*list(starts.values())[1:], match.spans[-1][1]]
    spread = zip(starts.items(), ends, strict=True)
    return [number for (number, start), end in spread if any(a < end and start < b for a, b in match.spans)]


def _last_page(match: Match, starts: Mapping[int, int]) -> int | None:
    """Where a § ends."""
    if not (match.paragraph and match.spans):
        return None
    return max((number for number, start in starts.items() if start < match.spans[-1][1]), default=match.page)


def _paragraph(sight: Sight, found: Snippet, starts: Mapping[int, int]) -> str | None:
    """The § in which the first of what answers on a page stands."""
    place = starts.get(found.page, 0) + (found.spans[0][0] if found.spans else 0)
    section = sight.section_at(place) if sight.has_sections else None
    return section.number if section else None


def _heading(match: Match, sight: Sight, shown: Callable[[str], str]) -> str | None:
    section = sight.section_at(match.spans[0][0]) if match.paragraph and match.spans else None
    return shown(section.heading) if section and section.heading else None
