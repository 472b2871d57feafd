"""Whatever is asked, there is an answer, soon, and the index is none the worse for it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

import pytest

from avtalsarkiv.corpus.answers import Change, Question
from avtalsarkiv.corpus.model import Document
from avtalsarkiv.index import WhooshIndex

from .naughty import NAUGHTY, muddled

_SOON: Final = 2.0
"""Seconds."""


@pytest.fixture
def filled(whoosh: WhooshIndex, document: Callable[..., Document]) -> WhooshIndex:
    pages = ("Avtal om drift och skötsel av simhallen, KS 2024/117", "§ 45 Protokoll 2019, 100 000 kronor")
    whoosh.update([Change(name, document(name, *pages, title=f"Avtal {name}")) for name in "abc"], 1)
    return whoosh


def test_every_question_has_an_answer_soon(filled: WhooshIndex) -> None:
    slowest = 0.0
    for question in (*NAUGHTY, *muddled(100)):
        began = time.process_time()
        answer = filled.search(Question(question, facets=True))
        slowest = max(slowest, time.process_time() - began)
        assert len(answer.hits) <= answer.pages
    assert slowest < _SOON


def test_the_index_is_none_the_worse(filled: WhooshIndex) -> None:
    before = filled.search(Question("avtal simhallen"))
    for question in NAUGHTY:
        filled.search(Question(question))
    assert filled.search(Question("avtal simhallen")) == before
    assert (len(filled.documents()), filled.pages()) == (3, 6)
