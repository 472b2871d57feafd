"""What the kind of a sentence makes of an amount in it, where the component that tells kinds is sure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from avtalsarkiv.corpus.facts import Amount, AmountRole
from avtalsarkiv.ingest.extract.clauses import Clause, ClauseKind
from avtalsarkiv.ingest.extract.head import Head
from avtalsarkiv.ingest.extract.layout.zones import structured
from avtalsarkiv.ingest.extract.mentions import Mention
from avtalsarkiv.ingest.extract.roles import with_roles


def _role(text: str, kind: ClauseKind, probability: float, rule: str = "amount.text") -> AmountRole | None:
    structure = structured(text, Head())
    start, end = structure.text.index("5 000 kr"), len(structure.text)
    amount = Mention(start, start + len("5 000 kr"), Amount(Decimal(5000), "SEK"), rule, 1)
    (told,) = with_roles(structure, [amount], [Clause(0, end, kind, probability)])
    return told.content.role if isinstance(told.content, Amount) else None


@pytest.mark.parametrize(
    ("kind", "probability", "role"),
    [
        (ClauseKind.PROPOSAL, 0.7, "proposed"),
        (ClauseKind.REPORT, 0.9, "background"),
        (ClauseKind.PROPOSAL, 0.69, None),
        (ClauseKind.BACKGROUND, 0.9, None),
        (ClauseKind.DECISION, 0.9, None),
    ],
)
def test_a_sentence_tells_what_no_word_does(kind: ClauseKind, probability: float, role: AmountRole | None) -> None:
    assert _role("Det handlar om 5 000 kr.", kind, probability) == role


def test_words_tell_more_than_the_sentence() -> None:
    assert _role("Ett vite om 5 000 kr tas ut.", ClauseKind.REPORT, 0.9) == "penalty"


def test_a_table_is_no_sentence() -> None:
    assert _role("Resor   5 000 kr", ClauseKind.REPORT, 0.9, "amount.table") is None
