#!/usr/bin/env python3
"""Count official Swedish text into the model that restores damaged letters.

    scripts/build_repair_model.py TEXT.txt[.xz] PAIRS.jsonl... [--leave-out PAGES.jsonl] [--out DIR]

TEXT holds one paragraph a line; every 200th is left out, to measure on, and so is every one that shares a sequence
of eight words with a page in PAGES. PAIRS hold `truth` and `seen` of pages that were misread. Only counts are kept,
and none of a given name beside a surname.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import numpy as np

from avtalsarkiv.ingest.repair.contexts import CONTEXTS
from avtalsarkiv.ingest.repair.language import START, UNKNOWN
from avtalsarkiv.ingest.repair.lexicon import NAME
from avtalsarkiv.ingest.repair.model import ARRAYS, CHANNEL, LETTER_STEPS, LETTERS, MODEL, SYMBOLS, WORDS
from avtalsarkiv.ingest.repair.tokens import Kind
from avtalsarkiv.scripts.build_lexicon import is_swedish, paragraphs
from avtalsarkiv.scripts.channel_counts import channel_table
from avtalsarkiv.scripts.context_weights import context_arrays
from avtalsarkiv.scripts.letter_counts import letter_model
from avtalsarkiv.scripts.repair_corpus import Corpus, is_name, is_word, steps
from avtalsarkiv.scripts.repair_language import language_arrays
from avtalsarkiv.scripts.repair_lexicon import bound_parts, lexicon_arrays
from avtalsarkiv.scripts.repair_lists import TERM_COUNT, listed_names, listed_words

HELD_OUT: Final = 200
SHARED_WORDS: Final = 8
LEAST_COUNT: Final = 2
"""Words seen once are unknown to the language model, which so learns where unknown words stand."""
LEAST_NGRAM: Final = 2
RARE: Final = 4
"""Occurrences up to which a word is like those that no list holds."""
WORD: Final = re.compile(r"\w+")


def main() -> None:
    """Build the model from the files named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=Path)
    parser.add_argument("pairs", type=Path, nargs="*")
    parser.add_argument("--leave-out", type=Path)
    parser.add_argument("--least", type=int, default=LEAST_NGRAM)
    parser.add_argument("--out", type=Path, default=MODEL)
    args = parser.parse_args()
    args.out.mkdir(exist_ok=True)
    unwanted = sequences(page["truth"] for page in pages(args.leave_out)) if args.leave_out else frozenset()
    corpus = Corpus()
    for number, text in enumerate(paragraphs(args.text)):
        if number % HELD_OUT and unwanted.isdisjoint(sequences([text])) and is_swedish(WORD.findall(text)):
            corpus.add(text)
    build(corpus, args.out, args.least)
    if args.pairs:
        table = channel_table([(page["truth"], page["seen"]) for page in pages(path)] for path in args.pairs)
        (args.out / CHANNEL).write_text(table, encoding="utf-8")
    for path in sorted(args.out.iterdir()):
        print(f"{path.name}: {path.stat().st_size} bytes")


def pages(path: Path) -> Iterator[dict[str, str]]:
    """The pages of a file of pairs."""
    return map(json.loads, filter(None, path.read_text(encoding="utf-8").split("\n")))


def sequences(texts: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """All runs of SHARED_WORDS words."""
    words = [WORD.findall(text.lower()) for text in texts]
    return frozenset(tuple(run[at : at + SHARED_WORDS]) for run in words for at in range(len(run) - SHARED_WORDS + 1))


def build(corpus: Corpus, out: Path, least: int) -> None:
    """Write the lexicon, the trigrams and the letters."""
    names = listed_names()
    kinds = {word: flags for word, (flags, _) in names.items()}
    listed = dict.fromkeys(listed_words("admin_words.txt") | listed_words("bodies.txt"), TERM_COUNT)
    listed = {
        word: count
        for word, count in (listed | {word: count for word, (_, count) in names.items()}).items()
        if is_word(word)
    }
    parts = bound_parts(corpus)
    words = sorted(set(listed) | set(parts) | set(filter(is_word, corpus.counts)))
    common = [word for word, count in corpus.counts.items() if count >= LEAST_COUNT and word != Kind.BREAK.value]
    ids = {word: number for number, word in enumerate(sorted(common), start=UNKNOWN + 1)}
    ids[Kind.BREAK.value] = START
    arrays = language_arrays(corpus, ids, kinds, least) | lexicon_arrays(corpus, words, ids, kinds, listed, parts)
    rare = [
        word
        for word in words
        if corpus.counts[word] <= RARE and not is_name(corpus, word) and not kinds.get(word, 0) & NAME
    ]
    like_names = [word for word in words if is_name(corpus, word) or kinds.get(word, 0) & NAME]
    for name, group in zip(LETTERS, (rare, like_names), strict=True):
        letters = letter_model(group)
        arrays[name] = steps(np.array(list(letters.values())), LETTER_STEPS)
        (out / name).write_text("\n".join(letters) + "\n", encoding="utf-8")
    symbols = [kind.value for kind in Kind if kind.value in ids]
    arrays["symbols"] = np.array([ids[symbol] for symbol in symbols])
    (out / SYMBOLS).write_text("\n".join(symbols) + "\n", encoding="utf-8")
    (out / WORDS).write_text("\n".join(words) + "\n", encoding="utf-8")
    np.savez(out / ARRAYS, allow_pickle=False, **arrays)
    np.savez_compressed(out / CONTEXTS, allow_pickle=False, **context_arrays(corpus.symbols))


if __name__ == "__main__":
    main()
