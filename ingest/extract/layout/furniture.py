"""Heads and feet of pages: what stands on every page and is part of no sentence.

They come apart in reading, and scanning changes their letters, so a line counts as repeated when it is nearly the same
as one at the same end of another page, whatever date and page number stand in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from rapidfuzz import fuzz, process

from ..printed import Printed
from .headings import is_heading
from .paragrafs import begins_paragraf

_EDGE: Final = 6
"""Lines with text at the top and at the bottom of a page among which heads and feet stand."""
_NEAR: Final = 2
"""Pages away at which a repeated head is looked for: heads of left and right pages may differ."""
_SAME: Final = 86
"""Likeness in percent of two prints of one head, read from paper."""
_LEAST_SIGNS: Final = 5
"""Letters and figures that a line must have beside date and page number to be compared."""
_MARK_ENDS: Final = frozenset("0123456789)]")
_LONGEST_MARK: Final = 24
_LONGEST: Final = 160
"""Code points; longer lines are text, and comparing them would cost."""

_MARK: Final = r"""
    (?: (?i: \b sid(?:a|an|nr|\.)? | \b blad | \b page ) [ ]* [:.]? [ ]* )?
    (?: \b \d{1,4} [ ]? (?: \( \d{1,4} \) | \[ \d{1,4} \] | / [ ]? \d{1,4} | av [ ] \d{1,4} ) )
    | (?i: \b sid(?:a|an|nr|\.)? | \b blad | \b page ) [ ]* [:.]? [ ]* \d{1,4}
"""
_MARK_AT_END: Final = re.compile(rf"(?:{_MARK})\s*$", re.VERBOSE)
_MARK_ALONE: Final = re.compile(rf"(?:{_MARK})", re.VERBOSE)
_WORDED_MARK: Final = re.compile(r"(?:sid(?:a|an|nr|\.)?|blad|page)\b.{0,14}|\d{1,4} ?[(\[]\d{1,4}[)\]]", re.IGNORECASE)
"""A mark that cannot be the end of a sentence or a fraction."""
_NUMBER_ALONE: Final = re.compile(r"[-–—]?\s*\d{1,3}\s*[-–—]?")
_GAP: Final = re.compile(r"\s{3}|\t")
_GAP_AT_END: Final = re.compile(r"(?:\s{3}|\t)$")
_SIGNS: Final = re.compile(
    r"""(?: justerandes? | justerarnas? | protokolljusterarnas? | ordförandes? | sign(?:atur(?:er)?)? | initialer
          | utdragsbestyrkande | utdragets [ ] riktighet [ ] (?: bestyrker | bestyrkes | intygas? | intygar ) :?
          | [_.\s/|] )+""",
    re.VERBOSE | re.IGNORECASE,
)
_SIGNING_WORD: Final = re.compile(r"sign|utdrag|initial", re.IGNORECASE)
"""Without one of these, "Justerande" names who stands on the next line."""
_CONTACT: Final = re.compile(
    r"""\b(?: telefon | tfn | tel\b | växel | fax | telefax | e-?post | e-?mail | webb(?:plats|adress)?
          | hemsida | internet
          | www\. | bankgiro | plusgiro | postgiro | bg\b | pg\b | org(?:\.|anisations)? \s? (?:nr|nummer) | postadress
          | besöksadress | leveransadress | faktura(?:adress) | vat[- ]?(?:nr|no) | innehar [ ] f-skatt )""",
    re.VERBOSE | re.IGNORECASE,
)
_LEAST_CONTACTS: Final = 3
"""Kinds of contact on neighbouring lines at the foot of a page that make them the sender's own."""
_ADDRESS: Final = re.compile(r"[\d\s,+()-]{5,}|.{0,80}\b\d{3} ?\d\d\b.{0,80}|.{0,80}@\S+.{0,80}")
_PRINTING: Final = re.compile(r"utskrift(?:sdatum|en)?\b|utskrivet\b|[A-Z]:\\\S|\\\\\w+\\", re.IGNORECASE)
_MONEY: Final = re.compile(
    r"""(?<![\d-]) (?<![\d-][ ]) [1-9]\d{0,2} (?:[ .\N{NO-BREAK SPACE}]\d{3}){1,5} (?![ ]?[\d-])
      | \d,\d\d (?!\d) | \d [ ]? (?: % | (?i: kr\b | kronor | sek\b | [tm]kr\b | mnkr\b ) )""",
    re.VERBOSE,
)
_FIGURES: Final = re.compile(r"\d+")
_ALIKE: Final = 75
"""Likeness in percent, whatever the figures, of two rows of one table."""
_DATE: Final = re.compile(r"(?:\bden )?(?:\d{4}-\d\d-\d\d|\d{1,2} [a-zå]{3,9} \d{4})")


def furniture(lines: Sequence[Printed]) -> frozenset[int]:
    """Indices of the lines that are part of a page's head or foot."""
    pages = [[at for at, _ in group] for _, group in groupby(enumerate(lines), key=lambda one: one[1].page)]
    written = [[at for at in page if lines[at].words] for page in pages]
    edges = _Edges(lines, written)
    found = {at for page in written for at in _marked(lines, page)}
    for number, page in enumerate(written):
        found.update(edges.repeated(number, page[:_EDGE], top=True))
        found.update(edges.repeated(number, _bottom(page)[::-1], top=False))
        found.update(_contacts(lines, page[1:][-_EDGE:]))
    if len(pages) == 1:
        found.update(edges.joined(written[0]))
    return frozenset(found)


def is_contact(words: str) -> bool:
    """Does the line name a telephone, an account or another way to the sender?"""
    return bool(_CONTACT.search(words))


class _Edges:
    """The tops and bottoms of all pages, made comparable."""

    def __init__(self, lines: Sequence[Printed], pages: Sequence[Sequence[int]]) -> None:
        self._lines = lines
        self._pages = pages
        self._forms: dict[int, str] = {}
        self._edges: dict[tuple[int, bool], Sequence[str]] = {}

    def repeated(self, page: int, edge: Sequence[int], *, top: bool) -> Iterator[int]:
        """The lines of an edge, from the outside in, as far as they stand on another page as well."""
        if page == 0 and top:
            return  # the head of the first page is the document's own
        missed = 0
        for at in edge:
            if self._is_text(at):
                return
            if not self._is_row(page, at) and self._stands_near(page, at, top=top):
                yield at
            else:
                missed += 1
            if missed > 1:
                return

    def joined(self, page: Sequence[int]) -> Iterator[int]:
        """Heads of pages that were joined into one, as in web documents: columns of the top again, and what is below.

        Without columns nothing tells a head from a name or a date that comes again.
        """
        forms = [self._form(at) for at in page]
        rows = {form for form, below in pairwise(forms) if form == below}  # of a table
        top = {form for form in forms[:_EDGE] if form} - rows
        within = False
        for at in page[_EDGE:]:
            words = self._lines[at].words
            within = len(words) < _LONGEST and (within or bool(_GAP.search(words))) and self._form(at) in top
            if within and not self._is_row(0, at):
                yield at

    def _is_text(self, at: int) -> bool:
        words = self._lines[at].words
        return len(words) > _LONGEST or is_heading(words) or begins_paragraf(words)

    def _is_row(self, page: int, at: int) -> bool:
        """Does it say money, or does a line beside it say the same of other figures? A head states neither."""
        words = self._lines[at].words
        if is_contact(words):
            return False
        if _MONEY.search(words):
            return True
        form = self._form(at)
        place = bisect_left(self._pages[page], at)
        beside = (*self._pages[page][max(0, place - 1) : place], *self._pages[page][place + 1 : place + 2])
        return bool(_FIGURES.search(form)) and any(_same_row(form, self._form(one)) for one in beside)

    def _stands_near(self, page: int, at: int, *, top: bool) -> bool:
        form = self._form(at)
        if not form:
            return False
        others = {0, *range(max(0, page - _NEAR), min(len(self._pages), page + _NEAR + 1))} - {page}
        edges = [self._edge(one, top=top) for one in sorted(others)]
        if any(form in edge for edge in edges):
            return True
        return len(form) > 1 and any(
            process.extractOne(form, edge, scorer=fuzz.ratio, score_cutoff=_SAME) for edge in edges
        )

    def _edge(self, page: int, *, top: bool) -> Sequence[str]:
        if (page, top) not in self._edges:
            lines = self._pages[page][: _EDGE + 2] if top else _bottom(self._pages[page])
            self._edges[page, top] = [form for form in map(self._form, lines) if form]
        return self._edges[page, top]

    def _form(self, at: int) -> str:
        """The line as it can be compared; "" where it says too little."""
        if at not in self._forms:
            words = _MARK_AT_END.sub("", self._lines[at].words[:_LONGEST])
            form = " ".join(_DATE.sub("#", words).casefold().split())
            tells = form == "#" or sum(map(str.isalnum, form)) >= _LEAST_SIGNS
            self._forms[at] = form if tells else ""
        return self._forms[at]


def _same_row(form: str, beside: str) -> bool:
    """Are they rows of one table: the same words in the same places, of other figures?"""
    figures = _FIGURES.findall(form), _FIGURES.findall(beside)
    return (
        figures[0] != figures[1]
        and len(figures[0]) == len(figures[1])
        and fuzz.ratio(_FIGURES.sub("0", form), _FIGURES.sub("0", beside)) >= _ALIKE
    )


def _bottom(page: Sequence[int]) -> Sequence[int]:
    return page[max(len(page) - _EDGE, len(page) // 2 + 2) :]


def _marked(lines: Sequence[Printed], page: Sequence[int]) -> Iterator[int]:
    """Lines that say themselves that they are furniture."""
    for place, at in enumerate(page):
        words = lines[at].words
        outermost = place == 0 or place == len(page) - 1
        at_edge = place < _EDGE or place >= len(page) - _EDGE
        if len(words) > _LONGEST:
            continue
        if (
            (
                words[-1:] in _MARK_ENDS
                and _is_mark(words, at_edge=at_edge, own_head=lines[at].page == 1 and place < _EDGE)
            )
            or (outermost and len(page) > 1 and _NUMBER_ALONE.fullmatch(words))
            or (_SIGNING_WORD.search(words) and _SIGNS.fullmatch(words))
            or (at_edge and _PRINTING.match(words))
        ):
            yield at


def _is_mark(words: str, *, at_edge: bool, own_head: bool) -> bool:
    """Is the line the number of the page, or does it end in it?"""
    if len(words) <= _LONGEST_MARK and _MARK_ALONE.fullmatch(words):
        return at_edge or bool(_WORDED_MARK.fullmatch(words))
    return not own_head and _runs_across(words)


def _runs_across(words: str) -> bool:
    """Does the line end in a page number, with a gap before it?"""
    mark = _MARK_AT_END.search(words)
    return bool(mark and _GAP_AT_END.search(words[: mark.start()]) and _WORDED_MARK.fullmatch(mark.group().strip()))


def _contacts(lines: Sequence[Printed], edge: Sequence[int]) -> Iterator[int]:
    """The sender's address, telephone and accounts at the foot."""
    block: list[int] = []
    for at in reversed(edge):
        if not _CONTACT.search(lines[at].words) and not _ADDRESS.fullmatch(lines[at].words):
            break
        block.append(at)
    kinds = {kind.casefold() for at in block for kind in _CONTACT.findall(lines[at].words)}
    if len(kinds) >= _LEAST_CONTACTS:
        yield from block
