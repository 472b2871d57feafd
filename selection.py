"""Which documents a question is about: filters by what is known of a document as a whole, and of what it states."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import Final, TypedDict, cast

from .corpus.answers import Sort
from .corpus.conditions import (
    Condition,
    Costing,
    Dated,
    DecidedBy,
    InForce,
    Naming,
    OfType,
    Questioned,
    Registered,
)
from .corpus.errors import UsageError
from .corpus.model import Document
from .corpus.store import Store
from .corpus.terms import last_day
from .swedish.dnr import normal_form
from .swedish.organisations import key
from .swedish.personnummer import mask

_BY_FACTS: Final = {"party": "parties", "min_amount": "amounts", "max_amount": "amounts"}
_MOST: Final = Decimal(10) ** 15
"""Nothing in an agreement costs more; a larger number is a slip of the finger."""
_ALIKE: Final = 75
"""Of 100: below, two names have no more in common than any two."""
_MOST_NEAR: Final = 3
_SPACES: Final = re.compile(r"\s+")


class Filters(TypedDict, total=False):
    """Which documents."""

    date_from: str | None
    """ISO 8601, or its beginning; documents dated on or after."""
    date_to: str | None
    """ISO 8601, or its beginning; documents dated on or before, all of that month or year."""
    doc_type: str | None
    dnr: str | None
    """In any writing."""
    party: str | Sequence[str] | None
    """In any writing, or the beginning of the name; documents with such a party that are more than mention it. Of
    several, documents with all of them."""


class Options(Filters, total=False):
    """What a search can be told beside the query."""

    limit: int
    """Hits, that is pages, in the answer; 10."""
    page: int
    """Which `limit` hits; 1 for the first."""
    all_pages: bool
    """More than three pages of one document."""
    min_amount: str | None
    """In kronor; documents with an amount of at least this."""
    max_amount: str | None
    """In kronor; documents with an amount of at most this, and where both are given with one between them."""
    valid: str | None
    """A day, a month, a year, or a time from one to another, "2018..2020": agreements whose term has a day of it."""
    body: str | None
    """As `party`; documents in which it decides."""
    with_findings: bool
    """Documents that somebody should look at."""
    like: str | None
    """A reference to a document: those that resemble it, it left out; the query may then be empty."""
    sort: Sort
    facets: bool
    """Count the documents of the answer, by each of `answers.FACETS`."""
    unmask: bool
    """Personal identity numbers as printed."""


def chosen(store: Store, outlines: Collection[Document], options: Options | Filters) -> frozenset[str]:
    """The ids of those of the documents that pass the filters. One of which nothing is known does not.

    Raises:
        UsageError: An amount is no number.
    """
    passing = frozenset(outline.id for outline in outlines if _is_chosen(outline, options))
    for party in parties_of(options):
        passing &= {document for name, document in store.party_names() if names(party, name)}
    least, most = kronor(options.get("min_amount")), kronor(options.get("max_amount"))
    if least is not None or most is not None:
        passing &= store.with_amount(least, most)
    return passing


def conditions(options: Options) -> tuple[Condition, ...]:
    """What the documents of an answer must meet.

    Raises:
        UsageError: An amount is no number, or a time no date.
    """
    return tuple(_conditions(options))


def _conditions(options: Options) -> Iterator[Condition]:
    if options.get("date_from") or options.get("date_to"):
        yield Dated(options.get("date_from"), options.get("date_to"))
    if valid := options.get("valid"):
        yield InForce(*_times(valid))
    if doc_type := options.get("doc_type"):
        yield OfType(doc_type)
    if dnr := options.get("dnr"):
        yield Registered(dnr)
    if body := options.get("body"):
        yield DecidedBy(body)
    yield from map(Naming, parties_of(options))
    least, most = kronor(options.get("min_amount")), kronor(options.get("max_amount"))
    if least is not None or most is not None:
        yield Costing(least, most)
    if options.get("with_findings"):
        yield Questioned()


def _times(given: str) -> tuple[str | None, str | None]:
    """The ends of a day, month or year, or of a time from one to another, which may be open; raises UsageError."""
    first, to, last = given.partition("..")
    ends = [first, last if to else first]
    try:
        for end in filter(None, ends):
            last_day(end)
    except ValueError:
        ends = []
    if not any(ends):
        raise UsageError(f"{given}: is no time; write 2021, 2021-03-15 or 2018..2020")
    return ends[0] or None, ends[1] or None


def parties_of(options: Options | Filters) -> tuple[str, ...]:
    """The parties asked for: none, one or several."""
    given = options.get("party")
    return (given,) if isinstance(given, str) else tuple(given or ())


def names(wanted: str, name: str) -> bool:
    """Does a person who writes `wanted`, in full, short, or as it begins, mean the party of this canonical name?"""
    given = key(wanted)
    return bool(given) and key(name).startswith(given)


def strangers(store: Store, options: Options | Filters) -> Iterator[str]:
    """Of each party or body asked for that no document names, a sentence with the names that are like it."""
    asked = [*parties_of(options), *filter(None, [cast(str | None, options.get("body"))])]
    known = {name for name, _ in store.party_names()} if asked else set()
    for wanted in asked:
        if not any(names(wanted, name) for name in known):
            near = ", ".join(map(mask, _nearest(wanted, known)))
            yield f"no party of any document is called {wanted}{f'; the nearest names: {near}' if near else ''}"


def _nearest(wanted: str, known: Iterable[str]) -> list[str]:
    """The names that are spelled most like it, the likest first."""
    from rapidfuzz import fuzz, process  # only here: most names are known

    keys = {name: key(name) for name in sorted(known)}
    alike = process.extract(key(wanted), keys, scorer=fuzz.WRatio, score_cutoff=_ALIKE, limit=_MOST_NEAR)
    return [name for _, _, name in alike]


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 page", "2 pages"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def kronor(given: object) -> Decimal | None:
    """An amount as people write it, "100 000" or "12,50"; None where none is given. Raises UsageError."""
    if given is None:
        return None
    try:
        number = Decimal(_SPACES.sub("", str(given)).replace(",", "."))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise UsageError(f"{given}: is no amount; write 100000 or 12,50")
    if abs(number) > _MOST:
        raise UsageError(f"{given}: is larger than any amount; write it in full units, at most 10^15")
    return number


def _is_chosen(document: Document, options: Options | Filters) -> bool:
    date_from, date_to = options.get("date_from"), options.get("date_to")
    doc_type, dnr = options.get("doc_type"), options.get("dnr")
    return (
        (not date_from or (document.date is not None and document.date >= date_from))
        and (not date_to or (document.date is not None and document.date[: len(date_to)] <= date_to))
        and (not doc_type or document.doc_type == doc_type)
        and (not dnr or normal_form(dnr) in map(normal_form, document.dnr))
    )


def left_out(store: Store, documents: Collection[Document], options: Options | Filters) -> Iterator[str]:
    """What the filters left out for want of knowledge, a sentence each, so that "no hit" means something."""
    undated = sum(document.date is None for document in documents)
    untyped = sum(document.doc_type is None for document in documents)
    all_ = counted(len(documents), "document")
    if undated and (options.get("date_from") or options.get("date_to")):
        yield f"without a known date, and so left out: {undated} of {all_}"
    if untyped and options.get("doc_type"):
        yield f"without a known type, and so left out: {untyped} of {all_}"
    asked = {what for name, what in _BY_FACTS.items() if options.get(name) not in (None, ())}
    unread = len(store.unextracted()) if asked else 0
    for what in sorted(asked if unread else ()):
        yield f"of {unread} of {all_} no {what} are known yet; `retry --facts` extracts them"
    yield from strangers(store, options)
