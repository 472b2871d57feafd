"""What an archivist decided about repairs, laid over what was found: whoever decided is not asked again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from .model import Page, Repair, Standing

DECIDED: Final = "decided"
"""Why a repair is made that an archivist accepted and that is no longer found."""

_BESIDE: Final = 80
"""Code points on either side among which the next word is looked for: more than any word has."""
_MARK: Final = "\0"


@dataclass(frozen=True, slots=True)
class Decision:
    """That a repair is right or wrong: in one place, or wherever the same is found."""

    seen: str
    meant: str
    standing: Standing
    """Accepted or rejected."""
    page: int | None = None
    """None for the whole archive."""
    start: int | None = None
    """First code point in the page's text; None for the whole archive."""

    def stands_in(self, page: Page) -> bool:
        """Is it about this page, and does what was seen still stand there?"""
        return self.page == page.number and self.start is not None and page.text.startswith(self.seen, self.start)


def decided(page: Page, decisions: Sequence[Decision]) -> Page:
    """The page with its repairs as they were decided, the latest decision last; the others stay as they are.

    What was decided for a place goes before what was decided for the whole archive. A decision whose place is gone,
    because the page was read again, holds for the same repair elsewhere on the page. What was accepted is made also
    where it is no longer found.
    """
    if not decisions:
        return page
    standings = _standings(page, decisions)
    found = [replace(repair, standing=_standing(repair, standings)) for repair in page.repairs]
    forgotten = list(_forgotten(page, decisions, found))
    beside = [repair for repair in found if not any(_overlap(repair, other) for other in forgotten)]
    return replace(page, repairs=tuple(sorted([*beside, *forgotten], key=lambda repair: repair.start)))


def carried_over(decisions: Iterable[Decision], before: Sequence[Page], after: Sequence[Page]) -> Iterator[Decision]:
    """Decisions about places of an older version, for the same places of a newer one.

    A place is the same where the same is seen between the same words. Where a version has it several times the other
    must have it as often; else nobody can tell which was meant.
    """
    places = Places(before, after)
    for decision in decisions:
        if decision.page is not None and decision.start is not None:
            now = places.now(decision.page, decision.start, decision.seen)
            if now:
                yield replace(decision, page=now[0], start=now[1])


class Places:
    """Where places of an older version are in a newer one."""

    def __init__(self, before: Sequence[Page], after: Sequence[Page]) -> None:
        self._old, self._new = _Standing(before), _Standing(after)
        self._before = {page.number: page for page in before}

    def now(self, page: int, start: int, seen: str) -> tuple[int, int] | None:
        """The page, and the place in its text, at which `seen` stands now; None where nobody can tell.

        Args:
            page: Its number in the older version.
            start: Where `seen` stands there, in code points of the page's text.
            seen: What must stand between the same words in both.
        """
        was_on = self._before.get(page)
        if was_on is None or not was_on.text.startswith(seen, start):
            return None
        between = _between(was_on.text, start, start + len(seen))
        was, now = (places.of(seen)[between] for places in (self._old, self._new))
        return now[was.index((page, start))] if len(was) == len(now) and (page, start) in was else None


class _Standing:
    """Where something is seen in some pages, by the words it stands between; each is looked for once."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages
        self.of = cache(self._of)

    def _of(self, seen: str) -> defaultdict[tuple[str, str], list[tuple[int, int]]]:
        places = defaultdict[tuple[str, str], list[tuple[int, int]]](list)
        for page in self._pages:
            for match in re.finditer(re.escape(seen), page.text):
                places[_between(page.text, *match.span())].append((page.number, match.start()))
        return places


def _between(text: str, start: int, end: int) -> tuple[str, str]:
    """The word before a place and the one after it, and whether they touch it, however the lines are broken."""
    # A mark in the place of what is seen tells "ord ar" from "ordar".
    before = f"{text[max(0, start - _BESIDE) : start]}{_MARK}".split()[-2:]
    after = f"{_MARK}{text[end : end + _BESIDE]}".split()[:2]
    return " ".join(before), " ".join(after)


_Standings = dict[tuple[int | None, str, str], Standing]


def _standings(page: Page, decisions: Iterable[Decision]) -> _Standings:
    """By start, None where the place does not matter."""
    standings: _Standings = {}
    for decision in sorted(decisions, key=lambda decision: decision.page is not None):
        if decision.page in (None, page.number):
            start = decision.start if decision.stands_in(page) else None
            standings[start, decision.seen, decision.meant] = decision.standing
    return standings


def _standing(repair: Repair, standings: _Standings) -> Standing:
    anywhere = standings.get((None, repair.seen, repair.meant), repair.standing)
    return standings.get((repair.start, repair.seen, repair.meant), anywhere)


def _forgotten(page: Page, decisions: Sequence[Decision], found: Iterable[Repair]) -> Iterator[Repair]:
    """What was accepted on this page and is no longer found; of two that overlap, the one accepted later."""
    places = {(repair.start, repair.seen, repair.meant) for repair in found}
    taken: list[Repair] = []
    for decision in reversed(decisions):
        place = decision.start, decision.seen, decision.meant
        if decision.standing is Standing.ACCEPTED and decision.stands_in(page) and place not in places:
            repair = _made_of(decision)
            if not any(_overlap(repair, other) for other in taken):
                taken.append(repair)
                yield repair


def _made_of(decision: Decision) -> Repair:
    start = decision.start or 0
    end = start + len(decision.seen)
    return Repair(start, end, decision.seen, decision.meant, 1.0, DECIDED, Standing.ACCEPTED)


def _overlap(one: Repair, other: Repair) -> bool:
    return one.start < other.end and other.start < one.end
