"""From what documents name to documents held: over dnr, over bodies and days, over parties, titles and dates.

A reference is resolved where one document alone answers to it; where none does, or several do that are no copies of
each other, what is named is listed as named.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from ...corpus.facts import Reference
from ...swedish.dnr import normal_form
from .knowing import Known, compared, words_of
from .model import Group, Link, Named

_AGREEMENT: Final = "avtal"
_DAY: Final = len("2021-12-08")
_OF_ONE_CASE: Final = ("amends", "extends", "terminates")
_NOT_BINDING: Final = ("draft", "template")
_ADDED: Final = re.compile(
    r"\s*(?:bilaga|bilagor|prislista|priser|tillägg\w*|ändring\w*|förlängning\w*|uppsägning\w*)\b", re.IGNORECASE
)
"""Titles of what belongs to an agreement and is none of its own."""
_Keys = Callable[[Known], Iterable[str]]


def resolved(all_: Sequence[Known], groups: Iterable[Group]) -> tuple[tuple[Link, ...], tuple[Named, ...]]:
    """Links to documents held, and what is named beside them."""
    archive = _Archive(all_, groups)
    links: list[Link] = []
    open_: list[tuple[Known, Reference]] = []
    for one in all_:
        for reference in one.record.extraction.references:
            target = archive.target(one, reference)
            if target:
                links.append(Link(one.record.id, target, reference.relation, reference))
            else:
                open_.append((one, reference))
    return tuple(links), tuple(_named(open_))


class _Archive:
    """The documents held, by what others call them."""

    def __init__(self, all_: Sequence[Known], groups: Iterable[Group]) -> None:
        self._first = {copy: group.counted for group in groups for copy in group.documents}
        self._by_dnr = _by(all_, lambda one: one.dnr)
        self._meetings = _by(all_, lambda one: _times([one.record.date]) if one.record.doc_type == "protokoll" else ())
        self._agreements = _by(all_, _agreement_times)
        self._titled = _by(all_, lambda one: one.title if one.record.doc_type == _AGREEMENT else ())

    def target(self, source: Known, reference: Reference) -> str | None:
        """The one document that is meant; of copies the one that counts."""
        is_decision = reference.body is not None or reference.paragraph is not None
        found = self._decided(source, reference) if is_decision else self._agreed(source, reference)
        own = self._of_group(source)
        targets = {self._of_group(one) for one in found} - {own}
        return targets.pop() if len(targets) == 1 else None

    def _of_group(self, one: Known) -> str:
        return self._first.get(one.record.id, one.record.id)

    def _decided(self, source: Known, reference: Reference) -> Sequence[Known]:
        """Minutes of the day and the body that have the §."""
        found = self._meetings.get(reference.date or "", ())
        body = compared(reference.body) if reference.body else None
        found = [one for one in found if body is None or any(name.endswith(body) for name in one.bodies)]
        if reference.paragraph:
            found = [one for one in found if reference.paragraph in _numbers(one)]
        elif body is None:
            return ()
        own = [one for one in found if source.owner and one.owner == source.owner]
        found = own or [one for one in found if not (source.owner and one.owner)]
        one_meeting = len({one.owner for one in found}) == 1
        return [max(found, key=_completeness)] if one_meeting else found

    def _agreed(self, source: Known, reference: Reference) -> Sequence[Known]:
        """Agreements of that case, or of that time and those parties, or of that title and those parties."""
        if reference.dnr:
            of_case = [one for one in self._by_dnr.get(normal_form(reference.dnr), ()) if _is_agreement(one)]
            return _meant([one for one in of_case if one is not source], source, reference)
        title = words_of(reference.title or "")
        if reference.date:
            then = self._agreements.get(reference.date, ())
            about = then if len(reference.date) == _DAY else [one for one in then if title & one.title]
            return [one for one in about if _same_parties(source, one, reference)]
        titled = self._of_title(source, reference, title) if len(title) > 1 else ()
        return titled or self._of_own_case(source, reference)

    def _of_own_case(self, source: Known, reference: Reference) -> Sequence[Known]:
        """What extends or ends an agreement often has no more than the dnr of its case: "Förlängning av hyresavtal"."""
        if reference.relation not in _OF_ONE_CASE:
            return ()
        of_case = {one.record.id: one for dnr in source.dnr for one in self._by_dnr.get(dnr, ())}
        return _meant([one for one in of_case.values() if _is_agreement(one) and one is not source], source, reference)

    def _of_title(self, source: Known, reference: Reference, title: frozenset[str]) -> Sequence[Known]:
        rarest = min((self._titled.get(word, ()) for word in title), key=len)
        return [one for one in rarest if title <= one.title and _same_parties(source, one, reference)]


def _meant(found: Sequence[Known], source: Known, reference: Reference) -> Sequence[Known]:
    """Of several agreements of one case the one: by its day, then by whom it binds, then by what it is.

    Annexes and what amends or extends an agreement have its dnr too, and a draft may stand beside what was signed.
    """
    title = words_of(reference.title or "")
    tests: tuple[Callable[[Known], bool], ...] = (
        lambda one: reference.date is not None and reference.date in _agreement_times(one),
        lambda one: _shares_party(source, one, reference),
        lambda one: not _ADDED.match(one.record.title or ""),
        lambda one: bool(title & one.title),
        lambda one: one.status == "signed",
        lambda one: one.status not in _NOT_BINDING,
    )
    for test in tests:
        found = list(filter(test, found)) or found
    return found


def _shares_party(source: Known, one: Known, reference: Reference) -> bool:
    named = frozenset(map(compared, reference.parties)) or source.organisations
    return named <= one.parties or (bool(one.parties) and one.parties <= named)


def _by(all_: Iterable[Known], keys: _Keys) -> Mapping[str, Sequence[Known]]:
    found = defaultdict(list)
    for one in all_:
        for key in keys(one):
            found[key].append(one)
    return found


def _is_agreement(one: Known) -> bool:
    return one.record.doc_type == _AGREEMENT


def _completeness(minutes: Known) -> tuple[int, str]:
    """Of minutes and extracts of one meeting the minutes have the most §§."""
    return len(minutes.record.extraction.sections), minutes.record.id


def _agreement_times(one: Known) -> frozenset[str]:
    return _times([one.record.date, one.term[0], *one.signed]) if _is_agreement(one) else frozenset()


def _times(days: Iterable[str | None]) -> frozenset[str]:
    """The days, with their months and years."""
    return frozenset(day[:length] for day in days if day for length in (4, 7, _DAY))


def _same_parties(source: Known, one: Known, reference: Reference) -> bool:
    """Those named with the agreement, or else those of the document that names it."""
    named = frozenset(map(compared, reference.parties)) or source.parties
    return bool(named) and (named <= one.parties or (bool(one.parties) and one.parties <= named))


def _numbers(one: Known) -> frozenset[str]:
    return frozenset(section.number for section in one.record.extraction.sections)


def _named(found: Iterable[tuple[Known, Reference]]) -> Iterator[Named]:
    """What several documents call the same is one."""
    groups: dict[tuple[object, ...], list[tuple[Known, Reference]]] = defaultdict(list)
    for one, reference in found:
        groups[_identity(one, reference)].append((one, reference))
    for group in groups.values():
        references = [reference for _, reference in group]
        first = references[0]
        yield Named(
            title=max((one.title for one in references if one.title), key=len, default=None),
            dnr=first.dnr,
            date=max((one.date for one in references if one.date), key=len, default=None),
            parties=max((one.parties for one in references), key=len),
            body=first.body,
            paragraph=first.paragraph,
            named_by=tuple((one.record.id, reference) for one, reference in group),
        )


def _identity(one: Known, reference: Reference) -> tuple[object, ...]:
    if reference.dnr:
        return "dnr", normal_form(reference.dnr)
    if reference.body or reference.paragraph:
        return "decision", one.owner, reference.body, reference.date, reference.paragraph
    parties = frozenset(map(compared, reference.parties)) or one.parties
    if reference.date and len(reference.date) == _DAY:
        return "agreement", parties, reference.date
    return "agreement", parties, words_of(reference.title or ""), reference.date
