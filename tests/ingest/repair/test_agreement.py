"""What a document was repaired to in one place settles the same word elsewhere; a number is never settled so."""

from __future__ import annotations

import pytest

from avtalsarkiv.corpus.model import Repair, Standing
from avtalsarkiv.ingest.repair.agreement import agreed

MADE = Repair(0, 17, "Lianspartnerskapet", "Länspartnerskapet", 0.8, "compound")


def suggestion(seen: str, meant: str, why: str = "letters", confidence: float = 0.5) -> Repair:
    return Repair(30, 30 + len(seen), seen, meant, confidence, why, Standing.SUGGESTED)


@pytest.mark.parametrize(
    ("made", "doubtful", "standing"),
    [
        (MADE, suggestion("Lanspartnerskapet", "Länspartnerskapet"), Standing.MADE),
        (MADE, suggestion("Lanspartnerskapets", "Länspartnerskapets"), Standing.MADE),
        (MADE, suggestion("Lanspartnerskap", "Länspartnerskap"), Standing.MADE),
        (MADE, suggestion("Lianspartnerskapet", "Länspartnerskapet"), Standing.SUGGESTED),
        (MADE, suggestion("Lanspartnerskapet", "Länspartnerskapet", confidence=0.3), Standing.SUGGESTED),
        (MADE, suggestion("Lanspartnerskapet", "Lånspartnerskapet"), Standing.SUGGESTED),
        (Repair(0, 4, "lanet", "länet", 0.9, "word"), suggestion("ldnet", "länet"), Standing.SUGGESTED),
    ],
)
def test_one_place_settles_another_that_looks_otherwise(made: Repair, doubtful: Repair, standing: Standing) -> None:
    (first,), (second,) = agreed([[made], [doubtful]])
    assert (first, second.standing) == (made, standing)


def test_a_number_is_never_settled_so() -> None:
    cut = Repair(0, 12, "640823- 3234", "640823-3234", 0.97, "cut number")
    digit = suggestion("640828-3234", "640823-3234", "check digit", 0.9)
    assert list(agreed([[cut], [digit]])) == [[cut], [digit]]
