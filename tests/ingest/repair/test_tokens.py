"""A text falls into words that may be damaged and into what must not be touched."""

from __future__ import annotations

import time
import unicodedata

import pytest

from avtalsarkiv.ingest.repair.tokens import Kind, tokens


def kinds(text: str) -> list[tuple[str, Kind]]:
    return [(token.text, token.kind) for token in tokens(text)][1:]


@pytest.mark.parametrize("word", ["nämnden", "f6r", "p&", "&r", "n|mnden", "HÄRJEDALEN", "É", "Sjö-", "hu[et", "ČSÁK"])
def test_a_word_may_have_signs_in_it(word: str) -> None:
    assert kinds(f"om {word} nu")[1] == (word, Kind.WORD)


@pytest.mark.parametrize(
    "code",
    [
        "https://www.ostra.se/vag?id=1",
        "www.ostra.nu",
        "anna.ek@ostra.se",
        "fjallkusten.se",
        "ostra-region.gov",
        "A4",
        "KS2024",
        "m2",
        "20kr",
        "B&C",
        "3307B4X",
        "a" * 61,
        "συμφωνία",
        "договор",
        unicodedata.normalize("NFD", "nämnden"),
    ],
)
def test_a_code_is_one_token(code: str) -> None:
    assert kinds(f"om {code} nu")[1] == (code, Kind.CODE)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("12", Kind.NUMBER),
        ("2024", Kind.YEAR),
        ("1999", Kind.YEAR),
        ("2024:117", Kind.NUMBER),
        ("1 240,50", Kind.NUMBER),
        ("2019-03-01", Kind.NUMBER),
    ],
)
def test_a_number_is_one_token(number: str, kind: Kind) -> None:
    assert kinds(f"om {number} nu")[1] == (number, kind)


def test_signs_between_words_stand_for_themselves_or_nothing() -> None:
    expected = [("Ja", Kind.WORD), (",", Kind.COMMA), ("nej", Kind.WORD), (".", Kind.STOP), ("\n \n", Kind.BREAK)]
    assert kinds('Ja, "(nej)" -.\n \n') == expected


@pytest.mark.parametrize(
    "text", ["Snö & Sand", "snö & sand", "A | B", "tel 22 10 | växel", "start | om oss | sök", "| bro | väg |"]
)
def test_a_sign_by_itself_between_words_is_no_word(text: str) -> None:
    assert not {"&", "|"} & {token for token, kind in kinds(text) if kind is Kind.WORD}


@pytest.mark.parametrize("text", ["| kommunen", "Det var d. | kommunen", "och | kommunen"])
def test_a_bar_before_a_word_is_one(text: str) -> None:
    assert ("|", Kind.WORD) in kinds(text)


def test_a_token_knows_its_place() -> None:
    text = "Avtal om vigen, 12 km\n\nBilaga"
    assert all(text[token.start : token.end] == token.text for token in tokens(text))


def test_the_language_knows_words_in_lower_case_and_all_else_by_its_kind() -> None:
    assert [token.symbol for token in tokens("År 2024, 12.")] == ["<s>", "år", "2000", ",", "0", "."]


@pytest.mark.parametrize(
    "unit", ["a", "7", "a1", "a_", "a-", "a@", "+.", "|", "\n", "\n\t", "[a", "&", "1 ", "a.", "_"]
)
def test_hostile_text_takes_no_longer_than_its_length(unit: str) -> None:
    begun = time.perf_counter()
    assert sum(1 for _ in tokens(unit * 50_000)) >= 1
    assert time.perf_counter() - begun < 2
