"""Readings, context and the document's own words decide together."""

from __future__ import annotations

import pytest

from avtalsarkiv.ingest.repair.decoding import Choice, Decoder
from avtalsarkiv.ingest.repair.lexicon import Lexicon
from avtalsarkiv.ingest.repair.model import model
from avtalsarkiv.ingest.repair.reader import Reader

SHAPES = 0.01


def decoder() -> Decoder:
    return Decoder(model(), Reader(model()), Lexicon.of([]))


def choices(text: str) -> dict[str, Choice]:
    return {choice.token.text: choice for choice in decoder().choices(text, SHAPES)}


def likeliest(choice: Choice) -> str:
    return choice.options[int(choice.probabilities.argmax())].text


@pytest.mark.parametrize(
    ("text", "seen", "meant"),
    [
        ("Det ar namnden som beslutar om detta fér kommunen.", "ar", "är"),
        ("Avtalet galler i ett ar fran den dag det undertecknas.", "ar", "år"),
        ("Regionen och lanets kommuner har enats om vagar och broar.", "lanets", "länets"),
        ("Kommunen aterbetalar lanet med ranta till banken p& dagen.", "lanet", "lånet"),
    ],
)
def test_the_words_beside_it_decide(text: str, seen: str, meant: str) -> None:
    assert likeliest(choices(text)[seen]) == meant


def test_probabilities_are_of_all_readings() -> None:
    for choice in choices("Namnden har pa motet i Are fatt fragan om vigen.").values():
        assert choice.probabilities.sum() == pytest.approx(1)
        assert len(choice.probabilities) == len(choice.options)


@pytest.mark.parametrize("text", ["", "\n\n", "12 345,00", "Nämnden beslutar att anta förslaget till budget för året."])
def test_where_there_is_no_choice_nothing_is_told(text: str) -> None:
    assert all(likeliest(choice) == choice.token.text for choice in choices(text).values())


def test_earlier_pages_tell_how_a_word_is_read() -> None:
    page = "Avtalet galler driften av Sjovallabadet, som Sjovallabadet AB ager. "
    decode = decoder()
    first = next(c for c in decode.choices(page, SHAPES) if c.token.text.startswith("Sjovalla"))
    list(decode.choices(page * 10, SHAPES))
    later = next(c for c in decode.choices(page, SHAPES) if c.token.text.startswith("Sjovalla"))
    assert share(later, "Sjövallabadet") >= share(first, "Sjövallabadet")


def share(choice: Choice, text: str) -> float:
    return sum(
        float(probability)
        for option, probability in zip(choice.options, choice.probabilities, strict=True)
        if option.text == text
    )
