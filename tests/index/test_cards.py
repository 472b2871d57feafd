from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

from avtalsarkiv.corpus.facts import Agreement, Amount, Content, Extraction, Party, Section
from avtalsarkiv.index.cards import Card
from avtalsarkiv.tests.facts import FINE, RULING, document, stating


def test_what_a_document_states_is_on_its_card() -> None:
    agreement = Agreement(valid_from="2024-01-01", ends="until_further_notice")
    made = stating(document(dnr=("KS 2024/117",), date="2024-02-03"), agreement=agreement)
    card = Card.of(made)
    assert (card.doc_type, card.date, card.dnr) == ("avtal", "2024-02-03", ("ks 2024 117",))
    assert card.parties == ("Norrbygdens kommun", "Snö & Sand AB")
    assert card.amounts == (Decimal(500), Decimal(12500))
    assert (card.agreement, card.valid_from, card.valid_to, card.open_ended) == (True, "2024-01-01", None, True)


def test_a_range_has_both_ends_and_shares_and_foreign_money_none() -> None:
    amounts: dict[str, Content] = {
        "12 500 kr": replace(FINE, value_max=Decimal(900)),
        "500 kr.": Amount(Decimal(30), "%"),
        "betalar": Amount(Decimal(70), "EUR"),
    }
    assert Card.of(stating(document(), amounts)).amounts == (Decimal(500), Decimal(900))


def test_who_is_named_in_the_head_of_minutes_is_whose_they_are() -> None:
    named: dict[str, Content] = {
        "Norrbygdens kommun": Party("Norrbygdens kommun", "organisation", "mentioned"),
        "kr per": RULING,
    }
    made = stating(document(), named)
    assert Card.of(made).parties == ()
    assert Card.of(replace(made, doc_type="protokoll")).parties == ("Norrbygdens kommun",)
    assert Card.of(made).bodies == ("Kommunstyrelsen",)


def test_the_dnr_of_a_paragraf_is_the_documents_too() -> None:
    sections = (Section("5", "Skoterleder", ("KS-2023-9",), 1, 0, 10),)
    made = replace(document(dnr=("KS 2023/9", "KS 2024/1")), extraction=Extraction(sections=sections))
    assert Card.of(made).dnr == ("ks 2023 9", "ks 2024 1")


def test_without_an_extraction_nothing_is_known() -> None:
    assert Card.of(document()).extracted is False
    assert Card.of(stating(document())).extracted is True


def test_a_card_leaves_out_what_is_not_known() -> None:
    card = Card("ab", title="Avtal", parties=("Norrby kommun",), amounts=(Decimal("12.5"),))
    known = {key: value for key, value in json.loads(card.to_json()).items() if value}
    assert known == {
        "id": "ab",
        "title": "Avtal",
        "parties": ["Norrby kommun"],
        "amounts": ["12.5"],
        "extracted": True,
    }
    assert "date" not in json.loads(card.to_json())
