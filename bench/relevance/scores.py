"""How right answers are, counted: whether the first document is right, and how far down the first right one stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from avtalsarkiv.bench.relevance.questions import TOPIC, Asked
from avtalsarkiv.bench.scoring import wilson

DEPTH: Final = 10
"""Documents of an answer that anybody looks at."""
POOLED: Final = "all but topics"


@dataclass(frozen=True, slots=True)
class Answered:
    """A question, and the documents that came."""

    asked: Asked
    ranked: tuple[str, ...]
    """Names, best first, each once."""

    @property
    def rank(self) -> int | None:
        """Of the first right document, from 1; None where none of the first ten is right."""
        places = (place for place, name in enumerate(self.ranked[:DEPTH], 1) if name in self.asked.relevant)
        return next(places, None)

    @property
    def right(self) -> bool:
        """Does a right document come first, and none that must not be found at all?"""
        return self.rank == 1 and not self.asked.excluded & {*self.ranked}


@dataclass(frozen=True, slots=True)
class Score:
    """Of several answers; shares between 0 and 1."""

    n: int
    first: int
    """Answers whose first document is right."""
    among_three: int
    """Answers with a right one among the first three."""
    reciprocal: float
    """Mean of 1 / rank, 0 where the first ten hold none."""

    @classmethod
    def of(cls, answers: Sequence[Answered]) -> Score:
        """The score of some answers; all zero where there are none."""
        ranks = [one.rank for one in answers]
        return cls(
            n=len(answers),
            first=sum(one.right for one in answers),
            among_three=sum(rank is not None and rank <= 3 for rank in ranks),
            reciprocal=sum(1 / rank for rank in ranks if rank) / max(1, len(ranks)),
        )

    @property
    def interval(self) -> tuple[float, float]:
        """95 %, of the share of answers whose first document is right."""
        return wilson(self.first, self.n)


def by_type(answers: Iterable[Answered]) -> dict[str, Score]:
    """The score of each type of question, of all but topics, and of topics last."""
    groups: dict[str, list[Answered]] = {}
    for one in answers:
        groups.setdefault(one.asked.type, []).append(one)
    topics = groups.pop(TOPIC, [])
    scores = {kind: Score.of(groups[kind]) for kind in sorted(groups)}
    scores[POOLED] = Score.of([one for group in groups.values() for one in group])
    return scores | ({TOPIC: Score.of(topics)} if topics else {})


def table(title: str, scores: dict[str, Score]) -> str:
    """As Markdown."""
    head = f"| {title} | n | first is right | 95 % interval | among three | MRR@{DEPTH} |\n|---|---|---|---|---|---|"
    return "\n".join((head, *(_row(kind, score) for kind, score in scores.items())))


def _row(kind: str, score: Score) -> str:
    low, high = score.interval
    shares = f"{score.first / max(1, score.n):.3f} | {low:.3f} - {high:.3f} | {score.among_three / max(1, score.n):.3f}"
    return f"| {kind} | {score.n} | {shares} | {score.reciprocal:.3f} |"
