"""The model: counts of official Swedish, built by scripts/build_repair_model.py, read in a fraction of a second."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np

from .channel import Channel
from .contexts import CONTEXTS, Contexts
from .language import Language
from .letters import Letters
from .lexicon import Lexicon

MODEL: Final = Path(__file__).parent / "model"
WORDS: Final = "words.txt"
"""The lexicon, a word a line."""
ARRAYS: Final = "arrays.npz"
"""Numbers of the lexicon and of the language model."""
LETTERS: Final = ("letters.txt", "name_letters.txt")
"""Letter n-grams, one a line; their numbers are in the arrays."""
SYMBOLS: Final = "symbols.txt"
CHANNEL: Final = "channel.tsv"
LETTER_STEPS: Final = 16
"""Logarithms of letters are kept in bytes, so many steps a nat."""
SPELLING_STEPS: Final = 12


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """What is known of Swedish, and of how pages are misread."""

    lexicon: Lexicon
    language: Language
    letters: Letters
    name_letters: Letters
    channel: Channel
    contexts: Contexts
    symbols: Mapping[str, int]
    """Ids of what is no word but stands between words."""


@cache
def model() -> Model:
    """The model that comes with the product."""
    return load(MODEL)


def load(folder: Path) -> Model:
    """The model in a folder."""
    with np.load(folder / ARRAYS) as file:
        arrays = {name: file[name] for name in file.files}
    words = _lines(folder / WORDS)
    lexicon = Lexicon(
        words,
        arrays["ids"].tolist(),
        (arrays["spelling"] / np.float32(-SPELLING_STEPS)).tolist(),
        (arrays["capital"] / np.float32(255)).tolist(),
        np.where(arrays["part"] == 255, -np.inf, arrays["part"] / np.float32(-SPELLING_STEPS)).tolist(),
        arrays["kinds"].tolist(),
    )
    letters, names = (
        Letters(dict(zip(_lines(folder / name), (arrays[name] / np.float32(-LETTER_STEPS)).tolist(), strict=True)))
        for name in LETTERS
    )
    channel = Channel.parse((folder / CHANNEL).read_text(encoding="utf-8"))
    symbols = dict(zip(_lines(folder / SYMBOLS), arrays["symbols"].tolist(), strict=True))
    return Model(lexicon, Language.load(arrays), letters, names, channel, Contexts.load(folder / CONTEXTS), symbols)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
