"""Names are facts: when the repair of one may be made, and when somebody must decide."""

from __future__ import annotations

import pytest

from avtalsarkiv.ingest.repair.language import UNKNOWN
from avtalsarkiv.ingest.repair.lexicon import GIVEN_NAME, SURNAME, Lexicon
from avtalsarkiv.ingest.repair.names import is_settled, people
from avtalsarkiv.ingest.repair.readings import Reading
from avtalsarkiv.ingest.repair.spellings import Damage, Why
from avtalsarkiv.ingest.repair.tokens import tokens

NONE = Lexicon.of([])


def name(text: str, *, kinds: int = SURNAME, why: Why = Why.WORD, lost: int = 0) -> Reading:
    return Reading(text, text.lower(), (UNKNOWN,), 0.0, Damage(lost=lost), kinds, why)


BYSTROM, BYSTRÖM = name("Bystrom", kinds=0), name("Byström", lost=1)
HAKAN, HÅKAN = name("Hakan", kinds=GIVEN_NAME), name("Håkan", kinds=GIVEN_NAME, lost=1)
MADE_UP = name("Bystråm", kinds=0, why=Why.LETTERS, lost=1)


@pytest.mark.parametrize(
    ("seen", "meant", "other", "confidence", "settled"),
    [
        ("Bystrom", BYSTRÖM, BYSTROM, 0.99, True),
        ("Bystrom", BYSTRÖM, BYSTROM, 0.8, False),
        ("Hakan", HÅKAN, HAKAN, 0.99, False),
        ("Bystrom", MADE_UP, BYSTROM, 0.99, False),
    ],
    ids=["one name is left", "not sure enough", "two names that exist", "no name of any list"],
)
def test_a_person_has_the_name_that_the_lists_leave(
    seen: str, meant: Reading, other: Reading, confidence: float, settled: bool
) -> None:
    options = [(confidence, meant), (1 - confidence, other)]
    assert is_settled(seen, meant, options, NONE, person=True) is settled


@pytest.mark.parametrize("meant", [HÅKAN, MADE_UP])
def test_what_stands_right_elsewhere_settles_a_name(meant: Reading) -> None:
    own = Lexicon.of([meant.text])
    assert is_settled("Hakan", meant, [(0.8, meant), (0.2, HAKAN)], own, person=True)
    assert not is_settled("Hakan", meant, [(0.6, meant), (0.4, HAKAN)], own, person=True)


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("enligt Maria Ek nu", ["Maria", "Ek"]),
        ("enligt Ek nu", []),
        ("enligt Maria, Ek nu", []),
        ("enligt maria ek nu", []),
        ("Maria Anna Ek", ["Maria", "Anna", "Ek"]),
    ],
)
def test_persons_stand_beside_a_given_name(text: str, persons: list[str]) -> None:
    read = list(tokens(text))
    kinds = {"maria": GIVEN_NAME, "anna": GIVEN_NAME, "ek": SURNAME}
    likeliest = [name(token.text, kinds=kinds.get(token.symbol, 0)) for token in read]
    found = people(read, likeliest)
    assert [token.text for token, person in zip(read, found, strict=True) if person] == persons
