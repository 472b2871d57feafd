"""What is known of all documents, as arrays: what they are chosen, counted and sorted by."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .postings import Mask

_DAY: Final = "U10"


class Values(NamedTuple):
    """Something of which a document has none, one or several."""

    names: list[str]
    """Each once."""
    codes: NDArray[np.int64]
    """Which name, of each pair of document and name; no pair stands twice."""
    documents: NDArray[np.int64]
    """Which document, likewise."""


class Catalogue:
    """Made of the cards of documents; each array has one row for each of them, in their order."""

    def __init__(self, ids: Sequence[str], record: NDArray[np.float32], cards: Callable[[], Iterable[bytes]]) -> None:
        self.ids: Final = ids
        self.record: Final = record
        """How much of what makes a record is known, 0 to 1."""
        self._read = cards

    @cached_property
    def _cards(self) -> list[dict[str, Any]]:
        """Read only for what needs more than a document's id: a hundred thousand take a while."""
        cards: list[dict[str, Any]] = json.loads(b"[%b]" % b",".join(card or b"{}" for card in self._read()))
        return cards

    @cached_property
    def rank(self) -> NDArray[np.int64]:
        """The document's place among all by their ids."""
        order = np.array(sorted(range(len(self.ids)), key=self.ids.__getitem__), np.int64)
        rank = np.empty(len(order), np.int64)
        rank[order] = np.arange(len(order))
        return rank

    @cached_property
    def date(self) -> NDArray[np.str_]:
        """ISO 8601 to the precision known; empty where it is not."""
        return self._days("date")

    @cached_property
    def valid_from(self) -> NDArray[np.str_]:
        """Likewise."""
        return self._days("valid_from")

    @cached_property
    def valid_to(self) -> NDArray[np.str_]:
        """Likewise; empty also of what runs until further notice."""
        return self._days("valid_to")

    @cached_property
    def open_ended(self) -> Mask:
        """Does it run until further notice?"""
        return self._flags(lambda card: card.get("open_ended", False))

    @cached_property
    def extendable(self) -> Mask:
        """Is `valid_to` only when it ends at the earliest?"""
        return self._flags(lambda card: card.get("extendable", False))

    @cached_property
    def agreement(self) -> Mask:
        """Is it an agreement?"""
        return self._flags(lambda card: card.get("agreement", False))

    @cached_property
    def extracted(self) -> Mask:
        """Are its facts known?"""
        return self._flags(lambda card: card.get("extracted", True))

    @cached_property
    def questioned(self) -> Mask:
        """Has it findings?"""
        return self._flags(lambda card: card.get("findings", 0) > 0)

    @cached_property
    def types(self) -> Values:
        """Its type."""
        return _values([[card["doc_type"]] if "doc_type" in card else [] for card in self._cards])

    @cached_property
    def years(self) -> Values:
        """The year of its date."""
        return _values([[card["date"][:4]] if "date" in card else [] for card in self._cards])

    @cached_property
    def parties(self) -> Values:
        """Its parties."""
        return _values([card.get("parties", ()) for card in self._cards])

    @cached_property
    def bodies(self) -> Values:
        """Those who decide in it."""
        return _values([card.get("bodies", ()) for card in self._cards])

    @cached_property
    def amounts(self) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
        """All amounts, and the document of each; kronor to 15 figures."""
        pairs = [(float(each), at) for at, card in enumerate(self._cards) for each in card.get("amounts", ())]
        amounts, documents = zip(*pairs, strict=True) if pairs else ((), ())
        return np.array(amounts, np.float64), np.array(documents, np.int64)

    def marked(self, documents: NDArray[np.int64]) -> Mask:
        """Is it among these? They are given by their numbers."""
        mask = np.zeros(len(self.ids), np.bool_)
        mask[documents] = True
        return mask

    def _days(self, name: str) -> NDArray[np.str_]:
        return np.array([card.get(name, "") for card in self._cards], _DAY)

    def _flags(self, question: Callable[[dict[str, Any]], bool]) -> Mask:
        return np.array([question(card) for card in self._cards], np.bool_)


def _values(rows: Sequence[Sequence[str]]) -> Values:
    codes: dict[str, int] = {}
    pairs = [(codes.setdefault(name, len(codes)), at) for at, row in enumerate(rows) for name in dict.fromkeys(row)]
    numbers = np.array(pairs, np.int64).reshape(-1, 2)
    return Values(list(codes), numbers[:, 0], numbers[:, 1])
