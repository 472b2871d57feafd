from __future__ import annotations

import time

import pytest

from avtalsarkiv.index.querying import MAX_TERMS, parse
from avtalsarkiv.index.querying.nodes import All, Any, Node, Not
from avtalsarkiv.tests.index.naughty import NAUGHTY, muddled

from .asked import is_empty

_SOON = 0.5
"""Seconds, on a machine that does much else; alone it takes 0.02."""


def nodes(node: Node) -> int:
    match node:
        case All(inside) | Any(inside):
            return sum(map(nodes, inside))
        case Not(inner):
            return nodes(inner)
        case _:
            return 1


@pytest.mark.parametrize("question", NAUGHTY, ids=lambda question: ascii(question[:20]))
def test_every_text_is_a_question(question: str) -> None:
    began = time.process_time()
    query = parse(question)
    assert time.process_time() - began < _SOON
    assert not is_empty(query) or query.notes or not question.strip()


def test_whatever_is_typed_has_its_bounds_and_can_be_printed() -> None:
    for question in muddled(1_500):
        query = parse(question)
        assert sum(map(nodes, (*query.words, *query.strict, *query.conditions))) <= 3 * MAX_TERMS
        "".join([*query.notes, *(each.text for each in query.sought)]).encode()


def test_the_same_question_is_read_the_same() -> None:
    for question in muddled(100):
        assert parse(question) == parse(question)
