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
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np

from avtalsarkiv.ingest.repair.contexts import CONTEXTS
from avtalsarkiv.ingest.repair.language import BACKOFF_STEPS, PROBABILITY_STEPS, START, UNKNOWN
from avtalsarkiv.ingest.repair.lexicon import GIVEN_NAME, NAME, NAME_PART, PLACE, SEPARATE, SURNAME
from avtalsarkiv.ingest.repair.model import (
    ARRAYS,
    CHANNEL,
    LETTER_STEPS,
    LETTERS,
    MODEL,
    SPELLING_STEPS,
    SYMBOLS,
    WORDS,
)
from avtalsarkiv.ingest.repair.tokens import Kind, tokens
from avtalsarkiv.scripts.build_lexicon import is_swedish, paragraphs
from avtalsarkiv.scripts.channel_counts import channel_table
from avtalsarkiv.scripts.context_weights import context_arrays
from avtalsarkiv.scripts.kneser_ney import trigrams
from avtalsarkiv.scripts.letter_counts import letter_model

LISTS: Final = Path(__file__).parents[1] / "ingest" / "repair" / "data"
HELD_OUT: Final = 200
SHARED_WORDS: Final = 8
LEAST_COUNT: Final = 2
"""Words seen once are unknown to the language model, which so learns where unknown words stand."""
LEAST_NGRAM: Final = 2
LEAST_PART: Final = 3
SHORTEST_PART: Final = 3
SHORT_PARTS: Final = frozenset(["ö", "å", "el", "öl", "is", "by", "ro", "eu", "it", "nr"])
SHORTEST_BOUND: Final = 4
LEAST_COMPOUNDS: Final = 5
"""In fewer compounds, what is left beside a known word is as often the end of another word."""
LISTED_COUNT: Final = 0.5
"""Of a listed word that the text does not have, beside words that it has once."""
TERM_COUNT: Final = 3.0
"""Of a word of minutes and agreements: it is not rare in the documents of an archive."""
USUAL_BAND: Final = 3
"""Of names, the number of digits of the number of their bearers."""
POSSIBLE_COUNT: Final = 0.05
"""Of a name that may exist, by how names are made, and may not."""
GENITIVE_SHARE: Final = 0.3
KNOWN_SHARE: Final = 0.5
"""Of the words that are unknown to the language model, how many the lexicon holds."""
RARE: Final = 4
"""Occurrences up to which a word is like those that no list holds."""
WORD: Final = re.compile(r"\w+")


@dataclass
class Corpus:
    """What is counted while the text is read."""

    counts: Counter[str] = field(default_factory=Counter)
    inside: Counter[str] = field(default_factory=Counter)
    """Occurrences of words that do not begin a sentence."""
    capital: Counter[str] = field(default_factory=Counter)
    """Those of them that begin with a capital."""
    symbols: list[str] = field(default_factory=list)
    capitals: list[bool] = field(default_factory=list)
    """Which symbols are words that begin with a capital."""

    def add(self, text: str) -> None:
        """Count a paragraph."""
        read = [token for token in tokens(text) if token.kind is not Kind.CODE]
        for before, token in pairwise(read):
            if token.kind is Kind.WORD and before.kind not in (Kind.STOP, Kind.BREAK):
                self.inside[token.symbol] += 1
                self.capital[token.symbol] += token.text[0].isupper()
        self.symbols += [token.symbol for token in read]
        self.capitals += [token.kind is Kind.WORD and token.text[0].isupper() for token in read]
        self.counts.update(token.symbol for token in read)


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
    common = [word for word, count in corpus.counts.items() if count >= LEAST_COUNT]
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


def is_word(symbol: str) -> bool:
    """Letters only, or letters and the hyphen of a word to come."""
    return symbol.removesuffix("-").isalpha()


def is_name(corpus: Corpus, word: str) -> bool:
    """Does the word nearly always begin with a capital?"""
    return corpus.inside[word] > 0 and corpus.capital[word] > 0.9 * corpus.inside[word]


def language_arrays(corpus: Corpus, ids: dict[str, int], kinds: dict[str, int], least: int) -> dict[str, np.ndarray]:
    """The arrays of ingest.repair.language.Language."""
    numbers = np.fromiter((ids.get(symbol, UNKNOWN) for symbol in corpus.symbols), np.int64, len(corpus.symbols))
    made = trigrams(numbers, ~beside_names(corpus, kinds), len(ids) + 1, START, least)
    vocabulary = len(ids) + 1
    return {
        "unigrams": made.unigrams.astype(np.float32),
        "unigram_backoffs": made.unigram_backoffs.astype(np.float32),
        "bigram_counts": np.bincount(made.bigram_keys // vocabulary, minlength=vocabulary).astype(np.uint32),
        "bigram_words": (made.bigram_keys % vocabulary).astype(np.uint32),
        "bigrams": steps(made.bigrams, PROBABILITY_STEPS),
        "bigram_backoffs": np.clip(np.round(-made.bigram_backoffs * BACKOFF_STEPS), -127, 127).astype(np.int8),
        "trigram_counts": np.bincount(made.trigram_keys // vocabulary, minlength=len(made.bigrams)).astype(np.uint32),
        "trigram_words": (made.trigram_keys % vocabulary).astype(np.uint32),
        "trigrams": steps(made.trigrams, PROBABILITY_STEPS),
    }


def beside_names(corpus: Corpus, kinds: dict[str, int]) -> np.ndarray:
    """For each symbol whether it and the one before it may be the name of a person: such sequences are not counted."""
    flags = [
        kinds.get(symbol, 0) if capital else 0 for symbol, capital in zip(corpus.symbols, corpus.capitals, strict=True)
    ]
    # A capitalised word that is never written small may be a surname that no list holds.
    person = np.array([bool(flag & (GIVEN_NAME | SURNAME)) for flag in flags])
    name = np.array(
        [capital and is_name(corpus, symbol) for symbol, capital in zip(corpus.symbols, corpus.capitals, strict=True)]
    )
    beside = np.zeros(len(person), dtype=bool)
    beside[1:] = (person[:-1] & (person[1:] | name[1:])) | (name[:-1] & person[1:])
    return beside


def lexicon_arrays(
    corpus: Corpus,
    words: Sequence[str],
    ids: dict[str, int],
    kinds: dict[str, int],
    listed: dict[str, float],
    parts: dict[str, int],
) -> dict[str, np.ndarray]:
    """The arrays of ingest.repair.lexicon.Lexicon."""
    known = np.array([word in ids for word in words])
    weights = np.array([max(corpus.counts[word], listed.get(word, 0.0)) for word in words])
    total = sum(corpus.counts.values())
    rare = weights[~known].sum()
    with np.errstate(divide="ignore"):
        spelling = np.where(known, 0.0, np.log(weights * KNOWN_SHARE / rare))
    part = [log_part(word, corpus.counts[word], kinds, parts) - math.log(total) for word in words]
    capital = [(corpus.capital[word] + 2 * prior(word, kinds)) / (corpus.inside[word] + 2) for word in words]
    return {
        "ids": np.array([ids.get(word, UNKNOWN) for word in words], dtype=np.uint32),
        "spelling": steps(spelling, SPELLING_STEPS),
        "capital": np.round(np.array(capital) * 255).astype(np.uint8),
        "part": steps(np.array(part), SPELLING_STEPS),
        "kinds": np.array([kinds.get(word, 0) for word in words], dtype=np.uint8),
    }


def prior(word: str, kinds: dict[str, int]) -> float:
    """Share of capitals among the occurrences of a word of which none was counted."""
    return 0.98 if kinds.get(word, 0) & NAME else 0.1


def log_part(word: str, count: int, kinds: dict[str, int], parts: dict[str, int]) -> float:
    """Logarithm of how often a word is counted as part of a compound; minus infinity where it is none."""
    alone = word.isalpha() and count >= LEAST_PART and not kinds.get(word, 0) & SEPARATE
    times = max(count if alone and (len(word) >= SHORTEST_PART or word in SHORT_PARTS) else 0, parts.get(word, 0))
    return math.log(times) if times else -math.inf


def bound_parts(corpus: Corpus) -> dict[str, int]:
    """What stands in compounds and hardly alone (löne-, kyrk-, -räknare), with the number of compounds it stands in."""
    words = {word for word, count in corpus.counts.items() if count >= LEAST_PART and len(word) >= SHORTEST_BOUND}
    found: Counter[str] = Counter()
    for word in filter(str.isalpha, corpus.counts):
        for at in range(SHORTEST_BOUND, len(word) - SHORTEST_BOUND + 1):
            begin, end = word[:at], word[at:]
            found.update(part for part, other in ((begin, end), (end, begin)) if other in words)
    return {part: count for part, count in found.items() if count >= LEAST_COMPOUNDS}


def listed_names() -> dict[str, tuple[int, float]]:
    """Of each listed name its kinds and the count it is given; genitives among them."""
    names: dict[str, tuple[int, float]] = {}
    for file, flag in (("given_names.txt", GIVEN_NAME), ("surnames.txt", SURNAME), ("places.txt", PLACE)):
        for name, band in map(lambda line: line.split("\t"), lines(file)):
            known = int(band) or (USUAL_BAND if flag == PLACE else 0)
            count = LISTED_COUNT * 2.0 ** (known - USUAL_BAND) if known else POSSIBLE_COUNT
            for word in re.findall(r"[^\W\d_]+", name.lower()):
                forms = [(word, count)] + ([] if word[-1] in "sxz" else [(f"{word}s", count * GENITIVE_SHARE)])
                for form, weight in forms:
                    kinds, before = names.get(form, (0, 0.0))
                    names[form] = kinds | flag, max(before, weight)
    for file, flag in (("separate_words.txt", SEPARATE), ("name_parts.txt", NAME_PART)):
        for word in listed_words(file):
            kinds, count = names.get(word, (0, 0.0))
            names[word] = kinds | flag, count
    return names


def listed_words(name: str) -> frozenset[str]:
    """The single words of a list, in lower case."""
    return frozenset(word for line in lines(name) for word in re.findall(r"[^\W\d_]+", line.split("\t")[0].lower()))


def lines(name: str) -> list[str]:
    """The lines of a list, NFC."""
    return unicodedata.normalize("NFC", (LISTS / name).read_text(encoding="utf-8")).splitlines()


def steps(logarithms: np.ndarray, a_nat: int) -> np.ndarray:
    """Logarithms as bytes; 255 stands for the least."""
    return np.clip(np.round(-logarithms * a_nat), 0, 255).astype(np.uint8)


if __name__ == "__main__":
    main()
