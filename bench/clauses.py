"""What the trained component adds: kinds of sentences by it and by cue words alone, roles of amounts, decisions.

    python -m avtalsarkiv.bench.clauses [FOLDER ...]

None of the sentences was learned from. With an eye on those of bench/texts/clauses.tsv the features were chosen; those
of clauses_unseen.tsv and sums.tsv were written after all that. The minutes are the annotated ones of the folders,
tests/annotated without any, their headings blanked out. Shares have 95 % intervals by Wilson's method.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple, cast

from spacy.language import Language

from avtalsarkiv.bench.facts import OWN, documents_in
from avtalsarkiv.bench.material import TEXTS
from avtalsarkiv.bench.scoring import wilson
from avtalsarkiv.corpus.facts import KIND_OF, Amount, FactKind
from avtalsarkiv.ingest.extract.clauses import ClauseKind, ClauseKinds
from avtalsarkiv.ingest.extract.clauses.model import KINDS
from avtalsarkiv.ingest.extract.head import Head
from avtalsarkiv.ingest.extract.package import load, untokenised
from avtalsarkiv.scripts.weak_clauses import CUES

SURE: Final = 0.7
"""Probability from which a clause is believed without a heading."""
_HEADING: Final = re.compile(
    r"^[^\S\n]*(?:[\wåäö]+s )?(?:beslut|förslag till beslut|förslag|yrkanden?|ärendebeskrivning|ärendet"
    r"|bakgrund|sammanfattning|beslutsunderlag|beslutsgång|omröstning|reservation(?:er)?):?[^\S\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_RULE: Final = "|---|---|---|---|---|"
_LEAST_OVERLAP: Final = 0.5

Span = tuple[int, int]


class Judged(NamedTuple):
    """A sentence, what it is, and what is thought of it."""

    truth: ClauseKind
    thought: ClauseKind
    probability: float


def main() -> None:
    """Measure and print, as Markdown."""
    for name, title in (("clauses", "features chosen on them"), ("clauses_unseen", "written afterwards")):
        _kinds(held_out(name), title)
    _roles()
    print("\n| decisions, headings blanked out | precision | recall | 95 % interval of recall | n |")
    print(_RULE)
    folders = [*map(Path, sys.argv[1:])] or [OWN]
    rules, both = _decisions(folders)
    _found("rules alone", *rules)
    _found("rules, and sentences the component is sure of", *both)


def held_out(name: str) -> list[tuple[str, ClauseKind]]:
    """The sentences of a file to measure on."""
    return [(sentence, ClauseKind(kind)) for kind, sentence in _rows(name)]


def _rows(name: str) -> Iterator[list[str]]:
    return (line.split("\t") for line in (TEXTS / f"{name}.tsv").read_text(encoding="utf-8").splitlines())


def _kinds(sentences: Sequence[tuple[str, ClauseKind]], title: str) -> None:
    judged = list(_by_model(sentences))
    print(f"\n| kinds of sentences, {title} | right | n | share | 95 % interval |")
    print(_RULE)
    _row("by cue words alone", [_by_cue(sentence) is kind for sentence, kind in sentences])
    _row("by the component", [one.thought is one.truth for one in judged])
    _row("those it is sure of", [one.thought is one.truth for one in judged if one.probability >= SURE])
    for kind in ClauseKind:
        _row(f"of {kind}", [one.thought is kind for one in judged if one.truth is kind])


def _roles() -> None:
    """Roles of amounts by rules alone and with the component."""
    rows = list(_rows("sums"))
    print("\n| roles of amounts, a sentence each | right | n | share | 95 % interval |")
    print(_RULE)
    for title, without in (("by rules alone", ["avtal_clauses"]), ("by rules and the component", [])):
        nlp = load(exclude=["avtal_spans", *without])
        found = [(role, _role_in(nlp, sentence)) for role, sentence in rows]
        _row(title, [told == role for role, told in found])
        for name in ("proposed", "background"):
            _row(f"  {name}", [told == role for role, told in found if role == name])
        _row("  others", [told == role for role, told in found if role not in {"proposed", "background"}])


def _role_in(nlp: Language, sentence: str) -> str:
    doc = untokenised(sentence)
    doc._.head = Head("tjansteskrivelse")
    roles = [one.content.role for one in nlp(doc)._.mentions if isinstance(one.content, Amount)]
    return roles[0] or "none" if len(roles) == 1 else "not one amount"


def _by_model(sentences: Sequence[tuple[str, ClauseKind]]) -> Iterator[Judged]:
    component = cast(ClauseKinds, load().get_pipe("avtal_clauses"))
    scores = component.model.predict([sentence for sentence, _ in sentences])
    for row, (_, kind) in zip(scores, sentences, strict=True):
        yield Judged(kind, KINDS[row.argmax()], float(row.max()))


def _by_cue(sentence: str) -> ClauseKind:
    return next((kind for kind, cue in CUES.items() if cue.search(sentence)), ClauseKind.BACKGROUND)


def _decisions(folders: Iterable[Path]) -> tuple[tuple[list[bool], list[bool]], tuple[list[bool], list[bool]]]:
    """Which predictions are right and which decisions are found, by rules and with the component."""
    nlp = load(exclude=["avtal_spans"])
    rules: tuple[list[bool], list[bool]] = ([], [])
    both: tuple[list[bool], list[bool]] = ([], [])
    for document in (document for folder in folders for document in documents_in(folder)):
        true = [(fact.start, fact.end) for fact in document.facts if fact.kind == "decision"]
        if not true:
            continue
        doc = untokenised(_HEADING.sub(lambda match: " " * len(match[0]), document.text))
        doc._.head = Head("protokoll")
        doc = nlp(doc)
        by_rule = [(one.start, one.end) for one in doc._.mentions if KIND_OF[type(one.content)] is FactKind.DECISION]
        clauses = [one for one in doc._.clauses if one.kind is ClauseKind.DECISION and one.probability >= SURE]
        more = [(one.start, one.end) for one in clauses]
        _compare(true, by_rule, rules)
        _compare(true, [*by_rule, *(span for span in more if not any(_overlap(span, rule) for rule in by_rule))], both)
    return rules, both


def _compare(true: Sequence[Span], found: Sequence[Span], into: tuple[list[bool], list[bool]]) -> None:
    into[0].extend(any(_same(span, one) for one in true) for span in found)
    into[1].extend(any(_same(span, one) for one in found) for span in true)


def _same(first: Span, second: Span) -> bool:
    return _overlap(first, second) >= _LEAST_OVERLAP * min(first[1] - first[0], second[1] - second[0])


def _overlap(first: Span, second: Span) -> int:
    return max(0, min(first[1], second[1]) - max(first[0], second[0]))


def _row(what: str, right: Sequence[bool]) -> None:
    count, n = sum(right), len(right)
    low, high = wilson(count, n)
    print(f"| {what} | {count} | {n} | {count / n:.0%} | {low:.0%} - {high:.0%} |")


def _found(what: str, right: Sequence[bool], found: Sequence[bool]) -> None:
    low, high = wilson(sum(found), len(found))
    precision = sum(right) / max(1, len(right))
    print(f"| {what} | {precision:.2f} | {sum(found) / len(found):.2f} | {low:.2f} - {high:.2f} | {len(found)} |")


if __name__ == "__main__":
    main()
