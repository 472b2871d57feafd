"""Found facts laid beside those that somebody wrote down: which are right, which are missing, which are false.

Two facts of a kind are the same when what they say is: a party by name and type, an amount by value and unit, a date by
its ends or its duration, a decision by at least four fifths of its words. Each fact is used once in a document, and
where several would do, the one that agrees in the most is taken.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final, NamedTuple

from avtalsarkiv.bench.annotated import Noted

KINDS: Final = ("party", "amount", "date", "decision")
SECOND: Final = {"party": "role", "amount": "per", "date": "role", "decision": "paragraph"}
"""The field that has to be right too for the stricter figure."""
OTHERS: Final = {
    "party": ("org_nr", "title", "represents"),
    "amount": ("vat", "from", "to", "value_max", "hedge", "role", "payer", "payee"),
    "date": (),
    "decision": ("point", "decider", "outcome", "dnr"),
}
"""Fields that are counted one by one, where the annotation says them."""
ALIKE: Final = 0.8
"""Share of a decision's words, of the longer of the two, that must be common to both."""
_YEAR, _WEEK = 12, 7


class Pair(NamedTuple):
    """An expected fact, and the found one that says the same."""

    expected: Noted
    found: Noted

    @property
    def second_right(self) -> bool:
        """Is the role, the period or the § right as well?"""
        return same_field(SECOND[self.expected.kind], *self)

    @property
    def page_right(self) -> bool:
        """Is it the page on which it stands?"""
        return self.expected.page == self.found.page


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the facts of one kind in one document."""

    pairs: tuple[Pair, ...]
    """Without the optional ones."""
    missed: tuple[Noted, ...]
    false: tuple[Noted, ...]


def compare(expected: Sequence[Noted], found: Sequence[Noted], kind: str) -> Outcome:
    """Lay the facts of a kind that were found in a document beside those that stand in it."""
    wanted = [fact for fact in expected if fact.kind == kind]
    got = [fact for fact in found if fact.kind == kind]
    pairs = list(_pairs(wanted, got))
    used = {id(fact) for pair in pairs for fact in pair}
    return Outcome(
        tuple(pair for pair in pairs if not pair.expected.optional),
        tuple(fact for fact in wanted if id(fact) not in used and not fact.optional),
        tuple(fact for fact in got if id(fact) not in used),
    )


def same_field(name: str, one: Noted, other: Noted) -> bool:
    """Do both say the same of themselves, or neither anything? Separators of a dnr say nothing."""
    ours, theirs = (fold(fact.fields.get(name)) for fact in (one, other))
    return ours == theirs or (name in ("dnr", "org_nr") and bare_dnr(ours) == bare_dnr(theirs))


def fold(words: str | None) -> str:
    """Without differences of case and white space."""
    return " ".join((words or "").casefold().split())


def bare_dnr(dnr: str) -> str:
    """A dnr without the signs between its letters and digits."""
    return re.sub(r"[\W_]", "", dnr.casefold())


def _pairs(wanted: Sequence[Noted], got: Sequence[Noted]) -> Iterator[Pair]:
    """One to one, the best first; on equal terms in the order of the text."""
    possible = sorted(_possible(wanted, got), key=lambda candidate: candidate[0], reverse=True)
    used: set[int] = set()
    for _, pair in possible:
        if used.isdisjoint(map(id, pair)):
            used.update(map(id, pair))
            yield pair


def _possible(wanted: Sequence[Noted], got: Sequence[Noted]) -> Iterator[tuple[tuple[float, ...], Pair]]:
    said: dict[object, list[tuple[int, Noted]]] = defaultdict(list)
    for place, fact in enumerate(got):
        said[_says(fact)].append((place, fact))
    for rank, fact in enumerate(wanted):
        for place, other in said[_says(fact)]:
            pair = Pair(fact, other)
            likeness = _likeness(fact.text, other.text) if fact.kind == "decision" else 1.0
            if likeness >= ALIKE:
                yield (not fact.optional, pair.second_right, pair.page_right, likeness, -rank, -place), pair


def _says(fact: Noted) -> object:
    """What facts of the same kind are told apart by."""
    fields = fact.fields
    match fact.kind:
        case "party":
            return fold(fields.get("name")), fields.get("type")
        case "amount":
            return _number(fields.get("value", "")), fields.get("unit")
        case "date":
            ends = fields.get("from") or fields.get("to"), fields.get("to") or fields.get("from")
            return ends if any(ends) else _months_and_days(fields.get("duration", ""))
        case _:
            return None


def _number(value: str) -> Decimal | str:
    try:
        return Decimal(value)
    except InvalidOperation:
        return value


def _months_and_days(duration: str) -> object:
    """A year and twelve months are the same time."""
    parts = re.fullmatch(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", duration)
    if not parts:
        return duration
    years, months, weeks, days = (int(part or 0) for part in parts.groups())
    return "duration", _YEAR * years + months, _WEEK * weeks + days


def _likeness(one: str, other: str) -> float:
    ours, theirs = _words(one), _words(other)
    return (ours & theirs).total() / max(ours.total(), theirs.total(), 1)


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


class Score(NamedTuple):
    """Counts over many documents; sums of them are made field by field."""

    expected: int = 0
    found: int = 0
    right: int = 0
    second: int = 0
    """Right with their second field."""
    page: int = 0

    @classmethod
    def of(cls, outcomes: Iterable[Outcome]) -> Score:
        """The counts of what became of the facts of documents."""
        return cls(*map(sum, zip(cls(), *map(_counts, outcomes), strict=True)))

    def f1(self, right: int) -> float:
        """The harmonic mean of precision and recall; 0 where nothing was expected or found."""
        return 2 * right / (self.expected + self.found) if self.expected + self.found else 0.0


def _counts(outcome: Outcome) -> Score:
    right = len(outcome.pairs)
    return Score(
        right + len(outcome.missed),
        right + len(outcome.false),
        right,
        sum(pair.second_right for pair in outcome.pairs),
        sum(pair.page_right for pair in outcome.pairs),
    )
