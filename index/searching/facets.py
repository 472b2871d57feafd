"""How the documents of an answer divide by what is known of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from ...corpus.answers import AMOUNT_BANDS, AMOUNT_BOUNDS, FACETS
from .catalogue import Catalogue, Values
from .postings import Mask

_UNKNOWN: Final = "unknown"
_MOST: Final = 100
"""Names: a list of more is of no use to choose from."""


def counted(known: Catalogue, documents: Mask) -> dict[str, Mapping[str, int]]:
    """For each of `FACETS` how many of the documents have which value.

    A document counts once for each value that it has: for each of its parties, and for each band in which it has an
    amount. It is counted as "unknown" where nobody knows, and not at all where it has none.
    """
    unread = int((documents & ~known.extracted).sum())
    facets = {
        "type": _single(known.types, documents),
        "year": _single(known.years, documents),
        "party": _several(known.parties, documents, unread),
        "body": _several(known.bodies, documents, unread),
        "amount": _several(_bands(known), documents, unread),
        "findings": _findings(known, documents, unread),
    }
    return {name: facets[name] for name in FACETS}


def _single(values: Values, documents: Mask) -> dict[str, int]:
    return _several(values, documents, int(documents.sum() - documents[values.documents].sum()))


def _several(values: Values, documents: Mask, unknown: int) -> dict[str, int]:
    counts = np.bincount(values.codes[documents[values.documents]], minlength=len(values.names))
    return _frequent_first({values.names[at]: int(counts[at]) for at in np.flatnonzero(counts)}, unknown)


def _bands(known: Catalogue) -> Values:
    amounts, documents = known.amounts
    bands = np.searchsorted(AMOUNT_BOUNDS, amounts, side="right")
    pairs = np.unique(np.stack([bands, documents], axis=1), axis=0) if len(bands) else np.zeros((0, 2), np.int64)
    return Values(list(AMOUNT_BANDS), pairs[:, 0], pairs[:, 1])


def _findings(known: Catalogue, documents: Mask, unknown: int) -> dict[str, int]:
    read = documents & known.extracted
    yes = int((read & known.questioned).sum())
    return _frequent_first({"yes": yes, "no": int(read.sum()) - yes}, unknown)


def _frequent_first(counts: dict[str, int], unknown: int) -> dict[str, int]:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_MOST]
    found = {name: count for name, count in ordered if count}
    return found | {_UNKNOWN: unknown} if unknown else found
