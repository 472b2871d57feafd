"""The model: a linear one over hashed features, so that it is small, quick and the same wherever it is trained."""

from __future__ import annotations

import itertools
from typing import Any, Final

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
    found = [features(sentence) for sentence in sentences]
    lengths = np.fromiter(map(len, found), dtype="int32", count=len(found))
    flat = np.fromiter(itertools.chain.from_iterable(found), dtype="uint64", count=int(lengths.sum()))
    weights = np.repeat(1 / np.sqrt(np.maximum(lengths, 1)), lengths).astype("float32")
    return (flat, weights, lengths), lambda gradient: []
