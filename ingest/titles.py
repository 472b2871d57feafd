"""What a document is called: the line that a reader would take for its heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile, islice, takewhile
from statistics import median
from typing import Final

from ..corpus.model import Page
from ..corpus.repaired import repaired
from ..swedish.spaced import joined
from ..swedish.words import names_document

_LINES_LOOKED_AT: Final = 20
"""A heading stands at the top; what stands farther down is text."""
_LEAST_LETTERS: Final = 4
_LONGEST: Final = 120
"""Code points; a title is shown on one line."""
_LARGE: Final = 1.15
"""Size of a heading's letters, in sizes of the text's, at least."""
_HUGE: Final = 5.0
"""Beyond this it is a watermark."""
_SAME_SIZE: Final = 0.05
_TITLE_LINES: Final = 3
_FURNITURE: Final = re.compile(
    r"(?:sid(?:a|nr)?|page|blad)\b.{0,20}"  # Sida 1 av 4
    r"|(?:datum|dnr|diarienr|diarienummer|ert datum|vår beteckning|handläggare)\b.*"
    r"|hoppa (?:över|till)\b.*|(?:https?:|www\.)\S*|\S+@\S+"
    r"|(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\s+)?(?:den\s+)?\d{1,2}\s+[a-z]{3,9}\s+\d{4}",
    re.IGNORECASE,
)
"""What stands above headings: page numbers, dates, references, links that skip the navigation."""
_COLUMNS: Final = re.compile(r"\s{3,}|\t")
_WORD: Final = re.compile(r"[^\W\d_]+")
_TOOL: Final = re.compile(
    r"microsoft|^(?:untitled|namnlös|dokument|document|presentation)\s*\d*$|\.\w{3,4}$", re.IGNORECASE
)
"""What programs call a file that nobody has given a title."""


def title_of(lines: Iterable[str]) -> str | None:
    """What the document is called, at most 120 code points; None where no line reads like a heading.

    That is the first line at the top that begins with the kind of document, "Samverkansavtal om ...", or else the first
    one that reads like a heading.
    """
    cells = (_tidy(cell) for line in islice(lines, _LINES_LOOKED_AT) for cell in _COLUMNS.split(line))
    headings = [cell for cell in cells if _is_heading(cell)]
    title = next(filter(_names_document, headings), None) or next(iter(headings), None)
    return title and shorten(title)


def heading_of(page: Page) -> str | None:
    """The lines at the top in the largest letters, where some are larger than the text's; else as `title_of`."""
    lines = list(islice(_lines(page), _LINES_LOOKED_AT))
    body = median(size for size, _ in lines) if lines else 0.0
    large = [size for size, line in lines if _LARGE <= size / body <= _HUGE and _is_heading(_tidy(line))]
    if not large:
        return title_of(line for _, line in lines)
    from_heading = dropwhile(lambda line: line[0] != max(large), lines)
    block = takewhile(lambda line: abs(line[0] - max(large)) < _SAME_SIZE * max(large), from_heading)
    return shorten(_tidy(" ".join(line for _, line in islice(block, _TITLE_LINES))))


def _lines(page: Page) -> Iterator[tuple[float, str]]:
    """Each line that is not blank, with the height of its letters in points, as long as they go down the page."""
    view, start, reached = repaired(page), 0, 0.0
    for line in page.text.split("\n"):
        end = start + len(line)
        boxes = [word.box for word in page.words.within(start, end)]
        if boxes and max(box.bottom for box in boxes) < reached:
            return  # another column, or a stamp
        if boxes:
            reached = min(box.bottom for box in boxes)
            read = slice(*view.repaired_span(start, end))
            yield max(min(box.x1 - box.x0, box.bottom - box.top) for box in boxes), view.text[read]
        start = end + 1


def shorten(title: str) -> str:
    """The title cut between two words where it is too long to be shown on one line."""
    if len(title) <= _LONGEST:
        return title
    return title[: _LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def declared_title(title: str, text: str) -> str | None:
    """The title a file declares, if it is the document's own: it must stand in its text as well."""
    tidy = _tidy(title)
    stands = _is_heading(tidy) and not _TOOL.search(tidy) and tidy.lower() in " ".join(text.split()).lower()
    return shorten(tidy) if stands else None


def followed(title: str | None, before: Sequence[Page], after: Sequence[Page]) -> str | None:
    """The title when the pages it belongs to are repaired in another way: chosen anew where it was chosen by its place.

    Where it was not, as the subject of a mail, it reads as the same words do in the text.
    """
    if not title:
        return title
    for chosen in (_topmost, _largest):
        if chosen(before) == title:
            return chosen(after) or title
    return _reread(title, before, after)


def _topmost(pages: Sequence[Page]) -> str | None:
    return title_of(line for page in pages for line in repaired(page).text.split("\n"))


def _largest(pages: Sequence[Page]) -> str | None:
    return heading_of(pages[0]) if pages else None


def _reread(title: str, before: Sequence[Page], after: Sequence[Page]) -> str:
    printed = re.compile(r"\s+".join(map(re.escape, title.removesuffix("…").split())))
    for old, new in zip(map(repaired, before), map(repaired, after), strict=True):
        found = printed.search(old.text)
        if found:
            start, end = new.repaired_span(*old.seen_span(*found.span()))
            same = new.text[start:end] == found[0]
            return title if same else shorten(_tidy(new.text[start:end]) + "…" * title.endswith("…"))
    return title


def _tidy(line: str) -> str:
    return joined(" ".join(line.split()).strip("#*•|_ "))


def _names_document(line: str) -> bool:
    first = _WORD.match(line)
    return bool(first and line[0].isupper() and not line.endswith((".", ":", ",")) and names_document(first.group()))


def _is_heading(line: str) -> bool:
    return sum(map(str.isalpha, line)) >= _LEAST_LETTERS and not _FURNITURE.fullmatch(line)
