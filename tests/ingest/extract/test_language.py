from __future__ import annotations

import pytest

from avtalsarkiv.ingest.extract.head.language import language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kommunen svarar för att vägen hålls öppen och att den plogas när det behövs.", "sv"),
        ("The parties have agreed that the work shall be done by the end of the year.", "en"),
        ("Kunta ja maakunta ovat sopineet, että tie on auki ja se hoidetaan kuin ennen.", "fi"),
        ("Kommunen og fylket er enige om at veien skal være åpen etter 1. mai, og at den ikke ble stengt.", "no"),
        ("Kommunen og regionen er enige om, at vejen efter aftalen blev åben, og at af den grund ikke.", "da"),
        ("Personal  Externa tjänster  Resor och logi  Lokaler  Utrustning  Summa kostnader", "sv"),
        ("12 500  13 400", None),
        ("", None),
    ],
)
def test_the_small_words_tell_the_language(text: str, code: str | None) -> None:
    assert language(text) == code
