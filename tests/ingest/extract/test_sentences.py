from __future__ import annotations

import pytest

from avtalsarkiv.ingest.extract.head import Head
from avtalsarkiv.ingest.extract.layout.zones import structured
from avtalsarkiv.ingest.extract.sentences import sentences


def split(text: str) -> list[str]:
    structure = structured(text, Head())
    return [structure.flow.text[start:end] for start, end in sentences(structure)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Avtalet gäller i två år. Det kan sägas upp. Vem gör det? Kommunen!", 4),
        ("Enligt 9 kap. 37 § gäller t.ex. Norrby kommun, dvs. en part, fr.o.m. 2024.", 1),
        ("Karin E. Ek och Nils Dal valdes den 1. Maj var målet.", 1),
        ("Priset är 12.50 kr.\n\nHyran är 3 000 kr.", 2),
        ("Nämnden beslutar\natt godkänna avtalet, och\natt uppdra åt chefen att skriva under.", 1),
        ("att godkänna avtalet, att anta planen; att lägga rapporten till handlingarna", 3),
        ("1. Projektet får 40 000 kronor.\n2. Medlen tas ur ramen.\n- Resten betalas sedan.", 3),
        ("", 0),
    ],
)
def test_a_text_falls_into_sentences(text: str, count: int) -> None:
    assert len(split(text)) == count


def test_a_sentence_runs_over_a_line_and_a_page() -> None:
    assert split("Kommunen betalar\nhalva hyran\f för lokalen.") == ["Kommunen betalar halva hyran för lokalen."]
