"""What is marked for each kind of thing that can be asked for."""

from __future__ import annotations

import pytest

from avtalsarkiv.corpus.conditions import DecidedBy, Naming, OfType, Registered
from avtalsarkiv.index.analysis.lexemes import lexemes
from avtalsarkiv.index.querying.nodes import All, Any, Fuzzy, Node, Not, Phrase, Prefix, Query, Where, Word
from avtalsarkiv.tests.index.showing.asked import query, shown


def word(text: str) -> Word:
    return Word(text, lexemes(text))


def marked(text: str, asked: Query, *similar: str) -> list[str]:
    found = shown(text, asked, similar)
    assert [text[start:end] for start, end in found.spans] == [found.text[start:end] for start, end in found.marks]
    return [text[start:end] for start, end in found.spans]


@pytest.mark.parametrize(
    ("node", "text", "words"),
    [
        (Prefix("avtal*", "avtal"), "Avtalspart och avtal, samverkansavtal", ["Avtalspart", "avtal"]),
        (Fuzzy("simhal~", lexemes("simhal")[0], 1), "en simhall och ett simhal", ["simhall", "simhal"]),
        (Word("avtal", lexemes("avtal"), "title"), "Ett avtal", ["avtal"]),
        (Any((word("skolor"), word("vägar"))), "skolorna eller en väg", ["skolorna", "väg"]),
        (All((word("skolor"), Not(word("vägar")))), "skolorna eller en väg", ["skolorna"]),
        (Where("dnr:", Registered("KS 2024/117")), "Dnr KS/2024/117 och KS 2024/118", ["KS/2024/117"]),
        (Where("part:", Naming("Norrby kommun")), "mellan Norrby kommun och", ["Norrby kommun"]),
        (Where("beslut:", DecidedBy("Byggnadsnämnden")), "byggnadsnämnden beslutar", ["byggnadsnämnden"]),
        (Where("typ:", OfType("avtal")), "avtal", []),
        (Phrase("x", (*lexemes("drift"), *lexemes("vård"))), "drift vård, drift", ["drift vård"]),
    ],
)
def test_what_is_asked_for_is_marked(node: Node, text: str, words: list[str]) -> None:
    asked = Query(conditions=(node,)) if isinstance(node, Where) else Query(strict=(node,))
    assert marked(text, asked, "simhall") == words


@pytest.mark.parametrize(
    "excluded", [Not(word("hyresavtal")), Not(Any((word("hyresavtal"),))), All((Not(word("hyresavtal")),))]
)
def test_what_must_not_stand_there_is_never_marked(excluded: Node) -> None:
    assert marked("ett hyresavtal, ett avtal", query("avtal", excluded)) == ["avtal"]


@pytest.mark.parametrize(
    ("asked", "text", "words"),
    [
        ("maj", "den 3 maj 2024 och 2024-05-09", ["3 maj 2024", "2024-05-09"]),
        ("procent", "med 5 % eller 5 procent", ["%", "procent"]),
        ("böcker", "en bok", ["bok"]),
        ("samverkansavtal", "avtal om samverkan", ["avtal", "samverkan"]),
        ("samverkansavtal", "samverkansavtal är avtal", ["samverkansavtal"]),
        ("æra", "aera", ["aera"]),
        ("aera", "æra ÆRA", ["æra", "ÆRA"]),
        ("ODENSALA", "i Ödensala, ödensala", ["Ödensala", "ödensala"]),
    ],
)
def test_no_word_is_passed_over(asked: str, text: str, words: list[str]) -> None:
    assert marked(text, query(asked)) == words


@pytest.mark.parametrize(
    "form",
    [
        "ÅREN",
        "numren",
        "museibyggnaden",
        "gatubelysning",
        "sophämtning",
        "gymnasieskola",
        "männens",
        "ersättningen",
        "uppsägning",
        "samverkansavtalets",
        "överlåtelse",
        "Ödensala",
        "kronorna",
        "2024-05-09",
        "§",
        "2,4",
        "förvaltningarnas",
    ],
)
def test_a_word_is_marked_by_each_of_its_keys(form: str) -> None:
    for lexeme in lexemes(form):
        for key in filter(None, (lexeme.exact, lexeme.whole, *lexeme.loose)):
            assert marked(f"x {form} x", Query(), key) == [form]
