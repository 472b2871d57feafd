"""What every engine that takes Whoosh's place must do."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from avtalsarkiv.corpus.answers import Change, Question
from avtalsarkiv.corpus.errors import ArchiveDamaged
from avtalsarkiv.corpus.model import Document
from avtalsarkiv.corpus.ports import Indexer
from avtalsarkiv.tests.fakes import fetch

Make = Callable[..., Document]


def found(engine: Indexer, text: str, **options: object) -> list[tuple[str, int]]:
    answer = engine.search(Question(text, **options))  # type: ignore[arg-type]
    return [(hit.document, hit.page) for hit in answer.hits]


def load(engine: Indexer, *documents: Document) -> None:
    engine.update([Change(document.id, document) for document in documents], engine.through + 1)


def test_an_index_that_was_never_filled_is_empty(engine: Indexer) -> None:
    assert (engine.through, engine.documents(), engine.pages()) == (0, frozenset(), 0)
    assert engine.search(Question("avtal")).hits == ()


def test_a_page_is_found_by_its_words(engine: Indexer, document: Make) -> None:
    load(engine, document("a", "Kallelse", "Beslut om simhallen"), document("b", "Avtal om vägen"))
    assert found(engine, "simhallen") == [("a", 2)]
    assert (engine.documents(), engine.pages()) == (frozenset("ab"), 3)


def test_the_title_counts_for_every_page(engine: Indexer, document: Make) -> None:
    load(engine, document("a", "Kallelse", "Beslut om vägen", title="Protokoll"))
    assert found(engine, "protokoll vägen") == [("a", 2)]


def test_what_was_changed_is_found_as_it_is_now(engine: Indexer, document: Make) -> None:
    load(engine, document("a", "gammalt", "mer gammalt"), document("b", "annat"))
    load(engine, document("a", "nytt"))
    assert (found(engine, "gammalt"), found(engine, "nytt"), engine.pages()) == ([], [("a", 1)], 2)


def test_what_was_removed_is_not_found(engine: Indexer, document: Make) -> None:
    load(engine, document("a", "avtal"), document("b", "avtal"))
    engine.update([Change("a", None), Change("unknown", None)], 7)
    assert (found(engine, "avtal"), engine.documents(), engine.through) == ([("b", 1)], frozenset("b"), 7)


def test_the_same_update_twice_changes_nothing(engine: Indexer, document: Make) -> None:
    for _ in range(2):
        engine.update([Change("a", document("a", "avtal"))], 3)
    assert (found(engine, "avtal"), engine.pages(), engine.through) == ([("a", 1)], 1, 3)


def test_an_update_that_fails_leaves_all_as_it_was(engine: Indexer, document: Make) -> None:
    load(engine, document("a", "avtal"))

    def failing() -> object:
        yield Change("a", None)
        yield Change("b", document("b", "beslut"))
        raise KeyError

    with pytest.raises(KeyError):
        engine.update(failing(), 9)  # type: ignore[arg-type]
    assert (engine.documents(), found(engine, "avtal"), engine.through) == (frozenset("a"), [("a", 1)], 1)
    load(engine, document("c", "avtal"))
    assert engine.documents() == frozenset("ac")


def test_nothing_is_left_after_clear(engine: Indexer, document: Make) -> None:
    load(engine, document("a", "avtal"))
    engine.clear()
    assert (engine.through, engine.documents(), found(engine, "avtal")) == (0, frozenset(), [])
    load(engine, document("b", "avtal"))
    assert engine.documents() == frozenset("b")


def test_three_pages_of_a_document_unless_all_are_asked_for(engine: Indexer, document: Make) -> None:
    load(engine, document("a", *["avtal"] * 5), document("b", "avtal"))
    assert found(engine, "avtal") == [("a", 1), ("a", 2), ("a", 3), ("b", 1)]
    assert len(found(engine, "avtal", all_pages=True)) == 6
    answer = engine.search(Question("avtal", limit=1))
    assert (answer.pages, answer.documents, len(answer.hits)) == (6, 2, 1)


def test_equal_pages_come_by_document_and_page_and_can_be_leafed_through(engine: Indexer, document: Make) -> None:
    load(engine, *(document(name, "avtal", "avtal") for name in "dbca"))
    in_order = [(name, page) for name in "abcd" for page in (1, 2)]
    assert found(engine, "avtal") == in_order
    assert [hit for page in (1, 2, 3) for hit in found(engine, "avtal", limit=3, page=page)] == in_order
    assert found(engine, "avtal", limit=3, page=4) == []


def test_only_the_documents_that_are_asked_for(engine: Indexer, document: Make) -> None:
    load(engine, *(document(name, "avtal") for name in "abc"))
    assert found(engine, "avtal", documents=frozenset("acx")) == [("a", 1), ("c", 1)]
    assert found(engine, "avtal", documents=frozenset()) == []


def test_where_no_page_has_all_words_some_will_do_and_the_answer_says_so(engine: Indexer, document: Make) -> None:
    load(engine, document("a", "avtal simhall"), document("b", "avtal"))
    assert found(engine, "avtal simhall") == [("a", 1)]
    assert not engine.search(Question("avtal simhall")).notes
    answer = engine.search(Question("simhall avtal curling"))
    assert ([hit.document for hit in answer.hits], bool(answer.notes)) == (["a", "b"], True)


@pytest.mark.parametrize(
    ("question", "page"),
    [
        ("Jämtland", "i {Jimtland=Jämtland} nu"),
        ("Jimtland", "i {Jimtland=Jämtland} nu"),
        ("Jimtland Jämtland", "i {Jimtland=Jämtland} nu"),
        ("regionen", "{ochregionen=och regionen} beslutar"),
        ("ochregionen", "{ochregionen=och regionen} beslutar"),
        ("tillsammans", "arbeta {till sammans=tillsammans} nu"),
        ("sammans", "arbeta {till sammans=tillsammans} nu"),
        ("Hammarén", "ordförande {Hammaren?Hammarén}"),
        ("Hammaren", "ordförande {Hammaren?Hammarén}"),
        ("Vemdalsskalet", "i {Vemdalsskalet!Vemdalsskälet}"),
        ('"avtal med Jämtland"', "avtal med {Jimtland=Jämtland} nu"),
        ('"avtal med Jimtland nu"', "avtal med {Jimtland=Jämtland} nu"),
    ],
)
def test_a_damaged_word_is_found_as_printed_and_as_meant(
    engine: Indexer, document: Make, question: str, page: str
) -> None:
    load(engine, document("a", "avtal om annat"), document("b", page))
    answer = engine.search(Question(question))
    assert ([hit.document for hit in answer.hits], answer.notes) == (["b"], ())


@pytest.mark.parametrize("page", ["{kvill?kväll}", "{kvill=kväll}", "{=kväll}", "{kväll=}", "{||?kväll}"])
def test_a_page_may_have_nothing_but_a_damaged_word(engine: Indexer, document: Make, page: str) -> None:
    load(engine, document("a", page))
    assert found(engine, "kväll") == [("a", 1)]


def test_what_a_rejected_repair_meant_is_not_found(engine: Indexer, document: Make) -> None:
    load(engine, document("a", "resan till {havet!fjället}"))
    assert found(engine, "fjället") == []


def test_a_repaired_page_is_worth_as_much_as_if_it_had_been_printed_so(engine: Indexer, document: Make) -> None:
    repaired = "{Samverkansavtalat=Samverkansavtalet} om {fjill=fjäll} {gälleri=gäller i} {Jimtland=Jämtland}"
    load(engine, document("a", repaired), document("b", "Samverkansavtalet om fjäll gäller i Jämtland"))
    for question in ("Jämtland", "avtal fjäll", "fjäll Jämtland", "samverkansavtalet gäller i"):
        first, second = engine.search(Question(question)).hits
        assert first.score == pytest.approx(second.score)


def test_searches_may_run_while_documents_come_in(engine: Indexer, document: Make) -> None:
    load(engine, document("a", "avtal"))
    answers: list[list[tuple[str, int]]] = []
    threads = [threading.Thread(target=lambda: answers.append(found(engine, "avtal"))) for _ in range(8)]
    for number, thread in enumerate(threads):
        thread.start()
        load(engine, document(f"b{number}", "beslut"))
    for thread in threads:
        thread.join()
    assert answers == [[("a", 1)]] * 8


NAUGHTY = [
    "",
    " ",
    '"',
    '""',
    'avtal "',
    "AND",
    "OR OR OR",
    "NOT",
    "-",
    "*",
    "?",
    "a~9",
    "a^9",
    "[TO]",
    "{",
    "((((",
    "avtal:",
    ":",
    "part:*",
    "a AND (b OR",
    "\x00avtal\x00",
    "\udcff",
    "\u202eavtal",
    "/etc/passwd",
    "..\\..",
    "(a+)+$",
    "' OR 1=1 --",
    "ﷺ" * 50,
    "avtal OR " * 2_000,
    "a" * 100_000,
    "1 000 " * 3_000,
    f"{'9' * 100_000} tkr",
    "٣٤٥ ²³ ½ ٣ tkr",
    '"a" ' * 3_000,
    "ÅÄÖ İ ß ŉ ǆ",
]


@pytest.mark.parametrize("text", NAUGHTY, ids=range(len(NAUGHTY)))
def test_every_text_is_a_question(engine: Indexer, document: Make, text: str) -> None:
    load(engine, document("a", "avtal"))
    engine.search(Question(text))
    assert found(engine, "avtal") == [("a", 1)]


@pytest.mark.parametrize("text", NAUGHTY, ids=range(len(NAUGHTY)))
def test_every_text_can_be_indexed(engine: Indexer, document: Make, text: str) -> None:
    load(engine, document("a", text, "avtal", title=text), document("b", "avtal"))
    assert frozenset("b") <= {name for name, _ in found(engine, "avtal")}


def test_an_index_that_is_built_anew_holds_what_it_was_given(engine: Indexer, document: Make) -> None:
    load(engine, document("a", "avtal"))
    told: list[int] = []
    engine.rebuild(["b", "c"], fetch, 7, jobs=1, progress=told.append)
    assert (engine.documents(), engine.through, engine.fault, told[-1]) == (frozenset("bc"), 7, None, 2)


def test_an_index_that_cannot_be_built_anew_stays_what_it_was(engine: Indexer, document: Make) -> None:
    load(engine, document("a", "avtal"))
    with pytest.raises(ArchiveDamaged):
        engine.rebuild(["b", "bad"], fetch, 7, jobs=1)
    assert (engine.documents(), engine.through, found(engine, "avtal")) == (frozenset("a"), 1, [("a", 1)])
