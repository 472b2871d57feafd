"""What the keys of short texts are worth: of a title, a heading, the names of parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ...swedish.dnr import normal_form
from ..analysis.lexemes import Analysis, analyse
from .schema import OTHERWISE

Weights = dict[str, float]


def weighed(texts: Iterable[str], otherwise: Iterable[str] = ()) -> Weights:
    """The keys of texts: each counts as often as it stands there, and half as much where it is loose.

    Args:
        texts: Which have the field's words.
        otherwise: What stands there in another reading: it counts half, where it is no word of theirs.
    """
    exact, loose = _keys(texts)
    other, other_loose = _keys(otherwise)
    return less(other_loose) | less(other) | less(loose) | exact


def less(counts: Counter[str]) -> Weights:
    """What keys count that are not the field's own."""
    return {key: OTHERWISE * count for key, count in counts.items()}


def loosely(found: Analysis) -> Weights:
    """What the loose keys of a unit's text count."""
    return less(found.less_loose - found.loose) | found.loose if found.less_loose else dict(found.loose)


def registered(dnr: Iterable[str]) -> Weights:
    """The keys of diarienummer: their normal form, by which they are found in any writing, and their parts."""
    numbers = [normal_form(one) for one in dnr]
    return weighed(numbers) | dict.fromkeys(filter(None, numbers), 1.0)


def _keys(texts: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    found = [analyse(text) for text in texts]
    exact = Counter({key: len(at) for one in found for key, at in one.positions.items()})
    return exact, sum((one.loose for one in found), Counter[str]())
