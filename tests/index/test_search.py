from __future__ import annotations

from collections.abc import Callable

import pytest

from avtalsarkiv.corpus.answers import Answer, Question
from avtalsarkiv.corpus.answers import Change as Given
from avtalsarkiv.corpus.model import Document
from avtalsarkiv.index import WhooshIndex
from avtalsarkiv.index.searching.weights import Weights

Make = Callable[..., Document]


def ask(index: WhooshIndex, make: Make, question: str, *pages: str, title: str | None = None) -> Answer:
    """The answer where each page is a document, named a, b, c in turn."""
    documents = [make(name, page, title=title) for name, page in zip("abcdefgh", pages, strict=False)]
    index.update([Given(document.id, document) for document in documents], 1)
    return index.search(Question(question))


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("avtal", "Avtalet gäller"),
        ("avtalets", "flera avtal"),
        ("protokoll", "i protokollets bilaga"),
        ("ärende", "Ärendena bereds"),
        ("skola", "den nya skolan"),
        ("ansökan", "hade ansökt"),
        ("beslutades", "Nämnden beslutar"),
        ("SIMHALL", "simhallen"),
        ("vasterdalen energikontor", "Västerdalens energikontor"),
        ("Västerdalen", "VASTERDALENS"),
        ("ide", "en idé"),
        ("café", "ett cafe"),
        ("utvecklingsnämnd", "utveck-\nlingsnämnden"),
        ("samverkan", "sam\u00adverkan"),
        ("effektiv", "e\ufb00ektiva"),
        ("§ 5", "§ 5 Val av justerare"),
        ("§5", "§ 5 Val av justerare"),
        ("2019/123-4", "Dnr 2019/123-4"),
        ("XUN/86/2023", "XUN 86/2023"),
        ("XUN 86-2023", "XUN/86/2023"),
        ("XUN 2023-86", "XUN/86/2023"),
        ("86/2023", "XUN 86/2023"),
        ("2009:400", "enligt SFS 2009:400"),
        ("16 maj 2024", "daterat 2024-05-16"),
        ("2024-05-16", "den 16/5 2024"),
        ("maj 2024", "daterat 2024-05-16"),
        ("2450000", "2 450 000 kr"),
        ("2 450 000", "2.450.000 kr"),
        ("2 450 000 kronor", "2\u00a0450\u00a0000 kr"),
        ("450 000", "post 12 450 000"),
        ("2,4 miljoner kronor", "2 400 000 kr"),
        ("720 000", "720 tkr"),
        ("2 mnkr", "2 miljoner"),
        ("999999-1234", "org.nr 9999991234"),
        ("9999991234", "org.nr 16999999-1234"),
        ("50 procent", "50 % av kostnaden"),
        ("vad beslutades om simhallen", "Beslut. Simhallen stängs."),
        ("ersättning", "Markägaren ersätts"),
        ("säga upp avtalet", "uppsägning av avtalet"),
        ("tjänsteman", "tjänstemännen"),
        ("läkemedel", "läkemedlen"),
        ("samverkan mall", "samverkansavtalsmallen"),
        ("kyrka gård", "kyrkogårdens"),
        ('"drift och skötsel"', "ansvarar för drift och\nskötsel av leden"),
        ("miljö- och bygglovsnämnden", "Miljö- och bygglovsnämndens"),
    ],
)
def test_however_it_is_written(whoosh: WhooshIndex, document: Make, question: str, printed: str) -> None:
    answer = ask(whoosh, document, question, "något annat", printed)
    assert ([hit.document for hit in answer.hits], answer.notes) == (["b"], ())


@pytest.mark.parametrize(("b", "first"), [(0.0, "a"), (0.75, "b"), (1.0, "b")])
def test_a_long_page_counts_as_much_less_as_is_asked_for(
    whoosh: WhooshIndex, document: Make, b: float, first: str
) -> None:
    ask(whoosh, document, "", f"avtal avtal {'om mycket annat ' * 20}", "avtal")
    answer = whoosh.search(Question("avtal"), Weights(b=b))
    assert answer.hits[0].document == first


@pytest.mark.parametrize(
    ("question", "best", "other"),
    [
        ("västerdalen", "i Västerdalen", "i Vasterdalen"),
        ("Berg Sten", "av Berg Sten idag", "Sten bor vid ett högt och brant berg"),
    ],
)
def test_what_is_closer_to_the_question_comes_first(
    whoosh: WhooshIndex, document: Make, question: str, best: str, other: str
) -> None:
    answer = ask(whoosh, document, question, other, best)
    assert [hit.document for hit in answer.hits] == ["b", "a"]


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("lån", "ett län"),
        ("mal", "på resa"),
        ("KYS 2025/233", "KYS 2025/187 med 233 sidor"),
        ('"skötsel drift"', "drift skötsel"),
    ],
)
def test_other_words_are_not_found_as_if_they_were_these(
    whoosh: WhooshIndex, document: Make, question: str, printed: str
) -> None:
    answer = ask(whoosh, document, question, printed)
    assert not answer.hits or answer.notes


@pytest.mark.parametrize(
    ("question", "printed"),
    [("kvallsbussarna", "kvällsbuss"), ("kulturskla", "kulturskola"), ("cykel", "cykelplan")],
)
def test_words_that_stand_nowhere_give_way_to_similar_ones(
    whoosh: WhooshIndex, document: Make, question: str, printed: str
) -> None:
    answer = ask(whoosh, document, question, printed)
    assert [hit.document for hit in answer.hits] == ["a"]
    assert question in ("".join(answer.notes) or question)


def test_the_hit_names_the_words_it_has(whoosh: WhooshIndex, document: Make) -> None:
    answer = ask(whoosh, document, "Simhallen curling vägar", "en simhall", "vägen till curlingen")
    assert [(hit.document, hit.matched) for hit in answer.hits] == [("b", ("curling", "vägar")), ("a", ("Simhallen",))]


def test_pages_that_hold_words_of_the_title_are_found_by_it(whoosh: WhooshIndex, document: Make) -> None:
    answer = ask(whoosh, document, "samverkansavtal bokbuss", "om bokbussen", title="Samverkansavtal")
    assert len(answer.hits) == 1


@pytest.mark.parametrize("word", ["Jämtland", "Jimtland"])
def test_a_repaired_title_is_found_as_printed_too(whoosh: WhooshIndex, document: Make, word: str) -> None:
    agreement = document("a", "Avtal med {Jimtland=Jämtland}", "om vägen", title="Avtal med Jämtland")
    whoosh.update([Given("a", agreement)], 1)
    answer = whoosh.search(Question(f"{word} vägen"))
    assert ([hit.page for hit in answer.hits], answer.notes) == ([2], ())


@pytest.mark.parametrize(
    ("question", "best", "other"),
    [
        ("kväll", "om kväll", "om {kvill?kväll}"),
        ("har", "han har rätt", "{har=här} i stan"),
        ("skola", "en skola", "en {skala!skola}"),
    ],
)
def test_what_the_page_reads_comes_before_its_other_readings(
    whoosh: WhooshIndex, document: Make, question: str, best: str, other: str
) -> None:
    answer = ask(whoosh, document, question, other, best)
    assert answer.hits[0].document == "b"


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ('"kommunen och regionen beslutar"', True),
        ('"kommunen och regionen beslutar tillsammans"', True),
        ('"kommunen ochregionen beslutar tillsammans"', False),
        ('"kommunen ochregionen beslutar till sammans"', True),
        ('"Jimtlands kommun"', True),
        ('"Jämtlands kommun"', True),
        ('"beslutar sammans"', False),
        ('"sammans Jämtlands"', False),
    ],
)
def test_phrases_stand_in_one_reading(whoosh: WhooshIndex, document: Make, question: str, found: bool) -> None:
    page = "{Jimtlands=Jämtlands} kommun. Kommunen {ochregionen=och regionen} beslutar {till sammans=tillsammans}"
    answer = ask(whoosh, document, question, page)
    assert (bool(answer.hits) and not answer.notes) == found


def test_a_question_that_is_too_long_is_shortened_with_a_note(whoosh: WhooshIndex, document: Make) -> None:
    answer = ask(whoosh, document, "avtal " * 1_000, "avtal")
    assert (len(answer.hits), "too long" in "".join(answer.notes)) == (1, True)


def test_a_search_that_takes_too_long_says_so(
    whoosh: WhooshIndex, document: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("avtalsarkiv.index.searching.answering._SECONDS", -1.0)
    assert "too long" in "".join(ask(whoosh, document, "avtal", "avtal").notes)


@pytest.mark.parametrize(
    ("question", "printed"),
    [("avtal", "Samverkansavtalet"), ("samverkan", "Samverkansavtalet"), ("1,8 procent", "1,8 %")],
)
def test_parts_of_compounds_are_found(whoosh: WhooshIndex, document: Make, question: str, printed: str) -> None:
    answer = ask(whoosh, document, question, "något annat med 1 och 8 procent", printed)
    assert ([hit.document for hit in answer.hits], answer.notes) == (["b"], ())


def test_words_that_stand_in_for_a_misspelled_one_are_named(whoosh: WhooshIndex, document: Make) -> None:
    answer = ask(whoosh, document, "Samvrkan", "Samverkan om vägar", "tak")
    assert answer.notes == ('no page has "Samvrkan"; searched for in its place: Samverkan',)


def test_a_compound_that_stands_nowhere_is_found_by_its_parts(whoosh: WhooshIndex, document: Make) -> None:
    answer = ask(whoosh, document, "fönsterbyte", "byte av fönster", "tak")
    instead = 'no page has "fönsterbyte"; searched for in its place: fönster + byte'
    assert ([hit.document for hit in answer.hits], answer.notes) == (["a"], (instead,))


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("släckbilsinköp", "Inköp av släckbil"),
        ("ledpistning", "de pistade lederna"),
        ("släckbilsinköp", "en släckbil"),
        ("släckbilsupphandling", "en släckbil"),
        ("släckbilsinköp fjället", "en släckbil"),
    ],
)
def test_a_compound_is_divided_by_the_words_of_the_archive(
    whoosh: WhooshIndex, document: Make, question: str, printed: str
) -> None:
    answer = ask(whoosh, document, question, printed, "inköp av tak")
    instead = f'no page has "{question.split()[0]}"; searched for in its place: '
    assert (answer.hits[0].document, answer.notes[0][: len(instead)]) == ("a", instead)


def test_two_words_that_are_printed_as_one_are_found_and_told_for_marking(whoosh: WhooshIndex, document: Make) -> None:
    answer = ask(whoosh, document, "energi kontor", "vid energikontoret", "om kontor")
    assert ([hit.document for hit in answer.hits], answer.notes, answer.similar) == (["a"], (), ("energikontor",))


@pytest.mark.parametrize(
    ("question", "printed"),
    [("bussavtal", "avtal om buss"), ("bussavtal", "ett bussavtal"), ("skolbussavtal", "avtal om nya skolbussar")],
)
def test_a_compound_is_found_where_its_parts_stand_near_each_other(
    whoosh: WhooshIndex, document: Make, question: str, printed: str
) -> None:
    answer = ask(whoosh, document, question, "bussavtalet och skolbussavtal här", printed)
    assert "b" in [hit.document for hit in answer.hits]
    assert not answer.notes
