"""What takes the place of words that stand nowhere, and what a question was probably meant to say."""

from __future__ import annotations

from collections.abc import Mapping, Set

import pytest

from avtalsarkiv.index.analysis.lexemes import tokens, word
from avtalsarkiv.index.querying.nodes import Query, Word
from avtalsarkiv.index.searching.spelling import Speller, StandIns
from avtalsarkiv.swedish.reading import View


class Words:
    """A vocabulary that is given with how many units each word stands in."""

    def __init__(self, times: Mapping[str, int]) -> None:
        self._times = {word(form).exact: count for form, count in times.items()}

    def pages(self, key: str) -> int:
        return self._times.get(key, 0)

    def beginning(self, letters: str, most: int) -> list[str]:
        found = (key for key in self._times if key.startswith(letters))
        return sorted(found, key=self.pages, reverse=True)[:most]

    def keys(self, letters: str = "") -> Set[str]:
        return {key for key in self._times if key.startswith(letters)}


def speller(*words: str, **times: int) -> Speller:
    return Speller(Words(dict.fromkeys(words, 3) | times))


def stand_ins(typed: str, *words: str) -> StandIns:
    return speller(*words).stand_ins(Word(typed, (word(typed),)))


def query(text: str) -> Query:
    found = tokens(View(text))
    return Query(tuple(Word(text[token.start : token.end], token.lexemes) for token in found))


@pytest.mark.parametrize(
    ("typed", "first", "other"),
    [
        ("Almkvist", "almqvist", "lundblad"),
        ("Bystrom", "byström", "nystrom"),
        ("simhalen", "simhall", "simning"),
        ("kulturskla", "kulturskola", "kulturskatt"),
        ("Hemerud", "hernerud", "hemmerad"),
        ("jimtland", "jämtland", "finland"),
        ("örendet", "ärende", "örat"),
        ("lommun", "kommun", "lammen"),
        ("cykel", "cykelplan", "cirkel"),
    ],
)
def test_the_closest_word_comes_first(typed: str, first: str, other: str) -> None:
    assert stand_ins(typed, other, first).similar[0].key == word(first).exact


@pytest.mark.parametrize(
    ("typed", "there"), [("bro", "bror"), ("väg", "vägg"), ("skatteplan", "detaljplan"), ("2023", "2024")]
)
def test_words_that_are_not_alike_take_nobodys_place(typed: str, there: str) -> None:
    assert not stand_ins(typed, there).similar


@pytest.mark.parametrize(
    ("typed", "archive", "divided"),
    [
        ("fönsterbyte", "", "fönster byte"),
        ("avtalsförnyelse", "", "avtal förnyelse"),
        ("samverkansavtalsmall", "", "samverkansavtal mall"),
        ("samverkansavtalsmall", "", "samverkan avtal mall"),
        ("takbyte", "", "tak byte"),
        ("vildsvinsjakt", "vildsvin jakten", "vildsvin jakt"),
    ],
)
def test_a_compound_may_stand_divided(typed: str, archive: str, divided: str) -> None:
    ways = stand_ins(typed, *archive.split()).divided
    assert divided in [" ".join(each.text for each in way) for way in ways]


def test_of_thousands_of_similar_words_no_more_than_32_are_looked_for() -> None:
    found = stand_ins("bergström", *(f"bergström{a}{b}" for a in "abcdefghij" for b in "abcdefghij"))
    assert len(found.similar) == 32


@pytest.mark.parametrize(
    ("typed", "there", "found"),
    [("simhal", "simhall", True), ("simhal", "samtal", False), ("lån", "län", True), ("väg", "svåra", False)],
)
def test_a_fuzzy_word_finds_what_differs_in_a_letter(typed: str, there: str, found: bool) -> None:
    keys = [each.key for each in speller(there).fuzzy(word(typed), 1)]
    assert (word(there).exact in keys) is found


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("protokolet", "protokollet"),
        ("KOMUNEN", "KOMMUNEN"),
        ("avtal med Almkvist", "avtal med Almqvist"),
        ('"uppsäging av avtal"', '"uppsägning av avtal"'),
        ("uppsäging av komunen", "uppsägning av kommunen"),
        ("kommnen", "kommunen"),
        ("x" * 3000, None),
        ("avtal med kommunen", None),
        ("Almqvist", None),
        ("", None),
        ("§ 45 2019", None),
        ("vasterdalen", None),
        ("bro", None),
        ("trädgård", None),
    ],
)
def test_what_was_probably_meant(typed: str, meant: str | None) -> None:
    words = speller("avtal", "protokoll", "kommunen", "uppsägning", "Almqvist", "Västerdalen", "bror", "trädgärd")
    assert words.suggestion(typed, query(typed)) == meant


@pytest.mark.parametrize(("often", "meant"), [(1000, "Almqvist"), (3, None)])
def test_a_rare_word_is_a_slip_beside_a_close_one_that_is_far_more_frequent(often: int, meant: str | None) -> None:
    assert speller(Almkvist=2, Almqvist=often).suggestion("Almkvist", query("Almkvist")) == meant


@pytest.mark.parametrize(
    ("asked", "there", "key"), [("energi kontor", "energikontor", "energikontor"), ("energi kontor", "energi", None)]
)
def test_words_may_be_written_as_one(asked: str, there: str, key: str | None) -> None:
    first, then = query(asked).words
    assert isinstance(first, Word) and isinstance(then, Word)
    assert speller(there).joined(first, then) == key
