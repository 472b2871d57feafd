"""The model: a linear one over hashed features, so that it is small, quick and the same wherever it is trained."""

from __future__ import annotations

from typing import Any, Final
from zlib import crc32

import numpy as np
from spacy.util import registry
from thinc.api import Model, SparseLinear_v2, chain, softmax_activation
from thinc.types import Floats2d

from .features import features
from .kinds import ClauseKind

KINDS: Final = tuple(ClauseKind)
"""In the order of the model's output."""
Keys = tuple[Any, Any, Any]
"""What thinc's sparse layer takes: keys (uint64), values (float32), lengths (int32)."""


@registry.architectures("avtal.ClauseKinds.v1")  # type: ignore[untyped-decorator]
def build(length: int) -> Model[list[str], Floats2d]:
    """A model from sentences to probabilities, a column a kind.

    Args:
        length: weights for each kind; features share one where their hashes meet.
    """
    linear: Model[Keys, Floats2d] = SparseLinear_v2(nO=len(KINDS), length=length)
    return chain(_hashing(), chain(linear, softmax_activation()))


def _hashing() -> Model[list[str], Keys]:
    return Model("hashed_features", _hashed)


def _hashed(model: Model[list[str], Keys], sentences: list[str], is_train: bool) -> tuple[Keys, Any]:
    keys = [_keys(sentence) for sentence in sentences]
    lengths = np.asarray([len(row) for row in keys], dtype="int32")
    flat = np.concatenate([np.zeros(0, dtype="uint64"), *keys])
    weights = np.repeat(1 / np.sqrt(np.maximum(lengths, 1)), lengths).astype("float32")
    return (flat, weights, lengths), lambda gradient: []


def _keys(sentence: str) -> Any:
    """Not Python's own hashes, which are others in each process; nor a set, whose order would be."""
    return np.asarray([crc32(word.encode()) for word in dict.fromkeys(features(sentence))], dtype="uint64")
