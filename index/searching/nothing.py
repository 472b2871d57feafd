"""Why a question has no answer, and what there would be if less were asked: no hit must mean something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import Final, NamedTuple

from ...corpus.answers import Question
from ...corpus.conditions import Among
from ..querying.nodes import Node, Not, Query, Where
from .evaluation import Evaluation, Late, Scored
from .fallback import best_found
from .similar_documents import like
from .wording import anywhere, predicate

_MOST_TRIED: Final = 8
"""Parts of one question, without each of which it is asked again."""
_MOST_TOLD: Final = 2
"""Parts of which any leaves nothing."""
_ABSENT: Final = "no page that {} has {}"
_ALONE: Final = "no document resembles it"
_ELSEWHERE: Final = ("where that stands elsewhere,", "elsewhere")
_DO: Final = (("does", "do"), ("has it", "have it"))
_WITHOUT: Final = ("", "without that, ")
_FIT: Final = (("does", "do"), ("fits", "fit"))
"""Where there is something that has a part, but not all of the question, and where nothing has it."""
_TOGETHER: Final = "nothing has all that was asked for with a condition, an operator or a field"

Parts = Sequence[Node]
"""Of a question: what must hold."""


class _Others(NamedTuple):
    """What there is if less is asked for."""

    pages: int
    documents: int
    near: bool
    """Have they only some of the words, or words like them?"""

    def told(self, does: str, do: str) -> str:
        """How many there are, and what they do."""
        verb = ("comes near" if self.near else does) if self.pages == 1 else ("come near" if self.near else do)
        return f"{_counted(self.pages, 'page')} in {_counted(self.documents, 'document')} {verb}"


def why_nothing(evaluation: Evaluation, question: Question, query: Query) -> Iterator[str]:
    """What leaves nothing of the archive, a sentence each; none where nothing was asked for, or no time is left."""
    try:
        yield from _Why(evaluation, question, query).sentences()
    except Late:
        return


class _Why:
    """Asks a question again, without some of its parts."""

    def __init__(self, evaluation: Evaluation, question: Question, query: Query) -> None:
        given = dict.fromkeys((*question.conditions, *(where.condition for where in query.conditions)))
        self._evaluation = evaluation
        self._question = question
        self._words = query.words
        self._parts: Parts = tuple(dict.fromkeys((*(Where("", each) for each in given), *query.strict)))

    def sentences(self) -> Iterator[str]:
        """The parts that leave nothing, each alone or all together; else what stands nowhere."""
        if not self._always.mask.any():
            return iter([_ALONE] if self._question.like else [])
        empty = [part for part in self._parts if not self._any(part)]
        alone = self._reasons([part] for part in (empty or self._parts)[:_MOST_TRIED])
        together = self._reasons([empty, self._parts])
        return iter([*islice(alone, _MOST_TOLD)] or [*islice(together, 1)] or [*self._absent(empty)])

    @cached_property
    def _always(self) -> Scored:
        """What may be found at all."""
        among, alike = self._question.documents, self._question.like
        must = [self._evaluation.of(Where("", Among(among)))] if among is not None else []
        return self._evaluation.together([*must, *([like(self._evaluation, alike)] if alike else [])])

    def _any(self, node: Node) -> bool:
        return bool((self._evaluation.of(node).mask & self._always.mask).any())

    def _reasons(self, groups: Iterable[Parts]) -> Iterator[str]:
        """A sentence for each of the groups of parts without which, or with its words elsewhere, there is something."""
        for group in filter(None, groups):
            rest = [part for part in self._parts if part not in group]
            wider = [anywhere(part) for part in group]
            empty = not any(map(self._any, group))
            head = self._head(group, rest, empty=empty)
            if wider != group and (found := self._found([*rest, *wider])):
                yield f"{head}; {_ELSEWHERE[empty]} {found.told(*_DO[empty])}"
            elif found := self._found(rest):
                yield f"{head}; {_WITHOUT[empty]}{found.told(*_FIT[empty])}"

    def _head(self, group: Parts, rest: Parts, *, empty: bool) -> str:
        told = [predicate(part) for part in group]
        if empty:
            return ", and ".join(f"nothing {each}" for each in told)
        more = self._of_rest(rest)
        return f"nothing {'that ' if more else ''}{' and '.join(told)}{more}"

    def _of_rest(self, rest: Parts) -> str:
        """What else there is in the question."""
        if rest or (self._words and self._question.like):
            return " fits the rest of the question"
        if self._question.like:
            return " resembles the document"
        if len(self._words) == 1:
            return f" {predicate(self._words[0])}"
        return " has the words" if self._words else ""

    def _found(self, parts: Parts) -> _Others | None:
        """What there is of the words and these parts; None where there is nothing, or nothing would be asked for."""
        if all(isinstance(part, Not) for part in (*parts, *self._words)) and not self._question.like:
            return None
        evaluation = self._evaluation
        must = evaluation.together([self._always, *map(evaluation.of, parts)])
        (mask, _), notes, _ = best_found(evaluation, self._words, must)
        documents = evaluation.snapshot.documents(mask)
        return _Others(int(mask.sum()), int(documents.sum()), bool(notes)) if mask.any() else None

    def _absent(self, empty: Parts) -> Iterator[str]:
        """What stands nowhere."""
        words = dict.fromkeys(predicate(word).removeprefix("has ") for word in self._words if not self._any(word))
        yield from (f"nothing {predicate(part)}" for part in empty[:_MOST_TOLD])
        if words:
            searched = "resembles the document" if self._question.like else "was searched"
            yield _ABSENT.format(searched, ", ".join(words))
        elif self._parts and not empty:
            yield _TOGETHER


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
