#!/usr/bin/env python3
"""Train the component that tells decisions, proposals, reports and background apart, and write the pipeline's package.

    scripts/build_clause_model.py TEXT.txt.xz [OUT]

It learns from the sentences in scripts/clauses/, written for it, and from sentences of TEXT, official Swedish with a
paragraph a line, that a cue labels. Only weights of hashed features enter the product, never the text. The same
input gives the same weights.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Final, cast

import spacy
from spacy.language import Language
from spacy.training import Example
from thinc.api import Adam, fix_random_seed

from avtalsarkiv.ingest.extract import components as _components  # noqa: F401  (registers them)
from avtalsarkiv.ingest.extract.clauses import Clause, ClauseKind, ClauseKinds
from avtalsarkiv.ingest.extract.package import FOLDER, untokenised
from avtalsarkiv.scripts.weak_clauses import Labelled, weakly_labelled

SENTENCES: Final = Path(__file__).parent / "clauses"
PIPELINE: Final = (
    "avtal_structure", "avtal_identifiers", "avtal_sentences", "avtal_clauses", "avtal_dates", "avtal_amounts",
    "avtal_parties", "avtal_decisions", "avtal_roles", "avtal_spans",
)  # fmt: skip
OF_EACH: Final = 400
"""Sentences of each kind that are drawn from the text."""
COPIES: Final = 6
"""How often each of our own sentences comes: they are surer than cues, and fewer."""
ROUNDS: Final = 6
BATCH: Final = 64
SEED: Final = 4


def main(text: Path, out: Path = FOLDER) -> None:
    """Train, and write the package to a folder."""
    labelled = [*own_sentences() * COPIES, *weakly_labelled(text, OF_EACH, Random(SEED))]
    nlp = trained(labelled)
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out)
    print(f"{len(labelled)} sentences -> {out}")


def own_sentences() -> list[Labelled]:
    """The sentences in scripts/clauses/."""
    return [
        (line, kind)
        for kind in ClauseKind
        for line in (SENTENCES / f"{kind}.txt").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]


def trained(labelled: Iterable[Labelled]) -> Language:
    """The whole pipeline, its trained component trained."""
    fix_random_seed(SEED)
    nlp = pipeline()
    examples = list(_examples(labelled))
    component = cast(ClauseKinds, nlp.get_pipe("avtal_clauses"))
    component.initialize(lambda: examples)
    optimizer, chance = Adam(learn_rate=0.01, L2=1e-5), Random(SEED)
    for number in range(ROUNDS):
        chance.shuffle(examples)
        losses: dict[str, float] = {}
        for start in range(0, len(examples), BATCH):
            component.update(examples[start : start + BATCH], sgd=optimizer, losses=losses)
        print(f"round {number + 1}: loss {losses['avtal_clauses']:.0f}", file=sys.stderr)
    return nlp


def pipeline() -> Language:
    """The pipeline before training."""
    nlp = spacy.blank("sv")
    for name in PIPELINE:
        nlp.add_pipe(name)
    nlp.meta |= {
        "name": "avtal",
        "version": "1.0.0",
        "description": "Parties, amounts, dates and decisions in Swedish agreements and minutes",
        "license": "Apache-2.0",
        "author": "avtalsarkiv",
        "spacy_version": ">=3.8,<4",
    }
    return nlp


def _examples(labelled: Iterable[Labelled]) -> Iterator[Example]:
    for sentence, kind in labelled:
        reference = untokenised(sentence)  # in no vocabulary, which would be written down with it
        reference._.clauses = (Clause(0, len(sentence), kind, 1.0),)
        yield Example(untokenised(sentence), reference)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
