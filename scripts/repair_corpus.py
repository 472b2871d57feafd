"""What is counted while the text of the repair model is read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from avtalsarkiv.ingest.repair.tokens import Kind, tokens

Arrays = dict[str, npt.NDArray[np.generic]]
NAMED: Final = 0.9
"""Share of capitals inside sentences from which a word is a name."""


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


def is_word(symbol: str) -> bool:
    """Letters only, or letters and the hyphen of a word to come."""
    return symbol.removesuffix("-").isalpha()


def is_name(corpus: Corpus, word: str) -> bool:
    """Does the word nearly always begin with a capital?"""
    return corpus.inside[word] > 0 and corpus.capital[word] > NAMED * corpus.inside[word]


def steps(logarithms: np.ndarray, a_nat: int) -> np.ndarray:
    """Logarithms as bytes; 255 stands for the least."""
    return np.clip(np.round(-logarithms * a_nat), 0, 255).astype(np.uint8)
