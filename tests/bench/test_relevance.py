from __future__ import annotations

import json
from pathlib import Path

import pytest

from avtalsarkiv.bench.relevance.asking import answers
from avtalsarkiv.bench.relevance.material import ANNOTATED, EXAMPLES, QUERIES
from avtalsarkiv.bench.relevance.questions import TOPIC, Asked, read
from avtalsarkiv.bench.relevance.scores import POOLED, Answered, Score, by_type, table
from avtalsarkiv.bench.relevance.tuning import Tried, plateau, tuned, worth
from avtalsarkiv.corpus.answers import Answer, Hit, Question
from avtalsarkiv.index.searching.weights import Weights


def answered(*ranked: str, relevant: str = "a", kind: str = "party", excluded: str = "") -> Answered:
    return Answered(Asked("?", frozenset(relevant), kind, excluded=frozenset(excluded)), ranked)


@pytest.mark.parametrize(
    ("ranked", "rank"),
    [("a", 1), ("ba", 2), ("bca", 3), ("", None), ("bc", None), ("bcdefghijka", None), ("bcdefghija", 10)],
)
def test_the_rank_is_that_of_the_first_right_document_among_ten(ranked: str, rank: int | None) -> None:
    assert answered(*ranked).rank == rank


@pytest.mark.parametrize(("ranked", "right"), [("abc", True), ("acx", False), ("xa", False), ("ba", False)])
def test_an_answer_is_wrong_that_holds_what_must_not_be_found(ranked: str, right: bool) -> None:
    assert answered(*ranked, excluded="x").right is right


def test_a_score_counts_firsts_and_thirds_and_the_mean_of_reciprocal_ranks() -> None:
    score = Score.of([answered("a"), answered("b", "a"), answered("b", "c", "d", "a"), answered()])
    assert (score.n, score.first, score.among_three) == (4, 1, 2)
    assert score.reciprocal == pytest.approx((1 + 1 / 2 + 1 / 4 + 0) / 4)
    assert score.interval == pytest.approx((0.046, 0.699), abs=0.001)


def test_no_answers_score_nothing() -> None:
    assert Score.of([]) == Score(0, 0, 0, 0.0)


def test_topics_stand_apart_from_all_others() -> None:
    scores = by_type([answered("a"), answered("b", kind="date"), answered("b", kind=TOPIC)])
    assert list(scores) == ["date", "party", POOLED, TOPIC]
    assert (scores[POOLED].n, scores[POOLED].first) == (2, 1)


def test_the_table_has_a_row_for_each_type() -> None:
    assert "| party | 1 | 1.000 | 0.207 - 1.000 | 1.000 | 1.000 |" in table("ours", by_type([answered("a")]))


def pages(question: Question) -> Answer:
    return Answer(hits=tuple(Hit(name, page, 1.0) for name, page in (("1", 2), ("2", 1), ("1", 1))))


def test_documents_are_ranked_by_their_best_page_and_go_by_their_names() -> None:
    (one,) = answers(pages, [Asked("?", frozenset("a"), "party")], {"1": "a"})
    assert one.ranked == ("a", "2")


def test_questions_are_read_from_json_lines(tmp_path: Path) -> None:
    line = {"query": "köp", "relevant": ["a"], "type": "party", "note": "why", "excluded": ["b"]}
    (tmp_path / "q.jsonl").write_text(f"{json.dumps(line)}\n\n", encoding="utf-8")
    assert read(tmp_path / "q.jsonl") == [Asked("köp", frozenset("a"), "party", "why", frozenset("b"))]


@pytest.mark.parametrize("path", sorted(QUERIES.glob("*.jsonl")), ids=lambda path: path.stem)
def test_questions_name_documents_that_exist(path: Path) -> None:
    documents = {file.stem for folder in (ANNOTATED, EXAMPLES) for file in folder.iterdir()}
    for asked in read(path):
        assert asked.relevant and asked.relevant | asked.excluded <= documents, asked.query


def test_nothing_is_tuned_on_documents_that_are_held_back() -> None:
    tuning, held = (read(QUERIES / f"{name}.jsonl") for name in ("tuning", "held"))
    assert not {one.query for one in tuning} & {one.query for one in held}
    assert min(len(tuning), len(held)) >= 110


def test_what_answers_are_worth_lies_between_their_firsts_and_their_ranks() -> None:
    assert worth(Score.of([answered("a"), answered("b", "a")])) == pytest.approx((0.5 + 0.75) / 2)


@pytest.mark.parametrize(
    ("found", "now", "chosen"),
    [
        ({0: 0.5, 1: 0.8, 2: 0.8, 3: 0.8, 4: 0.5}, 0, 2),
        ({0: 0.8, 1: 0.5, 2: 0.8, 3: 0.799, 4: 0.5}, 1, 3),
        ({0: 0.7, 1: 0.8, 2: 0.7}, 0, 1),
        ({0: 0.8, 1: 0.8, 2: 0.8}, 2, 2),
    ],
)
def test_the_middle_of_the_longest_row_of_good_values_is_chosen(
    found: dict[float, float], now: float, chosen: float
) -> None:
    assert plateau(found, now) == chosen


def test_each_weight_is_tried_with_the_others_as_they_have_become() -> None:
    def measure(weights: Weights) -> float:
        return 1 - abs(weights.title - 3) / 10 - abs(weights.loose - weights.title / 2) / 10

    steps = list(tuned(Weights(title=1.0, loose=1.0), measure, ("title", "loose")))
    assert isinstance(steps[0], Tried) and steps[0].worth[3.0] > steps[0].worth[1.0]
    assert (steps[-2].chosen, steps[-1].chosen) == (3.0, 1.5)
