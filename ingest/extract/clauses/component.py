"""The model as a component that spaCy can train, save and load."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import Optimizer
from thinc.types import Floats2d

from .kinds import Clause, ClauseKind
from .model import KINDS

Label = tuple[str, ClauseKind]
"""A sentence and what it is."""


class ClauseKinds(TrainablePipe):  # type: ignore[misc]  # spaCy's class is compiled and has no types
    """Fills `doc._.clauses` from `doc._.structure` and `doc._.sentences`.

    It learns from examples whose reference has `doc._.clauses`.
    """

    @property
    def labels(self) -> tuple[str, ...]:
        """The kinds, as words."""
        return tuple(map(str, KINDS))

    def predict(self, docs: Iterable[Doc]) -> list[Floats2d]:
        """The probabilities of each document's sentences, a row a sentence, a column a kind."""
        return [self._probabilities(_sentences(doc)) for doc in docs]

    def set_annotations(self, docs: Iterable[Doc], scores: Sequence[Floats2d]) -> None:
        """Write down the likeliest kind of each sentence."""
        for doc, rows in zip(docs, scores, strict=True):
            doc._.clauses = tuple(_clauses(doc, rows))

    def initialize(self, get_examples: Callable[[], Iterable[Example]], *, nlp: Language | None = None) -> None:
        """Allot the weights; all are zero, so training is the same each time."""
        self.model.initialize(X=[""], Y=self.model.ops.alloc2f(1, len(KINDS)))

    def update(
        self,
        examples: Iterable[Example],
        *,
        drop: float = 0.0,
        sgd: Optimizer | None = None,
        losses: dict[str, float] | None = None,
    ) -> dict[str, float]:
        """Learn from sentences whose kind is known; the loss is the sum of squared errors."""
        losses = {} if losses is None else losses
        labels = [label for example in examples for label in _labels(example.reference)]
        scores, backpropagate = self.model.begin_update([sentence for sentence, _ in labels])
        gradient = scores - np.eye(len(KINDS), dtype="float32")[[KINDS.index(kind) for _, kind in labels]]
        backpropagate(gradient)
        if sgd is not None:
            self.finish_update(sgd)
        losses[self.name] = losses.get(self.name, 0.0) + float((gradient**2).sum())
        return losses

    def _probabilities(self, sentences: list[str]) -> Any:
        return self.model.predict(sentences) if sentences else np.zeros((0, len(KINDS)), dtype="float32")


def _sentences(doc: Doc) -> list[str]:
    text = doc._.structure.flow.text
    return [text[start:end] for start, end in doc._.sentences]


def _clauses(doc: Doc, rows: Floats2d) -> Iterable[Clause]:
    flow = doc._.structure.flow
    best = rows.argmax(axis=1) if len(rows) else ()
    for (start, end), column, row in zip(doc._.sentences, best, rows, strict=True):
        first, last = flow.span(start, end)
        yield Clause(first, last, KINDS[column], round(float(row[column]), 3))


def _labels(reference: Doc) -> list[Label]:
    text = reference.text
    return [(text[clause.start : clause.end], clause.kind) for clause in reference._.clauses]
