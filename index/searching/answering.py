"""The answer to a question: what fits it best, in the order asked for, and what there is to say beside it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from ...corpus.answers import Answer, Hit, Question
from ...corpus.conditions import Among, Condition
from ..fields import TEXT
from ..querying.nodes import Query
from ..querying.parsing import parse
from .conditions import meeting
from .evaluation import Evaluation, Late, Scored
from .facets import counted
from .fallback import Found, best_found
from .grouping import in_order, shown
from .nothing import why_nothing
from .phrases import as_it_reads, near
from .postings import POSITION_BITS, Mask
from .similar_documents import like
from .snapshot import Snapshot
from .weights import WEIGHTS, Weights

_SECONDS: Final = 2.0
"""What is not found by then is given up. No question that is kept within its bounds takes a tenth of it."""
_WEIGHED_AGAIN: Final = 200
"""Units, the best by their words alone, of which is looked at how near to each other the words stand."""
_NEAR: Final = (1, 2)
"""Words on, for words that follow each other in the question."""
_LATE: Final = "the search took too long and was given up: ask for fewer words at once"


def answer(snapshot: Snapshot, question: Question, weights: Weights = WEIGHTS) -> Answer:
    """What a snapshot of an index knows of a question."""
    query = parse(question.text)
    evaluation = Evaluation(snapshot, weights, time.monotonic() + _SECONDS, query.words)
    left = meeting(snapshot, _conditions(question, query))
    told = Answer(notes=query.notes, searched=left.searched, unknown=left.unknown)
    try:
        found = _found(evaluation, question, query, left.records)
        return _told(evaluation, question, query, found, told)
    except Late:
        return replace(told, notes=(*told.notes, _LATE))


def _conditions(question: Question, query: Query) -> Iterator[Condition]:
    if question.documents is not None:
        yield Among(question.documents)
    yield from question.conditions
    yield from (where.condition for where in query.conditions)


def _found(evaluation: Evaluation, question: Question, query: Query, left: Mask) -> Found:
    asked = query.words or query.strict or query.conditions or question.conditions or question.like
    if not asked:
        return Found(evaluation.nothing())
    must = [Scored(left, evaluation.nothing().score), *map(evaluation.of, query.strict)]
    if question.like is not None:
        must.append(like(evaluation, question.like))
    found = best_found(evaluation, query.words, evaluation.together(must))
    if not found.scored.mask.any():
        return found._replace(notes=tuple(why_nothing(evaluation, question, query)))
    return found._replace(scored=_reweighed(evaluation, query, found.scored))


def _reweighed(evaluation: Evaluation, query: Query, found: Scored) -> Scored:
    """Up with what stands near each other, and with documents that are records."""
    snapshot, weights = evaluation.snapshot, evaluation.weights
    best = _best(found)
    score = found.score.copy()
    for first, then in query.near:
        places, after = (as_it_reads(snapshot.postings.places(TEXT, each.exact), best) for each in (first, then))
        worth = sum(evaluation.worth(each.exact) for each in (first, then))
        together = np.unique(near(places, after, _NEAR) >> POSITION_BITS)
        score[together] += np.float32(weights.near * worth)
    if score.any():
        score *= 1 + np.float32(weights.record) * snapshot.spread(snapshot.catalogue.record)
    return Scored(found.mask, score)


def _best(found: Scored) -> Mask:
    candidates = np.flatnonzero(found.mask)
    if len(candidates) > _WEIGHED_AGAIN:
        candidates = candidates[np.argpartition(-found.score[candidates], _WEIGHED_AGAIN)[:_WEIGHED_AGAIN]]
    best = np.zeros(len(found.mask), np.bool_)
    best[candidates] = True
    return best


def _told(evaluation: Evaluation, question: Question, query: Query, found: Found, told: Answer) -> Answer:
    snapshot, (mask, score) = evaluation.snapshot, found.scored
    # Without words to weigh, a list of documents: each once, and the newest is most likely what is looked for.
    listing = not query.sought
    sort = "newest" if listing and question.like is None and question.sort == "relevance" else question.sort
    ordered = in_order(snapshot, mask, score, sort)
    part = shown(snapshot, ordered, question, *([1] if listing else []))
    documents = snapshot.documents(mask)
    return replace(
        told,
        pages=len(ordered),
        documents=int(documents.sum()),
        hits=tuple(_hits(evaluation, query, found.scored, part.records)),
        listed=part.listed,
        similar=tuple(dict.fromkeys((*evaluation.expanded, *found.similar))),
        notes=(*told.notes, *found.notes),
        suggestion=snapshot.speller.suggestion(question.text, query) if query.words else None,
        facets=counted(snapshot.catalogue, documents) if question.facets else {},
    )


def _hits(evaluation: Evaluation, query: Query, found: Scored, records: Sequence[int]) -> Iterator[Hit]:
    snapshot = evaluation.snapshot
    of_documents = np.bincount(snapshot.owner[found.mask], minlength=len(snapshot.heads))
    having = [(sought.text, evaluation.of(sought).mask) for sought in query.sought]
    for record in records:
        yield Hit(
            document=snapshot.document(record),
            page=int(snapshot.page[record]),
            score=float(found.score[record]),
            matched=_once(text for text, mask in having if mask[record]),
            paragraph=snapshot.paragraph(record),
            spans=snapshot.spans(record),
            of_document=int(of_documents[snapshot.owner[record]]),
        )


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
